"""The store: where units of work are run, on SQLite or PostgreSQL by the URL."""

from collections.abc import Callable
from typing import Protocol, Self, TypeVar

from store.sqlite import SqliteBackend
from store.sqlite_driver import driver
from store.unit_of_work import UnitOfWork
from store.url import MEMORY, is_sqlite, parse, sqlite_path

T = TypeVar("T")


class _Backend(Protocol):
    async def run(self, work: Callable[[UnitOfWork], T], *, brief: bool) -> T: ...

    async def read(self, work: Callable[[UnitOfWork], T]) -> T: ...

    async def close(self) -> None: ...


class Store:
    """Runs units of work.

    A unit is a plain function of a `UnitOfWork`: synchronous, and free of effects outside of the database,
    because it may be run again before it is committed.
    """

    def __init__(self, backend: _Backend) -> None:
        self._backend = backend
        self._brief = 0

    @classmethod
    async def open(cls, url: str) -> Self:
        """Open the database, which must be migrated; one in memory (tests) is made here.

        Raises DatabaseUrlError for a URL that is not understood, and StoreUnavailableError where SQLite cannot
        open its file; whether PostgreSQL is there shows at the first unit.
        """
        parsed = parse(url)
        if not is_sqlite(parsed):
            from store.postgres import PostgresBackend  # noqa: PLC0415 -- its driver takes 9 MB

            return cls(PostgresBackend(parsed))
        path = sqlite_path(parsed)
        backend = SqliteBackend(path)
        await backend.open(prepare=_in_memory if path == MEMORY else None)
        return cls(backend)

    async def run(self, work: Callable[[UnitOfWork], T], *, brief: bool = False) -> T:
        """Run a unit that writes; return what it returns, once all of it is durable.

        A `brief` one takes a few milliseconds at most, and may run in the event loop.

        What the unit raises comes back here, and nothing of the unit is kept. Raises StoreUnavailableError
        where the database gives way (nothing is kept) and CommitUncertainError where it did so in the commit.
        """
        self._brief += brief
        return await self._backend.run(work, brief=brief)

    async def read(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run a unit that only reads; an attempt to write raises."""
        return await self._backend.read(work)

    @property
    def brief_units(self) -> int:
        """How many brief units have been asked for so far: behind each of them somebody waits for an answer."""
        return self._brief

    async def close(self) -> None:
        """Finish what was begun and let the database go."""
        await self._backend.close()


def _in_memory(raw: driver.Connection) -> None:
    from store.migrate import upgrade_memory  # noqa: PLC0415 -- Alembic takes 9 MB

    upgrade_memory(raw)
