"""报送件的日子: the day that the office sets for a paper where none is printed (年末), or another than is printed."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from handlers.access import Act
from handlers.calendar.dates import day_in, days_in
from handlers.calendar.printed import at_hour
from handlers.calendar.schedule import PAPERS, duty_meant
from handlers.calendar.working_days import is_working_day
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.days.due_days import EARLIER, due_day, impossible_in, with_weekday
from handlers.office.days.redating import another_day
from handlers.papers.due import undated
from handlers.papers.naming import name_of
from handlers.wording import clip, clock, local, month_day
from scoring.model import Duty

QUESTION: Final = "paper_day"
_HOUR = re.compile(r"(?:上午|中午|下午|下班|\d{1,2}\s*[:：点时]).*")


def set_day(text: str, context: Context, reason: str = "") -> Reply | None:
    """自评报告定在12月25日: from now on it is reminded of; None where the words mean no such paper."""
    duty = duty_meant(text, context.rubric.schedule)
    if duty is None:
        return _not_printed(text)
    due = context.deadlines.of_duty(duty)
    today, standing = local(context.now).date(), local(due).date() if due is not None else None
    if wrong := impossible_in(text, today):
        return Reply(f"{wrong}，没有改动。")
    days = days_in(text) if standing is not None else None
    if days and standing is not None:
        day: date | None = standing + timedelta(days=-days if EARLIER.search(text) else days)
    else:
        day = due_day(text, today, standing) if standing is not None else day_in(text, today)
    if day is None:
        return Reply(f"定在哪一天？请这样发：“{name_of(duty)}定在12月25日”。没有改动。")
    if day < today:
        return Reply(f"{day.year}年{month_day(day)}已经过去，不能定在那天。没有改动。")
    hour = _HOUR.search(text)
    new = at_hour(hour[0] if hour else "", day, context.arranged.hours)
    if due is not None and not _may_be_set(duty, context):
        return _asked(duty, due, new, reason, context)
    return _kept(duty, new, context)


def _asked(duty: Duty, due: datetime, new: datetime, reason: str, context: Context) -> Reply:
    """A printed day is only moved after a yes: who is above may have allowed it."""
    state = {"duty": duty.id, "due": new.isoformat(), "reason": reason}
    why = f"原因：{clip(reason, 60)}。" if reason else ""
    rest = (
        ""
        if is_working_day(local(new).date(), context.arranged.calendar)
        else f"注意：{month_day(new)}不是工作日。"
    )
    early = "注意：比现在的时限早。" if new < due else ""
    lines = [
        f"{name_of(duty)}的时限：{with_weekday(due, context.now, year=True)}→{with_weekday(new, context.now, year=True)}？",
        f"原文印着“{duty.printed}”，上级另有通知才改；只改这一件，各项数据的截止不变，提醒按新的日子发。{why}{early}{rest}",
    ]
    return confirming.ask(context, QUESTION, state, lines)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Move the day of that paper and tell who owes it."""
    duty = next(duty for duty in context.rubric.schedule if duty.id == state["duty"])
    new, reason = datetime.fromisoformat(state["due"]), str(state["reason"])
    arrange(context, "deadline", {"due": new.isoformat()}, code=duty.id, reason=reason)
    return Reply(
        f"已改：{name_of(duty)}{clock(new)}截止（原文“{duty.printed}”），提醒按新的日子发。"
        f"要告诉大家发“通知各单位：……”；恢复原文的日子回“取消{name_of(duty)}的日期”。"
    )


def redraft(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """改成19号, of the day that waits for its 是."""
    duty = next(duty for duty in context.rubric.schedule if duty.id == state["duty"])
    due = context.deadlines.of_duty(duty)
    other = another_day(text, datetime.fromisoformat(state["due"]), context)
    if other is None or due is None or other < context.now:
        return None
    return _asked(duty, due, other, str(state["reason"]), context)


def _kept(duty: Duty, due: datetime, context: Context) -> Reply:
    day = local(due).date()
    arrange(context, "deadline", {"due": due.isoformat()}, code=duty.id)
    rest = "" if is_working_day(day, context.arranged.calendar) else f"注意：{month_day(day)}不是工作日。"
    return Reply(
        f"已定：{name_of(duty)}{clock(due)}截止（原文“{duty.printed}”没有印日期）。到时提醒{duty.by}，交了就停。{rest}"
        f"不定了回“取消{name_of(duty)}的日期”。"
    )


def drop_day(text: str, context: Context) -> Reply | None:
    """取消自评报告的日期: it is without a day again."""
    duty = duty_meant(text, context.rubric.schedule)
    if duty is None:
        return _not_printed(text)
    if duty.id not in context.arranged.paper_days:
        return Reply(f"{name_of(duty)}没有另定过日期，没有改动。")
    arrange(context, "deadline", {}, code=duty.id)
    after = "没有日期，不自动提醒" if duty.due is None else "提醒按那一天"
    return Reply(f"已取消：{name_of(duty)}又按原文“{duty.printed}”，{after}。")


def _not_printed(text: str) -> Reply | None:
    """Of a paper that this document does not ask for."""
    found = PAPERS.search(text)
    return Reply(f"这份细则没有要交{found[0]}（原文未规定），没有改动。") if found is not None else None


def without_day(context: Context) -> str:
    """What the document wants and prints no day for, so that nobody is reminded of it; "" where there is none."""
    duties = undated(context.deadlines)
    if not duties:
        return ""
    names = "、".join(f"{name_of(duty)}（{duty.printed}）" for duty in duties)
    return f"原文未规定日期、不会提醒：{names}。定日期回“{name_of(duties[0])}定在12月25日”。"


def _may_be_set(duty: Duty, context: Context) -> bool:
    """Whether the document prints no day, so that any that the office gives is kept at once."""
    return duty.due is None and (duty.id in context.arranged.paper_days or duty in undated(context.deadlines))


COMMANDS = (
    Command(
        Act.DEADLINE,
        "取消自评报告的日期",
        words(""),
        drop_day,
        re.compile(r"取消(?P<rest>.{2,16}?)的?(?:日期|时限|截止日期?)"),
        shy=True,
    ),
    Command(
        Act.DEADLINE,
        "自评报告定在12月25日",
        words(""),
        set_day,
        re.compile(
            r"(?P<rest>.{2,16}?(?:截止日期|日期|时限)?(?:就|统一)?(?:定在|定为|定到).{2,24}"
            r"|[^\d,，。?？]{2,16}(?:\d{1,2}月)?\d{1,2}[日号](?:之?前|以前)(?:上?交|报送?|截止)(?:上?来)?[,，\s]*(?:就这么|先)?(?:定一下|定了吧?|定下来|设一下))"
        ),
        shy=True,
    ),
)
CONFIRMATIONS = {
    QUESTION: Confirmation(Act.DEADLINE, apply, redraft=redraft, changes=frozenset({"deadline"}))
}
