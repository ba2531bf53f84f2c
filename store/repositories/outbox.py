"""What the bot has to send: each key once, leased to one sender at a time, with the platform's answer."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NotRequired, TypedDict, Unpack

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Update,
    and_,
    bindparam,
    case,
    func,
    literal,
    not_,
    or_,
    select,
    update,
)

from store.connection import Clause
from store.records import OutboxRow, OutboxState, Waiting
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


ASTRAY = timedelta(days=2)
"""Nothing is put back for longer: a time farther away was set by a clock that went wrong."""
OVERLONG = timedelta(minutes=5)
"""No lease is this long, and no message was made so far ahead."""
_UNTRIED = {
    "state": "pending",
    "attempts": 0,
    "answered_attempts": 0,
    "lease_owner": "",
    "answer": "",
    "messages": 1,
    "chosen": "",
}
_FIELDS = columns(OUTBOX, OutboxRow)
_ADD = insert_once(OUTBOX, "key", gives="key")
_LIST = select(*_FIELDS).order_by(OUTBOX.c.id)
_OF_CAMPAIGN = _LIST.where(
    OUTBOX.c.campaign_id == bindparam("campaign_id"), OUTBOX.c.created_at >= bindparam("since", type_=Utc)
)
_BY_KEY = select(*_FIELDS).where(OUTBOX.c.key == bindparam("key"))
_now = bindparam("now", type_=Utc)
_astray = bindparam("astray", type_=Utc)
_overlong = bindparam("overlong", type_=Utc)
_row = OUTBOX.alias("candidate")
_other = OUTBOX.alias("other")
_same_person = and_(_other.c.channel == _row.c.channel, _other.c.recipient == _row.c.recipient)
# A clock that was wrong for a while leaves times behind which nobody meant: they do not count.
_by_a_wrong_clock = or_(
    and_(_row.c.created_at > _overlong, _row.c.not_before <= _row.c.created_at),
    and_(_row.c.lease_owner != "", _row.c.not_before > _astray),
)
_is_due = or_(
    and_(_row.c.state == "pending", or_(_row.c.not_before <= _now, _by_a_wrong_clock)),
    and_(_row.c.state == "sending", or_(_row.c.lease_until <= _now, _row.c.lease_until > _overlong)),
)
# One sender at a time writes to a person, whichever process it belongs to.
_busy = (
    select(literal(1))
    .where(_same_person, _other.c.state == "sending")
    .where(_other.c.lease_until > _now, _other.c.lease_until <= _overlong)
    .exists()
)
# Who waits for a message that is tried again later waits for all that come after it.
_held = (
    select(literal(1))
    .where(_same_person, _other.c.id < _row.c.id, or_(_other.c.urgent, not_(_row.c.urgent)))
    .where(_other.c.state == "pending", _other.c.lease_owner != "")
    .where(_other.c.not_before > _now, _other.c.not_before <= _astray)
    .exists()
)
# What was begun or put back goes before what is new, lest the limit leave it behind its followers.
_URGENT_FIRST = (_row.c.urgent.desc(), _row.c.lease_owner == "", _row.c.not_before, _row.c.id)


def _claiming(*held_up: ColumnElement[bool]) -> Update:
    """The statement that leases what is due and not held up by one of these."""
    due = (
        select(_row.c.id)
        .where(_row.c.channel == bindparam("of_channel"), _is_due, *(not_(obstacle) for obstacle in held_up))
        .order_by(*_URGENT_FIRST)
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True, of=_row)
        .cte("due")
    )
    return (
        update(OUTBOX)
        .where(OUTBOX.c.id.in_(select(due.c.id)))
        .values(
            # Nobody knows whether an attempt without an answer reached the platform, nor when.
            reached_at=case((OUTBOX.c.state == "sending", OUTBOX.c.lease_until), else_=OUTBOX.c.reached_at),
            state="sending",
            attempts=OUTBOX.c.attempts + 1,
            first_attempt_at=func.coalesce(OUTBOX.c.first_attempt_at, _now),
            lease_owner=bindparam("owner"),
            lease_until=bindparam("until"),
        )
        .returning(*_FIELDS)
    )


_CLAIM = _claiming(_busy, _held)
# Claims of several processes come one after the other: else two would not see each other's people.
_ONE_CLAIM = select(func.pg_advisory_xact_lock(literal(7204655)))
_due_at = case((_row.c.state == "pending", _row.c.not_before), else_=_row.c.lease_until)
_NEXT_DUE = select(func.min(case((_is_due, _now), else_=_due_at))).where(
    _row.c.channel == bindparam("of_channel"), among(_row.c.state, "pending", "sending")
)
_REACHED = select(func.coalesce(func.sum(OUTBOX.c.messages), 0)).where(
    OUTBOX.c.channel == bindparam("channel"), OUTBOX.c.reached_at > bindparam("since", type_=Utc)
)
_WAITING = (
    select(OUTBOX.c.channel, func.count(), func.min(OUTBOX.c.not_before))
    .where(among(OUTBOX.c.state, "pending", "sending"), OUTBOX.c.not_before <= _now)
    .group_by(OUTBOX.c.channel)
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
    state="sent",
    sent_at=bindparam("at"),
    closed_at=bindparam("at"),
    reached_at=bindparam("at"),
    messages=bindparam("parts"),
)
_RETRY = _THIS_ATTEMPT.values(state="pending", not_before=bindparam("again_at"))
_REACHED_PERHAPS = _RETRY.values(reached_at=bindparam("at"), messages=bindparam("parts"))
# As if it had never been taken: but that it goes first is kept.
_RELEASE = (
    update(OUTBOX)
    .where(
        OUTBOX.c.id == bindparam("row_id"),
        OUTBOX.c.attempts == bindparam("attempt"),
        OUTBOX.c.state == "sending",
    )
    .values(
        state="pending",
        attempts=OUTBOX.c.attempts - 1,
        first_attempt_at=case((OUTBOX.c.attempts == 1, None), else_=OUTBOX.c.first_attempt_at),
        not_before=bindparam("again_at"),
        lease_until=None,
    )
    .returning(OUTBOX.c.id)
)
_FOLLOWERS = (
    update(OUTBOX)
    .where(
        OUTBOX.c.channel == bindparam("of_channel"),
        OUTBOX.c.recipient == bindparam("of_recipient"),
        among(OUTBOX.c.state, "pending", "sending"),
        OUTBOX.c.lease_owner != "",
        OUTBOX.c.id > bindparam("row_id"),
        or_(bindparam("for_urgent", type_=Boolean), not_(OUTBOX.c.urgent)),
        OUTBOX.c.not_before < bindparam("again_at"),
    )
    .values(not_before=bindparam("again_at"))
)
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
_CHOOSE = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("row_id"), OUTBOX.c.chosen == "")
    .values(chosen=bindparam("words"))
    .returning(OUTBOX.c.id)
)
_REQUEUE = (
    update(OUTBOX)
    .where(
        OUTBOX.c.id == bindparam("row_id"),
        among(OUTBOX.c.state, "refused", "dead", "ambiguous", "superseded"),
    )
    .values(
        state="pending",
        not_before=bindparam("again_at"),
        first_attempt_at=None,
        closed_at=None,
        answered_attempts=OUTBOX.c.attempts,
        lease_owner="",
    )
    .returning(OUTBOX.c.id)
)


class Outbox(Repository):
    """The messages that the bot sends."""

    def add(self, **push: Unpack[NewPush]) -> bool:
        """Put a message in, to go out from `not_before` on; False where its key is there already."""
        return bool(self.add_all([push]))

    def add_all(self, pushes: Sequence[NewPush]) -> frozenset[str]:
        """Put the messages in; return the keys of those that were not there already."""
        return frozenset(key for (key,) in self._add_many(_ADD, [_row_of(push) for push in pushes]))

    def claim(
        self, channel: str, now: datetime, owner: str, lease_seconds: int, limit: int
    ) -> tuple[OutboxRow, ...]:
        """Lease due messages, urgent ones first, then by time; also those whose earlier lease ran out.

        Nobody is written to by two owners at once, and what was put back goes before what came later.
        """
        if self._connection.dialect.name == "postgresql":
            self._connection.rows(_ONE_CLAIM)
        until = now + timedelta(seconds=lease_seconds)
        values = {"of_channel": channel, "owner": owner, "until": until, "limit": limit, **_moments(now)}
        claimed = self._rows(OutboxRow, _CLAIM, values)
        return tuple(sorted(claimed, key=lambda row: (not row.urgent, row.not_before, row.id)))

    def sent(self, row_id: int, attempt: int, answer: str, at: datetime, parts: int = 1) -> bool:
        """Keep that the platform took it, as so many messages; False where this attempt's lease was lost."""
        return self._changed(_SENT, row_id, attempt=attempt, new_answer=answer, at=at, parts=parts)

    def retry(self, row: OutboxRow, answer: str, not_before: datetime) -> bool:
        """Put the message back to be tried again; False where this attempt's lease was lost."""
        return self._put_back(_RETRY, row, not_before, new_answer=answer)

    def retry_unsure(self, row: OutboxRow, answer: str, not_before: datetime, at: datetime) -> bool:
        """Put back what may have arrived at that time, which counts for the quotas; else like `retry`."""
        more = {"new_answer": answer, "at": at, "parts": row.messages}
        return self._put_back(_REACHED_PERHAPS, row, not_before, **more)

    def release(self, row: OutboxRow, not_before: datetime) -> bool:
        """Put back what was claimed and not tried; False where this attempt's lease was lost."""
        return self._put_back(_RELEASE, row, not_before)

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

    def choose(self, row_id: int, words: str) -> bool:
        """Keep which button of the message's card was pressed; False where one was pressed before."""
        return self._changed(_CHOOSE, row_id, words=words)

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

    def of_campaign(self, campaign_id: int, since: datetime) -> tuple[OutboxRow, ...]:
        """Return what was queued for people of the campaign since then, oldest first."""
        return self._rows(OutboxRow, _OF_CAMPAIGN, {"campaign_id": campaign_id, "since": since})

    def next_due(self, channel: str, now: datetime) -> datetime | None:
        """Return when the channel's next message falls due or its next lease runs out; `now` for at once."""
        values = {"of_channel": channel, **_moments(now)}
        moment: datetime | None = self._connection.rows(_NEXT_DUE, values)[0][0]
        return moment

    def reached_since(self, channel: str, since: datetime, recipient: str | None = None) -> int:
        """Count the messages that arrived or may have arrived after `since`, at one recipient or at all."""
        wanted = {} if recipient is None else {"recipient": recipient}
        values = {**wanted, "channel": channel, "since": since}
        return self._number(narrowed(_REACHED, OUTBOX, wanted), values)

    def waiting(self, now: datetime) -> tuple[Waiting, ...]:
        """Return for each channel what is due and not closed."""
        return self._rows(Waiting, _WAITING, {"now": now})

    def _put_back(self, statement: Clause, row: OutboxRow, until: datetime, **values: object) -> bool:
        """Those behind it that were put back before wait as long, so that the ids keep the order."""
        if not self._changed(statement, row.id, attempt=row.attempts, again_at=until, **values):
            return False
        person = {"of_channel": row.channel, "of_recipient": row.recipient, "for_urgent": row.urgent}
        self._run(_FOLLOWERS, {**person, "row_id": row.id, "again_at": until})
        return True

    def _close(self, row_id: int, attempt: int, state: OutboxState, answer: str, at: datetime) -> bool:
        return self._changed(_CLOSE, row_id, attempt=attempt, new_state=state, new_answer=answer, at=at)

    def _changed(self, statement: Clause, row_id: int, **values: object) -> bool:
        return self._hit(statement, {"row_id": row_id, **values})


def _moments(now: datetime) -> dict[str, datetime]:
    return {"now": now, "astray": now + ASTRAY, "overlong": now + OVERLONG}


def _content(text: str | None, content: JsonObject | None) -> JsonObject:
    if text is None and content is None:
        raise ValueError("a message needs a text or a content")
    return {**(content or {}), **({} if text is None else {"text": text})}


def _row_of(push: NewPush) -> dict[str, Any]:
    """The new row of the outbox; every one has the same columns in the same order."""
    return {
        "key": push["key"],
        "channel": push["channel"],
        "recipient": push["recipient"],
        "content": _content(push.get("text"), push.get("content")),
        "not_before": push["not_before"],
        "created_at": push["created_at"],
        "urgent": push.get("urgent", False),
        "campaign_id": push.get("campaign_id"),
        "contact_id": push.get("contact_id"),
        **_UNTRIED,
    }
