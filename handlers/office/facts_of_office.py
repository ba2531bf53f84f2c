"""质强办认定的事实: veto events and bonuses, which count in both sheets from the moment they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.context import Context


@dataclass(frozen=True, slots=True)
class Fact:
    """Inputs of a leaf for an assessed unit, and the words that they rest on."""

    code: str
    subject: str
    given: Mapping[str, object]
    words: str


def store_fact(fact: Fact, act: str, context: Context) -> None:
    """A submission for what is reported, and the office's own assessment for what is verified; logged as `act`."""
    uow, campaign, contact = context.uow, context.speaker.campaign.id, context.speaker.contact
    known = uow.submissions.current(campaign, subject=fact.subject, codes=[fact.code])
    whole = {**((known[0].inputs or {}) if known else {}), **fact.given}
    submission = uow.submissions.add(
        campaign_id=campaign,
        code=fact.code,
        subject=fact.subject,
        act="amend" if known and known[0].inputs else "report",
        given=dict(fact.given),
        inputs=whole,
        unit=context.seat.unit,
        contact_id=contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
        late=False,
        note=fact.words,
    )
    uow.reviews.add(
        campaign_id=campaign,
        code=fact.code,
        subject=fact.subject,
        revision=(known[0].revision if known else 0) + 1,
        act="assess",
        given=whole,
        reason=fact.words,
        unit=context.seat.unit,
        contact_id=contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
    )
    detail = {"subject": fact.subject, "given": dict(fact.given)}
    uow.audit.record(context.now, context.actor, act, f"submission:{submission}", detail)
