"""逾期: leaders hear, whatever they subscribed to, that something is more than three working days late."""

from dataclasses import replace
from datetime import datetime

from handlers.deadlines import Deadlines, milestone_name
from handlers.hours import slot
from handlers.library import Library
from handlers.messages import Push
from handlers.standing import Standing, standing_of
from handlers.wording import local, month_day
from handlers.working_days import working_days_between
from store.records import Contact
from store.unit_of_work import UnitOfWork

LATE_DAYS = 3
NAMED = 5


def alert(
    uow: UnitOfWork, deadlines: Deadlines, person: Contact, library: Library, now: datetime
) -> Push | None:
    """One message a deadline, naming who still owes; None where nothing is so late or it was said."""
    milestone, due = _passed(deadlines, now)
    if due is None or person.channel is None or person.account is None:
        return None
    days = working_days_between(local(due).date(), local(now).date(), deadlines.calendar)
    campaign = deadlines.campaign
    key = f"overdue:{campaign.id}:{person.id}:{milestone or 'year'}:{local(due).date().isoformat()}"
    if days <= LATE_DAYS or uow.outbox.by_key(key) is not None:
        return None
    standing = replace(standing_of(uow, campaign, library, now), milestone=milestone)
    if not standing.missing:
        return None
    text = _text(standing, milestone, due, days)
    return Push(key, person.channel, person.account, text, slot(now, person.id), urgent=True)


def _passed(deadlines: Deadlines, now: datetime) -> tuple[str | None, datetime | None]:
    """The last deadline that has passed, of a milestone or (where there are none) of the campaign."""
    passed = [(due, milestone) for milestone, due in deadlines.milestones.items() if due < now]
    if passed:
        due, milestone = max(passed)
        return milestone, due
    whole = deadlines.current(None) if not deadlines.milestones else None
    return None, whole if whole is not None and whole < now else None


def _text(standing: Standing, milestone: str | None, due: datetime, days: int) -> str:
    node = milestone_name(standing.rubric, milestone)
    owing = sorted((unit for unit in standing.units if unit.missing), key=lambda unit: -len(unit.missing))
    names = "、".join(f"{unit.unit}{len(unit.missing)}项" for unit in owing[:NAMED])
    more = f"等{len(owing)}家" if len(owing) > NAMED else ""
    return (
        f"【逾期】《{standing.campaign.name}》{node + '节点' if node else ''}{month_day(due)}截止，"
        f"已逾期{days}个工作日，仍缺{standing.missing}项：{names}{more}。\n"
        "回“催办”以您的名义提醒，回“没报”看明细。"
    )
