from datetime import date

import pytest

from handlers.calendar.dates import day_in, weekday_in

WEDNESDAY = date(2015, 6, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("改到7月3号", date(2015, 7, 3)),
        ("改截止7.3", date(2015, 7, 3)),
        ("七月三日", date(2015, 7, 3)),
        ("２０１５－０７－０３", date(2015, 7, 3)),
        ("2016年1月5日", date(2016, 1, 5)),
        ("22号补休那天别发", date(2015, 6, 22)),
        ("明天必须交", date(2015, 6, 25)),
        ("大后天", date(2015, 6, 27)),
        ("周五前", date(2015, 6, 26)),
        ("周一交", date(2015, 6, 29)),
        ("下周一交", date(2015, 6, 29)),
        ("下下周三", date(2015, 7, 8)),
    ],
)
def test_a_day_is_read_as_people_name_it(text: str, day: date) -> None:
    assert day_in(text, WEDNESDAY) == day


@pytest.mark.parametrize("text", ["尽快", "2月30号", "13.5", "40号", "", "98.5%"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_in(text, WEDNESDAY) is None


def test_a_weekday_of_this_week_may_be_over_where_that_is_said() -> None:
    assert weekday_in("本周一", WEDNESDAY) == date(2015, 6, 22)
    assert weekday_in("周一", WEDNESDAY) == date(2015, 6, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("改成1月5号", date(2016, 1, 5)),
        ("1.8", date(2016, 1, 8)),
        ("12月31日", date(2015, 12, 31)),
        ("2015年1月5日", date(2015, 1, 5)),
    ],
)
def test_a_day_of_the_first_months_said_at_the_end_of_the_year_is_of_the_next(text: str, day: date) -> None:
    assert day_in(text, date(2015, 12, 10)) == day
