"""另行制定: the document prints neither mark nor standard; only what it leaves to an overlay can score it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values
from scoring.decimals import ZERO, plain, round_half_up
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Unpriced:
    """No points; where a value and its target are both given, whether the target is met, and the ratio."""

    actual: str | None = None
    target: str | None = None
    most: ClassVar[Decimal | None] = None
    most_bonus: ClassVar[Decimal] = ZERO
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset(name for name in (self.actual, self.target) if name is not None)

    def score(self, values: Values, _context: Context) -> Outcome:
        """No points; met and actual ÷ target (half up to 4 decimals) where both are given."""
        actual, target = self._value(values, self.actual), self._value(values, self.target)
        if actual is None or target is None:
            return Outcome(None)
        return Outcome(None, met=actual >= target, ratio=round_half_up(actual / target, 4))

    def steps(self, values: Values, context: Context) -> list[str]:
        """Say that no standard is printed; compare with the target where both are given."""
        steps = ["原文没有印分值和评分标准（另行制定），没有补充方案不计分。"]
        outcome = self.score(values, context)
        if outcome.ratio is not None:
            verdict = "达到" if outcome.met else "未达到"
            steps.append(f"{verdict}目标值；实现值÷目标值＝{plain(outcome.ratio)}。")
        return steps

    def _value(self, values: Values, name: str | None) -> Decimal | None:
        given = None if name is None else values.get(name)
        return given if isinstance(given, Decimal) else None
