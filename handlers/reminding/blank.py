"""空白清单: what a seat owes while nothing has been reported, put together once for all seats that owe the same.

A county has a hundred towns of which its document speaks as of one: they share a list, in which OWN stands for each.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from handlers.board import NOTHING_YET, BoardLine, duties_at
from handlers.people.speaker import Seat
from scoring.model import Rubric
from store.types import JsonObject

OWN = "本单位"
"""The assessed unit of a shared line: that of whoever owes it."""
_ANOTHER = "别的单位"


@dataclass(frozen=True)
class Blank:
    """A list on which nothing has been reported; `by_code` is empty unless every line is of the seat's own unit."""

    lines: tuple[BoardLine, ...]
    by_code: Mapping[str, BoardLine]

    @cached_property
    def owed(self) -> Mapping[str, frozenset[str]]:
        """The inputs that a complete report of each leaf has."""
        return {code: frozenset(item.name for item in line.duty.owed) for code, line in self.by_code.items()}

    def is_complete(self, inputs: Mapping[str, JsonObject]) -> bool:
        """Whether each line was either not reported or reported with all that is owed."""
        if not self.by_code:
            return False
        owed = self.owed
        return all(given and owed[code] <= given.keys() for code, given in inputs.items() if code in owed)


def blank_of(rubric: Rubric, seat: Seat, milestone: str | None) -> Blank:
    """The seat's list while that milestone runs; lines may be shared (OWN)."""
    if seat.own in seat.subjects and _named(rubric).isdisjoint((seat.unit, seat.subject)):
        anyone = Seat(seat.role, OWN, OWN if seat.subject else "", (OWN, _ANOTHER))
        shared = _blank(rubric, anyone, milestone)
        if shared.by_code:
            return shared
    return _blank(rubric, seat, milestone)


def subject_of(line: BoardLine, seat: Seat) -> str:
    """Which assessed unit the line is about."""
    return seat.own if line.subject == OWN else line.subject


def as_own(line: BoardLine, seat: Seat) -> BoardLine:
    """The line as the seat's alone."""
    return replace(line, subject=seat.own) if line.subject == OWN else line


@lru_cache(maxsize=4096)
def _blank(rubric: Rubric, seat: Seat, milestone: str | None) -> Blank:
    lines = tuple(
        BoardLine.of(duty, subject, NOTHING_YET)
        for duty in duties_at(rubric, seat, milestone)
        for subject in duty.subjects
    )
    own = all(line.subject == seat.own for line in lines)
    return Blank(lines, {line.code: line for line in lines} if own else {})


@lru_cache(maxsize=64)
def _named(rubric: Rubric) -> frozenset[str]:
    """The units of which the document says anything that it does not say of all."""
    return frozenset(_names(rubric)) - {""}


def _names(rubric: Rubric) -> Iterator[str]:
    for criterion in rubric.criteria:
        yield from (criterion.reporter, *criterion.named_units, *criterion.targets)
        for item in criterion.inputs:
            yield from item.by
