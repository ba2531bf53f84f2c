"""完成时限: when a leaf is due, what the office has moved, and which milestone (考核节点) is running."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property, lru_cache

from handlers.arrangements import NOTHING, Arranged, arranged_for
from handlers.wording import SHANGHAI, local
from handlers.working_days import OfficeCalendar, working_days_between
from scoring.model import Criterion, Rubric
from store.records import Campaign
from store.unit_of_work import UnitOfWork

CLOSE_OF_BUSINESS = time(18, 0)
"""下班: no document prints the hour (原文未规定钟点), so the end of the usual working day is taken."""


def at_close(day: date) -> datetime:
    """The moment at which the office closes on that day."""
    return datetime.combine(day, CLOSE_OF_BUSINESS, SHANGHAI)


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

    def of(self, criterion: Criterion, unit: str = "") -> datetime | None:
        """When that unit has to report the leaf.

        Its own extension comes first, then the milestone's moved deadline, then the close of the printed day,
        then the campaign's deadline.
        """
        extended = self.arranged.extensions.get((criterion.code, unit))
        if extended is not None:
            return extended
        moved = self.arranged.deadlines.get(criterion.milestone or criterion.sheet or "")
        if moved is not None:
            return moved
        return printed_deadline(criterion.due) if criterion.due is not None else self.campaign.deadline

    def earliest(self, criteria: Iterable[Criterion], unit: str = "") -> datetime | None:
        """Which of those leaves' deadlines comes first for that unit."""
        dues = (self.of(criterion, unit) for criterion in criteria)
        return min((due for due in dues if due is not None), default=None)

    @cached_property
    def milestones(self) -> Mapping[str, datetime]:
        """The deadline of each milestone, from the leaves that belong to it or as it was moved."""
        printed = _milestone_deadlines(self.rubric, self.campaign.deadline)
        moved = self.arranged.deadlines
        return {milestone: moved.get(milestone, due) for milestone, due in printed.items()}

    @property
    def whole(self) -> datetime | None:
        """The deadline of the leaves that belong to no milestone, where one is set for all of them."""
        return self.arranged.deadlines.get("", self.campaign.deadline)

    def current(self, milestone: str | None) -> datetime | None:
        """The deadline of a milestone; without one that of the whole campaign."""
        due = self.milestones.get(milestone or "", self.whole)
        return due if due is not None or milestone else self.earliest(self.rubric.criteria)

    def running(self, now: datetime) -> str | None:
        """The milestone whose deadline comes next, the last one after all are over; None without any."""
        ahead = [(due, milestone) for milestone, due in self.milestones.items() if due >= now]
        if ahead:
            return min(ahead)[1]
        return max(((due, milestone) for milestone, due in self.milestones.items()), default=(None, None))[1]

    def left(self, now: datetime, due: datetime) -> str:
        """“还剩4个工作日”, “今天截止” or “已逾期2个工作日”."""
        count = working_days_between(local(now).date(), local(due).date(), self.calendar)
        if now > due:
            return f"已逾期{max(-count, 0)}个工作日" if count < 0 else "已过截止时间"
        return f"还剩{count}个工作日" if count else "今天截止"


def deadlines_of(uow: UnitOfWork, campaign: Campaign, rubric: Rubric) -> Deadlines:
    """The deadlines of a campaign with what its office has arranged."""
    return Deadlines(campaign, rubric, arranged_for(uow, campaign.id))


@lru_cache(maxsize=512)
def printed_deadline(day: str) -> datetime:
    """The close of business on a day that the document prints (ISO)."""
    return at_close(date.fromisoformat(day))


@lru_cache(maxsize=256)
def _milestone_deadlines(rubric: Rubric, otherwise: datetime | None) -> Mapping[str, datetime]:
    dues: dict[str, datetime] = {}
    for criterion in rubric.criteria:
        due = printed_deadline(criterion.due) if criterion.due is not None else otherwise
        if criterion.milestone is not None and due is not None:
            dues[criterion.milestone] = max(due, dues.get(criterion.milestone, due))
    return dues


def milestone_name(rubric: Rubric, milestone: str | None) -> str:
    """半年 for H1; "" for None."""
    return next((node.name for node in rubric.milestones if node.id == milestone), "")
