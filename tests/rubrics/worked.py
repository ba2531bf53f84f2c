"""Reading a rubric's own worked cases, `cases.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Case:
    """One worked case: what is reported for a criterion, and what must come out."""

    folder: str
    code: str
    inputs: Mapping[str, object]
    expected: Mapping[str, object]
    subject: str | None

    def __str__(self) -> str:
        return f"{self.folder}:{self.code}:{dict(self.inputs)}"


def worked_cases(folder: Path) -> Iterator[Case]:
    """Every case of a rubric's folder; TOML has no null, so that the word stands for it."""
    document = tomllib.loads((folder / "cases.toml").read_text("utf-8"))
    for criterion in document["criteria"]:
        for case in criterion["cases"]:
            given = {**criterion.get("given", {}), **case["inputs"]}
            inputs = {name: None if value == "null" else value for name, value in given.items()}
            expected = {key: value for key, value in case.items() if key not in ("inputs", "subject")}
            yield Case(folder.name, criterion["code"], inputs, expected, case.get("subject"))
