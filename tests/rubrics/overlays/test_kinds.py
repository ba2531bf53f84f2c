"""Each way of scoring that an overlay may choose for a line."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.engine import score_leaf
from tests.rubrics.overlay import applied, points, refused, scored


def test_a_proportion_is_rounded_once_and_capped() -> None:
    rubric = applied()
    values = {"actual_percent": "95", "target_percent": "96"}
    assert points(scored(rubric, "1.2", **values)) == "7.92"
    assert points(scored(rubric, "1.2", **{**values, "actual_percent": "99"})) == "8"
    assert points(scored(rubric, "1.2", **{**values, "actual_percent": "0"})) == "0"


def test_assessed_points_stay_within_the_weight() -> None:
    rubric = applied()
    assert points(scored(rubric, "4.1", assessed_points="4")) == "4"
    for entered, code in (("4.01", "out_of_range"), ("-0.01", "out_of_range"), ("1.005", "out_of_range")):
        line = score_leaf(rubric, "4.1", {"assessed_points": entered})
        assert line.error is not None
        assert line.error.code == code
    assert scored(rubric, "E.1", assessed_points="5", facts_text="优良").points == 5


def test_a_line_with_numbers_may_be_left_to_the_assessor() -> None:
    rubric = applied(kinds={})
    assert points(scored(rubric, "1.1", assessed_points="6.5", actual_percent="97")) == "6.5"
    assert (
        rubric.criterion("1.1").input("assessed_points").label == "主要农产品质量安全监测合格率：考核组评分"
    )


RATIO = {"bands": [{"at_least": "100", "points": "8"}, {"at_least": 90, "points": "5.5"}], "otherwise": "1"}


@pytest.mark.parametrize(("actual", "expected"), [("90", "8"), ("81", "5.5"), ("80.99", "1")])
def test_a_ratio_falls_into_bands(actual: str, expected: str) -> None:
    rubric = applied(kinds={"1.1": "ratio_bands"}, params={"1.1": RATIO})
    assert points(scored(rubric, "1.1", actual_percent=actual, target_percent="90")) == expected


SHORT = {"bands": [{"within": "1", "deduct": "1"}, {"within": "5", "deduct": "4"}]}


@pytest.mark.parametrize(("actual", "expected"), [("90", "8"), ("89", "7"), ("85", "4"), ("84.99", "0")])
def test_a_shortfall_falls_into_bands(actual: str, expected: str) -> None:
    rubric = applied(kinds={"1.1": "shortfall_bands"}, params={"1.1": SHORT})
    assert points(scored(rubric, "1.1", actual_percent=actual, target_percent="90")) == expected


def test_an_overlay_leaves_no_range_open() -> None:
    bands = {"bands": [{"within": "1", "deduct": "1", "up_to": "2"}]}
    assert "扣分须是定数" in refused(kinds={"1.1": "shortfall_bands"}, params={"1.1": bands})


LEVELS = {
    "levels": [{"value": "good", "label": "好", "points": "4"}, {"value": "none", "label": "无", "points": 0}]
}


def test_levels_are_chosen_and_may_be_overruled() -> None:
    rubric = applied(kinds={"4.1": "levels"}, params={"4.1": LEVELS})
    assert points(scored(rubric, "4.1", level="good")) == "4"
    assert points(scored(rubric, "4.1", level="good", assessed_points="3.25")) == "3.25"


def test_a_checklist_adds_its_items() -> None:
    items = {"items": [{"label": "开会", "points": "1"}, {"label": "建机构", "points": "3"}]}
    rubric = applied(kinds={"4.1": "checklist"}, params={"4.1": items})
    assert points(scored(rubric, "4.1", item_1=True, item_2=False)) == "1"
    assert [item.label for item in rubric.criterion("4.1").inputs] == [
        "开会",
        "建机构",
        "质量发展规划制定与实施：考核组评分",
    ]


def test_a_kind_without_listed_assessor_points_takes_none() -> None:
    rubric = applied(kinds={"1.1": "ratio_bands"}, params={"1.1": RATIO})
    assert "assessed_points" not in rubric.criterion("1.1").input_by_name
    items = {"items": [{"label": "开会", "points": "8"}]}
    assert "assessed_points" not in (
        applied(kinds={"1.1": "checklist"}, params={"1.1": items}).criterion("1.1").input_by_name
    )


@given(
    st.decimals(0, 100, places=2),
    st.decimals(0, 100, places=2),
    st.decimals("0.01", 100, places=2),
    st.sampled_from(["proportional", "ratio_bands", "shortfall_bands"]),
)
def test_more_is_never_worse_and_never_beyond_the_weight(
    one: Decimal, other: Decimal, target: Decimal, kind: str
) -> None:
    params = {"ratio_bands": {"1.1": RATIO}, "shortfall_bands": {"1.1": SHORT}}.get(kind, {})
    rubric = applied(kinds={"1.1": kind}, params=params)
    low, high = (
        scored(rubric, "1.1", actual_percent=f"{rate:f}", target_percent=f"{target:f}").points
        for rate in sorted((one, other))
    )
    assert low is not None
    assert high is not None
    assert 0 <= low <= high <= 8
