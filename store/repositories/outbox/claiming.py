"""Who sends which message now: leases on what is due, one sender at a time for each person."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Update, and_, bindparam, case, func, literal, not_, or_, select, update

from store.records import OutboxRow
from store.repository import Repository, columns
from store.tables import OUTBOX
from store.types import Utc

ASTRAY = timedelta(days=2)
"""Nothing is put back for longer: a time farther away was set by a clock that went wrong."""
OVERLONG = timedelta(minutes=5)
"""No lease is this long, and no message was made so far ahead."""
_now = bindparam("now", type_=Utc)
_astray = bindparam("astray", type_=Utc)
_overlong = bindparam("overlong", type_=Utc)
_row = OUTBOX.alias("candidate")
_other = OUTBOX.alias("other")
_earlier = OUTBOX.alias("earlier")
# The indexes of the open messages serve who asks for `closed_at IS NULL`, and for nothing that means the same.
_open_of_same_person = and_(
    _other.c.channel == _row.c.channel, _other.c.recipient == _row.c.recipient, _other.c.closed_at.is_(None)
)
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
    .where(_open_of_same_person, _other.c.state == "sending")
    .where(_other.c.lease_until > _now, _other.c.lease_until <= _overlong)
    .exists()
)
# Who waits for a message that is tried again later waits for all that come after it.
_held = (
    select(literal(1))
    .where(_open_of_same_person, _other.c.id < _row.c.id, or_(_other.c.urgent, not_(_row.c.urgent)))
    .where(_other.c.state == "pending", _other.c.lease_owner != "")
    .where(_other.c.not_before > _now, _other.c.not_before <= _astray)
    .exists()
)


# Claims come one after the other, so that this is nobody else's number at the same time.
_last_turn = (
    select(func.coalesce(func.max(_earlier.c.turn), 0))
    .where(_earlier.c.recipient == OUTBOX.c.recipient)
    .scalar_subquery()
)


def _claiming(*held_up: ColumnElement[bool]) -> Update:
    """The statement that leases what is due and not held up by one of these, what was put in first before."""
    due = (
        select(_row.c.id, _row.c.recipient)
        .where(_row.c.channel == bindparam("of_channel"), _row.c.urgent == bindparam("of_urgency"))
        .where(_row.c.closed_at.is_(None), _is_due, *(not_(obstacle) for obstacle in held_up))
        .order_by(_row.c.id)
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True, of=_row)
        .cte("due")
    )
    # How many messages to the same person are taken up now, up to this one.
    place = select(func.count()).where(due.c.recipient == OUTBOX.c.recipient, due.c.id <= OUTBOX.c.id)
    return (
        update(OUTBOX)
        .where(OUTBOX.c.id.in_(select(due.c.id)))
        .values(
            # Nobody knows whether an attempt without an answer reached the platform, nor when.
            reached_at=case((OUTBOX.c.state == "sending", OUTBOX.c.lease_until), else_=OUTBOX.c.reached_at),
            state="sending",
            attempts=OUTBOX.c.attempts + 1,
            first_attempt_at=func.coalesce(OUTBOX.c.first_attempt_at, _now),
            turn=case((OUTBOX.c.turn == 0, _last_turn + place.scalar_subquery()), else_=OUTBOX.c.turn),
            lease_owner=bindparam("owner"),
            lease_until=bindparam("until"),
        )
        .returning(*columns(OUTBOX, OutboxRow))
    )


_CLAIM = _claiming(_busy, _held)
# Claims of several processes come one after the other: else two would not see each other's people.
_ONE_CLAIM = select(func.pg_advisory_xact_lock(literal(7204655)))
# A lease that ran out is not taken anew: somebody else may be writing to the same person by now.
_RENEW = (
    update(OUTBOX)
    .where(
        OUTBOX.c.id == bindparam("row_id"),
        OUTBOX.c.attempts == bindparam("attempt"),
        OUTBOX.c.state == "sending",
        OUTBOX.c.lease_until > _now,
    )
    .values(lease_until=bindparam("until", type_=Utc))
    .returning(OUTBOX.c.id)
)
_due_at = case((_row.c.state == "pending", _row.c.not_before), else_=_row.c.lease_until)
_NEXT_DUE = select(func.min(case((_is_due, _now), else_=_due_at))).where(
    _row.c.channel == bindparam("of_channel"), _row.c.closed_at.is_(None)
)


class Claiming(Repository):
    """Leases on the messages that are due."""

    def claim(
        self, channel: str, now: datetime, owner: str, lease_seconds: int, limit: int
    ) -> tuple[OutboxRow, ...]:
        """Lease due messages, urgent ones first, in the order in which they were put in; also those whose
        earlier lease ran out.

        Nobody is written to by two owners at once, and what was put back goes before what came later.
        """
        if self._connection.dialect.name == "postgresql":
            self._connection.rows(_ONE_CLAIM)
        until = now + timedelta(seconds=lease_seconds)
        values = {"of_channel": channel, "owner": owner, "until": until, **_moments(now)}
        urgent = self._claimed({**values, "of_urgency": True, "limit": limit})
        left = limit - len(urgent)
        return urgent + (self._claimed({**values, "of_urgency": False, "limit": left}) if left else ())

    def renew(self, row: OutboxRow, until: datetime, now: datetime) -> bool:
        """Hold a claimed message until then; False where this attempt's lease ran out or was lost."""
        return self._hit(_RENEW, {"row_id": row.id, "attempt": row.attempts, "until": until, "now": now})

    def next_due(self, channel: str, now: datetime) -> datetime | None:
        """Return when the channel's next message falls due or its next lease runs out; `now` for at once."""
        values = {"of_channel": channel, **_moments(now)}
        moment: datetime | None = self._connection.rows(_NEXT_DUE, values)[0][0]
        return moment

    def _claimed(self, values: dict[str, object]) -> tuple[OutboxRow, ...]:
        return tuple(sorted(self._rows(OutboxRow, _CLAIM, values), key=lambda row: row.id))


def _moments(now: datetime) -> dict[str, datetime]:
    return {"now": now, "astray": now + ASTRAY, "overlong": now + OVERLONG}
