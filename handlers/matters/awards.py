"""加分奖项: the awards that words name, each with how many of it, as counts or as the points that it brings."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final

from handlers.reading.numbers import numeral
from scoring.model import Criterion, Input

_NOISE: Final = re.compile(r"[“”\"（）()的项获得数]|命名|称号|提名奖?")
_SHORTEST: Final = 3
_GENERAL: Final = re.compile("[全国中江苏省市质量工作创新在品牌]+")
"""全国质量工作会 names no award."""
_INSIDE: Final = re.compile("[长国苏作]")
"""省长质量奖 is not 市长质量奖: no name begins in the middle of a word."""
_ASIDE: Final = re.compile("封顶|上限|超没超|会不会超|超了没|合计")
_NUMBER: Final = r"\d{1,2}(?:\.\d{1,2})?|[一二两三四五六七八九十半]"
_WORTH: Final = re.compile(rf"[^\d一二两三四五六七八九十半，,。；;、]{{0,10}}?(?P<points>{_NUMBER})\s*分")
_BEHIND: Final = re.compile(
    rf"[^\d一二两三四五六七八九十半，,。；;、]{{0,10}}?(?P<sign>(?<=[+＋加])\s*)?(?P<number>{_NUMBER})\s*(?P<unit>[分个项次条])?"
    rf"(?:\s*[加给计算+＋各]?\s*(?P<points>{_NUMBER})\s*分)?"
)
_BEFORE: Final = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>[个项次])[^\d，,。；;、\s]{{0,6}}$")
_HEADING: Final = re.compile(
    rf"(?:{_NUMBER}|几)\s*(?:个|条|项|笔)?(?:都?是)?(?:加分|奖励?)(?:项|的)?|补(?:{_NUMBER})条"
    rf"|(?<![奖区广])(?P<stated>{_NUMBER})\s*[个条项笔](?:加分|奖项?)?(?>分别|[的是])*\s*[:：]"
)
"""再记两个加分, 再补四个：: how many follow."""
_OTHER: Final = re.compile(r"[\u4e00-\u9fff]奖(?!项|励)|推广|示范区|\d\s*[分个项]")


def awards_said(text: str, criterion: Criterion, mark: Callable[[Input], Decimal]) -> dict[str, int]:
    """So many of each award; {} where not every word of it is certain."""
    words = _HEADING.sub(" ", _marks_kept(text))
    parts = re.split(r"[\s，,。；;]+", words)
    words = " ".join(part for part in parts if not _ASIDE.search(part) or _mentions(part, criterion, mark))
    found = _mentions(words, criterion, mark)
    ends = [0, *(end for _, _, end in found)]
    starts = [*(start for _, start, _ in found), len(words)]
    gaps = [words[end:start] for end, start in zip(ends, starts, strict=True)]
    first = _BEFORE.search(gaps[0]) is not None
    counts: dict[str, int] = {}
    for at, (item, _, _) in enumerate(found):
        before = _BEFORE.search(gaps[at]) if first else None
        behind = (_WORTH if first else _BEHIND).match(gaps[at + 1])
        count = _count(before, behind, mark(item))
        if count is None:
            return {}
        counts[item.name] = counts.get(item.name, 0) + count
        gaps[at] = gaps[at][: before.start()] if before is not None else gaps[at]
        gaps[at + 1] = gaps[at + 1][behind.end() :] if behind is not None else gaps[at + 1]
    wrong = any(int(_value(stated)) not in (len(found), sum(counts.values())) for stated in _stated(text))
    return {} if wrong or any(_OTHER.search(gap) for gap in gaps) else counts


def _stated(text: str) -> list[str]:
    """How many a heading says that follow."""
    return [one["stated"] for one in _HEADING.finditer(text) if one["stated"]]


def _marks_kept(text: str) -> str:
    """The text as labels are compared: 中国质量奖（提名奖） is called 中国质量奖提名 or without it."""
    text = _SPREAD.sub(r"\1推广", _SPREAD_TO.sub(r"\1推广", _SHORT_NAME.sub("中国质量奖", text)))
    return re.sub(r"(?<=奖)[（(]?提名奖?[）)]?|(?<=[\u4e00-\u9fff])(?:命名|称号)|[“”\"]", "", text)


_SPREAD: Final = re.compile("(全[国省市])(?:范围内?|各地|上下)?(?:都|也|里)?(?:给|被)?推广")
_SPREAD_TO: Final = re.compile("推广[到至](全[国省市])")
_SHORT_NAME: Final = re.compile("中(?:国)?质(?:量)?奖")
"""全国都推广了, 中质奖."""


def _mentions(
    words: str, criterion: Criterion, mark: Callable[[Input], Decimal]
) -> list[tuple[Input, int, int]]:
    """The awards of which a part is said that stands in no other's label, in their order, and where."""
    labels = {item: _NOISE.sub("", item.label) for item in criterion.inputs if item.type == "count"}
    found = []
    at = 0
    while at <= len(words) - _SHORTEST:
        length = _longest(words, at, labels.values())
        said = words[at : at + length]
        owners = [item for item, label in labels.items() if said in label] if length else []
        owners = _worth_so_much(words, at, at + length, owners, mark) if len(owners) > 1 else owners
        if len(owners) == 1 and not _GENERAL.fullmatch(said) and not _INSIDE.match(said):
            found.append((owners[0], at, at + length + words[at + length :].startswith("奖")))
            at = found[-1][2]
        else:
            at += 1
    return found


def _worth_so_much(
    words: str, start: int, end: int, owners: list[Input], mark: Callable[[Input], Decimal]
) -> list[Input]:
    """质量奖提名+1: the one award called so whose mark it is; all of them where it begins inside another name."""
    said = (_MARK if _IN_POINTS.search(words) else _MARKED).match(words, end)
    if said is None or not words[start:end].endswith("奖") or _HAN.search(words[:start][-1:]):
        return owners
    return [item for item in owners if mark(item) == _value(said["points"])] or owners


_MARKED: Final = re.compile(rf"\s*[+＋加]\s*(?P<points>{_NUMBER})(?!\s*[个项次条])")
_MARK: Final = re.compile(rf"\s*[+＋加]?\s*(?P<points>{_NUMBER})(?![\d.]|\s*[个项次条])")
_IN_POINTS: Final = re.compile(r"\d\s*分|推广\s*(?:2|0\.5)(?![\d.]|\s*[个项次条])")
"""全国推广2 质量奖提名1: such figures are points, for nothing is spread twice."""
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")


def _longest(words: str, at: int, labels: Iterable[str]) -> int:
    """How much of the text at that place stands in a label."""
    best = 0
    for label in labels:
        length = _SHORTEST
        while at + length <= len(words) and words[at : at + length] in label:
            best, length = max(best, length), length + 1
    return best


def _count(before: re.Match[str] | None, behind: re.Match[str] | None, mark: Decimal) -> int | None:
    """How many it is; None where the points are not so many whole marks, or a bare number may be either."""
    number = _value(before["number"]) if before is not None else None
    points = _value(behind["points"]) if behind is not None and behind["points"] else None
    if number is None and behind is not None and "number" in behind.groupdict() and behind["number"]:
        said = _value(behind["number"])
        if behind["unit"] in ("个", "项", "次", "条"):
            number = said
        elif behind["unit"] == "分" or behind["sign"] or said == mark:
            points = said
        else:
            return None
    if points is None:
        return int(number) if number is not None else 1
    if not mark or points % mark or (number is not None and number * mark != points):
        return None
    return int(points / mark)


def _value(written: str) -> Decimal:
    if written == "半":
        return Decimal("0.5")
    return Decimal(written) if written[0].isdigit() else numeral(written) or Decimal(0)
