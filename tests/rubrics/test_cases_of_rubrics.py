"""Every rubric's own worked cases, computed from the clauses by hand."""

from pathlib import Path

import pytest

import rubrics
from rubrics import load
from rubrics.worked import WorkedCase, outcome, worked_cases
from scoring.engine import score_leaf

FOLDERS = sorted(Path(rubrics.__file__).parent.glob("*/cases.toml"))
CASES = [case for file in FOLDERS for case in worked_cases(file.parent)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_worked_case_comes_out_as_computed_by_hand(case: WorkedCase) -> None:
    found = outcome(load(case.folder.replace("_", "-")), case)
    expected = {"error": None, "points": None, "met": None, "ratio": None, **case.expected}
    assert {key: found[key] for key in expected} == expected


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
