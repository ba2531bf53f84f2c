"""Which items of the list a question mentions in passing: by unit, person, value, code or name, whatever else it says."""

import re
from collections.abc import Mapping
from typing import Final

from handlers.context import Context
from handlers.leading.topics import likest, topic_of
from handlers.review.spoken.elsewhere import units_named
from handlers.review.spoken.ordinals import bearing, uncircled
from handlers.review.waiting import QueueItem

_FIGURE: Final = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d+)?(?![\d.]|[个件项条]区)")
_CODE: Final = re.compile(r"(?<![\d.])(?:[A-Z]\d\d-[A-Z]\d?|\d{1,2}\.\d{1,2})(?![\d.%％])")
_PLACE: Final = re.compile(r"第(\d{1,2})[项件个条]|(?<!\d)(\d{1,2})号")
Pool = Mapping[int, QueueItem]


def mentioned(words: str, pool: Pool, context: Context) -> Pool:
    """Those of the pool that the words speak of; empty where they speak of none, or of what is not in it."""
    words = uncircled(words)
    units, rest = units_named(words, context)
    named = False
    if units:
        pool, named = {at: one for at, one in pool.items() if {one.unit, one.subject} & set(units)}, True
    for narrowed in (_placed(words, pool, context), _coded(words, pool), _valued(words, pool)):
        if narrowed:
            pool, named = narrowed, True
    about = _about(rest, pool)
    return about or (pool if named else {})


def _placed(words: str, pool: Pool, context: Context) -> Pool:
    found = _PLACE.search(words)
    if found is None:
        return {}
    number = int(found[1] or found[2])
    places = (number,) if number in pool else bearing(number, dict(pool), context)
    return {place: pool[place] for place in places}


def _coded(words: str, pool: Pool) -> Pool:
    codes = {found[0] for found in _CODE.finditer(words)}
    return {place: item for place, item in pool.items() if item.criterion.code in codes}


def _valued(words: str, pool: Pool) -> Pool:
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
