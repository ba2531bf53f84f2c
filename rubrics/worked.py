"""A rubric's own worked cases, `cases.toml`: read, and compared with what the engine says."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from rubrics.errors import Problem, RubricError
from scoring.decimals import plain
from scoring.engine import score_leaf
from scoring.errors import ScoringError
from scoring.model import Rubric
from scoring.sheet import Line

_EXPECTED: Final[Mapping[str, object]] = {"error": None, "points": None, "met": None, "ratio": None}


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """算例: what is reported for a criterion, and what must come out; `folder` is the rubric's folder."""

    folder: str
    code: str
    inputs: Mapping[str, object]
    expected: Mapping[str, object]
    subject: str | None

    def __str__(self) -> str:
        return f"{self.folder}:{self.code}:{dict(self.inputs)}"


def worked_cases(folder: Path) -> Iterator[WorkedCase]:
    """Every case of a rubric's folder, none without `cases.toml`; the word "null" stands for null.

    Raises RubricError where the file does not have the form that docs/rubric-format.md describes.
    """
    file = folder / "cases.toml"
    if not file.exists():
        return
    try:
        yield from _cases(folder.name, tomllib.loads(file.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RubricError(folder.name, (Problem("cases.toml", str(error)),)) from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        problem = Problem("cases.toml", "应为 [[criteria]]，各有 code 和 cases，每例有 inputs")
        raise RubricError(folder.name, (problem,)) from error


def wrong_cases(rubric: Rubric, folder: Path) -> tuple[Problem, ...]:
    """The worked cases that do not come out as they are written."""
    problems = []
    for case in worked_cases(folder):
        expected = {**_EXPECTED, **case.expected}
        found = outcome(rubric, case)
        wrong = {key: found.get(key, "没有这一项") for key in expected if found.get(key) != expected[key]}
        for key, value in wrong.items():
            message = f"{dict(case.inputs)} 的 {key} 应为 {expected[key]}，算得 {value}"
            problems.append(Problem(f"cases.toml 考核要点{case.code}", message))
    return tuple(problems)


def outcome(rubric: Rubric, case: WorkedCase) -> dict[str, object]:
    """What the engine makes of a case, in the words of `cases.toml`."""
    try:
        line = score_leaf(rubric, case.code, case.inputs, subject=case.subject)
    except ScoringError as error:
        return {"error": error.code, "points": None, "met": None, "ratio": None}
    return {"error": line.error and line.error.code, **_figures(line)}


def _cases(folder: str, document: Mapping[str, list[dict[str, object]]]) -> Iterator[WorkedCase]:
    for criterion in document["criteria"]:
        shared = _table(criterion.get("given", {}))
        for case in _tables(criterion["cases"]):
            given = {**shared, **_table(case["inputs"])}
            inputs = {name: None if value == "null" else value for name, value in given.items()}
            expected = {key: value for key, value in case.items() if key not in ("inputs", "subject")}
            subject = case.get("subject")
            yield WorkedCase(
                folder, str(criterion["code"]), inputs, expected, None if subject is None else str(subject)
            )


def _tables(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return [_table(item) for item in value]


def _table(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError("not a table")
    return value


def _figures(line: Line) -> dict[str, object]:
    return {
        "points": _text(line.points),
        "base": _text(line.base),
        "bonus": _text(line.bonus),
        "gap": line.gap,
        "provisional": line.provisional,
        "met": line.met,
        "ratio": _text(line.ratio),
        "reference": _text(line.reference),
        "warning": next(iter(line.warnings), None),
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
