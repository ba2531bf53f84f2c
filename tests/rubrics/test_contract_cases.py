"""The worked cases that the project is held to, where they lie beside the repository."""

import json
from pathlib import Path

import pytest

from rubrics.cases import Overlays, answer_line
from rubrics.overlays import read_overlay

CASES = Path(__file__).parents[2] / ".." / "shared" / "cases"
RUBRICS = (
    "tieling-2015",
    "ezhou-2013",
    "ziyang-2016",
    "pingdingshan-2021",
    "rugao-2018",
    "rugao-2018-towns",
)


@pytest.mark.parametrize("name", RUBRICS)
def test_every_worked_case_of_the_contract_is_answered_right(name: str) -> None:
    file = CASES / f"{name}.jsonl"
    if not file.exists():
        pytest.skip("the contract's cases are not beside this checkout")
    overlay = read_overlay(CASES / "overlay-fixture-1.json")
    wrong = [line for line in file.read_bytes().splitlines() if not right(line, {overlay.id: overlay})]
    assert wrong == []


def right(line: bytes, overlays: Overlays) -> bool:
    case = json.loads(line)
    given = json.loads(answer_line(line, overlays))
    if "expect_error" in case:
        return bool(given.get("error") == case["expect_error"] and given["message"])
    expected = {"points": case["expect_points"], "id": case["id"], **case.get("expect", {})}
    why = given.get("why", {})
    explained = all(why.get(part) is not None for part in ("inputs", "clause", "reading", "steps"))
    return explained and {key: given.get(key, "absent") for key in expected} == expected
