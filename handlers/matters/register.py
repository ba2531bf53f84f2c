"""事项: what people register for the office to decide, and who is told of it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NotRequired, TypedDict, Unpack

from handlers.context import Context
from handlers.messages import Push
from handlers.people.enrolled import printed_unit
from handlers.pushing.pushes import push
from handlers.wording import clip, in_one_line, month_day
from store.records import Contact, Matter, MatterKind
from store.unit_of_work import UnitOfWork

KIND_NAMES: dict[MatterKind, str] = {
    "incident": "疑似事件",
    "veto": "疑似否决事件",
    "appeal": "异议",
    "duty": "责任认领异议",
    "handover": "交接申请",
    "contacts": "联系人变更",
    "material": "补充材料请求",
    "substitute": "代审申请",
    "recusal": "回避",
    "unlock": "解锁申请",
    "bonus": "加分提议",
    "secrecy": "涉密提示",
}
SEEN_BY_LEADERS: frozenset[MatterKind] = frozenset({"incident", "veto"})
REPEATED = timedelta(minutes=1)
"""Within this time the same words of the same person are one matter."""


class About(TypedDict, total=False):
    """What a matter is about, as far as it is known, and what its kind needs besides."""

    unit: str
    code: str
    subject: str
    detail: NotRequired[dict[str, Any]]


def register(context: Context, kind: MatterKind, text: str, **about: Unpack[About]) -> int:
    """Register a matter, tell the office, and return its number; what was said twice in a minute is one."""
    campaign = context.speaker.campaign.id
    repeated = _repeated(context, kind, text, about)
    if repeated is not None:
        return repeated.number
    number = context.uow.matters.open(
        campaign_id=campaign,
        kind=kind,
        text=text,
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
        **about,
    )
    detail = {"kind": kind, "unit": about.get("unit", ""), "code": about.get("code", "")}
    context.uow.audit.record(context.now, context.actor, "matter.open", f"matter:{campaign}:{number}", detail)
    words = (
        f"【{KIND_NAMES[kind]}】第{number}号，{_who(context.speaker.contact)}：{clip(in_one_line(text), 200)}"
    )
    tell(context, number, office_of(context), f"{words}\n回“事项 {number}”看，回“办结 {number} 结果”办结。")
    return number


def recusals_of(uow: UnitOfWork, person: Contact) -> list[Matter]:
    """What the person has said is not for him to judge: a leaf, or all of a unit where no leaf is named; for good."""
    rows = uow.matters.of_campaign(person.campaign_id)
    return [row for row in rows if (row.kind, row.contact_id) == ("recusal", person.id)]


def covers(recusals: Iterable[Matter], unit: str, code: str, subject: str) -> bool:
    """Whether one of them is from that leaf, or from all of the unit that reports it or that it is about."""
    return any(
        (row.code, row.subject) == (code, subject) if row.code else row.unit in (unit, subject)
        for row in recusals
    )


def tell(context: Context, number: int, people: Iterable[Contact], text: str) -> int:
    """Say it to those of the people who can be reached, once each; return how many that are."""
    told = 0
    for person in people:
        if person.account is None or person.channel is None or person.id == context.speaker.contact.id:
            continue
        key = f"matter:{person.campaign_id}:{number}:{context.incoming.message_id}:{person.id}"
        message = Push(key, person.channel, person.account, text, context.now, urgent=True)
        told += push(context.uow, message, person, context.now)
    return told


def tell_contacts(context: Context, what: str, unit: str, text: str) -> int:
    """Say it to the contacts of a unit (or of an assessed unit) that can be reached; how many that are."""
    told = 0
    for person in context.uow.roster.list(context.speaker.campaign.id, role="contact"):
        own = printed_unit(person, context)
        if (
            not person.active
            or person.account is None
            or person.channel is None
            or unit not in (own, person.subject)
        ):
            continue
        key = f"{what}:{person.campaign_id}:{context.incoming.message_id}:{person.id}"
        message = Push(key, person.channel, person.account, text, context.now, urgent=True)
        told += push(context.uow, message, person, context.now)
    return told


def office_of(context: Context) -> tuple[Contact, ...]:
    """The people of the campaign's office on duty."""
    people = context.uow.roster.list(context.speaker.campaign.id, role="office")
    return tuple(person for person in people if person.active)


def standing(context: Context, *kinds: MatterKind) -> tuple[Matter, ...]:
    """The campaign's open matters of these kinds, oldest first."""
    return context.uow.matters.standing(context.speaker.campaign.id, kinds)


def until_of(row: Matter) -> str:
    """Until when the reviewer wants it."""
    until = str(row.detail.get("until") or "")
    return f"{month_day(date.fromisoformat(until))}下班前交，" if until else ""


def disputed(uow: UnitOfWork, campaign_id: int) -> dict[str, frozenset[str]]:
    """{unit: the leaves of which it says that they are not its own}, while the office has not decided."""
    codes: dict[str, set[str]] = defaultdict(set)
    for row in uow.matters.standing(campaign_id, ("duty",)):
        if row.code:
            codes[row.unit].add(row.code)
    return {unit: frozenset(of_it) for unit, of_it in codes.items()}


def _repeated(context: Context, kind: MatterKind, text: str, about: About) -> Matter | None:
    """The same words about the same: 补原件 of another unit is another matter."""
    of = (about.get("unit", ""), about.get("code", ""), about.get("subject", ""))
    own = context.speaker.contact.id
    for row in standing(context, kind):
        same = (row.contact_id, row.text, row.unit, row.code, row.subject) == (own, text, *of)
        if same and context.now - row.at <= REPEATED:
            return row
    return None


def _who(contact: Contact) -> str:
    return f"{contact.unit} {contact.name}"
