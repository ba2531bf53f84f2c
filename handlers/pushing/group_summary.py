"""群通报: how many lines each unit has reported, for a group chat; no values, no points and no persons' names."""

from datetime import datetime

from handlers.calendar.hours import is_office_time, slot
from handlers.campaign.arrangements import arranged_for
from handlers.campaign.library import Library
from handlers.campaign.standing import Standing, standing_of
from handlers.reminding.digests import is_wanted
from handlers.wording import local, month_day
from store.records import Campaign
from store.unit_of_work import UnitOfWork

CHANNEL = "webhook"
GROUP = "group"
"""The group has no account: its address is a setting."""
SUMMARY = "group-summary"
LISTED = 40


def announce(uow: UnitOfWork, now: datetime, library: Library) -> int:
    """Queue the summary of each campaign for which the office wants it and that is due today; count them."""
    return sum(
        _queue(uow, standing_of(uow, campaign, library, now), now)
        for campaign in uow.campaigns.list()
        if campaign.state == "open" and _may_go(uow, campaign, now)
    )


def _may_go(uow: UnitOfWork, campaign: Campaign, now: datetime) -> bool:
    arranged = arranged_for(uow, campaign.id)
    return arranged.group_summaries and is_office_time(now, arranged.calendar, arranged.hours)


def _queue(uow: UnitOfWork, standing: Standing, now: datetime) -> bool:
    campaign, today = standing.campaign, local(now).date()
    key = f"{SUMMARY}:{campaign.id}:{today}"
    if uow.outbox.by_key(key) is not None or not is_wanted(None, standing.deadlines, today):
        return False
    return uow.outbox.add(
        key=key,
        channel=CHANNEL,
        recipient=GROUP,
        text=table(campaign, standing, now),
        not_before=slot(now, campaign.id, standing.deadlines.arranged.hours),
        campaign_id=campaign.id,
        created_at=now,
    )


def table(campaign: Campaign, standing: Standing, now: datetime) -> str:
    """The summary in the platform's markdown: units with most outstanding first."""
    units = sorted(standing.units, key=lambda unit: (-len(unit.missing), unit.unit))
    done = sum(not unit.missing for unit in units)
    lines = [
        f"### {campaign.name}填报进度（{month_day(now)}）",
        f"{len(units)}个责任单位，{done}个已报齐。",
        "",
        "| 责任单位 | 应报 | 已报 | 还差 |",
        "| :-- | --: | --: | --: |",
    ]
    lines += [
        f"| {unit.unit} | {unit.leaves} | {unit.leaves - len(unit.missing)} | {len(unit.missing)} |"
        for unit in units[:LISTED]
    ]
    if len(units) > LISTED:
        lines.append(f"\n另有{len(units) - LISTED}个单位没有列出。")
    return "\n".join(lines)
