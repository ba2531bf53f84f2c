"""汇总: the summary that a leader gets by itself, as often as he wants it."""

from datetime import date, datetime, timedelta

from handlers.deadlines import Deadlines
from handlers.hours import slot
from handlers.library import Library
from handlers.messages import Push
from handlers.overview import overview_text
from handlers.standing import standing_of
from handlers.wording import local
from handlers.working_days import OfficeCalendar, add_working_days, is_working_day
from store.records import Contact, Subscription
from store.unit_of_work import UnitOfWork

SUMMARY = "summary"


def summary(
    uow: UnitOfWork, deadlines: Deadlines, person: Contact, library: Library, now: datetime
) -> Push | None:
    """The summary that the person is due today; None where none is, or it has been queued."""
    today, campaign = local(now).date(), deadlines.campaign
    if not is_wanted(uow.subscriptions.of(person.id), deadlines, today):
        return None
    key = f"{SUMMARY}:{campaign.id}:{person.id}:{today.isoformat()}"
    if person.channel is None or person.account is None or uow.outbox.by_key(key) is not None:
        return None
    text = f"【汇总】{overview_text(standing_of(uow, campaign, library, now), now)}"
    return Push(key, person.channel, person.account, text, slot(now, person.id))


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


def _working_day_of_week(today: date, weekday: int, calendar: OfficeCalendar) -> date:
    """That day of the present week, or the next working day after it."""
    day = today - timedelta(days=today.weekday()) + timedelta(days=weekday)
    return day if is_working_day(day, calendar) else add_working_days(day, 1, calendar)
