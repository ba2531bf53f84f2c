"""In a campaign of many assessed units a page of people is read at once; it must find what the long way finds."""

import random

from handlers.board import BoardLine
from handlers.campaign.campaigns import Opening, open_campaign
from handlers.campaign.library import Library
from handlers.notices import Position, remind_some
from handlers.reminding.book import Book
from store.database import Store
from store.records import Contact
from store.unit_of_work import UnitOfWork
from tests.scene import CHANNEL, at

TOWNS = tuple(f"{number}号街道" for number in range(30))
NOW = at("2013-12-10 09:00")


def report(uow: UnitOfWork, campaign: int, line: BoardLine, chance: random.Random) -> None:
    """Report the line wholly, in part, or and withdraw it again; now and then it is returned or accepted."""
    wanted = line.missing[: chance.randint(1, len(line.missing))]
    inputs: dict[str, object] = {item.name: True if item.type == "bool" else "100" for item in wanted}
    about = {
        "campaign_id": campaign,
        "code": line.criterion.code,
        "subject": line.subject,
        "unit": line.subject,
    }
    rest = {"contact_id": None, "inbox_id": None, "at": NOW}
    uow.submissions.add(**about, **rest, act="report", given=inputs, inputs=inputs, late=False)  # type: ignore[arg-type]
    if chance.random() < 0.1:
        uow.submissions.add(**about, **rest, act="withdraw", given={}, inputs=None, late=False)  # type: ignore[arg-type]
    elif chance.random() < 0.05:
        act = chance.choice(["return", "accept"])
        uow.reviews.add(**about, **rest, act=act, revision=1, reason="不清")  # type: ignore[arg-type]


async def test_what_was_entered_for_a_town_without_a_bound_contact_stops_nobodys_reminder(
    memory: Store,
) -> None:
    library = Library()

    def work(uow: UnitOfWork) -> set[str]:
        campaign = open_campaign(uow, library, "ezhou-2013", Opening("鄂州", subjects=TOWNS), NOW)
        for number, town in enumerate(TOWNS):
            contact = uow.roster.add(
                campaign_id=campaign.id, name=town, unit=town, role="contact", subject=town
            )
            if number != 1:
                uow.roster.bind(contact, CHANNEL, f"t{number}", NOW)
        book = Book(uow, campaign, library, NOW)
        absent = uow.roster.list(campaign.id)[1]
        line = book.missing(book.seat(absent))[0]
        report(uow, campaign.id, line, random.Random(1))
        remind_some(uow, Position((campaign.id,)), library, NOW)
        return {row.recipient for row in uow.outbox.list()}

    assert len(await memory.run(work)) == len(TOWNS) - 1


async def test_a_page_read_at_once_finds_the_same_missing_lines(memory: Store) -> None:
    chance, library = random.Random(20131210), Library()

    def work(uow: UnitOfWork) -> int:
        campaign = open_campaign(uow, library, "ezhou-2013", Opening("鄂州", subjects=TOWNS), NOW)
        for number, town in enumerate(TOWNS):
            own = town if number % 2 else ""
            contact = uow.roster.add(
                campaign_id=campaign.id,
                name=town,
                unit="街道办" if own else town,
                role="contact",
                subject=own,
            )
            uow.roster.bind(contact, CHANNEL, f"t{number}", NOW)
        book = Book(uow, campaign, library, NOW)
        for person in uow.roster.list(campaign.id):
            lines = [line for line in book.missing(book.seat(person)) if line.missing]
            for line in chance.sample(lines, chance.randint(0, 3) * (len(lines) // 3)):
                report(uow, campaign.id, line, chance)
        return campaign.id

    campaign_id = await memory.run(work)

    def found(uow: UnitOfWork, people: tuple[Contact, ...], *, at_once: bool) -> list[list[str]]:
        campaign = uow.campaigns.get(campaign_id)
        assert campaign is not None
        book = Book(uow, campaign, library, NOW)
        if at_once:
            book.read_for(people)
        rows = [book.missing(book.seat(person)) for person in people]
        return [sorted(f"{line.criterion.code} {line.subject}" for line in row) for row in rows]

    def both(uow: UnitOfWork) -> tuple[list[list[str]], list[list[str]]]:
        people = uow.roster.page(campaign_id, 0, 25)
        return found(uow, people, at_once=True), found(uow, people, at_once=False)

    quick, long = await memory.read(both)
    assert quick == long
    assert len({len(row) for row in long}) > 5
