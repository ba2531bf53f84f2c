"""Grades (等次) and the veto (一票否决): printed bands, printed gaps, and who withholds what."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from scoring.decimals import ZERO, plain
from scoring.errors import ScoringError
from scoring.model import GradeScale, Rubric

EVENT_STATUSES: Final = ("none", "preliminary", "confirmed")


@dataclass(frozen=True, slots=True)
class Grade:
    """等次: the grade (None: not printed or withheld), whether the total is in a printed gap, the veto."""

    grade: str | None
    in_gap: bool = False
    veto: bool | None = None
    pending: bool = False


def grade(rubric: Rubric, total: Decimal, veto: str | None = None) -> Grade:
    """Grade a total; `veto` is an event status (None: not asked).

    Raises ScoringError: out_of_range for a total off the printed scale, bad_choice for another status,
    unknown_input for a status where the document has no veto.
    """
    if total < ZERO or (rubric.total_max is not None and total > rubric.total_max):
        limit = "不能小于0" if rubric.total_max is None else f"应在0与{plain(rubric.total_max)}之间"
        raise ScoringError("out_of_range", f"总分{limit}。", "total")
    if veto is not None and rubric.veto is None:
        raise ScoringError("unknown_input", f"{rubric.name} 没有否决项。", "veto")
    if veto is not None and veto not in EVENT_STATUSES:
        raise ScoringError("bad_choice", f"否决状态应为以下之一：{'、'.join(EVENT_STATUSES)}。", "veto")
    return graded(rubric, total, veto)


def graded(rubric: Rubric, total: Decimal | None, veto: str | None) -> Grade:
    """Grade a sheet's own total (None: it cannot be given): no bounds, the event status already checked."""
    printed, in_gap = _banded(rubric.grades, total)
    if rubric.veto is None:
        return Grade(printed, in_gap)
    if veto == "confirmed":
        return Grade(rubric.veto.grade, in_gap, veto=True)
    if veto == "preliminary":
        return Grade(None, in_gap, veto=False, pending=True)
    return Grade(printed, in_gap, veto=False)


def _banded(scale: GradeScale | None, total: Decimal | None) -> tuple[str | None, bool]:
    if scale is None or total is None:
        return None, False
    in_gap = any(low < total < high for low, high in scale.gaps)
    reached = (band.grade for band in scale.bands if band.minimum is None or total >= band.minimum)
    return next(reached, None), in_gap


def grade_steps(rubric: Rubric, total: Decimal, given: Grade) -> list[str]:
    """Why that total has that grade, or none, in Chinese."""
    if given.veto:
        return [f"否决事件已认定，等次一律为{given.grade}，分数不变。"]
    if given.pending:
        return ["否决项待认定或未填报，暂不评定等次。"]
    if rubric.grades is None:
        return ["原文没有印各等次的分数，不评定等次。"]
    steps = [
        f"总分{plain(total)}分在{plain(low)}分与{plain(high)}分之间，原文未定等次，按起点取较低一等。"
        for low, high in rubric.grades.gaps
        if low < total < high
    ]
    for band in rubric.grades.bands:
        if band.grade == given.grade:
            return [*steps, f"等次：{given.grade}（{band.printed}）。"]
    return ["总分不在印出的各等次之内，不评定等次。"]
