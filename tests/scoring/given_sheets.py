"""The facts of whole sheets at full marks, and how a test reads their totals."""

from collections.abc import Mapping

from rubrics import folder_of
from rubrics.worked import worked_cases
from scoring.decimals import plain
from scoring.sheet import ScoreSheet

Facts = dict[str, Mapping[str, object]]


def first_cases(name: str) -> Facts:
    """The first worked case of every criterion, full marks in the shipped rubrics."""
    facts: Facts = {}
    for case in worked_cases(folder_of(name)):
        facts.setdefault(case.code, case.inputs)
    return facts


def total(sheet: ScoreSheet) -> str | None:
    return None if sheet.points is None else plain(sheet.points)


def full(sheet: ScoreSheet) -> str | None:
    return None if sheet.full is None else plain(sheet.full)
