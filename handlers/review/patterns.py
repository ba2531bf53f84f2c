"""异常: a reported figure that is far from what it is usually beside: before, at another milestone, of other units."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from statistics import median
from typing import Final

from handlers.context import Context
from handlers.review.decisions import LeafKey, LeafRecord
from scoring.model import Criterion, Input

_PERCENT_POINTS: Final = Decimal(20)
_SHARE: Final = Decimal("0.5")
_FEW: Final = Decimal(5)
"""Between smaller counts than this half as much again is nothing unusual."""
_OTHERS: Final = 3
"""From so many other assessed units on there is a usual value."""
_FIGURES: Final = ("percent", "number", "money", "count")


def unusual(
    context: Context, criterion: Criterion, subject: str, records: Mapping[LeafKey, LeafRecord]
) -> str:
    """What the report is far from, in words for the reviewer; "" where nothing is unusual."""
    now = records[criterion.code, subject].reported
    for what, other in _beside(context, criterion, subject, records):
        both = [
            item
            for item in criterion.inputs
            if item.type in _FIGURES and now.get(item.name) is not None and other.get(item.name) is not None
        ]
        if any(_far(item, Decimal(str(now[item.name])), Decimal(str(other[item.name]))) for item in both):
            return f"与{what}差得多"
    return ""


def _beside(
    context: Context, criterion: Criterion, subject: str, records: Mapping[LeafKey, LeafRecord]
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What the report is held against, each with its name."""
    submission = records[criterion.code, subject].submission
    if submission is not None and submission.revision > 1:
        history = context.uow.submissions.history(submission.campaign_id, criterion.code, subject)
        earlier = [row.inputs for row in history if row.revision < submission.revision and row.inputs]
        if earlier:
            yield "更正前", earlier[-1]
    for other in context.rubric.criteria:
        if criterion.item and other.item == criterion.item and other.code != criterion.code:
            record = records.get((other.code, subject))
            if record is not None and other.milestone != criterion.milestone:
                yield "另一个节点", record.reported
    yield "其他单位", _usual(criterion, subject, records)


def _usual(criterion: Criterion, subject: str, records: Mapping[LeafKey, LeafRecord]) -> Mapping[str, object]:
    """The median of what the other assessed units have reported, by input."""
    others = [
        record.reported for (code, of), record in records.items() if code == criterion.code and of != subject
    ]
    figures = {
        item.name: [Decimal(str(other[item.name])) for other in others if other.get(item.name) is not None]
        for item in criterion.inputs
        if item.type in _FIGURES
    }
    return {name: median(found) for name, found in figures.items() if len(found) >= _OTHERS}


def _far(item: Input, value: Decimal, other: Decimal) -> bool:
    if item.type == "percent":
        return abs(value - other) >= _PERCENT_POINTS
    larger = max(abs(value), abs(other))
    return larger >= _FEW and abs(value - other) > larger * _SHARE
