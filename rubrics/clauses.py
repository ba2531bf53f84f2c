"""Whether the clauses of a rubric stand verbatim in its document, `source.txt`, white space aside."""

import re
from pathlib import Path
from typing import Final

from scoring.model import Rubric

_SPACES: Final = re.compile(r"\s+|\[bookmark: [^]]*\]")
"""White space, and the names that Word gives to places in a text."""


def clauses_not_found(rubric: Rubric, folder: Path) -> tuple[tuple[str, str], ...]:
    """The pieces of clauses, with their criterion's code, that `folder/source.txt` does not contain."""
    source = squeezed((folder / "source.txt").read_text(encoding="utf-8"))
    return tuple(
        (criterion.code, piece)
        for criterion in rubric.criteria
        for piece in pieces(criterion.clause, rubric.clause_joints)
        if squeezed(piece) not in source
    )


def pieces(clause: str, joints: str) -> list[str]:
    """The pieces of a clause that are printed apart; `joints` is what the rubric joins them with."""
    return re.split(joints, clause) if joints else [clause]


def squeezed(text: str) -> str:
    """The text without white space and the names of places."""
    return _SPACES.sub("", text)
