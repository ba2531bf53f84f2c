"""所印时限: a table of words and the moments that they stand for, the same wherever the host stands."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from datetime import time as hour

import pytest

import rubrics
from handlers.calendar.hours import OfficeHours
from handlers.calendar.printed import in_year, moment, month_ends
from handlers.wording import SHANGHAI
from tests.scene import at

YEARS = range(2013, 2028)
LEAP = {2016, 2020, 2024}
OF_EVERY_YEAR = {
    "{year}年6月末": "06-30 18:00",
    "{year}年9月末": "09-30 18:00",
    "{year}年末": "12-31 18:00",
    "{year}年底前": "12-31 18:00",
    "{year}年3月底前": "03-31 18:00",
    "{year}年1月17日前": "01-17 18:00",
    "{year}年1月10日上午下班前": "01-10 12:00",
    "{year}年1月17日下午下班前": "01-17 18:00",
    "{year}年5月20日中午前": "05-20 12:00",
    "{year}年11月30日17时前": "11-30 17:00",
    "{year}年11月30日下午5点半": "11-30 17:30",
    "{year}年7月31日24时": "07-31 23:59:59",
    "{year}年9月中旬": "09-20 18:00",
    "{year}年9月上旬": "09-10 18:00",
    "{year}年4月下旬": "04-30 18:00",
    "{year}年上半年": "06-30 18:00",
    "{year}年前三季度": "09-30 18:00",
    "{year}年第一季度末": "03-31 18:00",
    "{year}年二季度": "06-30 18:00",
    "{year}年第四季度": "12-31 18:00",
    "{year}年年终": "12-31 18:00",
    "{year}年十二月二十五日前": "12-25 18:00",
    "{year}-10-08": "10-08 18:00",
    "{year}.8.15 9:45": "08-15 09:45",
    "12月31日前": "12-31 18:00",
    "１月１０日上午下班前": "01-10 12:00",
    "半年": "06-30 18:00",
    "年终": "12-31 18:00",
}
TABLE = [
    *(
        (words.format(year=year), year, f"{year}-{when}")
        for year in YEARS
        for words, when in OF_EVERY_YEAR.items()
    ),
    *((f"{year}年2月末", year, f"{year}-02-{29 if year in LEAP else 28} 18:00") for year in YEARS),
    *(("次年1月15日前", year, f"{year + 1}-01-15 18:00") for year in YEARS),
]


@contextmanager
def host_in(zone: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the host into that zone."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        yield
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    "zone", ["UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Asia/Shanghai"]
)
def test_every_printed_deadline_is_the_same_moment_wherever_the_host_stands(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(TABLE) >= 400
    with host_in(zone, monkeypatch):
        wrong = [
            (words, expected, found)
            for words, year, expected in TABLE
            if (found := moment(words, year)) != at(expected)
        ]
    assert wrong == []


@pytest.mark.parametrize(
    ("words", "announced", "due"),
    [
        ("考核结果公告后1个月内", "2017-01-20 15:00", "2017-02-20 18:00"),
        ("考核结果公告后一个月内", "2017-01-31 09:00", "2017-02-28 18:00"),
        ("考核结果公告后1个月内", "2019-12-31 23:30", "2020-01-31 18:00"),
        ("公布之日起3个月内", "2015-11-30 10:00", "2016-02-29 18:00"),
        ("收到通知后5个工作日内", "2015-06-18 10:00", "2015-06-26 18:00"),  # 端午 lies between
        ("收到通知后十日内", "2015-06-18 10:00", "2015-06-28 18:00"),
        ("印发后两周内", "2015-06-18 10:00", "2015-07-02 18:00"),
    ],
)
def test_what_follows_an_event_is_counted_from_it(words: str, announced: str, due: str) -> None:
    assert moment(words, 2015, event=at(announced)) == at(due)
    assert moment(words, 2015) is None


@pytest.mark.parametrize("words", ["每年年初", "及时", "备注", "尽快报送", "", "2月30日前", "13月末"])
def test_words_that_print_no_day_give_none(words: str) -> None:
    assert moment(words, 2015) is None


def test_monthly_reports_are_due_at_the_end_of_every_month_or_on_the_day_printed() -> None:
    ends = month_ends("每月及时上报“质量年”建设活动信息", 2015)
    assert [due.day for due in ends] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert ends[5] == at("2015-06-30 18:00")
    assert month_ends("每月5日前报送", 2015)[1] == at("2015-02-05 18:00")
    assert month_ends("年底前", 2015) == ()


def test_the_hours_are_the_offices_own() -> None:
    hours = OfficeHours(hour(9), hour(11, 30), hour(17, 30))
    assert moment("1月10日上午下班前", 2022, hours=hours) == at("2022-01-10 11:30")
    assert moment("1月17日下午下班前", 2022, hours=hours) == at("2022-01-17 17:30")


def test_a_day_moved_to_another_year_stays_the_end_of_its_month() -> None:
    assert in_year(date(2015, 2, 28), 1) == date(2016, 2, 29)
    assert in_year(date(2016, 2, 29), 1) == date(2017, 2, 28)
    assert in_year(date(2022, 1, 17), 1) == date(2023, 1, 17)


def test_the_words_of_every_rubric_stand_for_the_days_that_it_gives() -> None:
    seen = 0
    for name in rubrics.available():
        rubric = rubrics.load(name)
        for criterion in rubric.criteria:
            if criterion.due is not None and criterion.deadline:
                found = moment(criterion.deadline, int(criterion.due[:4]))
                assert found is None or found.date().isoformat() == criterion.due, criterion.deadline
                seen += found is not None
        for duty in rubric.schedule:
            if duty.due is not None:
                found = moment(duty.printed, int(duty.due[:4]))
                assert found == datetime.fromisoformat(duty.due).astimezone(SHANGHAI), duty.printed
                seen += 1
    assert seen > 50
