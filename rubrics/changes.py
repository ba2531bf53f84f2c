"""What a new version of a rubric says otherwise: lines added or left out, other marks, words, readings."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.decimals import plain
from scoring.model import Criterion, Rubric


@dataclass(frozen=True, slots=True)
class Change:
    """一处改动: `what` is 增, 删, 分值, 条文, 口径, 填报项 or 给分规则 (without words)."""

    code: str
    what: str
    before: str = ""
    after: str = ""


def changes(old: Rubric, new: Rubric) -> tuple[Change, ...]:
    """Every change, in the new document's order, lines left out at the end."""
    found = [
        change for criterion in new.criteria for change in _of(old.by_code.get(criterion.code), criterion)
    ]
    dropped = [
        Change(item.code, "删", before=item.name) for item in old.criteria if item.code not in new.by_code
    ]
    return (*found, *dropped)


def _of(before: Criterion | None, after: Criterion) -> Iterator[Change]:
    if before is None:
        yield Change(after.code, "增", after=after.name)
        return
    for what, was, now in zip(("分值", "条文", "口径", "填报项"), _words(before), _words(after), strict=True):
        if was != now:
            yield Change(after.code, what, was, now)
    if before.rule != after.rule:
        yield Change(after.code, "给分规则")


def _words(criterion: Criterion) -> tuple[str, str, str, str]:
    marks = "" if criterion.full_marks is None else plain(criterion.full_marks)
    inputs = "、".join(f"{item.label}（{item.name}）" for item in criterion.inputs)
    return marks, criterion.clause, criterion.reading, inputs
