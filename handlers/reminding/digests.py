"""汇总: what a leader gets by itself: the week's digest as often as he wants it, and how a milestone ended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from handlers.calendar.deadlines import Deadlines, milestone_name
from handlers.calendar.hours import slot
from handlers.calendar.working_days import (
    OfficeCalendar,
    add_working_days,
    is_working_day,
    working_days_between,
)
from handlers.campaign.library import Library
from handlers.campaign.standing import standing_of
from handlers.lookups.overview import overview_text
from handlers.messages import Push
from handlers.reminding.book import Book
from handlers.reminding.told import Saying, Told
from handlers.wording import clock, local, month_day
from store.records import Contact, Subscription
from store.unit_of_work import UnitOfWork

SUMMARY = "summary"
DIGEST = "digest"
_NEWS_DAYS = 5
"""Working days after a milestone's end for which its result is still worth a message."""
_MADE_UP_FOR = timedelta(days=4)
"""A digest that an outage swallowed is still of use so many days later."""


def digests(uow: UnitOfWork, book: Book, person: Contact, told: Told, library: Library) -> Iterator[Saying]:
    """The summary that the leader is due now: of the milestone that has ended, else of the week; or none."""
    wish = uow.subscriptions.of(person.id)
    now, today, deadlines = book.now, book.today, book.deadlines
    if (wish is not None and wish.rhythm == "paused") or told.is_full(today):
        return
    ended = _ended(deadlines, today, now)
    result = f"result:{ended}"
    if ended is None or told.day(person.id, result) is not None or not _since(person, deadlines, ended):
        result = ""
    if not result and not _is_due(wish, deadlines, told, person.id, today):
        return
    base = f"{SUMMARY}:{book.campaign.id}:{person.id}:{today.isoformat()}"
    key, _ = told.next_key([person.id], base)
    standing = standing_of(uow, book.campaign, library, now)
    if result:
        standing = replace(standing, milestone=ended)
    name = milestone_name(book.rubric, ended) if result else ""
    text = f"【汇总】{overview_text(standing, now)}"
    if ended and result:
        ended_on = month_day(deadlines.milestones[ended])
        head = f"【节点结果】《{book.campaign.name}》{name}节点{ended_on}已截止，截至{clock(now)}："
        text = "\n".join([head, *overview_text(standing, now).splitlines()[1:]])
    hours = deadlines.arranged.hours
    chosen = time.fromisoformat(wish.hour) if wish is not None and wish.hour else None
    leaves = slot(now, person.id, hours, chosen if chosen and hours.includes(chosen) else None)
    push = Push(key, person.channel or "", person.account or "", text, leaves)
    about = [(person.id, DIGEST), *([(person.id, result)] if result else [])]
    yield Saying(push, person, tuple(about), today)


def is_wanted(subscription: Subscription | None, deadlines: Deadlines, today: date) -> bool:
    """Whether a summary belongs to that day: the wanted working day of the week, and the day of each deadline."""
    if subscription is not None and subscription.rhythm == "paused":
        return False
    if subscription is not None and subscription.rhythm == "day":
        return True
    dues = {local(due).date() for due in deadlines.milestones.values()}
    if deadlines.whole is not None:
        dues.add(local(deadlines.whole).date())
    weekday = subscription.weekday if subscription is not None else 0
    return today in dues or today == _working_day_of_week(today, weekday, deadlines.calendar)


def _is_due(wish: Subscription | None, deadlines: Deadlines, told: Told, person: int, today: date) -> bool:
    """Whether today's summary, or one of the last days that was never sent, is still to come."""
    last = told.day(person, DIGEST)
    if last == today:
        return False
    if is_wanted(wish, deadlines, today):
        return True
    missed = [today - timedelta(days=days) for days in range(1, _MADE_UP_FOR.days + 1)]
    return told.known(person, DIGEST) and any(
        is_wanted(wish, deadlines, day)
        and is_working_day(day, deadlines.calendar)
        and (last is None or day > last)
        for day in missed
    )


def _ended(deadlines: Deadlines, today: date, now: datetime) -> str | None:
    """The milestone that ended last, from the next working day on, as long as that is news."""
    passed = [
        (due, milestone)
        for milestone, due in deadlines.milestones.items()
        if due < now and 1 <= working_days_between(local(due).date(), today, deadlines.calendar) <= _NEWS_DAYS
    ]
    return max(passed)[1] if passed else None


def _since(person: Contact, deadlines: Deadlines, milestone: str) -> bool:
    """Whether the milestone ended after the campaign was opened and the leader was there to hear of it."""
    due = deadlines.milestones[milestone]
    return deadlines.campaign.opened_at < due and (person.bound_at is None or person.bound_at < due)


def _working_day_of_week(today: date, weekday: int, calendar: OfficeCalendar) -> date:
    """That day of the present week, or the next working day after it."""
    day = today - timedelta(days=today.weekday()) + timedelta(days=weekday)
    return day if is_working_day(day, calendar) else add_working_days(day, 1, calendar)
