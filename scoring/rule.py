"""A criterion's whole rule: printed parts, each within its floor and cap, and the unpriced states."""

from dataclasses import dataclass, field
from decimal import Decimal

from scoring.conditions import Condition, Value, Values
from scoring.decimals import ZERO, plain
from scoring.derived import Derived
from scoring.rules import AnyRule, Unpriced
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Part:
    """一部分: one printed mark. `requires` unmet gives 0; the points stay within `floor` and `cap`.

    With `on_top` all of them are bonus.
    """

    rule: AnyRule
    cap: Decimal | None = None
    floor: Decimal = ZERO
    label: str = ""
    requires: Condition | None = None
    on_top: bool = False

    @property
    def most_bonus(self) -> Decimal:
        """The most bonus it can give."""
        return (self.cap or ZERO) if self.on_top else self.rule.most_bonus

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return self.rule.names if self.requires is None else self.rule.names | self.requires.names

    def score(self, values: Values, context: Context) -> Outcome:
        """The rule's outcome within floor and cap."""
        if self.requires is not None and not self.requires.holds(values):
            return Outcome(ZERO)
        outcome = self.rule.score(values, context)
        if outcome.points is None:
            return outcome
        points = self._bounded(outcome.points)
        if self.on_top:
            return outcome._replace(points=ZERO, bonus=points)
        return outcome if points == outcome.points else outcome._replace(points=points)

    def _bounded(self, points: Decimal) -> Decimal:
        if points < self.floor:
            return self.floor
        return points if self.cap is None or points <= self.cap else self.cap

    def steps(self, values: Values, context: Context) -> list[str]:
        """The part's arithmetic, with its floor or cap where it bites."""
        if self.requires is not None and not self.requires.holds(values):
            steps = [f"前提“{self.requires.describe(context.labels)}”不符合，得0分。"]
        else:
            steps = self._rule_steps(values, context)
        return [f"{self.label}：{step}" for step in steps] if self.label else steps

    def _rule_steps(self, values: Values, context: Context) -> list[str]:
        steps = self.rule.steps(values, context)
        exact = self.rule.score(values, context).points
        if exact is not None and (bounded := self._bounded(exact)) != exact:
            steps.append(
                f"按最低{plain(self.floor)}分、最高{self._printed_cap()}分计，得{plain(bounded)}分。"
            )
        return [*steps, "计入加分，不在满分之内。"] if self.on_top else steps

    def _printed_cap(self) -> str:
        return "不限" if self.cap is None else plain(self.cap)


@dataclass(frozen=True, slots=True)
class Gap:
    """原文未定分的情形: while it holds, the conservative default is used and flagged; `note` is Chinese."""

    when: Condition
    note: str


@dataclass(frozen=True, slots=True)
class Rule:
    """评分标准: parts added, over the inputs and the quantities derived from them.

    `unpriced` is whether the document leaves mark and standard to an overlay.
    """

    parts: tuple[Part, ...]
    derived: tuple[Derived, ...] = ()
    gaps: tuple[Gap, ...] = ()
    unpriced: bool = field(init=False)

    def __post_init__(self) -> None:
        unpriced = any(isinstance(part.rule, Unpriced) for part in self.parts)
        object.__setattr__(self, "unpriced", unpriced)

    @property
    def least(self) -> Decimal:
        """The least points: 0, or minus the printed maximum where points are taken off."""
        return sum((part.floor for part in self.parts), ZERO)

    @property
    def most_bonus(self) -> Decimal:
        """The most bonus the parts can give."""
        return sum((part.most_bonus for part in self.parts), ZERO)

    def score(self, values: Values, context: Context) -> Outcome:
        """Add the parts; points are None when no part gives any."""
        values = self._with_derived(values)
        outcome = self.parts[0].score(values, context)
        for part in self.parts[1:]:
            outcome = _added(outcome, part.score(values, context))
        for gap in self.gaps:
            if gap.when.holds(values):
                return outcome._replace(gap=True)
        return outcome

    def steps(self, values: Values, context: Context) -> list[str]:
        """The arithmetic from the derived quantities to the sum of the parts, in Chinese."""
        names = {derived.name: derived.label for derived in self.derived}
        context = Context({**context.labels, **names}, context.target)
        values = self._with_derived(values)
        steps = [derived.step(values, context.labels) for derived in self.derived]
        for part in self.parts:
            steps += part.steps(values, context)
        if len(self.parts) > 1:
            points = [part.score(values, context).points or ZERO for part in self.parts]
            steps.append(f"合计 {' ＋ '.join(map(plain, points))} ＝ {plain(sum(points, ZERO))}分。")
        return steps + [gap.note for gap in self.gaps if gap.when.holds(values)]

    def _with_derived(self, values: Values) -> Values:
        if not self.derived:
            return values
        known: dict[str, Value] = dict(values)
        for derived in self.derived:
            known[derived.name] = derived.value(known)
        return known


def _added(one: Outcome, other: Outcome) -> Outcome:
    return Outcome(
        (one.points or ZERO) + (other.points or ZERO),
        one.bonus + other.bonus,
        provisional=one.provisional or other.provisional,
    )
