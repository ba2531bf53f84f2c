"""Quantities worked out from the inputs before a rule looks at them: sums, differences, rounded ratios."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from scoring.conditions import Values, number
from scoring.decimals import ONE, ZERO, plain, round_half_up


@dataclass(frozen=True, slots=True)
class Sum:
    """合计: the inputs added, those in `minus` taken off."""

    name: str
    label: str
    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset(self.plus + self.minus)

    def value(self, values: Values) -> Decimal:
        """The sum, exact."""
        added = sum((number(values, name) for name in self.plus), ZERO)
        return added - sum((number(values, name) for name in self.minus), ZERO)

    def step(self, values: Values, labels: Mapping[str, str]) -> str:
        """The arithmetic in Chinese."""
        terms = " ＋ ".join(f"{labels[name]} {plain(number(values, name))}" for name in self.plus)
        terms += "".join(f" － {labels[name]} {plain(number(values, name))}" for name in self.minus)
        return f"{self.label} ＝ {terms} ＝ {plain(self.value(values))}。"


@dataclass(frozen=True, slots=True)
class Rounded:
    """取整: an input, or its ratio to another times a factor, rounded half up as the clause prints."""

    name: str
    label: str
    of: str
    per: str | None
    times: Decimal = ONE
    places: int = 0

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.of,) if self.per is None else (self.of, self.per))

    def value(self, values: Values) -> Decimal:
        """The rounded value."""
        exact = number(values, self.of) * self.times
        return round_half_up(exact if self.per is None else exact / number(values, self.per), self.places)

    def step(self, values: Values, labels: Mapping[str, str]) -> str:
        """The arithmetic in Chinese."""
        terms = f"{labels[self.of]} {plain(number(values, self.of))}"
        if self.per is not None:
            terms += f" ÷ {labels[self.per]} {plain(number(values, self.per))}"
        if self.times != ONE:
            terms += f" × {plain(self.times)}"
        return f"{self.label} ＝ {terms}，四舍五入取整得 {plain(self.value(values))}。"


Derived = Sum | Rounded
