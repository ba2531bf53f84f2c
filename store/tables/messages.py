"""The tables of what people said."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.tables.conventions import one_of, table
from store.types import Json, Utc


class InboxTable(SQLModel, table=True):
    """Every message that was taken in, once, with what was answered to it."""

    __tablename__ = "inbox"
    __table_args__ = (
        one_of("state", "received", "done", "failed"),
        UniqueConstraint("channel", "message_key"),
    )

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    message_key: str
    sender: str
    kind: str
    text: str = Field(sa_type=Text)
    payload: dict[str, Any] = Field(sa_type=Json, nullable=False)
    sent_at: datetime = Field(sa_type=Utc)
    received_at: datetime = Field(sa_type=Utc)
    state: str
    reply: str = Field(sa_type=Text)
    error: str
    finished_at: datetime | None = Field(sa_type=Utc)


class MisunderstoodTable(SQLModel, table=True):
    """没看懂: which messages of a campaign's people the bot could make nothing of."""

    __tablename__ = "misunderstood"
    __table_args__ = (Index(None, "campaign_id", "at"),)

    inbox_id: int = Field(foreign_key="inbox.id", primary_key=True, sa_column_kwargs={"autoincrement": False})
    campaign_id: int = Field(foreign_key="campaign.id")
    contact_id: int = Field(foreign_key="contact.id")
    at: datetime = Field(sa_type=Utc)


INBOX = table("inbox")
MISUNDERSTOOD = table("misunderstood")
