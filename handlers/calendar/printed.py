"""所印时限: the moment that the words of a document (or of a message) stand for.

2015年6月末, 1月17日下午下班前, 前三季度, 年终, 考核结果公告后1个月内, 收到通知后5个工作日内, 每月. Where the words
print no day (每年年初, 及时, 尽快) there is none.
"""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Final

from handlers.calendar.hours import USUAL, OfficeHours
from handlers.calendar.working_days import PUBLISHED, OfficeCalendar, add_working_days
from handlers.reading.numbers import whole_number
from handlers.reading.widths import clean
from handlers.wording import SHANGHAI, local

_NUMBER: Final = r"\d{1,3}|[一二三四五六七八九十两]{1,3}"
_YEAR: Final = re.compile(r"(?P<year>20\d\d)\s*年?|次年|翌年|来年|下一?年")
_DAY: Final = re.compile(rf"(?P<month>{_NUMBER})\s*月\s*(?:份)?(?P<day>{_NUMBER})\s*[日号]")
_PART: Final = re.compile(rf"(?P<month>{_NUMBER})\s*月\s*(?:份)?(?P<part>末|底|上旬|中旬|下旬)")
_QUARTER: Final = re.compile(r"前?第?(?P<quarter>[一二三四1-4])个?季度")
_ISO: Final = re.compile(r"(?P<year>20\d\d)[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})")
_AFTER: Final = re.compile(
    rf"(?:后|之日起|起)\s*(?:的)?(?P<count>{_NUMBER})\s*(?P<unit>个?工作日|个月|日|天|周|个?星期)(?:之?内|以内)?"
)
_CLOCK: Final = re.compile(
    r"(?P<half>上午|下午|晚上|傍晚|中午)?\s*(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"\s*(?:[:：时点])\s*(?P<minute>\d{2}|半)?"
)
_MORNING: Final = re.compile("上午|中午|午前|正午")
_TENTHS: Final = {"上旬": 10, "中旬": 20}
_MONTHS: Final = 12
_NOON: Final = 12


def moment(
    words: str,
    year: int,
    *,
    event: datetime | None = None,
    hours: OfficeHours = USUAL,
    calendar: OfficeCalendar = PUBLISHED,
) -> datetime | None:
    """The last moment that the words leave, None where they print no day.

    `year` is meant where none is printed, `event` what 公告后 and 收到后 count from. A day without an hour ends
    with the office's day, 上午 with its morning.
    """
    text = clean(words)
    day = _after(text, event, calendar) if _AFTER.search(text) else printed_day(text, year)
    return None if day is None else at_hour(text, day, hours)


def at_hour(words: str, day: date, hours: OfficeHours = USUAL) -> datetime:
    """The moment of that day which the words print: 17时, 上午下班前, else the close of business."""
    text = clean(words)
    at = clock_in(_ISO.sub(" ", text))
    if at is None:
        at = hours.noon if _MORNING.search(text) else hours.closes
    return datetime.combine(day, at, SHANGHAI)


def printed_day(text: str, year: int) -> date | None:
    """The last day that the words leave, without regard to the hour."""
    iso = _ISO.search(text)
    if iso is not None:
        return _date(int(iso["year"]), int(iso["month"]), int(iso["day"]))
    year = _year(text, year)
    found = _DAY.search(text)
    if found is not None:
        return _date(year, whole_number(found["month"]), whole_number(found["day"]))
    part = _PART.search(text)
    if part is not None:
        return _end(year, whole_number(part["month"]), part["part"])
    quarter = _QUARTER.search(text)
    if quarter is not None:
        return _end(year, 3 * whole_number(quarter["quarter"]))
    if re.search("年末|年底|年终|全年|年内", text):
        return date(year, _MONTHS, 31)
    return date(year, 6, 30) if re.search("上半年|半年", text) else None


def month_ends(words: str, year: int, hours: OfficeHours = USUAL) -> tuple[datetime, ...]:
    """每月: a moment in every month of the year, at its end (原文未规定每月几日) or on the day printed."""
    text = clean(words)
    found = re.search(rf"每月(?:的)?(?:(?P<day>{_NUMBER})\s*[日号])?", text)
    if found is None:
        return ()
    days = [date(year, month, monthrange(year, month)[1]) for month in range(1, _MONTHS + 1)]
    if found["day"]:
        wanted = whole_number(found["day"])
        days = [day.replace(day=min(wanted, day.day)) for day in days]
    return tuple(at_hour(text, day, hours) for day in days)


def in_year(day: date, years: int) -> date:
    """The same day so many years later; the end of a month stays its end."""
    last = day.day == monthrange(day.year, day.month)[1]
    ends = monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, ends if last else min(day.day, ends))


def clock_in(text: str) -> time | None:
    """The hour that is printed; 24时 is the last second of its day."""
    found = _CLOCK.search(text)
    if found is None:
        return None
    hour, minute = whole_number(found["hour"]), 30 if found["minute"] == "半" else int(found["minute"] or 0)
    if found["half"] in ("下午", "晚上", "傍晚") and hour < _NOON:
        hour += _NOON
    if (hour, minute) == (24, 0):
        return time(23, 59, 59)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _year(text: str, year: int) -> int:
    found = _YEAR.search(text)
    if found is None:
        return year
    return int(found["year"]) if found["year"] else year + 1


def _after(text: str, event: datetime | None, calendar: OfficeCalendar) -> date | None:
    found = _AFTER.search(text)
    if found is None or event is None:
        return None
    count, day = whole_number(found["count"]), local(event).date()
    if "工作日" in found["unit"]:
        return add_working_days(day, count, calendar)
    if found["unit"] == "个月":
        months = day.year * _MONTHS + day.month - 1 + count
        year, month = divmod(months, _MONTHS)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    weeks = "周" in found["unit"] or "星期" in found["unit"]
    return day + timedelta(days=count * 7 if weeks else count)


def _end(year: int, month: int, part: str = "末") -> date | None:
    first = _date(year, month, 1)
    if first is None:
        return None
    return first.replace(day=_TENTHS.get(part, monthrange(year, month)[1]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
