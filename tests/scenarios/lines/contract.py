"""The lines of the chat contract, each with what has to come of it."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.scenarios.lines.case import Case
from tests.scenarios.lines.contacts import CONTACTS
from tests.scenarios.lines.leaders import LEADERS
from tests.scenarios.lines.office import OFFICE
from tests.scenarios.lines.reviewers import REVIEWERS

FILE: Final = Path(__file__).parents[3] / ".." / "shared" / "cases" / "chat.jsonl"
CASES: Final[Mapping[str, Mapping[str, Case]]] = {
    "contact": CONTACTS,
    "reviewer": REVIEWERS,
    "leader": LEADERS,
    "admin": OFFICE,
}
"""By the role that the contract's lines name, then by text."""


def lines_of(*roles: str) -> Sequence[Mapping[str, str]]:
    """The contract's lines of these roles; none where the file is not beside the repository."""
    if not FILE.exists():
        return ()
    rows = (json.loads(row) for row in FILE.read_text("utf-8").splitlines())
    return [row for row in rows if row["role"] in roles]


def case_of(line: Mapping[str, str]) -> Case:
    """What has to come of that line."""
    return CASES[line["role"]][line["text"]]
