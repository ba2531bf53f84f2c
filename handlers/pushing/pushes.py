"""What the bot says by itself goes into the outbox under a key that makes it unique."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from handlers.context import Context
from handlers.messages import Push
from handlers.pushing.cards import content_of
from store.records import Contact
from store.unit_of_work import UnitOfWork


def push(
    uow: UnitOfWork,
    message: Push,
    contact: Contact,
    now: datetime,
    owed: Sequence[object] = (),
    by: int | None = None,
) -> bool:
    """Queue the message; False where its key was queued before.

    `owed` are the lines that it says are missing, by which they are looked at again before it is sent; `by` is the
    contact who has it sent, where that is kept.
    """
    kept = {**({"owed": list(owed)} if owed else {}), **({"by": by} if by is not None else {})}
    return uow.outbox.add(
        key=message.key,
        channel=message.channel,
        recipient=message.recipient,
        content={**content_of(message), **kept},
        not_before=message.not_before,
        urgent=message.urgent,
        campaign_id=contact.campaign_id,
        contact_id=contact.id,
        created_at=now,
    )


def tell(context: Context, key: str, people: Iterable[Contact], text: str, at: datetime | None = None) -> int:
    """Say it at once (or then) to those of the people who can be reached, but not to the speaker; count them."""
    told = 0
    for person in people:
        if not person.active or person.account is None or person.channel is None:
            continue
        if person.id != context.speaker.contact.id:
            message = Push(
                f"{key}:{person.id}", person.channel, person.account, text, at or context.now, urgent=True
            )
            told += push(context.uow, message, person, context.now, by=context.speaker.contact.id)
    return told
