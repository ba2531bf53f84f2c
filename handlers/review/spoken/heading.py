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
