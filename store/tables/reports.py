"""The tables of what was reported and how it was reviewed, both append-only."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from store.tables.conventions import one_of, table
from store.types import Json, Utc


class SubmissionTable(SQLModel, table=True):
    """填报: one report, amendment or withdrawal of one leaf of one subject. Append-only by trigger."""

    __tablename__ = "submission"
    __table_args__ = (
        one_of("act", "report", "amend", "withdraw"),
        UniqueConstraint("campaign_id", "subject", "code", "revision"),
        Index(None, "campaign_id", "contact_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    code: str
    subject: str
    revision: int
    act: str
    given: dict[str, Any] = Field(sa_type=Json, nullable=False)
    inputs: dict[str, Any] | None = Field(sa_type=Json)
    unit: str
    contact_id: int | None = Field(foreign_key="contact.id")
    inbox_id: int | None = Field(foreign_key="inbox.id")
    at: datetime = Field(sa_type=Utc)
    late: bool
    note: str = Field(sa_type=Text)


class EditionTable(SQLModel, table=True):
    """The text of every version of a rubric that a campaign has adopted, so that old results keep theirs."""

    __tablename__ = "edition"

    rubric: str = Field(primary_key=True)
    version: str = Field(primary_key=True)
    content: str = Field(sa_type=Text)
    kept_at: datetime = Field(sa_type=Utc)


class LatestSubmissionTable(SQLModel, table=True):
    """Which act on a leaf was the last, so that nobody searches a long history. Moved by trigger."""

    __tablename__ = "latest_submission"

    campaign_id: int = Field(foreign_key="campaign.id", primary_key=True)
    subject: str = Field(primary_key=True)
    code: str = Field(primary_key=True)
    submission_id: int = Field(foreign_key="submission.id")


class ReviewTable(SQLModel, table=True):
    """审核: one decision about one leaf of one subject as it stood at a revision. Append-only by trigger."""

    __tablename__ = "review"
    __table_args__ = (
        one_of("act", "accept", "return", "assess", "unlock", "undo"),
        UniqueConstraint("campaign_id", "subject", "code", "number"),
        Index(None, "campaign_id", "contact_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    code: str
    subject: str
    number: int
    revision: int
    act: str
    given: dict[str, Any] = Field(sa_type=Json, nullable=False)
    reason: str = Field(sa_type=Text)
    undoes: int | None = Field(foreign_key="review.id")
    unit: str
    contact_id: int | None = Field(foreign_key="contact.id")
    inbox_id: int | None = Field(foreign_key="inbox.id")
    at: datetime = Field(sa_type=Utc)


SUBMISSION = table("submission")
EDITION = table("edition")
LATEST = table("latest_submission")
REVIEW = table("review")
