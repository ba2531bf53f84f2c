"""Who may send what is due: one owner at a time, in order, and a former owner's late word is not heard."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from store.connection import Connection, Row
from store.database import Store
from store.migrate import upgrade_memory
from store.records import OutboxRow
from store.sqlite_driver import driver
from store.unit_of_work import UnitOfWork
from tests.store import given
from tests.store.outbox.claiming import LATER, claim, put, state_of


async def test_two_owners_never_hold_the_same_row(store: Store, database_url: str) -> None:
    await store.run(lambda uow: [given.push(uow, f"{n}", recipient=f"{n}") for n in range(60)])
    other = await Store.open(database_url)
    claimed = await asyncio.gather(
        *(each.run(lambda uow: claim(uow, limit=7)) for each in (store, other) for _ in range(10))
    )
    await other.close()
    ids = [row.id for rows in claimed for row in rows]
    assert len(ids) == len(set(ids)) == 60


async def test_only_what_is_due_is_claimed_urgent_first_and_then_as_it_was_put_in(store: Store) -> None:
    def add(uow: UnitOfWork) -> None:
        given.push(uow, "late", not_before=LATER)
        given.push(uow, "first")
        given.push(uow, "second", not_before=given.NOW - given.MINUTE)
        given.push(uow, "urgent", recipient="li", urgent=True)

    await store.run(add)
    assert [row.key for row in await store.run(claim)] == ["urgent", "first", "second"]
    assert [row.key for row in await store.run(claim)] == []


async def test_what_is_urgent_for_a_person_goes_alone(store: Store) -> None:
    await put(store, "routine")
    await store.run(lambda uow: given.push(uow, "urgent", urgent=True))
    (urgent,) = await store.run(claim)
    assert urgent.key == "urgent"
    await store.run(lambda uow: uow.outbox.sent(urgent.id, urgent.attempts, "", given.NOW))
    assert [row.key for row in await store.run(claim)] == ["routine"]


async def test_the_limit_takes_the_urgent_ones(store: Store) -> None:
    await store.run(lambda uow: [given.push(uow, f"{n}", recipient=f"p{n}", urgent=n == 3) for n in range(5)])
    assert [row.key for row in await store.run(lambda uow: claim(uow, limit=2))] == ["3", "0"]


async def test_an_expired_lease_is_retaken_and_the_first_owner_is_not_heard_any_more(store: Store) -> None:
    await put(store, "a")
    (first,) = await store.run(claim)
    assert await store.run(lambda uow: claim(uow, "two", after=59)) == ()
    (second,) = await store.run(lambda uow: claim(uow, "two", after=60))
    assert (second.attempts, second.lease_owner, second.outcome_unknown) == (2, "two", True)
    assert not await store.run(lambda uow: uow.outbox.sent(first.id, first.attempts, "late", LATER))
    assert not await store.run(lambda uow: uow.outbox.retry(first, "late", LATER))
    assert not await store.run(lambda uow: uow.outbox.dead(first.id, first.attempts, "late", LATER))
    assert await state_of(store, "a") == ("sending", "")
    assert await store.run(lambda uow: uow.outbox.sent(second.id, second.attempts, "msgid", LATER))
    assert not await store.run(lambda uow: uow.outbox.sent(second.id, second.attempts, "again", LATER))
    assert await state_of(store, "a") == ("sent", "msgid")


async def test_one_person_is_written_to_by_one_owner_at_a_time(store: Store) -> None:
    await put(store, "a", "b", "c")
    await store.run(lambda uow: given.push(uow, "other", recipient="li"))
    (first,) = await store.run(lambda uow: claim(uow, limit=1))
    assert [row.key for row in await store.run(lambda uow: claim(uow, "two"))] == ["other"]
    await store.run(lambda uow: uow.outbox.sent(first.id, first.attempts, "", given.NOW))
    assert [row.key for row in await store.run(lambda uow: claim(uow, "two"))] == ["b", "c"]


async def test_what_comes_behind_a_message_that_is_tried_again_waits_for_it(store: Store) -> None:
    await put(store, "a", "b", "c")
    a, b = await store.run(lambda uow: claim(uow, limit=2))
    await store.run(lambda uow: uow.outbox.release(b, given.NOW))
    await store.run(lambda uow: uow.outbox.retry(a, "busy", LATER))
    await store.run(lambda uow: given.push(uow, "reply", urgent=True))
    assert [row.key for row in await store.run(claim)] == ["reply"]
    (reply,) = [row for row in await store.read(lambda uow: uow.outbox.list()) if row.key == "reply"]
    await store.run(lambda uow: uow.outbox.sent(reply.id, reply.attempts, "", given.NOW))
    for key in "abc":
        (row,) = await store.run(lambda uow: claim(uow, limit=1, after=300))
        assert row.key == key
        await store.run(lambda uow, row=row: uow.outbox.sent(row.id, row.attempts, "", LATER))  # type: ignore[misc]


async def test_times_that_a_wrong_clock_left_behind_hold_nothing_up(store: Store) -> None:
    await put(store, "leased", "put back")
    await store.run(lambda uow: given.push(uow, "planned", not_before=given.NOW + timedelta(days=300)))
    year = 365 * 24 * 3600
    ahead = given.NOW + timedelta(seconds=year)
    await store.run(lambda uow: _add_at(uow, "made", ahead))
    leased, back = await store.run(lambda uow: claim(uow, limit=2, after=year))
    await store.run(lambda uow: uow.outbox.retry(back, "busy", given.NOW + timedelta(seconds=year + 5)))
    assert leased.lease_until is not None
    assert {row.key for row in await store.run(claim)} == {
        "leased",
        "put back",
        "made",
    }


def _add_at(uow: UnitOfWork, key: str, at: datetime) -> None:
    uow.outbox.add(key=key, channel="wecom", recipient="li", text="t", not_before=at, created_at=at)


def test_sqlite_finds_what_is_due_and_what_was_sent_by_the_index_made_for_it() -> None:
    raw = driver.connect(":memory:", isolation_level=None)
    upgrade_memory(raw)
    plans: list[str] = []

    def execute(sql: str, values: Sequence[Any]) -> Sequence[Row]:
        plans.extend(step for *_, step in raw.execute(f"EXPLAIN QUERY PLAN {sql}", values))
        return raw.execute(sql, values).fetchall()

    uow = UnitOfWork(Connection(SQLiteDialect_pysqlite(paramstyle="qmark"), execute))
    claim(uow)
    candidates = [step for step in plans if "candidate" in step]
    others = [step for step in plans if "other" in step]
    assert all("ix_outbox_open_in_order (channel=? AND urgent=?)" in step for step in candidates)
    assert all("ix_outbox_open_of_recipient (channel=? AND recipient=?" in step for step in others)
    numbers = [step for step in plans if "earlier" in step]
    assert all("COVERING INDEX ix_outbox_recipient_turn (recipient=?)" in step for step in numbers)
    assert numbers
    assert (len(candidates), len(others)) == (2, 4)
    plans.clear()
    uow.outbox.reached_since("wecom", given.NOW, LATER)
    uow.outbox.reached_since("wecom", given.NOW, LATER, "zhang")
    raw.close()
    everybody, one = plans
    assert "COVERING INDEX ix_outbox_channel_reached_at_messages (channel=? AND reached_at>?" in everybody
    assert "(channel=? AND recipient=? AND reached_at>?" in one


async def test_a_lease_is_taken_anew_only_by_its_owner_and_before_it_runs_out(store: Store) -> None:
    await put(store, "a")
    (first,) = await store.run(claim)

    def renew(row: OutboxRow, after: int) -> Callable[[UnitOfWork], bool]:
        now = given.NOW + timedelta(seconds=after)
        return lambda uow: uow.outbox.renew(row, now + timedelta(seconds=60), now)

    assert await store.run(renew(first, 40))
    assert await store.run(partial(claim, after=70)) == ()
    assert not await store.run(renew(first, 101))
    (second,) = await store.run(partial(claim, owner="two", after=102))
    assert not await store.run(renew(first, 103))
    assert await store.run(renew(second, 103))
