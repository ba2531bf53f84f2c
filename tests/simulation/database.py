"""The one database of a simulated history: real SQLite in memory, which outlives the processes."""

import asyncio
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any, TypeVar

from store.connection import Connection
from store.database import Store
from store.errors import CommitUncertainError, StoreUnavailableError
from store.group_commit import _DIALECT, GroupCommit, Job, Place
from store.migrate import upgrade_memory
from store.repositories.audit import NO_HASH
from store.sqlite_driver import driver
from store.unit_of_work import UnitOfWork
from tests.simulation.plan import FAULTS_END, Plan

T = TypeVar("T")


_USED = ("inbox", "outbox", "audit")
_APPEND_ONLY = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit%deleted'"


@cache
def _connection() -> driver.Connection:
    """One for all histories, since preparing the statements anew would cost more than running them."""
    raw = driver.connect(":memory:", isolation_level=None, cached_statements=512)
    upgrade_memory(raw)
    for (name,) in raw.execute(_APPEND_ONLY).fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    return raw


def _emptied() -> driver.Connection:
    raw = _connection()
    for table in _USED:
        raw.execute(f"DELETE FROM {table}")
    raw.execute("UPDATE audit_head SET seq = 0, hash = ?", [NO_HASH])
    return raw


class Database:
    """What is durable, and how slowly and badly it answers."""

    def __init__(self, plan: Plan, dice: Random) -> None:
        self._raw = _emptied()
        self._group = GroupCommit(self._raw)
        self._plan = plan
        self._dice = dice

    def store(self) -> Store:
        """A process's way to it."""
        return Store(self)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Look at it from outside of the history, at once."""
        return self._raw.execute(sql).fetchall()

    def first_broken_link(self) -> int | None:
        """The number of the first audit row that is not what was written."""
        return UnitOfWork(
            Connection(_DIALECT, lambda sql, values: self._raw.execute(sql, values).fetchall())
        ).audit.verify()

    async def run(self, work: Callable[[UnitOfWork], T], *, brief: bool) -> T:
        """As the real one does, in its own time: the effect comes in the midst of the call."""
        await self._wait()
        fault = self._fault()
        if fault == "before":
            raise StoreUnavailableError("planned")
        result = await self._perform(work, reads_only=False)
        await self._wait()
        if fault == "after":
            raise CommitUncertainError("planned")
        return result

    async def read(self, work: Callable[[UnitOfWork], T]) -> T:
        """Read, after a while."""
        await self._wait()
        return await self._perform(work, reads_only=True)

    async def close(self) -> None:
        """Nothing to let go."""

    async def _perform(self, work: Callable[[UnitOfWork], T], *, reads_only: bool) -> T:
        place = Place.VIEW if reads_only else Place.LOOP
        job = Job(work, asyncio.get_running_loop().create_future(), place)
        (self._group.read if reads_only else self._group.write)([job])
        job.tell()
        result: T = await job.future
        return result

    async def _wait(self) -> None:
        now = asyncio.get_running_loop().time()
        end = max((end for start, end in self._plan.stalls if start <= now < end), default=now)
        await asyncio.sleep(end - now + self._dice.uniform(0.0005, 0.01))

    def _fault(self) -> str:
        if asyncio.get_running_loop().time() > FAULTS_END or self._dice.random() >= self._plan.store_faults:
            return ""
        return self._dice.choice(("before", "after"))
