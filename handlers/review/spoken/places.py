"""“前两个”“除了旅游局的”“省抽”: which items of the list the words before a verdict mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from handlers.context import Context
from handlers.leading.topics import leaves_about
from handlers.leading.units import mentions
from handlers.reading.numbers import numeral
from handlers.review.rulings import PLACES, places_in
from handlers.review.waiting import QueueItem

_NUMBER: Final = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
_FILLER: Final = re.compile(
    r"^(?:那就|那么|那|就|把|将|给|让|先|我看|我觉得|看了|的|和|跟|关于|其中)+|(?:报的|交的|写的|那边|这边|那里|这里|那家|这家|那一?[项件条个]|这一?[项件条个]|的|那|我看|看着|就|也|可|给)+$"
)
_THIS: Final = re.compile(r"(?:这一?[个件条项份]|它|这|此[件项]|本[件项])?(?:给?[他它]们?)?")
_SPARED: Final = re.compile(
    r"除[了开去]?(?P<spared>.+?)(?:不过)?(?:以外|之外|外)?(?:其他|其余|别的|剩下|另外)?的?(?:全部?|都|一起|统统)*(?:给)?"
)
_REST: Final = re.compile(
    rf"(?:其他|其它|其余|剩下|剩余|别的|另外|余下|旁的)的?(?:那|这)?(?P<count>{_NUMBER})?(?:[个件条项家])?(?:的)?(?:全部?|都|一起|统统)*(?:给)?"
)
_ALL: Final = re.compile(
    r"(?:清单里?|这些|那些|所有|以上|上面)?(?:的)?(?:全部?|都|一起|统统|所有|全都)+(?:的)?(?:给)?"
)
_COUNTED: Final = re.compile(
    rf"(?:这|那)?(?P<count>{_NUMBER}|俩|仨)(?:[个件条项家份])?(?:区县?|县区?|镇|局|单位|合格率)?(?:的)?(?:全部?|都|一起|统统)*(?:给)?"
)
_EDGE: Final = re.compile(
    rf"(?P<side>最?前面?|头|开头|最?后面?|末尾?|末)(?:那|这|的)?(?P<count>{_NUMBER}|俩|仨)(?:[个件条项家])?(?:的)?(?:全部?|都|一起|统统)*(?:给)?"
)
_PLACED: Final = re.compile(rf"{PLACES}(?:[个件条项号])?(?:的|那[个件条项])?(?:全部?|都|一起)*(?:给)?")
_BARE_CHINESE: Final = re.compile(r"[一二三四五六七八九十]")
_TOGETHER: Final = re.compile(r"(?:全部?|都|一起|统统|也)+(?:给)?$")
_PAIR: Final = {"两": 2, "俩": 2, "仨": 3}
_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class Meant:
    """Places (from 1) of the list; `plain` where each is named by itself, or there is only one."""

    places: tuple[int, ...]
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """The list that is spoken of: its items, the one looked at, the places said of already."""

    items: Sequence[QueueItem | None]
    at: int | None = None
    said: frozenset[int] = frozenset()

    @property
    def open(self) -> tuple[int, ...]:
        """The places that still wait."""
        return tuple(place for place, item in enumerate(self.items, start=1) if item is not None)


def places_meant(words: str, sheet: Sheet, context: Context, *, by_sound: bool = True) -> Meant | None:
    """What the words mean; None where they name nothing of the list."""
    words = _stripped(words)
    if _THIS.fullmatch(words):
        return Meant((sheet.at,)) if sheet.at else None
    spared = _SPARED.fullmatch(words)
    if spared is not None:
        but = places_meant(spared["spared"], sheet, context, by_sound=by_sound)
        known = but is not None and set(but.places) <= set(sheet.open)
        return (
            Meant(tuple(p for p in sheet.open if p not in but.places), plain=False) if but and known else None
        )
    return _counted(words, sheet) or _named(words, sheet, context, by_sound=by_sound)


def _counted(words: str, sheet: Sheet) -> Meant | None:
    """What is said by place or by number."""
    rest = _REST.fullmatch(words)
    if rest is not None and sheet.said:
        left = tuple(place for place in sheet.open if place not in sheet.said)
        return (
            Meant(left, plain=len(left) == 1)
            if left and _number(rest["count"]) in (None, len(left))
            else None
        )
    if _ALL.fullmatch(words):
        return Meant(sheet.open, plain=False)
    edge = _EDGE.fullmatch(words)
    if edge is not None:
        count = _number(edge["count"]) or 0
        if not 1 <= count <= len(sheet.open):
            return None
        front = edge["side"].strip("最面") in ("前", "头", "开头")
        return Meant(sheet.open[:count] if front else sheet.open[-count:])
    counted = _COUNTED.fullmatch(words)
    if counted is not None and not (words.isdecimal() or _BARE_CHINESE.fullmatch(words)):
        return Meant(sheet.open, plain=False) if _number(counted["count"]) == len(sheet.open) else None
    placed = _PLACED.fullmatch(words)
    return Meant(places_in(placed["places"])) if placed is not None else None


def numbered(words: str) -> Meant | None:
    """退二: a lone numeral behind the verdict."""
    number = numeral(words) if _BARE_CHINESE.fullmatch(words) else None
    return Meant((int(number),)) if number is not None else None


def _named(words: str, sheet: Sheet, context: Context, *, by_sound: bool) -> Meant | None:
    """What is called by its unit, by its name or by both."""
    found = mentions(words, context.rubric, context.speaker.campaign.subjects)
    items = {place: item for place, item in enumerate(sheet.items, start=1) if item is not None}
    pool = {
        place: item
        for place, item in items.items()
        if not found.units or {item.unit, item.subject} & set(found.units)
    }
    rest = _stripped(_TOGETHER.sub("", found.rest.strip()))
    counted = re.fullmatch(
        rf"(?P<topic>.*?)(?:这|那)?(?P<count>{_NUMBER}|俩|仨)[个件条项]?(?:区|县区?|镇)?", rest
    )
    count = _number(counted["count"]) if counted is not None else None
    topic = _stripped(counted["topic"]) if counted is not None and count is not None else rest
    if topic:
        pool = _about(topic, pool, by_sound=by_sound)
    if not pool or not (topic or found.units):
        return None
    places = tuple(pool)
    return Meant(places, plain=len(places) == 1)


def _about(topic: str, pool: dict[int, QueueItem], *, by_sound: bool) -> dict[int, QueueItem]:
    """Those of the pool whose name the topic is, as printed, shortened or by sound."""
    if len(topic) < _LEAST:
        return {}
    held = {place: item for place, item in pool.items() if topic in item.criterion.name}
    if held or not by_sound:
        return held
    leaves = leaves_about(
        topic, list({item.criterion.code: item.criterion for item in pool.values()}.values())
    )
    return {place: item for place, item in pool.items() if item.criterion in leaves}


def _stripped(words: str) -> str:
    before = ""
    while before != words:
        before, words = words, _FILLER.sub("", words.strip())
    return words


def _number(written: str | None) -> int | None:
    if not written:
        return None
    if written in _PAIR:
        return _PAIR[written]
    number = numeral(written)
    return int(number) if number is not None else None
