"""The day of a material is taken from its words only where they leave no doubt."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.evidence.dating import day_of

FIRST, LAST = date(2021, 1, 1), date(2022, 1, 12)
DAY = date(2021, 6, 10)


@pytest.mark.parametrize(
    "text",
    [
        "2021年6月10日工地检查",
        "2021-06-10 现场.jpg",
        "2021.6.10",
        "2021/6/10",
        "2021_06_10",
        "IMG_20210610_101010.jpg",
        "20210610.pdf",
        "二〇二一年六月十日",
        "２０２１年６月１０日",
        "6月10日工地检查",
        "六月十日",
        "6月10号 2021年6月10日",
    ],
)
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert day_of([text], FIRST, LAST) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "工地检查",
        "1月6日检查",
        "2022年2月1日",
        "2021年13月1日",
        "2021年2月30日",
        "6月10日至12日",
        "6月10日-6月12日",
        "2021年6月10日到2021年6月12日",
        "6月10日和7月1日",
        "平农〔2021〕45号",
        "微信图片_20210610101010.jpg",
        "mmexport20210610.jpg",
        "电话20210610123",
        "昨天",
    ],
)
def test_where_there_is_doubt_there_is_no_day(text: str) -> None:
    assert day_of([text], FIRST, LAST) is None


def test_name_and_caption_have_to_agree() -> None:
    assert day_of(["20210610.jpg", "6月10日检查"], FIRST, LAST) == DAY
    assert day_of(["20210610.jpg", "6月11日检查"], FIRST, LAST) is None


@given(
    st.dates(date(1990, 1, 1), LAST), st.sampled_from(["%Y年%m月%d日", "%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d"])
)
def test_every_full_day_is_read_back(day: date, form: str) -> None:
    assert day_of([f"现场{day.strftime(form)}检查"], FIRST, LAST) == day


@given(st.dates(FIRST, LAST))
def test_a_day_without_a_year_counts_only_where_one_year_fits(day: date) -> None:
    again = day.month == 1 and day.day <= 12
    assert day_of([f"{day.month}月{day.day}日检查"], FIRST, LAST) == (None if again else day)


@given(st.text(max_size=200), st.integers(0, 800))
def test_any_words_can_be_searched(text: str, days: int) -> None:
    last = FIRST + timedelta(days=days)
    found = day_of([text], FIRST, last)
    assert found is None or found <= last
