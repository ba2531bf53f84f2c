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
        undecided = self.each is None and self._assessed(values) is None
        provisional = undecided and bool(number(values, self.count))
        return Outcome(ZERO - self._taken(values), provisional=provisional)

    def steps(self, values: Values, context: Context) -> list[str]:
        """Name the events and what they take off."""
        events, taken = number(values, self.count), plain(self._taken(values))
        shown, most = f"{context.labels[self.count]} {plain(events)}", plain(self.max_deduction)
        if not events:
            return [f"{shown}，不扣分。"]
        if self.each is not None:
            return [f"{shown} × {plain(self.each)}分，最多扣{most}分，扣{taken}分。"]
        if self._assessed(values) is None:
            return [f"{shown}，酌情扣分、最多{most}分；考核方尚未核定，暂扣{taken}分（预评）。"]
        return [f"{shown}，考核方核定扣{taken}分（最多{most}分）。"]

    def _taken(self, values: Values) -> Decimal:
        events = number(values, self.count)
        if not events:
            return ZERO
        if self.each is not None:
            return min(self.max_deduction, self.each * events)
        assessed = self._assessed(values)
        return self.max_deduction if assessed is None else assessed

    def _assessed(self, values: Values) -> Decimal | None:
        given = None if self.assessed is None else values.get(self.assessed)
        return given if isinstance(given, Decimal) else None
