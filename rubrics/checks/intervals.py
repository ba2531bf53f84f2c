"""Bands as they are printed: gaps and overlaps between them, and bands that earn the same points."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from rubrics.checks.findings import Finding
from scoring.decimals import plain
from scoring.model import Criterion, Rubric
from scoring.rules import Bands

_NUMBER: Final = r"(\d+(?:\.\d+)?)"
_UNIT: Final = r"\s*(?:%|分|件|个|次|个百分点)?"
_TAKEN_IN: Final = r"(?:（含[^）]*[）)])?"
_RANGE: Final = re.compile(rf"{_NUMBER}{_UNIT}{_TAKEN_IN}\s*[—–-]\s*{_NUMBER}(?!\d|年)")
_FROM: Final = re.compile(rf"{_NUMBER}{_UNIT}{_TAKEN_IN}\s*[及或]?以上|(?:超过|高于)[^\d，得扣加]*{_NUMBER}")
_UP_TO: Final = re.compile(rf"{_NUMBER}{_UNIT}{_TAKEN_IN}\s*[及或]?(?:以下|以内)|低于[^\d，得扣加]*{_NUMBER}")
_QUANTITY: Final = re.compile(r"[\u4e00-\u9fff]*(?:率|度|数|量|额|比例|比重)")
_PIECES: Final = re.compile(r"[，,；;。\n]")


@dataclass(frozen=True, slots=True)
class Interval:
    """一段: its printed words and bounds (None: open-ended); `inclusive` where they are 以上, 以内 or 以下.

    `decided` is whether 含 says to which side the bound belongs, `about` the quantity it names ("": none).
    """

    words: str
    low: Decimal | None
    high: Decimal | None
    about: str = ""
    inclusive: bool = False
    decided: bool = False


def check_bands(rubric: Rubric) -> Iterator[Finding]:
    """Gaps, overlaps and equal points among the bands of clauses and grades."""
    if rubric.grades is not None:
        printed = [band.printed for band in rubric.grades.bands]
        yield from _between(printed, ())
    for criterion in rubric.criteria:
        yield from _between(_PIECES.split(criterion.clause), (criterion.code,))
        yield from _same_points(criterion)


def _between(pieces: list[str], codes: tuple[str, ...]) -> Iterator[Finding]:
    for ladder in _ladders(filter(None, map(read_interval, pieces))):
        yield from _along(sorted(ladder, key=lambda one: (one.low or 0, one.high or 0)), codes)


def _ladders(intervals: Iterable[Interval]) -> list[list[Interval]]:
    """The intervals by the quantity they are about; one that names none goes on with the last."""
    ladders: list[list[Interval]] = []
    for interval in intervals:
        named = ladders[-1][0].about if ladders else ""
        if ladders and (named.endswith(interval.about) or interval.about.endswith(named)):
            ladders[-1].append(interval)
        else:
            ladders.append([interval])
    return ladders


def _along(ladder: list[Interval], codes: tuple[str, ...]) -> Iterator[Finding]:
    for lower, upper in pairwise(ladder):
        if lower.high is None or upper.low is None:
            continue
        quotes = (upper.words, lower.words)
        if lower.high < upper.low:
            gap = f"{plain(lower.high)}与{plain(upper.low)}之间"
            yield Finding("gap", codes, f"{gap}（如{plain((lower.high + upper.low) / 2)}）没有印出。", quotes)
        elif lower.high > upper.low:
            overlap = f"{plain(upper.low)}与{plain(lower.high)}之间"
            yield Finding("overlap", codes, f"{overlap}两段都包含。", quotes)
        elif lower.high == upper.low and _both_take(lower, upper):
            yield Finding("overlap", codes, f"恰为{plain(upper.low)}时两段都包含。", quotes)


def _both_take(lower: Interval, upper: Interval) -> bool:
    return lower.inclusive and upper.inclusive and not (lower.decided or upper.decided)


def read_interval(piece: str) -> Interval | None:
    """The band that a piece of a clause prints, None where it prints none."""
    words, decided = piece.strip(), "含" in piece
    if found := _RANGE.search(piece):
        return Interval(words, Decimal(found[1]), Decimal(found[2]), _about(piece, found), decided=decided)
    if found := _FROM.search(piece):
        low = Decimal(found[1] or found[2])
        return Interval(words, low, None, _about(piece, found), found[1] is not None, decided)
    if found := _UP_TO.search(piece):
        high = Decimal(found[1] or found[2])
        return Interval(words, None, high, _about(piece, found), found[1] is not None, decided)
    return None


def _about(piece: str, found: re.Match[str]) -> str:
    """The last quantity that is named before the bound."""
    named = _QUANTITY.findall(piece[: found.start()])
    return named[-1] if named else ""


def _same_points(criterion: Criterion) -> Iterator[Finding]:
    for part in criterion.rule.parts:
        if isinstance(part.rule, Bands):
            for one, other in pairwise(part.rule.bands):
                if one.points == other.points:
                    points = f"得{plain(one.points)}分"
                    quotes = tuple(p.strip() for p in _PIECES.split(criterion.clause) if points in p)
                    yield Finding("same_points", (criterion.code,), f"相邻两档都{points}。", quotes)
