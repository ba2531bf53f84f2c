"""The tables of what the office has arranged, and of what was registered for it to decide."""

from datetime import datetime
from typing import Any, get_args

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.records import ArrangementKind, MatterKind
from store.tables.conventions import one_of, table
from store.types import Json, Utc


class ArrangementTable(SQLModel, table=True):
    """安排: what the office has arranged for a campaign, the newest of a kind and scope wins. Append-only.

    A deadline of a `milestone`, an extension of a leaf (`code`) for a `unit` (of one `subject`), a target, a day of
    the office calendar, a taught word, a further reminder, the lock of a milestone, the publication of the
    results, the hours of the office, what was handed in besides the leaves, which unit reports a leaf.
    """

    __tablename__ = "arrangement"
    __table_args__ = (
        one_of("kind", *get_args(ArrangementKind)),
        Index(None, "campaign_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    kind: str
    milestone: str
    code: str
    unit: str
    subject: str
    value: dict[str, Any] = Field(sa_type=Json, nullable=False)
    reason: str = Field(sa_type=Text)
    contact_id: int | None = Field(foreign_key="contact.id")
    inbox_id: int | None = Field(foreign_key="inbox.id")
    at: datetime = Field(sa_type=Utc)


class MatterTable(SQLModel, table=True):
    """事项: what was registered for the office to decide, and how it was decided. Append-only by trigger.

    The rows `open` and `close` of one matter share its `number`; `text` of the latter is the outcome.
    """

    __tablename__ = "matter"
    __table_args__ = (
        one_of("act", "open", "close"),
        one_of("kind", *get_args(MatterKind)),
        UniqueConstraint("campaign_id", "number", "act"),
    )

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    number: int
    act: str
    kind: str
    text: str = Field(sa_type=Text)
    detail: dict[str, Any] = Field(sa_type=Json, nullable=False)
    unit: str
    code: str
    subject: str
    contact_id: int | None = Field(foreign_key="contact.id")
    inbox_id: int | None = Field(foreign_key="inbox.id")
    at: datetime = Field(sa_type=Utc)


ARRANGEMENT = table("arrangement")
MATTER = table("matter")
