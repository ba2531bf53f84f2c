"""Lines whose marks the document leaves to an overlay, references, and points on top."""

from dataclasses import replace
from decimal import Decimal

import pytest

from scoring.engine import score_leaf, score_sheet
from scoring.explanation import explain_sheet
from scoring.model import Bonus, Rubric
from scoring.sheet import ScoreSheet
from tests.scoring.papers import criterion_toml, rubric_of

RATE = '{ name = "rate", type = "percent", label = "合格率" }'
GOAL = '{ name = "goal", type = "percent", label = "目标值", above = 0, from = "overlay" }'
VETO = """
[veto]
code = "V1"
grade = "d"
""" + criterion_toml(
    "V1",
    "",
    """{ name = "event_status", type = "choice", label = "事件", choices = [
  { value = "none", label = "未发生" }, { value = "preliminary", label = "待认定" },
  { value = "confirmed", label = "已认定" } ] }""",
    '{ kind = "veto", input = "event_status" }',
)
OPEN = criterion_toml("1", "", f"{RATE}, {GOAL}", '{ kind = "unpriced", actual = "rate", target = "goal" }')
REFERENCE = criterion_toml("2", "", RATE, '{ kind = "reference", input = "rate" }')
PAPER = rubric_of(VETO + OPEN + REFERENCE)


@pytest.mark.parametrize(
    ("rate", "met", "ratio"), [("90", True, Decimal(1)), ("89.99", False, Decimal("0.9999"))]
)
def test_a_line_without_marks_is_compared_with_its_target_but_not_scored(
    rate: str, met: bool, ratio: Decimal
) -> None:
    line = score_leaf(PAPER, "1", {"rate": rate, "goal": "90"})
    assert line.error is not None
    assert (line.state, line.error.code, line.points) == ("unpriced", "overlay_required", None)
    assert (line.met, line.ratio) == (met, ratio)


def test_the_comparison_is_explained() -> None:
    line = score_leaf(PAPER, "1", {"rate": "90", "goal": "90"})
    steps = line.criterion.rule.steps(line.inputs.values, line.criterion.context(None))
    assert steps[1:] == ["达到目标值；实现值÷目标值＝1。"]
    assert line.criterion.rule.steps({}, line.criterion.context(None)) == [
        "原文没有印分值和评分标准（另行制定），没有补充方案不计分。"
    ]


def test_the_overlays_target_is_not_missed_before_there_is_an_overlay() -> None:
    assert score_leaf(PAPER, "1", {"rate": "90"}).state == "unpriced"
    missing = score_leaf(PAPER, "1", {"goal": "90"})
    assert missing.error is not None
    assert (missing.state, missing.error.code) == ("missing", "overlay_required")
    assert score_leaf(PAPER, "1", {"rate": "101"}).state == "invalid"


def sheet(status: str | None) -> ScoreSheet:
    facts: dict[str, dict[str, object]] = {"1": {"rate": "90"}, "2": {"rate": "88.5"}}
    return score_sheet(PAPER, facts | ({} if status is None else {"V1": {"event_status": status}}))


def test_a_sheet_without_marks_has_no_total_but_keeps_everything_else() -> None:
    found = sheet("none")
    assert found.error is not None
    assert (found.error.code, found.points, found.full) == ("overlay_required", None, None)
    assert found.references == {"2": Decimal("88.5")}
    assert [line.state for line in found.lines.values()] == ["scored", "unpriced", "scored"]
    assert explain_sheet(found).steps == (
        "V1：不计分。",
        "1：没有补充方案，不计分。",
        "2：不计分。",
        "没有补充方案（overlay），不计总分。",
    )


@pytest.mark.parametrize(
    ("status", "grade", "veto", "pending"),
    [("none", None, False, False), ("preliminary", None, False, True), ("confirmed", "d", True, False)],
)
def test_the_vetos_grade_works_without_a_total(
    status: str, grade: str | None, veto: bool, pending: bool
) -> None:
    found = sheet(status)
    assert (found.grade, found.veto, found.pending) == (grade, veto, pending)


def test_an_unreported_veto_withholds_the_grade() -> None:
    assert sheet(None).pending
    assert sheet(None).missing == ("V1",)


def test_a_reference_is_shown_and_never_counted() -> None:
    line = score_leaf(PAPER, "2", {"rate": "88.5"})
    assert (line.points, line.reference) == (None, Decimal("88.5"))
    assert line.why().steps == ("合格率 88.5：只作参考，不进总分。",)


COUNT = '{ name = "n", type = "count", label = "件数" }'
CHECKLIST = '{ kind = "checklist", items = [{ when = "n > 0", points = 5 }] }'


def on_top(total_max: Decimal | None) -> Rubric:
    paper = rubric_of(criterion_toml("1", "5", COUNT, CHECKLIST) + criterion_toml("2", "5", COUNT, CHECKLIST))
    plain_line, top = paper.criteria
    part = replace(top.rule.parts[0], on_top=True)
    top = replace(top, rule=replace(top.rule, parts=(part,)))
    return replace(paper, criteria=(plain_line, top), bonus=Bonus("2", Decimal(5), total_max))


@pytest.mark.parametrize(("total_max", "points"), [(None, 10), (Decimal(8), 8), (Decimal(10), 10)])
def test_points_on_top_are_bonus_and_may_be_limited(total_max: Decimal | None, points: int) -> None:
    rubric = on_top(total_max)
    found = score_sheet(rubric, {"1": {"n": 1}, "2": {"n": 1}})
    assert (found.points, found.full, found.bonus) == (Decimal(points), Decimal(5), Decimal(5))
    line = score_leaf(rubric, "2", {"n": 1})
    assert (line.points, line.base, line.bonus) == (Decimal(5), Decimal(0), Decimal(5))
    assert line.why().steps[-1] == "计入加分，不在满分之内。"
