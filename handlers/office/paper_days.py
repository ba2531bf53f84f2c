"""报送件的日子: the day that the office sets where the document wants something and prints no day for it (年末)."""

import re

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.dates import day_in
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.papers.due import undated
from handlers.papers.naming import name_of
from handlers.printed import at_hour
from handlers.schedule import duty_meant
from handlers.wording import clock, local, month_day
from handlers.working_days import is_working_day
from scoring.model import Duty

_HOUR = re.compile(r"(?:上午|中午|下午|下班|\d{1,2}\s*[:：点时]).*")


def set_day(text: str, context: Context) -> Reply | None:
    """自评报告定在12月25日: from now on it is reminded of; None where the words mean no such paper."""
    duty = duty_meant(text, context.rubric.schedule)
    if duty is None:
        return None
    if not _may_be_set(duty, context):
        due = context.deadlines.of_duty(duty)
        until = f"，即{clock(due)}" if due is not None else ""
        return Reply(f"{name_of(duty)}的时限原文印着“{duty.printed}”{until}，不另定。没有改动。")
    today = local(context.now).date()
    day = day_in(text, today)
    if day is None:
        return Reply(f"定在哪一天？请这样发：“{name_of(duty)}定在12月25日”。没有改动。")
    if day < today:
        return Reply(f"{day.year}年{month_day(day)}已经过去，不能定在那天。没有改动。")
    hour = _HOUR.search(text)
    due = at_hour(hour[0] if hour else "", day, context.arranged.hours)
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
        return None
    if duty.id not in context.arranged.paper_days:
        return Reply(f"{name_of(duty)}没有另定过日期，没有改动。")
    arrange(context, "deadline", {}, code=duty.id)
    return Reply(f"已取消：{name_of(duty)}又按原文“{duty.printed}”，没有日期，不自动提醒。")


def without_day(context: Context) -> str:
    """What the document wants and prints no day for, so that nobody is reminded of it; "" where there is none."""
    duties = undated(context.deadlines)
    if not duties:
        return ""
    names = "、".join(f"{name_of(duty)}（{duty.printed}）" for duty in duties)
    return f"原文未规定日期、不会提醒：{names}。定日期回“{name_of(duties[0])}定在12月25日”。"


def _may_be_set(duty: Duty, context: Context) -> bool:
    return duty.id in context.arranged.paper_days or duty in undated(context.deadlines)


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
        re.compile(r"(?P<rest>.{2,16}?(?:截止日期|日期|时限)?(?:就|统一)?(?:定在|定为|定到).{2,24})"),
        shy=True,
    ),
)
