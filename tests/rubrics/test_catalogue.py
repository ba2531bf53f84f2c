"""The rubrics say what the catalogue says, where it lies beside the repository."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rubrics import load
from scoring.model import Criterion, Input

CATALOGUE = Path(__file__).parents[2] / ".." / "shared" / "catalogue"
NAMES = ("tieling-2015", "ezhou-2013", "ziyang-2016", "pingdingshan-2021", "rugao-2018", "rugao-2018-towns")
MILESTONES = {"半年": "H1", "前三季度": "Q3", "年终": "Y", None: None}
Entry = Mapping[str, Any]


def entries(name: str) -> list[Entry]:
    file = CATALOGUE / f"{name}.jsonl"
    if not file.exists():
        pytest.skip("the catalogue is not beside this checkout")
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_the_catalogues(name: str) -> None:
    criteria, listed = load(name).criteria, entries(name)
    assert [criterion.code for criterion in criteria] == [entry["code"] for entry in listed]
    for criterion, entry in zip(criteria, listed, strict=True):
        assert criterion.name == entry["name"]
        assert list(criterion.path) == entry["path"]
        assert criterion.full_marks == decimal(entry["full_marks"])
        assert "".join(criterion.clause.split()) == "".join(entry.get("clause", "").split())
        assert criterion.milestone == MILESTONES[entry["milestone"]]
        assert criterion.open_ended == entry["open_ended"]
        assert list(criterion.named_units) == entry.get("named_units", [])
        assert list(criterion.responsible) == entry.get("responsible", [])


@pytest.mark.parametrize("name", NAMES)
def test_every_input_is_the_catalogues(name: str) -> None:
    for criterion, entry in zip(load(name).criteria, entries(name), strict=True):
        assert [item.name for item in criterion.inputs] == [item["name"] for item in entry["inputs"]]
        for item, given in zip(criterion.inputs, entry["inputs"], strict=True):
            found = {**described(item), **({} if "affects_points" in given else {"affects_points": True})}
            assert found == expected(criterion, given), f"{name} {criterion.code} {item.name}"


def described(item: Input) -> dict[str, object]:
    return {
        "type": item.type,
        "label": item.label,
        "optional": item.optional,
        "nullable": item.nullable,
        "from": item.source,
        "by": item.by,
        "default": item.default,
        "affects_points": item.affects_points,
        "choices": [(choice.value, choice.label, choice.points) for choice in item.choices],
        "bounds": (item.minimum, item.above, item.maximum),
    }


def expected(criterion: Criterion, given: Entry) -> dict[str, object]:
    choices = given.get("choices", [])
    # An event count that is left out counts as none, with a warning.
    default = 0 if given["name"] == "major_accident_count" else given.get("default")
    return {
        "type": given["type"],
        "label": given["label"],
        "optional": bool(given.get("optional")) or "required_when" in given,
        "nullable": bool(given.get("nullable")),
        "from": given.get("from", "contact"),
        "by": tuple(given.get("by", ())),
        "default": decimal(default),
        "affects_points": given.get("affects_points", True),
        "choices": [(item["value"], item["label"], decimal(item.get("points"))) for item in choices],
        "bounds": bounds(criterion, given),
    }


def bounds(criterion: Criterion, given: Entry) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Numbers are at least 0, percents at most 100 unless a minimum without a maximum is printed."""
    kind = given["type"]
    if kind in ("bool", "choice", "text"):
        return None, None, None
    if given["name"] == "assessed_deduction":
        return Decimal(6), None, Decimal(9)
    above = decimal(given.get("gt", given.get("min_exclusive")))
    low = decimal(given.get("min", 0)) if above is None else None
    high = decimal(given.get("max"))
    if high is None and kind == "percent" and not ("min" in given and given.get("affects_points", True)):
        high = Decimal(100)
    if high is None and kind == "points" and given["name"] == "assessed_points":
        high = criterion.full_marks
    return low, above, high


def test_the_first_reporter_is_the_one_that_the_office_set() -> None:
    file = CATALOGUE / "meta.json"
    if not file.exists():
        pytest.skip("the catalogue is not beside this checkout")
    reporters = json.loads(file.read_text("utf-8"))["tieling-2015"]["default_reporters"]
    for criterion in load("tieling-2015").criteria:
        assert criterion.reporter == reporters.get(criterion.item, criterion.named_units[0])


@pytest.mark.parametrize(
    ("name", "key"),
    [("tieling-2015", "annual_policies"), ("rugao-2018", "unit_aliases"), ("rugao-2018", "veto")],
)
def test_the_documents_frame_is_the_catalogues(name: str, key: str) -> None:
    file = CATALOGUE / "meta.json"
    if not file.exists():
        pytest.skip("the catalogue is not beside this checkout")
    given = json.loads(file.read_text("utf-8"))[name][key]
    rubric = load(name)
    if key == "annual_policies":
        assert sorted(rubric.annual_policies) == sorted(given)
    elif key == "unit_aliases":
        assert rubric.unit_aliases == given
    else:
        assert rubric.veto is not None
        assert (rubric.veto.code, rubric.veto.grade) == (given["code"], given["grade"])
