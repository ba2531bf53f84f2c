"""The tables. Rows are read and written with Core statements in `store.repositories`, never as objects."""

from datetime import date, datetime
from typing import Any, get_args

from sqlalchemy import CheckConstraint, Index, Table, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from store.records import ArrangementKind, MatterKind
from store.types import Json, Names, Utc

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class CampaignTable(SQLModel, table=True):
    """考核任务: a rubric put to work for one year."""

    __tablename__ = "campaign"
    __table_args__ = (_one_of("state", "open", "closed"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    rubric: str
    rubric_version: str
    year: int
    subjects: tuple[str, ...] = Field(sa_type=Names)
    deadline: datetime | None = Field(sa_type=Utc)
    overlay: dict[str, Any] | None = Field(sa_type=Json)
    state: str
    opened_at: datetime = Field(sa_type=Utc)


class ContactTable(SQLModel, table=True):
    """花名册: one person of one campaign, with the account that the person chats from once it is bound."""

    __tablename__ = "contact"
    __table_args__ = (
        _one_of("role", "contact", "supervisor", "leader", "reviewer", "office"),
        UniqueConstraint("campaign_id", "channel", "account"),
        Index(None, "channel", "account"),
        Index(None, "campaign_id", "unit"),
    )

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    name: str
    gender: str
    unit: str
    title: str
    telephone: str
    mobile: str
    email: str
    role: str
    subject: str
    channel: str | None
    account: str | None
    bound_at: datetime | None = Field(sa_type=Utc)
    active: bool
    code_hash: str | None = Field(unique=True)
    code_expires_at: datetime | None = Field(sa_type=Utc)


class AccountTable(SQLModel, table=True):
    """Who has ever written to the bot on a channel, and where the conversation with that account stands."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("channel", "userid"),)

    id: int | None = Field(default=None, primary_key=True)
    channel: str
    userid: str
    dialog: dict[str, Any] | None = Field(sa_type=Json)
    dialog_expires_at: datetime | None = Field(sa_type=Utc)
    binding_failures: int
    locked_until: datetime | None = Field(sa_type=Utc)
    misunderstandings: int
    current_campaign_id: int | None = Field(foreign_key="campaign.id")


class CodeTryTable(SQLModel, table=True):
    """绑定码试错: a fixed number of places, each taken by a wrong code for as long as a code lives."""

    __tablename__ = "code_try"

    place: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Utc)


class InboxTable(SQLModel, table=True):
    """Every message that was taken in, once, with what was answered to it."""

    __tablename__ = "inbox"
    __table_args__ = (
        _one_of("state", "received", "done", "failed"),
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


class SubmissionTable(SQLModel, table=True):
    """填报: one report, amendment or withdrawal of one leaf of one subject. Append-only by trigger."""

    __tablename__ = "submission"
    __table_args__ = (
        _one_of("act", "report", "amend", "withdraw"),
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
        _one_of("act", "accept", "return", "assess", "unlock", "undo"),
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


class EvidenceTable(SQLModel, table=True):
    """佐证: a picture, file, link or text, first as a promise to fetch it and then as stored bytes."""

    __tablename__ = "evidence"
    __table_args__ = (
        _one_of("kind", "image", "voice", "video", "file", "link", "text", "location"),
        _one_of("state", "pending", "stored", "failed", "withdrawn"),
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
    __table_args__ = (_one_of("level", "full", "partial", "none"), Index(None, "campaign_id", "code"))

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


class UploadTable(SQLModel, table=True):
    """上传: one file that a person brings by the upload page, from its first byte to its evidence.

    Of one file, as its name, size and time of change tell it, a person has at most one open upload.
    """

    __tablename__ = "upload"
    __table_args__ = (
        _one_of("state", "open", "done", "cancelled", "expired"),
        Index(
            "uq_upload_open",
            "contact_id",
            "name",
            "size",
            "modified",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
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


class ArrangementTable(SQLModel, table=True):
    """安排: what the office has arranged for a campaign, the newest of a kind and scope wins. Append-only.

    A deadline of a `milestone`, an extension of a leaf (`code`) for a `unit`, a target, a day of the office
    calendar, a taught word, a further reminder, the lock of a milestone, the publication of the results, the
    hours of the office, what was handed in besides the leaves.
    """

    __tablename__ = "arrangement"
    __table_args__ = (
        _one_of("kind", *get_args(ArrangementKind)),
        Index(None, "campaign_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    campaign_id: int = Field(foreign_key="campaign.id")
    kind: str
    milestone: str
    code: str
    unit: str
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
        _one_of("act", "open", "close"),
        _one_of("kind", *get_args(MatterKind)),
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


class SubscriptionTable(SQLModel, table=True):
    """推送订阅: how often a person wants summaries; who is not in it gets the usual ones."""

    __tablename__ = "subscription"
    __table_args__ = (_one_of("rhythm", "week", "day", "paused", "eve"),)

    contact_id: int = Field(
        foreign_key="contact.id", primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    rhythm: str
    weekday: int
    changed_at: datetime = Field(sa_type=Utc)
    hour: str
    snoozed_until: datetime | None = Field(sa_type=Utc)


class NoticeTable(SQLModel, table=True):
    """通知: on which day a person was told last of a thing, and by which message of the outbox."""

    __tablename__ = "notice"

    contact_id: int = Field(
        foreign_key="contact.id", primary_key=True, sa_column_kwargs={"autoincrement": False}
    )
    about: str = Field(primary_key=True)
    day: str
    key: str


class MisunderstoodTable(SQLModel, table=True):
    """没看懂: which messages of a campaign's people the bot could make nothing of."""

    __tablename__ = "misunderstood"
    __table_args__ = (Index(None, "campaign_id", "at"),)

    inbox_id: int = Field(foreign_key="inbox.id", primary_key=True, sa_column_kwargs={"autoincrement": False})
    campaign_id: int = Field(foreign_key="campaign.id")
    contact_id: int = Field(foreign_key="contact.id")
    at: datetime = Field(sa_type=Utc)


class OutboxTable(SQLModel, table=True):
    """Every message that the bot has to send, once for each key, with what the platform said to it."""

    __tablename__ = "outbox"
    __table_args__ = (
        _one_of("state", "pending", "sending", "sent", "refused", "dead", "ambiguous", "superseded"),
        Index(None, "state", "not_before"),
        Index(None, "channel", "recipient", "state"),
        Index(None, "recipient", "reached_at"),
        Index(None, "channel", "reached_at"),
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


class LeaseTable(SQLModel, table=True):
    """租约: one process's right to do what only one may do."""

    __tablename__ = "lease"

    name: str = Field(primary_key=True)
    owner: str
    fence: int
    until: datetime = Field(sa_type=Utc)
    note: str


class AuditTable(SQLModel, table=True):
    """The log of acts as a hash chain. Append-only by trigger; `detail` is canonical JSON text."""

    __tablename__ = "audit"

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Utc)
    actor: str
    act: str
    object: str
    detail: str = Field(sa_type=Text)
    prev_hash: str
    hash: str


class AuditHeadTable(SQLModel, table=True):
    """The end of the chain in one row, moved by trigger; locking it puts writers in line."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    seq: int
    hash: str


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


CAMPAIGN = _table("campaign")
CONTACT = _table("contact")
ACCOUNT = _table("account")
CODE_TRY = _table("code_try")
INBOX = _table("inbox")
SUBMISSION = _table("submission")
EDITION = _table("edition")
LATEST = _table("latest_submission")
REVIEW = _table("review")
EVIDENCE = _table("evidence")
UPLOAD_PASS = _table("upload_pass")
UPLOAD = _table("upload")
COMPLETENESS = _table("completeness")
ARRANGEMENT = _table("arrangement")
MATTER = _table("matter")
SUBSCRIPTION = _table("subscription")
NOTICE = _table("notice")
MISUNDERSTOOD = _table("misunderstood")
OUTBOX = _table("outbox")
LEASE = _table("lease")
AUDIT = _table("audit")
AUDIT_HEAD = _table("audit_head")
