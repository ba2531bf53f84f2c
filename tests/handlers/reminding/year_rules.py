"""What holds of every simulated year, by rules that know nothing of the planner; the calendar is copied by hand."""

from collections import Counter
from datetime import date, timedelta

from handlers.wording import local
from store.records import Campaign, Role
from store.unit_of_work import UnitOfWork
from tests.handlers.reminding.simulated_office import Office, Sent
from tests.scene import CHANNEL

# 国务院办公厅关于2015年、2022年、2023年部分节假日安排的通知, by hand.
OFF = {
    *(date(2015, 1, day) for day in (1, 2, 3)),
    *(date(2015, 2, day) for day in range(18, 25)),
    *(date(2015, 4, day) for day in (4, 5, 6)),
    *(date(2015, 5, day) for day in (1, 2, 3)),
    *(date(2015, 6, day) for day in (20, 21, 22)),
    *(date(2015, 9, day) for day in (3, 4, 5, 26, 27)),
    *(date(2015, 10, day) for day in range(1, 8)),
    *(date(2016, 1, day) for day in (1, 2, 3)),
    *(date(2022, 1, day) for day in (1, 2, 3, 31)),
    *(date(2022, 2, day) for day in range(1, 7)),
    *(date(2022, 4, day) for day in (3, 4, 5, 30)),
    *(date(2022, 5, day) for day in (1, 2, 3, 4)),
    *(date(2022, 6, day) for day in (3, 4, 5)),
    *(date(2022, 9, day) for day in (10, 11, 12)),
    *(date(2022, 10, day) for day in range(1, 8)),
    *(date(2022, 12, 31), date(2023, 1, 1), date(2023, 1, 2)),
}
WORKED = {
    *(date(2015, 1, 4), date(2015, 2, 15), date(2015, 2, 28), date(2015, 9, 6), date(2015, 10, 10)),
    *(date(2022, 1, 29), date(2022, 1, 30), date(2022, 4, 2), date(2022, 4, 24), date(2022, 5, 7)),
    *(date(2022, 10, 8), date(2022, 10, 9)),
}
STEP_OF = {"supervisor": 1, "office": 2, "leader": 4}


def works(day: date) -> bool:
    """Whether the office works on that day, by the printed notices."""
    return day in WORKED or (day not in OFF and day.weekday() < 5)


def working_days_after(due: date, count: int) -> date:
    """The working day so many after that day."""
    day = due
    while count:
        day += timedelta(days=1)
        count -= works(day)
    return day


def enrol(uow: UnitOfWork, campaign: Campaign, name: str, unit: str, role: Role, account: str) -> int:
    """Put somebody on the roster, bound."""
    contact = uow.roster.add(campaign_id=campaign.id, name=name, unit=unit, role=role)
    assert uow.roster.bind(contact, CHANNEL, account, campaign.opened_at)
    return contact


async def assert_every_rule(year: Office, *, asks_again: str = "") -> None:
    """In office hours of working days, never at :00 or :30, true, once, and all that was queued has ended.

    The account `asks_again` is reminded twice on a day: it wants that.
    """
    sent, rows = year.sent, await year.rows()
    assert [one for one in sent if not works(local(one.at).date()) or not 8 <= local(one.at).hour < 18] == []
    assert [row.key for row in rows if local(row.not_before).minute % 30 == 0] == []
    assert year.untrue == []
    assert_nothing_twice(sent, asks_again=asks_again)
    assert_each_step_once(sent)
    assert Counter(row.state for row in rows if row.state not in ("sent", "superseded")) == {}
    superseded = {row.key for row in rows if row.state == "superseded"}
    assert superseded.isdisjoint(one.row.key for one in sent)


def assert_nothing_twice(sent: list[Sent], *, asks_again: str = "") -> None:
    """One reminder a person a day, but for those that it asked for; one of every other kind."""
    by_day = Counter((one.kind, one.row.recipient, local(one.at).date()) for one in sent)
    twice = {key: count for key, count in by_day.items() if count > 1 and key[1] != asks_again}
    assert twice == {}
    assert max(by_day.values()) <= 2
    assert Counter(one.row.key for one in sent).most_common(1)[0][1] == 1


def assert_each_step_once(sent: list[Sent]) -> None:
    """Everybody who hears of late lines hears of each once."""
    lines = Counter((one.row.recipient, line) for one in sent if one.kind == "late" for line in one.owed)
    assert lines
    assert [key for key, count in lines.items() if count > 1] == []
