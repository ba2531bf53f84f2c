"""Levels: ties and states that no level covers, levels that are not printed, 扣 mixed with 得."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from rubrics.checks.findings import Finding
from rubrics.checks.marks import standard
from scoring.decimals import ZERO, plain
from scoring.model import Criterion, Rubric
from scoring.rules import AnyRule, Bands, Levels, States

_RELATION: Final = re.compile(
    r"(?P<word>未超过|不超过|不高于|未达到|不低于|不少于|超过|高于|多于|达到|等于|低于|少于)"
    r"(?P<to>[^得加扣，,的；;。、]{2,12}?)(?=的|不?得|加|扣|，|,|；|。)"
)
_COVERS: Final = {
    **dict.fromkeys(("超过", "高于", "多于"), ">"),
    **dict.fromkeys(("达到", "等于"), "="),
    **dict.fromkeys(("低于", "少于", "未达到"), "<"),
    **dict.fromkeys(("未超过", "不超过", "不高于"), "<="),
    **dict.fromkeys(("不低于", "不少于"), ">="),
}
_MISSING: Final = {"<": ("level", "低于"), "=": ("tie", "持平"), ">": ("level", "超过")}
_QUANTITY: Final = re.compile(r"\d+(?:\.\d+)?(?!\d|年)")
_BRACKETED: Final = re.compile(r"（[^）]*[）)]")
_EARNED: Final = re.compile(r"得\d")
_ONCE: Final = re.compile(r"^[^\d每少缺一各]*扣\d+(?:\.\d+)?分")


def check_levels(rubric: Rubric) -> Iterator[Finding]:
    """Every state without a level, and every level that can be read two ways."""
    for criterion in rubric.criteria:
        # The three say the same thing in falling precision: only the most precise one is told.
        yield from (
            list(_relations(criterion)) or list(_recorded_gaps(criterion)) or _unprinted_levels(criterion)
        )
        yield from _mixed(criterion)


def _relations(criterion: Criterion) -> Iterator[Finding]:
    """Comparisons with one thing that leave one of 低于, 持平, 超过 without points."""
    said: dict[str, list[re.Match[str]]] = {}
    for found in _RELATION.finditer(criterion.clause):
        if not _QUANTITY.match(found["to"]):
            said.setdefault(found["to"], []).append(found)
    for comparisons in said.values():
        covered = set("".join(_COVERS[found["word"]] for found in comparisons))
        for sign in sorted({"<", "=", ">"} - covered) if len(comparisons) > 1 else ():
            kind, word = _MISSING[sign]
            quotes = tuple(found[0] for found in comparisons)
            yield Finding(kind, (criterion.code,), f"{word}时没有写怎样给分。", quotes)


def _recorded_gaps(criterion: Criterion) -> Iterator[Finding]:
    for gap in criterion.rule.gaps:
        yield Finding("level", (criterion.code,), gap.note)


def _unprinted_levels(criterion: Criterion) -> Iterator[Finding]:
    clause = standard(criterion)
    for part in criterion.rule.parts:
        full, given = part.rule.most or ZERO, sorted(_points_given(part.rule), reverse=True)
        unprinted = [points for points in given if not _is_printed(points, full, clause)]
        # A clause that prints no level at all has no standard, which is another doubt.
        for points in unprinted if len(unprinted) < len(given) else ():
            yield Finding(
                "level", (criterion.code,), f"可得{plain(points)}分的一档没有印出。", (criterion.clause,)
            )


def _points_given(rule: AnyRule) -> set[Decimal]:
    match rule:
        case Levels():
            return set(rule.points.values())
        case States():
            return {rule.otherwise, *(state.points for state in rule.states)}
        case Bands():
            return {rule.otherwise, *(band.points for band in rule.bands)}
        case _:
            return set()


def _is_printed(points: Decimal, full: Decimal, clause: str) -> bool:
    printed = [rf"(?<![\d.]){re.escape(plain(points))}分", rf"扣{re.escape(plain(full - points))}分"]
    return any(re.search(words, clause) for words in printed) or (points == ZERO and "不得分" in clause)


def _mixed(criterion: Criterion) -> Iterator[Finding]:
    """An event that 扣 where its neighbours 得: the points left, or points taken off the total?"""
    clause = _BRACKETED.sub("", criterion.clause)
    if not _EARNED.search(clause):
        return
    for piece in re.split(r"[，；。]", clause.replace("，扣", "扣")):
        found = _ONCE.match(piece)
        if found is not None:
            sentence = "给分的条文里夹着扣分：是从分值里扣，还是从总分里倒扣，没有写。"
            yield Finding("mixed", (criterion.code,), sentence, (found[0],))
