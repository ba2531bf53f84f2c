"""PostgreSQL: units run on a pool of psycopg connections, and again where the database asks for it."""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

import psycopg
import sqlalchemy
from sqlalchemy import URL, Dialect
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.util.concurrency import await_

from store.connection import Connection, Row
from store.errors import BrokenRuleError, CommitUncertainError, StoreUnavailableError, one_line
from store.types import exact_json
from store.unit_of_work import UnitOfWork

T = TypeVar("T")

_DIALECT: Dialect = PGDialect_psycopg(dbapi=psycopg, paramstyle="format")  # type: ignore[no-untyped-call]
_CONNECTIONS = 10
_WAIT_SECONDS = 3
_LOCK_SECONDS = 3.0
# Seconds between the attempts while the server is away, well under the five that the platform waits for us.
_PAUSES = (0.01, 0.05, 0.1, 0.2, 0.4, 0.8)
_PAUSE_AFTER_CLASH = 0.01
_SERIALIZATION_FAILURE, _DEADLOCK, _UNIQUE_VIOLATION = "40001", "40P01", "23505"
_LOCK_NOT_AVAILABLE = "55P03"
_SERVER_NOT_THERE = ("08", "57P", "53300")


class PostgresBackend:
    """Runs each unit in a transaction of its own."""

    def __init__(self, url: URL) -> None:
        self._engine: AsyncEngine = create_async_engine(
            url,
            pool_size=_CONNECTIONS,
            max_overflow=0,
            pool_timeout=_WAIT_SECONDS,
            connect_args={"connect_timeout": _WAIT_SECONDS, "options": f"-c lock_timeout={_LOCK_SECONDS}s"},
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

    async def run(self, work: Callable[[UnitOfWork], T], *, brief: bool) -> T:
        """Run a unit that writes and return when it is committed; all run in the event loop, brief or not."""
        del brief
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
        except (psycopg.Error, DBAPIError) as error:
            raise _in_our_words(error) from error
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()


async def _persistently(engine: AsyncEngine, work: Callable[[UnitOfWork], T]) -> T:
    for pause in _PAUSES:
        try:
            return await _transaction(engine, work)
        except (psycopg.Error, DBAPIError) as error:
            if not (_is_gone(error) or _is_clash(error)):
                raise
            wait = pause if _is_gone(error) else _PAUSE_AFTER_CLASH
        await asyncio.sleep(wait)
    return await _transaction(engine, work)


async def _transaction(engine: AsyncEngine, work: Callable[[UnitOfWork], T]) -> T:
    async with engine.connect() as connection:
        _ = await connection.begin()
        value = await connection.run_sync(_perform, work)
        await _commit(connection)
        return value


def _perform(connection: sqlalchemy.Connection, work: Callable[[UnitOfWork], T]) -> T:
    driver = cast("psycopg.AsyncConnection[Row]", connection.connection.driver_connection)

    def execute(sql: str, parameters: Sequence[Any]) -> Sequence[Row]:
        return await_(_rows(driver, sql, parameters))

    uow = UnitOfWork(Connection(_DIALECT, execute))
    value = work(uow)
    uow.finish()
    return value


async def _rows(driver: psycopg.AsyncConnection[Row], sql: str, parameters: Sequence[Any]) -> Sequence[Row]:
    # Only prepared statements of our own come here, whose SQL holds no value.
    cursor = await driver.execute(sql.encode(), parameters)
    returns_rows = cursor.pgresult is not None and cursor.pgresult.nfields > 0
    return await cursor.fetchall() if returns_rows else ()


async def _commit(connection: AsyncConnection) -> None:
    try:
        await connection.commit()
    except DBAPIError as error:
        if error.connection_invalidated:
            raise CommitUncertainError(one_line(error.orig or error)) from error
        raise


def _sqlstate(error: Exception) -> str:
    driver_error = error.orig if isinstance(error, DBAPIError) else error
    return str(getattr(driver_error, "sqlstate", None) or "")


def _is_gone(error: Exception) -> bool:
    """Return whether the server cannot be reached, so that the unit certainly was not committed."""
    state = _sqlstate(error)
    return state.startswith(_SERVER_NOT_THERE) or (
        not state and isinstance(error, psycopg.OperationalError | DBAPIError)
    )


def _is_clash(error: Exception) -> bool:
    """Return whether another unit got in the way, so that this one may succeed if it is run again.

    A unique key that is taken counts: the other was first, and the repeated unit sees its row.
    """
    return _sqlstate(error) in {_SERIALIZATION_FAILURE, _DEADLOCK, _UNIQUE_VIOLATION}


def _in_our_words(error: Exception) -> Exception:
    """Return what the caller gets: an outage, a broken rule, or the error itself where code is at fault."""
    said = one_line((error.orig if isinstance(error, DBAPIError) else None) or error)
    if _sqlstate(error).startswith("23"):
        return BrokenRuleError(said)
    if _is_gone(error) or _is_clash(error) or _sqlstate(error) == _LOCK_NOT_AVAILABLE:
        return StoreUnavailableError(said)
    return error
