"""Work that one process alone may do at a time: the one that holds its lease in the store."""

import asyncio
import contextlib
import os
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from store.database import Store
from store.errors import StoreError

Work = Callable[[int], Awaitable[None]]
"""What the owner does, with its fence; cancelled when the lease is lost, and begun anew should it end."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Terms:
    """Seconds: how long a silent owner keeps the lease, and how often it is renewed or looked for.

    Together they are the longest time for which nobody does the work after its owner was killed.
    """

    lease: float = 40.0
    look: float = 10.0


TERMS = Terms()


class SoleOwner:
    """Runs `work` in this process whenever it holds the lease `name`.

    `note` is what the owner says of itself to whoever looks at the lease. `now` is the real time, on which
    the machines have to agree to a few seconds.
    """

    def __init__(
        self,
        store: Store,
        name: str,
        terms: Terms = TERMS,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.note = ""
        self._store = store
        self._name = name
        self._terms = terms
        self._lease = timedelta(seconds=terms.lease)
        self._now = now
        self._owner = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._stopping = asyncio.Event()

    async def run(self, work: Work) -> None:
        """Take the lease whenever it is free and do the work while it is held, until `stop`.

        A run that is cancelled leaves the lease to run out, as a killed process does.
        """
        while not self._stopping.is_set():
            fence = await self._take()
            if fence is not None:
                await self._own(fence, work)
            else:
                await self._pause()

    def stop(self) -> None:
        """End the work and let the lease go; `run` returns then."""
        self._stopping.set()

    async def holds(self, fence: int) -> bool:
        """Whether nobody else has taken the lease since; raises StoreError."""
        lease = await self._store.read(lambda uow: uow.leases.find(self._name))
        return lease is not None and lease.fence == fence

    async def _own(self, fence: int, work: Work) -> None:
        task = asyncio.create_task(self._forever(work, fence))
        try:
            await self._renew(fence)
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        if self._stopping.is_set():
            with contextlib.suppress(StoreError):
                await self._prolong(fence, timedelta())

    async def _forever(self, work: Work, fence: int) -> None:
        while True:
            try:
                await work(fence)
            except Exception:  # noqa: BLE001 -- work that ended for good would be done by nobody at all
                _log.exception("sole_owner_failed", name=self._name)
            await self._pause()

    async def _renew(self, fence: int) -> None:
        """Return when the lease is lost, or may be lost because the store could not be asked in time."""
        safe_until = self._now() + self._lease
        while not self._stopping.is_set():
            await self._pause()
            begun = self._now()
            left = (safe_until - begun).total_seconds()
            if left <= 0:
                return
            try:
                # An answer that comes after the lease has run out comes too late.
                async with asyncio.timeout(left):
                    if not await self._prolong(fence, self._lease):
                        return
            except Exception as error:  # noqa: BLE001 -- whatever it is, the lease may still be renewed in time
                _log.warning("lease_not_renewed", name=self._name, error=type(error).__name__)
            else:
                safe_until = begun + self._lease

    async def _take(self) -> int | None:
        now = self._now()
        until = now + self._lease
        try:
            return await self._store.run(lambda uow: uow.leases.take(self._name, self._owner, now, until))
        except Exception as error:  # noqa: BLE001 -- it is tried again as long as the process lives
            _log.warning("lease_not_taken", name=self._name, error=type(error).__name__)
            return None

    async def _prolong(self, fence: int, time: timedelta) -> bool:
        until, note = self._now() + time, self.note
        return await self._store.run(lambda uow: uow.leases.renew(self._name, fence, until, note))

    async def _pause(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._terms.look):
                await self._stopping.wait()
