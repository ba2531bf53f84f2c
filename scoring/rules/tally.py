"""加分累计: counts times printed marks, up to a cap, on top of the other points."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values, number
from scoring.decimals import ZERO, plain
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Tally:
    """Σ count × mark, at most `cap`, all of it bonus; `marks` pairs an input with the marks of one piece."""

    marks: tuple[tuple[str, Decimal], ...]
    cap: Decimal
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset(name for name, _ in self.marks)

    @property
    def most(self) -> Decimal:
        """Nothing of it is base."""
        return ZERO

    @property
    def most_bonus(self) -> Decimal:
        """The printed cap."""
        return self.cap

    def score(self, values: Values, _context: Context) -> Outcome:
        """The capped sum, as bonus."""
        return Outcome(ZERO, min(self.cap, self._sum(values)))

    def steps(self, values: Values, context: Context) -> list[str]:
        """One sentence for each count above 0, then the sum and the cap."""
        steps = [
            f"{context.labels[name]} {plain(count)} × {plain(mark)}分 ＝ {plain(count * mark)}分。"
            for name, mark in self.marks
            if (count := number(values, name))
        ]
        total = self._sum(values)
        return [
            *steps,
            f"合计{plain(total)}分，最多加{plain(self.cap)}分，加{plain(min(self.cap, total))}分。",
        ]

    def _sum(self, values: Values) -> Decimal:
        total = ZERO
        for name, mark in self.marks:
            total += number(values, name) * mark
        return total
