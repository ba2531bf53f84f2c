"""其他的: one value for the assessed units that a line does not name, and those named by their place in the list."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading import numbers
from handlers.reading.numbers import whole_number

_FIGURE: Final = r"(?=\d|百分|[一二三四五六七八九]十)" + numbers.NAMELESS
_COUNT: Final = r"(?:(?P<count>[两二三四五六七八九十]|\d{1,2}(?=个|区|县|镇|家))个?)?"
_UNIT: Final = "(?:县区|区县|区|县|乡镇|镇|街道|家|地方?)?的?"
_IS: Final = r"(?:都|均|全)?(?:是|为|报|达到?)?[:：]?\s*"
_OTHERS: Final = re.compile(
    rf"(?:另外|其他|其它|其余|剩下|剩余|余下|别(?=[的家区县镇]))的?{_COUNT}{_UNIT}{_IS}(?P<value>{_FIGURE})(?!\s*(?:个|家|起|[、和]))"
)
_RUN: Final = re.compile(
    rf"(?:^|(?<=[，,；;\s]))(?P<end>前|头|后|最后)(?:面|边)?的?(?P<number>[一两二三四五六]|\d)个?{_UNIT}{_IS}(?P<value>{_FIGURE})"
)
_IN_TURN: Final = re.compile(
    rf"^\s*(?P<count>[两二三四五六七八九十]|\d{{1,2}})(?:个|家)?{_UNIT}(?:分别|依次|按顺序|顺序)?(?:是|为|报)?[:：，,]?\s*"
    rf"(?P<values>{_FIGURE}(?>(?:\s*[、，,和/]\s*|\s+){_FIGURE})+)\s*$"
)
_PERCENT: Final = r"\d{1,3}(?:\.\d+)?%?"
_VALUES: Final = rf"{_PERCENT}(?>\s*[、，,/]\s*{_PERCENT}|\s+{_PERCENT})+"
_ALONE: Final = re.compile(r"\d{2,3}(?:\.\d+)?%|\d{2,3}\.\d+")
_BEHIND: Final = re.compile(
    rf"^\s*(?P<values>{_VALUES})[，,、；;\s]*(?:按顺序|顺序)?(?:依次|分别)?(?:是|为)(?P<names>[^\d，,；;。]{{2,40}})$"
)
_PAIR: Final = rf"[1-9](?:[、.:：)）]\s*|\s+){_PERCENT}"
_ALL_COUNTED: Final = re.compile(rf"\s*{_PAIR}(?>[\s，,；;]+{_PAIR})+\s*")
_COUNTED: Final = re.compile(rf"(?<![\d.])([1-9])(?:[、.:：)）]\s*|\s+)({_PERCENT})")
_LEAST: Final = 2


def of_the_others(line: str, own: Sequence[str]) -> str:
    """雁江98.2，其他两个97 as 雁江98.2，安岳县 97，乐至县 97; else the line."""
    found = _OTHERS.search(line) if len(own) > _LEAST - 1 else None
    if found is None:
        return line
    rest = line[: found.start()] + line[found.end() :]
    meant = [one for one in own if not (one in rest or (len(one) > _LEAST and one[:-1] in rest))]
    if len(meant) in (0, len(own)) or whole_number(found["count"]) not in (0, len(meant)):
        return line
    return line[: found.start()] + _each(meant, [found["value"]] * len(meant)) + line[found.end() :]


def by_place(line: str, own: Sequence[str], *, alone: bool = False) -> str:
    """前两个区95 最后一个94, and 三个分别是96 95.5 94, in the order of the list; else the line.

    1 95.2 2 92 3 96 counts the units where the list is `alone` one item of them all.
    """
    if len(own) < _LEAST:
        return line
    values = (_counted(line) if alone else []) or _only_values(line)
    if len(values) == len(own):
        return _each(own, values)
    turn = _IN_TURN.fullmatch(line)
    if turn is not None:
        values = re.findall(_FIGURE, turn["values"])
        return _each(own, values) if len(values) == len(own) == whole_number(turn["count"]) else line
    behind = _BEHIND.match(line)
    if behind is not None:
        values, names = re.findall(_PERCENT, behind["values"]), _in_turn(behind["names"], own)
        return _each(names, values) if len(values) == len(names) else line
    runs = [(found, _run(found, own)) for found in _RUN.finditer(line)]
    named = [one for _, run in runs for one in run]
    if not runs or not all(run for _, run in runs) or len(set(named)) != len(named):
        return line
    return _RUN.sub(lambda found: _each(*_values(found, own)), line)


def _only_values(line: str) -> list[str]:
    """The values that are all there is in the line."""
    words = re.split(r"[、，,/\s]+", line.strip())
    return words if all(map(_ALONE.fullmatch, words)) else []


def _counted(line: str) -> list[str]:
    """The values of 1 95.2 2 92 3 96, whose places are counted from one; none for anything else."""
    found = _COUNTED.findall(line) if _ALL_COUNTED.fullmatch(line) else []
    in_order = [int(place) for place, _ in found] == list(range(1, len(found) + 1))
    return [value for _, value in found] if in_order else []


def _in_turn(words: str, own: Sequence[str]) -> list[str]:
    """The units that the words name, in the order in which they do."""
    at = {one: max(words.find(one), words.find(one[:-1]) if len(one) > _LEAST else -1) for one in own}
    return sorted((one for one in own if at[one] >= 0), key=lambda one: at[one])


def _values(found: re.Match[str], own: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    run = _run(found, own)
    return run, [found["value"]] * len(run)


def _run(found: re.Match[str], own: Sequence[str]) -> Sequence[str]:
    number = whole_number(found["number"])
    if not 0 < number <= len(own):
        return ()
    return own[:number] if found["end"] in ("前", "头") else own[-number:]


def _each(names: Sequence[str], values: Sequence[str]) -> str:
    return "，".join(f"{name} {value}" for name, value in zip(names, values, strict=True))
