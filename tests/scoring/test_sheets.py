"""Whole sheets of the shipped rubrics, summed by hand."""

import pytest

from rubrics import load
from scoring.decimals import ZERO, plain
from scoring.engine import check_inputs, score_leaf, score_sheet
from scoring.errors import ScoringError, UnknownCode
from scoring.explanation import explain_sheet
from scoring.model import Rubric
from tests.scoring.given_sheets import Facts, first_cases, full, total


@pytest.fixture(scope="module")
def rugao() -> Rubric:
    return load("rugao-2018")


@pytest.fixture
def facts() -> Facts:
    """如皋 at full marks without bonus, as reported for a whole sheet; nothing vetoed."""
    best: Facts = {**first_cases("rugao-2018"), "V1": {"event_status": "none"}}
    best["25"] = {"geo_trademarks": 2, "geo_products": 0, "geo_agri_products": 0}
    best["26"] = {"new_aa_enterprises": 5, "target": 5}
    return best


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


@pytest.mark.parametrize(("milestone", "policy"), [("H1", None), (None, "latest")])
def test_a_rubric_without_milestones_takes_none(
    rugao: Rubric, milestone: str | None, policy: str | None
) -> None:
    with pytest.raises(ScoringError) as error:
        score_sheet(rugao, {}, milestone=milestone, policy=policy)
    assert error.value.code == "unknown_input"
