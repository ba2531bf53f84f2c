"""城建局三项都过, of which only two wait: what of so many is not there to be ruled, and why."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from handlers.context import Context
from handlers.reading.numbers import whole_number
from handlers.review.one_unit import others, told_of
from handlers.review.rulings import places_in
from handlers.review.spoken.said import Said
from handlers.review.waiting import QueueItem

_OF_THEM: Final = (
    r"(?=[啊呀嘛呢吧么]*(?:[都全也的批给]|我|没|ok|过|通过|同意|行|可以|退|打回|驳回|一起|统统|[,，\s]|$))"
)
_COUNTED: Final = re.compile(
    rf"(?:(?P<row>[一二三四五六七八九]{{2,9}})[项件条个]|(?<![第前后\d.缺少差])(?P<count>[2-9]|[两二三四五六七八九])[个项件条]|(?P<few>[俩仨])){_OF_THEM}",
    re.IGNORECASE,
)
"""缺三个附件 counts no reports."""
_PLACES: Final = re.compile(
    r"(?<![\d.第])\d\s*[到至~-]\s*\d(?![\d.%％])|(?<![\d.第])\d(?:[\s、,，和]+\d(?![\d.])){1,8}(?![\d.%％])|(?<![\d.])123(?:4(?:56?)?)?(?![\d.])"
)
"""城建局1 2 3: so many numbers of one unit's."""
_EVERY: Final = re.compile(
    "(?:[局委办院厅区县镇]|那边|这边)的?(?:[那这]?几[项件个条])?(?:全都|都|全部?|统统|通通|一起)"
)
"""城建局的都过: of which something may not be there to be ruled."""
_WORDS: Final = {"两": 2, "俩": 2, "仨": 3}


def left_out(
    text: str, said: Sequence[Said], items: Sequence[QueueItem | None], context: Context
) -> list[str]:
    """A line for each reason why fewer are ruled than are spoken of; [] where all of them are."""
    found, every_one = _COUNTED.search(text), _EVERY.search(text) is not None
    listed = _PLACES.search(text)
    named = [items[place - 1] for one in said for place in one.places if 1 <= place <= len(items)]
    ruled = {(item.criterion.code, item.subject): item.unit for item in named if item is not None}
    spoken_of = _number(found) if found is not None else _listed(listed[0]) if listed else 0
    units = {*ruled.values()}
    whole = every_one and _are_all(units, len(ruled), items)
    if not ruled or (spoken_of <= len(ruled) and not whole):
        return []
    rows = told_of(others(context, units.pop(), {*ruled}), "没有处理") if len(units) == 1 else []
    every = found is not None and len(ruled) == sum(item is not None for item in items)
    return rows or ([f"您说的是{spoken_of}件，待审的只有{len(ruled)}件。"] if every and not whole else [])


def _are_all(units: AbstractSet[str], count: int, items: Sequence[QueueItem | None]) -> bool:
    """Whether so many are all that wait of the only unit."""
    return len(units) == 1 and count == sum(item is not None and item.unit in units for item in items)


def _listed(places: str) -> int:
    """How many 1 2 3, 123 or 1到3 are."""
    return len(places_in(places) if re.search("[到至~-]", places) else re.findall(r"\d", places))


def _number(found: re.Match[str]) -> int:
    if found["row"]:
        return len(found["row"])
    said = found["count"] or found["few"]
    return _WORDS.get(said) or whole_number(said)
