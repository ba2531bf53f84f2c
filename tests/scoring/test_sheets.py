"""Whole sheets of the shipped rubrics, summed by hand."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from rubrics import folder_of, load
from rubrics.worked import worked_cases
from scoring.decimals import ZERO, plain
from scoring.engine import check_inputs, score_leaf, score_sheet
from scoring.errors import ScoringError, UnknownCode
from scoring.explanation import explain_sheet
from scoring.model import Rubric
from scoring.sheet import ScoreSheet

Facts = dict[str, Mapping[str, object]]


def first_cases(name: str) -> Facts:
    """The first worked case of every criterion, full marks in the shipped rubrics."""
    facts: Facts = {}
    for case in worked_cases(folder_of(name)):
        facts.setdefault(case.code, case.inputs)
    return facts


@pytest.fixture(scope="module")
def rugao() -> Rubric:
    return load("rugao-2018")


@pytest.fixture(scope="module")
def tieling() -> Rubric:
    return load("tieling-2015")


@pytest.fixture(scope="module")
def towns() -> Rubric:
    return load("rugao-2018-towns")


@pytest.fixture
def facts() -> Facts:
    """如皋 at full marks without bonus, as reported for a whole sheet; nothing vetoed."""
    best: Facts = {**first_cases("rugao-2018"), "V1": {"event_status": "none"}}
    best["25"] = {"geo_trademarks": 2, "geo_products": 0, "geo_agri_products": 0}
    best["26"] = {"new_aa_enterprises": 5, "target": 5}
    return best


def total(sheet: ScoreSheet) -> str | None:
    return None if sheet.points is None else plain(sheet.points)


def full(sheet: ScoreSheet) -> str | None:
    return None if sheet.full is None else plain(sheet.full)


def test_a_full_sheet_has_the_marks_of_its_lines(rugao: Rubric, facts: Facts) -> None:
    sheet = score_sheet(rugao, facts)
    assert (total(sheet), full(sheet)) == ("100", "100")
    assert {name: plain(points) for name, points in sheet.sections.items()} == {
        "质量宏观管理": "26",
        "质量安全监管": "28",
        "质量基础建设": "14",
        "质量结果": "32",
    }
    assert (sheet.missing, sheet.invalid, sheet.error, sheet.warnings) == ((), (), None, ())


def test_the_bonus_comes_on_top_of_the_full_marks(rugao: Rubric, facts: Facts) -> None:
    sheet = score_sheet(rugao, {**facts, "B": {"luban_prize": 30}})
    assert sheet.bonus is not None
    assert (total(sheet), full(sheet), plain(sheet.bonus)) == ("105", "100", "5")
    assert sum(sheet.sections.values()) == 100


def test_lines_stand_in_document_order_whatever_the_order_of_the_facts(rugao: Rubric, facts: Facts) -> None:
    backwards = dict(reversed(facts.items()))
    assert list(score_sheet(rugao, backwards).lines) == [criterion.code for criterion in rugao.criteria]


def test_what_is_not_reported_adds_nothing_and_is_listed(rugao: Rubric, facts: Facts) -> None:
    del facts["19.4"], facts["3.2"]
    sheet = score_sheet(rugao, facts)
    assert (total(sheet), sheet.missing) == ("96", ("3.2", "19.4"))


def test_a_line_reported_in_part_is_missing(rugao: Rubric, facts: Facts) -> None:
    facts["1"] = {"plan_status": "issued", "product_action": True}
    sheet = score_sheet(rugao, facts)
    assert (total(sheet), sheet.missing, sheet.lines["1"].state) == ("95", ("1",), "missing")


def test_a_bonus_that_nobody_reported_is_none(rugao: Rubric, facts: Facts) -> None:
    del facts["B"]
    sheet = score_sheet(rugao, facts)
    assert (sheet.bonus, sheet.missing) == (ZERO, ())


def test_a_refused_value_makes_its_line_invalid_and_is_told(rugao: Rubric, facts: Facts) -> None:
    sheet = score_sheet(rugao, {**facts, "19.2": {"provincial_pass_rate": "101"}})
    assert (sheet.invalid, sheet.lines["19.2"].points) == (("19.2",), None)
    assert sheet.error is not None
    assert sheet.error.code == "out_of_range"


def test_facts_of_an_unknown_code_are_refused(rugao: Rubric) -> None:
    with pytest.raises(UnknownCode) as error:
        score_sheet(rugao, {"19": {}})
    assert error.value.message == "rugao-2018 没有编号为“19”的考核要点。"


@pytest.mark.parametrize(
    ("status", "grade", "veto", "pending"),
    [("none", None, False, False), ("preliminary", None, False, True), ("confirmed", "未完成", True, False)],
)
def test_a_veto_changes_the_grade_and_never_the_points(
    rugao: Rubric, facts: Facts, status: str, grade: str | None, veto: bool, pending: bool
) -> None:
    sheet = score_sheet(rugao, {**facts, "V1": {"event_status": status}})
    assert (sheet.grade, sheet.veto, sheet.pending, total(sheet)) == (grade, veto, pending, "100")


def test_a_sheet_without_the_veto_status_withholds_the_grade(rugao: Rubric, facts: Facts) -> None:
    del facts["V1"]
    sheet = score_sheet(rugao, facts)
    assert (sheet.missing, sheet.pending, sheet.grade, sheet.veto) == (("V1",), True, None, False)


def test_checked_inputs_score_as_reported_ones(rugao: Rubric) -> None:
    criterion = rugao.criterion("19.2")
    inputs = check_inputs(criterion, {"provincial_pass_rate": "91.5"})
    assert score_leaf(rugao, criterion, inputs).points == score_leaf(rugao, "19.2", inputs.raw).points


def test_inputs_checked_in_part_make_a_missing_line(rugao: Rubric) -> None:
    inputs = check_inputs(rugao.criterion("8"), {"funding": "5"}, partial=True)
    line = score_leaf(rugao, "8", inputs)
    assert line.error is not None
    assert (line.state, line.error.code, line.error.input) == ("missing", "missing_input", "funding_prev")
    assert line.why().steps == ("8 还缺：“上年度质量工作财政经费投入（同口径）（万元）”。",)


@pytest.mark.parametrize(
    ("name", "code", "lacking", "subject"),
    [
        ("tieling-2015", "T01-H1", "level", None),
        ("rugao-2018", "V1", "event_status", None),
        ("rugao-2018", "2", "leading_body_formed", None),
        ("rugao-2018-towns", "2", "nantong_brand_applications", "磨头"),
    ],
)
def test_no_kind_of_rule_scores_inputs_that_are_not_there(
    name: str, code: str, lacking: str, subject: str | None
) -> None:
    rubric = load(name)
    inputs = check_inputs(rubric.criterion(code), {}, partial=True)
    line = score_leaf(rubric, code, inputs, subject=subject)
    assert line.error is not None
    assert (line.state, line.error.input, line.points, line.met) == ("missing", lacking, None, None)


def test_a_sheet_explains_every_line_and_the_sum(rugao: Rubric, facts: Facts) -> None:
    del facts["3.2"]
    facts["19.2"] = {"provincial_pass_rate": "x"}
    why = explain_sheet(score_sheet(rugao, {**facts, "B": {"luban_prize": 1}}))
    assert "3.2：未填报，不计分。" in why.steps
    assert "19.2：填报有误，不计分。" in why.steps
    assert "19.3：2分。" in why.steps
    assert "V1：不计分。" in why.steps
    assert "B：0.5分（其中加分0.5分）。" in why.steps
    assert "质量基础建设（14、15、16.1、16.2、17.1、17.2）合计14分，小计14分。" in why.steps
    assert why.steps[-2:] == (
        "总分97.5分（含加分0.5分），满分100分。",
        "原文没有印各等次的分数，不评定等次。",
    )
    assert (why.rubric, why.version, why.reading) == ("rugao-2018", rugao.version, rugao.total.reading)


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


@pytest.mark.parametrize(("milestone", "policy"), [("H1", None), (None, "latest")])
def test_a_rubric_without_milestones_takes_none(
    rugao: Rubric, milestone: str | None, policy: str | None
) -> None:
    with pytest.raises(ScoringError) as error:
        score_sheet(rugao, {}, milestone=milestone, policy=policy)
    assert error.value.code == "unknown_input"


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
