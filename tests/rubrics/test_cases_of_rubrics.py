"""Every rubric's own worked cases, computed from the clauses by hand."""

from pathlib import Path

import pytest

import rubrics
from rubrics import load
from rubrics.worked import WorkedCase, outcome, worked_cases
from scoring.engine import score_leaf
from scoring.model import Rubric

FOLDERS = sorted(Path(rubrics.__file__).parent.glob("*/cases.toml"))


def differing(rubric: Rubric, case: WorkedCase) -> dict[str, tuple[object, object]]:
    """What comes out and what was expected, where they differ."""
    found = outcome(rubric, case)
    expected = {"error": None, "points": None, "met": None, "ratio": None, **case.expected}
    return {key: (found[key], expected[key]) for key in expected if found[key] != expected[key]}


@pytest.mark.parametrize("file", FOLDERS, ids=lambda file: file.parent.name)
def test_every_worked_case_comes_out_as_computed_by_hand(file: Path) -> None:
    rubric = load(file.parent.name.replace("_", "-"))
    cases = [*worked_cases(file.parent)]
    assert cases
    assert {str(case): wrong for case in cases if (wrong := differing(rubric, case))} == {}


@pytest.mark.parametrize("file", FOLDERS, ids=lambda file: file.parent.name)
def test_every_criterion_with_a_rule_of_its_own_has_worked_cases(file: Path) -> None:
    rubric = load(file.parent.name.replace("_", "-"))
    judged = {item.code for item in rubric.criteria if rubric.veto is None or item.code != rubric.veto.code}
    assert judged <= {case.code for case in worked_cases(file.parent)}


@pytest.mark.parametrize("file", FOLDERS, ids=lambda file: file.parent.name)
def test_every_worked_case_explains_itself_without_an_error(file: Path) -> None:
    rubric = load(file.parent.name.replace("_", "-"))
    for case in worked_cases(file.parent):
        why = score_leaf(rubric, case.code, case.inputs, subject=case.subject).why()
        assert why.steps
        assert all(step.endswith(("。", "．")) for step in why.steps), case
