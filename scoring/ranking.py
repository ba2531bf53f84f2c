"""排名: the assessed units in order of their totals, kept in order while single leaves change."""

from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scoring.decimals import ZERO
from scoring.engine import rescore
from scoring.sheet import ScoreSheet

_Key = tuple[bool, Decimal, str]
"""Units without a total come last; then the most points first; then by name."""


@dataclass(frozen=True, slots=True)
class Place:
    """名次: equal totals share a place and the next one is skipped (1, 2, 2, 4)."""

    subject: str
    rank: int
    points: Decimal | None


class Ranking:
    """The sheets of all subjects and their order."""

    def __init__(
        self, sheets: Mapping[str, ScoreSheet], section_policies: Mapping[str, str] | None = None
    ) -> None:
        self.sheets = dict(sheets)
        self._section_policies = section_policies
        self._order = sorted(_key(subject, sheet.points) for subject, sheet in self.sheets.items())

    def change(self, subject: str, code: str, inputs: Mapping[str, object]) -> Place:
        """Score one changed leaf of one subject, move the subject and return its place.

        Raises KeyError for an unknown subject, and what `rescore` raises.
        """
        before = self.sheets[subject]
        after = rescore(before, code, inputs, section_policies=self._section_policies)
        del self._order[bisect_left(self._order, _key(subject, before.points))]
        insort(self._order, _key(subject, after.points))
        self.sheets[subject] = after
        return self.place(subject)

    def place(self, subject: str) -> Place:
        """Where a subject stands."""
        points = self.sheets[subject].points
        return Place(subject, bisect_left(self._order, _key("", points)) + 1, points)

    def places(self) -> tuple[Place, ...]:
        """All subjects, the first place first."""
        return tuple(self.place(subject) for _, _, subject in self._order)


def _key(subject: str, points: Decimal | None) -> _Key:
    return points is None, ZERO if points is None else -points, subject
