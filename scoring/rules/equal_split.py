"""均分: a mark printed once for several points of work, shared equally among those that hold."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values
from scoring.decimals import ZERO, plain, round_half_up
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class Share:
    """一条: holds where all its conditions hold; `label` is how the document words it ("": as conditions)."""

    conditions: tuple[Condition, ...]
    label: str = ""

    def holds(self, values: Values) -> bool:
        """Whether all conditions hold."""
        return all(condition.holds(values) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class EqualSplit:
    """`marks` × k ÷ n for k of n shares, rounded half up to 0.01; provisional, as no division is printed."""

    shares: tuple[Share, ...]
    marks: Decimal
    most_bonus: ClassVar[Decimal] = ZERO

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions it reads."""
        return tuple(condition for share in self.shares for condition in share.conditions)

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset[str]().union(*(condition.names for condition in self.conditions))

    @property
    def most(self) -> Decimal:
        """The mark."""
        return self.marks

    def score(self, values: Values, _context: Context) -> Outcome:
        """The share of the mark that the held shares earn."""
        held = sum(share.holds(values) for share in self.shares)
        return Outcome(round_half_up(self.marks * held / len(self.shares), 2), provisional=True)

    def steps(self, values: Values, context: Context) -> list[str]:
        """One sentence for each share, then the division."""
        held = [share.holds(values) for share in self.shares]
        verdicts = [
            f"{_worded(share, context)}：{'符合' if holds else '不符合'}。"
            for share, holds in zip(self.shares, held, strict=True)
        ]
        count, points = len(held), plain(self.score(values, context).points or ZERO)
        division = f"{plain(self.marks)}×{sum(held)}÷{count}，四舍五入到0.01，得{points}分"
        return [*verdicts, f"{count}条符合{sum(held)}条，{division}（均分，预评）。"]


def _worded(share: Share, context: Context) -> str:
    described = "，且".join(condition.describe(context.labels) for condition in share.conditions)
    return (share.label or described.removesuffix("（是）")).rstrip("。")
