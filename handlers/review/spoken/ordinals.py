"""“鲁明报的④”“一二三项”: the number that an item bears on the list of who reported it, and numbers counted up."""

import re
from collections.abc import Collection, Mapping
from typing import Final

from handlers.board import duties_of_unit
from handlers.context import Context
from handlers.reading.numbers import whole_number
from handlers.review.waiting import QueueItem

_CIRCLED: Final = {ord("①") + place: f"第{place + 1}项" for place in range(20)}


HOW_MANY: Final = re.compile("[两二三四五六七八九2-9]个")
"""4个不对 of two: how many, not which; 2个 of two may be either."""


def uncircled(words: str) -> str:
    """④ and 第四项 as 第4项."""
    return _WRITTEN.sub(lambda found: f"第{whole_number(found[1])}", words.translate(_CIRCLED))


_WRITTEN: Final = re.compile("第([一二三四五六七八九十]{1,3})(?=[项个件条号])")


def bearing(number: int, pool: Mapping[int, QueueItem], context: Context) -> tuple[int, ...]:
    """The places of those of that code, else of those that bear the number on the list of who reported them."""
    coded = tuple(place for place, item in pool.items() if item.criterion.code == str(number))
    return coded or tuple(place for place, item in pool.items() if _ordinal(item, context) == number)


def _ordinal(item: QueueItem, context: Context) -> int:
    own = duties_of_unit(item.unit, context)
    return next((duty.ordinal for duty in own if duty.criterion.code == item.criterion.code), 0)


def run_together(place: int, listed: int, said: Collection[int]) -> list[int]:
    """12过 3退 of three: 1 and 2; [] where the figures are no places, or are ruled by themselves."""
    figures = [int(figure) for figure in str(place)]
    rising = figures == sorted(set(figures)) and len(figures) > 1
    inside = figures[0] > 0 and figures[-1] <= listed < place
    return figures if rising and inside and not {*figures} & {*said} else []


_DIGITS: Final = "一二三四五六七八九"
_IN_A_ROW: Final = re.compile(f"([{_DIGITS}]{{2,}})[项个件条]?(?:都|全部?|一起)*")
"""一二过三四退, 一二三项通过."""
_COUNTED_UP: Final = re.compile("(123(?:4(?:5(?:6(?:7(?:89?)?)?)?)?)?)[项个件条]?(?:都|全部?|一起)*")
"""123都过."""


def in_a_row(words: str) -> tuple[int, ...]:
    """The places that are counted up; () for 二十一项 and the like."""
    found = _IN_A_ROW.fullmatch(words)
    places = tuple(_DIGITS.index(one) + 1 for one in found[1]) if found is not None else ()
    counted = _COUNTED_UP.fullmatch(words)
    places = tuple(map(int, counted[1])) if counted is not None else places
    return places if sorted(set(places)) == [*places] else ()


def of_all(words: str, units: int) -> str:
    """两个镇江苏名牌 of a list of two towns: 江苏名牌, whosever it is."""
    found = _SO_MANY_UNITS.match(words)
    return words[found.end() :] if found is not None and whole_number(found[1]) == units else words


_SO_MANY_UNITS: Final = re.compile(
    r"[这那]?([二两三四五六七八九十\d]{1,2})个?(?:区县|县区|镇|区|县)的?(?=..)(?!都|全|也|一起|其)"
)
