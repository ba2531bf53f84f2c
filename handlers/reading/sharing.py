"""一并说的: one state or value said of several places, codes or assessed units at once."""

import re
from collections.abc import Collection
from typing import Final

from handlers.reading import numbers
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


def spread(line: str, subjects: Collection[str] = ()) -> str:
    """①③齐全 as 第1项 齐全 第3项 齐全, 鄂城和华容都是95 as 鄂城 95 华容 95; else the line."""
    if not _HINT.search(line):
        return line
    line = _PLACES_VALUED.sub(_values_of_each, line)
    line = _PLACES.sub(_states_of_each, line)
    found = _of_subjects(subjects).search(line) if subjects else None
    return line if found is None else line[: found.start()] + _values_of_each(found) + line[found.end() :]


_HINT: Final = re.compile("[都均全齐一没无完做有分]")
_MANY: Final = (
    rf"(?P<places>(?:(?:{PATTERN})\s?[、，,和跟及与]?\s?)+(?:{PATTERN})"
    rf"|{_DIGITS}(?:\s?[、和跟及与]\s?{_DIGITS})+|{_CODE}(?:{_AND}{_CODE})+)"
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
