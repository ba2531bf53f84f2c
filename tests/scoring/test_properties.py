"""What holds for any report: points within their marks, order without meaning, a line for everything."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rubrics import load
from scoring.decimals import ZERO
from scoring.engine import score_leaf, score_sheet
from scoring.model import Criterion, Input

NAMES = ("rugao-2018", "tieling-2015", "ezhou-2013", "pingdingshan-2021")
CRITERIA = [
    pytest.param(name, criterion.code, id=f"{name} {criterion.code}")
    for name in NAMES
    for criterion in load(name).criteria
]


def number_text(low: Decimal, high: Decimal, places: int) -> st.SearchStrategy[str]:
    return st.decimals(low, high, places=places, allow_nan=False, allow_infinity=False).map(
        lambda d: f"{d:f}"
    )


def value_of(item: Input) -> st.SearchStrategy[object]:
    low, high = item.minimum or ZERO, item.maximum or Decimal(2000)
    if item.type == "count":
        return st.integers(int(low), int(high))
    if item.type == "bool":
        return st.booleans()
    if item.type == "choice":
        return st.sampled_from([choice.value for choice in item.choices])
    least = low if item.above is None else item.above + Decimal("0.01")
    numbers = number_text(least, high, 2)
    return st.none() | numbers if item.nullable else numbers


def report_of(criterion: Criterion) -> st.SearchStrategy[Mapping[str, object]]:
    needed = {item.name: value_of(item) for item in criterion.inputs if not item.optional}
    extra = {item.name: value_of(item) for item in criterion.inputs if item.optional}
    return st.fixed_dictionaries(needed, optional=extra)


@pytest.mark.parametrize(("name", "code"), CRITERIA)
@settings(max_examples=15)
@given(data=st.data())
def test_points_lie_within_the_printed_mark(name: str, code: str, data: st.DataObject) -> None:
    rubric = load(name)
    criterion = rubric.criterion(code)
    line = score_leaf(rubric, code, data.draw(report_of(criterion)))
    assert line.state in ("scored", "missing", "invalid")
    if line.base is not None:
        assert -criterion.max_deduction <= line.base <= (criterion.full_marks or ZERO)
        assert ZERO <= line.bonus <= criterion.rule.most_bonus
    assert line.why().steps


@settings(max_examples=20)
@given(data=st.data())
def test_the_order_of_the_facts_has_no_meaning(data: st.DataObject) -> None:
    rubric = load("rugao-2018")
    chosen = data.draw(st.lists(st.sampled_from(rubric.criteria), unique_by=lambda item: item.code))
    facts = {item.code: data.draw(report_of(item)) for item in chosen}
    shuffled = dict(data.draw(st.permutations(list(facts.items()))))
    one, other = score_sheet(rubric, facts), score_sheet(rubric, shuffled)
    assert (one.points, one.missing, one.invalid, list(one.lines)) == (
        other.points,
        other.missing,
        other.invalid,
        list(other.lines),
    )


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("96.5"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@settings(max_examples=200)
@given(code=st.sampled_from([item.code for item in load("rugao-2018").criteria]), data=st.data())
def test_whatever_is_reported_makes_a_line(code: str, data: st.DataObject) -> None:
    rubric = load("rugao-2018")
    names = st.sampled_from([item.name for item in rubric.criterion(code).inputs]) | st.text(max_size=5)
    line = score_leaf(rubric, code, data.draw(st.dictionaries(names, JUNK, max_size=4)))
    assert (line.error is None) == (line.state == "scored")
