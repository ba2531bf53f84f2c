"""What a criterion may be called: its printed name without marks and targets, its item, its inputs' labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from handlers.reading.tokens.asides import bare, split_times
from handlers.reading.widths import clean
from scoring.model import Criterion, Input

_BRACKETS: Final = re.compile(r"\([^()]*\)")
_LETTERED: Final = re.compile(r"[A-Z]+0*([1-9]\d*)")
_COMMA: Final = re.compile("[，,、；;。]")
_MARK: Final = re.compile(r"\((?:[^()]*分[^()]*|\d+)\)\s*$")
_NUMBERED: Final = re.compile(r"^\s*\d+(?:\.\d+)*[.．、\s]*(?=\D)")
_TARGET: Final = re.compile(
    r"(?:均|确保)*(?:达到?|低于|不低于|高于)\s*[\d.]+\s*[%件]?(?:以上|以下)?|[\d.]+\s*(?:%|件)以上|低于$"
)
_PREFIX: Final = re.compile(r"^(?:有印证材料|已经?|是否有?|发生|根据)[:：]?")
_NEGATION: Final = re.compile("[未不无没非]")

JARGON: Final = {
    "国抽": "国家监督抽查",
    "省抽": "省级监督抽查",
    "市抽": "市级监督抽查",
    "国检": "国家监督抽查",
    "省检": "省级监督抽查",
    "市检": "市级监督抽查",
    "例测": "例行监测",
    "规上": "规模以上",
    "地标": "地理标志",
    "特设": "特种设备",
}
"""The trade's two-character words for phrases that the documents print in full."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a criterion, or of one of its inputs, as bare words; `negated` names mean the opposite."""

    words: str
    input: str | None = None

    @property
    def negated(self) -> frozenset[str]:
        """Its negating characters: words without them do not mean it."""
        return frozenset(_NEGATION.findall(self.words))


def aliases_of(criterion: Criterion, inputs: tuple[Input, ...]) -> tuple[Alias, ...]:
    """Every name of the criterion itself, and of those of its inputs."""
    named = [Alias(words) for words in dict.fromkeys(_names(criterion.name)) if words]
    labelled = [
        Alias(words, item.name) for item in inputs for words in dict.fromkeys(_labels(item.label)) if words
    ]
    return (*named, *labelled)


def item_of(criterion: Criterion) -> str:
    """The code of the item that the criterion is a milestone of; its own where it stands alone."""
    return criterion.item or criterion.code


def printed_number(criterion: Criterion) -> str:
    """The number that stands in the code of its item, T03-H1 → 3; "" where the code is no letter and number."""
    return number_in(item_of(criterion))


@cache
def number_in(item: str) -> str:
    """The number in a code of letters and a number, "" in any other."""
    found = _LETTERED.fullmatch(item)
    return found[1] if found else ""


def item_alias(criterion: Criterion) -> Alias | None:
    """The heading over the criterion: its name only where it stands over no other one."""
    words = next(_names(criterion.path[-1]), "") if criterion.path else ""
    return Alias(words) if words else None


def printed_name(name: str) -> str:
    """The whole name as bare words: a message that is nothing else states no value."""
    return bare(unnumbered(clean(name)))


def parts_of(name: str) -> frozenset[str]:
    """The parts of a name between its commas, as bare words."""
    return frozenset(bare(part) for part in _COMMA.split(unnumbered(clean(name))))


def untargeted(name: str) -> str:
    """A name without its code, mark, brackets and printed target."""
    return _TARGET.sub("", _BRACKETS.sub("", unnumbered(name)))


def unnumbered(name: str) -> str:
    """A name without its code and mark."""
    return _NUMBERED.sub("", _MARK.sub("", name))


def _names(name: str) -> Iterator[str]:
    words = untargeted(clean(name))
    yield bare(words)
    yield printed_name(name)
    yield bare(_PREFIX.sub("", words))


def _labels(label: str) -> Iterator[str]:
    words = _NOTE.sub(")", clean(label))
    yield bare(split_times(_BRACKETS.sub("", words))[0])
    words = _PREFIX.sub("", words)
    yield bare(split_times(_BRACKETS.sub("", words))[0])
    _, colon, tail = words.partition(":")
    if colon:
        yield bare(_BRACKETS.sub("", tail))
    if "(" in words and not _REMARK.search(words):
        yield bare(split_times(words)[0])


_NOTE: Final = re.compile(r"\)[，,].*")
_REMARK: Final = re.compile("[未不无没填]|可空|口径|%")
_OLDER: Final = re.compile("上一?年度?|去年|同期|前一年")
_NEWER: Final = re.compile("本年度?|今年|当年度?")
_PRINTED_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年)")


def year_roles(inputs: tuple[Input, ...]) -> dict[str, str]:
    """Which inputs are of this year and which of the year before, where a leaf takes both."""
    years = {item.name: year[0] for item in inputs if (year := _PRINTED_YEAR.search(item.label))}
    latest = max(years.values(), default="")
    roles = {}
    for item in inputs:
        if _OLDER.search(item.label) or years.get(item.name, latest) < latest:
            roles[item.name] = "previous"
        elif _NEWER.search(item.label) or item.name in years:
            roles[item.name] = "current"
    return roles if "previous" in roles.values() else {}
