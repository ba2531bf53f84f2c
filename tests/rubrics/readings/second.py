"""A second reading of the documents: each line's arithmetic once more, in fractions, without the engine."""

import itertools
import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

F = Fraction
Said = Mapping[str, object]
"""Values as they are reported, by input name."""

MOST_CASES = 400
YES_NO = (True, False)


@dataclass(frozen=True)
class Expected:
    """What a line must come to; `bonus` is None where the line has none."""

    points: Fraction | None
    gap: bool = False
    provisional: bool = False
    bonus: Fraction | None = None


Result = Fraction | int | Expected


@dataclass(frozen=True, eq=False)
class Line:
    """One line: the values to try for every input (None: a null is said; ABSENT: left out), and its reading.

    `read` takes the values by name, numbers as fractions.
    """

    code: str
    inputs: Mapping[str, Sequence[object]]
    read: Callable[..., Result]

    def cases(self) -> Iterator[tuple[Said, Expected]]:
        """Every combination of the values, or a fixed choice of them where there are too many."""
        for row in self._rows():
            said = {name: value for name, value in zip(self.inputs, row, strict=True) if value is not ABSENT}
            yield said, expected(self.read(**{name: meant(value) for name, value in said.items()}))

    def _rows(self) -> Iterable[tuple[object, ...]]:
        values = self.inputs.values()
        if math.prod(map(len, values)) <= MOST_CASES:
            return itertools.product(*values)
        chosen = random.Random(self.code)
        return (tuple(map(chosen.choice, values)) for _ in range(MOST_CASES))


ABSENT = object()


def meant(value: object) -> object:
    """A reported value as the reading takes it."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return F(value)
    assert isinstance(value, str)
    return F(value) if value.lstrip("-").replace(".", "").isdigit() else value


def expected(result: Result) -> Expected:
    return result if isinstance(result, Expected) else Expected(F(result))


def half_up(value: Fraction, places: int = 2) -> Fraction:
    """Round a fraction that is not negative, halves up."""
    unit = 10**places
    return F((value * unit * 2 + 1) // 2, unit)


def around(*bounds: str) -> tuple[str, ...]:
    """Each bound of a percentage, just below and just above it, and both ends of the scale."""
    near = {F(bound) + step for bound in bounds for step in (F(0), F("-0.01"), F("0.01"), F("-0.0000001"))}
    return tuple(text(value) for value in sorted({*near, F(0), F(100)}) if 0 <= value <= 100)


def text(value: Fraction) -> str:
    """A fraction of tens as a plain decimal."""
    digits = f"{abs(int(value * 10**7)):08d}"
    sign = "-" if value < 0 else ""
    return sign + f"{digits[:-7]}.{digits[-7:]}".rstrip("0").rstrip(".")


def yes(names: str) -> dict[str, Sequence[object]]:
    """Yes-no inputs, by their names."""
    return dict.fromkeys(names.split(), YES_NO)


def marks(**printed: str) -> Callable[..., Fraction]:
    """Each item that holds earns its mark; names joined by `__` must hold together."""

    def read(**held: bool) -> Fraction:
        return sum(
            (F(mark) for names, mark in printed.items() if all(held[n] for n in names.split("__"))), F(0)
        )

    return read


def items(code: str, **printed: str) -> Line:
    """A line of items with their marks."""
    names = " ".join(name for joined in printed for name in joined.split("__"))
    return Line(code, yes(names), marks(**printed))


def missing(code: str, start: str, each: str, names: str, least: str = "0") -> Line:
    """A line that loses `each` for every item missing, down to `least`."""

    def read(**held: bool) -> Result:
        lost = sum(not held[name] for name in names.split())
        return max(F(least), F(start) - F(each) * lost)

    return Line(code, yes(names), read)


def ladder(code: str, name: str, *bands: tuple[str, str], otherwise: str = "0") -> Line:
    """A line of bands: from the bound up, the points; below the last, `otherwise`."""

    def read(**values: Fraction) -> Result:
        reached = (F(points) for bound, points in bands if values[name] >= F(bound))
        return next(reached, F(otherwise))

    return Line(code, {name: around(*(bound for bound, _ in bands))}, read)
