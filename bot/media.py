"""The download loop: what people sent as evidence is fetched and kept before the platform drops it."""

import asyncio
import contextlib
import os
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.channels.base import Channel, DeliveryError, Outcome
from bot.clock import Clock
from bot.file_types import RefusedFileError
from bot.intake import Intake, MarkedSecretError
from bot.metrics import Metrics
from store.database import Store
from store.records import Evidence, ReceivedFile
from store.unit_of_work import UnitOfWork

LEASE = timedelta(seconds=180)
LIFETIME = timedelta(days=3)
FETCHED_AT_ONCE = 4
POLL_SECONDS = 5.0
PAUSES = (5.0, 30.0, 120.0, 600.0)
"""Seconds before each further attempt; the last pause goes on until the platform drops the file."""

Ending = Callable[[UnitOfWork, int, str, datetime], None]
"""How the story of a file ends without it: told of the evidence's id, and why."""

_log = structlog.get_logger()


class Shelf(Protocol):
    """What the conversation does when a file has come, or never will (`handlers.evidence.keeping`)."""

    def keep(self, uow: UnitOfWork, evidence_id: int, received: ReceivedFile, now: datetime) -> None:
        """The bytes are safely stored."""
        ...

    def refuse(self, uow: UnitOfWork, evidence_id: int, reason: str, now: datetime) -> None:
        """The bytes have come and are not taken; the sender is told why."""
        ...

    def withhold(self, uow: UnitOfWork, evidence_id: int, rule: str, now: datetime) -> None:
        """The file is marked as secret, by the rule of that name."""
        ...

    def give_up(self, uow: UnitOfWork, evidence_id: int, reason: str, now: datetime) -> None:
        """The bytes cannot be had; the sender is told why."""
        ...


class MediaFetcher:
    """Fetches the pending evidence of all channels of this process."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        intake: Intake,
        shelf: Shelf,
        clock: Clock,
        metrics: Metrics,
    ) -> None:
        self._store = store
        self._channels = channels
        self._intake = intake
        self._shelf = shelf
        self._clock = clock
        self._metrics = metrics
        self._owner = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._woken = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        """Look at once: somebody has sent a file."""
        self._woken.set()

    async def run(self) -> None:
        """Fetch until `stop`."""
        while not self._stopping:
            try:
                more = await self.round()
            except Exception:  # noqa: BLE001 -- a loop that ended would leave all the rest unfetched
                _log.exception("media_waits")
                more = False
            if not more:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(POLL_SECONDS):
                        await self._woken.wait()
                self._woken.clear()

    def stop(self) -> None:
        """Begin no further download; `run` ends when those under way have."""
        self._stopping = True
        self.wake()

    async def round(self) -> bool:
        """Fetch some of what is due; return whether there may be more."""
        now = self._clock.now()
        rows = await self._store.run(
            lambda uow: uow.evidence.claim_fetch(now, self._owner, LEASE, FETCHED_AT_ONCE)
        )
        async with asyncio.TaskGroup() as group:
            for row in rows:
                group.create_task(self._fetch(row))
        return len(rows) == FETCHED_AT_ONCE

    async def _fetch(self, row: Evidence) -> None:
        try:
            received = await self._download(row)
        except asyncio.CancelledError:
            await self._store.run(lambda uow: uow.evidence.fetch_failed(row.id, "stopped", self._clock.now()))
            raise
        except RefusedFileError as error:
            await self._end(row, self._shelf.refuse, str(error))
        except MarkedSecretError as error:
            await self._end(row, self._shelf.withhold, error.rule)
        except DeliveryError as error:
            await self._failed(row, error)
        except OSError as error:
            await self._failed(row, DeliveryError(Outcome.RETRY, f"disk: {type(error).__name__}"))
        else:
            self._metrics.fetches.labels("kept").inc()
            now = self._clock.now()
            await self._store.run(lambda uow: self._shelf.keep(uow, row.id, received, now))

    async def _download(self, row: Evidence) -> ReceivedFile:
        channel = self._channels.get(row.channel or "")
        if channel is None:
            raise DeliveryError(Outcome.RETRY, "no such channel in this process")
        async with channel.download(row.media_id) as download:
            return await self._intake.take_in(download.chunks, row.original_name or download.name)

    async def _failed(self, row: Evidence, error: DeliveryError) -> None:
        if error.outcome is Outcome.REFUSED:
            await self._end(row, self._shelf.give_up, "企业微信上已经没有这个文件")
            return
        now = self._clock.now()
        pause = error.retry_after or PAUSES[min(row.attempts, len(PAUSES)) - 1]
        deadline = row.fetch_deadline or row.at + LIFETIME
        if now >= deadline:
            held = "三天" if deadline - row.at > timedelta(days=1) else "5分钟"
            await self._end(row, self._shelf.give_up, f"{held}内没能从企业微信取到")
            return
        again_at = min(now + timedelta(seconds=pause), deadline)
        self._metrics.fetches.labels(error.outcome.value).inc()
        _log.warning("media_not_fetched", evidence_id=row.id, code=error.code, reason=error.reason)
        await self._store.run(lambda uow: uow.evidence.fetch_failed(row.id, error.reason, again_at))

    async def _end(self, row: Evidence, say: Ending, reason: str) -> None:
        self._metrics.abandoned.labels("evidence").inc()
        _log.error("media_given_up", evidence_id=row.id, reason=reason)
        now = self._clock.now()
        await self._store.run(lambda uow: say(uow, row.id, reason, now))
