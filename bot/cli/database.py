"""One unit of work for one command: the configured database opened, used and closed."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from bot.cli.failures import CommandError
from bot.settings import Settings
from store.database import Store
from store.migrate import is_current
from store.unit_of_work import UnitOfWork

Result = TypeVar("Result")


def run(settings: Settings, work: Callable[[UnitOfWork], Result]) -> Result:
    """Do the work in one transaction that is durable when this returns."""
    return asyncio.run(_in_store(settings, work, write=True))


def read(settings: Settings, work: Callable[[UnitOfWork], Result]) -> Result:
    """Do work that writes nothing."""
    return asyncio.run(_in_store(settings, work, write=False))


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


async def _in_store(settings: Settings, work: Callable[[UnitOfWork], Result], *, write: bool) -> Result:
    check_migrated(settings)
    store = await Store.open(settings.database_url)
    try:
        return await (store.run(work) if write else store.read(work))
    finally:
        await store.close()
