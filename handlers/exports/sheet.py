"""计分表: the score sheet of a campaign or of one unit's leaves, self-assessed beside verified, to be filed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from handlers.campaign.library import Library
from handlers.campaign.standing import Standing, standing_of
from handlers.exports.leaf_rows import LeafRow, leaf_rows
from handlers.exports.scope import Scope
from handlers.review.decisions import STATUS_NAMES
from handlers.wording import leaf_name
from scoring.model import Rubric
from scoring.sheet import Line, ScoreSheet
from store.records import Campaign
from store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One leaf; points are None where the sheet gives none, texts are as a person reads them."""

    code: str
    section: str
    name: str
    unit: str
    full_marks: Decimal | None
    values: str
    own_points: Decimal | None
    self_assessed: Decimal | None
    verified: Decimal | None
    status: str
    evidence: int
    remark: str


@dataclass(frozen=True, slots=True)
class SubjectSheet:
    """The rows of one assessed unit; the totals are the engine's, None for a unit's part and without marks."""

    subject: str
    rows: tuple[SheetRow, ...]
    full: Decimal | None = None
    self_assessed: Decimal | None = None
    verified: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FiledSheet:
    """计分表 of a campaign at a time; `milestone` is the running one's id, or None."""

    campaign: Campaign
    rubric: Rubric
    scope: Scope
    milestone: str | None
    sheets: tuple[SubjectSheet, ...]
    as_of: datetime


def filed_sheet(
    uow: UnitOfWork, campaign: Campaign, library: Library, scope: Scope, now: datetime
) -> FiledSheet:
    """The sheet of that part of the campaign as it stands at that time."""
    standing = standing_of(uow, campaign, library, now)
    rows = tuple(leaf_rows(standing, uow.evidence.list(campaign.id), scope))
    sheets = tuple(
        _of_subject(standing, scope, subject, rows) for subject in dict.fromkeys(row.subject for row in rows)
    )
    return FiledSheet(campaign, standing.rubric, scope, standing.milestone, sheets, now)


def _of_subject(standing: Standing, scope: Scope, subject: str, rows: Sequence[LeafRow]) -> SubjectSheet:
    own = tuple(_row(standing, row) for row in rows if row.subject == subject)
    if scope.unit not in ("", subject) or not standing.has_points:
        return SubjectSheet(subject, own)
    ours, theirs = standing.sheets[subject], standing.verified[subject]
    return SubjectSheet(subject, own, ours.full, _total(ours), _total(theirs))


def _total(sheet: ScoreSheet) -> Decimal | None:
    """None until something has been scored: nothing is not 0 points."""
    return sheet.points if any(line.state == "scored" for line in sheet.lines.values()) else None


def _row(standing: Standing, row: LeafRow) -> SheetRow:
    criterion = row.criterion
    labels = {section.name: section.label or section.name for section in standing.rubric.sections}
    return SheetRow(
        code=criterion.code,
        section=labels.get(criterion.section, criterion.section),
        name=leaf_name(criterion, 200),
        unit=row.unit,
        full_marks=criterion.full_marks,
        values=row.values,
        own_points=row.own_points,
        self_assessed=_points(row.self_assessed),
        verified=_points(row.verified),
        status=STATUS_NAMES[row.record.status],
        evidence=row.evidence,
        remark="；".join(_remarks(row)),
    )


def _points(line: Line) -> Decimal | None:
    return line.points if line.state == "scored" else None


def _remarks(row: LeafRow) -> Iterator[str]:
    line = row.self_assessed
    if line.met is not None:
        yield "达标" if line.met else "未达标"
    if line.gap:
        yield "原文未规定，按口径暂取，待核定"
    elif line.provisional:
        yield "区间分，待核定"
    if line.state == "invalid" and line.error is not None:
        yield line.error.message
    if row.record.submission is not None and row.record.submission.late:
        yield "逾期报送"
    reasons = [decision.reason for decision in row.record.decisions if decision.reason]
    if reasons:
        yield f"审核意见：{reasons[-1]}"
