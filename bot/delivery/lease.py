"""The lease of one message: held while its document is made, and young enough when it is sent."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any, TypeVar

from bot.channels.base import DeliveryError, Outcome
from bot.clock import Clock
from store.database import Store
from store.records import OutboxRow

_T = TypeVar("_T")

LEASE_SECONDS = 45
FRESH_SECONDS = 5.0
"""A lease that is older is taken anew before anything is sent, which may take as long as nearly all of it."""
RENEW_SECONDS = 15.0
MAKING_SECONDS = 180.0
"""A document that was not made and uploaded by then is tried again later."""
_SPARE_SECONDS = 5.0
"""For keeping what came of it."""


class LostLeaseError(Exception):
    """The lease ran out: another process may be sending the message."""


class Lease:
    """The lease on a claimed message; `seconds` gives the time in seconds from any beginning."""

    def __init__(
        self, store: Store, clock: Clock, seconds: Callable[[], float], row: OutboxRow, taken_at: float
    ) -> None:
        self._store = store
        self._clock = clock
        self._seconds = seconds
        self._row = row
        self._taken_at = taken_at

    @property
    def left(self) -> float:
        """For how many seconds a call may still take."""
        return LEASE_SECONDS - _SPARE_SECONDS - self._age

    async def freshen(self) -> None:
        """Take the lease anew unless that was only just done; raises LostLeaseError and StoreError."""
        if self._age > FRESH_SECONDS:
            await self._renew()

    async def during(self, work: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
        """Hold the lease while that is done of which nobody sees anything, and end it where that fails.

        Raises LostLeaseError, StoreError, and DeliveryError where it takes too long.
        """
        await self._renew()
        doing = asyncio.create_task(work())
        try:
            async with asyncio.timeout(MAKING_SECONDS):
                while not (await asyncio.wait((doing,), timeout=RENEW_SECONDS))[0]:
                    await self._renew()
        except TimeoutError:
            raise DeliveryError(Outcome.RETRY, "not made in time") from None
        finally:
            doing.cancel()
        return doing.result()

    @property
    def _age(self) -> float:
        return self._seconds() - self._taken_at

    async def _renew(self) -> None:
        taken_at, now = self._seconds(), self._clock.now()
        until = now + timedelta(seconds=LEASE_SECONDS)
        if not await self._store.run(lambda uow: uow.outbox.renew(self._row, until, now)):
            raise LostLeaseError
        self._taken_at = taken_at
