"""A made-up overlay for 资阳 (marks that nobody printed), and 资阳 priced and scored by it."""

import pytest

from rubrics import load
from rubrics.overlays import parse_overlay
from scoring.decimals import plain
from scoring.engine import score_leaf
from scoring.errors import ScoringError
from scoring.model import Rubric
from scoring.sheet import Line

ZIYANG = load("ziyang-2016")
GOALS = {"1.1": "8", "1.2": "8", "1.3": "8", "2.1": "6", "3.1": "5", "E.1": "5"}
MEASURES = {
    **dict.fromkeys(("4.1", "4.2", "5.1", "5.3", "5.5", "5.6", "5.7", "5.8", "6.1"), "4"),
    **dict.fromkeys(("4.3", "4.4", "4.5", "4.6", "5.2", "5.4", "6.2", "6.3"), "3"),
}
NUMBERS = ("1.1", "1.2", "1.3", "2.1", "3.1")
SIGNATURE = {
    "base": "ziyang-2016",
    "issuer": "市质量强市工作领导小组",
    "document": "质强〔2016〕1号",
    "date": "2016-03-01",
}


def overlay(**changed: object) -> dict[str, object]:
    """The overlay with top-level keys changed; None takes one away."""
    made: dict[str, object] = {
        "id": "made-up",
        "weights": {**GOALS, **MEASURES},
        "kinds": dict.fromkeys(NUMBERS, "proportional"),
        "default_kind": "assessed",
        "social": {"mode": "reference"},
        **changed,
    }
    return {key: value for key, value in made.items() if value is not None}


def weights(**changed: object) -> dict[str, object]:
    """The weights with some changed: `w11="9"` changes 1.1, `wE1` E.1."""
    named = {f"{name[1]}.{name[2:]}": value for name, value in changed.items()}
    merged = {**GOALS, **MEASURES, **named}
    return {code: value for code, value in merged.items() if value is not None}


def applied(**changed: object) -> Rubric:
    return parse_overlay(overlay(**changed)).applied_to(ZIYANG)


def refused(rubric: Rubric = ZIYANG, **changed: object) -> str:
    with pytest.raises(ScoringError) as error:
        parse_overlay(overlay(**changed)).applied_to(rubric)
    assert error.value.code == "overlay_invalid"
    assert "\n" not in error.value.message
    return error.value.message


def scored(rubric: Rubric, code: str, **values: object) -> Line:
    line = score_leaf(rubric, code, values)
    assert line.error is None, line.error
    return line


def points(line: Line) -> str:
    assert line.points is not None
    return plain(line.points)
