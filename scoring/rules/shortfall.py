"""按差距扣分: how far a value stays below its target decides the deduction, fixed or within a range."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from scoring.conditions import Condition, Values, number
from scoring.decimals import ZERO, plain, round_half_up
from scoring.rules.base import Context, Outcome


@dataclass(frozen=True, slots=True)
class ShortfallBand:
    """一段: a shortfall up to `within` (含) takes off `deduct`, or where printed so `deduct` to `up_to`."""

    within: Decimal
    deduct: Decimal
    up_to: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ShortfallBands:
    """`marks` where nothing is short, less the first band's deduction that reaches, 0 beyond the last band.

    `of` is the shortfall, at most 0 where the target is reached. In a band with a range the assessor's
    deduction (`assessed`) counts; until it is given the deduction rises in a straight line over the band, and
    the points, rounded half up to 0.01, are provisional.
    """

    of: str
    marks: Decimal
    bands: tuple[ShortfallBand, ...]
    assessed: str | None = None
    most_bonus: ClassVar[Decimal] = ZERO
    conditions: ClassVar[tuple[Condition, ...]] = ()

    @property
    def names(self) -> frozenset[str]:
        """The inputs it reads."""
        return frozenset((self.of,) if self.assessed is None else (self.of, self.assessed))

    @property
    def most(self) -> Decimal:
        """The mark."""
        return self.marks

    def score(self, values: Values, _context: Context) -> Outcome:
        """The mark less the deduction."""
        short = number(values, self.of)
        if short <= ZERO:
            return Outcome(self.marks)
        place = self._place(short)
        if place is None:
            return Outcome(ZERO)
        band = self.bands[place]
        if band.up_to is None:
            return Outcome(self.marks - band.deduct)
        assessed = self._assessed(values)
        if assessed is not None:
            return Outcome(self.marks - assessed)
        return Outcome(round_half_up(self.marks - self._linear(short, place), 2), provisional=True)

    def steps(self, values: Values, context: Context) -> list[str]:
        """Name the shortfall, its band and the deduction."""
        short = number(values, self.of)
        shown = f"{context.labels[self.of]} {plain(short)}"
        points = plain(self.score(values, context).points or ZERO)
        if short <= ZERO:
            return [f"{shown}，达到目标值，得{points}分。"]
        place = self._place(short)
        if place is None:
            return [f"{shown}，超过{plain(self.bands[-1].within)}，得0分。"]
        band = self.bands[place]
        within = f"{shown}，在{plain(self._start(place))}—{plain(band.within)}一段（含{plain(band.within)}）"
        if band.up_to is None:
            return [f"{within}，扣{plain(band.deduct)}分，得{points}分。"]
        most = plain(band.up_to)
        return [f"{within}，扣{plain(band.deduct)}—{most}分。", self._ranged(values, short, place)]

    def _ranged(self, values: Values, short: Decimal, place: int) -> str:
        assessed = self._assessed(values)
        if assessed is not None:
            return f"考核方核定扣{plain(assessed)}分，得{plain(self.marks - assessed)}分。"
        band, start = self.bands[place], self._start(place)
        exact = self.marks - self._linear(short, place)
        rise = f"{plain((band.up_to or band.deduct) - band.deduct)}×（{plain(short)}－{plain(start)}）"
        width = plain(band.within - start)
        points = plain(round_half_up(exact, 2))
        return (
            f"考核方尚未核定，暂按线性：{plain(self.marks)}－［{plain(band.deduct)}＋{rise}÷{width}］，"
            f"四舍五入到0.01，暂得{points}分（预评）。"
        )

    def _place(self, short: Decimal) -> int | None:
        return next((place for place, band in enumerate(self.bands) if short <= band.within), None)

    def _start(self, place: int) -> Decimal:
        return self.bands[place - 1].within if place else ZERO

    def _linear(self, short: Decimal, place: int) -> Decimal:
        band, start = self.bands[place], self._start(place)
        rise = (band.up_to or band.deduct) - band.deduct
        return band.deduct + rise * (short - start) / (band.within - start)

    def _assessed(self, values: Values) -> Decimal | None:
        given = None if self.assessed is None else values.get(self.assessed)
        return given if isinstance(given, Decimal) else None
