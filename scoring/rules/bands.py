"""分段给分: a value, or its percentage of another, falls into printed bands."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final

from scoring.conditions import Condition, Values, number
from scoring.decimals import HUNDRED, ONE, ZERO, plain
from scoring.rules.base import Context, Outcome

BOUNDS: Final[dict[str, tuple[Callable[[Decimal, Decimal], bool], str]]] = {
    "at_least": (operator.ge, "≥"),
    "above": (operator.gt, "＞"),
    "at_most": (operator.le, "≤"),
    "below": (operator.lt, "＜"),
}
"""How a band's bound is written in a rubric: 含/以上/以内 take the bound in, 超过/低于 leave it out."""


@dataclass(frozen=True, slots=True)
class Band:
    """一段: one bound (a key of BOUNDS) and the points within it."""

    bound: str
    limit: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class Bands:
    """The first band whose bound holds, else `otherwise`; a said null gives `null_points`."""

    of: str
    percent_of: str | None
    bands: tuple[Band, ...]
    otherwise: Decimal = ZERO
    null_points: Decimal | None = None
    most_bonus: ClassVar[Decimal] = ZERO
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.of,) if self.percent_of is None else (self.of, self.percent_of))

    @property
    def most(self) -> Decimal:
        """The best band's points."""
        return max([self.otherwise, *(band.points for band in self.bands)])

    def score(self, values: Values, _context: Context) -> Outcome:
        """The points of the band the value falls into."""
        if self._is_null(values) and self.null_points is not None:
            return Outcome(self.null_points)
        band = self._holding(values)
        return Outcome(self.otherwise if band is None else band.points)

    def steps(self, values: Values, context: Context) -> list[str]:
        """Name the value, the band and its points."""
        label = context.labels[self.of]
        if self._is_null(values) and self.null_points is not None:
            return [f"{label}：本年度无此类情况，得{plain(self.null_points)}分。"]
        shown = f"{label} {plain(number(values, self.of))}"
        if self.percent_of is not None:
            shown += (
                f" 与 {context.labels[self.percent_of]} {plain(number(values, self.percent_of))} 的百分比"
            )
        band = self._holding(values)
        if band is None:
            return [f"{shown}：不在给分段内（{self._ladder()}），得{plain(self.otherwise)}分。"]
        sign = BOUNDS[band.bound][1]
        return [f"{shown}：属于“{sign}{plain(band.limit)}”这一档，得{plain(band.points)}分。"]

    def _is_null(self, values: Values) -> bool:
        return self.of in values and values[self.of] is None

    def _holding(self, values: Values) -> Band | None:
        # Cross-multiplied, so that a percentage is never rounded and a base of 0 needs no division.
        value, unit = number(values, self.of), ONE
        if self.percent_of is not None:
            value, unit = value * HUNDRED, number(values, self.percent_of)
        for band in self.bands:
            if BOUNDS[band.bound][0](value, band.limit * unit):
                return band
        return None

    def _ladder(self) -> str:
        return "、".join(f"{BOUNDS[band.bound][1]}{plain(band.limit)}" for band in self.bands)
