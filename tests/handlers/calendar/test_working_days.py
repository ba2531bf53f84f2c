from datetime import date

import pytest

from handlers.calendar.working_days import (
    OfficeCalendar,
    add_working_days,
    is_provisional,
    is_working_day,
    last_working_day,
    working_days_between,
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2015, 6, 22), False),  # 端午 moved to a Monday
        (date(2015, 6, 24), True),
        (date(2026, 10, 10), True),  # a Saturday that is worked for the October holiday
        (date(2026, 10, 1), False),
        (date(2026, 11, 21), False),
    ],
)
def test_a_day_is_worked_as_the_published_calendar_says(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_the_half_year_deadline_is_four_working_days_after_the_24th_of_june_2015() -> None:
    assert working_days_between(date(2015, 6, 24), date(2015, 6, 30)) == 4
    assert add_working_days(date(2015, 6, 24), 4) == date(2015, 6, 30)
    assert working_days_between(date(2015, 6, 30), date(2015, 6, 24)) == -4


def test_a_year_without_published_swaps_is_provisional_until_the_office_says_so() -> None:
    assert is_provisional(2027)
    assert not is_provisional(2026)
    assert not is_provisional(2027, OfficeCalendar(published_years=frozenset({2027})))


def test_what_the_office_announced_wins() -> None:
    office = OfficeCalendar(
        days_off=frozenset({date(2026, 11, 23)}), workdays=frozenset({date(2026, 11, 22)})
    )
    assert is_working_day(date(2026, 11, 22), office)
    assert not is_working_day(date(2026, 11, 23), office)
    assert add_working_days(date(2026, 11, 20), 2, office) == date(2026, 11, 24)


def test_the_last_working_day_of_a_year_is_never_a_day_off() -> None:
    assert last_working_day(2018) == date(2018, 12, 29)  # a Saturday worked for New Year
    assert last_working_day(2015) == date(2015, 12, 31)


def test_a_year_that_the_office_has_given_is_as_it_says_and_nothing_is_guessed() -> None:
    given = OfficeCalendar(
        days_off=frozenset(date(2027, 5, day) for day in (1, 2, 3)), published_years=frozenset({2027})
    )
    assert not is_working_day(date(2027, 5, 3), given)
    assert is_working_day(date(2027, 5, 4), given)
    assert not is_working_day(date(2027, 5, 8), given)
