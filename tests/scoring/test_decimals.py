from decimal import Decimal

import pytest

from scoring.decimals import plain, round_half_up


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1.50", "1.5"),
        ("100", "100"),
        ("0.00", "0"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("1E+2", "100"),
        ("-2.50", "-2.5"),
    ],
)
def test_a_decimal_is_written_without_zeros_exponent_or_negative_zero(value: str, written: str) -> None:
    assert plain(Decimal(value)) == written


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [("0.005", 2, "0.01"), ("0.0049999", 2, "0"), ("1.995", 2, "2"), ("6.5", 0, "7"), ("-0.005", 2, "-0.01")],
)
def test_halves_are_rounded_up(value: str, places: int, rounded: str) -> None:
    assert plain(round_half_up(Decimal(value), places)) == rounded


def test_a_long_decimal_is_rounded_from_all_its_digits() -> None:
    just_below_half = Decimal("0.00" + "4" + "9" * 90)
    assert plain(round_half_up(just_below_half, 2)) == "0"
