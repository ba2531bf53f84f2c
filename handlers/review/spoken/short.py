"""城建局三项都过, of which only two wait: what of so many is not there to be ruled, and why."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.context import Context
from handlers.reading.numbers import numeral
from handlers.review.one_unit import others, told_of
from handlers.review.spoken.said import Said
from handlers.review.waiting import QueueItem

_OF_THEM: Final = r"(?=[都全也的]|我|没|ok|过|通过|同意|行|可以|退|打回|驳回|[,，\s]|$)"
_COUNTED: Final = re.compile(
    rf"(?:(?P<row>[一二三四五六七八九]{{2,9}})[项件条个]|(?<![第前后\d.缺少差])(?P<count>[2-9]|[两二三四五六七八九])[个项件条]|(?P<few>[俩仨])){_OF_THEM}",
    re.IGNORECASE,
)
"""缺三个附件 counts no reports."""
_WORDS: Final = {"两": 2, "俩": 2, "仨": 3}


def left_out(
    text: str, said: Sequence[Said], items: Sequence[QueueItem | None], context: Context
) -> list[str]:
    """A line for each reason why fewer are ruled than are spoken of; [] where all of them are."""
    found = _COUNTED.search(text)
    named = [items[place - 1] for one in said for place in one.places if 1 <= place <= len(items)]
    ruled = {(item.criterion.code, item.subject): item.unit for item in named if item is not None}
    if found is None or not ruled or _number(found) <= len(ruled):
        return []
    units = {*ruled.values()}
    rows = told_of(others(context, units.pop(), {*ruled}), "没有处理") if len(units) == 1 else []
    every = len(ruled) == sum(item is not None for item in items)
    return rows or ([f"您说的是{_number(found)}件，待审的只有{len(ruled)}件。"] if every else [])


def _number(found: re.Match[str]) -> int:
    if found["row"]:
        return len(found["row"])
    said = found["count"] or found["few"]
    return _WORDS.get(said) or int(numeral(said) or 0)
