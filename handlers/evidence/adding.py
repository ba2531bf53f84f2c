"""收下: one more piece of evidence as it came, not put to any leaf yet."""

from datetime import timedelta
from typing import Final

from handlers.context import Context
from handlers.evidence.putting import describe_anew
from store.records import EvidenceKind, EvidenceWay

WAYS: Final[dict[str, EvidenceWay]] = {"aibot": "robot"}
"""The way that evidence comes by channel, where it is not the chat of the app."""


def added(context: Context, kind: EvidenceKind, text: str, url: str = "") -> int:
    """Keep what the message brings, or words of it, and return its id."""
    incoming = context.incoming
    media = incoming.media
    row = context.uow.evidence.add(
        campaign_id=context.speaker.campaign.id,
        subject=context.speaker.contact.subject or context.speaker.campaign.subjects[0],
        unit=context.seat.unit,
        contact_id=context.speaker.contact.id,
        inbox_id=context.inbox_id,
        code=None,
        kind=kind,
        text=text,
        url=url or incoming.url,
        media_id=media.media_id if media else "",
        original_name=media.name if media else "",
        at=context.now,
        fetch_deadline=incoming.sent_at + timedelta(seconds=media.held_seconds) if media else None,
        way=WAYS.get(incoming.channel, "chat"),
    )
    describe_anew(context, row)
    return row
