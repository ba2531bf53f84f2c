"""What the bot sends: each key once, one owner at a time, a former owner's late word not heard."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypedDict, Unpack

import pytest
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from store.connection import Connection, Row
from store.database import Store
from store.migrate import upgrade_memory
from store.records import OutboxRow, OutboxState
from store.sqlite_driver import driver
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given

LATER = given.NOW + timedelta(minutes=5)


class _Words(TypedDict, total=False):
    text: str
    content: Mapping[str, str]


def _claim(uow: UnitOfWork, owner: str = "one", limit: int = 10, after: int = 0) -> tuple[OutboxRow, ...]:
    return uow.outbox.claim("wecom", given.NOW + timedelta(seconds=after), owner, 60, limit)


async def _add(store: Store, *keys: str) -> None:
    await store.run(lambda uow: [given.push(uow, key) for key in keys])


async def _state(store: Store, key: str) -> tuple[str, str]:
    row = await store.read(lambda uow: uow.outbox.by_key(key))
    assert row is not None
    return row.state, row.answer


async def test_a_key_that_three_planners_add_at_once_is_there_once(store: Store, database_url: str) -> None:
    planners = [store, await Store.open(database_url), await Store.open(database_url)]

    def plan(uow: UnitOfWork) -> int:
        return sum(given.push(uow, f"remind:{n}") for n in range(50))

    added = await asyncio.gather(*(planner.run(plan) for planner in planners))
    assert sum(added) == 50
    assert raw_sql.run(database_url, "SELECT count(*), count(DISTINCT key) FROM outbox") == [(50, 50)]
    for planner in planners[1:]:
        await planner.close()


async def test_no_two_messages_to_a_person_have_the_same_turn_and_a_repetition_keeps_its_own(
    store: Store,
) -> None:
    people = ("zhang", "li", "zhang")
    await store.run(
        lambda uow: [given.push(uow, f"{n}", recipient=people[n % 3], urgent=n % 5 == 0) for n in range(12)]
    )
    turns: dict[str, int] = {}
    for after in range(24):
        for row in await store.run(lambda uow, after=after: _claim(uow, limit=3, after=after)):  # type: ignore[misc]
            assert turns.setdefault(row.key, row.turn) == row.turn
            again = given.NOW + timedelta(seconds=after)
            await store.run(lambda uow, row=row, again=again: _once_more(uow, row, again))  # type: ignore[misc]
    of_zhang = [turn for key, turn in turns.items() if int(key) % 3 != 1]
    of_li = [turn for key, turn in turns.items() if int(key) % 3 == 1]
    assert (len(set(of_zhang)), len(set(of_li)), min(turns.values())) == (8, 4, 1)


def _once_more(uow: UnitOfWork, row: OutboxRow, again: datetime) -> bool:
    """The first attempt is tried again, the second has arrived."""
    if row.attempts == 1:
        return uow.outbox.retry(row, "{}", again)
    return uow.outbox.sent(row.id, row.attempts, "{}", again)


async def test_many_messages_are_added_at_once_each_key_once(store: Store) -> None:
    def add(uow: UnitOfWork, first: int, last: int) -> frozenset[str]:
        return uow.outbox.add_all(
            [
                {
                    "key": f"remind:{number}",
                    "channel": "wecom",
                    "recipient": f"u{number}",
                    "content": {"text": f"第{number}条", "owed": [["1.1", "县"]]},
                    "not_before": given.NOW,
                    "created_at": given.NOW,
                    "contact_id": None,
                }
                for number in range(first, last)
            ]
        )

    assert await store.run(lambda uow: add(uow, 0, 0)) == frozenset()
    assert len(await store.run(lambda uow: add(uow, 10, 13))) == 3
    added = await store.run(lambda uow: add(uow, 0, 71))
    assert added == {f"remind:{number}" for number in range(71)} - {"remind:10", "remind:11", "remind:12"}
    rows = await store.read(lambda uow: uow.outbox.list())
    assert len(rows) == 71
    assert all(row.recipient == f"u{row.key.split(':')[1]}" for row in rows)
    assert {(row.state, row.attempts, row.urgent, row.campaign_id) for row in rows} == {
        ("pending", 0, False, None)
    }
    assert {row.key: row.text for row in rows}["remind:70"] == "第70条"


async def test_two_owners_never_hold_the_same_row(store: Store, database_url: str) -> None:
    await store.run(lambda uow: [given.push(uow, f"{n}", recipient=f"{n}") for n in range(60)])
    other = await Store.open(database_url)
    claimed = await asyncio.gather(
        *(each.run(lambda uow: _claim(uow, limit=7)) for each in (store, other) for _ in range(10))
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
    assert [row.key for row in await store.run(_claim)] == ["urgent", "first", "second"]
    assert [row.key for row in await store.run(_claim)] == []


async def test_what_is_urgent_for_a_person_goes_alone(store: Store) -> None:
    await _add(store, "routine")
    await store.run(lambda uow: given.push(uow, "urgent", urgent=True))
    (urgent,) = await store.run(_claim)
    assert urgent.key == "urgent"
    await store.run(lambda uow: uow.outbox.sent(urgent.id, urgent.attempts, "", given.NOW))
    assert [row.key for row in await store.run(_claim)] == ["routine"]


async def test_the_limit_takes_the_urgent_ones(store: Store) -> None:
    await store.run(lambda uow: [given.push(uow, f"{n}", recipient=f"p{n}", urgent=n == 3) for n in range(5)])
    assert [row.key for row in await store.run(lambda uow: _claim(uow, limit=2))] == ["3", "0"]


async def test_an_expired_lease_is_retaken_and_the_first_owner_is_not_heard_any_more(store: Store) -> None:
    await _add(store, "a")
    (first,) = await store.run(_claim)
    assert await store.run(lambda uow: _claim(uow, "two", after=59)) == ()
    (second,) = await store.run(lambda uow: _claim(uow, "two", after=60))
    assert (second.attempts, second.lease_owner, second.outcome_unknown) == (2, "two", True)
    assert not await store.run(lambda uow: uow.outbox.sent(first.id, first.attempts, "late", LATER))
    assert not await store.run(lambda uow: uow.outbox.retry(first, "late", LATER))
    assert not await store.run(lambda uow: uow.outbox.dead(first.id, first.attempts, "late", LATER))
    assert await _state(store, "a") == ("sending", "")
    assert await store.run(lambda uow: uow.outbox.sent(second.id, second.attempts, "msgid", LATER))
    assert not await store.run(lambda uow: uow.outbox.sent(second.id, second.attempts, "again", LATER))
    assert await _state(store, "a") == ("sent", "msgid")


async def test_a_message_put_back_is_claimed_again_when_its_time_comes(store: Store) -> None:
    await _add(store, "a")
    (row,) = await store.run(_claim)
    assert await store.run(lambda uow: uow.outbox.retry(row, "busy", LATER))
    assert await store.run(_claim) == ()
    (again,) = await store.run(lambda uow: _claim(uow, after=300))
    assert (again.attempts, again.answer, again.first_attempt_at) == (2, "busy", given.NOW)
    assert not again.outcome_unknown


@pytest.mark.parametrize("end", ["refuse", "dead", "ambiguous"])
async def test_an_end_is_kept_and_can_be_undone_by_an_administrator(store: Store, end: str) -> None:
    await _add(store, "a")
    (row,) = await store.run(_claim)
    assert await store.run(lambda uow: getattr(uow.outbox, end)(row.id, row.attempts, "81013", LATER))
    state = {"refuse": "refused"}.get(end, end)
    assert await _state(store, "a") == (state, "81013")
    assert await store.run(lambda uow: _claim(uow, after=3600)) == ()
    assert await store.run(lambda uow: uow.outbox.requeue(row.id, LATER))
    assert [again.key for again in await store.run(lambda uow: _claim(uow, after=3600))] == ["a"]


async def test_a_sent_message_is_never_sent_again(store: Store) -> None:
    await _add(store, "a")
    (row,) = await store.run(_claim)
    await store.run(lambda uow: uow.outbox.sent(row.id, row.attempts, "msgid", LATER))
    assert not await store.run(lambda uow: uow.outbox.requeue(row.id, LATER))
    assert not await store.run(lambda uow: given.push(uow, "a"))
    assert await store.run(lambda uow: _claim(uow, after=3600)) == ()


async def test_a_waiting_message_can_be_superseded_and_a_leased_one_only_by_its_owner(store: Store) -> None:
    await _add(store, "a", "b")
    (first,) = await store.run(lambda uow: _claim(uow, limit=1))
    waiting = await store.read(lambda uow: uow.outbox.by_key("b"))
    assert waiting is not None
    assert await store.run(lambda uow: uow.outbox.supersede(waiting.id, "已填报", LATER))
    assert not await store.run(lambda uow: uow.outbox.supersede(first.id, "已填报", LATER))
    assert await store.run(lambda uow: uow.outbox.supersede(first.id, "已填报", LATER, first.attempts))
    assert [await _state(store, key) for key in "ab"] == [("superseded", "已填报")] * 2


async def test_the_next_due_time_counts_waiting_and_leased_messages(store: Store) -> None:
    def due(uow: UnitOfWork, channel: str = "wecom") -> datetime | None:
        return uow.outbox.next_due(channel, given.NOW)

    assert await store.read(due) is None
    await store.run(lambda uow: given.push(uow, "a", not_before=LATER))
    assert await store.read(due) == LATER
    assert await store.read(lambda uow: due(uow, "aibot")) is None
    await _add(store, "b")
    assert await store.read(due) == given.NOW
    (row,) = await store.run(_claim)
    assert await store.read(due) == given.NOW + given.MINUTE
    await store.run(lambda uow: uow.outbox.sent(row.id, row.attempts, "", given.NOW))
    assert await store.read(due) == LATER


async def test_sent_messages_are_counted_for_the_quota(store: Store) -> None:
    await _add(store, "a", "b", "c")
    rows = await store.run(lambda uow: _claim(uow, limit=2))
    for n, row in enumerate(rows):
        at = given.NOW + n * given.MINUTE
        await store.run(lambda uow, row=row, at=at: uow.outbox.sent(row.id, row.attempts, "", at))  # type: ignore[misc]
    since = given.NOW - given.MINUTE
    assert await store.read(lambda uow: uow.outbox.reached_since("wecom", since, LATER, "zhang")) == 2
    assert await store.read(lambda uow: uow.outbox.reached_since("wecom", given.NOW, LATER, "zhang")) == 1
    assert await store.read(lambda uow: uow.outbox.reached_since("wecom", since, LATER, "li")) == 0


async def test_what_a_wrong_clock_sent_in_the_far_future_does_not_count_for_the_quota(store: Store) -> None:
    await _add(store, "a")
    (row,) = await store.run(_claim)
    ahead = given.NOW + timedelta(days=365)
    await store.run(lambda uow: uow.outbox.sent(row.id, row.attempts, "", ahead))
    since = given.NOW - given.MINUTE
    assert await store.read(lambda uow: uow.outbox.reached_since("wecom", since, given.NOW)) == 0
    assert await store.read(lambda uow: uow.outbox.reached_since("wecom", since, ahead)) == 1


async def test_messages_are_listed_by_state_recipient_and_person(store: Store) -> None:
    def add(uow: UnitOfWork) -> int:
        contact_id = given.contact(uow, given.campaign(uow).id)
        given.push(uow, "a")
        uow.outbox.add(
            key="b",
            channel="wecom",
            recipient="li",
            content={"kind": "sheet"},
            not_before=given.NOW,
            contact_id=contact_id,
            created_at=given.NOW,
        )
        return contact_id

    def keys(
        uow: UnitOfWork,
        state: OutboxState | None = None,
        recipient: str | None = None,
        person: int | None = None,
    ) -> list[str]:
        return [row.key for row in uow.outbox.list(state, recipient, person)]

    contact_id = await store.run(add)
    assert await store.read(keys) == ["a", "b"]
    assert await store.read(partial(keys, state="pending", recipient="li")) == ["b"]
    assert await store.read(partial(keys, person=contact_id)) == ["b"]
    assert await store.read(partial(keys, state="sent")) == []


async def test_a_message_has_a_text_or_a_content(store: Store) -> None:
    def add(uow: UnitOfWork, **words: Unpack[_Words]) -> OutboxRow | None:
        uow.outbox.add(
            key="a", channel="wecom", recipient="zhang", not_before=given.NOW, created_at=given.NOW, **words
        )
        return uow.outbox.by_key("a")

    row = await store.run(partial(add, content={"kind": "sheet"}, text="成绩单"))
    assert row is not None
    assert (row.content, row.text) == ({"kind": "sheet", "text": "成绩单"}, "成绩单")
    with pytest.raises(ValueError, match="text or a content"):
        await store.run(add)


async def test_one_person_is_written_to_by_one_owner_at_a_time(store: Store) -> None:
    await _add(store, "a", "b", "c")
    await store.run(lambda uow: given.push(uow, "other", recipient="li"))
    (first,) = await store.run(lambda uow: _claim(uow, limit=1))
    assert [row.key for row in await store.run(lambda uow: _claim(uow, "two"))] == ["other"]
    await store.run(lambda uow: uow.outbox.sent(first.id, first.attempts, "", given.NOW))
    assert [row.key for row in await store.run(lambda uow: _claim(uow, "two"))] == ["b", "c"]


async def test_what_comes_behind_a_message_that_is_tried_again_waits_for_it(store: Store) -> None:
    await _add(store, "a", "b", "c")
    a, b = await store.run(lambda uow: _claim(uow, limit=2))
    await store.run(lambda uow: uow.outbox.release(b, given.NOW))
    await store.run(lambda uow: uow.outbox.retry(a, "busy", LATER))
    await store.run(lambda uow: given.push(uow, "reply", urgent=True))
    assert [row.key for row in await store.run(_claim)] == ["reply"]
    (reply,) = [row for row in await store.read(lambda uow: uow.outbox.list()) if row.key == "reply"]
    await store.run(lambda uow: uow.outbox.sent(reply.id, reply.attempts, "", given.NOW))
    for key in "abc":
        (row,) = await store.run(lambda uow: _claim(uow, limit=1, after=300))
        assert row.key == key
        await store.run(lambda uow, row=row: uow.outbox.sent(row.id, row.attempts, "", LATER))  # type: ignore[misc]


async def test_what_was_claimed_and_not_tried_is_as_it_was(store: Store) -> None:
    await _add(store, "a")
    (row,) = await store.run(_claim)
    assert await store.run(lambda uow: uow.outbox.release(row, LATER))
    assert not await store.run(lambda uow: uow.outbox.release(row, LATER))
    (again,) = await store.run(lambda uow: _claim(uow, after=300))
    assert (again.attempts, again.outcome_unknown, again.first_attempt_at) == (1, False, LATER)


async def test_an_attempt_that_nobody_recorded_counts_for_the_quota(store: Store) -> None:
    await _add(store, "a")
    await store.run(_claim)
    (row,) = await store.run(lambda uow: _claim(uow, "two", after=60))
    assert row.reached_at == given.NOW + given.MINUTE
    assert await store.run(lambda uow: uow.outbox.reached_since("wecom", given.NOW, LATER, "zhang")) == 1


async def test_times_that_a_wrong_clock_left_behind_hold_nothing_up(store: Store) -> None:
    await _add(store, "leased", "put back")
    await store.run(lambda uow: given.push(uow, "planned", not_before=given.NOW + timedelta(days=300)))
    year = 365 * 24 * 3600
    ahead = given.NOW + timedelta(seconds=year)
    await store.run(lambda uow: _add_at(uow, "made", ahead))
    leased, back = await store.run(lambda uow: _claim(uow, limit=2, after=year))
    await store.run(lambda uow: uow.outbox.retry(back, "busy", given.NOW + timedelta(seconds=year + 5)))
    assert leased.lease_until is not None
    assert {row.key for row in await store.run(_claim)} == {
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
    _claim(uow)
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
    await _add(store, "a")
    (first,) = await store.run(_claim)

    def renew(row: OutboxRow, after: int) -> Callable[[UnitOfWork], bool]:
        now = given.NOW + timedelta(seconds=after)
        return lambda uow: uow.outbox.renew(row, now + timedelta(seconds=60), now)

    assert await store.run(renew(first, 40))
    assert await store.run(partial(_claim, after=70)) == ()
    assert not await store.run(renew(first, 101))
    (second,) = await store.run(partial(_claim, owner="two", after=102))
    assert not await store.run(renew(first, 103))
    assert await store.run(renew(second, 103))
