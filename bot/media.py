"""The download loop: what people sent as evidence is fetched and kept before the platform drops it."""

import asyncio
import contextlib
import os
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Protocol

import filetype
import structlog

from bot.channels.base import Channel, DeliveryError, Outcome
from bot.clock import Clock
from bot.metrics import Metrics
from store.database import Store
from store.files import EvidenceFiles, StoredFile, TooLargeError
from store.records import Evidence
from store.unit_of_work import UnitOfWork

LEASE = timedelta(seconds=180)
LIFETIME = timedelta(days=3)
MOST_MEGABYTES = 50
FETCHED_AT_ONCE = 4
POLL_SECONDS = 5.0
PAUSES = (5.0, 30.0, 120.0, 600.0)
"""Seconds before each further attempt; the last pause goes on until the platform drops the file."""

_MEGABYTE = 1024 * 1024
_log = structlog.get_logger()


class Shelf(Protocol):
    """What the conversation does when a file has come, or never will (`handlers.evidence`)."""

    def keep(
        self, uow: UnitOfWork, evidence_id: int, file: StoredFile, mime: str, name: str, now: datetime
    ) -> None:
        """The bytes are safely stored."""
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
        files: EvidenceFiles,
        shelf: Shelf,
        clock: Clock,
        metrics: Metrics,
    ) -> None:
        self._store = store
        self._channels = channels
        self._files = files
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
            file, mime, name = await self._download(row)
        except asyncio.CancelledError:
            await self._store.run(lambda uow: uow.evidence.fetch_failed(row.id, "stopped", self._clock.now()))
            raise
        except TooLargeError:
            await self._give_up(row, f"超过{MOST_MEGABYTES}MB")
        except DeliveryError as error:
            await self._failed(row, error)
        except OSError as error:
            await self._failed(row, DeliveryError(Outcome.RETRY, f"disk: {type(error).__name__}"))
        else:
            self._metrics.fetches.labels("kept").inc()
            now = self._clock.now()
            await self._store.run(lambda uow: self._shelf.keep(uow, row.id, file, mime, name, now))

    async def _download(self, row: Evidence) -> tuple[StoredFile, str, str]:
        channel = self._channels.get(row.channel or "")
        if channel is None:
            raise DeliveryError(Outcome.RETRY, "no such channel in this process")
        async with (
            channel.download(row.media_id) as download,
            self._files.receive(download.chunks, MOST_MEGABYTES * _MEGABYTE) as draft,
        ):
            kind = await asyncio.to_thread(filetype.guess, str(draft.path))
            file = await self._files.keep(draft)
        mime = kind.mime if kind else download.mime
        ending = f".{kind.extension}" if kind else ""
        return file, mime, row.original_name or download.name or f"{row.kind}-{row.id}{ending}"

    async def _failed(self, row: Evidence, error: DeliveryError) -> None:
        if error.outcome is Outcome.REFUSED:
            await self._give_up(row, "企业微信上已经没有这个文件")
            return
        now = self._clock.now()
        pause = error.retry_after or PAUSES[min(row.attempts, len(PAUSES)) - 1]
        deadline = row.fetch_deadline or row.at + LIFETIME
        if now >= deadline:
            held = "三天" if deadline - row.at > timedelta(days=1) else "5分钟"
            await self._give_up(row, f"{held}内没能从企业微信取到")
            return
        again_at = min(now + timedelta(seconds=pause), deadline)
        self._metrics.fetches.labels(error.outcome.value).inc()
        _log.warning("media_not_fetched", evidence_id=row.id, code=error.code, reason=error.reason)
        await self._store.run(lambda uow: uow.evidence.fetch_failed(row.id, error.reason, again_at))

    async def _give_up(self, row: Evidence, reason: str) -> None:
        self._metrics.abandoned.labels("evidence").inc()
        _log.error("media_given_up", evidence_id=row.id, reason=reason)
        now = self._clock.now()
        await self._store.run(lambda uow: self._shelf.give_up(uow, row.id, reason, now))
