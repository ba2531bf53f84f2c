"""The text of a document, and on which line of it a criterion and some words stand."""

from collections.abc import Iterable, Mapping
from typing import Final

from rubrics.clauses import pieces, squeezed
from scoring.model import Criterion, Rubric

_BEGINNING: Final = 12


class Source:
    """原文. Words are looked for without their white space, as they may run over the lines of a table."""

    def __init__(self, text: str) -> None:
        self.text = text
        lines = [squeezed(line) for line in text.splitlines()]
        self._squeezed = "".join(lines)
        self._lines = [number for number, line in enumerate(lines, 1) for _ in line]

    def line(self, words: str, start: int = 0) -> int | None:
        """The line (from 1) on which the words begin, looked for from `start`, then anywhere; else None."""
        place = self.place(words, start)
        return None if place is None else self.line_at(place)

    def line_at(self, place: int) -> int:
        """The line of a character."""
        return self._lines[place]

    def place(self, words: str, start: int = 0) -> int | None:
        """The character at which the words, or at least their beginning, are found."""
        wanted = squeezed(words)
        looked_for = [(wanted, start), (wanted, 0), (wanted[:_BEGINNING], start), (wanted[:_BEGINNING], 0)]
        places = (self._squeezed.find(text, begin) for text, begin in looked_for if text)
        return next((place for place in places if place >= 0), None)

    def places(self, rubric: Rubric) -> Mapping[str, int]:
        """Where each criterion's clause begins; lines of the same words are told apart by their order."""
        found: dict[str, int] = {}
        start = 0
        for criterion in rubric.criteria:
            place = self.place(_beginning(criterion, rubric.clause_joints), start)
            if place is not None:
                found[criterion.code] = place
                start = max(start, place + 1)
        return found


def _beginning(criterion: Criterion, joints: str) -> str:
    parts: Iterable[str] = pieces(criterion.clause, joints)
    return next((part for part in parts if squeezed(part)), criterion.name)
