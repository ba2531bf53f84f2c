"""提醒: the one message that a contact is due on a day, over all its campaigns, and the office's further ones."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from handlers.hours import off_the_rush, slot
from handlers.messages import Push
from handlers.papers.due import Paper
from handlers.reminding.days import EVE
from handlers.reminding.places import Part, Place
from handlers.reminding.told import Saying, Told, owed_of
from handlers.reminding.words import card_of, text_of
from handlers.wording import local
from handlers.working_days import is_working_day

REMIND = "remind"
AGAIN_AFTER = timedelta(hours=2)
"""A reminder that was given up because part of it was done meanwhile comes again only so much later."""


def reminder(places: Sequence[Place], told: Told, now: datetime) -> Saying | None:
    """The message that the person is due now, naming all that is missing; None where nothing is due.

    `places` are those of one person; the message is keyed by the first.
    """
    today, ids = local(now).date(), [place.contact.id for place in places]
    due = [part for place in places if (part := _due(place, told, now)) is not None]
    if not due or told.is_full(ids, today):
        return None
    first, hours = due[0].place, due[0].place.book.deadlines.arranged.hours
    base = f"{REMIND}:{first.contact.campaign_id}:{first.about}:{first.contact.id}:{today.isoformat()}"
    key, before = told.next_key(ids, base)
    asked = any(place.asked_for(today) for place in places)
    leaves = now if before and asked else now + AGAIN_AFTER if before else now
    wanted = next((place.hour for place in places if place.hour is not None), None)
    at = slot(leaves, first.contact.id, hours, wanted)
    if local(at).date() != today or not hours.includes(local(at).time()):
        return None
    return _saying(key, due, at, now, [(part.place.contact.id, part.place.about) for part in due])


def further(places: Sequence[Place], told: Told, now: datetime) -> Iterator[Saying]:
    """The reminders that an office wants besides at an hour of the last day, to who still owes what is due."""
    at = local(now)
    for place in places:
        passed = [wanted for wanted in place.book.deadlines.arranged.reminders if wanted <= at.time()]
        if not passed or place.is_quiet(now):
            continue
        about = f"{place.about}@{passed[-1]:%H%M}"
        if told.day(place.contact.id, about) == at.date() or told.is_full([place.contact.id], at.date()):
            continue
        lines = tuple(
            line
            for line in place.book.missing(place.seat, place.milestone)
            if (due := place.book.due(line, place.seat.unit)) and local(due).date() == at.date()
        )
        papers = tuple(
            paper for paper in place.book.papers(place.seat, now) if local(paper.due).date() == at.date()
        )
        if lines or papers:
            contact = place.contact
            base = f"{REMIND}:{contact.campaign_id}:{place.about}:{contact.id}:{at.date()}:{passed[-1]:%H%M}"
            leaves = off_the_rush(now, place.book.deadlines.arranged.hours)
            dues = (place.book.due(line, place.seat.unit) for line in lines)
            first = min((due for due in dues if due is not None), default=None)
            part = Part(place, lines, first, papers=papers)
            yield _saying(base, [part], leaves, now, [(contact.id, about)])


def _due(place: Place, told: Told, now: datetime) -> Part | None:
    """What the person is to be told in this campaign now, if anything is newly due there."""
    if place.is_quiet(now) or not place.book.is_open(now):
        return None
    today, last = local(now).date(), told.day(place.contact.id, place.about)
    if last is not None and not _may_be_due(place, last, today):
        return None
    missing = place.book.missing(place.seat, place.milestone)
    dues = place.book.dues_of(missing, place.seat.unit)
    days = {due: _day(place, due, today) for due in set(dues) if due is not None}
    papers = _papers_due(place, now)
    newest = max((day for day in (*days.values(), *papers.values()) if day is not None), default=None)
    if newest is not None and (last is None or newest > last):
        announced = tuple(
            [line for line, due in zip(missing, dues, strict=True) if due and days[due] is not None]
        )
        first = min((due for due, day in days.items() if day is not None), default=None)
        return Part(place, announced, first, papers=tuple(papers))
    opening = not told.known(place.contact.id, place.about) and place.distances is not EVE
    dated = tuple(line for line, due in zip(missing, dues, strict=True) if due is not None)
    if not opening or not dated:
        return None
    return Part(place, dated, min(days), opening=True, papers=place.book.papers(place.seat, now))


def _papers_due(place: Place, now: datetime) -> dict[Paper, date]:
    """What is to be handed in and spoken of by now, with the latest day on which it was to be."""
    papers = place.book.papers(place.seat, now)
    if not papers:
        return {}
    today = local(now).date()
    days = {paper: _day(place, paper.due, today) for paper in papers}
    return {paper: day for paper, day in days.items() if day is not None and day >= paper.begins}


def _may_be_due(place: Place, last: date, today: date) -> bool:
    """Whether anything could be newly due; told without reading what is missing."""
    if last >= today:
        return False
    if place.wish is not None and place.wish.rhythm == "day":
        return True
    latest = place.book.latest_scheduled(place.seat.unit, today, place.distances)
    return latest is not None and latest > last


def _day(place: Place, due: datetime, today: date) -> date | None:
    """The latest day up to today on which the person is to be reminded of what is due then."""
    daily = place.wish is not None and place.wish.rhythm == "day"
    if daily and is_working_day(today, place.book.deadlines.calendar):
        return today
    return place.book.scheduled(due, today, place.distances)


def _saying(
    key: str, parts: Sequence[Part], at: datetime, now: datetime, about: Sequence[tuple[int, str]]
) -> Saying:
    contact = parts[0].place.contact
    text = text_of(parts, now)
    push = Push(
        key,
        contact.channel or "",
        contact.account or "",
        text,
        at,
        card=card_of(parts, now) if any(part.lines for part in parts) else None,
    )
    owed = tuple(
        one for part in parts for one in owed_of(part.place.contact.campaign_id, part.place.seat, part.owed())
    )
    return Saying(push, contact, tuple(about), local(now).date(), owed)
