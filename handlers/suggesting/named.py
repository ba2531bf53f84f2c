"""说到的: the unit, the leaf and the person that a text names; each leaves its slot behind."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.access import Act, may
from handlers.board import duties_of
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.reading.tokens.asides import bare
from handlers.suggesting.alike import LEAF, PERSON, UNIT
from scoring.model import Criterion

_ORDINAL: Final = re.compile(
    r"[①-⑳]|第(?:\d{1,2}|[一二三四五六七八九十]{1,3})[项条件个号]|(?<![\d一二三四五六七八九十])[一二三四五六七八九]号(?=件)"
)
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{3,}")
_SHORTEST: Final = 3
_LONGEST: Final = 12
_WORN: Final = re.compile("有没有|材料|质量|工作|情况|考核|完成|要求|什么|多少|提醒|上报|评价|标准|制度")
"""What stands in many names and says nothing of any."""


@dataclass(frozen=True, slots=True)
class Named:
    """The text with its slots, and by slot what a command says for it; what is not certain is not filled."""

    text: str
    fills: dict[str, str]
    fill: Callable[[str], str] = str
    """An order with all that the text says for its slots."""


def named_in(text: str, context: Context) -> Named:
    """What the text names, the speaker's own leaves before others'."""
    fills: dict[str, str] = {}
    for name in (_unit, _leaf, _person):
        text = name(text, fills, context)
    return Named(text, fills)


def _unit(text: str, fills: dict[str, str], context: Context) -> str:
    found = mentions(text, context)
    if len(found.units) == 1:
        fills[UNIT] = found.units[0]
    spelled = zip(text, found.rest, strict=True)
    slotted = "".join(UNIT if left == " " and said != " " else said for said, left in spelled)
    return re.sub(f"{UNIT}+", UNIT, slotted)


def _leaf(text: str, fills: dict[str, str], context: Context) -> str:
    ordinal = _ORDINAL.search(text)
    if ordinal is not None:
        fills[LEAF] = ordinal[0]
        return text.replace(ordinal[0], LEAF)
    own = [duty.criterion for duty in duties_of(context)]
    places = {duty.criterion.code: duty.ordinal for duty in duties_of(context)}
    for criteria in (own, context.running):
        for words in _pieces(text):
            meant = {criterion.code for criterion in criteria if _is_called(criterion, words)}
            if len(meant) == 1:
                code = meant.pop()
                fills[LEAF] = f"第{places[code]}项" if code.isdecimal() and code in places else code
                return text.replace(words, LEAF)
    return text


def _pieces(text: str) -> Sequence[str]:
    """The runs of characters that may be a piece of a leaf's name, the longest first."""
    runs = _HAN.findall(text)
    return [
        run[start : start + length]
        for length in range(_LONGEST, _SHORTEST - 1, -1)
        for run in runs
        for start in range(len(run) - length + 1)
    ]


def _is_called(criterion: Criterion, words: str) -> bool:
    return words in bare(criterion.name) and len(_WORN.sub("", words)) >= _SHORTEST - 1


def _person(text: str, fills: dict[str, str], context: Context) -> str:
    """Only to whom the roster is open."""
    if not may(context.speaker.role, Act.PEOPLE):
        return text
    people = context.uow.roster.list(context.speaker.campaign.id)
    names = {person.name for person in people if person.name in text}
    for name in names:
        text = text.replace(name, PERSON)
    if len(names) == 1:
        fills[PERSON] = names.pop()
    return text
