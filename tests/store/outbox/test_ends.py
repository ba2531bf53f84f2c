"""What becomes of a message: sent, put back, refused, given up or superseded, each only once."""

from datetime import datetime

import pytest

from store.database import Store
from store.unit_of_work import UnitOfWork
from tests.store import given
from tests.store.outbox.claiming import LATER, claim, put, state_of


async def test_a_message_put_back_is_claimed_again_when_its_time_comes(store: Store) -> None:
    await put(store, "a")
    (row,) = await store.run(claim)
    assert await store.run(lambda uow: uow.outbox.retry(row, "busy", LATER))
    assert await store.run(claim) == ()
    (again,) = await store.run(lambda uow: claim(uow, after=300))
    assert (again.attempts, again.answer, again.first_attempt_at) == (2, "busy", given.NOW)
    assert not again.outcome_unknown


@pytest.mark.parametrize("end", ["refuse", "dead", "ambiguous"])
async def test_an_end_is_kept_and_can_be_undone_by_an_administrator(store: Store, end: str) -> None:
    await put(store, "a")
    (row,) = await store.run(claim)
    assert await store.run(lambda uow: getattr(uow.outbox, end)(row.id, row.attempts, "81013", LATER))
    state = {"refuse": "refused"}.get(end, end)
    assert await state_of(store, "a") == (state, "81013")
    assert await store.run(lambda uow: claim(uow, after=3600)) == ()
    assert await store.run(lambda uow: uow.outbox.requeue(row.id, LATER))
    assert [again.key for again in await store.run(lambda uow: claim(uow, after=3600))] == ["a"]


async def test_a_sent_message_is_never_sent_again(store: Store) -> None:
    await put(store, "a")
    (row,) = await store.run(claim)
    await store.run(lambda uow: uow.outbox.sent(row.id, row.attempts, "msgid", LATER))
    assert not await store.run(lambda uow: uow.outbox.requeue(row.id, LATER))
    assert not await store.run(lambda uow: given.push(uow, "a"))
    assert await store.run(lambda uow: claim(uow, after=3600)) == ()


async def test_a_waiting_message_can_be_superseded_and_a_leased_one_only_by_its_owner(store: Store) -> None:
    await put(store, "a", "b")
    (first,) = await store.run(lambda uow: claim(uow, limit=1))
    waiting = await store.read(lambda uow: uow.outbox.by_key("b"))
    assert waiting is not None
    assert await store.run(lambda uow: uow.outbox.supersede(waiting.id, "已填报", LATER))
    assert not await store.run(lambda uow: uow.outbox.supersede(first.id, "已填报", LATER))
    assert await store.run(lambda uow: uow.outbox.supersede(first.id, "已填报", LATER, first.attempts))
    assert [await state_of(store, key) for key in "ab"] == [("superseded", "已填报")] * 2


async def test_the_next_due_time_counts_waiting_and_leased_messages(store: Store) -> None:
    def due(uow: UnitOfWork, channel: str = "wecom") -> datetime | None:
        return uow.outbox.next_due(channel, given.NOW)

    assert await store.read(due) is None
    await store.run(lambda uow: given.push(uow, "a", not_before=LATER))
    assert await store.read(due) == LATER
    assert await store.read(lambda uow: due(uow, "aibot")) is None
    await put(store, "b")
    assert await store.read(due) == given.NOW
    (row,) = await store.run(claim)
    assert await store.read(due) == given.NOW + given.MINUTE
    await store.run(lambda uow: uow.outbox.sent(row.id, row.attempts, "", given.NOW))
    assert await store.read(due) == LATER


async def test_what_was_claimed_and_not_tried_is_as_it_was(store: Store) -> None:
    await put(store, "a")
    (row,) = await store.run(claim)
    assert await store.run(lambda uow: uow.outbox.release(row, LATER))
    assert not await store.run(lambda uow: uow.outbox.release(row, LATER))
    (again,) = await store.run(lambda uow: claim(uow, after=300))
    assert (again.attempts, again.outcome_unknown, again.first_attempt_at) == (1, False, LATER)
