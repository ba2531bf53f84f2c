"""SQLite: one thread with one connection does all the work, in the order in which it comes."""

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from store.errors import StoreUnavailableError
from store.group_commit import GroupCommit, Job
from store.unit_of_work import UnitOfWork

T = TypeVar("T")

_BUSY_SECONDS = 10.0
_LARGEST_GROUP = 128
# The releases in which the WAL-reset bug is mended: it can lose commits where two connections share a WAL.
_MENDED = (3, 51, 3)
_MENDED_BACKPORTS = ((3, 44, 6), (3, 50, 7))


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Return whether this SQLite release keeps every commit in WAL mode with several connections."""
    backported = any(version[:2] == mended[:2] and version >= mended for mended in _MENDED_BACKPORTS)
    return version >= _MENDED or backported


def connect(path: str, *, foreign_keys: bool = True) -> sqlite3.Connection:
    """Open the database file so that a commit is durable and no transaction begins by itself."""
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, cached_statements=512)
    journal, synchronous = (
        ("wal", "FULL") if wal_is_safe(sqlite3.sqlite_version_info) else ("truncate", "EXTRA")
    )
    in_use = connection.execute(f"PRAGMA journal_mode={journal}").fetchone()[0]
    if in_use not in {journal, "memory"}:
        connection.close()
        raise StoreUnavailableError(f"SQLite keeps its journal as {in_use}, not as {journal}")
    connection.execute(f"PRAGMA synchronous={synchronous}")
    connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    return connection


class SqliteBackend:
    """Hands units to the thread and their outcomes back to the event loop."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._loop = asyncio.get_running_loop()
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._ended: asyncio.Future[None] = self._loop.create_future()
        self._closed = False

    async def open(self, prepare: Callable[[sqlite3.Connection], None] | None = None) -> None:
        """Start the thread; `prepare` is what its connection is to be given first."""
        opened: asyncio.Future[None] = self._loop.create_future()
        threading.Thread(target=self._live, args=(opened, prepare), name="sqlite", daemon=True).start()
        await opened

    async def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run a unit that writes and return when it is durable."""
        return await self._done(work, reads_only=False)

    async def read(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run a unit that only reads."""
        return await self._done(work, reads_only=True)

    async def close(self) -> None:
        """Finish the units that wait, then end the thread."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        await asyncio.shield(self._ended)

    async def _done(self, work: Callable[[UnitOfWork], T], *, reads_only: bool) -> T:
        if self._closed:
            raise StoreUnavailableError("the store is closed")
        future: asyncio.Future[T] = self._loop.create_future()
        self._jobs.put(Job(work, future, reads_only))
        return await future

    def _live(
        self, opened: asyncio.Future[None], prepare: Callable[[sqlite3.Connection], None] | None
    ) -> None:
        with contextlib.ExitStack() as ending:
            ending.callback(self._in_loop, self._end)
            try:
                raw = ending.enter_context(contextlib.closing(connect(self._path)))
                if prepare is not None:
                    prepare(raw)
            except (sqlite3.Error, StoreUnavailableError) as error:
                self._in_loop(opened.set_exception, StoreUnavailableError(f"{self._path}: {error}"))
                return
            self._in_loop(opened.set_result, None)
            group_commit = GroupCommit(raw)
            while jobs := self._waiting():
                self._perform(group_commit, jobs)

    def _perform(self, group_commit: GroupCommit, jobs: list[Job]) -> None:
        writing = [job for job in jobs if not job.reads_only]
        if writing:
            group_commit.write(writing)
            self._in_loop(_tell, writing)
        reading = [job for job in jobs if job.reads_only]
        if reading:
            group_commit.read(reading)
            self._in_loop(_tell, reading)

    def _waiting(self) -> list[Job]:
        """Wait for a unit and return it with those that have queued up behind it; nothing at the end."""
        job = self._jobs.get()
        group: list[Job] = []
        while job is not None:
            group.append(job)
            if len(group) == _LARGEST_GROUP:
                return group
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return group
        if group:
            self._jobs.put(None)
        return group

    def _end(self) -> None:
        self._closed = True
        with contextlib.suppress(Empty):
            while True:
                job = self._jobs.get_nowait()
                if job is not None:
                    job.fail(StoreUnavailableError("the store is closed"))
                    job.tell()
        self._ended.set_result(None)

    def _in_loop(self, call: Callable[..., Any], *arguments: object) -> None:
        with contextlib.suppress(RuntimeError):  # The loop is closed: nobody waits any more.
            self._loop.call_soon_threadsafe(call, *arguments)


def _tell(jobs: list[Job]) -> None:
    for job in jobs:
        job.tell()
