"""提醒: the one message that a contact is due on a day, over all its campaigns, and the office's further ones."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from handlers.board import BoardLine
from handlers.calendar.hours import off_the_rush, slot
from handlers.calendar.working_days import is_working_day
from handlers.messages import Push
from handlers.papers.due import Paper
from handlers.reminding.days import EVE
from handlers.reminding.places import Part, Place
from handlers.reminding.told import Saying, Told, owed_of
from handlers.reminding.words import card_of, text_of
from handlers.wording import local

REMIND = "remind"
AGAIN_AFTER = timedelta(hours=2)
"""A reminder that was given up because part of it was done meanwhile comes again only so much later."""


def reminder(places: Sequence[Place], told: Told) -> Saying | None:
    """The message that the person is due now, naming all that is missing; None where nothing is due.

    `places` are those of one person; the message is keyed by the first.
    """
    due = [part for place in places if (part := _due(place, told)) is not None]
    if not due:
        return None
    first, ids = due[0].place, [place.contact.id for place in places]
    book = first.book
    if told.is_full(book.today, ids):
        return None
    base = f"{REMIND}:{first.contact.campaign_id}:{first.about}:{first.contact.id}:{book.today.isoformat()}"
    key, before = told.next_key(ids, base)
    asked = any(place.asked_for_today for place in places)
    leaves = book.now + AGAIN_AFTER if before and not asked else book.now
    wanted = next((place.hour for place in places if place.hour is not None), None)
    hours = book.deadlines.arranged.hours
    at = slot(leaves, first.contact.id, hours, wanted)
    if local(at).date() != book.today or not hours.includes(local(at).time()):
        # Two hours later the office is closed: what is due today is said now rather than not at all.
        at = slot(book.now, first.contact.id, hours)
    on = local(at)
    if on.date() != book.today or not hours.includes(on.time()):
        return None
    return _saying(key, due, at, [(part.place.contact.id, part.place.about) for part in due])


def further(places: Sequence[Place], told: Told) -> Iterator[Saying]:
    """The reminders that an office wants besides at an hour of the last day, to who still owes what is due."""
    for place in places:
        book, contact = place.book, place.contact
        if book.further_at is None or place.is_quiet:
            continue
        about = f"{place.about}@{book.further_at:%H%M}"
        if told.day(contact.id, about) == book.today or told.is_full(book.today, [contact.id]):
            continue
        part = _due_today(place)
        if part.lines or part.papers:
            key = f"{REMIND}:{contact.campaign_id}:{place.about}:{contact.id}:{book.today}:{book.further_at:%H%M}"
            leaves = off_the_rush(book.now, book.deadlines.arranged.hours)
            yield _saying(key, [part], leaves, [(contact.id, about)])


def _due_today(place: Place) -> Part:
    """What the person still owes of what is due today."""
    book = place.book
    missing = book.owing(place.seat)
    dues = book.dues_of(missing, place.seat)
    today = [(line, due) for line, due in zip(missing, dues, strict=True) if due and _is_on(due, book.today)]
    papers = tuple(paper for paper in book.papers(place.seat) if _is_on(paper.due, book.today))
    return Part(
        place, [line for line, _ in today], min((due for _, due in today), default=None), papers=papers
    )


def _is_on(due: datetime, day: date) -> bool:
    return local(due).date() == day


def _due(place: Place, told: Told) -> Part | None:
    """What the person is to be told in this campaign now, if anything is newly due there."""
    book = place.book
    last = told.day(place.contact.id, place.about)
    if place.is_quiet or not book.is_open or (last is not None and not _may_be_due(place, last)):
        return None
    missing = book.owing(place.seat)
    dues = book.dues_of(missing, place.seat)
    days = {due: _day(place, due) if due is not None else None for due in set(dues)}
    papers = _papers_due(place)
    newest = max((day for day in (*days.values(), *papers.values()) if day is not None), default=None)
    if newest is not None and (last is None or newest > last):
        spoken_of = {due for due, day in days.items() if due is not None and day is not None}
        lines = _of_dues(missing, dues, spoken_of)
        begun = (
            0
            if told.known(place.contact.id, place.about)
            else _running(place, missing) - _running(place, lines)
        )
        return Part(place, lines, min(spoken_of, default=None), papers=tuple(papers), begun=begun)
    dated = {due for due in days if due is not None}
    if not dated or told.known(place.contact.id, place.about) or place.distances is EVE:
        return None
    lines = _of_dues(missing, dues, dated)
    return Part(place, lines, min(dated), opening=True, papers=book.papers(place.seat))


def _running(place: Place, lines: Sequence[BoardLine]) -> int:
    """How many of the lines belong to the running milestone."""
    running = place.book.milestone
    return sum(line.criterion.milestone == running for line in lines) if running is not None else 0


def _of_dues(
    lines: Sequence[BoardLine], dues: Sequence[datetime | None], wanted: set[datetime]
) -> Sequence[BoardLine]:
    """The lines that are due at one of the wanted moments."""
    if len(wanted) == 1 and dues.count(*wanted) == len(dues):
        return lines
    return [line for line, due in zip(lines, dues, strict=True) if due in wanted]


def _papers_due(place: Place) -> dict[Paper, date]:
    """What is to be handed in and spoken of by now, with the latest day on which it was to be."""
    days = {paper: _day(place, paper.due) for paper in place.book.papers(place.seat)}
    return {paper: day for paper, day in days.items() if day is not None and day >= paper.begins}


def _may_be_due(place: Place, last: date) -> bool:
    """Whether anything could be newly due; told without reading what is missing."""
    if last >= place.book.today:
        return False
    if place.wish is not None and place.wish.rhythm == "day":
        return True
    latest = place.book.latest_scheduled(place.seat, place.distances)
    return latest is not None and latest > last


def _day(place: Place, due: datetime) -> date | None:
    """The latest day up to today on which the person is to be reminded of what is due then."""
    book = place.book
    daily = place.wish is not None and place.wish.rhythm == "day"
    if daily and is_working_day(book.today, book.deadlines.calendar):
        return book.today
    return book.scheduled(due, place.distances)


def _saying(key: str, parts: Sequence[Part], at: datetime, about: Sequence[tuple[int, str]]) -> Saying:
    contact, book = parts[0].place.contact, parts[0].place.book
    wish = parts[0].place.wish
    shown = any(part.lines for part in parts) and not (wish is not None and wish.plain)
    card = card_of(parts) if shown else None
    push = Push(key, contact.channel or "", contact.account or "", text_of(parts), at, card=card)
    owed = tuple(
        one for part in parts for one in owed_of(part.place.contact.campaign_id, part.place.seat, part.owed())
    )
    return Saying(push, contact, tuple(about), book.today, owed)
