"""上班还是不上班: every day that a line declares off or worked, each by the words beside it: 6号调休，11号补班."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from handlers.calendar.dates import day_in
from handlers.reading.numbers import numeral

_WEEKDAY: Final = "(?:这个?|本|下下?个?)?(?:周|星期|礼拜)[一二三四五六日天]"
_DAY: Final = re.compile(
    rf"(?:{_WEEKDAY}\s*)?"
    r"(?:20\d\d\s*[年./-]\s*)?(?:\d{1,2}\s*[月./]\s*\d{1,2}\s*[日号]?|(?<![\d.])\d{1,2}\s*[日号])"
    rf"(?:\s*[(（]?{_WEEKDAY}[)）]?)?|{_WEEKDAY}|大后天|[明后今]天"
)
_BARE: Final = re.compile(r"\d{1,2}\s*[日号].*")
_NUMBER: Final = re.compile(r"\d+")
_THROUGH: Final = re.compile(r"\s*(?:到|至|-|—|~|～)\s*")
_SWAPPED: Final = re.compile("(?:对|互|调)[调换]")
_OFF: Final = re.compile(
    "不(?:用|要|再)?上班|不(?:算|是|计|作)(?:作|为|成)?工作日|非工作日|放假|休息|补休|补假|轮休|停[电工]|休(?!假)|别|停"
    "|不(?:用|要|再|许|准)?(?:发|催|推|提醒|打扰)"
)
_WORKED: Final = re.compile("上班|补班|加班|照(?:常|发|催|样|旧)|正常|要发|(?:算|是|为|成)工作日")
_SPOKEN: Final = re.compile(
    r"(?<![周期拜第\d])(?P<month>[一二三四五六七八九十]{1,3})(?=月(?:[一二三四五六七八九十]{1,3}|\d{1,2}))|(?<=月)(?P<of>[一二三四五六七八九十]{1,3})(?=[日号\s,，。吧]|$)"
    r"|(?<![周期拜第\d])(?P<day>[一二三四五六七八九十]{1,3})(?=[日号])"
)
_WHY: Final = re.compile(r"(?:调休|补休)(?=[^不休假别停周星礼\d]{0,4}(?:上班|补班|照|正常|要发|工作日))")
"""10号调休上班: why that day is worked."""
Shift = tuple[date, bool | None]
"""A day, and whether it is worked; None where two days only change places."""


def in_digits(text: str) -> str:
    """七月三号 as 7月3号."""
    return _SPOKEN.sub(lambda found: str(numeral(found[0]) or found[0]), text)


def shifts(text: str, today: date) -> Sequence[Shift]:
    """Every day that is named, in order, each once; () where for one of them nothing is said."""
    words = _WHY.sub("", in_digits(text)).replace("调休", "补休")
    found = list(_DAY.finditer(words))
    if not found:
        return ()
    ends = [*(one.start() for one in found[1:]), len(words)]
    told: list[tuple[date, str]] = []
    for one, end in zip(found, ends, strict=True):
        day = _again(one[0], [day for day, _ in told]) or day_in(one[0], today)
        if day is None:
            return ()
        told.append((day, words[one.end() : end]))
    return _each(told, _SWAPPED.search(words) is not None)


def _again(words: str, before: Sequence[date]) -> date | None:
    """A bare 8号 behind other days: the one of that number, else of the month of the last."""
    if not before or not _BARE.fullmatch(words):
        return None
    same = [day for day in before if str(day.day) == _NUMBER.findall(words)[0]]
    return same[0] if same else day_in(f"{before[-1].month}月{words}", before[-1])


def _each(told: Sequence[tuple[date, str]], swapped: bool) -> Sequence[Shift]:
    """The kind of each day: its own words, else those of the day behind it; a run fills the days between."""
    works: bool | None = None
    days: dict[date, bool | None] = {}
    for place in range(len(told) - 1, -1, -1):
        day, words = told[place]
        own = kind_of(words)
        if own is None and place == len(told) - 1 and not swapped:
            return ()
        works = None if swapped else own if own is not None else works
        last = told[place + 1][0] if _THROUGH.fullmatch(words) and place + 1 < len(told) else day
        for away in range(max((last - day).days, 0) + 1):
            days.setdefault(day + timedelta(days=away), works)
    return sorted(days.items(), key=lambda one: one[0])


def kind_of(words: str) -> bool | None:
    """Whether the words say that a day is worked; None where they say nothing, or both."""
    left = _OFF.sub(" ", words)
    off, on = left != words, _WORKED.search(left) is not None
    return None if off is on else on
