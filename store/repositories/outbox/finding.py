"""The messages as they stand in the outbox: what was sent to whom, what waits, and what the platform counted."""

from datetime import datetime

from sqlalchemy import bindparam, func, select

from store.records import OutboxRow, OutboxState, Waiting
from store.repositories.outbox.claiming import OVERLONG
from store.repository import Repository, columns, narrowed
from store.tables import OUTBOX
from store.types import Utc

_FIELDS = columns(OUTBOX, OutboxRow)
_LIST = select(*_FIELDS).order_by(OUTBOX.c.id)
_OF_CAMPAIGN = _LIST.where(
    OUTBOX.c.campaign_id == bindparam("campaign_id"), OUTBOX.c.created_at >= bindparam("since", type_=Utc)
)
_BY_KEY = select(*_FIELDS).where(OUTBOX.c.key == bindparam("key"))
_REACHED = select(func.coalesce(func.sum(OUTBOX.c.messages), 0)).where(
    OUTBOX.c.channel == bindparam("channel"),
    OUTBOX.c.reached_at > bindparam("since", type_=Utc),
    OUTBOX.c.reached_at <= bindparam("until", type_=Utc),
)
_WAITING = (
    select(OUTBOX.c.channel, func.count(), func.min(OUTBOX.c.not_before))
    .where(OUTBOX.c.closed_at.is_(None), OUTBOX.c.not_before <= bindparam("now", type_=Utc))
    .group_by(OUTBOX.c.channel)
)


class Finding(Repository):
    """Looks at the messages; changes nothing."""

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

    def reached_since(
        self, channel: str, since: datetime, now: datetime, recipient: str | None = None
    ) -> int:
        """Count the messages that arrived or may have arrived after `since`, at one recipient or at all.

        What a clock that went wrong has sent in the far future does not count.
        """
        wanted = {} if recipient is None else {"recipient": recipient}
        values = {**wanted, "channel": channel, "since": since, "until": now + OVERLONG}
        return self._number(narrowed(_REACHED, OUTBOX, wanted), values)

    def waiting(self, now: datetime) -> tuple[Waiting, ...]:
        """Return for each channel what is due and not closed."""
        return self._rows(Waiting, _WAITING, {"now": now})
