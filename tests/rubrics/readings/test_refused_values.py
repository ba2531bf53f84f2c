"""Every input of every line refuses what the contract refuses, by its name, and the assessor's word replaces."""

import functools
import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest

from rubrics import load
from rubrics.cases import answer, answer_line
from scoring.decimals import plain
from scoring.model import Criterion, Input
from tests.rubrics.readings import ezhou_2013, pingdingshan_2021, rugao_2018, tieling_2015, towns_2018
from tests.rubrics.readings.second import Said

LINES = {
    "tieling-2015": tieling_2015.LINES,
    "ezhou-2013": ezhou_2013.LINES,
    "pingdingshan-2021": pingdingshan_2021.LINES,
    "rugao-2018": rugao_2018.LINES,
}
NAMES = (*LINES, "rugao-2018-towns")
DECIMALS = ("percent", "number", "money", "points")
NO_DECIMAL: tuple[object, ...] = (
    *(96.5, 96, True, False, [], {}, ["96"], "", " ", "96 ", " 96", "+96", "96%", "9e1", "9E1", "NaN", "nan"),
    *(
        "Infinity",
        "-Infinity",
        "inf",
        "sNaN",
        "９６",
        "九十六",
        "96,5",
        "96.",
        ".5",
        "0x10",
        "1_000",
        "- 1",
        "--1",
        "\n96",
    ),
)
NO_COUNT: tuple[object, ...] = (1.0, 1.5, "1", "", True, False, [], {}, "一")
NO_BOOL: tuple[object, ...] = ("true", "yes", "是", "", 1, 0, 1.0, [], {})
NO_WORD: tuple[object, ...] = (1, 0, True, 1.5, [], {})


@functools.cache
def whole(name: str) -> dict[str, Said]:
    """Values that each line takes, by code: what its second reading tries first."""
    if name == "rugao-2018-towns":
        return {row: {towns_2018.input_of(row): towns_2018.tried(row)[0]} for row in towns_2018.ROWS}
    taken = {line.code: next(iter(line.cases()))[0] for line in LINES[name]}
    veto = load(name).veto
    return taken if veto is None else {**taken, veto.code: {"event_status": "none"}}


def asked(name: str, code: str, said: Said) -> dict[str, object]:
    subject = {"subject": "如城街道"} if name == "rugao-2018-towns" else {}
    return answer({"id": 1, "rubric": name, "code": code, "inputs": said, **subject})


def error(name: str, criterion: Criterion, changed: Said) -> object:
    return asked(name, criterion.code, {**whole(name)[criterion.code], **changed}).get("error")


def inputs(name: str) -> Iterator[tuple[Criterion, Input]]:
    for criterion in load(name).criteria:
        for item in criterion.inputs:
            yield criterion, item


def wrong_types(item: Input) -> tuple[object, ...]:
    if item.type in DECIMALS:
        return NO_DECIMAL
    return {"count": NO_COUNT, "bool": NO_BOOL, "choice": NO_WORD, "text": NO_WORD}[item.type]


def beyond(item: Input) -> Iterator[object]:
    """Values just outside the printed domain."""
    step = Decimal(1) if item.type == "count" else Decimal("0.01")
    bounds = [(item.minimum, -step), (item.above, Decimal(0)), (item.maximum, step)]
    for bound, off in bounds:
        if bound is not None:
            value = bound + off
            yield int(value) if item.type == "count" else plain(value)
    if item.type == "points":
        yield "0.001"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_value_of_its_type_is_bad_type(name: str) -> None:
    for criterion, item in inputs(name):
        for value in wrong_types(item):
            assert error(name, criterion, {item.name: value}) == "bad_type", (
                criterion.code,
                item.name,
                value,
            )


@pytest.mark.parametrize("name", NAMES)
def test_what_lies_outside_the_printed_domain_is_out_of_range(name: str) -> None:
    for criterion, item in inputs(name):
        for value in beyond(item):
            found = error(name, criterion, {item.name: value})
            assert found == "out_of_range", (criterion.code, item.name, value)


@pytest.mark.parametrize("name", NAMES)
def test_another_word_than_the_catalogues_is_bad_choice(name: str) -> None:
    for criterion, item in inputs(name):
        words = [choice.value for choice in item.choices]
        for word in ("", "FULL", " full", "无", *(words[0] + " " for _ in words[:1])) if words else ():
            assert error(name, criterion, {item.name: word}) == "bad_choice", (
                criterion.code,
                item.name,
                word,
            )


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_said_is_missing_and_never_none(name: str) -> None:
    for criterion, item in inputs(name):
        said = whole(name)[criterion.code]
        if item.optional or item.name not in said:
            continue
        left_out = {key: value for key, value in said.items() if key != item.name}
        assert asked(name, criterion.code, left_out).get("error") == "missing_input", (
            criterion.code,
            item.name,
        )
        nothing = error(name, criterion, {item.name: None})
        assert nothing == (None if item.nullable else "missing_input"), (criterion.code, item.name)


@pytest.mark.parametrize("name", NAMES)
def test_an_input_that_is_not_listed_is_unknown(name: str) -> None:
    for criterion in load(name).criteria:
        listed = criterion.input_by_name
        for other in ("assessed_points", "assessed_deduction", "assessed_deduct", "Level", "", "备注"):
            if other not in listed:
                assert error(name, criterion, {other: "0"}) == "unknown_input", (criterion.code, other)


@pytest.mark.parametrize("name", LINES)
def test_the_assessors_points_replace_the_computed_ones_which_stay_in_why(name: str) -> None:
    replaced = 0
    for line in LINES[name]:
        criterion = load(name).criterion(line.code)
        if not criterion.assessable:
            continue
        for said, expected in list(line.cases())[:40]:
            for points in ("0", "0.01", plain(criterion.full_marks or Decimal(0))):
                given = asked(name, line.code, {**said, "assessed_points": points})
                assert (given["points"], given["gap"], given["provisional"]) == (points, False, False)
                why = given["why"]
                assert isinstance(why, dict)
                computed = plain(exact(expected.points or Fraction(0)))
                assert why["steps"][-1] == f"考核方核定{points}分，替代按填报计算的{computed}分。"
                replaced += 1
    assert bool(replaced) == (name != "pingdingshan-2021")


def exact(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("values", ['{"x": 1}', "[]", "null", '"x"', "7"])
def test_a_line_takes_only_a_table_of_its_inputs(name: str, values: str) -> None:
    for criterion in load(name).criteria:
        line = json.dumps({"id": 1, "rubric": name, "code": criterion.code, "subject": "东陈", "inputs": 0})
        given = json.loads(answer_line(line.replace('"inputs": 0', f'"inputs": {values}').encode()))
        wanted = {"{": "unknown_input", "n": "missing_input"}.get(values[0], "bad_type")
        assert given["error"] == wanted
