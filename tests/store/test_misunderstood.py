"""没看懂: which messages of a campaign's people were not understood, since when."""

from store.database import Store
from store.unit_of_work import UnitOfWork
from tests.store import given


async def test_the_messages_come_back_with_their_words_and_senders(store: Store) -> None:
    campaign = await store.run(given.campaign)

    def work(uow: UnitOfWork) -> None:
        person = given.contact(uow, campaign.id, "zhang")
        for minute in range(3):
            entry = given.message(uow, f"m{minute}")
            uow.misunderstood.add(entry.id, campaign.id, person, given.NOW + minute * given.MINUTE)

    await store.run(work)
    found = await store.read(lambda uow: uow.misunderstood.since(campaign.id, given.NOW + given.MINUTE))
    assert [(row.text, row.contact_name) for row in found] == [("上报 19.2 91.5%", "张")] * 2
    assert await store.read(lambda uow: uow.misunderstood.since(campaign.id + 1, given.NOW)) == ()
