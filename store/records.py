"""What the repositories give back: frozen values, times in aware UTC, JSON as plain dicts.

The order of the fields is the order of the columns that a repository selects.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from store.types import JsonObject

Role = Literal["contact", "supervisor", "leader", "reviewer", "office"]
Act = Literal["report", "amend", "withdraw"]
Decision = Literal["accept", "return", "assess", "unlock", "undo"]
EvidenceKind = Literal["image", "voice", "video", "file", "link", "text", "location"]
UploadState = Literal["open", "done", "cancelled", "expired"]
EvidenceState = Literal["pending", "stored", "failed", "withdrawn"]
EvidenceWay = Literal["chat", "robot", "upload", "import"]
CompletenessLevel = Literal["full", "partial", "none"]
ArrangementKind = Literal[
    "deadline",
    "extension",
    "target",
    "day",
    "alias",
    "reminder",
    "lock",
    "publication",
    "hours",
    "handed",
]
Rhythm = Literal["week", "day", "paused", "eve"]
MatterKind = Literal[
    "incident",
    "veto",
    "appeal",
    "duty",
    "handover",
    "contacts",
    "material",
    "substitute",
    "recusal",
    "unlock",
    "bonus",
    "secrecy",
]
OutboxState = Literal["pending", "sending", "sent", "refused", "dead", "ambiguous", "superseded"]


@dataclass(frozen=True, slots=True)
class Campaign:
    """考核任务."""

    id: int
    name: str
    rubric: str
    rubric_version: str
    year: int
    subjects: tuple[str, ...]
    deadline: datetime | None
    overlay: JsonObject | None
    state: Literal["open", "closed"]
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """One person on the roster of one campaign; `channel` and `account` are set while it is bound."""

    id: int
    campaign_id: int
    name: str
    gender: str
    unit: str
    title: str
    telephone: str
    mobile: str
    email: str
    role: Role
    subject: str
    channel: str | None
    account: str | None
    bound_at: datetime | None
    active: bool


@dataclass(frozen=True, slots=True)
class Account:
    """Who writes on a channel: where the conversation stands, and the active roster entries bound to it."""

    id: int
    channel: str
    userid: str
    dialog: JsonObject | None
    dialog_expires_at: datetime | None
    binding_failures: int
    locked_until: datetime | None
    misunderstandings: int
    current_campaign_id: int | None
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """A message taken in; `repeated` says that it was taken in before, with `state` and `reply` of then."""

    id: int
    state: Literal["received", "done", "failed"]
    reply: str
    repeated: bool


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A stored message with all that is known of it."""

    id: int
    channel: str
    message_key: str
    sender: str
    kind: str
    text: str
    payload: JsonObject
    sent_at: datetime
    received_at: datetime
    state: Literal["received", "done", "failed"]
    reply: str
    error: str
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Submission:
    """填报: `given` is what this message gave, `inputs` all that the leaf holds after it (None: nothing).

    `revision` counts the acts on this leaf of this subject from 1.
    """

    id: int
    campaign_id: int
    code: str
    subject: str
    revision: int
    act: Act
    given: JsonObject
    inputs: JsonObject | None
    unit: str
    contact_id: int | None
    inbox_id: int | None
    at: datetime
    late: bool
    note: str
    contact_name: str | None
    message_key: str | None


@dataclass(frozen=True, slots=True)
class Review:
    """审核: a decision about a leaf as it stood at `revision` (0: nothing reported).

    `number` counts the decisions on this leaf of this subject from 1; `given` holds what an assessor sets
    (assessed_points …); an `undo` names the decision that it `undoes`.
    """

    id: int
    campaign_id: int
    code: str
    subject: str
    number: int
    revision: int
    act: Decision
    given: JsonObject
    reason: str
    undoes: int | None
    unit: str
    contact_id: int | None
    inbox_id: int | None
    at: datetime
    contact_name: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """佐证: bytes are there when `sha256` is set; `code` None means not yet filed to a leaf.

    `original_name` is the sender's, `file_name` the safe one. `category` is one of the document's kinds of
    evidence, `dated` the day that the material is of; both are empty where nobody has said them. `remark`
    says what is odd about the bytes, `picture_hash` what a picture looks like.
    """

    id: int
    campaign_id: int
    code: str | None
    subject: str
    unit: str
    contact_id: int | None
    inbox_id: int | None
    kind: EvidenceKind
    text: str
    caption: str
    url: str
    media_id: str
    original_name: str
    at: datetime
    state: EvidenceState
    sha256: str | None
    size: int | None
    mime: str
    stored_at: datetime | None
    attempts: int
    not_before: datetime | None
    fetch_deadline: datetime | None
    error: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    file_name: str
    category: str
    document_number: str
    title: str
    remark: str
    picture_hash: str
    dated: date | None
    way: EvidenceWay
    contact_name: str | None
    channel: str | None


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file that is safely kept, and what was found out about it; the fields are as those of `Evidence`."""

    sha256: str
    size: int
    kind: EvidenceKind
    mime: str
    original_name: str
    file_name: str
    remark: str = ""
    picture_hash: str = ""


@dataclass(frozen=True, slots=True)
class UploadPass:
    """上传凭据: who may open the upload page; `session_hash` is set once a browser has opened the link.

    It is void where the person was bound at another time than `bound_at`.
    """

    contact_id: int
    link: str
    bound_at: datetime | None
    session_hash: str | None
    session_until: datetime | None


@dataclass(frozen=True, slots=True)
class Upload:
    """上传: `size` in bytes is the whole file's; `evidence_id` is set when it is `done`.

    `code` None means that the person files it later; `receipt` is the key of the message that tells of it.
    """

    id: int
    contact_id: int
    name: str
    size: int
    modified: str
    code: str | None
    subject: str
    caption: str
    state: UploadState
    evidence_id: int | None
    receipt: str
    started_at: datetime
    touched_at: datetime


@dataclass(frozen=True, slots=True)
class Completeness:
    """材料齐全程度: what a reviewer said of the evidence for one leaf of one subject."""

    id: int
    campaign_id: int
    code: str
    subject: str
    level: CompletenessLevel
    reason: str
    contact_id: int | None
    inbox_id: int | None
    at: datetime
    contact_name: str | None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """安排: one thing that the office arranged; the newest of a kind and scope wins.

    The scope is what is not "": a milestone, a leaf, a unit. `value` says what was arranged, {} that an
    earlier arrangement is taken back.
    """

    id: int
    campaign_id: int
    kind: ArrangementKind
    milestone: str
    code: str
    unit: str
    value: JsonObject
    reason: str
    contact_id: int | None
    inbox_id: int | None
    at: datetime
    contact_name: str | None


@dataclass(frozen=True, slots=True)
class Matter:
    """事项: something that somebody registered for the office to decide; open while `closed_at` is None.

    `number` counts the matters of a campaign from 1. `unit`, `code` and `subject` say what it is about ("":
    not known), `detail` what its kind needs besides; `outcome` is what the office decided, in words.
    """

    number: int
    campaign_id: int
    kind: MatterKind
    text: str
    detail: JsonObject
    unit: str
    code: str
    subject: str
    contact_id: int | None
    inbox_id: int | None
    at: datetime
    contact_name: str | None
    closed_at: datetime | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Subscription:
    """推送订阅: `weekday` counts from 0 (Monday) where the `rhythm` is week.

    A contact's `eve` asks for no reminder before the last working day ahead of a deadline. `hour` is when on
    the office's clock routine messages should come ("15:00", "" for the usual morning); none comes before
    `snoozed_until`.
    """

    contact_id: int
    rhythm: Rhythm
    weekday: int
    changed_at: datetime
    hour: str = ""
    snoozed_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """通知: what a person was told last `about` a thing: on which day, by the message of that key.

    `day` is an ISO date, "" where it is to be told again; `outbox_state` is None where nothing was sent.
    """

    contact_id: int
    about: str
    day: str
    key: str
    outbox_state: OutboxState | None


@dataclass(frozen=True, slots=True)
class Misunderstood:
    """A message that the bot could make nothing of."""

    inbox_id: int
    campaign_id: int
    contact_id: int
    at: datetime
    text: str
    contact_name: str


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message to send. `attempts` of a leased row is the number that its outcome must be reported with.

    `reached_at` is when it last arrived or may have arrived, as `messages` messages of the platform; `chosen`
    are the words of the card's button that was pressed.
    """

    id: int
    key: str
    channel: str
    recipient: str
    content: JsonObject
    urgent: bool
    campaign_id: int | None
    contact_id: int | None
    created_at: datetime
    not_before: datetime
    state: OutboxState
    attempts: int
    answered_attempts: int
    first_attempt_at: datetime | None
    lease_owner: str
    lease_until: datetime | None
    answer: str
    sent_at: datetime | None
    closed_at: datetime | None
    reached_at: datetime | None
    messages: int
    chosen: str

    @property
    def text(self) -> str:
        """The words of the message; empty where the content is rendered at sending."""
        return str(self.content.get("text", ""))

    @property
    def outcome_unknown(self) -> bool:
        """Whether an earlier attempt ended without a recorded answer, so that it may have arrived."""
        open_attempts = 1 if self.state == "sending" else 0
        return self.attempts - open_attempts > self.answered_attempts


@dataclass(frozen=True, slots=True)
class Lease:
    """租约: held by `owner` till `until`; `fence` counts the owners, `note` is what the last one said."""

    name: str
    owner: str
    fence: int
    until: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """The messages of a channel that are due and not closed, and since when the oldest of them is."""

    channel: str
    number: int
    since: datetime


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One link of the audit chain; `detail` is canonical JSON text, the hashes are hexadecimal SHA-256."""

    seq: int
    at: datetime
    actor: str
    act: str
    object: str
    detail: str
    prev_hash: str
    hash: str = field(repr=False)
