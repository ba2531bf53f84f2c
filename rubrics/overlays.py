"""Overlays (补充方案): what an office signs for a document that leaves its marks open."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from rubrics.completion import completed
from rubrics.errors import Problem, RubricError
from rubrics.written import figure, written
from scoring.decimals import plain
from scoring.errors import ScoringError
from scoring.model import Rubric

SIGNATURE: Final = ("base", "issuer", "document", "date")
"""What an overlay needs beside its `id` before a campaign may use it."""

_DIGEST_LENGTH: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class OverlayDocument:
    """补充方案: an overlay as it is written; `data` can be stored as JSON and read again."""

    id: str
    data: Mapping[str, object]
    _applied: dict[tuple[Rubric, str | None], Rubric] = field(default_factory=dict, init=False, repr=False)

    @property
    def unsigned(self) -> tuple[str, ...]:
        """The keys of SIGNATURE that are missing; empty where a campaign may use it."""
        return tuple(key for key in SIGNATURE if not self.data.get(key))

    @property
    def digest(self) -> str:
        """A short hash of what is written."""
        text = json.dumps(self.data, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:_DIGEST_LENGTH]

    def applied_to(self, rubric: Rubric, subject: str | None = None) -> Rubric:
        """The rubric with the overlay's marks, kinds and targets, `subject`'s own targets among them.

        Whole or not at all: raises ScoringError overlay_invalid, whose message lists every error.
        """
        key = (rubric, subject if subject in self._subjects() else None)
        if key not in self._applied:
            self._applied[key] = self._complete(*key)
        return self._applied[key]

    def _complete(self, rubric: Rubric, subject: str | None) -> Rubric:
        made, problems = completed(rubric, self.data, subject)
        if problems:
            listed = "；".join(map(str, problems))
            raise ScoringError("overlay_invalid", f"补充方案“{self.id}”有{len(problems)}处错误：{listed}。")
        version = f"{rubric.version}+{self.id}@{self.digest}"
        return replace(made, version=version, warnings=("overlay_unsigned",) if self.unsigned else ())

    def _subjects(self) -> frozenset[str]:
        """The assessed units that have targets of their own."""
        targets = self.data.get("targets")
        rows = targets.values() if isinstance(targets, dict) else ()
        return frozenset(name for row in rows if isinstance(row, dict) for name in row)


def read_overlay(file: Path) -> OverlayDocument:
    """Read a TOML or (by its name) JSON file.

    Raises OSError where there is none, RubricError where it is not such a file or names no `id`.
    """
    try:
        content = written(file).decode("utf-8", errors="replace")
        if file.suffix == ".json":
            data = json.loads(content, parse_float=figure)
        else:
            data = tomllib.loads(content, parse_float=figure)
        return parse_overlay(data)
    except (ValueError, RecursionError, ScoringError) as error:
        raise RubricError(file.name, (Problem("补充方案", str(error)),)) from error


def parse_overlay(data: object) -> OverlayDocument:
    """Take an overlay from a table; ScoringError overlay_invalid where it is none or names no `id`."""
    name = data.get("id") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(name, str) or not name:
        raise ScoringError("overlay_invalid", "补充方案应为一张表，并有自己的“id”。", "overlay")
    return OverlayDocument(name, {key: _storable(value) for key, value in data.items()})


def _storable(value: object) -> object:
    """The same in JSON: numbers and dates as text."""
    match value:
        case dict():
            return {key: _storable(item) for key, item in value.items()}
        case list():
            return [_storable(item) for item in value]
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
        case _:
            return value
