"""鄂州 2013: section 4 prints 16 and holds 18; who reports and who assesses."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from rubrics import load
from scoring.decimals import plain
from scoring.engine import score_sheet
from scoring.errors import ScoringError
from scoring.explanation import explain_sheet
from scoring.grading import grade
from scoring.sheet import ScoreSheet

EZHOU = load("ezhou-2013")


def facts(**changed: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    """Everything at full marks; `c41={"c3": False}` changes 4.1."""
    found: dict[str, Mapping[str, object]] = {}
    for criterion in EZHOU.criteria:
        if criterion.section == "goals":
            found[criterion.code] = {"actual_percent": "96", "target_percent": "96"}
        elif criterion.code == "V1":
            found["V1"] = {"event_status": "none"}
        else:
            numbers = {item.name: "100" for item in criterion.inputs if item.type == "percent"}
            found[criterion.code] = numbers | {
                item.name: True for item in criterion.inputs if item.type == "bool"
            }
    for name, values in changed.items():
        code = f"{name[1]}.{name[2]}"
        found[code] = {**found[code], **values}
    return found


def sheet(policy: str | None = None, **changed: Mapping[str, object]) -> ScoreSheet:
    return score_sheet(EZHOU, facts(**changed), section_policies={} if policy is None else {"4": policy})


@pytest.mark.parametrize(
    ("policy", "points", "full", "section"),
    [
        (None, "100", "100", "16"),
        ("scale", "100", "100", "16"),
        ("cap", "100", "100", "16"),
        ("raw", "102", "102", "18"),
    ],
)
def test_section_4_is_squared_by_the_policy(policy: str | None, points: str, full: str, section: str) -> None:
    found = sheet(policy)
    assert (plain(found.points or Decimal(0)), plain(found.full or Decimal(0))) == (points, full)
    assert plain(found.sections["4"]) == section
    assert found.warnings == ("section_sum_mismatch:4",)


@pytest.mark.parametrize(("policy", "section"), [("scale", "15.11"), ("cap", "16"), ("raw", "17")])
def test_only_a_cap_hides_a_lost_mark(policy: str, section: str) -> None:
    assert plain(sheet(policy, c41={"c3": False}).sections["4"]) == section


def test_the_scaled_section_is_rounded_once() -> None:
    found = sheet(
        c42={"c3": False}, c43={"c2": False}, c44={"c1": False}, c45={"c1": False}, c47={"c5": False}
    )
    # 3 + 2 + 1 + 1 + 0 + 3 + 2.4 = 12.4; 12.4 × 16 ÷ 18 = 11.0222…
    assert plain(found.sections["4"]) == "11.02"
    squared = "标题印16分、各行共18分，按 scale：12.4 × 16 ÷ 18，四舍五入到0.01"
    added = "质量宏观管理（4.1、4.2、4.3、4.4、4.5、4.6、4.7）合计12.4分"
    assert f"{added}，{squared}，小计11.02分。" in explain_sheet(found).steps


def test_another_policy_is_refused() -> None:
    with pytest.raises(ScoringError) as refused:
        sheet("half")
    assert refused.value.code == "bad_choice"


def test_an_empty_sheet_is_all_missing_and_pending() -> None:
    found = score_sheet(EZHOU, {})
    assert (found.points, found.missing) == (Decimal(0), tuple(EZHOU.by_code))
    assert (found.grade, found.pending) == (None, True)


def test_only_the_vetos_grade_is_printed() -> None:
    assert grade(EZHOU, Decimal(100)).grade is None
    assert grade(EZHOU, Decimal(100), "confirmed").grade == "D"
    assert grade(EZHOU, Decimal(100), "preliminary").pending
    with pytest.raises(ScoringError, match="应在0与100之间"):
        grade(EZHOU, Decimal("100.01"))


def test_the_districts_report_4_to_6_and_the_departments_the_goals() -> None:
    by = {criterion.code: criterion.reported_by for criterion in EZHOU.criteria}
    assert {code for code, who in by.items() if who == "unit"} == {"1.1", "1.2", "1.3", "2.1", "3.1", "V1"}
    assert EZHOU.criterion("1.2").reporter == "市食品药品监管局"
    assert EZHOU.criterion("V1").reporter == "考核组"


def test_what_is_assessed_is_entered_by_the_first_named_department() -> None:
    for criterion in EZHOU.criteria:
        entered = {item.entered_by for item in criterion.inputs if item.source == "assessor"}
        first = "考核组" if criterion.code == "V1" else criterion.named_units[0]
        assert entered == {(first,)}, criterion.code
