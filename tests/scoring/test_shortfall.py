"""Deductions by how far a value stays below its target."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics import RubricError, load
from scoring.decimals import plain
from scoring.engine import check_inputs, score_leaf
from scoring.errors import ScoringError
from scoring.model import Rubric
from scoring.sheet import Line
from tests.scoring.papers import criterion_toml, rubric_of

INPUTS = """{ name = "actual", type = "percent", label = "合格率" },
  { name = "goal", type = "percent", label = "目标值", above = 0 }"""
ASSESSED = '{ name = "off", type = "points", label = "核定扣分", optional = true, from = "assessor" }'
DERIVE = 'derive = [{ name = "short", label = "差距", plus = ["goal"], minus = ["actual"] }]'
CHECK = 'checks = [{ given = ["off"], holds = "short > 2 and short <= 4", message = "不应核定扣分。" }]'


def paper(bands: str, more: str = DERIVE) -> Rubric:
    rule = f'{{ kind = "shortfall_bands", of = "short", assessed = "off", bands = [{bands}] }}'
    return rubric_of(criterion_toml("1", "5", f"{INPUTS}, {ASSESSED}", rule, more))


TWO_BANDS = "{ within = 2, deduct = 1 }, { within = 4, deduct = 2, up_to = 4 }"


def line(actual: str, off: str | None = None, rubric: Rubric | None = None) -> Line:
    values = {"actual": actual, "goal": "90"} | ({} if off is None else {"off": off})
    return score_leaf(rubric or paper(TWO_BANDS), "1", values)


def points(found: Line) -> str:
    assert found.points is not None
    return plain(found.points)


@pytest.mark.parametrize(
    ("actual", "expected", "provisional", "step"),
    [
        ("91", "5", False, "差距 -1，达到目标值，得5分。"),
        ("90", "5", False, "差距 0，达到目标值，得5分。"),
        ("88", "4", False, "差距 2，在0—2一段（含2），扣1分，得4分。"),
        ("86", "1", True, "差距 4，在2—4一段（含4），扣2—4分。"),
        ("85.99", "0", False, "差距 4.01，超过4，得0分。"),
    ],
)
def test_the_first_band_that_reaches_decides(
    actual: str, expected: str, provisional: bool, step: str
) -> None:
    found = line(actual)
    assert (points(found), found.provisional) == (expected, provisional)
    assert step in found.why().steps


def test_a_range_rises_in_a_straight_line_until_it_is_decided() -> None:
    found = line("87")
    assert (points(found), found.provisional) == ("2", True)
    assert found.why().steps[-1] == (
        "考核方尚未核定，暂按线性：5－［2＋2×（3－2）÷2］，四舍五入到0.01，暂得2分（预评）。"
    )


def test_the_points_and_not_the_deduction_are_rounded() -> None:
    assert points(line("87.995")) == "3"  # 5 − 2.005 = 2.995, half up


def test_the_assessors_deduction_replaces_the_straight_line() -> None:
    found = line("87", "2.5")
    assert (points(found), found.provisional) == ("2.5", False)
    assert found.why().steps[-1] == "考核方核定扣2.5分，得2.5分。"


@pytest.mark.parametrize("actual", ["91", "88", "85"])
def test_a_deduction_where_none_is_left_to_anybody_is_inconsistent(actual: str) -> None:
    found = line(actual, "2.5", paper(TWO_BANDS, f"{DERIVE}\n{CHECK}"))
    assert found.error is not None
    assert (found.error.code, found.error.message, found.error.input) == (
        "inconsistent",
        "不应核定扣分。",
        "off",
    )


def test_a_deduction_is_only_checked_once_everything_is_known() -> None:
    criterion = paper(TWO_BANDS, f"{DERIVE}\n{CHECK}").criteria[0]
    assert check_inputs(criterion, {"off": "2.5"}, partial=True).values == {"off": Decimal("2.5")}
    assert check_inputs(criterion, {"actual": "91", "goal": "90"}).values["actual"] == 91
    with pytest.raises(ScoringError, match="不应核定扣分"):
        check_inputs(criterion, {"off": "2.5", "actual": "91", "goal": "90"}, partial=True)


def test_a_long_number_just_outside_the_band_is_still_outside() -> None:
    criterion = paper(TWO_BANDS, f"{DERIVE}\n{CHECK}").criteria[0]
    outside = {"off": "2.5", "actual": "85." + "9" * 60, "goal": "90"}
    with pytest.raises(ScoringError, match="不应核定扣分"):
        check_inputs(criterion, outside)


def test_a_check_names_only_inputs_that_exist() -> None:
    with pytest.raises(RubricError, match="规则用到未定义的“nobody”"):
        paper(
            TWO_BANDS, f'{DERIVE}\nchecks = [{{ given = ["nobody"], holds = "actual > 0", message = "x" }}]'
        )


RATE = st.decimals(0, 100, places=2, allow_nan=False, allow_infinity=False)
EZHOU = load("ezhou-2013")


@pytest.mark.parametrize("code", ["1.1", "1.2", "1.3", "2.1", "3.1"])
@given(one=RATE, other=RATE, target=st.decimals("0.01", 100, places=2))
def test_more_is_never_worse(code: str, one: Decimal, other: Decimal, target: Decimal) -> None:
    low, high = (
        score_leaf(EZHOU, code, {"actual_percent": f"{rate:f}", "target_percent": f"{target:f}"}).points
        for rate in sorted((one, other))
    )
    assert low is not None
    assert high is not None
    assert 0 <= low <= high <= (EZHOU.criterion(code).full_marks or 0)


@pytest.mark.parametrize("code", ["1.1", "1.2", "1.3", "2.1", "3.1"])
@given(rate=RATE, one=st.decimals("0.01", 100, places=2), other=st.decimals("0.01", 100, places=2))
def test_a_higher_target_is_never_easier(code: str, rate: Decimal, one: Decimal, other: Decimal) -> None:
    easy, hard = (
        score_leaf(EZHOU, code, {"actual_percent": f"{rate:f}", "target_percent": f"{target:f}"}).points
        for target in sorted((one, other))
    )
    assert easy is not None
    assert hard is not None
    assert hard <= easy
