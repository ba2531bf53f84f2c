"""Messages taken in: each delivery key once, with the answer that it got."""

from datetime import datetime
from typing import TypedDict, Unpack
from urllib.parse import quote

from sqlalchemy import Text, bindparam, func, select, update

from store.records import InboxEntry, InboxRow
from store.repository import Repository, columns
from store.tables import INBOX
from store.types import JsonObject
from store.upserting import insert_once


class NewMessage(TypedDict):
    """What is kept of a message; `message_key` is unique within `channel`."""

    channel: str
    message_key: str
    sender: str
    kind: str
    text: str
    payload: JsonObject
    sent_at: datetime
    received_at: datetime


_BEGIN = insert_once(INBOX, "channel", "message_key")
_REPEATED = select(INBOX.c.id, INBOX.c.state, INBOX.c.reply).where(
    INBOX.c.channel == bindparam("channel"), INBOX.c.message_key == bindparam("message_key")
)
_END = (
    update(INBOX)
    .where(INBOX.c.id == bindparam("entry_id"))
    .values({name: bindparam(name) for name in ("state", "reply", "error", "finished_at")})
)
_ERASE = (
    update(INBOX)
    .where(INBOX.c.channel == bindparam("of_channel"), INBOX.c.sender == bindparam("of_sender"))
    .values(
        sender=bindparam("pseudonym"),
        message_key=func.replace(
            func.replace(INBOX.c.message_key, bindparam("plain", type_=Text), bindparam("part", type_=Text)),
            bindparam("quoted", type_=Text),
            bindparam("part", type_=Text),
        ),
    )
)
_LATELY = (
    select(INBOX.c.text, INBOX.c.reply)
    .where(
        INBOX.c.id.between(bindparam("first"), bindparam("last")),
        INBOX.c.channel == bindparam("of_channel"),
        INBOX.c.sender == bindparam("of_sender"),
        INBOX.c.received_at >= bindparam("since"),
    )
    .order_by(INBOX.c.id.desc())
    .limit(bindparam("most"))
)
LOOKED_BACK = 2000
"""So many messages of everybody are looked through for the one before: the primary key finds them without an index."""
_GET = select(*columns(INBOX, InboxRow)).where(INBOX.c.id == bindparam("entry_id"))


class Inbox(Repository):
    """The messages that were taken in."""

    def begin(self, **message: Unpack[NewMessage]) -> InboxEntry:
        """Take a message in, or find what became of it when its key was taken in before."""
        row = {**message, "state": "received", "reply": "", "error": ""}
        added = self._connection.rows(_BEGIN[self._connection.dialect.name], row)
        if added:
            return InboxEntry(added[0][0], "received", "", repeated=False)
        key = {"channel": message["channel"], "message_key": message["message_key"]}
        ((entry_id, state, reply),) = self._connection.rows(_REPEATED, key)
        return InboxEntry(entry_id, state, reply, repeated=True)

    def finish(self, entry_id: int, reply: str, at: datetime) -> None:
        """Keep the answer: a repeated delivery of this message gets it again."""
        self._end(entry_id, "done", reply, "", at)

    def fail(self, entry_id: int, error: str, reply: str, at: datetime) -> None:
        """Keep that handling the message failed: the kind of the error and what the sender was told."""
        self._end(entry_id, "failed", reply, error, at)

    def get(self, entry_id: int) -> InboxRow | None:
        """Return the whole stored message."""
        return self._row(InboxRow, _GET, {"entry_id": entry_id})

    def before(self, entry_id: int, channel: str, sender: str, since: datetime) -> tuple[str, str] | None:
        """Return (text, reply) of the sender's message before that one, None where it is older than `since`."""
        found = self.lately(entry_id, channel, sender, since, 1)
        return found[0] if found else None

    def lately(
        self, entry_id: int, channel: str, sender: str, since: datetime, most: int
    ) -> list[tuple[str, str]]:
        """Return (text, reply) of the sender's last messages before that one, the latest first."""
        values = {"first": entry_id - LOOKED_BACK, "last": entry_id - 1, "since": since, "most": most}
        rows = self._connection.rows(_LATELY, {**values, "of_channel": channel, "of_sender": sender})
        return [(row[0], row[1]) for row in rows]

    def erase(self, channel: str, sender: str, pseudonym: str) -> None:
        """Put a pseudonym in the place of a sender, in the keys of the messages as well."""
        whose = {"of_channel": channel, "of_sender": sender, "pseudonym": pseudonym}
        parts = {"plain": f"|{sender}", "quoted": f"|{quote(sender)}", "part": f"|{pseudonym}"}
        self._run(_ERASE, whose | parts)

    def _end(self, entry_id: int, state: str, reply: str, error: str, at: datetime) -> None:
        row = {"entry_id": entry_id, "state": state, "reply": reply, "error": error, "finished_at": at}
        self._run(_END, row)
