"""考核任务: a rubric put to work, and which campaign is meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.calendar.deadlines import Deadlines, at_close, printed_year
from handlers.calendar.working_days import is_provisional
from handlers.campaign.arrangements import NOTHING, Arranged
from handlers.campaign.library import Library
from handlers.office.days.calendar_file import inherit
from handlers.wording import local
from rubrics.overlays import OverlayDocument
from scoring.model import Rubric
from store.records import Campaign
from store.unit_of_work import UnitOfWork

_YEARS = range(2000, 2100)
_LONGEST_NAME = 60


class CampaignError(Exception):
    """A campaign cannot be opened or told apart; the message is Chinese, one line."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What the office says when it opens a campaign; what it leaves out comes from the rubric."""

    name: str
    year: int | None = None
    subjects: Sequence[str] = ()
    deadline: datetime | None = None
    overlay: OverlayDocument | None = None


def open_campaign(
    uow: UnitOfWork, library: Library, rubric_name: str, opening: Opening, now: datetime
) -> Campaign:
    """Open a campaign for that rubric in its installed version, whose text is kept with it.

    Raises CampaignError where something is missing or contradicts the rubric, RubricError where there is no
    usable one, ScoringError where the overlay does not fit it.
    """
    rubric = library.rubric(rubric_name)
    name = opening.name.strip()
    if not name or len(name) > _LONGEST_NAME or "\n" in name:
        raise CampaignError(f"考核任务的名称应为1—{_LONGEST_NAME}个字")
    if uow.campaigns.by_name(name) is not None:
        raise CampaignError(f"已有名为“{name}”的考核任务")
    year = opening.year if opening.year is not None else year_of(rubric, now)
    if year not in _YEARS:
        raise CampaignError(f"年度应在{_YEARS.start}—{_YEARS.stop - 1}之间")
    campaign = uow.campaigns.open(
        name=name,
        rubric=rubric.name,
        rubric_version=rubric.version,
        year=year,
        subjects=_subjects(rubric, opening.subjects),
        deadline=opening.deadline,
        overlay=None if opening.overlay is None else _checked(opening.overlay, rubric).data,
        opened_at=now,
    )
    inherit(uow, campaign, now)
    uow.editions.keep(rubric.name, rubric.version, library.text(rubric_name), now)
    detail = {"name": name, "rubric": rubric.name, "version": rubric.version, "year": year}
    uow.audit.record(now, "console", "campaign.open", f"campaign:{campaign.id}", detail)
    return campaign


def year_of(rubric: Rubric, now: datetime) -> int:
    """The year in the rubric's name (rugao-2018), else the running one."""
    return printed_year(rubric) or local(now).year


def deadline_text(campaign: Campaign, rubric: Rubric, arranged: Arranged = NOTHING) -> str:
    """When the campaign is due and where that comes from."""
    deadlines = Deadlines(campaign, rubric, arranged)
    whole, printed = deadlines.whole, any(criterion.due is not None for criterion in rubric.criteria)
    rows = []
    if printed:
        rows.append("按细则逐项所印时限" + _moved_along(deadlines))
    if whole is not None and not all(criterion.due is not None for criterion in rubric.criteria):
        rows.append(f"{local(whole):%Y-%m-%d %H:%M}{_not_printed(deadlines)}")
    return "；其余".join(rows)


def _moved_along(deadlines: Deadlines) -> str:
    """A campaign of another year than the printed one: its days are moved along and said to be so."""
    if not deadlines.years:
        return ""
    printed = (deadlines.of(leaf) for leaf in deadlines.rubric.criteria if leaf.due is not None)
    dues = set(deadlines.milestones.values()) or {due for due in printed if due is not None}
    days = "、".join(f"{local(due):%Y-%m-%d}" for due in sorted(dues))
    year = deadlines.campaign.year
    return (
        f"，逐年顺延到{year}年度{f'（{days}）' if days else ''}（{year}年度的时限原文未规定，可由质强办改期）"
    )


def _not_printed(deadlines: Deadlines) -> str:
    if deadlines.campaign.deadline is not None:
        return ""
    year = local(deadlines.whole).year if deadlines.whole is not None else deadlines.campaign.year
    unsure = is_provisional(year, deadlines.calendar)
    return f"（原文未规定，没定之前暂按{year}年最后一个工作日{'，当年放假安排未公布，公布后自动重算' if unsure else ''}）"


def parse_deadline(text: str) -> datetime:
    """An ISO date (the close of that day) or an ISO time (the office's wall clock where it names no zone)."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return at_close(date.fromisoformat(text))
        at = datetime.fromisoformat(text)
    except ValueError:
        raise CampaignError(f"“{text}”不是日期，请写成 2018-12-28 或 2018-12-28T18:00") from None
    return at if at.tzinfo else at.replace(tzinfo=at_close(at.date()).tzinfo)


def chosen_campaign(uow: UnitOfWork, name: str | None) -> Campaign:
    """The campaign of that name, else the only open one; raises CampaignError where it is not certain."""
    campaigns = uow.campaigns.list()
    if name is not None:
        found = [campaign for campaign in campaigns if campaign.name == name]
    else:
        found = [campaign for campaign in campaigns if campaign.state == "open"]
    if len(found) == 1:
        return found[0]
    names = "、".join(campaign.name for campaign in campaigns) or "没有"
    wanted = f"没有名为“{name}”的考核任务" if name is not None else "请说明是哪个考核任务"
    raise CampaignError(f"{wanted}（现有：{names}）")


def _checked(overlay: OverlayDocument, rubric: Rubric) -> OverlayDocument:
    """An overlay that was signed for this rubric and completes it."""
    if overlay.unsigned:
        raise CampaignError(f"补充方案“{overlay.id}”缺少{'、'.join(overlay.unsigned)}，不能用于考核任务")
    if overlay.data["base"] != rubric.name:
        raise CampaignError(f"补充方案“{overlay.id}”是给{overlay.data['base']}的，不是给{rubric.name}的")
    overlay.applied_to(rubric)
    return overlay


def _subjects(rubric: Rubric, given: Sequence[str]) -> tuple[str, ...]:
    """The assessed units; those of a rubric with targets for each unit must be units that it knows."""
    subjects = tuple(dict.fromkeys(subject.strip() for subject in given)) or rubric.subjects
    if not subjects or "" in subjects:
        raise CampaignError(f"《{rubric.title}》没有印出被考核单位，请逐个指定")
    unknown = [subject for subject in subjects if rubric.has_targets and subject not in rubric.subjects]
    if unknown:
        raise CampaignError(f"细则里没有被考核单位“{'”“'.join(unknown)}”，只有：{'、'.join(rubric.subjects)}")
    return subjects
