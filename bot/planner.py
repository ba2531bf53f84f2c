"""The planner: makes the day's plan in small units of work, so that whoever writes to the bot never waits for it."""

import asyncio
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from bot.clock import Clock
from handlers import notices
from handlers.campaign.library import Library
from store.database import Store
from store.unit_of_work import UnitOfWork

T = TypeVar("T")

FEWEST, MOST = 4, 128
"""So many people are looked at in one unit: few while somebody writes to the bot, since each unit makes him wait."""
UNDISTURBED = 0.5
"""Seconds without any message after which more people are looked at in one unit."""
YIELDING = 9
"""While people write, a unit is followed by so many times its own length in which the store is theirs alone."""

REST = 9
"""A round is followed by so many times the length of its work of rest: a large office's plan takes a tenth of a core."""


class Planner:
    """Queues what is due; one round looks at everybody once."""

    def __init__(self, store: Store, library: Library, clock: Clock, queued: Callable[[], None]) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._queued = queued
        self._disturbed_at, self._brief_units = 0.0, 0
        self._rested_at = 0.0
        self._worked = 0.0

    async def tick(self) -> None:
        """Make a round, unless the last one was so long that it is still time to rest."""
        if time.monotonic() < self._rested_at:
            return
        self._worked = 0.0
        await self.round()
        self._rested_at = time.monotonic() + REST * self._worked

    async def round(self) -> int:
        """Queue what is due now; return how many messages that is."""
        now, library, count = self._clock.now(), self._library, 0
        self._disturbed_at = time.monotonic()  # Nobody knows yet who else is there.
        at = notices.Position(await self._store.read(notices.open_campaigns))
        while at.campaigns:
            some = partial(notices.remind_some, at=at, library=library, now=now, most=self._people())
            queued, at = await self._in_turn(some)
            if queued:
                self._queued()
            count += queued
        return count

    async def _in_turn(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run one unit; while people write to the bot, leave the store to them for longer than that took."""
        begun = time.monotonic()
        value = await self._store.run(work)
        ended = time.monotonic()
        self._worked += ended - begun
        if self._store.brief_units != self._brief_units:
            self._disturbed_at, self._brief_units = ended, self._store.brief_units
        if self._is_disturbed:
            await asyncio.sleep(YIELDING * (ended - begun))
        return value

    @property
    def _is_disturbed(self) -> bool:
        return time.monotonic() - self._disturbed_at < UNDISTURBED

    def _people(self) -> int:
        return FEWEST if self._is_disturbed else MOST
