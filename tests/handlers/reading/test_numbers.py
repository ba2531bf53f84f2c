from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.reading import read_number
from handlers.reading.numbers import numeral
from tests.handlers.reading.chinese import in_chinese


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("98", "98", ""),
        ("98.5", "98.5", ""),
        ("１００％", "100", "%"),
        ("91.5 %", "91.5", "%"),
        ("1,234.5万元", "12345000", "元"),
        ("98。5", "98.5", ""),
        ("98·5", "98.5", ""),
        ("98点5", "98.5", ""),
        ("九十一点五", "91.5", ""),
        ("九八点五", "98.5", ""),
        ("百分之九十一点五", "91.5", "%"),
        ("百分之百", "100", "%"),
        ("百分百", "100", "%"),
        ("百分之98.5", "98.5", "%"),
        ("千分之三", "3", "‰"),
        ("万分之五", "0.05", "%"),
        ("985‰", "985", "‰"),
        ("九成", "9", "成"),
        ("九成五", "9.5", "成"),
        ("3/4", "75", "/"),
        ("四分之三", "75", "/"),
        ("两万五", "25000", ""),
        ("两万零五", "20005", ""),
        ("一百五", "150", ""),
        ("1万2", "12000", ""),
        ("1千2百万", "12000000", ""),
        ("1.2亿", "120000000", ""),
        ("3w", "30000", ""),
        ("壹佰贰拾叁", "123", ""),
        ("二〇一五", "2015", ""),
        ("四家", "4", "家"),
        ("两个", "2", "个"),
        ("-5", "-5", ""),
        ("负5", "-5", ""),
    ],
)
def test_a_number_is_read_exactly(typed: str, value: str, unit: str) -> None:
    said = read_number(typed)
    assert said is not None
    assert (said.value, said.unit, said.hedged) == (Decimal(value), unit, False)


@pytest.mark.parametrize(
    "typed",
    [
        "约90",
        "90左右",
        "近98%",
        "超过90",
        "90多",
        "98%以上",
        "不低于98",
        "10多家",
        "一个半",
        "95+",
        "+5",
        "大概98",
    ],
)
def test_an_inexact_number_says_so(typed: str) -> None:
    said = read_number(typed)
    assert said is not None
    assert said.hedged


@pytest.mark.parametrize(
    "typed",
    [
        "95-98",
        "95%~98%",
        "95到98",
        "两三家",
        "三四家",
        "十几家",
        "007",
        "12345678901234567",
        "不到90",
        "没达到100%",
    ],
)
def test_a_number_that_cannot_be_told_has_no_value(typed: str) -> None:
    said = read_number(typed)
    assert said is not None
    assert said.value is None


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "百",
        "千百十",
        "万台",
        "1e5",
        ".5",
        "1.2.3",
        "½",
        "10³",
        "无",
        "九五折",
        "覆盖率98",
        "٣",
        "一次验收",
    ],
)
def test_what_is_no_number_is_not_read_as_one(typed: str) -> None:
    assert read_number(typed) is None


def test_a_comma_or_a_loose_point_is_told() -> None:
    grouped, loose = read_number("1,180"), read_number("98。5")
    assert grouped is not None
    assert loose is not None
    assert (grouped.grouped, grouped.loose, loose.grouped, loose.loose) == (True, False, False, True)


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_chinese_numeral_gives_its_number(number: int) -> None:
    assert numeral(in_chinese(Decimal(number))) == number


@given(st.decimals(min_value=0, max_value=9999, places=2))
def test_every_chinese_decimal_gives_its_number(number: Decimal) -> None:
    assert numeral(in_chinese(number)) == number


@given(st.text(alphabet="零〇一二三四五六七八九十百千万亿两点半0123456789.,%成分之约多-/", max_size=12))
def test_no_mixture_of_numerals_is_an_error(text: str) -> None:
    said = read_number(text)
    assert said is None or said.value is None or said.value.is_finite()
