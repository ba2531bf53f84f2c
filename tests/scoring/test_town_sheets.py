"""Sheets of towns, which count the tasks met of the tasks assigned."""

from decimal import Decimal

import pytest

from rubrics import load
from scoring.engine import score_leaf, score_sheet
from scoring.errors import ScoringError
from scoring.explanation import explain_sheet
from scoring.model import Rubric
from tests.scoring.given_sheets import Facts


@pytest.fixture(scope="module")
def towns() -> Rubric:
    return load("rugao-2018-towns")


def town_facts() -> Facts:
    return {
        "1": {"jiangsu_brand_applications": 5},
        "2": {"nantong_brand_applications": 2},
        "6": {"national_pass_rate": None},
        "9": {"accident_rate": "0.3"},
        "10": {"death_rate": "0.05"},
    }


def test_a_town_counts_tasks_met_of_tasks_assigned(towns: Rubric) -> None:
    sheet = score_sheet(towns, town_facts(), subject="如城街道")
    assert (sheet.assigned, sheet.met, sheet.points, sheet.full) == (12, 2, None, None)
    assert sheet.missing == ("3", "4", "5", "7", "8", "11", "12", "13")
    assert (sheet.rows["1"].met, sheet.rows["1"].ratio) == (True, Decimal(1))
    assert (sheet.rows["2"].met, sheet.rows["9"].met, sheet.rows["6"].met) == (False, False, None)
    steps = explain_sheet(sheet).steps
    assert steps[-1] == "任务12项，完成2项。"
    assert {"1：完成。", "2：未完成。", "3：未填报，不计分。", "6：无抽查批次，不计入任务数。"} <= set(steps)


def test_a_blank_cell_is_no_task_and_never_missing(towns: Rubric) -> None:
    sheet = score_sheet(towns, {}, subject="磨头")
    assert (sheet.assigned, len(sheet.missing)) == (10, 10)
    assert [code for code, line in sheet.lines.items() if line.state == "no_task"] == ["1", "3", "5"]
    assert "1：无此项任务。" in explain_sheet(sheet).steps


def test_a_report_for_a_blank_cell_is_still_checked(towns: Rubric) -> None:
    line = score_leaf(towns, "1", {"jiangsu_brand_applications": -1}, subject="磨头")
    assert line.state == "invalid"


@pytest.mark.parametrize(("subject", "code"), [(None, "missing_input"), ("如皋市", "bad_choice")])
def test_a_town_sheet_needs_one_of_its_towns(towns: Rubric, subject: str | None, code: str) -> None:
    with pytest.raises(ScoringError) as leaf:
        score_leaf(towns, "1", {}, subject=subject)
    with pytest.raises(ScoringError) as sheet:
        score_sheet(towns, {}, subject=subject)
    assert (leaf.value.code, sheet.value.code) == (code, code)
