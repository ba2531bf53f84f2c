"""What the bot has to send: each key once, leased to one sender at a time, with the platform's answer."""

from datetime import datetime, timedelta
from typing import Any, NotRequired, TypedDict, Unpack

from sqlalchemy import and_, bindparam, func, or_, select, update

from store.connection import Clause
from store.records import OutboxRow, OutboxState
from store.repository import Repository, among, columns, insert_once, narrowed
from store.tables import OUTBOX
from store.types import JsonObject, Utc


class NewPush(TypedDict):
    """`key` is unique for ever; what is said is `text`, or `content` where the sender renders it."""

    key: str
    channel: str
    recipient: str
    text: NotRequired[str]
    content: NotRequired[JsonObject]
    not_before: datetime
    urgent: NotRequired[bool]
    campaign_id: NotRequired[int | None]
    contact_id: NotRequired[int | None]
    created_at: datetime


_FIELDS = columns(OUTBOX, OutboxRow)
_ADD = insert_once(OUTBOX, "key")
_LIST = select(*_FIELDS).order_by(OUTBOX.c.id)
_BY_KEY = select(*_FIELDS).where(OUTBOX.c.key == bindparam("key"))
_now = bindparam("now", type_=Utc)
_is_due = or_(
    and_(OUTBOX.c.state == "pending", OUTBOX.c.not_before <= _now),
    and_(OUTBOX.c.state == "sending", OUTBOX.c.lease_until <= _now),
)
_URGENT_FIRST = (OUTBOX.c.urgent.desc(), OUTBOX.c.not_before, OUTBOX.c.id)
_due = (
    select(OUTBOX.c.id)
    .where(_is_due)
    .order_by(*_URGENT_FIRST)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_CLAIM = (
    update(OUTBOX)
    .where(OUTBOX.c.id.in_(select(_due.c.id)))
    .values(
        state="sending",
        attempts=OUTBOX.c.attempts + 1,
        first_attempt_at=func.coalesce(OUTBOX.c.first_attempt_at, _now),
        lease_owner=bindparam("owner"),
        lease_until=bindparam("until"),
    )
    .returning(*_FIELDS)
)
_NEXT_DUE = select(
    func.min(OUTBOX.c.not_before).filter(OUTBOX.c.state == "pending"),
    func.min(OUTBOX.c.lease_until).filter(OUTBOX.c.state == "sending"),
).where(among(OUTBOX.c.state, "pending", "sending"))
_SENT_SINCE = select(func.count()).where(
    OUTBOX.c.recipient == bindparam("recipient"), OUTBOX.c.reached_at > bindparam("since", type_=Utc)
)
# The attempt number fences: an owner whose lease ran out and was retaken can no longer say anything.
_THIS_ATTEMPT = (
    update(OUTBOX)
    .where(
        OUTBOX.c.id == bindparam("row_id"),
        OUTBOX.c.attempts == bindparam("attempt"),
        OUTBOX.c.state == "sending",
    )
    .values(answered_attempts=bindparam("attempt"), answer=bindparam("new_answer"), lease_until=None)
    .returning(OUTBOX.c.id)
)
_SENT = _THIS_ATTEMPT.values(
    state="sent", sent_at=bindparam("at"), closed_at=bindparam("at"), reached_at=bindparam("at")
)
_RETRY = _THIS_ATTEMPT.values(state="pending", not_before=bindparam("again_at"))
_CLOSE = _THIS_ATTEMPT.values(state=bindparam("new_state"), closed_at=bindparam("at"))
_SUPERSEDE = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("row_id"), OUTBOX.c.state == "pending")
    .values(state="superseded", answer=bindparam("new_answer"), closed_at=bindparam("at"))
    .returning(OUTBOX.c.id)
)
_REWORD = (
    update(OUTBOX)
    .where(OUTBOX.c.key == bindparam("this_key"), OUTBOX.c.state == "pending", OUTBOX.c.attempts == 0)
    .values(content=bindparam("new_content"))
    .returning(OUTBOX.c.id)
)
_OF_RECIPIENT = update(OUTBOX).where(
    OUTBOX.c.channel == bindparam("of_channel"), OUTBOX.c.recipient == bindparam("of_recipient")
)
_DROP = _OF_RECIPIENT.where(OUTBOX.c.state == "pending").values(
    state="superseded", answer=bindparam("new_answer"), closed_at=bindparam("at")
)
_ERASE = _OF_RECIPIENT.values(recipient=bindparam("pseudonym"))
_REQUEUE = (
    update(OUTBOX)
    .where(
        OUTBOX.c.id == bindparam("row_id"),
        among(OUTBOX.c.state, "refused", "dead", "ambiguous", "superseded"),
    )
    .values(state="pending", not_before=bindparam("again_at"), first_attempt_at=None, closed_at=None)
    .returning(OUTBOX.c.id)
)


class Outbox(Repository):
    """The messages that the bot sends."""

    def add(self, **push: Unpack[NewPush]) -> bool:
        """Put a message in, to go out from `not_before` on; False where its key is there already."""
        row: dict[str, Any] = {
            "urgent": False,
            "campaign_id": None,
            "contact_id": None,
            **push,
            "state": "pending",
            "attempts": 0,
            "answered_attempts": 0,
            "lease_owner": "",
            "answer": "",
            "messages": 1,
            "chosen": "",
        }
        row["content"] = _content(row.pop("text", None), push.get("content"))
        return self._hit(_ADD[self._connection.dialect.name], row)

    def claim(self, now: datetime, owner: str, lease_seconds: int, limit: int) -> tuple[OutboxRow, ...]:
        """Lease due messages, urgent ones first, then by time; also those whose earlier lease ran out."""
        until = now + timedelta(seconds=lease_seconds)
        values = {"now": now, "owner": owner, "until": until, "limit": limit}
        claimed = self._rows(OutboxRow, _CLAIM, values)
        return tuple(sorted(claimed, key=lambda row: (not row.urgent, row.not_before, row.id)))

    def sent(self, row_id: int, attempt: int, answer: str, at: datetime) -> bool:
        """Keep that the platform took the message; False where this attempt's lease was lost meanwhile."""
        return self._changed(_SENT, row_id, attempt=attempt, new_answer=answer, at=at)

    def retry(self, row_id: int, attempt: int, answer: str, not_before: datetime) -> bool:
        """Put the message back to be tried again; False where this attempt's lease was lost."""
        return self._changed(_RETRY, row_id, attempt=attempt, new_answer=answer, again_at=not_before)

    def refuse(self, row_id: int, attempt: int, answer: str, at: datetime) -> bool:
        """Close the message: the platform will never take it. False where the lease was lost."""
        return self._close(row_id, attempt, "refused", answer, at)

    def dead(self, row_id: int, attempt: int, answer: str, at: datetime) -> bool:
        """Close the message: it was tried often enough. False where the lease was lost."""
        return self._close(row_id, attempt, "dead", answer, at)

    def ambiguous(self, row_id: int, attempt: int, answer: str, at: datetime) -> bool:
        """Close the message: it may have arrived, a person decides. False where the lease was lost."""
        return self._close(row_id, attempt, "ambiguous", answer, at)

    def supersede(self, row_id: int, answer: str, at: datetime, attempt: int | None = None) -> bool:
        """Close a message that need not be said any more: a waiting one, or with `attempt` the leased one."""
        if attempt is not None:
            return self._close(row_id, attempt, "superseded", answer, at)
        return self._changed(_SUPERSEDE, row_id, new_answer=answer, at=at)

    def reword(self, key: str, text: str) -> bool:
        """Change what a message says that nobody has begun to send; False where it is too late for that."""
        return self._hit(_REWORD, {"this_key": key, "new_content": {"text": text}})

    def requeue(self, row_id: int, not_before: datetime) -> bool:
        """Send a closed message again after all; False where it is waiting, in sending or sent."""
        return self._changed(_REQUEUE, row_id, again_at=not_before)

    def erase(self, channel: str, recipient: str, pseudonym: str, at: datetime) -> None:
        """Drop what waits for a recipient, and put a pseudonym in its place."""
        whose = {"of_channel": channel, "of_recipient": recipient}
        self._run(_DROP, {**whose, "new_answer": "recipient erased", "at": at})
        self._run(_ERASE, {**whose, "pseudonym": pseudonym})

    def by_key(self, key: str) -> OutboxRow | None:
        """Return the message with this key."""
        return self._row(OutboxRow, _BY_KEY, {"key": key})

    def list(
        self, state: OutboxState | None = None, recipient: str | None = None, contact_id: int | None = None
    ) -> tuple[OutboxRow, ...]:
        """Return the messages, oldest first."""
        asked = {"state": state, "recipient": recipient, "contact_id": contact_id}
        wanted = {name: value for name, value in asked.items() if value is not None}
        return self._rows(OutboxRow, narrowed(_LIST, OUTBOX, wanted), wanted)

    def next_due(self) -> datetime | None:
        """Return when the next message falls due or the next lease runs out."""
        (moments,) = self._connection.rows(_NEXT_DUE)
        return min((moment for moment in moments if moment is not None), default=None)

    def sent_since(self, recipient: str, since: datetime) -> int:
        """Return how many messages the recipient was sent after `since`, for the platform's quotas."""
        values = {"recipient": recipient, "since": since}
        return self._number(_SENT_SINCE, values)

    def _close(self, row_id: int, attempt: int, state: OutboxState, answer: str, at: datetime) -> bool:
        return self._changed(_CLOSE, row_id, attempt=attempt, new_state=state, new_answer=answer, at=at)

    def _changed(self, statement: Clause, row_id: int, **values: object) -> bool:
        return self._hit(statement, {"row_id": row_id, **values})


def _content(text: str | None, content: JsonObject | None) -> JsonObject:
    if text is None and content is None:
        raise ValueError("a message needs a text or a content")
    return {**(content or {}), **({} if text is None else {"text": text})}
