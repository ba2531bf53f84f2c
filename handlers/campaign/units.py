"""单位名: which units a message names, in full, shortened, abbreviated or by sound."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from handlers.context import Context
from handlers.reading.naming.syllables import rough_sound, sound
from scoring.model import Rubric

_LEADING: Final = re.compile("^[省市县区州]")
_AFFIX: Final = re.compile("(?:街道|新区|区|县|市|镇|乡)$")
_BRACKETED: Final = re.compile(r"[(（]([^()（）]*)[)）]")
_ABBREVIATED: Final = re.compile(r"[\u4e00-\u9fff]{2,6}?[局委办厅]")
_SHORTEST: Final = 2
_SHORTEST_BY_SOUND: Final = 3
_OFFICE: Final = re.compile("[局委办厅]")
_THEM: Final = re.compile("[他她]们|[那这]边")
_GONE: Final = "\0"
_REMEMBERED: Final = 16
"""One message asks several times whom it names."""
Called = Mapping[str, tuple[str, bool]]
"""{a way to call a unit: (the unit, whether it is only heard so)}"""
_LEADING_STEM: Final = re.compile("^[省市县区]+(?!场)")


@dataclass(frozen=True, slots=True)
class Mentions:
    """The units that a text names, in its order; `heard` are those known by sound or abbreviation only.

    `rest` is what the text says besides.
    """

    units: tuple[str, ...]
    heard: frozenset[str]
    rest: str


def units_of(rubric: Rubric, subjects: Iterable[str]) -> tuple[str, ...]:
    """Every unit that the document or the campaign knows, each once."""
    units = dict.fromkeys(subjects)
    for criterion in rubric.criteria:
        units |= dict.fromkeys([criterion.reporter, *criterion.named_units])
    return tuple(unit for unit in units if unit)


def stem(unit: str, kinds: str = "局委办") -> str:
    """公安 of 县公安局, 市场监督管理 of 市场监督管理局: the name without whose it is and what it is."""
    return _LEADING_STEM.sub("", unit).rstrip(kinds)


def mentions(text: str, context: Context) -> Mentions:
    """The units of the campaign that the text names."""
    return mentions_of(text, context.rubric, context.speaker.campaign.subjects)


@lru_cache(maxsize=_REMEMBERED)
def mentions_of(text: str, rubric: Rubric, subjects: tuple[str, ...]) -> Mentions:
    """The units that the text names; a word that could be two of them names none."""
    units, calls, by_sound = _called(rubric, subjects)
    found: dict[int, tuple[str, bool]] = {}
    left = _taken(text, calls, found, str)
    left = _taken(left, by_sound, found, sound)
    left = _abbreviated(left, units, found)
    if _THEM.search(left):
        left = _taken(left, _with_them(units), found, str)
    if not found and _OFFICE.search(left):
        left = _taken(left, _roughly(calls), found, rough_sound)
    named = [found[at] for at in sorted(found)]
    return Mentions(
        units=tuple(dict.fromkeys(unit for unit, _ in named)),
        heard=frozenset(unit for unit, heard in named if heard),
        rest=left.replace(_GONE, " "),
    )


@lru_cache(maxsize=_REMEMBERED)
def _called(rubric: Rubric, subjects: tuple[str, ...]) -> tuple[tuple[str, ...], Called, Called]:
    """The units of a campaign, and every way to call them, as spelled and by their sound."""
    units = units_of(rubric, subjects)
    return units, *_ways(units, tuple(sorted(rubric.unit_aliases.items())))


@lru_cache(maxsize=64)
def _ways(units: tuple[str, ...], aliases: tuple[tuple[str, str], ...]) -> tuple[Called, Called]:
    """{every way to call a unit: the unit}, and the same by their sound."""
    calls = _calls(units, aliases)
    by_sound = {sound(call): (unit, True) for call, unit in calls.items() if len(call) >= _SHORTEST_BY_SOUND}
    return {call: (unit, False) for call, unit in calls.items()}, by_sound


@lru_cache(maxsize=64)
def _with_them(units: tuple[str, ...]) -> Called:
    """{公安他们: 县公安局}: a bureau without what it is, where what follows says that it is one."""
    stems: dict[str, list[str]] = {}
    for unit in units:
        if _OFFICE.search(unit[-1]):
            stems.setdefault(stem(unit), []).append(unit)
    return {
        f"{name}{them}": (meant[0], False)
        for name, meant in stems.items()
        for them in ("他们", "她们", "那边", "这边")
        if len(meant) == 1 and len(name) >= _SHORTEST
    }


def _roughly(calls: Called) -> Called:
    """{龙发局 for 农发局: the unit}: offices alone, as those call them who do not tell n and l apart."""
    heard: dict[str, tuple[str, bool]] = {}
    for call, (unit, _) in calls.items():
        if len(call) >= _SHORTEST_BY_SOUND and _OFFICE.search(call[-1]):
            sounds = rough_sound(call)
            heard[sounds] = (unit if heard.get(sounds, (unit, True))[0] == unit else "", True)
    return {sounds: meant for sounds, meant in heard.items() if meant[0]}


def _calls(units: tuple[str, ...], aliases: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """{every way to call a unit: the unit}, the longest first."""
    called: dict[str, set[str]] = {}
    for call, unit in [*((unit, unit) for unit in units), *aliases]:
        for word in _shortened(call):
            called.setdefault(word, set()).add(unit)
    for unit in units:
        called[unit] = {unit}
    sure = {word: next(iter(meant)) for word, meant in called.items() if len(meant) == 1}
    return {word: sure[word] for word in sorted(sure, key=len, reverse=True) if len(word) >= _SHORTEST}


def _shortened(unit: str) -> set[str]:
    words = {unit, _BRACKETED.sub("", unit), *_BRACKETED.findall(unit)}
    words |= {_LEADING.sub("", word) for word in words}
    return {word for call in words for word in (call, _AFFIX.sub("", call), call + "镇")}


def _taken(
    text: str,
    calls: Mapping[str, tuple[str, bool]],
    found: dict[int, tuple[str, bool]],
    spelled: Callable[[str], str],
) -> str:
    """The text without the calls, whose places are noted in `found`; `spelled` is how the two are compared."""
    heard = spelled(text)
    left = list(text)
    for call, meant in calls.items():
        at = heard.find(call)
        while at >= 0:
            found[at] = meant
            heard = heard[:at] + _GONE * len(call) + heard[at + len(call) :]
            left[at : at + len(call)] = _GONE * len(call)
            at = heard.find(call)
    return "".join(left)


def _abbreviated(text: str, units: tuple[str, ...], found: dict[int, tuple[str, bool]]) -> str:
    """市监局, 发改委: the characters in the order of the one unit that has them all, from its end backwards."""
    for token in list(_ABBREVIATED.finditer(text)):
        for start, spelled in _abbreviations(token):
            word = text[start : token.end()]
            meant = [
                unit
                for unit in units
                if _ends_so(unit, word[-1]) and _is_in_order(spelled(word), spelled(unit))
            ]
            if len(meant) == 1:
                found[start] = (meant[0], True)
                text = text[:start] + _GONE * len(word) + text[token.end() :]
                break
    return text


def _abbreviations(token: re.Match[str]) -> Iterator[tuple[int, Callable[[str], str]]]:
    """Where an abbreviation may begin, as spelled; and then by sound (食要监局), which takes one character more."""
    for shortest, spelled in ((_SHORTEST_BY_SOUND, str), (_SHORTEST_BY_SOUND + 1, sound)):
        for start in range(token.start(), token.end() - shortest + 1):
            yield start, spelled


def _ends_so(unit: str, last: str) -> bool:
    """卫健委 ends as 卫生健康委员会 does."""
    return unit[-1] == last or (last == "委" and unit.endswith("委员会"))


def _is_in_order(word: str, unit: str) -> bool:
    rest = iter(unit)
    return all(character in rest for character in word)
