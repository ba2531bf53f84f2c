"""PostgreSQL: units that get in each other's way are run again, and what is hopeless is said."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy.util.concurrency import await_

from store import postgres as backend
from store.database import Store
from store.errors import BrokenRuleError, CommitUncertainError, StoreUnavailableError
from store.records import Account
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.postgres import connect
from tests.store import given


@pytest.fixture
async def store(postgres_url: str) -> AsyncIterator[Store]:
    """Give a store on PostgreSQL."""
    opened = await Store.open(postgres_url)
    yield opened
    await opened.close()


async def test_two_units_that_wait_for_each_other_both_end_well(store: Store) -> None:
    def two_accounts(uow: UnitOfWork) -> list[Account]:
        return [uow.accounts.speaker("wecom", userid) for userid in ("li", "zhang")]

    accounts = await store.run(two_accounts)
    both_hold_one = asyncio.Barrier(2)
    runs: list[str] = []

    async def run(first: int, second: int) -> None:
        met = False

        def lock_both(uow: UnitOfWork) -> None:
            nonlocal met
            runs.append(accounts[first].userid)
            uow.accounts.set_misunderstandings(accounts[first], 1)
            if not met:
                met = True
                await_(both_hold_one.wait())
            uow.accounts.set_misunderstandings(accounts[second], 1)

        await store.run(lock_both)

    await asyncio.gather(run(0, 1), run(1, 0))
    assert len(runs) == 3


async def test_an_amendment_of_what_has_changed_meanwhile_is_built_anew(store: Store) -> None:
    campaign_id = (await store.run(given.campaign)).id
    seen: list[int] = []

    def amend(uow: UnitOfWork) -> None:
        before = uow.submissions.current(campaign_id, "甲县", ["19.2"])
        seen.append(len(before))
        if len(seen) == 1:
            await_(store.run(amend))
        given.report(uow, campaign_id, actual=f"{len(before) + 1}")

    await store.run(amend)
    assert seen == [0, 0, 1]
    history = await store.read(lambda uow: uow.submissions.history(campaign_id, "19.2", "甲县"))
    assert [(row.revision, row.inputs) for row in history] == [(1, {"actual": "1"}), (2, {"actual": "2"})]


async def test_a_rule_that_stays_broken_is_told_without_a_long_wait(store: Store) -> None:
    await store.run(given.campaign)
    loop = asyncio.get_running_loop()
    began = loop.time()
    with pytest.raises(BrokenRuleError, match="uq_campaign_name"):
        await store.run(given.campaign)
    assert loop.time() - began < sum(backend._PAUSES)


async def test_a_row_that_another_program_holds_too_long_fails_the_unit(
    store: Store, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backend, "_LOCK_SECONDS", 0.05)
    impatient = await Store.open(postgres_url)
    account = await store.run(lambda uow: uow.accounts.speaker("wecom", "zhang"))
    with connect(postgres_url) as other, other.transaction():
        other.execute("SELECT * FROM account FOR UPDATE")
        with pytest.raises(StoreUnavailableError, match="lock"):
            await impatient.run(lambda uow: uow.accounts.set_misunderstandings(account, 1))
    await impatient.run(lambda uow: uow.accounts.set_misunderstandings(account, 1))
    await impatient.close()


async def test_when_every_connection_is_busy_the_unit_fails_and_can_be_sent_again(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backend, "_CONNECTIONS", 1)
    monkeypatch.setattr(backend, "_WAIT_SECONDS", 0.05)
    store = await Store.open(postgres_url)
    busy, go_on = asyncio.Event(), asyncio.Event()

    def keep_busy(uow: UnitOfWork) -> None:
        uow.campaigns.list()
        busy.set()
        await_(go_on.wait())

    slow = asyncio.create_task(store.run(keep_busy))
    await busy.wait()
    with pytest.raises(StoreUnavailableError, match="busy"):
        await store.run(given.campaign)
    go_on.set()
    await slow
    await store.run(given.campaign)
    await store.close()


async def test_a_connection_that_is_cut_within_a_unit_is_replaced_and_the_unit_run_again(
    store: Store, postgres_url: str
) -> None:
    runs: list[int] = []

    def cut(uow: UnitOfWork) -> None:
        given.campaign(uow)
        runs.append(1)
        if len(runs) == 1:
            raw_sql.run(
                postgres_url,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()",
            )
        uow.audit.record(given.NOW, "zhang", "open", "x", {})

    await store.run(cut)
    assert len(runs) == 2
    assert raw_sql.run(postgres_url, "SELECT count(*) FROM campaign") == [(1,)]


async def test_a_connection_that_is_cut_by_the_commit_leaves_the_outcome_open(
    store: Store, postgres_url: str
) -> None:
    # The cut comes from within the commit: a deferred trigger ends the connection that runs it.
    raw_sql.run(
        postgres_url,
        "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$",
        "CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON campaign DEFERRABLE INITIALLY DEFERRED"
        " FOR EACH ROW EXECUTE FUNCTION cut()",
    )
    with pytest.raises(CommitUncertainError):
        await store.run(given.campaign)
    raw_sql.run(postgres_url, "DROP TRIGGER cut ON campaign")
    await store.run(given.campaign)
