"""没看懂: messages that the bot could make nothing of, for the office to teach it."""

from datetime import datetime

from sqlalchemy import bindparam, select

from store.records import Misunderstood
from store.repository import Repository, columns
from store.tables import CONTACT, INBOX, MISUNDERSTOOD
from store.types import Utc
from store.upserting import insert_once

_ADD = insert_once(MISUNDERSTOOD, "inbox_id", gives="inbox_id")
_SINCE = (
    select(*columns(MISUNDERSTOOD, Misunderstood, text=INBOX.c.text, contact_name=CONTACT.c.name))
    .select_from(MISUNDERSTOOD)
    .join(INBOX, INBOX.c.id == MISUNDERSTOOD.c.inbox_id)
    .join(CONTACT, CONTACT.c.id == MISUNDERSTOOD.c.contact_id)
    .where(
        MISUNDERSTOOD.c.campaign_id == bindparam("campaign_id"),
        MISUNDERSTOOD.c.at >= bindparam("since", type_=Utc),
    )
    .order_by(MISUNDERSTOOD.c.inbox_id)
)


class MisunderstoodMessages(Repository):
    """The messages of the campaigns' people that were not understood."""

    def add(self, inbox_id: int, campaign_id: int, contact_id: int, at: datetime) -> None:
        """Keep that the message was not understood; of a message of several parts once."""
        row = {"inbox_id": inbox_id, "campaign_id": campaign_id, "contact_id": contact_id, "at": at}
        self._run(_ADD[self._connection.dialect.name], row)

    def since(self, campaign_id: int, since: datetime) -> tuple[Misunderstood, ...]:
        """Return the campaign's misunderstood messages from that time on, oldest first."""
        return self._rows(Misunderstood, _SINCE, {"campaign_id": campaign_id, "since": since})
