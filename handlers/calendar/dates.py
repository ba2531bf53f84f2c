"""日期: the days that people name in a message: 7月3号, 7.3, 22号, 明天, 下周一, 2015-07-03."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from handlers.reading.numbers import numeral, whole_number
from handlers.reading.widths import clean

_NUMBER: Final = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_FULL: Final = re.compile(
    r"(?P<year>20\d\d)\s*[年./-]\s*(?P<month>\d{1,2})\s*[月./-]\s*(?P<day>\d{1,2})\s*[日号]?"
)
_MONTH_DAY: Final = re.compile(rf"(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*[日号]?")
_YEAR_WORD: Final = re.compile(r"(?P<next>明年|来年|次年)(?:的)?(?=\s*(?:元月|\d|[一二三]))")
_NEXT_MONTH: Final = re.compile(rf"下个?月(?:份)?(?P<day>{_NUMBER})[日号]")
_MONTH_END: Final = re.compile(
    rf"(?:(?P<next>下个?)月|(?P<month>{_NUMBER})\s*月|(?<!上)(?<!上个)(?:本月|这个?月|月))(?:底|末)"
)
_DAYS: Final = re.compile(r"(?P<days>\d{1,2}|[一二两三四五六七八九十]{1,3}|几)\s*个?(?:自然日|工作日|天)")
_WEEKS: Final = re.compile(
    r"(?P<weeks>[一二两三四1-4])\s*个?(?:周|星期|礼拜)(?![一二三四五六日天\d])|(?P<half>半个月)"
)
_POINTED: Final = re.compile(r"(?<![\d.])(?P<month>\d{1,2})[./](?P<day>\d{1,2})(?![\d.%])")
_DAY: Final = re.compile(rf"(?<![月\d])(?P<day>{_NUMBER})\s*[日号](?!线|楼)")
_AWAY: Final = {"今天": 0, "今日": 0, "明天": 1, "明日": 1, "明儿": 1, "后天": 2, "后儿": 2, "大后天": 3}
_WEEKDAY: Final = re.compile("(?P<week>下下?个?|这个?|本)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_WEEKDAYS: Final = "一二三四五六日"
_MONTHS: Final = 12
_SPRING: Final = 4
_LAST_QUARTER: Final = 10
"""Who says 1月5号 from October on means the coming one: nine months back is nobody's deadline."""


def day_in(text: str, today: date) -> date | None:
    """The one day that the text names, None where it names none or one that does not exist.

    A day without a year is of this year, in the last quarter a day of the first one is of the next; 22号 is of
    this month, whether it is over or not.
    """
    words = clean(text).replace("元月", "1月")
    ahead = _YEAR_WORD.search(words)
    if ahead is not None:
        found = _MONTH_DAY.search(words, ahead.end())
        return _of_numbers({**found.groupdict(), "year": str(today.year + 1)}, today) if found else None
    for pattern in (_FULL, _MONTH_DAY, _POINTED, _DAY):
        found = pattern.search(words)
        if found is not None:
            return _of_numbers(found.groupdict(), today)
    following = _NEXT_MONTH.search(words)
    if following is not None:
        first = _next_month(today)
        return _of_numbers(
            {"day": following["day"], "month": str(first.month), "year": str(first.year)}, today
        )
    for word in sorted(_AWAY, key=len, reverse=True):
        if word in words:
            return today + timedelta(days=_AWAY[word])
    return weekday_in(words, today)


def days_in(text: str) -> int | None:
    """3 for 三天, 7 for 一周; None where no number of days is said."""
    weeks = _WEEKS.search(clean(text))
    if weeks is not None:
        return 15 if weeks["half"] else 7 * whole_number(weeks["weeks"] or "一")
    found = _DAYS.search(clean(text))
    count = numeral(found["days"]) if found is not None and found["days"] != "几" else None
    return int(count) if count else None


def last_day_in(text: str, today: date) -> date | None:
    """The same as `day_in`, and the last day of the month for 月底, 6月底, 下月底: for what is said back first."""
    words = clean(text)
    found = _MONTH_END.search(words)
    if found is None:
        return day_in(words, today)
    if found["next"]:
        return _last_of(_next_month(today))
    month = whole_number(found["month"]) if found["month"] else today.month
    return _last_of(date(today.year, month, 1)) if 1 <= month <= _MONTHS else None


def _next_month(today: date) -> date:
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def _last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def weekday_in(text: str, today: date) -> date | None:
    """周五 of this week, 下周一 of the next; a bare 周一 that is over means the coming one."""
    found = _WEEKDAY.search(text)
    if found is None:
        return None
    wanted = weekday_of(found["day"])
    monday = today - timedelta(days=today.weekday())
    weeks = (found["week"] or "").count("下")
    day = monday + timedelta(weeks=weeks, days=wanted)
    return day + timedelta(weeks=1) if not found["week"] and day < today else day


def weekday_of(character: str) -> int:
    """0 for 一, 6 for 日 and 天."""
    return _WEEKDAYS.index("日" if character == "天" else character)


def _of_numbers(parts: dict[str, str], today: date) -> date | None:
    numbers = {name: numeral(text) for name, text in parts.items()}
    year, month, day = (numbers.get(name) for name in ("year", "month", "day"))
    try:
        named = int(month or today.month)
        turned = named < _SPRING and today.month >= _LAST_QUARTER
        return date(int(year or today.year + turned), named, int(day or 0))
    except ValueError:
        return None
