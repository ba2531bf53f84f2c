"""逐项给分: each item that holds earns its printed points."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values
from scoring.decimals import ZERO, plain
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Item:
    """一项: what must hold, and its printed points."""

    when: Condition
    points: Decimal


@dataclass(frozen=True, slots=True)
class Checklist:
    """The points of the items that hold, added."""

    items: tuple[Item, ...]
    most_bonus: ClassVar[Decimal] = ZERO

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions it reads."""
        return tuple(item.when for item in self.items)

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset().union(*(condition.names for condition in self.conditions))

    @property
    def most(self) -> Decimal:
        """All items together."""
        return sum((item.points for item in self.items), ZERO)

    def score(self, values: Values, _context: Context) -> Outcome:
        """Add the items that hold."""
        points = ZERO
        for item in self.items:
            if item.when.holds(values):
                points += item.points
        return Outcome(points)

    def steps(self, values: Values, context: Context) -> list[str]:
        """One sentence for each item."""
        return [f"{item.when.describe(context.labels)}：{_verdict(item, values)}" for item in self.items]


def _verdict(item: Item, values: Values) -> str:
    if item.when.holds(values):
        return f"符合，得{plain(item.points)}分。"
    return f"不符合，得0分（本项{plain(item.points)}分）。"
