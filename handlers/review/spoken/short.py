"""城建局三项都过, of which only two wait: what of so many is not there to be ruled, and why."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.context import Context
from handlers.reading.numbers import numeral
from handlers.review.one_unit import others, told_of
from handlers.review.spoken.said import Said
from handlers.review.waiting import QueueItem

_COUNTED: Final = re.compile(
    r"(?P<row>[一二三四五六七八九]{2,9})(?:项|件|条|个)|(?<![第前后\d.])(?P<count>[2-9]|[两俩二三四五六七八九仨])(?:个(?!月|工作日|百分点)|项|件(?!事)|条)|(?P<few>[俩仨])"
)
_WORDS: Final = {"两": 2, "俩": 2, "仨": 3}


def left_out(
    text: str, said: Sequence[Said], items: Sequence[QueueItem | None], context: Context
) -> list[str]:
    """A line for each reason why fewer are ruled than are spoken of; [] where all of them are, or of several units."""
    found = _COUNTED.search(text)
    named = [items[place - 1] for one in said for place in one.places if 1 <= place <= len(items)]
    ruled = {(item.criterion.code, item.subject): item.unit for item in named if item is not None}
    if found is None or len(set(ruled.values())) != 1 or _number(found) <= len(ruled):
        return []
    return told_of(others(context, next(iter(ruled.values())), set(ruled)), "没有处理")


def _number(found: re.Match[str]) -> int:
    if found["row"]:
        return len(found["row"])
    said = found["count"] or found["few"]
    return _WORDS.get(said) or int(numeral(said) or 0)
