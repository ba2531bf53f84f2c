"""一并说的: one state or value said of several places, codes, names or assessed units at once."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from handlers.reading import numbers
from handlers.reading.numbers import read_number
from handlers.reading.remaining import by_place, of_the_others
from handlers.reading.tokens.ordinals import PATTERN, place_of
from handlers.reading.tokens.states import State, read_state

_CODE: Final = r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.%])"
_DIGITS: Final = r"(?<![\d.、])\d{1,2}(?![\d.%])"
_AND: Final = r"\s?[、，,和跟及与]\s?"
_ALIKE: Final = r"[，,\s]*(?:[两三四五]个|[两三四五]家|[两三四五]项|[项条个])?[，,\s]*(?:一样)?[，,\s]*"
_STATE: Final = r"(?P<state>[\u4e00-\u9fff]{1,9}?)(?=$|[\s，,;；。、\d]|" + PATTERN + ")"
_EACH_IS: Final = r"(?:是|为|达到了?|达|有|报了?|申报了?|上报了?)*"
_FIGURE: Final = numbers.NAMELESS
_ALL_ARE: Final = rf"(?P<self>自评)?(?:都|均|全部?|也?一样)(?P<own>自评)?{_EACH_IS}\s*"
_VALUE: Final = rf"{_ALL_ARE}(?P<value>{numbers.PATTERN})"
_SHAREABLE: Final = frozenset({"yes", "no", "none", "all", "full", "partial"})
_OF_NAMES: Final = _SHAREABLE | {"quiet"}
_WHOLE: Final = re.compile(r"(?:自评)?[都均全]?[是为]?(?:自评)?[是为]?(?:满分|满格)")
_OF_ALL: Final = re.compile(rf"[都均全部样各别](?:自评)?{_EACH_IS}\s*{_FIGURE}")
"""What everything has that gives one value, or one each, to several."""
_HINT: Final = re.compile("[其另剩余别都均全齐一没无完做有分各区县地]")


@dataclass(frozen=True, slots=True)
class Sharers:
    """Who may share a value on one list: all ways to call the assessed units, those it reports for, its length."""

    subjects: Collection[str]
    own: Sequence[str]
    length: int


def spread(line: str, sharers: Sharers, is_name: Callable[[str], bool]) -> str:
    """①③齐全 as 第1项 齐全 第3项 齐全, 鄂城和华容都是95 as 鄂城 95 华容 95; else the line.

    `is_name` tells whether words are a piece of one line's name, so that no 和 inside it parts them.
    """
    line = _of_the_heading(line, sharers) if ":" in line else line
    if not _HINT.search(line):
        return line
    if _OF_ALL.search(line):
        line = _PLACES_VALUED.sub(_values_of_each, line)
    line = _PLACES.sub(_states_of_each, line)
    line = _of_the_whole_list(line, sharers)
    if sharers.subjects:
        line = of_the_others(_of_every_subject(line, sharers, is_name), sharers.own)
        found = _of_subjects(tuple(sharers.subjects)).search(line)
        if found is not None:
            return line[: found.start()] + _of_each_subject(found, sharers) + line[found.end() :]
    line = _NAMED.sub(lambda named: _of_each_name(named, is_name), line)
    if _OF_ALL.search(line):
        line = _JOINED.sub(lambda joined: _of_joined_names(joined, is_name), line)
    return line


_HEADED: Final = re.compile(r"\s*(?P<name>[\u4e00-\u9fff]{2,8}?)\s*:\s*(?P<rest>[^:]+)")
_ITEM_VALUED: Final = re.compile(rf"[\u4e00-\u9fff]{{2,14}}\s*{_FIGURE}")


def _of_the_heading(line: str, sharers: Sharers) -> str:
    """安岳:农产品97，工业品95.8 with the assessed unit before each of several items; else the line."""
    found = _HEADED.fullmatch(line)
    if found is None or found["name"] not in sharers.subjects:
        return line
    parts = [part for part in re.split(r"[，,、;；\s]+", found["rest"]) if part]
    if len(parts) < _SEVERAL or not all(_ITEM_VALUED.fullmatch(part) for part in parts):
        return line
    return "，".join(f"{found['name']} {part}" for part in parts)


def _of_each_name(found: re.Match[str], is_name: Callable[[str], bool]) -> str:
    names = _BETWEEN.split(found["names"])
    if len(names) < _SEVERAL or is_name(found["names"]) or not all(map(is_name, names)):
        return found[0]
    said = (found["papers"] or "") + found["said"]
    value = read_number(said)
    state = read_state(said)
    if value is None and (state is None or state.kind not in _OF_NAMES):
        return found[0]
    return "，".join(f"{name} {said}" for name in names)


_BETWEEN: Final = re.compile("[、和跟及与]")
_NAMED: Final = re.compile(
    r"(?<![\u4e00-\u9fff、])(?P<names>[\u4e00-\u9fff、]{5,44}?)(?P<papers>(?:证明|佐证|印证)?(?:材料|资料))?"
    r"(?:都|均|各)(?:是|为|有|达到了?|达)?\s*(?P<said>[^\s，,;；。]{1,8})(?=$|[\s，,;；。])"
)
_PLATFORM: Final = r"123\d\d(?!\d)"
_JOINED: Final = re.compile(
    rf"(?<![\u4e00-\u9fff\d])(?P<names>(?:[\u4e00-\u9fff、 ]|{_PLATFORM}){{2,24}}?)"
    rf"(?:[低高]于目标|达标|达到目标)?[，,]?(?:(?P<all>都|均|全|各)|分别)"
    rf"{_EACH_IS}\s*(?P<values>{_FIGURE}(?(all)|(?>\s?[、，,和]?\s?{_FIGURE})+))"
)
"""国抽省抽市抽都是96 and 国抽省抽分别95、96: names side by side, one value for all or one for each."""


def _of_joined_names(found: re.Match[str], is_name: Callable[[str], bool]) -> str:
    names = _apart(found["names"], is_name)
    if len(names) < _SEVERAL:
        return found[0]
    values = [found["values"]] * len(names) if found["all"] else re.findall(_FIGURE, found["values"])
    if len(values) != len(names):
        return found[0]
    return "，".join(f"{name} {value}" for name, value in zip(names, values, strict=True))


_SEVERAL: Final = 2
_MOST_PARTS: Final = 4
_LONGEST_PART: Final = 8


def _apart(words: str, is_name: Callable[[str], bool]) -> list[str]:
    """The fewest names that the words are, one behind the other; none where they are one name or no names."""
    if is_name(words):
        return []
    found: list[str] = []
    for run in _BETWEEN.split(" ".join(words.split()).replace(" ", "、")):
        parts = [run] if len(run) <= _LONGEST_PART and is_name(run) else _cut(run, is_name)
        if not parts:
            return []
        found += parts
    return found if len(set(found)) == len(found) <= _MOST_PARTS else []


def _cut(run: str, is_name: Callable[[str], bool]) -> list[str]:
    best: dict[int, list[str]] = {0: []}
    for end in range(_SEVERAL, len(run) + 1):
        ways = [
            [*best[start], run[start:end]]
            for start in range(max(0, end - _LONGEST_PART), end - 1)
            if start in best and is_name(run[start:end])
        ]
        if ways:
            best[end] = min(ways, key=len)
    return best.get(len(run), [])


_MANY: Final = (
    rf"(?P<places>(?>(?:{PATTERN})\s?[、，,和跟及与]?\s?)+(?:{PATTERN})"
    rf"|{_DIGITS}(?:\s?[、和跟及与]\s?\d{{1,2}}(?![\d.%]))+|{_CODE}(?:(?:{_AND}|\s){_CODE})+)"
)
_PLACES: Final = re.compile(rf"{_MANY}{_ALIKE}{_STATE}")
_PLACES_VALUED: Final = re.compile(rf"{_MANY}{_ALIKE}{_VALUE}")
_EACH: Final = re.compile(rf"{PATTERN}|{_CODE}|\d{{1,2}}")
_FULL: Final = ("满分", "满格")
_ALL_LINES: Final = re.compile(
    rf"(?<![第\d、])(?P<count>[两二三四五六七八九十]|\d{{1,2}})[项条]{_ALL_ARE}(?P<value>满分|满格|{_FIGURE})"
)


def _of_the_whole_list(line: str, sharers: Sharers) -> str:
    """两项都自评满分 of a list of two lines; what all are a mere figure of (三项都98) is of one kind hardly ever."""
    found = _ALL_LINES.search(line)
    if found is None or _count(found["count"]) != sharers.length:
        return line
    if found["value"] not in _FULL and not _self(found):
        return line
    each = "，".join(f"第{place}项 {_self(found)}{found['value']}" for place in range(1, sharers.length + 1))
    return line[: found.start()] + each + line[found.end() :]


_GROUP: Final = (
    r"(?P<before>[\u4e00-\u9fff]{0,14}?)(?P<rest>另外|其他|其它|其余|剩下)?的?"
    r"(?:(?P<count>[两二三四五六七八九十]|\d{1,2})个?|各个?|每个?)(?:县区|区县|区|县|乡镇|镇|街道|市|地方?|家)(?:的|这边)?"
)
_IN_ORDER: Final = re.compile(
    rf"{_GROUP}(?P<after>[\u4e00-\u9fff]{{0,14}}?)(?:分别|依次|各自|按顺序|顺序)?(?:是|为|达到|达|:)*\s*"
    rf"(?P<values>{_FIGURE}(?>\s?[、，,和]\s?{_FIGURE})+)"
)


def in_printed_order(line: str, sharers: Sharers, is_name: Callable[[str], bool]) -> str:
    """三个区分别是95、96、97 as 鄂城区 95，华容区 96，…, in the order that the list prints them; else the line.

    Nobody has said that order: what is read of it is to be confirmed.
    """
    if len(sharers.own) < _SEVERAL:
        return line
    placed = by_place(line, sharers.own, alone=sharers.length == 1)
    found = _IN_ORDER.search(line)
    if placed != line:
        return placed
    if found is None:
        side = _side_by_side(tuple(sharers.subjects)).search(line)
        if side is None or (_is_one(side["values"]) and _SPACE.search(side["places"])):
            return line
        return line[: side.start()] + _of_each_subject(side, sharers) + line[side.end() :]
    values = re.findall(_FIGURE, found["values"])
    words = _item_words(found)
    named = not words or sharers.length == 1 or is_name(words)
    if len(values) != len(sharers.own) or not named:
        return line
    each = "，".join(f"{one} {words} {value}" for one, value in zip(sharers.own, values, strict=True))
    return line[: found.start()] + each + line[found.end() :]


_SPACE: Final = re.compile(" ")


def _is_one(values: str) -> bool:
    return re.fullmatch(_FIGURE, values) is not None


def _item_words(found: re.Match[str]) -> str:
    return str(found["before"] + found["after"]).strip("我们这边局今年本")


_EVERY: Final = re.compile(
    rf"{_GROUP}(?P<after>[\u4e00-\u9fff]{{0,14}}?){_ALL_ARE}(?P<value>{_FIGURE}|(?:全部?)?(?:合格|达标)(?!率))"
)


def _of_every_subject(line: str, sharers: Sharers, is_name: Callable[[str], bool]) -> str:
    """三个区都是96 as 鄂城区 96，华容区 96，…, where there are three; 另外两个区 are those not named."""
    found = _EVERY.search(line)
    if found is None or len(sharers.own) < _SEVERAL:
        return line
    words = _item_words(found)
    rest = line[: found.start()] + line[found.end() :]
    meant = [one for one in sharers.own if not (found["rest"] and _is_named(one, rest))]
    if (words and not is_name(words)) or _count(found["count"] or "") not in (0, len(meant)):
        return line
    each = "，".join(f"{one} {words} {found['value']}" for one in meant)
    return line[: found.start()] + each + line[found.end() :]


def _is_named(subject: str, words: str) -> bool:
    return subject in words or (len(subject) > _SEVERAL and subject[:-1] in words)


def _count(word: str) -> int:
    found = read_number(word) if word else None
    return int(found.value) if found is not None and found.value is not None else 0


@lru_cache(maxsize=64)
def _of_subjects(subjects: tuple[str, ...]) -> re.Pattern[str]:
    name = "|".join(map(re.escape, sorted(subjects, key=len, reverse=True)))
    return re.compile(
        rf"(?P<places>(?>{name})(?:(?:{_AND}|\s{{1,3}})?+(?>{name})){{1,15}}+){_ALIKE}"
        rf"(?:{_VALUE}|分别{_EACH_IS}\s*(?P<values>{_FIGURE}(?>\s?[、，,和]?\s?{_FIGURE})+))"
    )


@lru_cache(maxsize=64)
def _side_by_side(subjects: tuple[str, ...]) -> re.Pattern[str]:
    name = "|".join(map(re.escape, sorted(subjects, key=len, reverse=True)))
    return re.compile(
        rf"(?P<places>(?>{name})(?:(?:{_AND}| {{1,3}})?+(?>{name})){{1,15}}+) *(?:是|为|报|:)? *"
        rf"(?P<values>{_FIGURE}(?>(?:\s?[、，,和]\s?| {{1,3}}){_FIGURE}(?![\u4e00-\u9fff]))*)"
    )


def _of_each_subject(found: re.Match[str], sharers: Sharers) -> str:
    name = "|".join(map(re.escape, sorted(sharers.subjects, key=len, reverse=True)))
    names = re.findall(name, found["places"])
    said = found.groupdict()
    values = [said["value"]] if said.get("value") else re.findall(_FIGURE, said["values"])
    values = values * len(names) if len(values) == 1 else values
    if len(names) != len(values):
        return found[0]
    return "，".join(f"{each} {value}" for each, value in zip(names, values, strict=True))


def _states_of_each(found: re.Match[str]) -> str:
    words = found["state"]
    if _WHOLE.fullmatch(words):
        return " ".join(f"{each} 自评满分" for each in _names(found["places"])) + " "
    alone = words.lstrip("都均")
    said = read_state(words) or read_state(alone)
    if not isinstance(said, State) or said.kind not in _SHAREABLE:
        return found[0]
    words = words if said.kind == "all" else alone
    return " ".join(f"{each} {words}" for each in _names(found["places"])) + " "


def _values_of_each(found: re.Match[str]) -> str:
    return "，".join(f"{each} {_self(found)}{found['value']}" for each in _names(found["places"]))


def _self(found: re.Match[str]) -> str:
    return "自评" if found["self"] or found["own"] else ""


def _names(places: str) -> list[str]:
    """Each place or code as it names its line beyond doubt."""
    return [_name(each[0]) for each in _EACH.finditer(places)]


def _name(place: str) -> str:
    return place if "." in place else f"第{place_of(place)}项"
