"""安排: keeping what the office arranged, with who said so and why."""

from typing import TypedDict, Unpack

from handlers.context import Context
from store.records import ArrangementKind
from store.types import JsonObject


class Scope(TypedDict, total=False):
    """What an arrangement is about, and why it was made."""

    milestone: str
    code: str
    unit: str
    subject: str
    reason: str


def arrange(context: Context, kind: ArrangementKind, value: JsonObject, **scope: Unpack[Scope]) -> int:
    """Append the arrangement and log it; return its id."""
    campaign = context.speaker.campaign.id
    arrangement = context.uow.arrangements.add(
        campaign_id=campaign,
        kind=kind,
        value=dict(value),
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        at=context.now,
        **scope,
    )
    detail = {**scope, "value": dict(value)}
    context.uow.audit.record(context.now, context.actor, f"arrange.{kind}", f"campaign:{campaign}", detail)
    return arrangement
