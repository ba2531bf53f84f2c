"""“前两个”“除了旅游局的”“省抽”: which items of the list the words before a verdict mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.reading.numbers import numeral
from handlers.review.arrivals import Span, in_days
from handlers.review.narrowed import kept_by_state
from handlers.review.rulings import PLACES, places_in
from handlers.review.spoken.narrowing import Pool, called, of_branch, of_code, of_person, of_value, stripped
from handlers.review.spoken.ordinals import HOW_MANY, bearing, in_a_row, of_all, run_together, uncircled
from handlers.review.waiting import QueueItem, current

_TOGETHER_SAID: Final = r"(?:全部?|都|一起|统统|通通)*(?:给)?"
_NUMBER: Final = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
_THIS: Final = re.compile(r"(?:这一?[个件条项份]|它|这|此[件项]|本[件项])?(?:给?[他它]们?)?")
_DAY: Final = re.compile(
    r"(?:最[晚迟]|[在到])*(?:\d{1,2}月)?\d{1,2}(?:日|号(?=之?前|以前|下班|[上中下]午|晚))(?:之前|以前|前|下班|[上中下]午|晚上?|[报交给补齐])*"
)
"""17号前: a day, no item."""
_LONGEST: Final = 200
"""No place is said in more: 除了除了… would be taken apart without end."""
_SPARED: Final = re.compile(
    rf"除[了开去]?(?P<spared>.+?)(?:不过)?(?:以外|之外|外)?(?:其他|其余|别的|剩下|另外)?的?{_TOGETHER_SAID}"
)
_SPARED_OF: Final = re.compile(rf"(?P<of>[^除]{{2,14}}?)的?(?P<but>{_SPARED.pattern})")
"""城建局除了覆盖率都: of these all but that."""
_OUTSIDE: Final = re.compile(
    rf"(?P<spared>.{{1,16}}?)(?:[以之除]外|外(?=都|全|的|其))的?(?:其[他它余]|别的|剩下)?的?{_TOGETHER_SAID}"
)
"""白蒲以外的都."""
REST: Final = re.compile(
    rf"(?:其他|其它|其余|剩[下余]?|别的|另外|余下|旁的)的?(?:那|这)?(?P<count>{_NUMBER})?(?:[个件条项家])?(?:的)?{_TOGETHER_SAID}"
)
_ALL: Final = re.compile(
    r"(?:清单里?|这些|那些|所有|以上|上面)?(?:的)?(?>全部?|一起|统统|所有|全都|都)+(?:的)?(?:给)?"
)
_COUNTED: Final = re.compile(
    rf"(?:这|那)?(?P<count>{_NUMBER}|俩|仨)(?:[个件条项份])?(?P<what>家|区县?|县区?|镇|局|单位)?(?:的)?{_TOGETHER_SAID}"
)
_EDGE: Final = re.compile(
    rf"(?P<side>最?前面?|头|开头|最?后面?|末尾?|末)(?:那|这|的)?(?P<count>{_NUMBER}|俩|仨)(?:[个件条项家])?(?:的)?{_TOGETHER_SAID}"
)
_PLACED: Final = re.compile(rf"{PLACES}(?:[个件条项号])?(?:的|那[个件条项])?{_TOGETHER_SAID}")
_BARE_CHINESE: Final = re.compile(r"[一二三四五六七八九十]")
_TOGETHER: Final = re.compile(r"(?:全部?|都|一起|统统|通通|也)+(?:给)?$")
_PAIR: Final = str.maketrans("两俩仨", "二二三")


@dataclass(frozen=True, slots=True)
class Meant:
    """Places (from 1) of the list; `plain` where each is named by itself, or there is only one."""

    places: tuple[int, ...]
    plain: bool = True
    why: str = ""
    """What is so of all of them (没有证明材料), where they are named by that."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The list that is spoken of: its items, the one looked at, the places said of already."""

    items: Sequence[QueueItem | None]
    at: int | None = None
    said: frozenset[int] = frozenset()
    shown: bool = False
    """Whether its numbers were seen: what is beyond them is nothing of it."""

    @property
    def open(self) -> tuple[int, ...]:
        """The places that still wait."""
        return tuple(place for place, item in enumerate(self.items, start=1) if item is not None)


def at_hand(items: Sequence[QueueItem | None], context: Context, *, opened: bool) -> int | None:
    """The place of “this one”: what was looked at, or all there is."""
    if opened:
        found = current(context)
        return found[0] if found is not None else None
    return 1 if len(items) == 1 else None


def places_meant(words: str, sheet: Sheet, context: Context, *, by_sound: bool = True) -> Meant | None:
    """What the words mean; None where they name nothing of the list."""
    said = words.strip()
    if len(words) > _LONGEST or _DAY.fullmatch(said):
        return None
    came = in_days(said, context.now)
    if came is not None:
        return _of_days(*came, sheet, context, by_sound=by_sound)
    words = stripped(of_all(uncircled(words), len({one.subject for one in sheet.items if one is not None})))
    if _THIS.fullmatch(words) or (
        words and _THIS.fullmatch(_TOGETHER.sub("", words)) and not _ALL.fullmatch(words)
    ):
        return Meant((sheet.at,)) if sheet.at else None
    spared = _SPARED.fullmatch(words) or _OUTSIDE.fullmatch(words)
    if spared is not None:
        but = places_meant(spared["spared"], sheet, context, by_sound=by_sound)
        known = but is not None and set(but.places) <= set(sheet.open)
        return (
            Meant(tuple(p for p in sheet.open if p not in but.places), plain=False) if but and known else None
        )
    part = _SPARED_OF.fullmatch(words)
    if part is not None:
        of, rest = (places_meant(one, sheet, context, by_sound=by_sound) for one in (part["of"], part["but"]))
        return Meant(tuple(p for p in of.places if p in rest.places), plain=False) if of and rest else None
    return (
        _of_state(said, sheet, context)
        or _counted(words, sheet)
        or _counted(said, sheet)
        or _placed(words, sheet, context)
        or _named(words, sheet, context, by_sound=by_sound)
        or _each_named(words, sheet, context, by_sound=by_sound)
    )


def _of_days(rest: str, span: Span, sheet: Sheet, context: Context, *, by_sound: bool) -> Meant | None:
    """昨天报的那两个: of those that came in then what else the words name, or all of them."""
    then = [item if item is not None and span.holds(item.reported_at) else None for item in sheet.items]
    left = replace(sheet, items=then, at=None)
    if not stripped(_TOGETHER.sub("", rest)):
        return Meant(left.open, plain=len(left.open) == 1) if left.open else None
    return places_meant(rest, left, context, by_sound=by_sound) if left.open else None


def _of_state(words: str, sheet: Sheet, context: Context) -> Meant | None:
    """没材料的都: those of which that is so; None where there are none, or the words name something else besides."""
    of = _TOGETHER.sub("", words)
    kept, called = kept_by_state(of, [*_pool(sheet).values()], context) if of.endswith("的") else ([], "")
    places = tuple(place for place, item in _pool(sheet).items() if item in kept)
    return Meant(places, plain=False, why=called.removesuffix("的")) if places else None


def _counted(words: str, sheet: Sheet) -> Meant | None:
    """What is said by place or by number."""
    left = tuple(place for place in sheet.open if place not in sheet.said)
    rest = REST.fullmatch(words)
    if rest is not None:
        ruled = bool(sheet.said) or None in sheet.items
        left = left if ruled else tuple(at for at in left if sheet.at not in (None, at))
        counts = _number(rest["count"]) in (None, len(left))
        return Meant(left, plain=len(left) == 1) if left and counts else None
    if _ALL.fullmatch(words):
        return Meant(sheet.open, plain=False)
    if _EDGE.fullmatch(words):
        return _at_edge(words, sheet.open)
    counted = _COUNTED.fullmatch(words)
    if counted is not None and not (words.isdecimal() or _BARE_CHINESE.fullmatch(words)):
        return _so_many(_number(counted["count"]) or 0, sheet, left, units=counted["what"] is not None)
    return None


def _at_edge(words: str, places: tuple[int, ...]) -> Meant | None:
    """前两个 of these places; None where there are not so many."""
    edge = _EDGE.fullmatch(words)
    count = _number(edge["count"]) or 0 if edge is not None else 0
    if edge is None or not 1 <= count <= len(places):
        return None
    front = edge["side"].strip("最面") in ("前", "头", "开头")
    return Meant(places[:count] if front else places[-count:])


def _placed(words: str, sheet: Sheet, context: Context) -> Meant | None:
    """1、3; a number that the list has not, but one of its items bears with who reported it, is that one's."""
    row = in_a_row(words)
    if row and not of_value(words, _pool(sheet)):
        return Meant(row)
    placed = _PLACED.fullmatch(words)
    places = places_in(placed["places"]) if placed is not None else ()
    some = HOW_MANY.match(words) is not None
    if not places or (places[-1] > len(sheet.items) and (some or of_value(words, _pool(sheet)) is not None)):
        return None
    meant = beyond_list(places, sheet, context)
    return replace(meant, plain=False) if some else meant


def _pool(sheet: Sheet) -> Pool:
    return {place: item for place, item in enumerate(sheet.items, start=1) if item is not None}


def beyond_list(places: Sequence[int], sheet: Sheet, context: Context) -> Meant:
    """The places; what is beyond the list by the numbers of those who reported it, not plainly then.

    One number beside a list that was seen is a slip. A number never means an item that another one of the same words means.
    """
    pool = _pool(sheet)
    mistaken = sheet.shown and (len(places) == 1 or min(places) <= len(sheet.items))
    meant = []
    for place in places:
        borne = bearing(place, pool, context) if place > len(sheet.items) and not mistaken else ()
        free = len(borne) == 1 and borne[0] not in {*places, *sheet.said}
        meant += [borne[0]] if free else run_together(place, len(sheet.items), sheet.said) or [place]
    return Meant(tuple(dict.fromkeys(meant)), plain=tuple(meant) == tuple(places))


def _each_named(words: str, sheet: Sheet, context: Context, *, by_sound: bool) -> Meant | None:
    """雁江、安岳; 九华的国抽和省抽: each by itself, of the unit that was named before it; None unless all are known."""
    parts = [part for part in AND.split(words) if part.strip()]
    if len(parts) == 1 and len(_FIGURE.findall(words)) > 1:
        parts = [part for part in _BEHIND_FIGURE.split(_TOGETHER.sub("", words)) if part.strip()]
    unit, places, plain = "", list[int](), True
    for part in parts if len(parts) > 1 else ():
        units = mentions(part, context).units
        unit = units[0] if units else unit
        said = part if units or not unit else f"{unit}{part}"
        meant = places_meant(said, sheet, context, by_sound=by_sound)
        if meant is None:
            return None
        places, plain = [*places, *meant.places], plain and meant.plain
    return Meant(tuple(dict.fromkeys(places)), plain) if places else None


_FIGURE: Final = re.compile(r"(?<![\d.])\d+(?:\.\d+)?")
_BEHIND_FIGURE: Final = re.compile(r"(?<=[\d%％])(?=[\u4e00-\u9fff])")
"""国抽93省抽95.1: each with its own value."""
AND: Final = re.compile(r"[、/]|以及|还有|[和跟与及]")


def _so_many(count: int, sheet: Sheet, left: tuple[int, ...], *, units: bool) -> Meant | None:
    """All of them where there are just so many, by items or by units, else just so many not spoken of yet."""
    items = [item for item in sheet.items if item is not None]
    of = (
        {item.subject for item in items}
        if len({item.subject for item in items}) > 1
        else {item.unit for item in items}
    )
    if count == (len(of) if units else len(sheet.open)):
        return Meant(sheet.open, plain=False)
    beyond = count > len(sheet.open) and not sheet.said and not units
    return Meant(left, plain=False) if left and (beyond or (sheet.said and count == len(left))) else None


def is_count(words: str, count: int) -> bool:
    """Whether the words say just that number of items or units, whichever they are: 两个镇都."""
    found = _COUNTED.fullmatch(words)
    return found is not None and _number(found["count"]) == count and not words.isdecimal()


def _named(words: str, sheet: Sheet, context: Context, *, by_sound: bool) -> Meant | None:
    """What is called by its code, its unit, who reported it, its value or its name, or by several of these."""
    pool = _pool(sheet)
    rest, narrowed = words, False
    for narrows in (of_code, of_person, of_branch, of_value):
        found = narrows(rest, pool)
        if found is not None:
            rest, pool, narrowed = *found, True
    named = mentions(rest, context)
    if named.units:
        pool = {place: item for place, item in pool.items() if {item.unit, item.subject} & set(named.units)}
    rest = stripped(_TOGETHER.sub("", named.rest.strip()))
    placed = _placed_among(rest, pool, context) if named.units or narrowed else None
    if placed is not None:
        return placed if placed.places else None
    counted = _COUNT_BEHIND.fullmatch(rest) or _COUNT_BEFORE.fullmatch(rest)
    topic = stripped(counted["topic"]) if counted is not None else rest
    if topic:
        pool = called(topic, pool, by_sound=by_sound)
    if not pool or not (topic or named.units or narrowed):
        return None
    counts = (_number(counted["count"]) or 0) if counted is not None else len(pool)
    if counts < len(pool) and counts != len({item.subject for item in pool.values()}):
        return None
    return Meant(tuple(pool), plain=len(pool) == counts == 1)


def _placed_among(rest: str, pool: Pool, context: Context) -> Meant | None:
    """鲁明报的④: the place where it is his, else the number that it bears on his own list; 城建局的前两个: of these.

    None where the words say no places, no places where none is known.
    """
    at_edge = _at_edge(rest, tuple(pool))
    if at_edge is not None:
        return replace(at_edge, plain=False)
    numbers = in_a_row(rest) or (places_in(rest) if _PLACED.fullmatch(rest) else ())
    if not numbers:
        return None
    found: list[int] = []
    for number in numbers:
        borne = (number,) if number in pool else bearing(number, pool, context)
        found += borne if len(borne) == 1 else ()
    return Meant(tuple(dict.fromkeys(found)), plain=False)


_COUNT_BEHIND: Final = re.compile(
    rf"(?P<topic>.*?)(?:这|那)?(?P<count>{_NUMBER}|俩|仨)(?>县区?|[个件条项家]|区|镇)+"
)
_COUNT_BEFORE: Final = re.compile(rf"(?:这|那)?(?P<count>{_NUMBER}|俩|仨)[个件条项](?:的)?(?P<topic>.{{2,}})")


def _number(written: str | None) -> int | None:
    number = numeral(written.translate(_PAIR)) if written else None
    return int(number) if number is not None else None
