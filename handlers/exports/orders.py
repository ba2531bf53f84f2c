"""要什么: an order for something that the bot makes, and what of the campaign goes into it for the one who asked."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal, get_args

from handlers.access import Act, may, sees_evidence
from handlers.campaign.library import Library
from handlers.exports.catalogue import Catalogue, catalogue_of
from handlers.exports.scope import Scope
from handlers.exports.self_report import SelfReport, self_report
from handlers.exports.sheet import FiledSheet, filed_sheet
from handlers.matters.register import covers, recusals_of
from handlers.people.speaker import Seat
from store.records import Campaign, Contact, Evidence
from store.unit_of_work import UnitOfWork

What = Literal["evidence", "catalogue", "report", "sheet", "item"]
NAMES: Mapping[What, str] = {
    "evidence": "材料包",
    "catalogue": "材料目录",
    "report": "自评报告",
    "sheet": "计分表",
    "item": "材料",
}
Content = Catalogue | SelfReport | FiledSheet | Evidence


class OrderError(Exception):
    """The order cannot be filled; the message is Chinese, for who asked."""


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody on the roster asked for; `unit` and `subject` narrow it, `evidence_id` is the one item's."""

    what: What
    contact_id: int
    unit: str = ""
    subject: str = ""
    evidence_id: int = 0

    def written(self) -> dict[str, object]:
        """As it stands in the outbox."""
        return asdict(self)

    @classmethod
    def read(cls, written: Mapping[str, object]) -> "Order":
        """The order that was written so; raises OrderError for anything else."""
        what = next((known for known in get_args(What) if known == written.get("what")), None)
        if what is None:
            raise OrderError("不认识要的是什么。")
        return cls(
            what,
            int(str(written.get("contact_id", 0))),
            str(written.get("unit", "")),
            str(written.get("subject", "")),
            int(str(written.get("evidence_id", 0))),
        )


@dataclass(frozen=True, slots=True)
class Client:
    """Who may have something: a person of the roster, as things are now."""

    contact: Contact
    campaign: Campaign
    seat: Seat


def client_of(uow: UnitOfWork, contact_id: int, library: Library) -> Client:
    """The person, as long as the roster has him; raises OrderError otherwise: links die with the role."""
    contact = uow.roster.get(contact_id)
    campaign = uow.campaigns.get(contact.campaign_id) if contact is not None else None
    if contact is None or campaign is None or not contact.active or contact.account is None:
        raise OrderError("您已不在这次考核的名册上，不能再打开。")
    return Client(contact, campaign, Seat.of(contact, campaign, library.rubric_of(uow, campaign)))


def filled(uow: UnitOfWork, order: Order, library: Library, now: datetime) -> Content:
    """What was asked for, as it is now; raises OrderError where the person may not have it, or it is gone."""
    client = client_of(uow, order.contact_id, library)
    if order.what == "item":
        return item_for(uow, client, order.evidence_id, library)
    if not may(client.contact.role, Act.EXPORT):
        raise OrderError(f"您现在不能{Act.EXPORT.value}。")
    scope = within(Scope.of(client.seat), order)
    if order.what == "report":
        return self_report(uow, client.campaign, library, scope, now)
    if order.what == "sheet":
        return filed_sheet(uow, client.campaign, library, scope, now)
    return catalogue_of(uow, client.campaign, library, scope)


def within(own: Scope, order: Order) -> Scope:
    """The part that was asked for, never beyond what the person may have."""
    return Scope(own.unit or order.unit, own.subject or order.subject)


def item_for(uow: UnitOfWork, client: Client, evidence_id: int, library: Library) -> Evidence:
    """One kept piece of evidence that this person may see; raises OrderError otherwise."""
    row = uow.evidence.get(evidence_id)
    rubric = library.rubric_of(uow, client.campaign)
    if row is None or row.campaign_id != client.campaign.id or not sees_evidence(client.seat, rubric, row):
        raise OrderError("没有这件材料，或您现在不能看。")
    unit = rubric.unit_aliases.get(row.unit, row.unit)
    if covers(recusals_of(uow, client.contact), unit, row.code or "", row.subject):
        raise OrderError("没有这件材料，或您现在不能看。")
    if row.state != "stored" or row.sha256 is None:
        raise OrderError("这件材料已撤回或没有文件。")
    return row
