"""The planner: makes the day's plan in small units of work, so that whoever writes to the bot never waits for it."""

import asyncio
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from bot.clock import Clock
from handlers import notices
from handlers.library import Library
from store.database import Store
from store.unit_of_work import UnitOfWork

T = TypeVar("T")

REST = 9
"""A round is followed by so many times its own length of rest: a large office's plan takes a tenth of a core."""


class Planner:
    """Queues what is due; one round looks at everybody once."""

    def __init__(
        self, store: Store, library: Library, clock: Clock, queued: Callable[[], None], rest: float = 1.0
    ) -> None:
        """`rest` is how long the store is left to others after each unit, as a multiple of that unit."""
        self._store = store
        self._library = library
        self._clock = clock
        self._queued = queued
        self._rest = rest
        self._rested_at = 0.0

    async def tick(self) -> None:
        """Make a round, unless the last one was so long that it is still time to rest."""
        if time.monotonic() < self._rested_at:
            return
        begun = time.monotonic()
        await self.round()
        ended = time.monotonic()
        self._rested_at = ended + REST * (ended - begun)

    async def round(self) -> int:
        """Queue what is due now; return how many messages that is."""
        now, library, count = self._clock.now(), self._library, 0
        for campaign in await self._store.read(notices.open_campaigns):
            after: int | None = 0
            while after is not None:
                queued, after = await self._in_turn(
                    partial(
                        notices.remind_contacts, campaign_id=campaign, after=after, library=library, now=now
                    )
                )
                count += self._told(queued)
            others = partial(notices.remind_others, campaign_id=campaign, library=library, now=now)
            count += self._told(await self._in_turn(others))
        return count

    async def _in_turn(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run one unit, then leave the store to others."""
        begun = time.perf_counter()
        value = await self._store.run(work)
        await asyncio.sleep(self._rest * (time.perf_counter() - begun))
        return value

    def _told(self, queued: int) -> int:
        if queued:
            self._queued()
        return queued
