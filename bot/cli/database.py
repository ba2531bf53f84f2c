"""The configured database opened for one command, used and closed."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

from bot.cli.failures import CommandError
from bot.settings import Settings
from store.database import Store
from store.schema import is_current
from store.unit_of_work import UnitOfWork

Result = TypeVar("Result")


def run(settings: Settings, work: Callable[[UnitOfWork], Result]) -> Result:
    """Do the work in one transaction that is durable when this returns."""
    return use(settings, lambda store: store.run(work))


def read(settings: Settings, work: Callable[[UnitOfWork], Result]) -> Result:
    """Do work that writes nothing."""
    return use(settings, lambda store: store.read(work))


def use(settings: Settings, task: Callable[[Store], Awaitable[Result]]) -> Result:
    """Do a task of several transactions."""
    check_migrated(settings)

    async def with_store() -> Result:
        store = await Store.open(settings.database_url)
        try:
            return await task(store)
        finally:
            await store.close()

    return asyncio.run(with_store())


def now(settings: Settings) -> datetime:
    """The time for a single command: a rehearsal's start while one is set."""
    return settings.rehearsal_start or datetime.now(UTC)


def check_migrated(settings: Settings) -> None:
    """Raise CommandError where the database is not there or has the tables of another version."""
    try:
        ready = is_current(settings.database_url)
    except ValueError as error:
        raise CommandError(f"KAOHE_DATABASE_URL：{error}") from None
    if not ready:
        raise CommandError("数据库还没有建好或不是最新，请先运行 kaohe migrate")
