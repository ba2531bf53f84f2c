"""逐项情况: every leaf of a part of a campaign with what was reported, both points and its evidence."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from handlers.access import reported_by_subjects
from handlers.board import NOTHING_YET
from handlers.campaign.standing import Standing
from handlers.exports.scope import Scope
from handlers.receipts import values_text
from handlers.review.decisions import LeafRecord
from scoring.model import Criterion
from scoring.sheet import Line
from store.records import Evidence


@dataclass(frozen=True, slots=True)
class LeafRow:
    """One leaf of one assessed unit.

    `self_assessed` and `verified` are its lines on what was reported and on what was accepted; `own_points` what
    the unit gives itself where the document has a column for it; `evidence` counts what was handed in.
    """

    criterion: Criterion
    subject: str
    unit: str
    record: LeafRecord
    self_assessed: Line
    verified: Line
    own_points: Decimal | None
    evidence: int

    @property
    def values(self) -> str:
        """What was reported, in words; "" for nothing."""
        return values_text(self.criterion, self.record.reported) if self.record.reported else ""


def leaf_rows(standing: Standing, evidence: tuple[Evidence, ...], scope: Scope) -> Iterator[LeafRow]:
    """The leaves of that part in the order of the document, the assessed units one after the other."""
    kept = Counter((row.code, row.subject) for row in evidence if row.state in ("stored", "pending"))
    for subject, sheet in standing.sheets.items():
        if scope.subject not in ("", subject):
            continue
        for code, line in sheet.lines.items():
            criterion = line.criterion
            if line.state == "no_task" or not _concerns(standing, scope, criterion, subject):
                continue
            record = standing.records.get((code, subject), NOTHING_YET)
            yield LeafRow(
                criterion,
                subject,
                standing.unit_of(criterion, subject),
                record,
                line,
                standing.verified[subject].lines[code],
                _own_points(criterion, record),
                kept[code, subject],
            )


def _concerns(standing: Standing, scope: Scope, criterion: Criterion, subject: str) -> bool:
    """Whether the unit of that part has a share in the leaf: it reports it, or the document names it there."""
    if not scope.unit:
        return True
    if reported_by_subjects(standing.rubric, criterion):
        return scope.unit == subject
    by = {unit for item in criterion.before_review for unit in item.by}
    return scope.unit in {criterion.reporter, *criterion.named_units, *by}


def _own_points(criterion: Criterion, record: LeafRecord) -> Decimal | None:
    given = next(
        (
            record.reported[item.name]
            for item in criterion.inputs
            if item.type == "points"
            and item.source == "contact"
            and record.reported.get(item.name) is not None
        ),
        None,
    )
    return None if given is None else Decimal(str(given))
