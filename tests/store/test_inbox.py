"""Messages taken in: one row for a key, however often and by whomever it is delivered."""

import asyncio
from datetime import timedelta

from store.database import Store
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given


def _handle(uow: UnitOfWork) -> str:
    entry = given.message(uow, "m1")
    if entry.repeated:
        return entry.reply
    uow.outbox.add(
        key=f"effect-{entry.id}",
        channel="wecom",
        recipient="x",
        text="",
        not_before=given.NOW,
        created_at=given.NOW,
    )
    uow.inbox.finish(entry.id, "已入账", given.NOW)
    return "已入账"


async def test_a_repeated_message_gets_the_answer_of_the_first(store: Store) -> None:
    first = await store.run(lambda uow: given.message(uow, "m1"))
    assert (first.repeated, first.state) == (False, "received")
    await store.run(lambda uow: uow.inbox.finish(first.id, "已入账", given.NOW))
    second = await store.run(lambda uow: given.message(uow, "m1"))
    assert (second.id, second.repeated, second.state, second.reply) == (first.id, True, "done", "已入账")


async def test_the_same_key_on_another_channel_is_another_message(store: Store) -> None:
    await store.run(lambda uow: given.message(uow, "m1"))
    other = await store.run(lambda uow: given.message(uow, "m1", channel="wechat"))
    assert not other.repeated


async def test_deliveries_at_the_same_time_to_two_programs_give_one_row_and_one_effect(
    store: Store, database_url: str
) -> None:
    other = await Store.open(database_url)
    replies = await asyncio.gather(*(each.run(_handle) for each in (store, other) for _ in range(20)))
    await other.close()
    assert replies == ["已入账"] * 40
    assert raw_sql.run(database_url, "SELECT count(*) FROM inbox") == [(1,)]
    assert raw_sql.run(database_url, "SELECT count(*) FROM outbox") == [(1,)]


async def test_what_the_same_person_said_before_is_found_while_it_is_fresh(store: Store) -> None:
    def said(uow: UnitOfWork) -> list[tuple[str, str] | None]:
        first, other = given.message(uow, "m1"), given.message(uow, "m2", sender="li")
        uow.inbox.finish(first.id, "覆盖率", given.NOW)
        last = given.message(uow, "m3")
        fresh = given.NOW - timedelta(minutes=30)
        found = uow.inbox.before(last.id, "wecom", "zhang", fresh)
        nobody = uow.inbox.before(other.id, "wecom", "li", fresh)
        stale = uow.inbox.before(last.id, "wecom", "zhang", given.NOW + timedelta(minutes=1))
        return [found, nobody, stale]

    assert await store.run(said) == [("上报 19.2 91.5%", "覆盖率"), None, None]


async def test_a_failed_message_keeps_what_failed_and_what_the_sender_was_told(store: Store) -> None:
    def fail(uow: UnitOfWork) -> int:
        entry = given.message(uow, "m1")
        uow.inbox.fail(entry.id, "LookupError", "没有保存", given.NOW)
        return entry.id

    entry_id = await store.run(fail)
    row = await store.read(lambda uow: uow.inbox.get(entry_id))
    assert row is not None
    assert (row.state, row.error, row.reply, row.finished_at) == (
        "failed",
        "LookupError",
        "没有保存",
        given.NOW,
    )
    repeated = await store.run(lambda uow: given.message(uow, "m1"))
    assert (repeated.repeated, repeated.state, repeated.reply) == (True, "failed", "没有保存")


async def test_a_message_is_kept_as_it_was(store: Store) -> None:
    entry = await store.run(lambda uow: given.message(uow, "m1"))
    row = await store.read(lambda uow: uow.inbox.get(entry.id))
    assert row is not None
    assert (row.text, row.payload, row.sent_at) == ("上报 19.2 91.5%", {"agent": "1000002"}, given.NOW)
    assert await store.read(lambda uow: uow.inbox.get(entry.id + 1)) is None
