"""Sections whose heading and lines differ, deductions, grades with gaps, on made-up rubrics."""

from decimal import Decimal

import pytest

from scoring.decimals import ZERO, plain
from scoring.engine import grade, rescore, score_sheet
from scoring.errors import ScoringError
from scoring.explanation import explain_sheet
from scoring.grading import grade_steps
from scoring.model import Rubric
from tests.scoring.papers import criterion_toml, rubric_of

N = '{ name = "n", type = "count", label = "件数" }'
RULE = '{ kind = "deduct", deductions = [{ each = 1, count = "n" }] }'


def section_rubric() -> Rubric:
    return rubric_of(
        """
sections = [
  { name = "4", printed = 16, policies = ["scale", "cap", "raw"] },
  { name = "5" },
]
"""
        + criterion_toml("4.1", "18", N, RULE, 'section = "4"')
        + criterion_toml("5.1", "2", N, RULE, 'section = "5"')
        + criterion_toml(
            "5.2",
            "",
            N,
            '{ kind = "deduct", from = 0, floor = -6, marks = 0, deductions = [{ each = 1, count = "n" }] }',
            'section = "5"',
        )
    )


def facts(short: int, events: int = 0) -> dict[str, dict[str, object]]:
    return {"4.1": {"n": short}, "5.1": {"n": 0}, "5.2": {"n": events}}


@pytest.mark.parametrize(
    ("policy", "short", "points", "marks"),
    [
        (None, 0, "18", "18"),
        ("scale", 7, "11.78", "18"),  # 11 × 16 ÷ 18 = 9.777… → 9.78
        ("cap", 1, "18", "18"),
        ("cap", 3, "17", "18"),
        ("raw", 1, "19", "20"),
    ],
)
def test_a_section_is_squared_with_its_heading_by_the_chosen_policy(
    policy: str | None, short: int, points: str, marks: str
) -> None:
    chosen = {} if policy is None else {"4": policy}
    sheet = score_sheet(section_rubric(), facts(short), section_policies=chosen)
    assert sheet.points is not None
    assert sheet.full is not None
    assert (plain(sheet.points), plain(sheet.full)) == (points, marks)
    assert sheet.warnings == ("section_sum_mismatch:4",)


def test_a_changed_line_is_squared_as_the_sheet_was_unless_told_otherwise() -> None:
    sheet = score_sheet(section_rubric(), facts(3), section_policies={"4": "raw"})
    again = rescore(sheet, "4.1", {"n": 1})
    assert (again.points, again.full) == (Decimal(19), Decimal(20))
    assert rescore(sheet, "4.1", {"n": 1}, section_policies={"4": "cap"}).points == Decimal(18)


def test_deductions_do_not_take_a_section_below_nothing() -> None:
    sheet = score_sheet(section_rubric(), facts(0, events=5))
    assert (sheet.sections["5"], sheet.lines["5.2"].points) == (ZERO, Decimal(-5))
    assert sheet.points == Decimal(16)


@pytest.mark.parametrize(
    ("chosen", "code"),
    [({"5": "cap"}, "unknown_input"), ({"9": "cap"}, "unknown_input"), ({"4": "x"}, "bad_choice")],
)
def test_a_policy_that_a_section_does_not_take_is_refused(chosen: dict[str, str], code: str) -> None:
    with pytest.raises(ScoringError) as error:
        score_sheet(section_rubric(), facts(0), section_policies=chosen)
    assert error.value.code == code


@pytest.fixture(scope="module")
def graded() -> Rubric:
    status = """{ name = "event_status", type = "choice", label = "事件", choices = [
      { value = "none", label = "未发生" }, { value = "confirmed", label = "已认定" } ] }"""
    return rubric_of(
        """
total_max = 100
[grades]
bands = [
  { grade = "a", min = 95, printed = "95分及以上" },
  { grade = "b", min = 85, printed = "85—94分" },
  { grade = "d", printed = "84分及以下" },
]
gaps = [{ above = 94, below = 95 }, { above = 84, below = 85 }]
[veto]
code = "V1"
grade = "d"
"""
        + criterion_toml("1", "100", N, RULE)
        + criterion_toml("V1", "", status, '{ kind = "veto", input = "event_status" }')
    )


@pytest.mark.parametrize(
    ("total", "expected", "in_gap"),
    [
        ("100", "a", False),
        ("95", "a", False),
        ("94.99", "b", True),
        ("94", "b", False),
        ("85", "b", False),
        ("84.5", "d", True),
        ("84", "d", False),
        ("0", "d", False),
    ],
)
def test_a_total_in_a_printed_gap_takes_the_lower_grade_and_says_so(
    graded: Rubric, total: str, expected: str, in_gap: bool
) -> None:
    found = grade(graded, Decimal(total))
    assert (found.grade, found.in_gap, found.veto, found.pending) == (expected, in_gap, False, False)


@pytest.mark.parametrize(
    ("veto", "expected", "pending"),
    [("none", "a", False), ("preliminary", None, True), ("confirmed", "d", False)],
)
def test_the_events_status_comes_before_the_bands(
    graded: Rubric, veto: str, expected: str | None, pending: bool
) -> None:
    found = grade(graded, Decimal(96), veto)
    assert (found.grade, found.pending, found.veto) == (expected, pending, veto == "confirmed")


@pytest.mark.parametrize("total", ["-0.01", "100.01"])
def test_a_total_off_the_printed_scale_is_refused(graded: Rubric, total: str) -> None:
    with pytest.raises(ScoringError, match="应在0与100之间"):
        grade(graded, Decimal(total))


def test_without_a_printed_scale_only_a_negative_total_is_refused() -> None:
    plain_rubric = rubric_of(criterion_toml("1", "5", N, RULE))
    assert grade(plain_rubric, Decimal(999)).grade is None
    with pytest.raises(ScoringError, match="不能小于0"):
        grade(plain_rubric, Decimal(-1))
    with pytest.raises(ScoringError) as error:
        grade(plain_rubric, Decimal(5), "confirmed")
    assert error.value.code == "unknown_input"


def test_an_unknown_status_is_refused(graded: Rubric) -> None:
    with pytest.raises(ScoringError) as error:
        grade(graded, Decimal(96), "maybe")
    assert error.value.code == "bad_choice"


def test_a_sheet_is_graded_by_its_own_total(graded: Rubric) -> None:
    sheet = score_sheet(graded, {"1": {"n": 5}, "V1": {"event_status": "none"}})
    assert (sheet.points, sheet.grade, sheet.in_gap) == (Decimal(95), "a", False)


def test_a_veto_line_tells_the_status(graded: Rubric) -> None:
    line = score_sheet(graded, {"V1": {"event_status": "confirmed"}}).lines["V1"]
    assert (line.points, line.why().steps) == (None, ("事件：已认定。否决项不计分。",))
    assert (line.full_marks, line.computed) == (None, None)


def test_grades_that_leave_the_bottom_open_give_none_there() -> None:
    open_below = rubric_of(
        '[grades]\nbands = [{ grade = "a", min = 60, printed = "60分及以上" }]\n'
        + criterion_toml("1", "100", N, RULE)
    )
    below = grade(open_below, Decimal(59))
    assert below.grade is None
    assert grade_steps(open_below, Decimal(59), below) == ["总分不在印出的各等次之内，不评定等次。"]


@pytest.mark.parametrize(
    ("total", "status", "steps"),
    [
        ("95", "none", ["等次：a（95分及以上）。"]),
        (
            "94.5",
            "none",
            ["总分94.5分在94分与95分之间，原文未定等次，按起点取较低一等。", "等次：b（85—94分）。"],
        ),
        ("84", "none", ["等次：d（84分及以下）。"]),
        ("94.5", "preliminary", ["否决项待认定或未填报，暂不评定等次。"]),
        ("94.5", "confirmed", ["否决事件已认定，等次一律为d，分数不变。"]),
    ],
)
def test_a_grade_says_where_it_comes_from(graded: Rubric, total: str, status: str, steps: list[str]) -> None:
    given = grade(graded, Decimal(total), status)
    assert grade_steps(graded, Decimal(total), given) == steps


def test_lines_without_sections_are_added_as_they_are() -> None:
    rubric = rubric_of(criterion_toml("1", "5", N, RULE) + criterion_toml("2", "5", N, RULE))
    sheet = score_sheet(rubric, {"1": {"n": 1}, "2": {"n": 2}})
    assert (sheet.points, sheet.full, sheet.bonus) == (Decimal(7), Decimal(10), None)
    assert dict(sheet.sections) == {}
    assert explain_sheet(sheet).steps[-2:] == ("总分7分，满分10分。", "原文没有印各等次的分数，不评定等次。")
