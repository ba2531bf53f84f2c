"""分档选择: the reporter picks a printed level, each level has its printed points."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values
from scoring.decimals import ZERO, plain
from scoring.errors import MissingValue
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Levels:
    """Points by the chosen level; `points` and `labels` by the level's value."""

    input: str
    points: Mapping[str, Decimal]
    labels: Mapping[str, str]
    most_bonus: ClassVar[Decimal] = ZERO
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.input,))

    @property
    def most(self) -> Decimal:
        """The points of the best level."""
        return max(self.points.values())

    def score(self, values: Values, _context: Context) -> Outcome:
        """The points of the chosen level."""
        return Outcome(self.points[self._chosen(values)])

    def steps(self, values: Values, context: Context) -> list[str]:
        """Name the level and its points."""
        level = self._chosen(values)
        return [f"{context.labels[self.input]}：{self.labels[level]}，得{plain(self.points[level])}分。"]

    def _chosen(self, values: Values) -> str:
        value = values.get(self.input)
        if not isinstance(value, str):
            raise MissingValue(self.input)
        return value
