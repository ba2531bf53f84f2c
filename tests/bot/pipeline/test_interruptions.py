"""Nothing that was acknowledged is lost when the bot dies, the database is away or the disk is full."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from bot.spool import Spool
from store.database import Store
from store.errors import StoreError, StoreUnavailableError
from store.sqlite_driver import driver
from tests.bot.pipeline.desk import HURRIED, Desk, Gate, message


async def test_a_message_acknowledged_before_a_crash_is_handled_after_the_restart(
    hurried: Desk, tmp_path: Path
) -> None:
    """The caller was told 200 with the message on disk, and the process died with nothing in the database."""
    await hurried.spool.keep(message())
    after = Desk(hurried.store, tmp_path)
    assert len(after.spool) == 1
    await after.pipeline.recover()
    assert [row.text for row in await after.outbox()] == ["已记录：上报 19.2 91.5%"]
    await after.pipeline.recover()
    assert (await after.handled(), len(await after.outbox()), len(after.spool)) == (1, 1, 0)
    assert Spool(tmp_path / "late").__len__() == 0


async def test_a_message_handled_before_a_crash_is_not_handled_again_after_the_restart(
    hurried: Desk, tmp_path: Path
) -> None:
    gate = hurried.conversation.does = Gate()
    assert await hurried.receive(message()) == ""
    gate.open()
    assert await hurried.answers_by_outbox() == ["迟到：上报 19.2 91.5%"]
    await hurried.spool.keep(message())  # It died before the file was gone.
    after = Desk(hurried.store, tmp_path)
    await after.pipeline.recover()
    assert (await after.handled(), len(await after.outbox()), len(after.spool)) == (1, 1, 0)


async def test_a_closed_store_takes_nothing_in(desk: Desk) -> None:
    await desk.store.close()
    with pytest.raises(StoreUnavailableError):
        await desk.receive(message())


async def test_a_store_that_comes_back_gets_what_was_acknowledged(
    hurried: Desk, sqlite_url: str, tmp_path: Path
) -> None:
    await hurried.spool.keep(message())
    await hurried.store.close()
    await hurried.pipeline.recover()
    assert len(hurried.spool) == 1
    store = await Store.open(sqlite_url)
    after = Desk(store, tmp_path)
    await after.pipeline.recover()
    assert await after.handled() == 1
    await store.close()


async def test_a_message_that_the_disk_does_not_take_is_not_acknowledged(
    hurried: Desk, tmp_path: Path
) -> None:
    gate = hurried.conversation.does = Gate()
    (tmp_path / "late").rmdir()
    (tmp_path / "late").write_text("no folder")
    with pytest.raises(StoreError):
        await hurried.receive(message())
    gate.open()
    assert await hurried.answers_by_outbox() == ["迟到：上报 19.2 91.5%"]
    assert await hurried.receive(message()) == ""


@contextmanager
def locked(database_url: str) -> Iterator[None]:
    """Somebody else holds the database, so that nothing can be written."""
    if database_url.startswith("sqlite"):
        with closing(driver.connect(database_url.partition("///")[2], isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
    else:
        with psycopg.connect(database_url.replace("+psycopg", "")) as server:
            server.execute("LOCK TABLE inbox IN EXCLUSIVE MODE")
            yield


async def test_a_database_that_is_held_for_long_is_waited_for_without_keeping_the_platform(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    desk = Desk(store, tmp_path, HURRIED)
    with locked(database_url):
        assert await desk.receive(message()) == ""
        assert len(desk.spool) == 1
    assert await desk.answers_by_outbox() == ["已记录：上报 19.2 91.5%"]
    assert (await desk.handled(), len(desk.spool)) == (1, 0)
