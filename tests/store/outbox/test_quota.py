"""How many messages count for the quota of a person and of everybody."""

from datetime import timedelta

from store.database import Store
from tests.store import given
from tests.store.outbox.claiming import LATER, claim, put


async def test_sent_messages_are_counted_for_the_quota(store: Store) -> None:
    await put(store, "a", "b", "c")
    rows = await store.run(lambda uow: claim(uow, limit=2))
    for n, row in enumerate(rows):
        at = given.NOW + n * given.MINUTE
        await store.run(lambda uow, row=row, at=at: uow.outbox.sent(row.id, row.attempts, "", at))  # type: ignore[misc]
    since = given.NOW - given.MINUTE
    assert await store.read(lambda uow: uow.outbox.reached_since("wecom", since, LATER, "zhang")) == 2
    assert await store.read(lambda uow: uow.outbox.reached_since("wecom", given.NOW, LATER, "zhang")) == 1
    assert await store.read(lambda uow: uow.outbox.reached_since("wecom", since, LATER, "li")) == 0


async def test_what_a_wrong_clock_sent_in_the_far_future_does_not_count_for_the_quota(store: Store) -> None:
    await put(store, "a")
    (row,) = await store.run(claim)
    ahead = given.NOW + timedelta(days=365)
    await store.run(lambda uow: uow.outbox.sent(row.id, row.attempts, "", ahead))
    since = given.NOW - given.MINUTE
    assert await store.read(lambda uow: uow.outbox.reached_since("wecom", since, given.NOW)) == 0
    assert await store.read(lambda uow: uow.outbox.reached_since("wecom", since, ahead)) == 1


async def test_an_attempt_that_nobody_recorded_counts_for_the_quota(store: Store) -> None:
    await put(store, "a")
    await store.run(claim)
    (row,) = await store.run(lambda uow: claim(uow, "two", after=60))
    assert row.reached_at == given.NOW + given.MINUTE
    assert await store.run(lambda uow: uow.outbox.reached_since("wecom", given.NOW, LATER, "zhang")) == 1
