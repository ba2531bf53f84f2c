"""通知: the last one about a thing counts, and what became of its message is read with it."""

from datetime import date

from store.database import Store
from store.records import Notice
from store.unit_of_work import UnitOfWork
from tests.store import given

DAY = date(2015, 6, 25)


async def test_the_last_notice_about_a_thing_is_read_with_the_state_of_its_message(store: Store) -> None:
    campaign = await store.run(given.campaign)
    contact = await store.run(lambda uow: given.contact(uow, campaign.id))

    def work(uow: UnitOfWork) -> tuple[Notice, ...]:
        uow.outbox.add(
            key="remind:2",
            channel="wecom",
            recipient="wang",
            text="还有2项",
            not_before=given.NOW,
            created_at=given.NOW,
        )
        uow.notices.mark(contact, "H1", date(2015, 6, 18), "remind:1")
        uow.notices.mark(contact, "H1", DAY, "remind:2")
        uow.notices.mark(contact, "Q3", None, "remind:1")
        return uow.notices.of(contact)

    told = {row.about: row for row in await store.run(work)}
    assert told["H1"] == Notice(contact, "H1", "2015-06-25", "remind:2", "pending")
    assert told["Q3"] == Notice(contact, "Q3", "", "remind:1", None)


async def test_notices_and_wishes_of_some_people_of_a_campaign_are_read_at_once(store: Store) -> None:
    campaign = await store.run(given.campaign)
    other = await store.run(lambda uow: given.campaign(uow, "另一个"))

    def work(uow: UnitOfWork) -> list[int]:
        people = [given.contact(uow, of) for of in (campaign.id, other.id, campaign.id, campaign.id)]
        for person in people:
            uow.notices.mark(person, "H1", DAY, "")
            uow.subscriptions.set_hour(person, "15:00", given.NOW)
        return people

    people = await store.run(work)
    notices = await store.read(lambda uow: uow.notices.between(campaign.id, people[0], people[2]))
    wishes = await store.read(lambda uow: uow.subscriptions.between(campaign.id, people[0], people[2]))
    assert {row.contact_id for row in notices} == {row.contact_id for row in wishes} == {people[0], people[2]}


async def test_an_hour_a_rhythm_and_a_delay_are_kept_beside_each_other(store: Store) -> None:
    campaign = await store.run(given.campaign)
    contact = await store.run(lambda uow: given.contact(uow, campaign.id))

    def work(uow: UnitOfWork) -> None:
        uow.subscriptions.set_hour(contact, "15:00", given.NOW)
        uow.subscriptions.set(contact, "eve", 0, given.NOW)
        uow.subscriptions.snooze(contact, given.NOW + given.MINUTE, given.NOW)

    await store.run(work)
    wish = await store.read(lambda uow: uow.subscriptions.of(contact))
    assert wish is not None
    assert (wish.hour, wish.rhythm, wish.snoozed_until) == ("15:00", "eve", given.NOW + given.MINUTE)


async def test_people_are_paged_with_what_their_accounts_are_in_other_campaigns(store: Store) -> None:
    campaign = await store.run(given.campaign)
    other = await store.run(lambda uow: given.campaign(uow, "另一个"))

    def work(uow: UnitOfWork) -> tuple[list[int], int]:
        people = [given.contact(uow, campaign.id) for _ in range(4)]
        for number, person in enumerate(people[:3]):
            uow.roster.bind(person, "wecom", f"account{number}", given.NOW)
        uow.roster.deactivate(people[1])
        twin = given.contact(uow, other.id)
        uow.roster.bind(twin, "wecom", "account0", given.NOW)
        return people, twin

    people, twin = await store.run(work)

    def read(uow: UnitOfWork) -> tuple[list[int], list[int], list[int]]:
        first = uow.roster.page(campaign.id, 0, 1)
        rest = uow.roster.page(campaign.id, first[-1].id, 10)
        elsewhere = uow.roster.elsewhere(campaign.id, people[0], people[3])
        return [one.id for one in first], [one.id for one in rest], [one.id for one in elsewhere]

    assert await store.read(read) == ([people[0]], [people[2]], [twin])


async def test_many_things_are_noted_at_once_and_the_last_about_one_counts(store: Store) -> None:
    campaign = await store.run(given.campaign)

    def work(uow: UnitOfWork) -> list[int]:
        people = [given.contact(uow, campaign.id) for _ in range(45)]
        uow.notices.mark(people[0], "H1", date(2015, 6, 18), "old")
        told = [(person, "H1", DAY, f"remind:{person}") for person in people]
        uow.notices.mark_all([(people[1], "H1", DAY, "before"), *told])
        uow.notices.mark_all([])
        return people

    people = await store.run(work)
    rows = await store.read(lambda uow: uow.notices.between(campaign.id, people[0], people[-1]))
    assert {(row.contact_id, row.about, row.day, row.key) for row in rows} == {
        (person, "H1", "2015-06-25", f"remind:{person}") for person in people
    }
    assert len(rows) == 45
