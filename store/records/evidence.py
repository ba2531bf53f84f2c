"""Evidence, and files on their way in."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

EvidenceKind = Literal["image", "voice", "video", "file", "link", "text", "location"]
UploadState = Literal["open", "done", "cancelled", "expired"]
EvidenceState = Literal["pending", "stored", "failed", "withdrawn"]
EvidenceWay = Literal["chat", "robot", "upload", "import"]
CompletenessLevel = Literal["full", "partial", "none"]


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
class LinkPass:
    """链接凭据: the browser that has opened a signed link, which is good until `until`; `link` is the token's id."""

    link: str
    contact_id: int
    session_hash: str
    until: datetime


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
