"""PostgreSQL: units run on a pool of psycopg connections, and again where the database asks for it."""

import asyncio
import json
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import URL, Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from store.errors import CommitUncertainError, StoreUnavailableError, one_line
from store.types import exact_json
from store.unit_of_work import UnitOfWork

T = TypeVar("T")

_CONNECTIONS = 10
_WAIT_SECONDS = 3
# What lies between the attempts; together well under the five seconds in which the platform wants an answer.
_PAUSES = (0.01, 0.05, 0.1, 0.2, 0.4, 0.8)
_SERIALIZATION_FAILURE, _DEADLOCK, _UNIQUE_VIOLATION = "40001", "40P01", "23505"
_SERVER_NOT_THERE = ("08", "57P", "53300")


class PostgresBackend:
    """Runs each unit in a transaction of its own."""

    def __init__(self, url: URL) -> None:
        self._engine: AsyncEngine = create_async_engine(
            url,
            pool_size=_CONNECTIONS,
            max_overflow=0,
            pool_timeout=_WAIT_SECONDS,
            connect_args={"connect_timeout": _WAIT_SECONDS, "options": "-c lock_timeout=3s"},
            json_serializer=exact_json,
            json_deserializer=json.loads,
        )
        self._reader = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._closed = False

    async def run(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run a unit that writes and return when it is committed."""
        return await self._counted(self._engine, work)

    async def read(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run a unit that only reads, on one view of the database."""
        return await self._counted(self._reader, work)

    async def close(self) -> None:
        """Let the running units end, then close the connections."""
        self._closed = True
        await self._idle.wait()
        await self._engine.dispose()

    async def _counted(self, engine: AsyncEngine, work: Callable[[UnitOfWork], T]) -> T:
        if self._closed:
            raise StoreUnavailableError("the store is closed")
        self._running += 1
        self._idle.clear()
        try:
            return await _persistently(engine, work)
        except PoolTimeout as error:
            raise StoreUnavailableError("every connection is busy") from error
        except DBAPIError as error:
            if _is_gone(error):
                raise StoreUnavailableError(one_line(error.orig or error)) from error
            raise
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()


async def _persistently(engine: AsyncEngine, work: Callable[[UnitOfWork], T]) -> T:
    for pause in _PAUSES:
        try:
            return await _transaction(engine, work)
        except DBAPIError as error:
            if not _is_worth_repeating(error):
                raise
        await asyncio.sleep(pause)
    return await _transaction(engine, work)


async def _transaction(engine: AsyncEngine, work: Callable[[UnitOfWork], T]) -> T:
    async with engine.connect() as connection:
        value = await connection.run_sync(_perform, work)
        await _commit(connection)
        return value


def _perform(connection: Connection, work: Callable[[UnitOfWork], T]) -> T:
    uow = UnitOfWork(connection)
    value = work(uow)
    uow.audit.write()
    return value


async def _commit(connection: AsyncConnection) -> None:
    try:
        await connection.commit()
    except DBAPIError as error:
        if error.connection_invalidated:
            raise CommitUncertainError(one_line(error.orig or error)) from error
        raise


def _sqlstate(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", None) or "")


def _is_gone(error: DBAPIError) -> bool:
    """Return whether the server cannot be reached, so that the unit certainly was not committed."""
    state = _sqlstate(error)
    return error.connection_invalidated or not state or state.startswith(_SERVER_NOT_THERE)


def _is_worth_repeating(error: DBAPIError) -> bool:
    """Return whether a second attempt may succeed: units got in each other's way, or the server was away.

    A unique key that is taken counts: another unit was first, and the repeated one sees its row.
    """
    return _is_gone(error) or _sqlstate(error) in {_SERIALIZATION_FAILURE, _DEADLOCK, _UNIQUE_VIOLATION}
