"""What happened takes points off elsewhere."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics import RubricError, load
from scoring.decimals import plain
from scoring.engine import score_leaf
from scoring.sheet import Line
from tests.scoring.papers import criterion_toml, rubric_of

COUNT = '{ name = "n", type = "count", label = "事件件数" }'
OFF = '{ name = "off", type = "points", label = "核定扣分", max = 2, optional = true, from = "assessor" }'
EACH = '{ kind = "incident", count = "n", each = 0.5, max_deduction = 2 }'
DISCRETION = '{ kind = "incident", count = "n", assessed = "off", max_deduction = 2 }'


def line(rule: str, **values: object) -> Line:
    return score_leaf(rubric_of(criterion_toml("1", "", f"{COUNT}, {OFF}", rule)), "1", values)


@pytest.mark.parametrize(("n", "points"), [(0, "0"), (1, "-0.5"), (4, "-2"), (5, "-2"), (10**20, "-2")])
def test_each_event_takes_off_its_printed_points_up_to_the_maximum(n: int, points: str) -> None:

    found = score_leaf(rubric_of(criterion_toml("1", "", COUNT, EACH)), "1", {"n": n})
    assert found.points is not None
    assert (plain(found.points), found.provisional) == (points, False)


def test_the_deduction_is_explained() -> None:
    for n, taken in ((3, "1.5"), (5, "2")):
        found = score_leaf(rubric_of(criterion_toml("1", "", COUNT, EACH)), "1", {"n": n})
        assert found.why().steps == (f"事件件数 {n} × 0.5分，最多扣2分，扣{taken}分。",)
    assert line(DISCRETION, n=0).why().steps == ("事件件数 0，不扣分。",)


def test_the_most_is_taken_off_until_the_assessor_decides() -> None:
    found = line(DISCRETION, n=1)
    assert (found.points, found.provisional) == (Decimal(-2), True)
    assert found.why().steps == ("事件件数 1，酌情扣分、最多2分；考核方尚未核定，暂扣2分（预评）。",)


@pytest.mark.parametrize(("off", "points"), [("0", "0"), ("0.25", "-0.25"), ("2", "-2")])
def test_the_assessor_decides_within_the_maximum(off: str, points: str) -> None:
    found = line(DISCRETION, n=1, off=off)
    assert found.points is not None
    assert (plain(found.points), found.provisional) == (points, False)
    assert found.why().steps == (f"事件件数 1，考核方核定扣{off}分（最多2分）。",)


def test_a_criterion_says_how_much_it_can_take_off() -> None:
    assert line(DISCRETION, n=0).criterion.max_deduction == 2
    assert load("rugao-2018").criterion("1").max_deduction == 0


@pytest.mark.parametrize(
    "rule", [EACH.replace("each = 0.5, ", ""), DISCRETION.replace("max", "each = 1, max")]
)
def test_it_is_either_printed_or_left_to_the_assessor(rule: str) -> None:
    with pytest.raises(RubricError, match="应恰有一个"):
        line(rule)


PINGDINGSHAN = load("pingdingshan-2021")


@pytest.mark.parametrize("code", ["2.1", "2.2", "2.3", "2.4", "2.5"])
@given(one=st.integers(0, 50), other=st.integers(0, 50))
def test_more_events_never_cost_less(code: str, one: int, other: int) -> None:
    few, many = (score_leaf(PINGDINGSHAN, code, {"event_count": n}).points for n in sorted((one, other)))
    assert few is not None
    assert many is not None
    assert -PINGDINGSHAN.criterion(code).max_deduction <= many <= few <= 0
