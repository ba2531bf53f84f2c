"""What a message, a reminder and the question before sending do in a history."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.messages import Incoming, Reply
from store.records import OutboxRow
from store.unit_of_work import UnitOfWork
from tests.simulation.plan import Due
from tests.simulation.world import START


def answer(incoming: Incoming, uow: UnitOfWork, now: datetime, inbox_id: int) -> Reply:
    """A message has one effect that counts, one that is pushed, and an answer."""
    uow.audit.record(now, incoming.sender, "effect", f"inbox:{inbox_id}", {"message": incoming.text})
    _push(uow, f"receipt:{incoming.text}", incoming.sender, now)
    return Reply(f"answer:{incoming.text}")


def remind(uow: UnitOfWork, dues: Sequence[Due], now: datetime) -> int:
    """Put a reminder into the outbox for each that is due and still open; how many."""
    due = [one for one in dues if START + timedelta(seconds=one.at) <= now]
    open_ = [one for one in due if uow.outbox.by_key(f"receipt:{one.done_by}") is None]
    return sum(_push(uow, f"remind:{one.number}", one.person, now, f"receipt:{one.done_by}") for one in open_)


def asked(uow: UnitOfWork, row: OutboxRow, now: datetime) -> bool:
    """Ask whether the message is still wanted, as it is at that moment."""
    return wanted(uow, row, now)


def wanted(uow: UnitOfWork, row: OutboxRow, _now: datetime) -> bool:
    """Whether what a reminder is about is still open."""
    return not row.content.get("unless") or uow.outbox.by_key(row.content["unless"]) is None


def _push(uow: UnitOfWork, key: str, person: str, now: datetime, unless: str = "") -> bool:
    content = {"text": key, "unless": unless}
    return uow.outbox.add(
        key=key, channel="wecom", recipient=person, content=content, not_before=now, created_at=now
    )
