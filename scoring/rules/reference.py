"""只作参考: a value that is recorded and shown beside the total, never in it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values, number
from scoring.decimals import ZERO, plain
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Reference:
    """The value of an input, without points."""

    input: str
    most: ClassVar[Decimal | None] = None
    most_bonus: ClassVar[Decimal] = ZERO
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.input,))

    def score(self, values: Values, _context: Context) -> Outcome:
        """No points; the value as a reference."""
        return Outcome(None, reference=number(values, self.input))

    def steps(self, values: Values, context: Context) -> list[str]:
        """Name the value."""
        return [f"{context.labels[self.input]} {plain(number(values, self.input))}：只作参考，不进总分。"]
