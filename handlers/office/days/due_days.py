"""截止到哪天: the day that words mean for a deadline, beside the one that stands: 28号, 周五, 节后第一个工作日."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Final

from handlers.calendar.dates import last_day_in, weekday_of
from handlers.calendar.working_days import OfficeCalendar, add_working_days, is_working_day
from handlers.reading.numbers import numeral, whole_number
from handlers.reading.widths import clean
from handlers.wording import clock, local

LATER: Final = re.compile(
    "延|宽|缓|放(?:到|至)|推迟|推后|推到|顺延|往后|展期|晚(?=[一两二三四五几\\d上些点])|多给|再给"
)
EARLIER: Final = re.compile("提前|往前|提早|赶在")
_NUMBER: Final = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_BARE: Final = re.compile(rf"(?<![月\d第./-])(?P<day>{_NUMBER})\s*[日号](?!线|楼|项|指标|文|机)")
_MONTH: Final = re.compile(rf"(?P<month>{_NUMBER})\s*月(?!底|末)|(?P<point>\d{{1,2}})[./]\d{{1,2}}(?![\d%])")
_WITH_MONTH: Final = re.compile(rf"(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*[日号]?")
_TURNED: Final = re.compile(
    rf"(?<![月\d])(?P<day>{_NUMBER})\s*[日号][哈啊吧呗,，\s]{{0,3}}(?P<month>{_NUMBER})月份?的(?![底末])"
)
"""三号哈七月的."""
_NEXT_MONTH: Final = re.compile(rf"下个?月(?:份)?(?:的)?\s*(?P<day>{_NUMBER})\s*[日号]")
_WEEKDAY: Final = re.compile("(?<![下这本上个双])(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_FESTIVALS: Final = {"元旦": (1, 1), "五一": (5, 1), "劳动节": (5, 1), "国庆": (10, 1), "十一": (10, 1)}
_BEHIND: Final = re.compile(
    r"节后|(?:元旦|五一|劳动节|国庆|十一)(?:节|假期|放假)*(?:后|之后|以后|过后|过完|回来|上班|结束)|收假|放完假|假期(?:后|结束)"
)
_MONTHS: Final = 12
_WEEKS: Final = 60
_NAMES: Final = "一二三四五六日"


def due_day(words: str, today: date, standing: date | None, beside: str = "") -> date | None:
    """The day of the deadline that the words give, the nearest that makes sense where they leave the month open.

    `standing` is the present deadline: 延到3号 lies behind it, 提前到 before it, 改到 nearest to it. `beside` is
    the whole message, in which the month may stand (12月29号是周六，改到28号).
    """
    said = _TURNED.sub(r"\g<month>月\g<day>号", clean(words).replace("元月", "1月"))
    following = _NEXT_MONTH.search(said)
    if following is not None:
        first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        return _of(first.year, first.month, following["day"])
    bare, weekday = _BARE.search(said), _WEEKDAY.search(said)
    if _MONTH.search(said) or not (bare or weekday):
        return last_day_in(said, today)
    if bare is not None:
        days = [day for day in _each_month(bare["day"], today) if day >= today]
        named = _month_in(clean(beside).replace("元月", "1月"))
        days = [day for day in days if day.month == named] or days
    else:
        ahead = (weekday_of(weekday["day"]) - today.weekday()) % 7 if weekday is not None else 0
        days = [today + timedelta(days=ahead + 7 * weeks) for weeks in range(_WEEKS)]
    return _nearest(days, words, standing)


def behind_festival(words: str, standing: date | None, calendar: OfficeCalendar) -> date | None:
    """节后第一个工作日: the first working day behind the festival that is named, or that comes next."""
    if not _BEHIND.search(words) or standing is None:
        return None
    named = next((day for name, day in _FESTIVALS.items() if name in words), None)
    days = [named] if named is not None else list(_FESTIVALS.values())
    dates = [date(standing.year + more, *day) for day in days for more in (0, 1)]
    first = min(day for day in dates if day >= standing - timedelta(days=7))
    following = first + timedelta(days=1)
    return following if is_working_day(following, calendar) else add_working_days(following, 1, calendar)


def impossible_in(words: str, today: date) -> str:
    """“6月没有31号” where the words give a day that no calendar has; "" otherwise."""
    for found in _WITH_MONTH.finditer(clean(words).replace("元月", "1月")):
        month, day = whole_number(found["month"]), whole_number(found["day"])
        if not 1 <= month <= _MONTHS:
            return f"没有{month}月"
        if not 1 <= day <= monthrange(today.year, month)[1]:
            return f"{month}月没有{day}号"
    return ""


def with_weekday(due: datetime, now: datetime, year: bool = False) -> str:
    """7月3日18:00（周五）, the year before it where it is another one than today's or asked for."""
    shown = f"{local(due).year}年" if year or local(due).year != local(now).year else ""
    return f"{shown}{clock(due)}（周{_NAMES[local(due).weekday()]}）"


def _nearest(days: list[date], words: str, standing: date | None) -> date | None:
    if standing is None:
        return days[0] if days else None
    if LATER.search(words):
        days = [day for day in days if day > standing] or days
    elif EARLIER.search(words):
        days = [day for day in days if day < standing] or days
    return min(days, key=lambda day: abs((day - standing).days), default=None)


def _each_month(day: str, today: date) -> list[date]:
    """That day of this month and of the twelve that follow, as far as they have it."""
    months = (today.month - 1 + more for more in range(_MONTHS + 1))
    found = [_of(today.year + month // _MONTHS, month % _MONTHS + 1, day) for month in months]
    return [one for one in found if one is not None]


def _of(year: int, month: int, day: str) -> date | None:
    number = whole_number(day)
    return date(year, month, number) if 1 <= number <= monthrange(year, month)[1] else None


def _month_in(text: str) -> int | None:
    """The last month that is named."""
    found = list(_MONTH.finditer(text))
    number = numeral(found[-1]["month"] or found[-1]["point"]) if found else None
    return int(number) if number else None
