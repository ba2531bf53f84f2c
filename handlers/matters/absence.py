"""不在的日子: from when until when somebody is away, as the words say it (明天到28号, 下周一周二, 休10天, 7月1号起)."""

import re
from datetime import date, timedelta
from typing import Final

from handlers.calendar.dates import day_in, days_in, last_day_in, weekday_of
from handlers.calendar.deadlines import Deadlines
from handlers.calendar.working_days import is_working_day
from handlers.reading.numbers import numeral, whole_number
from handlers.reading.widths import clean

_NUMBER: Final = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_WEEKDAY: Final = re.compile("(?:下下?个?|这个?|本)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_SPAN: Final = re.compile(
    rf"(?P<first>(?:(?:{_NUMBER})[月.])?(?:{_NUMBER})[日号]?|今天|明天|后天|{_WEEKDAY.pattern.replace('?P<day>', '?:')})"
    rf"(?:起|开始)?\s*(?:到|至|[-~—])\s*"
    rf"(?:(?P<month>{_NUMBER})[月.])?(?P<day>{_NUMBER})(?:[日号]|(?!\d|[点时天个月]))"
)
_ON: Final = re.compile(r"[日号天一二三四五六]\s*(?:起|开始|以后|之后|往后)")
_WEEKS: Final = re.compile("(?P<weeks>[一二两三四1-4])个?(?:周|星期|礼拜)(?![一二三四五六日天])")
_BOTH: Final = re.compile("明后|明天(?:和|跟|、)?后天")
_WEEK: Final = re.compile("(?P<next>下)?(?<![一二两三四半几1-9])个?(?:周|星期|礼拜)(?![一二三四五六日天])")


def days_away(text: str, today: date, deadlines: Deadlines) -> tuple[date, date | None] | None:
    """The first and the last day; no last one where only a beginning is said, None where not even that is."""
    words = clean(text)
    if _BOTH.search(words):
        return today + timedelta(days=1), today + timedelta(days=2)
    return (
        _until(words, today)
        or _spanned(words, today)
        or _weekdays(words, today)
        or _week(words, today, deadlines)
        or _day(words, today)
    )


def _spanned(words: str, today: date) -> tuple[date, date | None] | None:
    found = _SPAN.search(words)
    if found is None:
        return None
    first = found["first"]
    start = day_in(first if re.search("[日号天周期拜]", first) else f"{first}号", today)
    if start is None:
        return None
    day, month = numeral(found["day"]), numeral(found["month"]) if found["month"] else None
    try:
        end = date(start.year, int(month or start.month), int(day or 0))
    except ValueError:
        return None
    if month is None and end < start:
        end = _month_later(end)
    if end < today and not month and "月" not in first and "." not in first:
        start, end = _month_later(start), _month_later(end)
    return (start, end) if end >= start else None


def _month_later(day: date) -> date:
    """29号到3号 ends in the next month."""
    following = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return following + timedelta(days=day.day - 1)


def _until(words: str, today: date) -> tuple[date, date | None] | None:
    """从明天起到月底, 今天到下周五: a last day that is called otherwise than by its number."""
    found = _UNTIL.search(words)
    if found is None:
        return None
    before = words[: found.start()]
    start = day_in(before, today) if before else None
    if start is None and not _BEGINS.search(before):
        start = today
    end = last_day_in(found["last"], start or today)
    return (start, end) if start is not None and end is not None and end >= start else None


_UNTIL: Final = re.compile(
    r"(?:到|至)\s*(?P<last>(?:(?:这个?|本|下个?)?月|\d{1,2}月)(?:底|末)|下(?:下)?个?(?:周|星期|礼拜)[一二三四五六日天]|后天|大后天)"
)
_BEGINS: Final = re.compile("从|起|开始|之后|以后")
"""A first day is said that is not understood."""


def _weekdays(words: str, today: date) -> tuple[date, date | None] | None:
    """下周一周二, 周三到周五: the later ones are of the week of the first."""
    named = [weekday_of(found["day"]) for found in _WEEKDAY.finditer(words)]
    first = _WEEKDAY.search(words)
    start = day_in(first[0], today) if first is not None and len(named) > 1 else None
    if start is None:
        return None
    end = start + timedelta(days=named[-1] - start.weekday())
    return (start, end) if end >= start else None


def _week(words: str, today: date, deadlines: Deadlines) -> tuple[date, date | None] | None:
    """下周: its working days from today on."""
    week = _WEEK.search(words)
    if week is None:
        return None
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=1 if week["next"] else 0)
    days = [monday + timedelta(days=away) for away in range(7)]
    worked = [day for day in days if is_working_day(day, deadlines.calendar) and day >= today]
    return (worked[0], worked[-1]) if worked else None


def days_said(words: str) -> int | None:
    """10 for 10天, 7 for 一周; None where no length is said."""
    weeks = _WEEKS.search(clean(words))
    return 7 * whole_number(weeks["weeks"]) if weeks is not None else days_in(words)


def _day(words: str, today: date) -> tuple[date, date | None] | None:
    """明天, 休10天, 7月1号起."""
    start, count = day_in(words, today), days_said(words)
    if start is None:
        return None
    if count:
        return start, start + timedelta(days=count - 1)
    return start, None if _ON.search(words) else start
