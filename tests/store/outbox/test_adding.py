"""What is put into the outbox: each key once, each message with a turn and words of its own, and how it is listed."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import TypedDict, Unpack

import pytest

from store.database import Store
from store.records import OutboxRow, OutboxState
from store.unit_of_work import UnitOfWork
from tests import raw_sql
from tests.store import given
from tests.store.outbox.claiming import claim


class _Words(TypedDict, total=False):
    text: str
    content: Mapping[str, str]


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
        for row in await store.run(lambda uow, after=after: claim(uow, limit=3, after=after)):  # type: ignore[misc]
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
