"""工作日: which days an office works, from the published calendar where the year is published.

A year whose 调休 arrangement is not published yet is reckoned from the statutory days and weekends and
counted as provisional: what is planned with it has to be planned anew once the calendar is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

import holidays

SATURDAY = 5


@dataclass(frozen=True)
class OfficeCalendar:
    """Days that an office announced itself; they win over the published calendar."""

    days_off: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    published_years: frozenset[int] = field(default=frozenset())


PUBLISHED = OfficeCalendar()


@lru_cache(maxsize=32)
def _china(year: int) -> tuple[Mapping[date, str], frozenset[date]]:
    calendar = holidays.country_holidays("CN", years=year)
    return dict(calendar), frozenset(day for day in calendar.weekend_workdays if day.year == year)


def is_provisional(year: int, office: OfficeCalendar = PUBLISHED) -> bool:
    """Whether the 调休 arrangement of that year is still unknown (原文: 节假日安排未公布)."""
    return year not in office.published_years and not _china(year)[1]


def is_working_day(day: date, office: OfficeCalendar = PUBLISHED) -> bool:
    """Whether the office works on that day; a 调休 weekend counts as work."""
    if day in office.workdays:
        return True
    if day in office.days_off:
        return False
    if day.year in office.published_years:
        # The office has given every day that is not as its weekends would have it.
        return day.weekday() < SATURDAY
    off, swapped = _china(day.year)
    if day in swapped:
        return True
    return day not in off and day.weekday() < SATURDAY


def add_working_days(day: date, count: int, office: OfficeCalendar = PUBLISHED) -> date:
    """The working day that lies `count` working days after (before, where negative) that day."""
    step = timedelta(days=1 if count >= 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day, office)
    return day


@lru_cache(maxsize=4096)
def working_days_between(start: date, end: date, office: OfficeCalendar = PUBLISHED) -> int:
    """Working days after `start` up to and including `end`; negative where `end` lies before `start`."""
    if end < start:
        return -working_days_between(end, start, office)
    days = (start + timedelta(days=offset) for offset in range(1, (end - start).days + 1))
    return sum(is_working_day(day, office) for day in days)


def last_working_day(year: int, office: OfficeCalendar = PUBLISHED) -> date:
    """The year's last working day: the deadline of a campaign whose text prints none (原文未规定)."""
    day = date(year, 12, 31)
    return day if is_working_day(day, office) else add_working_days(day, -1, office)
