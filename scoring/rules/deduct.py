"""扣分: a starting mark, less the printed deductions."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values, number
from scoring.decimals import ONE, ZERO, plain
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Counted:
    """按件: the number reported by an input."""

    input: str

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.input,))

    def times(self, values: Values) -> Decimal:
        """How often the deduction applies."""
        return number(values, self.input)

    def step(self, values: Values, context: Context) -> str:
        """The count in Chinese."""
        return f"{context.labels[self.input]} {plain(number(values, self.input))}"


@dataclass(frozen=True, slots=True)
class Unmet:
    """每缺一项: how many of the conditions do not hold."""

    conditions: tuple[Condition, ...]

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset().union(*(condition.names for condition in self.conditions))

    def times(self, values: Values) -> Decimal:
        """How often the deduction applies."""
        return Decimal(sum(not condition.holds(values) for condition in self.conditions))

    def step(self, values: Values, context: Context) -> str:
        """The unmet conditions in Chinese."""
        unmet = [item.describe(context.labels) for item in self.conditions if not item.holds(values)]
        return f"未符合{len(unmet)}项（{'；'.join(unmet)}）" if unmet else "各项均符合"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """每少: how far `actual` falls short of a target (an input or a number), in whole or begun steps."""

    actual: str
    target: str | Decimal
    step_size: Decimal = ONE

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.actual, self.target) if isinstance(self.target, str) else (self.actual,))

    def times(self, values: Values) -> Decimal:
        """How often the deduction applies: a begun step counts whole."""
        short = self._target(values) - number(values, self.actual)
        return max(ZERO, short / self.step_size).to_integral_value(rounding=ROUND_CEILING)

    def step(self, values: Values, context: Context) -> str:
        """The shortfall in Chinese."""
        actual, target = number(values, self.actual), self._target(values)
        shown = f"{context.labels[self.actual]} {plain(actual)}，应达 {plain(target)}"
        if actual >= target:
            return f"{shown}，不少"
        steps = "" if self.step_size == ONE else f"，每{plain(self.step_size)}为一档，不足一档按一档"
        return f"{shown}，少 {plain(target - actual)}{steps}"

    def _target(self, values: Values) -> Decimal:
        return number(values, self.target) if isinstance(self.target, str) else self.target


Measure = Counted | Unmet | Shortfall


@dataclass(frozen=True, slots=True)
class Deduction:
    """一条扣分: `each` for every unit of the measure (else once) while `when` holds, `at_most` in all."""

    each: Decimal
    measure: Measure | None = None
    when: Condition | None = None
    at_most: Decimal | None = None

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions it reads."""
        unmet = self.measure.conditions if isinstance(self.measure, Unmet) else ()
        return unmet if self.when is None else (*unmet, self.when)

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        named = frozenset[str]() if self.measure is None else self.measure.names
        return named.union(*(condition.names for condition in self.conditions))

    def amount(self, values: Values) -> Decimal:
        """What it takes off, at least 0."""
        if self.when is not None and not self.when.holds(values):
            return ZERO
        amount = self.each if self.measure is None else self.each * self.measure.times(values)
        return amount if self.at_most is None else min(amount, self.at_most)

    def step(self, values: Values, context: Context) -> str | None:
        """The deduction in Chinese; None when it does not apply."""
        if self.when is not None and not self.when.holds(values):
            return None
        reasons = [] if self.when is None else [self.when.describe(context.labels)]
        amount = f"扣{plain(self.amount(values))}分"
        if self.measure is not None:
            reasons.append(self.measure.step(values, context))
            amount = f"{plain(self.measure.times(values))} × {plain(self.each)}分，{amount}"
        limit = "" if self.at_most is None else f"（最多扣{plain(self.at_most)}分）"
        return f"{'，'.join(reasons)}：{amount}{limit}。"


@dataclass(frozen=True, slots=True)
class Deduct:
    """`start` less every deduction; the part's floor and cap bound the rest."""

    start: Decimal
    deductions: tuple[Deduction, ...]
    most_bonus: ClassVar[Decimal] = ZERO

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions it reads."""
        return tuple(condition for deduction in self.deductions for condition in deduction.conditions)

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset().union(*(deduction.names for deduction in self.deductions))

    @property
    def most(self) -> Decimal:
        """The starting mark."""
        return self.start

    def score(self, values: Values, _context: Context) -> Outcome:
        """Take every deduction off the starting mark."""
        points = self.start
        for deduction in self.deductions:
            points -= deduction.amount(values)
        return Outcome(points)

    def steps(self, values: Values, context: Context) -> list[str]:
        """One sentence for each deduction that applies, then the difference."""
        steps = [step for item in self.deductions if (step := item.step(values, context)) is not None]
        amounts = [item.amount(values) for item in self.deductions]
        taken = "".join(f" － {plain(amount)}" for amount in amounts if amount)
        left = plain(self.start - sum(amounts, ZERO))
        steps.append(f"{plain(self.start)}{taken} ＝ {left}分。" if taken else f"不扣分，得{left}分。")
        return steps
