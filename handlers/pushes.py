"""What the bot says by itself goes into the outbox under a key that makes it unique."""

from datetime import datetime

from handlers.messages import Push
from store.records import Contact
from store.unit_of_work import UnitOfWork


def push(uow: UnitOfWork, message: Push, contact: Contact, now: datetime) -> bool:
    """Queue the message; False where its key was queued before."""
    return uow.outbox.add(
        key=message.key,
        channel=message.channel,
        recipient=message.recipient,
        content={"text": message.text},
        not_before=message.not_before,
        urgent=message.urgent,
        campaign_id=contact.campaign_id,
        contact_id=contact.id,
        created_at=now,
    )
