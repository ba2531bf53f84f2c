"""What a changed rubric or overlay does to the points of the same facts, leaf by leaf."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scoring.engine import Facts, score_sheet
from scoring.model import Rubric
from scoring.sheet import Line, ScoreSheet


@dataclass(frozen=True, slots=True)
class LeafDifference:
    """改版影响: one criterion whose points differ; a line is None where that version does not count it."""

    code: str
    before: Line | None
    after: Line | None

    @property
    def points(self) -> tuple[Decimal | None, Decimal | None]:
        """The points before and after, None where there are none."""
        return (
            None if self.before is None else self.before.points,
            None if self.after is None else self.after.points,
        )


@dataclass(frozen=True, slots=True)
class SheetDifference:
    """Two sheets over the same facts; `leaves` are those that differ, in the new document's order."""

    before: ScoreSheet
    after: ScoreSheet
    leaves: tuple[LeafDifference, ...]


def compare_versions(
    old: Rubric, new: Rubric, facts: Facts, *, milestone: str | None = None, subject: str | None = None
) -> SheetDifference:
    """Score the facts under both versions; a fact counts only where the version has its code.

    Raises what `score_sheet` raises for a milestone or subject that a version does not take.
    """
    before, after = (
        score_sheet(
            version,
            {code: inputs for code, inputs in facts.items() if code in version.by_code},
            milestone=milestone,
            subject=subject,
        )
        for version in (old, new)
    )
    return SheetDifference(before, after, tuple(_leaves(before, after)))


def _leaves(before: ScoreSheet, after: ScoreSheet) -> Iterator[LeafDifference]:
    for code in dict.fromkeys((*after.lines, *before.lines)):
        leaf = LeafDifference(code, before.lines.get(code), after.lines.get(code))
        if _told(leaf.before) != _told(leaf.after):
            yield leaf


def _told(line: Line | None) -> tuple[object, ...] | None:
    """What a reader of the sheet sees of a line."""
    return None if line is None else (line.state, line.points, line.bonus, line.gap, line.met)
