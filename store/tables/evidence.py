"""The tables of evidence, and of files on their way in."""

from datetime import date, datetime

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from store.tables.conventions import one_of, partial_index, table
from store.types import Utc


class EvidenceTable(SQLModel, table=True):
    """佐证: a picture, file, link or text, first as a promise to fetch it and then as stored bytes."""

    __tablename__ = "evidence"
    __table_args__ = (
        one_of("kind", "image", "voice", "video", "file", "link", "text", "location"),
        one_of("state", "pending", "stored", "failed", "withdrawn"),
        Index(None, "sha256"),
        Index(None, "campaign_id", "code"),
        Index(None, "state", "not_before"),
    )

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    code: str | None
    subject: str
    unit: str
    contact_id: int | None = Field(foreign_key="contact.id")
    inbox_id: int | None = Field(foreign_key="inbox.id")
    kind: str
    text: str = Field(sa_type=Text)
    caption: str = Field(sa_type=Text)
    url: str = Field(sa_type=Text)
    media_id: str
    original_name: str
    at: datetime = Field(sa_type=Utc)
    state: str
    sha256: str | None
    size: int | None
    mime: str
    stored_at: datetime | None = Field(sa_type=Utc)
    attempts: int
    not_before: datetime | None = Field(sa_type=Utc)
    fetch_deadline: datetime | None = Field(sa_type=Utc)
    lease_owner: str
    lease_until: datetime | None = Field(sa_type=Utc)
    error: str
    withdrawn_at: datetime | None = Field(sa_type=Utc)
    withdrawn_by: str
    file_name: str
    category: str
    document_number: str
    title: str
    remark: str
    picture_hash: str
    dated: date | None
    way: str


class CompletenessTable(SQLModel, table=True):
    """材料齐全程度: what a reviewer says of the evidence for one leaf, the newest wins. Append-only by trigger."""

    __tablename__ = "completeness"
    __table_args__ = (one_of("level", "full", "partial", "none"), Index(None, "campaign_id", "code"))

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    code: str
    subject: str
    level: str
    reason: str = Field(sa_type=Text)
    contact_id: int | None = Field(foreign_key="contact.id")
    inbox_id: int | None = Field(foreign_key="inbox.id")
    at: datetime = Field(sa_type=Utc)


class UploadPassTable(SQLModel, table=True):
    """上传凭据: the one link to the upload page that a person has, and the one browser that has opened it."""

    __tablename__ = "upload_pass"

    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", unique=True)
    link: str
    bound_at: datetime | None = Field(sa_type=Utc)
    session_hash: str | None = Field(unique=True)
    session_until: datetime | None = Field(sa_type=Utc)


class LinkPassTable(SQLModel, table=True):
    """链接凭据: the one browser that has opened a signed link, until the link expires."""

    __tablename__ = "link_pass"

    id: int | None = Field(default=None, primary_key=True)
    link: str = Field(unique=True)
    contact_id: int = Field(foreign_key="contact.id")
    session_hash: str
    until: datetime = Field(sa_type=Utc, index=True)


class UploadTable(SQLModel, table=True):
    """上传: one file that a person brings by the upload page, from its first byte to its evidence.

    Of one file, as its name, size and time of change tell it, a person has at most one open upload.
    """

    __tablename__ = "upload"
    __table_args__ = (
        one_of("state", "open", "done", "cancelled", "expired"),
        partial_index(
            "uq_upload_open", "contact_id", "name", "size", "modified", where="state = 'open'", unique=True
        ),
        Index(None, "contact_id", "started_at"),
        Index(None, "receipt"),
    )

    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id")
    name: str
    size: int
    modified: str
    code: str | None
    subject: str
    caption: str = Field(sa_type=Text)
    state: str
    evidence_id: int | None = Field(foreign_key="evidence.id", unique=True)
    receipt: str
    started_at: datetime = Field(sa_type=Utc)
    touched_at: datetime = Field(sa_type=Utc)


EVIDENCE = table("evidence")
COMPLETENESS = table("completeness")
LINK_PASS = table("link_pass")
UPLOAD_PASS = table("upload_pass")
UPLOAD = table("upload")
