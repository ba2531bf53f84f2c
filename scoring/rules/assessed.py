"""考核方评分: the points are what the assessor enters."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values, number
from scoring.decimals import ZERO, plain
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Assessed:
    """The assessor's points, within 0 and the mark (checked with the inputs)."""

    input: str
    most: ClassVar[Decimal | None] = None
    most_bonus: ClassVar[Decimal] = ZERO
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.input,))

    def score(self, values: Values, _context: Context) -> Outcome:
        """The entered points."""
        return Outcome(number(values, self.input))

    def steps(self, values: Values, context: Context) -> list[str]:
        """Name the entered points."""
        points = plain(number(values, self.input))
        return [f"{context.labels[self.input]}：{points}分。"]
