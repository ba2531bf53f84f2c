"""One line of JSON in, one answer out, whatever the line holds."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rubrics.cases import answer, answer_line

ERRORS = {
    "missing_input",
    "unknown_input",
    "bad_choice",
    "bad_type",
    "out_of_range",
    "inconsistent",
    "unknown_code",
    "overlay_required",
    "overlay_invalid",
}


def leaf(code: str, inputs: object, rubric: str = "rugao-2018", **more: object) -> dict[str, object]:
    return answer({"id": "x", "rubric": rubric, "code": code, "inputs": inputs, **more})


def test_an_answer_holds_points_and_why() -> None:
    given = leaf("19.2", {"provincial_pass_rate": "91.5"})
    assert (given["id"], given["points"], given["gap"], given["provisional"]) == ("x", "0.5", False, False)
    why = given["why"]
    assert isinstance(why, dict)
    assert why["inputs"] == {"provincial_pass_rate": "91.5"}
    assert why["steps"] == ("产品省级监督抽查合格率（%） 91.5：属于“≥90”这一档，得0.5分。",)
    assert "达90%（含90%）—92%的得0.5分" in why["clause"]
    assert why["rubric"] == "rugao-2018"
    assert len(why["version"]) == 12


def test_a_bonus_is_told_apart_from_its_base() -> None:
    given = leaf("T04-Y", {"funding_current": "2", "funding_previous": "1"}, "tieling-2015")
    assert (given["points"], given["base"], given["bonus"]) == ("5", "3", "2")


def test_a_warning_is_told() -> None:
    assert leaf("T20-Y", {"level": "full"}, "tieling-2015")["warnings"] == ["accident_not_reported"]


@pytest.mark.parametrize(
    ("status", "veto", "pending", "grade"),
    [("none", False, False, None), ("preliminary", False, True, None), ("confirmed", True, False, "未完成")],
)
def test_a_veto_has_no_points_and_its_grade(
    status: str, veto: bool, pending: bool, grade: str | None
) -> None:
    given = leaf("V1", {"event_status": status})
    assert given["points"] is None
    assert (given["veto"], given["pending"], given["grade"]) == (veto, pending, grade)


def test_a_town_is_met_or_missed() -> None:
    given = leaf("12", {"new_certified_enterprises": 5}, "rugao-2018-towns", subject="如城街道")
    assert (given["points"], given["met"], given["ratio"]) == (None, False, "0.8333")


def test_a_total_tells_what_it_is_made_of() -> None:
    given = leaf("$total", {"facts": {"3.2": {"township_quality_assessment": True}, "B": {"luban_prize": 1}}})
    assert (given["points"], given["full"], given["bonus"], given["grade"]) == ("2.5", "100", "0.5", None)
    assert (given["veto"], given["pending"], given["gap"], given["warnings"]) == (False, True, False, [])
    missing = given["missing"]
    assert isinstance(missing, list)
    assert (missing[0], missing[-1], len(missing)) == ("1", "V1", 58)


def test_an_annual_total_names_its_policy() -> None:
    given = leaf("$total", {"facts": {}, "milestone": "annual"}, "tieling-2015")
    assert (given["policy"], given["warnings"]) == ("latest", ["annual_policy_not_printed"])
    assert "veto" not in given


def test_a_towns_total_counts_tasks() -> None:
    facts = {"12": {"new_certified_enterprises": 6}}
    given = leaf("$total", {"facts": facts}, "rugao-2018-towns", subject="如城街道")
    assert (given["points"], given["full"], given["assigned"], given["met"]) == (None, None, 13, 1)
    rows = given["rows"]
    assert isinstance(rows, dict)
    assert rows["12"] == {"met": True, "ratio": "1"}
    assert rows["13"] == {"met": None, "ratio": None}


def test_a_refused_fact_refuses_the_total() -> None:
    given = leaf("$total", {"facts": {"19.2": {"provincial_pass_rate": "101"}}})
    assert given["error"] == "out_of_range"
    assert given["message"] == "19.2：“产品省级监督抽查合格率（%）”不能大于100。"


@pytest.mark.parametrize(
    ("inputs", "grade"), [({"total": "105"}, None), ({"total": "60", "veto": "confirmed"}, "未完成")]
)
def test_a_grade_is_given_where_one_is_printed(inputs: dict[str, object], grade: str | None) -> None:
    given = leaf("$grade", inputs)
    assert (given["points"], given["grade"], given["in_gap"]) == (None, grade, False)
    assert "why" in given


@pytest.mark.parametrize(("veto", "grade"), [(True, "未完成"), (False, None), ("preliminary", None)])
def test_a_veto_may_be_said_as_yes_or_no(veto: object, grade: str | None) -> None:
    assert leaf("$grade", {"total": "90", "veto": veto})["grade"] == grade


@pytest.mark.parametrize(
    ("case", "error"),
    [
        (None, "bad_type"),
        ([], "bad_type"),
        ({}, "missing_input"),
        ({"rubric": 5}, "bad_type"),
        ({"rubric": "nowhere-2020", "code": "1", "inputs": {}}, "unknown_code"),
        ({"rubric": "../rugao-2018", "code": "1", "inputs": {}}, "unknown_code"),
        ({"rubric": "rugao-2018", "inputs": {}}, "missing_input"),
        ({"rubric": "rugao-2018", "code": "1"}, "missing_input"),
        ({"rubric": "rugao-2018", "code": "1", "inputs": []}, "bad_type"),
        ({"rubric": "rugao-2018", "code": ["1"], "inputs": {}}, "bad_type"),
        ({"rubric": "rugao-2018", "code": "$sum", "inputs": {}}, "unknown_code"),
        ({"rubric": "rugao-2018-towns", "code": "1", "inputs": {}, "subject": 7}, "bad_type"),
        ({"rubric": "rugao-2018-towns", "code": "1", "inputs": {}}, "missing_input"),
        ({"rubric": "rugao-2018", "code": "$total", "inputs": {}}, "missing_input"),
        ({"rubric": "rugao-2018", "code": "$total", "inputs": {"facts": []}}, "bad_type"),
        ({"rubric": "rugao-2018", "code": "$total", "inputs": {"facts": {"1": None}}}, "bad_type"),
        ({"rubric": "rugao-2018", "code": "$total", "inputs": {"facts": {"1": 5}}}, "bad_type"),
        ({"rubric": "rugao-2018", "code": "$total", "inputs": {"facts": {"99": {}}}}, "unknown_code"),
        ({"rubric": "rugao-2018", "code": "$total", "inputs": {"facts": {}, "extra": 1}}, "unknown_input"),
        ({"rubric": "tieling-2015", "code": "$total", "inputs": {"facts": {}}}, "missing_input"),
        ({"rubric": "tieling-2015", "code": "$total", "inputs": {"facts": {}, "milestone": 1}}, "bad_type"),
        ({"rubric": "rugao-2018", "code": "$grade", "inputs": {}}, "missing_input"),
        ({"rubric": "rugao-2018", "code": "$grade", "inputs": {"total": "abc"}}, "bad_type"),
        ({"rubric": "rugao-2018", "code": "$grade", "inputs": {"total": 95}}, "bad_type"),
        ({"rubric": "rugao-2018", "code": "$grade", "inputs": {"total": "-1"}}, "out_of_range"),
        ({"rubric": "rugao-2018", "code": "$grade", "inputs": {"total": "1", "x": 1}}, "unknown_input"),
        ({"rubric": "rugao-2018", "code": "$grade", "inputs": {"total": "1", "veto": 5}}, "bad_type"),
        ({"rubric": "rugao-2018", "code": "$grade", "inputs": {"total": "1", "veto": "x"}}, "bad_choice"),
    ],
)
def test_a_wrong_question_is_refused_by_name(case: object, error: str) -> None:
    given = answer(case)
    assert given["error"] == error
    assert given["message"]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"not json",
        b"\xff\xfe\x00",
        b'{"id": "a", "id": "b"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"rubric": "rugao-2018", "code": "25", "inputs": {"geo_products": ' + b"9" * 9000 + b"}}",
        b'{"rubric": "rugao-2018", "code": "25", "inputs": {"geo_products": 1e400}}',
        b'{"rubric": "rugao-2018", "code": "25", "inputs": {"geo_products": NaN}}',
    ],
)
def test_a_hostile_line_gets_a_named_error(line: bytes) -> None:
    given = json.loads(answer_line(line))
    assert given["error"] in ERRORS
    assert given["message"]


def test_a_huge_count_is_out_of_range() -> None:
    given = json.loads(
        answer_line(b'{"rubric":"rugao-2018","code":"B","inputs":{"luban_prize":' + b"9" * 9000 + b"}}")
    )
    assert given["error"] == "out_of_range"


def test_lone_surrogates_come_back_as_they_went_in() -> None:
    line = rb'{"id": "\ud800", "rubric": "rugao-2018", "code": "B", "inputs": {"\udfff": 1}}'
    given = answer_line(line)
    assert rb"\ud800" in given
    assert json.loads(given)["error"] == "unknown_input"


@pytest.mark.parametrize(("case_id", "echoed"), [("a", "a"), (7, 7), (None, None), ([[]], None), (1.5, None)])
def test_only_a_plain_id_is_echoed(case_id: object, echoed: object) -> None:
    assert answer({"id": case_id})["id"] == echoed


def test_an_overlay_that_was_not_loaded_is_refused() -> None:
    assert leaf("19.2", {"provincial_pass_rate": "91.5", "overlay": "nothing"})["error"] == "overlay_invalid"


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
RUBRICS = st.sampled_from(["rugao-2018", "tieling-2015", "rugao-2018-towns"])
CODES = st.sampled_from(["1", "19.4", "B", "V1", "T04-Y", "$total", "$grade", "$overlay", "nothing"])


@settings(max_examples=300)
@given(rubric=RUBRICS | ANY_JSON, code=CODES | ANY_JSON, inputs=ANY_JSON, subject=ANY_JSON)
def test_any_json_gets_an_answer_that_is_json(
    rubric: object, code: object, inputs: object, subject: object
) -> None:
    case = {"id": 1, "rubric": rubric, "code": code, "inputs": inputs, "subject": subject}
    given = json.loads(answer_line(json.dumps(case).encode()))
    assert ("why" in given) != ("error" in given)
    assert given.get("error", "bad_type") in ERRORS


@settings(max_examples=300)
@given(line=st.binary(max_size=60))
def test_any_bytes_get_an_answer(line: bytes) -> None:
    assert json.loads(answer_line(line))["error"] in ERRORS
