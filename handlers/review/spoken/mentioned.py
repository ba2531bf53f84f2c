"""Which items of the list a question mentions in passing: by unit, person, value, code or name, whatever else it says."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from handlers.context import Context
from handlers.leading.topics import likest, topic_of
from handlers.review.spoken.elsewhere import codes_called, units_named
from handlers.review.spoken.ordinals import bearing, uncircled
from handlers.review.waiting import QueueItem

_FIGURE: Final = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d+)?(?![\d.]|[个件项条]区)")
_CODE: Final = re.compile(r"(?<![\d.])(?:[A-Z]\d\d-[A-Z]\d?|\d{1,2}\.\d{1,2})(?![\d.%％])")
_NUMBERED: Final = re.compile(r"第\d{1,2}[项件个条]")
_PLACE: Final = re.compile(
    r"第(\d{1,2})[项件个条]|(?<!\d)(\d{1,2})(?:号|(?=的?[材附文图佐]|的\s*$))|(?<=[局委办])的?(\d{1,2})(?![\d.%％年月日点分个])"
)
Pool = Mapping[int, QueueItem]


def mentioned(words: str, pool: Pool, context: Context) -> Pool:
    """Those of the pool that fit all that the words name; empty where they name none of them, or what is not in it."""
    words = uncircled(words)
    units, rest = units_named(words, context)
    plainly = _narrowed(words, units, pool, context)
    if plainly is not None and not plainly:
        return {}
    found = _about(rest, plainly or pool) or plainly or {}
    named = codes_called(rest, context)
    return {} if named and not named & {item.criterion.code for item in found.values()} else found


def plainly_mentioned(words: str, pool: Pool, context: Context) -> Pool:
    """The same by unit, person, place, code or value alone: no word of a name counts."""
    words = uncircled(words)
    return _narrowed(words, units_named(words, context)[0], pool, context) or {}


def _narrowed(words: str, units: Sequence[str], pool: Pool, context: Context) -> Pool | None:
    """Each thing named leaves fewer; None where none is."""
    named = False
    subjects = context.speaker.campaign.subjects
    for of in ([one for one in units if one in subjects], [one for one in units if one not in subjects]):
        if of:
            pool, named = {at: one for at, one in pool.items() if {one.unit, one.subject} & set(of)}, True
    words = without_compared(words)
    for narrows in (_placed, _coded, _valued):
        narrowed = narrows(words, pool, context)
        if narrowed:
            pool, named = narrowed, True
        elif named and narrows is _placed and _NUMBERED.search(words):
            return {}
    return pool if named else None


def without_compared(words: str) -> str:
    """跟省上通报的96.8不一样: without the figures that are nobody's here."""
    return _COMPARED.sub(" ", words)


_COMPARED: Final = re.compile(
    r"(?:跟|和|与|同|比|按|通报|公布|系统|文件|目标|要求|标准|应该|应当|说|简报|公报|上限|下限|低于|高于|不是)[^\d,，。;；]{0,10}\d+(?:\.\d+)?[%％]?"
)


def _placed(words: str, pool: Pool, context: Context) -> Pool:
    found = _PLACE.search(words)
    if found is None:
        return {}
    number = int(found[1] or found[2] or found[3])
    places = (number,) if number in pool else bearing(number, dict(pool), context)
    return {place: pool[place] for place in places}


def _coded(words: str, pool: Pool, _context: Context) -> Pool:
    codes = {found[0] for found in _CODE.finditer(words)}
    return {place: item for place, item in pool.items() if item.criterion.code in codes}


def _valued(words: str, pool: Pool, _context: Context) -> Pool:
    figures = {found[0] for found in _FIGURE.finditer(words)}
    return {
        place: item
        for place, item in pool.items()
        if figures & {str(value) for value in item.record.reported.values()}
    }


def _about(rest: str, pool: Pool) -> Pool:
    leaves = {item.criterion.code: item.criterion for item in pool.values()}
    codes = {leaf.code for leaf in likest(topic_of(rest), [*leaves.values()])}
    return {place: item for place, item in pool.items() if item.criterion.code in codes}
