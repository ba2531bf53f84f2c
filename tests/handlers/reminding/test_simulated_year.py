"""A simulated year of 铁岭 and the weeks of 平顶山, held against rules that know nothing of the planner."""

import os
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from handlers.campaign.campaigns import Opening, open_campaign
from handlers.campaign.library import Library
from handlers.wording import local
from store.database import Store
from store.records import Campaign, Contact, Role
from store.unit_of_work import UnitOfWork
from tests.handlers.reminding.simulated_office import STEPS, Moment, Office, Outage, Sent
from tests.handlers.reminding.year_rules import (
    STEP_OF,
    assert_each_step_once,
    assert_every_rule,
    assert_nothing_twice,
    enrol,
    working_days_after,
    works,
)
from tests.scene import at


class Cast:
    """The people of a county's campaign, and one of them in a second campaign too."""

    def __init__(self, county: Campaign, city: Campaign | None) -> None:
        self.county = county
        self.city = city

    def act(self, moment: Moment) -> None:
        """Let everybody do what it does."""
        for name, behaviour in BEHAVIOURS.items():
            contact = moment.contact(name, self.county)
            if contact.active:
                behaviour(moment, contact)


def answers(moment: Moment, contact: Contact) -> None:
    """Reports all as soon as a reminder has come."""
    if moment.was_told(contact, timedelta(hours=2)):
        moment.report(contact, moment.missing(contact)[1])


def answers_in_part_before_the_message(moment: Moment, contact: Contact) -> None:
    """Reports one line at half past eight, when the day's reminder is queued and not yet sent."""
    if local(moment.now).hour == 8 and local(moment.now).day % 5 == 0:
        moment.report(contact, moment.missing(contact)[1][:1])


def answers_late(moment: Moment, contact: Contact) -> None:
    """Reports what is six working days late, in the morning."""
    if local(moment.now).time() > STEPS[1]:
        return
    book, lines = moment.missing(contact)
    dues = [(line, book.due(line, book.seat(contact))) for line in lines]
    late = [
        line
        for line, due in dues
        if due is not None and working_days_after(local(due).date(), 6) <= local(moment.now).date()
    ]
    moment.report(contact, tuple(late))


def puts_off(moment: Moment, contact: Contact) -> None:
    """Asks to be reminded in the afternoon whenever a reminder comes in the morning."""
    if local(moment.now).hour in (9, 10) and moment.was_told(contact, timedelta(minutes=10)):
        until = moment.now.replace(hour=14, minute=10)
        moment.uow.subscriptions.snooze(contact.id, until, moment.now)
        for row in moment.uow.notices.of(contact.id):
            moment.uow.notices.mark(contact.id, row.about, None, row.key)


def leaves(moment: Moment, contact: Contact) -> None:
    """Goes on the first of September."""
    if local(moment.now).date() >= date(2015, 9, 1):
        moment.uow.roster.deactivate(contact.id)


BEHAVIOURS = {
    "答": answers,
    "先报": answers_in_part_before_the_message,
    "迟": answers_late,
    "稍后": puts_off,
    "离任": leaves,
}
PEOPLE: tuple[tuple[str, str, Role], ...] = (
    ("答", "县城建局", "contact"),
    ("先报", "市场监督管理局", "contact"),
    ("迟", "县旅游局", "contact"),
    ("稍后", "县财政局", "contact"),
    ("离任", "县安监局", "contact"),
    ("不理", "县农发局", "contact"),
    ("办", "质量强县工作领导小组办公室", "contact"),
    ("旅游分管", "县旅游局", "supervisor"),
    ("农发分管", "县农发局", "supervisor"),
    ("质强办", "质量强县工作领导小组办公室", "office"),
    ("县长", "县政府", "leader"),
)
STOPPED = ((at("2015-06-25 09:00"), at("2015-06-25 12:00")), (at("2015-06-29 00:00"), at("2015-07-02 00:00")))
UNREACHABLE = (
    (at("2015-06-18 08:00"), at("2015-06-18 20:00")),
    (at("2015-09-29 09:00"), at("2015-09-30 16:00")),
    (at("2015-12-21 00:00"), at("2015-12-24 00:00")),
)
PLACE = "2015年度如皋市质量工作"


async def county(store: Store, opened: str, outages: tuple[Outage, ...], off: tuple[Outage, ...]) -> Office:
    """The county of 铁岭; who ignores everything is in a campaign of 如皋 too."""
    library = Library()

    def work(uow: UnitOfWork) -> Cast:
        campaign = open_campaign(uow, library, "tieling-2015", Opening("铁岭"), at(opened))
        for number, (name, unit, role) in enumerate(PEOPLE):
            enrol(uow, campaign, name, unit, role, f"a{number}")
        chosen = next(one.id for one in uow.roster.list(campaign.id) if one.name == "办")
        uow.subscriptions.set_hour(chosen, "15:00", at(opened))
        city = open_campaign(
            uow, library, "rugao-2018", Opening(PLACE, year=2015, deadline=at("2015-11-30 18:00")), at(opened)
        )
        enrol(uow, city, "不理", "市科技局", "contact", "a5")
        return Cast(campaign, city)

    cast = await store.run(work)
    return Office(store, library, outages, off, behave=cast.act)


async def test_a_simulated_year_keeps_every_rule(memory: Store) -> None:
    year = await county(memory, "2015-01-05 08:00", STOPPED, UNREACHABLE)
    await year.play(date(2015, 1, 5), date(2016, 1, 15))
    sent, rows = year.sent, await year.rows()
    assert len(sent) > 300
    await assert_every_rule(year, asks_again="a3")
    assert sum(row.state == "superseded" for row in rows) > 10
    assert_everybody_hears_in_time(year)
    assert_one_message_speaks_of_both_campaigns(year)
    assert_late_lines_climb_step_by_step(year)


def assert_everybody_hears_in_time(year: Office) -> None:
    """Each contact gets the reminders of its days, and after an outage the one that is still of use."""
    days: dict[str, list[date]] = defaultdict(list)
    for one in year.sent:
        if one.kind == "remind":
            days[one.row.recipient].append(local(one.at).date())
    ignoring = days["a5"]
    # Seven working days ahead is the 18th: the platform was down, so that the message comes on the next day.
    expected = [date(2015, 6, 8), date(2015, 6, 19), date(2015, 6, 25)]
    assert [day for day in ignoring if date(2015, 6, 1) <= day <= date(2015, 6, 30)] == expected
    # Four days without the bot: what was due then comes once, when it is back.
    assert date(2015, 7, 2) in ignoring
    assert not [day for day in ignoring if date(2015, 6, 29) <= day <= date(2015, 7, 1)]
    late = [day for day in ignoring if date(2015, 7, 2) <= day <= date(2015, 12, 18)]
    on = [date(2015, 7, 2) + timedelta(days=n) for n in range(170)]
    outage = {date(2015, 9, 29)}
    assert late == [day for day in on if works(day) and day <= date(2015, 12, 18) and day not in outage]
    # Who answers is reminded at openings only, and no more after it has left.
    assert len(days["a0"]) <= 4
    assert all(day < date(2015, 9, 1) for day in days["a4"])
    assert all(
        local(one.at).hour >= 15 for one in year.sent if one.row.recipient == "a6" and one.kind == "remind"
    )


def assert_one_message_speaks_of_both_campaigns(year: Office) -> None:
    """Who is in two campaigns gets one message of both, and how to answer in each."""
    merged = [
        one for one in year.sent if one.row.recipient == "a5" and len({o.campaign_id for o in one.owed}) > 1
    ]
    assert merged
    assert all("切换" in one.row.text for one in merged)


def assert_late_lines_climb_step_by_step(year: Office) -> None:
    """From the contact to the supervisor, the office and the leader, on the working days that are set."""
    heard: dict[str, list[Sent]] = defaultdict(list)
    for one in year.sent:
        if one.kind == "late":
            heard[one.row.recipient].append(one)
    first = {recipient: local(sayings[0].at).date() for recipient, sayings in heard.items()}
    due = date(2015, 6, 30)
    back = date(2015, 7, 2)  # the bot was away on the first of July
    assert first["a8"] == max(back, working_days_after(due, STEP_OF["supervisor"]))
    assert first["a9"] == working_days_after(due, STEP_OF["office"])
    assert first["a10"] == working_days_after(due, STEP_OF["leader"])
    assert len(heard["a8"]) == 3  # once for each milestone that was ignored


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Put the host into that zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield str(request.param)
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kathmandu"], indirect=True)
async def test_the_weeks_of_pingdingshan_are_the_same_wherever_the_host_stands(
    memory: Store, zone: str
) -> None:
    assert os.environ["TZ"] == zone
    library = Library()

    def work(uow: UnitOfWork) -> None:
        campaign = open_campaign(uow, library, "pingdingshan-2021", Opening("平顶山"), at("2022-01-05 08:00"))
        for number, unit in enumerate(("农业农村局", "公安局", "水利局", "教育体育局")):
            enrol(uow, campaign, f"联络员{number}", unit, "contact", f"p{number}")
        enrol(uow, campaign, "质强办", "市场监督管理局", "office", "office")
        enrol(uow, campaign, "市长", "市政府", "leader", "leader")

    await memory.run(work)
    stopped = ((at("2022-01-13 00:00"), at("2022-01-14 14:00")),)
    office = Office(memory, library, stopped, behave=hands_its_list_in)
    await office.play(date(2022, 1, 5), date(2022, 1, 26))
    for account, days in (("p0", P0), ("p1", sorted([*P0, *WITH_THE_LIST]))):
        number = int(account[1]) + 1
        assert [
            f"{local(one.at):%m-%d} {one.row.key}" for one in office.sent if one.row.recipient == account
        ] == [f"{when[:5]} remind:1:year:{number}:2022-{when[:5]}" for when in days]
    assert_nothing_twice(office.sent)
    assert_each_step_once(office.sent)
    assert_papers_climb_step_by_step(office)
    assert office.untrue == []


def hands_its_list_in(moment: Moment) -> None:
    """The first contact hands the list of contacts in before anybody asks for it."""
    if f"{local(moment.now):%m-%d %H:%M}" == "01-06 15:04":
        moment.hand_in("contacts", "农业农村局")


def assert_papers_climb_step_by_step(office: Office) -> None:
    """Whose list is late is heard of once by the office and the mayor, on their days, and no list that came."""
    late = [one for one in office.sent if one.kind == "late"]
    heard = {one.row.recipient: local(one.at).date() for one in reversed(late)}
    due = date(2022, 1, 10)
    assert heard["office"] == working_days_after(due, STEP_OF["office"])
    assert heard["leader"] == working_days_after(due, STEP_OF["leader"])
    for whom in ("office", "leader"):
        lists = [line for one in late if one.row.recipient == whom for line in one.owed]
        units = [line.unit for line in lists if line.codes == ("@contacts",)]
        assert len(units) == 12
        assert "农业农村局" not in units
    told = [one for one in office.sent if one.row.recipient == "p0" and one.at > at("2022-01-06 15:04")]
    assert told
    assert not any("联系人名单" in one.row.text for one in told)


WITH_THE_LIST = ("01-07", "01-10", "01-11")
"""Further days of who has not handed the list in: a working day before it, the day, and after it each one."""
P0 = (
    "01-05 09:21",
    "01-06 09:21",
    "01-12 09:21",
    "01-14 15:04",  # the bot was away on the 13th and in the morning
    "01-17 09:21",
    "01-18 09:21",
    "01-19 09:21",
    "01-20 09:21",
    "01-21 09:21",
    "01-24 09:21",
    "01-25 09:21",
    "01-26 09:21",
)
