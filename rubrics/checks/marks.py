"""Marks: headings against their lines, lines without a mark or a standard, milestones without a sum."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from rubrics.checks.findings import Finding
from scoring.decimals import ZERO, plain
from scoring.model import Criterion, Rubric
from scoring.rules import Incident, VetoStatus

_HEADING_MARK: Final = re.compile(r"[（(]\s*分?\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]\s*$")
_BRACKETED: Final = re.compile(r"[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]")
_STANDARD: Final = re.compile(r"\d\s*分|不得分|按比例")
_FULL: Final = re.compile(r"满分为?\s*(\d+)\s*分")


def check_marks(rubric: Rubric) -> Iterator[Finding]:
    """What does not add up, and what has no mark or standard at all."""
    yield from _headings(rubric)
    yield from _names(rubric)
    yield from _whole(rubric)
    yield from _unmarked(rubric)
    yield from _standards(rubric)
    yield from _beyond(rubric)
    if rubric.milestones:
        yield _milestones(rubric)


def heading_mark(heading: str) -> Decimal | None:
    """The mark that a heading ends with; a misprint (`（分1）`, `（3）`) is read as what it stands for."""
    found = _HEADING_MARK.search(heading)
    return None if found is None else Decimal(found[1])


def standard(criterion: Criterion) -> str:
    """The clause without the criterion's whole mark in brackets: what says how the mark is earned."""
    clause = criterion.clause
    for mark in _BRACKETED.finditer(clause):
        if Decimal(mark[1]) == criterion.full_marks:
            clause = clause.replace(mark[0], "")
    return clause


def _counted(rubric: Rubric) -> list[Criterion]:
    """The criteria that make up the full marks: those with a mark, the bonus left out."""
    bonus = None if rubric.bonus is None else rubric.bonus.code
    return [item for item in rubric.criteria if item.full_marks is not None and item.code != bonus]


def _sum(criteria: Iterable[Criterion]) -> Decimal:
    return sum((item.full_marks or ZERO for item in criteria), ZERO)


def _under(rubric: Rubric) -> dict[tuple[str, ...], list[Criterion]]:
    """The counted criteria below each heading, a heading being a path from the top."""
    below: dict[tuple[str, ...], list[Criterion]] = {}
    for criterion in _counted(rubric):
        for depth in range(1, len(criterion.path) + 1):
            below.setdefault(criterion.path[:depth], []).append(criterion)
    return below


def _headings(rubric: Rubric) -> Iterator[Finding]:
    for path, criteria in _under(rubric).items():
        printed, added = heading_mark(path[-1]), _sum(criteria)
        if printed is not None and printed != added:
            sentence = f"标题印{plain(printed)}分，其下各要点合计{plain(added)}分。"
            yield Finding("marks", tuple(item.code for item in criteria), sentence, (path[-1],))


def _names(rubric: Rubric) -> Iterator[Finding]:
    for criterion in _counted(rubric):
        printed = heading_mark(criterion.name)
        if printed is not None and printed != criterion.full_marks:
            sentence = f"名称印{plain(printed)}分，分值{plain(criterion.full_marks or ZERO)}分。"
            yield Finding("marks", (criterion.code,), sentence, (criterion.name,))


def _whole(rubric: Rubric) -> Iterator[Finding]:
    criteria = _counted(rubric)
    if rubric.milestones or not criteria:
        return
    sums = {"各要点": _sum(criteria)}
    for depth in range(max(len(item.path) for item in criteria)):
        headings = {item.path[: depth + 1] for item in criteria}
        marks = [heading_mark(path[depth]) if len(path) > depth else None for path in headings]
        if all(mark is not None for mark in marks):
            sums[f"第{depth + 1}级标题"] = sum((mark or ZERO for mark in marks), ZERO)
    full = _FULL.search(rubric.total.clause)
    if full is not None:
        sums["印出的满分"] = Decimal(full[1])
    if len(set(sums.values())) > 1:
        added = "，".join(f"{what}合计{plain(points)}分" for what, points in sums.items())
        yield Finding("marks", (), f"全表合计不一：{added}。")


def _unmarked(rubric: Rubric) -> Iterator[Finding]:
    unmarked = [item for item in rubric.criteria if item.full_marks is None and not _printed_otherwise(item)]
    for heading, number in Counter(item.path[:1] for item in unmarked).items():
        codes = tuple(item.code for item in unmarked if item.path[:1] == heading)
        yield Finding("unmarked", codes, f"其下{number}个要点没有印分值。", heading)


def _printed_otherwise(criterion: Criterion) -> bool:
    """Whether the line is not meant to have a mark: a veto, or a deduction with its maximum."""
    return any(isinstance(part.rule, VetoStatus | Incident) for part in criterion.rule.parts)


def _standards(rubric: Rubric) -> Iterator[Finding]:
    for criterion in _counted(rubric):
        if not _STANDARD.search(standard(criterion)):
            yield Finding("standard", (criterion.code,), "只印总分值，没有印怎样给分。")


def _beyond(rubric: Rubric) -> Iterator[Finding]:
    for criterion in _counted(rubric):
        bonus, full = criterion.rule.most_bonus, criterion.full_marks or ZERO
        if bonus:
            sentence = f"分值{plain(full)}分，按条文最多可得{plain(full + bonus)}分。"
            yield Finding("beyond", (criterion.code,), sentence, (criterion.clause,))


def _milestones(rubric: Rubric) -> Finding:
    rows = [item for item in rubric.criteria if item.milestone is not None]
    others = [item for item in _counted(rubric) if item.milestone is None]
    items = _sum({item.item: item for item in rows}.values())
    number = Counter(item.milestone for item in rows)
    each = "、".join(f"{node.name}{number[node.id]}行" for node in rubric.milestones)
    sentence = (
        f"{len({item.item for item in rows})}项分{len(rows)}个节点行（{each}），分值每项只印一次，"
        f"合计{plain(items)}分，各节点行满分相加{plain(_sum(rows))}分：各节点如何合成没有印出。"
    )
    if others:
        sentence += f"另有{len(others)}项不分节点，{plain(_sum(others))}分。"
    return Finding("milestones", (), sentence)
