"""哪天交的: the day, or the week, on which somebody says that a paper was handed in."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from handlers.calendar.dates import day_in
from handlers.reading.widths import clean
from handlers.wording import local

_BACK: Final = {"大前天": 3, "前天": 2, "前日": 2, "昨天": 1, "昨日": 1, "昨晚": 1}
_DATE: Final = (
    r"(?:20\d\d年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?"
    r"|(?:20\d\d[-./])?\d{1,2}[-./]\d{1,2}|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]"
)
_WEEKDAY: Final = re.compile(r"(?P<last>上上?个?)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_WEEK: Final = re.compile(r"(?P<last>上上?个?)(?:周|星期|礼拜)(?![一二三四五六日天])")
_SAID: Final = re.compile(
    rf"(?P<when>{'|'.join(_BACK)}|(?:上上?个?)?(?:周|星期|礼拜)[一二三四五六日天]?|{_DATE})"
    r"[^，,。；;?？\d]{0,10}?(?:交|发|报|送|寄|给|已)"
)
_DAYS: Final = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Handed:
    """The first and the last day that the words may mean, and how they are told."""

    first: date
    last: date
    told: str

    def is_late(self, due: datetime) -> bool | None:
        """Whether that was after it was due; None where the words leave it open."""
        if self.last <= local(due).date():
            return False
        return True if self.first > local(due).date() else None


def handed_on(text: str, today: date) -> Handed | None:
    """When it was handed in as the text says; None where it says no day, or none before today's end."""
    found = _SAID.search(clean(text))
    if found is None:
        return None
    words = found["when"]
    monday = today - timedelta(days=today.weekday())
    week = _WEEK.fullmatch(words)
    if week is not None:
        first = monday - timedelta(weeks=week["last"].count("上"))
        return Handed(first, first + timedelta(days=6), words)
    day = _day(words, today, monday)
    return Handed(day, day, f"{day.month}月{day.day}日") if day is not None and day <= today else None


def _day(words: str, today: date, monday: date) -> date | None:
    if words in _BACK:
        return today - timedelta(days=_BACK[words])
    weekday = _WEEKDAY.fullmatch(words)
    if weekday is not None:
        at = _DAYS.index(weekday["day"].replace("天", "日"))
        before = str(weekday["last"] or "").count("上")
        told = monday + timedelta(days=at) - timedelta(weeks=before)
        return told if before or told <= today else told - timedelta(weeks=1)
    day = day_in(words, today)
    if day is None or day <= today:
        return day
    if "月" in words or "." in words or "-" in words or "/" in words:
        return day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else None
    return _same_day_of_month_before(day)


def _same_day_of_month_before(day: date) -> date | None:
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=day.day) if day.day <= last.day else None
