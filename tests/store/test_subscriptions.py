"""推送订阅: the last word counts."""

from functools import partial

from store.database import Store
from store.records import Subscription
from store.unit_of_work import UnitOfWork
from tests.store import given


async def test_what_a_person_wants_is_kept_and_replaced(store: Store) -> None:
    campaign = await store.run(given.campaign)
    leader = await store.run(partial(given.contact, campaign_id=campaign.id, role="leader"))
    other = await store.run(partial(given.contact, campaign_id=campaign.id, role="leader"))
    assert await store.read(lambda uow: uow.subscriptions.of(leader)) is None

    def change(uow: UnitOfWork) -> None:
        uow.subscriptions.set(leader, "week", 4, given.NOW)
        uow.subscriptions.set(leader, "paused", 0, given.NOW + given.MINUTE)

    await store.run(change)
    assert await store.read(lambda uow: uow.subscriptions.of(leader)) == Subscription(
        leader, "paused", 0, given.NOW + given.MINUTE
    )
    assert await store.read(lambda uow: uow.subscriptions.of(other)) is None
