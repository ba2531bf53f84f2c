"""What came of an attempt: sent, put back, or closed; the word of a former owner is not heard."""

from datetime import datetime

from sqlalchemy import Boolean, bindparam, case, not_, or_, update

from store.connection import Clause
from store.records import OutboxRow, OutboxState
from store.repository import Repository
from store.tables import OUTBOX
from store.types import JsonObject

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
# As if it had never been taken: but that those after it wait for it is kept.
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
        OUTBOX.c.closed_at.is_(None),
        OUTBOX.c.lease_owner != "",
        OUTBOX.c.id > bindparam("row_id"),
        or_(bindparam("for_urgent", type_=Boolean), not_(OUTBOX.c.urgent)),
        OUTBOX.c.not_before < bindparam("again_at"),
    )
    .values(not_before=bindparam("again_at"))
)
_KEEP = (
    update(OUTBOX)
    .where(
        OUTBOX.c.id == bindparam("row_id"),
        OUTBOX.c.attempts == bindparam("attempt"),
        OUTBOX.c.state == "sending",
    )
    .values(content=bindparam("new_content", type_=OUTBOX.c.content.type))
    .returning(OUTBOX.c.id)
)
_CLOSE = _THIS_ATTEMPT.values(state=bindparam("new_state"), closed_at=bindparam("at"))
_SUPERSEDE = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("row_id"), OUTBOX.c.state == "pending")
    .values(state="superseded", answer=bindparam("new_answer"), closed_at=bindparam("at"))
    .returning(OUTBOX.c.id)
)


class Outcomes(Repository):
    """The ends of attempts; each returns False where the lease on that attempt was lost."""

    def sent(self, row_id: int, attempt: int, answer: str, at: datetime, parts: int = 1) -> bool:
        """Keep that the platform took it, as so many messages; False where this attempt's lease was lost."""
        return self._changed(_SENT, row_id, attempt=attempt, new_answer=answer, at=at, parts=parts)

    def retry(self, row: OutboxRow, answer: str, not_before: datetime) -> bool:
        """Put the message back to be tried again; False where this attempt's lease was lost."""
        return self._put_back(_RETRY, row, not_before, new_answer=answer)

    def retry_unsure(
        self, row: OutboxRow, answer: str, not_before: datetime, at: datetime, parts: int = 1
    ) -> bool:
        """Put back what may have arrived at that time, as so many messages, which counts for the quotas.

        Else like `retry`.
        """
        more = {"new_answer": answer, "at": at, "parts": parts}
        return self._put_back(_REACHED_PERHAPS, row, not_before, **more)

    def keep(self, row: OutboxRow, content: JsonObject) -> bool:
        """Keep as what the claimed message goes out; False where this attempt's lease was lost."""
        return self._hit(_KEEP, {"row_id": row.id, "attempt": row.attempts, "new_content": content})

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
