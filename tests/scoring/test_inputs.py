from decimal import Decimal

import pytest

from scoring.engine import check_inputs
from scoring.errors import ScoringError
from scoring.inputs import parse_decimal
from scoring.model import Criterion
from tests.scoring.papers import criterion_of

INPUTS = """
  { name = "rate", type = "percent", label = "合格率" },
  { name = "open_rate", type = "percent", label = "完成率", max = "none", optional = true },
  { name = "share", type = "percent", label = "目标值", above = 0, optional = true, default = 45 },
  { name = "count", type = "count", label = "件数", min = 1, optional = true },
  { name = "done", type = "bool", label = "已做", optional = true },
  { name = "level", type = "choice", label = "档次", optional = true, choices = [
    { value = "full", label = "齐全" }, { value = "none", label = "无" } ] },
  { name = "remark", type = "text", label = "说明", optional = true, only_stored = true },
  { name = "projects", type = "percent", label = "验收率", nullable = true },
  { name = "detail", type = "count", label = "明细", optional = true, required_when = "level is full" },
  { name = "assessed_points", type = "points", label = "核定", max = 2, optional = true, from = "assessor" },
"""
RULE = """{ kind = "checklist", items = [
  { when = "rate >= 90 and open_rate >= 0 and share > 0 and count > 0 and done and detail > 0", points = 1 },
  { when = "projects is null or level is full", points = 1 } ] }"""
CHECKS = 'checks = [{ holds = "count <= detail", message = "“件数”不能多于“明细”。" }]'
GIVEN = {"rate": "95", "projects": "100"}


@pytest.fixture(scope="module")
def criterion() -> Criterion:
    return criterion_of("2", INPUTS, RULE, CHECKS)


def refused(criterion: Criterion, **values: object) -> ScoringError:
    with pytest.raises(ScoringError) as error:
        check_inputs(criterion, {**GIVEN, **values})
    return error.value


def test_values_are_exact_and_defaults_filled_in(criterion: Criterion) -> None:
    inputs = check_inputs(criterion, {**GIVEN, "count": 3, "done": False, "level": "none", "remark": "无"})
    assert inputs.values["rate"] == Decimal(95)
    assert inputs.values["count"] == Decimal(3)
    assert inputs.values["done"] is False
    assert inputs.values["share"] == Decimal(45)
    assert [item.name for item in inputs.absent] == ["open_rate", "share", "detail", "assessed_points"]
    assert inputs.raw["rate"] == "95"


@pytest.mark.parametrize(
    "given",
    [
        "100%", "", " 95", "95 ", "1e2", "+5", "5.", ".5", "NaN", "Infinity", "-Infinity", "９５", "1,000",
        "0x10", "5\n", "9" * 101, 95, 95.0, True, [], {}, float("nan"), b"95",
    ],
)  # fmt: skip
def test_what_is_not_a_plain_decimal_string_is_no_percent(criterion: Criterion, given: object) -> None:
    error = refused(criterion, rate=given)
    assert (error.code, error.input) == ("bad_type", "rate")
    assert error.message == "“合格率”应为百分数，写成不带%的十进制数字。"


@pytest.mark.parametrize("given", ["3", 3.0, True, "", [], "三"])
def test_what_is_not_an_integer_is_no_count(criterion: Criterion, given: object) -> None:
    assert refused(criterion, count=given).code == "bad_type"


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("rate", "100.01", "不能大于100"),
        ("rate", "-0.01", "不能小于0"),
        ("open_rate", "-1", "不能小于0"),
        ("share", "0", "应大于0"),
        ("count", 0, "不能小于1"),
        ("count", -5, "不能小于1"),
        ("count", 10**100, "数值过大"),
        ("assessed_points", "2.01", "不能大于2"),
        ("assessed_points", "0.005", "最多两位小数"),
    ],
)
def test_a_value_out_of_bounds_is_named(criterion: Criterion, name: str, given: object, said: str) -> None:
    error = refused(criterion, **{name: given})
    assert (error.code, error.input) == ("out_of_range", name)
    assert said in error.message


@pytest.mark.parametrize(
    ("name", "given"),
    [("rate", "0"), ("rate", "100"), ("rate", "100.000"), ("rate", "-0"), ("open_rate", "1000000"),
     ("assessed_points", "1.500"), ("count", 10**100 - 1), ("rate", "99." + "9" * 90)],
)  # fmt: skip
def test_the_ends_of_the_bounds_are_taken(criterion: Criterion, name: str, given: object) -> None:
    assert check_inputs(criterion, {**GIVEN, name: given}).raw[name] == given


@pytest.mark.parametrize(("given", "code"), [("FULL", "bad_choice"), (1, "bad_type"), ("", "bad_choice")])
def test_a_choice_is_one_of_the_words(criterion: Criterion, given: object, code: str) -> None:
    error = refused(criterion, level=given)
    assert error.code == code
    assert "档次" in error.message


@pytest.mark.parametrize(("name", "given"), [("done", "true"), ("done", 1), ("remark", 5)])
def test_other_types_are_as_strict(criterion: Criterion, name: str, given: object) -> None:
    assert refused(criterion, **{name: given}).code == "bad_type"


def test_an_unknown_name_goes_before_everything_else(criterion: Criterion) -> None:
    error = refused(criterion, rate="abc", extra=1)
    assert (error.code, error.input) == ("unknown_input", "extra")


def test_a_long_unknown_name_is_cut_in_the_message(criterion: Criterion) -> None:
    assert len(refused(criterion, **{"x" * 5000: 1}).message) < 100


def test_a_wrong_value_goes_before_a_missing_one(criterion: Criterion) -> None:
    with pytest.raises(ScoringError) as error:
        check_inputs(criterion, {"projects": "101"})
    assert error.value.code == "out_of_range"


def test_all_missing_inputs_are_named_by_their_labels(criterion: Criterion) -> None:
    with pytest.raises(ScoringError) as error:
        check_inputs(criterion, {})
    assert (error.value.code, error.value.input) == ("missing_input", "rate")
    assert error.value.message == "1 还缺：“合格率”、“验收率”。"


def test_null_is_a_value_only_where_it_may_be_said(criterion: Criterion) -> None:
    assert check_inputs(criterion, {"rate": "95", "projects": None}).values["projects"] is None
    assert refused(criterion, rate=None).code == "missing_input"
    assert "count" not in check_inputs(criterion, {**GIVEN, "count": None}).values


def test_an_optional_input_can_become_needed(criterion: Criterion) -> None:
    error = refused(criterion, level="full")
    assert (error.code, error.input) == ("missing_input", "detail")
    assert check_inputs(criterion, {**GIVEN, "level": "full", "detail": 2}).values["detail"] == 2


def test_inputs_that_contradict_each_other_are_refused(criterion: Criterion) -> None:
    error = refused(criterion, count=3, detail=2)
    assert (error.code, error.message) == ("inconsistent", "“件数”不能多于“明细”。")


def test_part_of_a_leaf_may_be_reported(criterion: Criterion) -> None:
    assert check_inputs(criterion, {"count": 2}, partial=True).values["count"] == 2
    with pytest.raises(ScoringError, match="不能大于100"):
        check_inputs(criterion, {"rate": "101"}, partial=True)
    with pytest.raises(ScoringError, match="不能多于"):
        check_inputs(criterion, {"count": 3, "detail": 2}, partial=True)


def test_a_report_that_is_no_mapping_is_refused(criterion: Criterion) -> None:
    with pytest.raises(ScoringError) as error:
        check_inputs(criterion, ["rate"])  # type: ignore[arg-type]
    assert error.value.code == "bad_type"


def test_an_input_is_found_by_its_name(criterion: Criterion) -> None:
    assert criterion.input("rate").label == "合格率"
    with pytest.raises(KeyError):
        criterion.input("absent")


@pytest.mark.parametrize(
    ("text", "value"), [("1.50", "1.50"), ("-2", "-2"), ("1e5", None), (7, None), (None, None)]
)
def test_a_plain_decimal_is_read_exactly(text: object, value: str | None) -> None:
    assert parse_decimal(text) == (None if value is None else Decimal(value))
