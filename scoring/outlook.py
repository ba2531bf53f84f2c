"""还能得多少: what a sheet could still come to with what is reported on it so far."""

from decimal import Decimal, localcontext

from scoring.decimals import EXACT, ZERO
from scoring.rules.base import Outcome
from scoring.sheet import Line, ScoreSheet
from scoring.totals import total


def open_lines(sheet: ScoreSheet) -> tuple[Line, ...]:
    """The lines with a mark on which nothing (or not everything) is reported, the dearest first."""
    found = [
        line for line in sheet.lines.values() if line.state in ("missing", "invalid") and line.full_marks
    ]
    return tuple(sorted(found, key=lambda line: -(line.full_marks or ZERO)))


def best_total(sheet: ScoreSheet) -> Decimal | None:
    """The total if every open line got its full mark and nothing else changed; no bonus is hoped for.

    None where the sheet has no points. Deductions that nobody has entered count as none.
    """
    if sheet.points is None:
        return None
    hoped = {line.code: line.full_marks for line in open_lines(sheet)}
    lines = [
        line._replace(state="scored", outcome=Outcome(points=hoped[line.code]), error=None)
        if line.code in hoped
        else line
        for line in sheet.lines.values()
    ]
    with localcontext(EXACT):
        best = total(sheet.rubric, lines, sheet.policy, sheet.section_policies).points + _bonus(sheet)
        limit = sheet.rubric.bonus.total_max if sheet.rubric.bonus is not None else None
        return best if limit is None else min(best, limit)


def _bonus(sheet: ScoreSheet) -> Decimal:
    return sum((line.bonus for line in sheet.lines.values()), ZERO)
