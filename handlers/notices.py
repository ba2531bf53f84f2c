"""提醒 and 汇总: what is due to be said at a moment, computed from what the store holds.

What a person was told last stands beside the message that told it, in one transaction: a tick that comes late,
twice or from two processes says it once, and what was given up unsent is said again where it is still of use.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time
from typing import NamedTuple

from handlers.campaign.library import Library
from handlers.messages import Push
from handlers.people.speaking import speaker_of
from handlers.reminding.averages import announcements
from handlers.reminding.book import Book, Books
from handlers.reminding.digests import digests
from handlers.reminding.escalation import LATE, STEPS, escalations, waiting
from handlers.reminding.places import Place
from handlers.reminding.reminders import further, reminder
from handlers.reminding.told import Saying, Told, queue
from store.records import Contact, Subscription
from store.unit_of_work import UnitOfWork

PAGE = 32
"""So many people are looked at in one transaction, unless it is said how many."""


class Position(NamedTuple):
    """How far a plan has got: the campaigns that are still to be looked at, and after whom in the first of them."""

    campaigns: tuple[int, ...]
    after: int = 0


def remind(uow: UnitOfWork, now: datetime, library: Library, *, dry_run: bool = False) -> tuple[Push, ...]:
    """Queue what is due at `now` and was not queued before; with `dry_run` only say what would be."""
    said: list[Push] = []
    for campaign in open_campaigns(uow):
        sayings = list(_campaign(uow, campaign, library, now))
        if dry_run:
            said += [one.push for one in sayings if uow.outbox.by_key(one.push.key) is None]
        else:
            # One after the other: who hears of several campaigns gets no more a day than anybody else.
            said += [one.push for one in queue(uow, sayings, now)]
    return tuple(said)


def open_campaigns(uow: UnitOfWork) -> tuple[int, ...]:
    """The ids of the campaigns that run."""
    return tuple(campaign.id for campaign in uow.campaigns.list() if campaign.state == "open")


def remind_some(
    uow: UnitOfWork, at: Position, library: Library, now: datetime, most: int = PAGE
) -> tuple[int, Position]:
    """Queue what the next people are due, `most` of them or a few more, of however many campaigns.

    Returns how many messages there were, and where to go on.
    """
    books, count = Books(uow, library, now), 0
    while at.campaigns and most > 0:
        people = uow.roster.page(at.campaigns[0], at.after, most)
        count += len(queue(uow, list(_reminders(uow, at.campaigns[0], people, books)), now))
        if len(people) == most:
            return count, Position(at.campaigns, people[-1].id)
        queued, others = _remind_others(uow, books.of(at.campaigns[0]), library)
        count, most, at = count + queued, most - len(people) - others, Position(at.campaigns[1:])
    return count, at


def _remind_others(uow: UnitOfWork, book: Book | None, library: Library) -> tuple[int, int]:
    """Queue what supervisors, the office and leaders of the campaign are due.

    Returns how many messages there were, and how many people were looked at for them, at least one.
    """
    if book is None or not book.is_open:
        return 0, 1
    people = _others(uow, book)
    queued = queue(uow, list(_for_others(uow, book, people, library)), book.now)
    # Who has nothing to hear of late lines today is not looked at again at every tick.
    for person in waiting(book, people, _told(uow, people)):
        uow.notices.mark(person.id, LATE, book.today, "")
    return len(queued), max(1, len(people))


def _campaign(uow: UnitOfWork, campaign_id: int, library: Library, now: datetime) -> Iterator[Saying]:
    books, after = Books(uow, library, now), 0
    while people := uow.roster.page(campaign_id, after, PAGE):
        after = people[-1].id
        yield from _reminders(uow, campaign_id, people, books)
    book = books.of(campaign_id)
    if book is not None and book.is_open:
        yield from _for_others(uow, book, _others(uow, book), library)


def _reminders(
    uow: UnitOfWork, campaign_id: int, people: Sequence[Contact], books: Books
) -> Iterator[Saying]:
    """What the contacts among these people are due; who is in several campaigns is reminded in the first."""
    book = books.of(campaign_id)
    if book is None or not people or not book.is_open:
        return
    span = campaign_id, people[0].id, people[-1].id
    book.read_for(people)
    told = Told(uow.notices.between(*span))
    wishes = {wish.contact_id: wish for wish in uow.subscriptions.between(*span)}
    elsewhere: dict[tuple[str | None, str | None], list[Contact]] = {}
    for other in uow.roster.elsewhere(*span):
        elsewhere.setdefault((other.channel, other.account), []).append(other)
    for person in people:
        if person.role != "contact":
            continue
        others = elsewhere.get((person.channel, person.account), [])
        if not others:
            places = [Place.of(book, person, wishes.get(person.id))]
            yield from _due(places, told)
        elif (several := _places(uow, person, others, books)) is not None:
            rows = [row for place in several for row in uow.notices.of(place.contact.id)]
            yield from _due(several, Told(rows))


def _due(places: Sequence[Place], told: Told) -> Iterator[Saying]:
    saying = reminder(places, told)
    if saying is not None:
        yield saying
    yield from further(places, told)


def _places(uow: UnitOfWork, person: Contact, others: Sequence[Contact], books: Books) -> list[Place] | None:
    """Where the person reports, the campaign that it speaks in first; None where another place comes before."""
    found = []
    for contact in (person, *others):
        book = books.of(contact.campaign_id)
        if contact.role == "contact" and book is not None and book.is_open:
            wish: Subscription | None = uow.subscriptions.of(contact.id)
            found.append(Place.of(book, contact, wish))
    if min(place.contact.id for place in found) != person.id:
        return None
    account = uow.accounts.find(person.channel or "", person.account or "")
    speaker = speaker_of(account, uow) if account is not None else None
    current = speaker.campaign.id if speaker is not None else max(place.book.campaign.id for place in found)
    return sorted(found, key=lambda place: place.book.campaign.id != current)


def _for_others(uow: UnitOfWork, book: Book, people: Sequence[Contact], library: Library) -> Iterator[Saying]:
    """汇总, 逾期 and 平均值 of one campaign, for these of its people; to nobody more than the day allows."""
    reachable = [person for person in people if person.account is not None]
    told = _told(uow, reachable)
    left = {contact_id: known.left(book.today) for contact_id, known in told.items()}
    for saying in _wanted(uow, book, people, told, library):
        room = left.get(saying.contact.id, 1)
        left[saying.contact.id] = room - 1
        if room > 0:
            yield saying


def _wanted(
    uow: UnitOfWork, book: Book, people: Sequence[Contact], told: Mapping[int, Told], library: Library
) -> Iterator[Saying]:
    """The same without a limit, what is most urgent first."""
    reachable = [person for person in people if person.account is not None]
    yield from escalations(book, people, told, dict(_hours(uow, book, reachable)))
    for person in reachable:
        if person.role == "leader":
            yield from digests(uow, book, person, told[person.id], library)
    yield from announcements(uow, book, reachable)


def _others(uow: UnitOfWork, book: Book) -> list[Contact]:
    """Who hears of others' work; the contacts too once something may be late or wait for an average."""
    campaign_id = book.campaign.id
    if book.has_ended_any or book.deadlines.arranged.targets:
        people: Iterable[Contact] = uow.roster.list(campaign_id)
    else:
        people = [person for role in STEPS for person in uow.roster.list(campaign_id, role=role)]
    return [person for person in people if person.active]


def _told(uow: UnitOfWork, people: Sequence[Contact]) -> dict[int, Told]:
    """What each of those was told who hears of others' work, in all campaigns."""
    return {
        person.id: Told(row for one in _everywhere(uow, person) for row in uow.notices.of(one))
        for person in people
        if person.role in STEPS and person.account is not None
    }


def _everywhere(uow: UnitOfWork, person: Contact) -> Sequence[int]:
    """The contact ids of the same person in every campaign."""
    others = uow.roster.elsewhere(person.campaign_id, person.id, person.id)
    return [person.id, *(other.id for other in others)]


def _hours(uow: UnitOfWork, book: Book, people: Iterable[Contact]) -> Iterator[tuple[int, time]]:
    """At what time those want to hear of others' work who have chosen one, within the office's hours."""
    for person in people:
        wish: Subscription | None = uow.subscriptions.of(person.id) if person.role in STEPS else None
        hour = time.fromisoformat(wish.hour) if wish is not None and wish.hour else None
        if hour is not None and book.deadlines.arranged.hours.includes(hour):
            yield person.id, hour
