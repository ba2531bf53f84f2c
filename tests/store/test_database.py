"""Units of work: all of one is kept or nothing, whatever happens to those beside it."""

import asyncio
from collections.abc import Callable
from functools import partial

import pytest

from store.database import Store
from store.errors import BrokenRuleError, DatabaseUrlError, StoreUnavailableError
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given


async def _names(store: Store) -> list[str]:
    return [campaign.name for campaign in await store.read(lambda uow: uow.campaigns.list())]


def _open_and_fail(uow: UnitOfWork, name: str) -> None:
    given.campaign(uow, name)
    uow.audit.record(given.NOW, "zhang", "open", name, {})
    raise LookupError(name)


async def test_what_a_unit_returns_comes_back_and_what_it_wrote_is_there(store: Store) -> None:
    opened = await store.run(given.campaign)
    assert await store.read(lambda uow: uow.campaigns.get(opened.id)) == opened


async def test_a_kept_unit_is_seen_by_another_program_at_once(store: Store, database_url: str) -> None:
    await store.run(given.campaign)
    assert raw_sql.run(database_url, "SELECT name FROM campaign") == [("铁岭 2015",)]


async def test_a_unit_that_raises_leaves_no_trace_while_those_beside_it_are_kept(store: Store) -> None:
    units: list[Callable[[UnitOfWork], object]] = [
        partial(given.campaign, name="a"),
        partial(_open_and_fail, name="b"),
        partial(given.campaign, name="c"),
    ]
    outcomes = await asyncio.gather(*(store.run(unit) for unit in units), return_exceptions=True)
    assert isinstance(outcomes[1], LookupError)
    assert sorted(await _names(store)) == ["a", "c"]
    assert await store.read(lambda uow: uow.audit.head()[0]) == 0


async def test_the_tables_refuse_what_breaks_their_rules_and_nothing_of_the_unit_stays(store: Store) -> None:
    await store.run(given.campaign)

    def two_campaigns(uow: UnitOfWork) -> None:
        given.campaign(uow, "another")
        given.campaign(uow)

    with pytest.raises(BrokenRuleError):
        await store.run(two_campaigns)
    assert await _names(store) == ["铁岭 2015"]


async def test_a_unit_that_hides_a_failed_statement_is_not_kept(store: Store) -> None:
    await store.run(given.campaign)

    def hide(uow: UnitOfWork) -> None:
        given.campaign(uow, "another")
        with pytest.raises(Exception, match=r"(?i)unique"):
            given.campaign(uow)

    with pytest.raises(BrokenRuleError):
        await store.run(hide)
    assert await _names(store) == ["铁岭 2015"]


async def test_a_reading_unit_cannot_write(store: Store) -> None:
    with pytest.raises(Exception, match=r"(?i)read-?\s?only"):
        await store.read(given.campaign)
    assert await _names(store) == []


async def test_after_a_reading_unit_the_next_one_can_write(store: Store) -> None:
    assert await _names(store) == []
    await store.run(given.campaign)
    assert await _names(store) == ["铁岭 2015"]


async def test_only_units_that_somebody_waits_for_count_as_brief(store: Store) -> None:
    await store.run(given.campaign)
    assert store.brief_units == 0
    await store.run(partial(given.campaign, name="b"), brief=True)
    assert store.brief_units == 1


async def test_a_caller_that_gives_up_waiting_does_not_disturb_the_others(store: Store) -> None:
    waiting = asyncio.create_task(store.run(partial(given.campaign, name="a")))
    beside = asyncio.create_task(store.run(partial(given.campaign, name="b")))
    await asyncio.sleep(0)
    waiting.cancel()
    assert (await beside).name == "b"
    await asyncio.gather(waiting, return_exceptions=True)
    assert "b" in await _names(store)


async def test_closing_finishes_the_units_that_wait_and_refuses_new_ones(database_url: str) -> None:
    store = await Store.open(database_url)
    running = [asyncio.create_task(store.run(partial(given.campaign, name=f"{n}"))) for n in range(20)]
    await asyncio.sleep(0)
    await store.close()
    assert len(await asyncio.gather(*running)) == 20
    with pytest.raises(StoreUnavailableError):
        await store.run(given.campaign)
    with pytest.raises(StoreUnavailableError):
        await store.read(lambda uow: uow.campaigns.list())
    await store.close()
    rows = raw_sql.run(database_url, "SELECT count(*) FROM campaign")
    assert rows == [(20,)]


async def test_a_database_in_memory_has_its_tables_and_is_of_its_own() -> None:
    one, other = [await Store.open("sqlite+aiosqlite:///:memory:") for _ in range(2)]
    await one.run(given.campaign)
    assert [len(await _names(store)) for store in (one, other)] == [1, 0]
    await one.close()
    await other.close()


@pytest.mark.parametrize("url", ["mysql://host/kaohe", "kaohe.db", "", "postgresql+asyncpg://host/kaohe"])
async def test_a_database_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(DatabaseUrlError, match="database"):
        await Store.open(url)


async def test_a_file_that_cannot_be_opened_is_said_at_opening() -> None:
    with pytest.raises(StoreUnavailableError, match="unable to open"):
        await Store.open("sqlite:////nowhere/at/all/kaohe.db")


async def test_a_server_that_is_not_there_is_said_at_the_first_unit() -> None:
    store = await Store.open("postgresql+psycopg://127.0.0.1:1/kaohe")
    with pytest.raises(StoreUnavailableError):
        await store.run(given.campaign)
    await store.close()
