from dataclasses import replace
from decimal import Decimal

from scoring.differences import compare_versions
from tests.scoring.papers import criterion_toml, rubric_of

COUNT = '{ name = "number", type = "count", label = "次数" }'


def paper(each: str, *more: str) -> str:
    rule = f'{{ kind = "deduct", deductions = [{{ each = {each}, count = "number" }}] }}'
    return "".join(criterion_toml(code, "2", COUNT, rule) for code in ("1", *more))


def test_only_leaves_with_other_points_are_told() -> None:
    old, new = rubric_of(paper("0.5", "2")), rubric_of(paper("1", "2"))
    found = compare_versions(old, new, {"1": {"number": 1}, "2": {"number": 0}})
    (leaf,) = found.leaves
    assert (leaf.code, leaf.points) == ("1", (Decimal("1.5"), Decimal(1)))
    assert (found.before.points, found.after.points) == (Decimal("3.5"), Decimal(3))


def test_leaves_of_one_version_only_stand_beside_nothing() -> None:
    old, new = rubric_of(paper("1", "2")), rubric_of(paper("1", "3"))
    found = compare_versions(old, new, {"2": {"number": 0}, "3": {"number": 0}, "9": {"number": 0}})
    told = {leaf.code: leaf.points for leaf in found.leaves}
    assert told == {"3": (None, Decimal(2)), "2": (Decimal(2), None)}
    assert [leaf.code for leaf in found.leaves] == ["3", "2"]


def test_a_leaf_that_becomes_invalid_is_told_with_its_error() -> None:
    old = rubric_of(paper("1"))
    (criterion,) = old.criteria
    stricter = replace(criterion, inputs=(replace(criterion.inputs[0], maximum=Decimal(1)),))
    (leaf,) = compare_versions(old, replace(old, criteria=(stricter,)), {"1": {"number": 2}}).leaves
    assert leaf.points == (Decimal(0), None)
    assert leaf.after is not None
    assert leaf.after.error is not None
    assert leaf.after.error.code == "out_of_range"
