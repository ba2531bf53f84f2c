"""一并说的: one state or value said of several places, codes or assessed units at once."""

import re
from collections.abc import Callable, Collection
from typing import Final

from handlers.reading import numbers
from handlers.reading.numbers import read_number
from handlers.reading.ordinals import PATTERN, place_of
from handlers.reading.states import State, read_state

_CODE: Final = r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.%])"
_DIGITS: Final = r"(?<![\d.、])\d{1,2}(?![\d.%])"
_AND: Final = r"\s?[、，,和跟及与]\s?"
_ALIKE: Final = r"[，,\s]*(?:[两三四五]个|[两三四五]家|[两三四五]项|[项条个])?[，,\s]*(?:一样)?[，,\s]*"
_STATE: Final = r"(?P<state>[\u4e00-\u9fff]{1,9}?)(?=$|[\s,，;；。、\d]|" + PATTERN + ")"
_VALUE: Final = (
    rf"(?:自评)?(?:都|均|全|也?一样)(?:自评)?(?:是|为|达到了?|达|有|报)*\s*(?P<value>{numbers.PATTERN})"
)
_SHAREABLE: Final = frozenset({"yes", "no", "none", "all", "full", "partial"})
_WHOLE: Final = re.compile(r"(?:自评)?[都均全]?(?:自评)?(?:满分|满格)")


def spread(line: str, subjects: Collection[str], is_name: Callable[[str], bool]) -> str:
    """①③齐全 as 第1项 齐全 第3项 齐全, 鄂城和华容都是95 as 鄂城 95 华容 95; else the line.

    `is_name` tells whether words are a piece of one line's name, so that no 和 inside it parts them.
    """
    if not _HINT.search(line):
        return line
    line = _PLACES_VALUED.sub(_values_of_each, line)
    line = _PLACES.sub(_states_of_each, line)
    found = _of_subjects(subjects).search(line) if subjects else None
    if found is not None:
        return line[: found.start()] + _values_of_each(found) + line[found.end() :]
    return _NAMED.sub(lambda named: _of_each_name(named, is_name), line)


def _of_each_name(found: re.Match[str], is_name: Callable[[str], bool]) -> str:
    names = _BETWEEN.split(found["names"])
    if is_name(found["names"]) or not all(map(is_name, names)):
        return found[0]
    said = (found["papers"] or "") + found["said"]
    value = read_number(said)
    state = read_state(said)
    if value is None and (state is None or state.kind not in _SHAREABLE):
        return found[0]
    return "，".join(f"{name} {said}" for name in names)


_BETWEEN: Final = re.compile("[、和跟及与]")
_NAMED: Final = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,14}(?:[、和跟及与][\u4e00-\u9fff]{2,14}?)+?)(?P<papers>(?:证明|佐证|印证)?(?:材料|资料))?"
    r"(?:都|均|各)(?:是|为|有|达到了?|达)?\s*(?P<said>[^\s，,;；。]{1,8})(?=$|[\s，,;；。])"
)
_HINT: Final = re.compile("[都均全齐一没无完做有分各]")
_MANY: Final = (
    rf"(?P<places>(?:(?:{PATTERN})\s?[、，,和跟及与]?\s?)+(?:{PATTERN})"
    rf"|{_DIGITS}(?:\s?[、和跟及与]\s?\d{{1,2}}(?![\d.%]))+|{_CODE}(?:{_AND}{_CODE})+)"
)
_PLACES: Final = re.compile(rf"{_MANY}{_ALIKE}{_STATE}")
_PLACES_VALUED: Final = re.compile(rf"{_MANY}{_ALIKE}{_VALUE}")
_EACH: Final = re.compile(rf"{PATTERN}|{_CODE}|\d{{1,2}}")


def _of_subjects(subjects: Collection[str]) -> re.Pattern[str]:
    name = "|".join(map(re.escape, sorted(subjects, key=len, reverse=True)))
    return re.compile(rf"(?P<places>(?:{name})(?:{_AND}(?:{name}))+){_ALIKE}{_VALUE}")


def _states_of_each(found: re.Match[str]) -> str:
    words = found["state"]
    if _WHOLE.fullmatch(words):
        return " ".join(f"{each} {words.lstrip('都均全')}" for each in _names(found["places"])) + " "
    alone = words.lstrip("都均")
    said = read_state(words) or read_state(alone)
    if not isinstance(said, State) or said.kind not in _SHAREABLE:
        return found[0]
    words = words if said.kind == "all" else alone
    return " ".join(f"{each} {words}" for each in _names(found["places"])) + " "


def _values_of_each(found: re.Match[str]) -> str:
    return "，".join(f"{each} {found['value']}" for each in _names(found["places"]))


def _names(places: str) -> list[str]:
    """Each place, code or unit as it names its line beyond doubt."""
    if not _EACH.search(places):
        return re.split(_AND, places)
    return [_name(each[0]) for each in _EACH.finditer(places)]


def _name(place: str) -> str:
    return place if "." in place else f"第{place_of(place)}项"
