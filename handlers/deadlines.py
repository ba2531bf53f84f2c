"""完成时限: when a leaf is due, and which milestone (考核节点) is running."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache

from handlers.wording import SHANGHAI, local
from handlers.working_days import working_days_between
from scoring.model import Criterion, Rubric
from store.records import Campaign

CLOSE_OF_BUSINESS = time(18, 0)
"""下班: no document prints the hour (原文未规定钟点), so the end of the usual working day is taken."""


def at_close(day: date) -> datetime:
    """The moment at which the office closes on that day."""
    return datetime.combine(day, CLOSE_OF_BUSINESS, SHANGHAI)


def deadline_of(campaign: Campaign, criterion: Criterion) -> datetime | None:
    """When the leaf is due: the close of the printed day, else the campaign's own deadline."""
    return printed_deadline(criterion.due) if criterion.due is not None else campaign.deadline


@lru_cache(maxsize=512)
def printed_deadline(day: str) -> datetime:
    """The close of business on a day that the document prints (ISO)."""
    return at_close(date.fromisoformat(day))


def running_milestone(campaign: Campaign, rubric: Rubric, now: datetime) -> str | None:
    """The milestone whose deadline comes next, the last one after all are over; None where there are none."""
    dues = milestone_deadlines(campaign, rubric)
    ahead = [(due, milestone) for milestone, due in dues.items() if due >= now]
    if ahead:
        return min(ahead)[1]
    return max(((due, milestone) for milestone, due in dues.items()), default=(None, None))[1]


def milestone_deadlines(campaign: Campaign, rubric: Rubric) -> Mapping[str, datetime]:
    """The deadline of each milestone, from the leaves that belong to it."""
    return _milestone_deadlines(rubric, campaign.deadline)


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


def days_left(now: datetime, due: datetime) -> str:
    """“还剩4个工作日”, “今天截止” or “已逾期2个工作日”."""
    count = working_days_between(local(now).date(), local(due).date())
    if now > due:
        return f"已逾期{max(-count, 0)}个工作日" if count < 0 else "已过截止时间"
    return f"还剩{count}个工作日" if count else "今天截止"
