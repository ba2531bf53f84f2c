"""完成时限: when a leaf is due, what the office has moved, and which milestone (考核节点) is running."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache

from handlers.calendar.hours import USUAL, OfficeHours
from handlers.calendar.printed import at_hour, in_year, moment
from handlers.calendar.working_days import (
    OfficeCalendar,
    is_provisional,
    last_working_day,
    working_days_between,
)
from handlers.campaign.arrangements import NOTHING, Arranged, arranged_for
from handlers.wording import clock, local
from scoring.model import Criterion, Duty, Rubric
from store.records import Campaign
from store.unit_of_work import UnitOfWork


def at_close(day: date, hours: OfficeHours = USUAL) -> datetime:
    """The moment at which the office closes on that day."""
    return at_hour("", day, hours)


@dataclass(frozen=True)
class Deadlines:
    """The deadlines of one campaign, and the calendar by which its days are counted."""

    campaign: Campaign
    rubric: Rubric
    arranged: Arranged = NOTHING

    @property
    def calendar(self) -> OfficeCalendar:
        """Which days the office works."""
        return self.arranged.calendar

    def of(self, criterion: Criterion, *units: str, subject: str = "") -> datetime | None:
        """When a unit that goes by those names has to report the leaf, of that assessed unit where one is given.

        Its own extension comes first, then the milestone's moved deadline, then the printed moment, then the
        campaign's deadline.
        """
        extended = self.arranged.extended(criterion.code, units, subject)
        if extended is not None:
            return extended
        moved = self.arranged.deadlines.get(criterion.milestone or criterion.sheet or "")
        if moved is not None:
            return moved
        return self._printed(criterion) or self.whole

    def longer(self, criterion: Criterion, *units: str) -> str:
        """“；其中华容区延到1月20日18:00”: for which assessed units alone the unit has more time; "" for none."""
        common = self.of(criterion, *units)
        own = {
            which.subject: due
            for which, due in self.arranged.extensions.items()
            if which.subject and which.code == criterion.code and which.unit in units
        }
        rows = [
            f"{subject}延到{clock(due)}" for subject, due in own.items() if common is None or due > common
        ]
        return f"；其中{'、'.join(rows)}" if rows else ""

    def earliest(self, leaves: Iterable[tuple[Criterion, str]], *units: str) -> datetime | None:
        """Which deadline comes first for that unit of those leaves of an assessed unit each ("": of any)."""
        dues = (self.of(criterion, *units, subject=subject) for criterion, subject in leaves)
        return min((due for due in dues if due is not None), default=None)

    @cached_property
    def milestones(self) -> Mapping[str, datetime]:
        """The deadline of each milestone, from the leaves that belong to it or as it was moved."""
        printed = _milestones(self.rubric, self._otherwise, self.years, self.arranged.hours)
        moved = self.arranged.deadlines
        return {milestone: moved.get(milestone, due) for milestone, due in printed.items()}

    @property
    def whole(self) -> datetime | None:
        """The deadline of the leaves that belong to no milestone, where one is set for all of them."""
        return self.arranged.deadlines.get("", self._otherwise)

    @cached_property
    def years(self) -> int:
        """By how many years the printed deadlines lie before this campaign's (原文未规定: they move along)."""
        printed = printed_year(self.rubric)
        return self.campaign.year - printed if printed is not None else 0

    @cached_property
    def _otherwise(self) -> datetime | None:
        """What the campaign was given, else the year's last working day where the text leaves any line open."""
        if self.campaign.deadline is not None:
            return self.campaign.deadline
        if all(criterion.due is not None for criterion in self.rubric.criteria):
            return None
        return at_close(last_working_day(self.campaign.year, self.calendar), self.arranged.hours)

    def _printed(self, criterion: Criterion) -> datetime | None:
        """The printed moment; a deadline that was given for another year comes before one only moved along."""
        if criterion.due is None:
            return None
        if self.years and self.campaign.deadline is not None and criterion.milestone is None:
            return None
        return _printed_moment(criterion.due, criterion.deadline or "", self.years, self.arranged.hours)

    def of_duty(self, duty: Duty) -> datetime | None:
        """When something besides the leaves is due; None where the text prints no day, or waits for an event.

        Where no day is printed the office may have set one.
        """
        if duty.id in self.arranged.paper_days:
            return self.arranged.paper_days[duty.id]
        if duty.due is None:
            published = self.arranged.publication
            event = published.at if published is not None and "公告后" in duty.printed else None
            if event is None:
                return None
            return moment(
                duty.printed,
                self.campaign.year,
                event=event,
                hours=self.arranged.hours,
                calendar=self.calendar,
            )
        return _printed_moment(duty.due[:10], duty.printed, self.years, self.arranged.hours)

    def current(self, milestone: str | None) -> datetime | None:
        """The deadline of a milestone; without one that of the whole campaign."""
        due = self.milestones.get(milestone or "", self.whole)
        return (
            due
            if due is not None or milestone
            else self.earliest((leaf, "") for leaf in self.rubric.criteria)
        )

    def running(self, now: datetime) -> str | None:
        """The milestone whose deadline comes next, the last one after all are over; None without any."""
        ahead = [(due, milestone) for milestone, due in self.milestones.items() if due >= now]
        if ahead:
            return min(ahead)[1]
        return max(((due, milestone) for milestone, due in self.milestones.items()), default=(None, None))[1]

    def left(self, now: datetime, due: datetime) -> str:
        """“还剩4个工作日”, “今天截止” or “已逾期2个工作日”."""
        return _left(now, due, self.calendar)


def deadlines_of(uow: UnitOfWork, campaign: Campaign, rubric: Rubric) -> Deadlines:
    """The deadlines of a campaign with what its office has arranged."""
    return Deadlines(campaign, rubric, arranged_for(uow, campaign.id))


@lru_cache(maxsize=256)
def _milestones(
    rubric: Rubric, otherwise: datetime | None, years: int, hours: OfficeHours
) -> Mapping[str, datetime]:
    dues: dict[str, datetime] = {}
    for criterion in rubric.criteria:
        due = otherwise
        if criterion.due is not None:
            due = _printed_moment(criterion.due, criterion.deadline or "", years, hours)
        if criterion.milestone is not None and due is not None:
            dues[criterion.milestone] = max(due, dues.get(criterion.milestone, due))
    return dues


@lru_cache(maxsize=64)
def printed_year(rubric: Rubric) -> int | None:
    """The year in the rubric's name (rugao-2018), for which its deadlines are printed."""
    found = re.search(r"(?<!\d)(20\d\d)(?!\d)", rubric.name)
    return int(found[1]) if found else None


@lru_cache(maxsize=512)
def _printed_moment(day: str, words: str, years: int, hours: OfficeHours) -> datetime:
    """The hour that the words print (else the close of business) of an ISO day, moved along by years."""
    return at_hour(words, in_year(date.fromisoformat(day), years), hours)


@lru_cache(maxsize=1024)
def _left(now: datetime, due: datetime, calendar: OfficeCalendar) -> str:
    count = working_days_between(local(now).date(), local(due).date(), calendar)
    if now > due:
        return f"已逾期{max(-count, 0)}个工作日" if count < 0 else "已过截止时间"
    about = "约" if is_provisional(local(due).year, calendar) else ""
    return f"还剩{about}{count}个工作日" if count else "今天截止"


def milestone_name(rubric: Rubric, milestone: str | None) -> str:
    """半年 for H1; "" for None."""
    return next((node.name for node in rubric.milestones if node.id == milestone), "")


def scope_name(rubric: Rubric, milestone: str | None) -> str:
    """半年节点; 全部指标 where there are no milestones."""
    name = milestone_name(rubric, milestone)
    return f"{name}节点" if name else "全部指标"
