"""Exact decimals: the context all arithmetic runs in, the one rounding, and how a value is written."""

from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Final

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)
HUNDRED: Final = Decimal(100)

MAX_LENGTH: Final = 100
"""Longest accepted number in characters; two such numbers multiply exactly in EXACT."""

EXACT: Final = Context(
    prec=3 * MAX_LENGTH, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow]
)

_UNITS: Final = {places: Decimal(1).scaleb(-places) for places in range(5)}


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Round to `places` (0–4) decimals, halves away from zero (四舍五入)."""
    return value.quantize(_UNITS[places], rounding=ROUND_HALF_UP, context=EXACT)


def plain(value: Decimal) -> str:
    """Write a decimal without trailing zeros, exponent or negative zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
