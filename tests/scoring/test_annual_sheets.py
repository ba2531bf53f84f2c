"""Sheets of one milestone and of the year, summed by hand under every policy."""

from decimal import Decimal

import pytest

from rubrics import load
from scoring.decimals import ZERO, plain
from scoring.engine import score_leaf, score_sheet
from scoring.errors import ScoringError
from scoring.explanation import explain_sheet
from scoring.model import Rubric
from tests.scoring.given_sheets import Facts, first_cases, full, total


@pytest.fixture(scope="module")
def tieling() -> Rubric:
    return load("tieling-2015")


@pytest.fixture
def nodes() -> Facts:
    """铁岭 at full marks but T01-Q3 5 of 10, T03-Y 2 of 4, T05-Y 0 of 3, with the bonus of T04-Y."""
    best = first_cases("tieling-2015")
    best["T01-Q3"] = {"level": "partial"}
    best["T03-Y"] = {"mayor_award": True, "city_brand_count": 5, "city_brand_count_2014": 5}
    best["T05-Y"] = {"level": "none"}
    return {**best, "N2": {"tv_count": 1}, "N3": {"newspaper_count": 1}}


@pytest.mark.parametrize(
    ("milestone", "policy", "points", "marks"),
    [
        ("H1", None, "80", "80"),
        ("Q3", None, "64", "69"),
        ("Y", None, "93", "96"),  # 96 − 2 − 3 + 2
        ("annual", None, "97", "100"),  # latest: 100 − 2 − 3 + 2
        ("annual", "latest", "97", "100"),
        ("annual", "min", "92", "100"),  # 100 − 5 − 2 − 3 + 2
        ("annual", "item_mean", "98.66", "100"),  # 8.33 of 10, 3.33 of 4, 2 of 3, + 2
        ("annual", "year_end_only", "93", "96"),
        ("annual", "sum", "237", "245"),  # 245 − 5 − 2 − 3 + 2
    ],
)
def test_milestones_and_annual_policies_add_up_as_computed_by_hand(
    tieling: Rubric, nodes: Facts, milestone: str, policy: str | None, points: str, marks: str
) -> None:
    sheet = score_sheet(tieling, nodes, milestone=milestone, policy=policy)
    assert (total(sheet), full(sheet)) == (points, marks)
    annual = milestone == "annual"
    assert sheet.policy == ((policy or "latest") if annual else None)
    assert sheet.warnings == (("annual_policy_not_printed",) if annual else ())
    assert (sheet.veto, sheet.pending, sheet.grade, dict(sheet.sections)) == (None, False, None, {})


def test_an_annual_sheet_tells_each_items_share(tieling: Rubric, nodes: Facts) -> None:
    sheet = score_sheet(tieling, nodes, milestone="annual", policy="item_mean")
    assert {item: plain(sheet.items[item]) for item in ("T01", "T02", "T05", "N1")} == {
        "T01": "8.33",
        "T02": "4",
        "T05": "2",
        "N1": "5",
    }
    steps = explain_sheet(sheet).steps
    method = "年度合成办法 item_mean（取各印出节点的平均，四舍五入到0.01）"
    assert f"{method}：原文未规定各节点如何合成，按此办法取各项得分。" in steps
    assert "T01（T01-H1 10分、T01-Q3 5分、T01-Y 10分）取8.33分。" in steps
    assert explain_sheet(sheet).inputs["policy"] == "item_mean"


@pytest.mark.parametrize(
    ("policy", "counted"),
    [("latest", 24), ("min", 60), ("item_mean", 60), ("year_end_only", 23), ("sum", 60)],
)
def test_an_annual_sheet_misses_only_what_its_policy_counts(
    tieling: Rubric, policy: str, counted: int
) -> None:
    sheet = score_sheet(tieling, {}, milestone="annual", policy=policy)
    assert (len(sheet.missing), total(sheet)) == (counted, "0")


def test_an_unreported_node_counts_as_nothing_even_in_a_mean(tieling: Rubric, nodes: Facts) -> None:
    del nodes["T01-H1"]
    sheet = score_sheet(tieling, nodes, milestone="annual", policy="item_mean")
    assert (plain(sheet.items["T01"]), sheet.missing) == ("5", ("T01-H1",))


@pytest.mark.parametrize(
    ("milestone", "policy", "code"),
    [
        (None, None, "missing_input"),
        ("Q2", None, "bad_choice"),
        ("annual", "best", "bad_choice"),
        ("H1", "latest", "inconsistent"),
    ],
)
def test_a_milestone_that_does_not_exist_is_refused(
    tieling: Rubric, milestone: str | None, policy: str | None, code: str
) -> None:
    with pytest.raises(ScoringError) as error:
        score_sheet(tieling, {}, milestone=milestone, policy=policy)
    assert error.value.code == code


def test_the_assessors_points_take_the_bonus_with_them(tieling: Rubric) -> None:
    values = {"funding_current": "120", "funding_previous": "100", "assessed_points": "2.5"}
    line = score_leaf(tieling, "T04-Y", values)
    assert (line.points, line.base, line.bonus) == (line.assessed, line.assessed, ZERO)
    assert (line.computed, line.gap) == (Decimal(5), False)
    assert line.why().steps[-1] == "考核方核定2.5分，替代按填报计算的5分。"


def test_an_accident_that_nobody_spoke_of_is_warned_about(tieling: Rubric) -> None:
    line = score_leaf(tieling, "T20-Y", {"level": "full"})
    assert (line.points, line.warnings) == (Decimal(4), ("accident_not_reported",))
    assert "未填报" in line.why().steps[-1]
    assert score_leaf(tieling, "T20-Y", {"level": "full", "major_accident_count": 0}).warnings == ()
