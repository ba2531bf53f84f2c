"""按比例给分: actual ÷ target × mark, rounded once to 0.01."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values, number
from scoring.decimals import ZERO, plain, round_half_up
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Proportional:
    """`marks` at the target, less in proportion, 0 below `zero_below`; a target of 0 counts as reached."""

    actual: str
    target: str
    marks: Decimal
    zero_below: Decimal = ZERO
    most_bonus: ClassVar[Decimal] = ZERO
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.actual, self.target))

    @property
    def most(self) -> Decimal:
        """The mark."""
        return self.marks

    def score(self, values: Values, _context: Context) -> Outcome:
        """The share of the mark, rounded half up to 0.01."""
        actual, target = number(values, self.actual), number(values, self.target)
        if actual < self.zero_below:
            return Outcome(ZERO)
        if actual >= target:
            return Outcome(self.marks)
        return Outcome(round_half_up(actual * self.marks / target, 2))

    def steps(self, values: Values, context: Context) -> list[str]:
        """The division and its rounding."""
        actual, target = number(values, self.actual), number(values, self.target)
        shown = f"{context.labels[self.actual]} {plain(actual)}"
        goal = f"{context.labels[self.target]} {plain(target)}"
        if actual < self.zero_below:
            return [f"{shown} 低于 {plain(self.zero_below)}，得0分。"]
        if actual >= target:
            return [f"{shown} 达到 {goal}，得{plain(self.marks)}分。"]
        points = plain(round_half_up(actual * self.marks / target, 2))
        return [f"{shown} ÷ {goal} × {plain(self.marks)}，四舍五入到0.01，得{points}分。"]
