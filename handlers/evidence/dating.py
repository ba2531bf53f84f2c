"""材料的日期: the day that a material is of, where its name or words leave no doubt; else it is asked."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from handlers.reading.numbers import numeral

_NUMBER: Final = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_FULL: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*[年./_-]\s*(?P<month>\d{1,2})\s*[月./_-]\s*(?P<day>\d{1,2})(?!\d)"
)
_PACKED: Final = re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:[_-]?\d{6})?(?!\d)")
_SPELLED: Final = re.compile(
    rf"(?P<year>二[〇○零][〇○零一二三四五六七八九]{{2}})年\s*(?P<month>{_NUMBER})月\s*(?P<day>{_NUMBER})[日号]"
)
_MONTH_DAY: Final = re.compile(
    rf"(?<![年\d〇零一二三四五六七八九十])(?P<month>{_NUMBER})\s*月\s*(?P<day>{_NUMBER})\s*[日号]"
)
_SPAN: Final = re.compile(
    rf"(?:{_NUMBER})\s*[日号]?\s*[至到~～—–-]+\s*(?:{_NUMBER}|20\d\d年.{{2,8}}?)\s*[日号月]"
)
_SAVED: Final = re.compile("微信图片|微信视频|mmexport|screenshot|截图|截屏|屏幕", re.IGNORECASE)
"""Such a name bears the day on which somebody saved it, not the day that it shows."""
_EARLIEST: Final = 1990
_ZEROS: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def day_of(words: Iterable[str], first: date, last: date) -> date | None:
    """The one day that the words name; None where they name none, several, a span, or one after `last`.

    A day without a year counts where just one year puts it between `first` and `last`.
    """
    texts = [unicodedata.normalize("NFKC", text) for text in words if text and not _SAVED.search(text)]
    if any(map(_SPAN.search, texts)):
        return None
    found = {day for text in texts for day in _days(text, first, last)}
    return found.pop() if len(found) == 1 else None


def _days(text: str, first: date, last: date) -> Iterator[date]:
    named = [match for form in (_FULL, _PACKED, _SPELLED) for match in form.finditer(text)]
    for match in named:
        day = _day(match["year"].translate(_ZEROS), match)
        if day is not None and day.year >= _EARLIEST and day <= last:
            yield day
    rest = text
    for match in named:
        rest = rest.replace(match[0], " ")
    for match in _MONTH_DAY.finditer(rest):
        for year in range(first.year, last.year + 1):
            day = _day(str(year), match)
            if day is not None and first <= day <= last:
                yield day


def _day(year: str, match: re.Match[str]) -> date | None:
    month, day = numeral(match["month"]), numeral(match["day"])
    try:
        return date(int(year), int(month or 0), int(day or 0))
    except ValueError:
        return None
