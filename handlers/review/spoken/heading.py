"""“九华的 6通过 7退回”“城建局1过，2打回”: whose the numbers are that follow somebody's name."""

import re
from dataclasses import replace
from typing import Final

from handlers.context import Context
from handlers.review.rulings import places_in
from handlers.review.spoken.ordinals import bearing, uncircled
from handlers.review.spoken.places import Meant, Sheet, places_meant
from handlers.review.spoken.said import Sentence

_NUMBERED: Final = re.compile(r"第?[\d①-⑳]+[项件个号条]?(?>[、,和\s]*第?[\d①-⑳]+[项件个号条]?)*")
_OF_UNIT: Final = re.compile(
    r"(?P<unit>[\u4e00-\u9fff]{1,8}(?:[局委办]|那边))的?(?P<number>第?[\d①-⑳]+)[项个件号条]?"
)


def under_heading(about: str, found: Sentence, sheet: Sheet, context: Context) -> Meant | None:
    """What numbers mean behind a heading: those of what it names; None for anything else."""
    if found.waits is not None and not found.waits.plain and not found.told:
        found.heading = found.waits
    own = _of_their_own(about, found, sheet, context)
    if own is not None or found.heading is None or _NUMBERED.fullmatch(about) is None:
        return own
    kept = [item if at in found.heading.places else None for at, item in enumerate(sheet.items, start=1)]
    meant = places_meant(about, replace(sheet, items=kept, shown=False), context)
    if meant is not None:
        found.waits = None
    return meant


def _of_their_own(about: str, found: Sentence, sheet: Sheet, context: Context) -> Meant | None:
    """城建局1过，2打回: where its 1 is no place of the list, its 2 is none either, but the unit's own."""
    whose = _OF_UNIT.fullmatch(about)
    if whose is not None:
        unit = places_meant(whose["unit"], sheet, context)
        first = places_in(uncircled(whose["number"]))
        found.own = unit.places if unit is not None and not set(first) <= set(unit.places) else ()
        return None
    numbers = places_in(uncircled(about)) if found.own and _NUMBERED.fullmatch(about) else ()
    pool = {at: item for at in found.own if (item := sheet.items[at - 1]) is not None}
    borne = [bearing(number, pool, context) for number in numbers]
    if not borne:
        return None
    if not all(len(one) == 1 for one in borne):
        found.gone.append(f"那家待审的里没有“{about}”，这半句没有处理。")
        return Meant((), plain=False)
    return Meant(tuple(one[0] for one in borne), plain=False)


_FILLING: Final = re.compile("[跟和与把将给让先那就的我看也]+")
"""Such a beginning names no item."""
_JOINT: Final = re.compile(
    "(?:(?<=[那这])一?[个项条件份种些块]|的?[那这]一?[个项条件份种些块]?|(?<=[0-9①-⑳])[个项条件])?的?"
)
"""那份 of 农发那份没盖章 belongs to the name; 条件 of 农发条件不符 does not."""
_OF_ANOTHER: Final = re.compile(r"的?第[\d一二三四五六七八九十]{1,2}[项个件条]")
"""城建局第3项漏了一页, where it does not wait: not all of that unit's."""
_GOES_ON: Final = re.compile(r"[.\d]|号文|(?<=的\d)[张页处年月日次]")
"""1的8号文是去年的, 1的2张图糊了: of the first, whatever number stands behind."""
_LONGEST_NAME: Final = 14
_SHORTEST: Final = 1


def begun(words: str, sheet: Sheet, context: Context) -> tuple[Meant | None, str]:
    """2的图糊了: the item that the words begin with, and the rest of them."""
    for end in range(min(len(words) - 1, _LONGEST_NAME), _SHORTEST - 1, -1):
        head = words[:end]
        if _FILLING.fullmatch(head):
            continue
        meant = places_meant(head, sheet, context, by_sound=False)
        if meant is not None and not (head[-1].isdigit() and _GOES_ON.match(words, end)):
            if _OF_ANOTHER.match(words, end):
                return None, words
            if words[end] == "个" and meant.places[-1] > len(sheet.items):
                continue
            joint = _JOINT.match(words, end)
            return meant, words[joint.end() if joint is not None else end :].strip()
    return None, words
