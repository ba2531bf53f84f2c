from decimal import Decimal

import pytest

from scoring.conditions import Values, number, parse_condition
from scoring.errors import MissingValue

VALUES: Values = {
    "done": True,
    "rate": Decimal("91.5"),
    "prev": Decimal(90),
    "staff": Decimal(4),
    "supervisors": Decimal(3),
    "status": "started",
    "none_such": None,
}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("done", True),
        ("not done", False),
        ("rate >= 91.5", True),
        ("rate > 91.5", False),
        ("rate <= 91.5", True),
        ("rate < 91.50001", True),
        ("rate = 91.50", True),
        ("rate > prev", True),
        ("supervisors >= staff * 0.75", True),
        ("supervisors > staff * 0.75", False),
        ("status is started", True),
        ("status is issued", False),
        ("none_such is null", True),
        ("rate is null", False),
        ("none_such = 100", False),
        ("done and rate > 95 or status is started", True),
        ("not done or rate > 95 and done", False),
        ("rate >= -1", True),
    ],
)
def test_a_condition_is_read_from_its_text(text: str, holds: bool) -> None:
    assert parse_condition(text).holds(VALUES) is holds


@pytest.mark.parametrize(
    "text", ["", "Rate > 1", "rate >> 1", "rate > ", "rate > 1 2", "not rate > 1 x", "rate > 1e2"]
)
def test_what_is_not_a_condition_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="无法识别"):
        parse_condition(text)


@pytest.mark.parametrize("text", ["absent", "absent is started", "absent > 1", "rate > absent", "none_such"])
def test_a_value_that_was_not_given_is_named(text: str) -> None:
    with pytest.raises(MissingValue) as missing:
        parse_condition(text).holds(VALUES)
    assert missing.value.name in ("absent", "none_such")


def test_later_alternatives_are_not_looked_at_once_one_holds() -> None:
    assert parse_condition("rate > 91 or absent > 1").holds(VALUES)


def test_a_condition_names_its_inputs_and_speaks_chinese() -> None:
    condition = parse_condition(
        "done and supervisors >= staff * 0.75 or none_such is null or status is started"
    )
    assert condition.names == {"done", "supervisors", "staff", "none_such", "status"}
    labels = {"done": "已做", "supervisors": "人员", "staff": "总数", "none_such": "合格率", "status": "状态"}
    assert condition.describe(labels) == ("已做（是）且人员≥总数×0.75，或合格率＝无（null），或状态＝started")


def test_a_plain_comparison_with_another_input_shows_no_factor() -> None:
    assert parse_condition("rate > prev").describe({"rate": "今年", "prev": "去年"}) == "今年＞去年"


def test_a_word_is_not_a_number() -> None:
    with pytest.raises(MissingValue):
        number(VALUES, "status")
