"""A simulated year of 平顶山 from its printed days to its end, beside 鄂州 whose bureau reports for three districts."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.board import BoardLine
from handlers.campaign.campaigns import Opening, open_campaign
from handlers.campaign.library import Library
from handlers.wording import local
from store.database import Store
from store.records import Campaign, Contact, Role
from store.unit_of_work import UnitOfWork
from tests.handlers.reminding.simulated_office import STEPS, Moment, Office, Sent
from tests.handlers.reminding.year_rules import STEP_OF, assert_every_rule, enrol, working_days_after, works
from tests.scene import at

DISTRICTS = ("鄂城区", "华容区", "梁子湖区")
PRINTED = date(2022, 1, 17)
LATER = date(2022, 1, 24)
CLOSED = at("2022-04-01 09:21")
OTHERS = date(2022, 6, 30)
OTHERS_LATER = date(2022, 7, 15)
OTHERS_CLOSED = at("2022-12-30 09:21")
PEOPLE: tuple[tuple[str, str, Role], ...] = (
    ("不理", "农业农村局", "contact"),
    ("迟", "公安局", "contact"),
    ("准延", "水利局", "contact"),
    ("按时", "教育体育局", "contact"),
    ("农业分管", "农业农村局", "supervisor"),
    ("水利分管", "水利局", "supervisor"),
    ("质强办", "市场监督管理局", "office"),
    ("市长", "市政府", "leader"),
)
ELSEWHERE: tuple[tuple[str, str, Role], ...] = (
    ("质监", "市质监局", "contact"),
    ("质监分管", "市质监局", "supervisor"),
    ("鄂州质强办", "市质量强市工作领导小组办公室", "office"),
    ("鄂州市长", "市政府", "leader"),
)
REPORTS = (
    ("按时", date(2022, 1, 12), ""),
    ("准延", LATER, ""),
    ("质监", date(2022, 6, 28), "华容区"),
)
"""Who reports on which day, and for which district it does not."""
PLATFORM_DOWN = (
    (at("2022-01-14 08:00"), at("2022-01-14 20:00")),
    (at("2022-07-01 00:00"), at("2022-07-04 15:00")),
)


@dataclass
class City:
    """Two campaigns: that of 平顶山 and that of 鄂州."""

    pingdingshan: Campaign
    ezhou: Campaign

    def act(self, moment: Moment) -> None:
        """What the offices and the contacts do at that moment."""
        self._offices(moment)
        for name, on, unless in REPORTS:
            if local(moment.now).date() == on and local(moment.now).hour == 10:
                _report(moment, self._contact(moment, name), unless)
        if local(moment.now).date() == working_days_after(PRINTED, 6) and local(moment.now).hour == 10:
            _report(moment, self._contact(moment, "迟"), "")
        if local(moment.now).date() == date(2022, 7, 21) and local(moment.now).hour == 10:
            _report(moment, self._contact(moment, "质监"), "")

    def _offices(self, moment: Moment) -> None:
        if local(moment.now).hour != 9:
            return
        if local(moment.now).date() == date(2022, 1, 12):
            for line in moment.missing(self._contact(moment, "准延"))[1]:
                _extend(moment, self.pingdingshan, line, "水利局", LATER)
        if local(moment.now).date() == date(2022, 6, 20):
            (line, *_) = moment.missing(self._contact(moment, "质监"))[1]
            _extend(moment, self.ezhou, line, "市质监局", OTHERS_LATER, "华容区")
        for campaign, end in ((self.pingdingshan, CLOSED), (self.ezhou, OTHERS_CLOSED)):
            if local(moment.now).date() == end.date():
                moment.uow.campaigns.close(campaign.id)

    def _contact(self, moment: Moment, name: str) -> Contact:
        return moment.contact(name, self.ezhou if name == "质监" else self.pingdingshan)


def _report(moment: Moment, contact: Contact, unless: str) -> None:
    """All that is missing, but for one district."""
    moment.report(contact, tuple(line for line in moment.missing(contact)[1] if line.subject != unless))


def _extend(
    moment: Moment, campaign: Campaign, line: BoardLine, unit: str, day: date, subject: str = ""
) -> None:
    due = datetime.combine(day, datetime.min.time(), at("2022-01-01 00:00").tzinfo).replace(hour=18)
    moment.uow.arrangements.add(
        campaign_id=campaign.id,
        kind="extension",
        code=line.code,
        unit=unit,
        subject=subject,
        value={"due": due.isoformat()},
        reason="数据未出",
        contact_id=None,
        inbox_id=None,
        at=moment.now,
    )


async def test_a_simulated_year_of_pingdingshan_keeps_every_rule(memory: Store) -> None:
    library = Library()

    def work(uow: UnitOfWork) -> City:
        opened = at("2022-01-05 08:00")
        ours = open_campaign(uow, library, "pingdingshan-2021", Opening("平顶山"), opened)
        others = Opening("鄂州", year=2022, deadline=at("2022-06-30 18:00"), subjects=DISTRICTS)
        theirs = open_campaign(uow, library, "ezhou-2013", others, opened)
        for campaign, people in ((ours, PEOPLE), (theirs, ELSEWHERE)):
            for name, unit, role in people:
                enrol(uow, campaign, name, unit, role, name)
        return City(ours, theirs)

    city = await memory.run(work)
    year = Office(memory, library, unreachable=PLATFORM_DOWN, behave=city.act, steps=STEPS[:3] + STEPS[4::2])
    await year.play(date(2022, 1, 5), date(2023, 1, 13))
    await assert_every_rule(year)
    assert_the_printed_days_are_reminded_of(year)
    assert_an_extension_moves_all_that_is_said(year)
    assert_one_district_with_more_time_is_late_alone(year)
    assert_silence_after_the_end(year, city)


def said_to(year: Office, name: str, kind: str) -> list[Sent]:
    """What that person got of this kind."""
    return [one for one in year.sent if one.row.recipient == name and one.kind == kind]


def days_of(sent: list[Sent]) -> list[date]:
    """On which days."""
    return [local(one.at).date() for one in sent]


def assert_the_printed_days_are_reminded_of(year: Office) -> None:
    """Who ignores 17 January hears of it up to the end; who reports on time hears nothing more of his items."""
    ignoring = days_of(said_to(year, "不理", "remind"))
    late = [PRINTED + timedelta(days=n) for n in range(1, (CLOSED.date() - PRINTED).days + 1)]
    assert [day for day in ignoring if day > PRINTED] == [day for day in late if works(day)]
    after = [
        one for one in said_to(year, "迟", "remind") if local(one.at).date() > working_days_after(PRINTED, 6)
    ]
    assert not [line for one in after for line in one.owed if not line.codes[0].startswith("@")]
    done = [one for one in said_to(year, "按时", "remind") if one.at > at("2022-01-12 12:00")]
    assert not [line for one in done for line in one.owed if not line.codes[0].startswith("@")]


def assert_an_extension_moves_all_that_is_said(year: Office) -> None:
    """No step hears of what was extended; of what was not each hears on its day."""
    leaves = {
        name: [
            one
            for one in said_to(year, name, "late")
            if any(not line.codes[0].startswith("@") for line in one.owed)
        ]
        for name in ("农业分管", "水利分管", "质强办", "市长")
    }
    assert leaves["水利分管"] == []
    assert days_of(leaves["农业分管"])[:1] == [working_days_after(PRINTED, STEP_OF["supervisor"])]
    assert days_of(leaves["质强办"])[:1] == [working_days_after(PRINTED, STEP_OF["office"])]
    assert days_of(leaves["市长"])[:1] == [working_days_after(PRINTED, STEP_OF["leader"])]
    heard = [line for one in leaves["质强办"] for line in one.owed if not line.codes[0].startswith("@")]
    assert "农业农村局" in {line.unit for line in heard}
    assert "水利局" not in {line.unit for line in heard}


def assert_one_district_with_more_time_is_late_alone(year: Office) -> None:
    """市质监局 owes for 华容区 until 15 July, and has reported for the others in time."""
    late = [
        (local(one.at).date(), line.subject)
        for one in (*said_to(year, "质监分管", "late"), *said_to(year, "鄂州质强办", "late"))
        for line in one.owed
        if line.unit == "市质监局"
    ]
    assert sorted(late) == [
        (working_days_after(OTHERS_LATER, STEP_OF["supervisor"]), "华容区"),
        (working_days_after(OTHERS_LATER, STEP_OF["office"]), "华容区"),
    ]
    after = [one for one in said_to(year, "质监", "remind") if local(one.at).date() > OTHERS]
    assert days_of(after)[-1] < date(2022, 7, 22)
    assert {line.subject for one in after for line in one.owed} == {"华容区"}
    assert OTHERS_LATER in days_of(after)


def assert_silence_after_the_end(year: Office, city: City) -> None:
    """A closed campaign says nothing; until then its leader gets the week's digest, the whole year."""
    for campaign, end in ((city.pingdingshan, CLOSED), (city.ezhou, OTHERS_CLOSED)):
        assert [one for one in year.sent if one.row.campaign_id == campaign.id and one.at > end] == []
    digests = days_of(said_to(year, "鄂州市长", "summary"))
    assert len(digests) >= 48
    assert {day.month for day in digests} == set(range(1, 13))
