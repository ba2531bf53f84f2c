"""Conditions over reported values, written as text: `agency_sound and supervisors >= agency_staff * 0.75`."""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from scoring.decimals import plain
from scoring.errors import MissingValue

Value = Decimal | bool | str | None
Values = Mapping[str, Value]
"""Checked values by input name: numbers as Decimal, None for a null that was said, absent when not given."""

_COMPARISONS: Final[dict[str, tuple[Callable[[Decimal, Decimal], bool], str]]] = {
    ">=": (operator.ge, "≥"),
    "<=": (operator.le, "≤"),
    ">": (operator.gt, "＞"),
    "<": (operator.lt, "＜"),
    "=": (operator.eq, "＝"),
}
_NAME = r"[a-z][a-z0-9_]*"
_NUMBER = r"-?\d+(?:\.\d+)?"
_TEST: Final = re.compile(
    rf"(?P<not>not )?(?P<name>{_NAME})"
    rf"(?: is (?P<word>{_NAME})"
    rf"| (?P<op>>=|<=|>|<|=) (?:(?P<number>{_NUMBER})|(?P<other>{_NAME})(?: \* (?P<factor>{_NUMBER}))?))?"
)


def number(values: Values, name: str) -> Decimal:
    """Return the number given for `name`; MissingValue when there is none."""
    value = values.get(name)
    if not isinstance(value, Decimal):
        raise MissingValue(name)
    return value


@dataclass(frozen=True, slots=True)
class Answered:
    """是/否: a yes-no input answered as `expected`."""

    name: str
    expected: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The inputs it reads."""
        return (self.name,)

    def holds(self, values: Values) -> bool:
        """Whether the answer is the expected one; MissingValue when there is none."""
        value = values.get(self.name)
        if not isinstance(value, bool):
            raise MissingValue(self.name)
        return value is self.expected

    def describe(self, labels: Mapping[str, str]) -> str:
        """The test in Chinese."""
        return f"{labels[self.name]}（{'是' if self.expected else '否'}）"


@dataclass(frozen=True, slots=True)
class Chosen:
    """选项: a choice equal to `word`, or the null of a nullable input."""

    name: str
    word: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """The inputs it reads."""
        return (self.name,)

    def holds(self, values: Values) -> bool:
        """Whether the choice was made; MissingValue when nothing was said."""
        if self.name not in values:
            raise MissingValue(self.name)
        return values[self.name] == self.word

    def describe(self, labels: Mapping[str, str]) -> str:
        """The test in Chinese."""
        return f"{labels[self.name]}＝{'无（null）' if self.word is None else self.word}"


@dataclass(frozen=True, slots=True)
class Compared:
    """比较: a number against another number, or against another input times a factor (exact)."""

    name: str
    sign: str
    compare: Callable[[Decimal, Decimal], bool]
    bound: Decimal
    other: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """The inputs it reads."""
        return (self.name,) if self.other is None else (self.name, self.other)

    def holds(self, values: Values) -> bool:
        """Whether the comparison holds; a null never compares; MissingValue when a number is not given."""
        if self.name in values and values[self.name] is None:
            return False
        left = number(values, self.name)
        right = self.bound if self.other is None else number(values, self.other) * self.bound
        return self.compare(left, right)

    def describe(self, labels: Mapping[str, str]) -> str:
        """The test in Chinese."""
        right = plain(self.bound)
        if self.other is not None:
            right = labels[self.other] + ("" if self.bound == 1 else f"×{right}")
        return f"{labels[self.name]}{self.sign}{right}"


Test = Answered | Chosen | Compared


@dataclass(frozen=True, slots=True)
class Condition:
    """条件: alternatives joined by `or`, each a row of tests joined by `and`."""

    text: str
    alternatives: tuple[tuple[Test, ...], ...]
    names: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        names = (name for tests in self.alternatives for test in tests for name in test.names)
        object.__setattr__(self, "names", frozenset(names))

    def holds(self, values: Values) -> bool:
        """Whether one alternative holds, from left to right; MissingValue when a needed value is absent."""
        for tests in self.alternatives:
            for test in tests:
                if not test.holds(values):
                    break
            else:
                return True
        return False

    def describe(self, labels: Mapping[str, str]) -> str:
        """The condition in Chinese."""
        return "，或".join("且".join(test.describe(labels) for test in tests) for tests in self.alternatives)


def parse_condition(text: str) -> Condition:
    """Parse `a and b > 3 or c is none`; ValueError names the part that cannot be read."""
    return Condition(
        text, tuple(tuple(_parse_test(test) for test in part.split(" and ")) for part in text.split(" or "))
    )


def _parse_test(text: str) -> Test:
    found = _TEST.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"条件“{text}”无法识别。")
    name, word, sign = found["name"], found["word"], found["op"]
    if word is not None:
        return Chosen(name, None if word == "null" else word)
    if sign is None:
        return Answered(name, expected=found["not"] is None)
    compare, printed = _COMPARISONS[sign]
    bound = Decimal(found["number"] or found["factor"] or 1)
    return Compared(name, printed, compare, bound, found["other"])
