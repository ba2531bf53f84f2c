"""放假通知: a year's days off and worked, given by the office as a whole; they win over every other calendar."""

from dataclasses import dataclass
from datetime import date, datetime

from store.records import Campaign
from store.types import JsonObject
from store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The days of one year that are not as its weekends would have them."""

    year: int
    off: frozenset[date]
    work: frozenset[date]


def adopt(uow: UnitOfWork, campaign: Campaign, calendar: CalendarFile, now: datetime) -> None:
    """Let the campaign go by it from now on."""
    days = [(day, False) for day in calendar.off] + [(day, True) for day in calendar.work]
    values: list[JsonObject] = [{"day": day.isoformat(), "works": works} for day, works in sorted(days)]
    for value in [*values, {"published": calendar.year}]:
        uow.arrangements.add(
            campaign_id=campaign.id, kind="day", value=value, contact_id=None, inbox_id=None, at=now
        )
    detail = {"year": calendar.year, "off": len(calendar.off), "work": len(calendar.work)}
    uow.audit.record(now, "console", "calendar.import", f"campaign:{campaign.id}", detail)


def inherit(uow: UnitOfWork, campaign: Campaign, now: datetime) -> None:
    """Give a new campaign the days that the one opened before it goes by."""
    earlier = [one for one in uow.campaigns.list() if one.id < campaign.id]
    for row in uow.arrangements.of_campaign(earlier[-1].id) if earlier else ():
        if row.kind in ("day", "hours"):
            uow.arrangements.add(
                campaign_id=campaign.id,
                kind=row.kind,
                value=row.value,
                reason=f"沿用《{earlier[-1].name}》",
                contact_id=None,
                inbox_id=None,
                at=now,
            )
