"""事件扣分: points are taken off elsewhere for what happened, up to a printed maximum."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values, number
from scoring.decimals import ZERO, plain
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Incident:
    """Minus `each` an event, or the assessor's deduction (酌情扣分), at most `max_deduction` in all.

    Without `each` the maximum is taken off, provisionally, until the assessor's deduction (`assessed`) is
    given.
    """

    count: str
    max_deduction: Decimal
    each: Decimal | None = None
    assessed: str | None = None
    most: ClassVar[Decimal] = ZERO
    most_bonus: ClassVar[Decimal] = ZERO
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.count,) if self.assessed is None else (self.count, self.assessed))

    def score(self, values: Values, _context: Context) -> Outcome:
        """The deduction, as points at most 0."""
        events = number(values, self.count)
        if not events:
            return Outcome(ZERO)
        if self.each is not None:
            return Outcome(ZERO - min(self.max_deduction, self.each * events))
        assessed = self._assessed(values)
        if assessed is None:
            return Outcome(ZERO - self.max_deduction, provisional=True)
        return Outcome(ZERO - assessed)

    def steps(self, values: Values, context: Context) -> list[str]:
        """Name the events and what they take off."""
        events = number(values, self.count)
        shown, most = f"{context.labels[self.count]} {plain(events)}", plain(self.max_deduction)
        if not events:
            return [f"{shown}，不扣分。"]
        if self.each is not None:
            taken = plain(min(self.max_deduction, self.each * events))
            return [f"{shown} × {plain(self.each)}分，最多扣{most}分，扣{taken}分。"]
        assessed = self._assessed(values)
        if assessed is None:
            return [f"{shown}，酌情扣分、最多{most}分；考核方尚未核定，暂扣{most}分（预评）。"]
        return [f"{shown}，考核方核定扣{plain(assessed)}分（最多{most}分）。"]

    def _assessed(self, values: Values) -> Decimal | None:
        given = None if self.assessed is None else values.get(self.assessed)
        return given if isinstance(given, Decimal) else None
