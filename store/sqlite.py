"""SQLite: one connection does all the work, group after group: long units in a thread, brief ones beside no other.

The driver lets the interpreter go at every statement. A unit in a thread of its own therefore changes places
with a busy event loop some ten times; for units of less than a millisecond that costs more than the work, so
that a unit said to be brief runs in the loop, and only what waits for the disk does not.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from store.errors import StoreUnavailableError
from store.group_commit import GroupCommit, Job, Place
from store.sqlite_driver import codes, driver
from store.unit_of_work import UnitOfWork

T = TypeVar("T")
R = TypeVar("R")

_BUSY_SECONDS = 10.0
_BETWEEN_TRIES = 0.01
_LARGEST_GROUP = 128
_MOST_IN_LOOP = 16
"""So many brief units run before the event loop gets on with the rest."""
# The releases in which the WAL-reset bug is mended: it can lose commits where two connections share a WAL.
_MENDED = (3, 51, 3)
_MENDED_BACKPORTS = ((3, 44, 6), (3, 50, 7))


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Return whether this SQLite release keeps every commit in WAL mode with several connections."""
    backported = any(version[:2] == mended[:2] and version >= mended for mended in _MENDED_BACKPORTS)
    return version >= _MENDED or backported


def connect(path: str, *, foreign_keys: bool = True) -> driver.Connection:
    """Open the database file so that a commit is durable and no transaction begins by itself."""
    connection = driver.connect(
        path,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        cached_statements=512,
        check_same_thread=False,  # The loop and the thread take turns: one waits while the other works.
    )
    journal, synchronous = (
        ("wal", "FULL") if wal_is_safe(driver.sqlite_version_info) else ("truncate", "EXTRA")
    )
    in_use = _kept_as(journal, connection)
    if in_use not in {journal, "memory"}:
        connection.close()
        raise StoreUnavailableError(f"SQLite keeps its journal as {in_use}, not as {journal}")
    connection.execute(f"PRAGMA synchronous={synchronous}")
    connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
    return connection


def _kept_as(journal: str, connection: driver.Connection) -> str:
    """Choose the journal and return which one SQLite keeps.

    Where several programs change that of a new file at the same moment, SQLite refuses all but one of them
    at once instead of waiting: to wait could be a deadlock.
    """
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            return str(connection.execute(f"PRAGMA journal_mode={journal}").fetchone()[0])
        except driver.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF != codes.SQLITE_BUSY or time.monotonic() > until:
                connection.close()
                raise
        time.sleep(_BETWEEN_TRIES)


def _wait_for_others(connection: driver.Connection, seconds: float) -> None:
    """Set how long a statement waits for another process that holds the file."""
    connection.execute(f"PRAGMA busy_timeout={round(seconds * 1000)}")


class SqliteBackend:
    """Runs the units that wait, group after group, and hands their outcomes back."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._loop = asyncio.get_running_loop()
        self._thread = ThreadPoolExecutor(1, "sqlite")
        self._jobs: deque[Job] = deque()
        self._performing: asyncio.Task[None] | None = None
        self._closed = False

    async def open(self, prepare: Callable[[driver.Connection], None] | None = None) -> None:
        """Open the file; `prepare` is what the connection is to be given first."""
        try:
            self._raw = await self._aside(self._connect, prepare)
        except (driver.Error, StoreUnavailableError) as error:
            self._thread.shutdown()
            raise StoreUnavailableError(f"{self._path}: {error}") from None
        self._group = GroupCommit(self._raw)

    async def run(self, work: Callable[[UnitOfWork], T], *, brief: bool) -> T:
        """Run a unit that writes and return when it is durable."""
        return await self._done(work, Place.LOOP if brief else Place.THREAD)

    async def read(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run a unit that only reads."""
        return await self._done(work, Place.VIEW)

    async def close(self) -> None:
        """Finish the units that wait, then let the file go."""
        if self._closed:
            return
        self._closed = True
        if self._performing is not None:
            await self._performing
        await self._aside(self._raw.close)
        self._thread.shutdown()

    async def _done(self, work: Callable[[UnitOfWork], T], place: Place) -> T:
        if self._closed:
            raise StoreUnavailableError("the store is closed")
        future: asyncio.Future[T] = self._loop.create_future()
        self._jobs.append(Job(work, future, place))
        if self._performing is None or self._performing.done():
            self._performing = self._loop.create_task(self._perform())
        return await future

    async def _perform(self) -> None:
        """Perform all that waits, and what comes meanwhile; units of one place share a transaction."""
        while self._jobs:
            jobs = self._waiting()
            if jobs[0].place is Place.LOOP:
                await self._in_loop(jobs)
            elif jobs[0].place is Place.THREAD:
                await self._aside(self._group.write, jobs)
            else:
                await self._aside(self._group.read, jobs)
            for job in jobs:
                job.tell()

    def _waiting(self) -> list[Job]:
        """Take the first unit that waits, with those behind it that are done in the same place."""
        place = self._jobs[0].place
        most = _MOST_IN_LOOP if place is Place.LOOP else _LARGEST_GROUP
        group: list[Job] = []
        while self._jobs and len(group) < most and self._jobs[0].place is place:
            group.append(self._jobs.popleft())
        return group

    async def _in_loop(self, jobs: list[Job]) -> None:
        """Commit in the thread, since it waits for the disk; the work before it waits for nothing.

        The transaction is begun there only where another process holds the file.
        """
        if not self._begins_at_once() and not await self._aside(self._group.begin, jobs):
            return
        lost = self._group.perform(jobs)
        if lost is None:
            await self._aside(self._group.commit, jobs)
        else:
            await self._aside(self._group.after_loss, jobs, lost)

    def _begins_at_once(self) -> bool:
        _wait_for_others(self._raw, 0)
        begun = self._group.begin(())
        _wait_for_others(self._raw, _BUSY_SECONDS)
        return begun

    async def _aside(self, call: Callable[..., R], *arguments: object) -> R:
        return await self._loop.run_in_executor(self._thread, call, *arguments)

    def _connect(self, prepare: Callable[[driver.Connection], None] | None) -> driver.Connection:
        raw = connect(self._path)
        if prepare is not None:
            prepare(raw)
        return raw
