"""改版: a campaign keeps its rubric's version until the office, having seen the difference, adopts another."""

from datetime import datetime

from handlers.calendar.deadlines import milestone_name
from handlers.campaign.campaigns import CampaignError
from handlers.campaign.library import Library
from handlers.review.decisions import records_of, reported_facts
from handlers.wording import leaf_name, plain
from rubrics.changes import changes
from rubrics.overlays import OverlayDocument
from scoring.differences import LeafDifference, SheetDifference, compare_versions
from scoring.model import Rubric
from store.records import Campaign
from store.unit_of_work import UnitOfWork


def adoption_text(
    uow: UnitOfWork, library: Library, campaign: Campaign, overlay: OverlayDocument | None
) -> list[str]:
    """What changes in the words, and for each assessed unit whose points change, leaf by leaf."""
    facts = reported_facts(records_of(uow, campaign.id))
    old, new = _versions(uow, library, campaign, overlay, None)
    lines = [f"版本 {old.version} → {new.version}"]
    lines += [
        f"{row.code} {row.what}：{row.before or '无'} → {row.after or '无'}" for row in changes(old, new)
    ]
    for subject in campaign.subjects:
        before, after = _versions(uow, library, campaign, overlay, subject)
        for milestone in tuple(node.id for node in after.milestones) or (None,):
            reported = facts.get(subject, {})
            found = compare_versions(before, after, reported, milestone=milestone, subject=subject)
            lines += _difference_text(after, subject, milestone, found)
    return lines if len(lines) > 1 else [*lines, "条文和已报数据的得分都没有变化。"]


def adopt(
    uow: UnitOfWork, library: Library, campaign: Campaign, overlay: OverlayDocument | None, now: datetime
) -> None:
    """From now on the campaign is scored by the installed version, and by that overlay where one is given.

    Raises CampaignError where the overlay is not signed, ScoringError where it does not fit.
    """
    rubric = library.rubric(campaign.rubric)
    if overlay is not None:
        if overlay.unsigned:
            raise CampaignError(f"补充方案“{overlay.id}”没有签发信息：缺{'、'.join(overlay.unsigned)}")
        overlay.applied_to(rubric)
        uow.campaigns.set_overlay(campaign.id, dict(overlay.data))
    uow.editions.keep(rubric.name, rubric.version, library.text(campaign.rubric), now)
    uow.campaigns.set_version(campaign.id, rubric.version)
    detail = {
        "from": campaign.rubric_version,
        "to": rubric.version,
        "overlay": overlay.id if overlay else None,
    }
    uow.audit.record(now, "console", "campaign.adopt", f"campaign:{campaign.id}", detail)


def _versions(
    uow: UnitOfWork,
    library: Library,
    campaign: Campaign,
    overlay: OverlayDocument | None,
    subject: str | None,
) -> tuple[Rubric, Rubric]:
    present = library.overlay_of(campaign)
    old, new = library.adopted(uow, campaign), library.rubric(campaign.rubric)
    wanted = overlay or present
    return (
        old if present is None else present.applied_to(old, subject),
        new if wanted is None else wanted.applied_to(new, subject),
    )


def _difference_text(
    rubric: Rubric, subject: str, milestone: str | None, found: SheetDifference
) -> list[str]:
    lines = [f"{subject} {_leaf_text(rubric, leaf)}" for leaf in found.leaves]
    before, after = found.before.points, found.after.points
    if before != after:
        node = milestone_name(rubric, milestone)
        lines.append(f"{subject}{' ' + node if node else ''} 合计 {_told(before)} → {_told(after)}")
    return lines


def _leaf_text(rubric: Rubric, leaf: LeafDifference) -> str:
    before, after = leaf.points
    criterion = rubric.by_code.get(leaf.code)
    name = f" {leaf_name(criterion, 24)}" if criterion else ""
    return f"{leaf.code}{name} {_told(before)} → {_told(after)}"


def _told(points: object) -> str:
    return "不计分" if points is None else plain(str(points))
