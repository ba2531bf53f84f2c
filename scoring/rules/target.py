"""目标任务: met or missed against the subject's target, with a completion ratio and no points."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values, number
from scoring.decimals import ZERO, plain, round_half_up
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Target:
    """达到目标 with a ratio, or (`strict`) 低于限值 without one; a said null is not judged."""

    input: str
    strict: bool
    most: ClassVar[Decimal | None] = None
    most_bonus: ClassVar[Decimal] = ZERO
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.input,))

    def score(self, values: Values, context: Context) -> Outcome:
        """Whether the target is met, and actual ÷ target rounded half up to 4 decimals, not capped."""
        if context.target is None or (self.input in values and values[self.input] is None):
            return Outcome(None)
        actual = number(values, self.input)
        if self.strict:
            return Outcome(None, met=actual < context.target)
        ratio = round_half_up(actual / context.target, 4)
        return Outcome(None, met=actual >= context.target, ratio=ratio)

    def steps(self, values: Values, context: Context) -> list[str]:
        """The comparison in Chinese."""
        label = context.labels[self.input]
        if context.target is None:
            return ["本镇（区、街道）无此项任务，不评判。"]
        if values[self.input] is None:
            return [f"{label}：无抽查批次，不评判，不计入任务数。"]
        outcome = self.score(values, context)
        actual, target = plain(number(values, self.input)), plain(context.target)
        verdict = "完成" if outcome.met else "未完成"
        if outcome.ratio is None:
            return [f"{label} {actual}，须低于 {target}：{verdict}。"]
        ratio = f"完成率 {actual} ÷ {target} ＝ {plain(outcome.ratio)}"
        return [f"{label} {actual}，目标 {target}：{verdict}；{ratio}。"]
