"""Decimals written as Chinese numerals, as an independent oracle of the reading."""

from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_STEPS = ("", "十", "百", "千")
_GREAT = ("", "万", "亿")


def in_chinese(number: Decimal) -> str:
    """A number below 10**12 in words: 九十一点五."""
    whole, _, fraction = format(number, "f").partition(".")
    words = _whole(int(whole))
    return words + "点" + "".join(_DIGITS[int(digit)] for digit in fraction) if fraction else words


def _whole(number: int) -> str:
    if not number:
        return "零"
    words, zero = "", False
    for power in (2, 1, 0):
        section = number // 10_000**power % 10_000
        if not section:
            zero = bool(words)
            continue
        if words and (zero or section < 1000):
            words += "零"
        words, zero = words + _section(section) + _GREAT[power], False
    return words.removeprefix("一") if words.startswith("一十") else words


def _section(number: int) -> str:
    words, zero = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if not digit:
            zero = bool(words)
            continue
        words, zero = words + ("零" if zero else "") + _DIGITS[digit] + _STEPS[power], False
    return words
