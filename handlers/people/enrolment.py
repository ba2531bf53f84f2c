"""登记入册: people of a checked table put on a campaign's roster, and bound or given binding codes."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from handlers.people.binding import CODE_LIFETIME
from handlers.people.roster import Entry, RosterError, identity
from store.records import Campaign, Contact
from store.unit_of_work import UnitOfWork
from store.ways import home_of


@dataclass(frozen=True, slots=True)
class Enrolled:
    """What became of an entry: bound to its account, or waiting with the binding code to hand over."""

    entry: Entry
    contact_id: int
    outcome: Literal["bound", "code"]
    code: str = ""


def enrol(
    uow: UnitOfWork,
    campaign: Campaign,
    entries: Sequence[Entry],
    now: datetime,
    channel: str = "wecom",
    actor: str = "console",
) -> tuple[Enrolled, ...]:
    """Put the people on the campaign's roster; who is there already gets the new details.

    An entry with an account is bound to it at once, an unbound one gets a fresh code.
    Raises RosterError where an account is somebody else's; nothing is changed then.
    """
    present = {identity(contact): contact for contact in uow.roster.list(campaign.id) if contact.active}
    _check_accounts(uow, campaign, entries, present, channel)
    enrolled = tuple(_enrol(uow, campaign, entry, present, now, channel) for entry in entries)
    bound = sum(one.outcome == "bound" for one in enrolled)
    detail = {"people": len(enrolled), "bound": bound}
    uow.audit.record(now, actor, "roster.import", f"campaign:{campaign.id}", detail)
    return enrolled


def fresh_code(uow: UnitOfWork, contact_id: int, now: datetime) -> str:
    """A six-digit binding code for that person, good once and for ten minutes."""
    while True:
        code = f"{secrets.randbelow(10**6):06d}"
        if uow.roster.issue_code(contact_id, code, now + CODE_LIFETIME):
            return code


def _check_accounts(
    uow: UnitOfWork,
    campaign: Campaign,
    entries: Sequence[Entry],
    present: dict[tuple[str, ...], Contact],
    channel: str,
) -> None:
    """Go through the table as it will be taken in; raises RosterError with every account that is another's then."""
    people = [person for person in uow.roster.list(campaign.id) if person.channel == home_of(channel)]
    holders = {person.account: person.id for person in people}
    problems = []
    for entry in entries:
        contact = present.get(identity(entry))
        own = contact.id if contact is not None else -entry.row
        if not entry.account:
            continue
        if holders.get(entry.account, own) != own:
            problems.append(f"第{entry.row}行：企业微信账号“{entry.account}”已绑定名单里的另一个人")
            continue
        if contact is not None:
            holders.pop(contact.account, None)
        holders[entry.account] = own
    if problems:
        raise RosterError(*problems)


def _enrol(
    uow: UnitOfWork,
    campaign: Campaign,
    entry: Entry,
    present: dict[tuple[str, ...], Contact],
    now: datetime,
    channel: str,
) -> Enrolled:
    contact = present.get(identity(entry))
    contact_id = _add(uow, campaign, entry) if contact is None else _change(uow, contact, entry)
    if entry.account:
        if not uow.roster.bind(contact_id, channel, entry.account, now):
            raise RosterError(f"第{entry.row}行：企业微信账号“{entry.account}”已绑定名单里的另一个人")
        return Enrolled(entry, contact_id, "bound")
    if contact is not None and contact.account is not None:
        return Enrolled(replace(entry, account=contact.account), contact_id, "bound")
    return Enrolled(entry, contact_id, "code", fresh_code(uow, contact_id, now))


def _add(uow: UnitOfWork, campaign: Campaign, entry: Entry) -> int:
    return uow.roster.add(
        campaign_id=campaign.id,
        name=entry.name,
        unit=entry.unit,
        role=entry.role,
        gender=entry.gender,
        title=entry.title,
        telephone=entry.telephone,
        mobile=entry.mobile,
        email=entry.email,
        subject=entry.subject,
    )


def _change(uow: UnitOfWork, contact: Contact, entry: Entry) -> int:
    uow.roster.change(
        contact.id,
        gender=entry.gender,
        title=entry.title,
        telephone=entry.telephone,
        mobile=entry.mobile,
        email=entry.email,
    )
    return contact.id
