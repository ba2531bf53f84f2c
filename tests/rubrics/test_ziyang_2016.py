"""资阳 2016 as it is asked about: nothing is scored without an overlay, the veto always works."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from rubrics import load
from rubrics.cases import answer
from rubrics.overlays import parse_overlay
from tests.rubrics.overlay import overlay, weights

ZIYANG = load("ziyang-2016")
LOADED = {"made-up": parse_overlay(overlay())}


def asked(code: str, **inputs: object) -> dict[str, object]:
    return asked_of(None, code, inputs)


def asked_of(subject: str | None, code: str, inputs: Mapping[str, object]) -> dict[str, object]:
    case = {"id": "x", "rubric": "ziyang-2016", "code": code, "inputs": inputs, "subject": subject}
    return answer(case, LOADED)


def test_no_line_prints_a_mark() -> None:
    assert ZIYANG.unpriced
    assert all(item.full_marks is None for item in ZIYANG.criteria)
    assert sum(item.rule.unpriced for item in ZIYANG.criteria) == 23


def test_the_counties_report_for_themselves() -> None:
    by = {item.code: item.reported_by for item in ZIYANG.criteria}
    assert {code for code, who in by.items() if who == "unit"} == {"V1", "8.1"}


@pytest.mark.parametrize(
    ("code", "inputs"),
    [
        ("1.1", {"actual_percent": "97", "target_percent": "98"}),
        ("1.1", {}),
        ("E.1", {"assessed_points": "5"}),
        ("6.3", {"assessed_points": "1"}),
        ("$total", {"facts": {}}),
        ("$total", {"facts": {"V1": {"event_status": "confirmed"}}}),
    ],
)
def test_points_and_totals_need_an_overlay(code: str, inputs: dict[str, object]) -> None:
    assert asked_of(None, code, inputs)["error"] == "overlay_required"


def test_a_wrong_value_is_refused_before_an_overlay_is_asked_for() -> None:
    assert asked("1.1", actual_percent="97%")["error"] == "bad_type"
    assert asked("8.2", assessed_points="1")["error"] == "unknown_code"


def test_public_opinion_is_a_reference() -> None:
    for inputs in ({}, {"overlay": "made-up"}):
        found = asked_of(None, "8.1", {"satisfaction_percent": "90", **inputs})
        assert (found["points"], found["reference"]) == (None, True)


@pytest.mark.parametrize(
    ("status", "veto", "pending", "grade"),
    [("none", False, False, None), ("preliminary", False, True, None), ("confirmed", True, False, "d")],
)
@pytest.mark.parametrize("inputs", [{}, {"overlay": "made-up"}])
def test_the_veto_works_with_and_without_an_overlay(
    status: str, veto: bool, pending: bool, grade: str | None, inputs: dict[str, object]
) -> None:
    found = asked_of(None, "V1", {"event_status": status, **inputs})
    assert (found["points"], found["veto"], found["pending"], found["grade"]) == (None, veto, pending, grade)


@pytest.mark.parametrize(
    ("total", "grade", "in_gap"),
    [
        ("100", "a", False),
        ("95", "a", False),
        ("94.99", "b", True),
        ("94.01", "b", True),
        ("94", "b", False),
        ("85", "b", False),
        ("84.5", "c", True),
        ("84", "c", False),
        ("60", "c", False),
        ("59.99", "d", True),
        ("59", "d", False),
        ("0", "d", False),
    ],
)
def test_a_total_between_two_grades_takes_the_lower_and_says_so(total: str, grade: str, in_gap: bool) -> None:
    found = asked("$grade", total=total)
    assert (found["grade"], found["in_gap"], found["points"]) == (grade, in_gap, None)


def test_a_grade_is_withheld_or_set_by_the_veto() -> None:
    assert asked("$grade", total="100", veto="confirmed")["grade"] == "d"
    withheld = asked("$grade", total="100", veto="preliminary", overlay="made-up")
    assert (withheld["grade"], withheld["pending"]) == (None, True)
    assert asked("$grade", total="100.01")["error"] == "out_of_range"


def facts() -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    marks = weights()
    for item in ZIYANG.criteria:
        if "actual_percent" in item.input_by_name:
            found[item.code] = {"actual_percent": "98", "target_percent": "98"}
        elif item.code in marks:
            found[item.code] = {"assessed_points": marks[item.code]}
    return found | {"V1": {"event_status": "none"}, "8.1": {"satisfaction_percent": "90"}}


def test_a_sheet_is_scored_with_a_loaded_overlay_or_one_that_comes_along() -> None:
    for given in ("made-up", overlay()):
        found = asked("$total", facts=facts(), overlay=given)
        assert (found["points"], found["full"], found["grade"]) == ("100", "100", "a")
        assert found["sections"] == {"goals": "40", "measures": "60"}
        assert (found["missing"], found["warnings"]) == ([], ["overlay_unsigned"])
        assert found["reference"] == {"8.1": "90"}


def test_a_line_that_is_missing_adds_nothing_and_is_listed() -> None:
    given = {code: values for code, values in facts().items() if code not in ("2.1", "V1")}
    found = asked("$total", facts=given, overlay="made-up")
    assert (found["points"], found["missing"], found["pending"]) == ("94", ["2.1", "V1"], True)


def test_a_confirmed_event_leaves_the_points_alone() -> None:
    found = asked("$total", facts=facts() | {"V1": {"event_status": "confirmed"}}, overlay="made-up")
    assert (found["points"], found["grade"], found["veto"]) == ("100", "d", True)


def test_each_county_is_scored_against_its_own_target() -> None:
    written = overlay(targets={"1.1": {"雁江区": "98", "安岳县": "49"}})
    for subject, points in (("雁江区", "4"), ("安岳县", "8")):
        given = {"actual_percent": "49", "overlay": written}
        assert asked_of(subject, "1.1", given)["points"] == points
    assert asked("1.1", actual_percent="49", overlay=written)["error"] == "missing_input"


def test_an_overlay_is_valid_or_not() -> None:
    found = asked("$overlay", overlay=overlay())
    assert (found["points"], found["valid"]) == (None, True)
    why = found["why"]
    assert isinstance(why, dict)
    assert why["steps"] == ("质量目标：各项分值合计40分。", "质量措施：各项分值合计60分。")
    assert asked("$overlay", overlay="made-up")["valid"]
    assert asked("$overlay", overlay=overlay(weights=weights(w11="7.99")))["error"] == "overlay_invalid"


@pytest.mark.parametrize(
    ("inputs", "error"),
    [
        ({}, "missing_input"),
        ({"overlay": "unheard-of"}, "overlay_invalid"),
        ({"overlay": 5}, "overlay_invalid"),
        ({"overlay": {}}, "overlay_invalid"),
        ({"overlay": None}, "overlay_invalid"),
        ({"overlay": "made-up", "facts": {}}, "unknown_input"),
    ],
)
def test_an_overlay_that_cannot_be_judged(inputs: dict[str, object], error: str) -> None:
    assert asked_of(None, "$overlay", inputs)["error"] == error


def test_an_overlay_that_does_not_fit_scores_nothing() -> None:
    wrong = overlay(weights=weights(w11="7.99"))
    for code, inputs in (("4.1", {"assessed_points": "1"}), ("V1", {"event_status": "none"})):
        assert asked_of(None, code, {**inputs, "overlay": wrong})["error"] == "overlay_invalid"


def test_the_schedule_is_kept_as_printed() -> None:
    assert {duty.id: duty.printed for duty in ZIYANG.schedule} == {
        "targets": "每年年初",
        "self_report": "年末",
        "rectification": "考核结果公告后1个月内",
    }
    assert ZIYANG.total_max == Decimal(100)
