"""代审: a reviewer who will be away names a substitute; it holds only when the office has confirmed it."""

import re
from datetime import date, timedelta

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.dates import day_in
from handlers.matters.register import register
from handlers.messages import Reply
from handlers.wording import local, masked, month_day
from handlers.working_days import is_working_day

_WHO = re.compile(r"(?:让|由|请|交给|换)(?P<name>[\u4e00-\u9fff]{2,4}?)(?:替我?|代我?|帮我|来)?审")
_WEEK = re.compile("(?P<next>下)?个?(?:周|星期|礼拜)(?![一二三四五六日天])")


def substitute(text: str, context: Context) -> Reply:
    """Register who stands in and when, as far as the words say it."""
    found = _WHO.search(text)
    days = _days(text, local(context.now).date(), context)
    name = masked(found["name"].removeprefix("小").removeprefix("老")) if found else "（没写明）"
    if found and found["name"][0] in "小老":
        name = f"{found['name'][1:]}*"
    when = "时间没写明，请补起止日期" if not days else "–".join(month_day(day) for day in dict.fromkeys(days))
    detail = {"from": days[0].isoformat(), "to": days[1].isoformat()} if days else {}
    number = register(context, "substitute", text, unit=context.seat.unit, detail=detail)
    return Reply(
        f"已申请代审（第{number}号）：{name}，{when}，需质强办确认。确认前待审仍在您名下；"
        "代审的人要在名册里是审核员。"
    )


def _days(text: str, today: date, context: Context) -> tuple[date, date] | None:
    """The first and last working day of the named week, or the named day."""
    week = _WEEK.search(text)
    if week is None:
        day = day_in(text, today)
        return (day, day) if day is not None else None
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=1 if week["next"] else 0)
    days = [monday + timedelta(days=away) for away in range(7)]
    worked = [day for day in days if is_working_day(day, context.deadlines.calendar) and day >= today]
    return (worked[0], worked[-1]) if worked else None


COMMAND = Command(
    Act.RECUSE,
    "我下周出差 让小李替我审",
    words("代审 申请代审 我要请假"),
    substitute,
    re.compile(
        r".{0,40}(?:(?:让|由|请|交给|换)[\u4e00-\u9fff]{2,4}?(?:替我?|代我?|帮我)审|(?:找|换)个?人(?:替|代|帮)).{0,20}"
    ),
    shy=True,
)
