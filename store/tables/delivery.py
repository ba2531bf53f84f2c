"""The tables of what the bot says: messages, what each reminder told, and who may send."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from store.tables.conventions import one_of, partial_index, table
from store.types import Json, Utc


def _open(name: str, *columns: str) -> Index:
    """An index of the messages that are not closed: few, however many the bot has sent."""
    return partial_index(name, *columns, where="closed_at IS NULL")


class NoticeTable(SQLModel, table=True):
    """通知: on which day a person was told last of a thing, and by which message of the outbox."""

    __tablename__ = "notice"

    contact_id: int = Field(
        foreign_key="contact.id", primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    about: str = Field(primary_key=True)
    day: str
    key: str


class OutboxTable(SQLModel, table=True):
    """Every message that the bot has to send, once for each key, with what the platform said to it.

    It is open, pending or sending, as long as `closed_at` is empty.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        one_of("state", "pending", "sending", "sent", "refused", "dead", "ambiguous", "superseded"),
        _open("ix_outbox_open_in_order", "channel", "urgent", "id"),
        _open("ix_outbox_open_of_recipient", "channel", "recipient"),
        Index(None, "state"),
        Index(None, "contact_id"),
        Index(None, "channel", "reached_at", "messages"),
        Index(None, "channel", "recipient", "reached_at", "messages"),
        Index(None, "recipient", "turn"),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    channel: str
    recipient: str
    content: dict[str, Any] = Field(sa_type=Json, nullable=False)
    urgent: bool
    campaign_id: int | None = Field(foreign_key="campaign.id")
    contact_id: int | None = Field(foreign_key="contact.id")
    created_at: datetime = Field(sa_type=Utc)
    not_before: datetime = Field(sa_type=Utc)
    state: str
    attempts: int
    answered_attempts: int
    first_attempt_at: datetime | None = Field(sa_type=Utc)
    lease_owner: str
    lease_until: datetime | None = Field(sa_type=Utc)
    answer: str = Field(sa_type=Text)
    sent_at: datetime | None = Field(sa_type=Utc)
    closed_at: datetime | None = Field(sa_type=Utc)
    reached_at: datetime | None = Field(sa_type=Utc)
    messages: int
    chosen: str
    turn: int


class LeaseTable(SQLModel, table=True):
    """租约: one process's right to do what only one may do."""

    __tablename__ = "lease"

    name: str = Field(primary_key=True)
    owner: str
    fence: int
    until: datetime = Field(sa_type=Utc)
    note: str


NOTICE = table("notice")
OUTBOX = table("outbox")
LEASE = table("lease")
