"""A mark printed once for several points of work."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics import RubricError, load
from scoring.decimals import plain
from scoring.engine import score_leaf
from tests.scoring.papers import criterion_toml, rubric_of

THREE = ", ".join(f'{{ name = "c{n}", type = "bool", label = "第{n}条。" }}' for n in (1, 2, 3))
RATE = '{ name = "rate", type = "percent", label = "合格率", nullable = true }'
RULE = """{ kind = "equal_split", items = [
  { when = "c1" },
  { when = "c2" },
  { all = ["c3", "rate is null or rate = 100"], label = "第3条和合格率" } ] }"""
PAPER = rubric_of(criterion_toml("1", "2", f"{THREE}, {RATE}", RULE))


@pytest.mark.parametrize(
    ("c1", "c3", "rate", "points"),
    [
        (True, True, None, "2"),
        (True, True, "100", "2"),
        (True, True, "99.99", "1.33"),
        (True, False, None, "1.33"),
        (False, False, "100", "0.67"),
    ],
)
def test_every_point_that_holds_earns_an_equal_share(
    c1: bool, c3: bool, rate: str | None, points: str
) -> None:
    line = score_leaf(PAPER, "1", {"c1": c1, "c2": True, "c3": c3, "rate": rate})
    assert line.points is not None
    assert (plain(line.points), line.provisional) == (points, True)


def test_the_division_is_explained() -> None:
    line = score_leaf(PAPER, "1", {"c1": True, "c2": False, "c3": True, "rate": "100"})
    assert line.why().steps == (
        "第1条：符合。",
        "第2条：不符合。",
        "第3条和合格率：符合。",
        "3条符合2条，2×2÷3，四舍五入到0.01，得1.33分（均分，预评）。",
    )


def test_an_unanswered_point_is_missing_and_not_a_no() -> None:
    line = score_leaf(PAPER, "1", {"c1": False, "c2": False, "c3": False})
    assert line.state == "missing"


def test_there_is_something_to_divide() -> None:
    with pytest.raises(RubricError, match="“items”至少要有一条"):
        rubric_of(criterion_toml("1", "2", THREE, '{ kind = "equal_split" }'))


EZHOU = load("ezhou-2013")
SPLIT = [item.code for item in EZHOU.criteria if item.kind == "checklist" and item.code != "5.7"]


@pytest.mark.parametrize("code", SPLIT)
@given(data=st.data())
def test_one_more_point_never_costs_anything(code: str, data: st.DataObject) -> None:
    names = [item.name for item in EZHOU.criterion(code).inputs if item.type == "bool"]
    held = data.draw(st.sets(st.sampled_from(names)))
    more = held | {data.draw(st.sampled_from(names))}
    less_points, more_points = (
        score_leaf(EZHOU, code, {name: name in chosen for name in names}).points or Decimal(0)
        for chosen in (held, more)
    )
    assert less_points <= more_points
