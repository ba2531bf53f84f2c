"""Reported values checked against a criterion's inputs: type, choice, bounds, completeness, consistency."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, localcontext
from typing import Final, NamedTuple

from scoring.conditions import Condition, Value
from scoring.decimals import EXACT, MAX_LENGTH, plain
from scoring.errors import ErrorCode, ScoringError
from scoring.model import Criterion, Input

_DECIMAL: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_CENT: Final = Decimal("0.01")
_TOO_LARGE: Final = 10**MAX_LENGTH
_NAME_SHOWN: Final = 40
_EXPECTED: Final = {
    "percent": "百分数，写成不带%的十进制数字",
    "number": "十进制数字",
    "money": "金额，写成十进制数字",
    "points": "分数，写成十进制数字",
    "count": "非负整数",
    "bool": "是或否",
    "choice": "给定选项之一",
    "text": "文字",
}


class Inputs(NamedTuple):
    """核对过的填报值: `values` with defaults, `raw` as reported, `absent` the optional inputs not given."""

    values: Mapping[str, Value]
    raw: Mapping[str, object]
    absent: tuple[Input, ...] = ()


def check_inputs(criterion: Criterion, raw: Mapping[str, object], *, partial: bool = False) -> Inputs:
    """Check one criterion's reported values.

    Percents, numbers, money and points are decimal strings, counts integers, choices the catalogue's words. A
    null is a value only where the input is nullable, elsewhere it is "not given". With `partial` needed
    inputs may be missing. Raises ScoringError: unknown_input, bad_type, bad_choice, out_of_range,
    missing_input, inconsistent.
    """
    _check_names(criterion, raw)
    values: dict[str, Value] = {}
    missing, absent = [], []
    for item in criterion.inputs:
        given = raw.get(item.name)
        if given is not None:
            values[item.name] = _PARSERS[item.type](item, given)
        elif item.nullable and item.name in raw:
            values[item.name] = None
        elif item.optional:
            absent.append(item)
        else:
            missing.append(item)
    if absent:
        missing += _stand_in(absent, values)
    if missing and not partial:
        raise missing_input(criterion, missing)
    _check_consistent(criterion, values)
    return Inputs(values, raw, tuple(absent))


def _check_names(criterion: Criterion, raw: Mapping[str, object]) -> None:
    if type(raw) is not dict and not isinstance(raw, Mapping):  # a plain dict is told faster than any Mapping
        raise ScoringError("bad_type", f"{criterion.code} 的填报内容应为“填报项：值”的集合。")
    if raw.keys() <= criterion.input_by_name.keys():
        return
    unknown = next(str(name) for name in raw if name not in criterion.input_by_name)
    raise ScoringError("unknown_input", f"{criterion.code} 没有填报项“{unknown[:_NAME_SHOWN]}”。", unknown)


def _stand_in(absent: list[Input], values: dict[str, Value]) -> list[Input]:
    """Put defaults in for what was not given; return what the other values make needed."""
    values |= {item.name: item.default for item in absent if item.default is not None}
    return [item for item in absent if item.required_when and _holds(item.required_when, values)]


def _check_consistent(criterion: Criterion, values: dict[str, Value]) -> None:
    if not criterion.checks:
        return
    with localcontext(EXACT):
        known = values | _derived(criterion, values)
        for check in criterion.checks:
            needed = check.holds.names.union(check.given)
            if needed <= known.keys() and not check.holds.holds(known):
                raise ScoringError("inconsistent", check.message, min(check.given or check.holds.names))


def _derived(criterion: Criterion, values: Mapping[str, Value]) -> dict[str, Value]:
    """The derived quantities that a check reads and whose inputs are all given."""
    read = frozenset[str]().union(*(check.holds.names for check in criterion.checks))
    return {
        derived.name: derived.value(values)
        for derived in criterion.rule.derived
        if derived.name in read and all(isinstance(values.get(name), Decimal) for name in derived.names)
    }


def missing_input(criterion: Criterion, missing: list[Input]) -> ScoringError:
    """The error of needed inputs that were not given."""
    labels = "、".join(f"“{item.label}”" for item in missing)
    return ScoringError("missing_input", f"{criterion.code} 还缺：{labels}。", missing[0].name)


def _holds(condition: Condition, values: Mapping[str, Value]) -> bool:
    return condition.names <= values.keys() and condition.holds(values)


def _error(code: ErrorCode, item: Input, message: str) -> ScoringError:
    return ScoringError(code, f"“{item.label}”{message}。", item.name)


def parse_decimal(given: object) -> Decimal | None:
    """The exact value of a plain decimal string (no sign but minus, no exponent, no blanks), else None."""
    if isinstance(given, str) and len(given) <= MAX_LENGTH and _DECIMAL.fullmatch(given):
        return Decimal(given)
    return None


def _decimal(item: Input, given: object) -> Decimal:
    value = parse_decimal(given)
    if value is None:
        raise _error("bad_type", item, f"应为{_EXPECTED[item.type]}")
    return bounded(item, value)


def _points(item: Input, given: object) -> Decimal:
    points = _decimal(item, given)
    if points != points.quantize(_CENT, context=EXACT):
        raise _error("out_of_range", item, "最多两位小数")
    return points


def _count(item: Input, given: object) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, int):
        raise _error("bad_type", item, f"应为{_EXPECTED['count']}")
    if abs(given) >= _TOO_LARGE:
        raise _error("out_of_range", item, "数值过大")
    return bounded(item, Decimal(given))


def bounded(item: Input, value: Decimal) -> Decimal:
    """The value, if it is within the input's bounds; ScoringError out_of_range otherwise."""
    if item.minimum is not None and value < item.minimum:
        raise _error("out_of_range", item, f"不能小于{plain(item.minimum)}")
    if item.above is not None and value <= item.above:
        raise _error("out_of_range", item, f"应大于{plain(item.above)}")
    if item.maximum is not None and value > item.maximum:
        raise _error("out_of_range", item, f"不能大于{plain(item.maximum)}")
    return value


def _bool(item: Input, given: object) -> bool:
    if not isinstance(given, bool):
        raise _error("bad_type", item, f"应为{_EXPECTED['bool']}")
    return given


def _choice(item: Input, given: object) -> str:
    if not isinstance(given, str):
        raise _error("bad_type", item, f"应为{_EXPECTED['choice']}")
    for choice in item.choices:
        if choice.value == given:
            return given
    words = "、".join(f"{choice.value}（{choice.label}）" for choice in item.choices)
    raise _error("bad_choice", item, f"应为以下之一：{words}")


def _text(item: Input, given: object) -> str:
    if not isinstance(given, str):
        raise _error("bad_type", item, f"应为{_EXPECTED['text']}")
    return given


_PARSERS: Final[dict[str, Callable[[Input, object], Value]]] = {
    "percent": _decimal,
    "number": _decimal,
    "money": _decimal,
    "points": _points,
    "count": _count,
    "bool": _bool,
    "choice": _choice,
    "text": _text,
}

INPUT_TYPES: Final = frozenset(_PARSERS)
