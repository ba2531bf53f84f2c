"""佐证: what people sent to prove a value, and the fetching of its bytes before the platform drops them."""

from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any, NotRequired, TypedDict, Unpack

from sqlalchemy import bindparam, func, insert, literal, or_, select, update

from store.connection import Clause
from store.files import StoredFile
from store.records import Evidence, EvidenceKind, EvidenceState, EvidenceWay, ReceivedFile
from store.repository import Repository, among, columns, narrowed
from store.tables import CONTACT, EVIDENCE, INBOX
from store.types import Utc


class NewEvidence(TypedDict):
    """With a `media_id` the bytes are still to be fetched; `file` is given when they are here already."""

    campaign_id: int
    code: str | None
    subject: str
    unit: str
    contact_id: int | None
    kind: EvidenceKind
    text: NotRequired[str]
    caption: NotRequired[str]
    url: NotRequired[str]
    media_id: NotRequired[str]
    original_name: NotRequired[str]
    inbox_id: int | None
    at: datetime
    fetch_deadline: NotRequired[datetime | None]
    file: NotRequired[StoredFile | None]
    mime: NotRequired[str]
    file_name: NotRequired[str]
    category: NotRequired[str]
    document_number: NotRequired[str]
    title: NotRequired[str]
    remark: NotRequired[str]
    picture_hash: NotRequired[str]
    dated: NotRequired[date | None]
    way: NotRequired[EvidenceWay]


class Description(TypedDict):
    """What is known of a piece of evidence besides its bytes."""

    document_number: str
    title: str
    dated: date | None
    category: str


class EvidenceFilter(TypedDict, total=False):
    """Which evidence to list; what is left out does not matter."""

    unit: str
    code: str | None
    subject: str
    contact_id: int
    state: EvidenceState


_EMPTY = {
    **dict.fromkeys(("text", "caption", "url", "media_id", "original_name", "mime"), ""),
    **dict.fromkeys(("error", "lease_owner", "withdrawn_by"), ""),
    **dict.fromkeys(("file_name", "category", "document_number", "title", "remark", "picture_hash"), ""),
    **dict.fromkeys(("fetch_deadline", "sha256", "size", "stored_at", "not_before", "dated"), None),
    "attempts": 0,
    "way": "chat",
}
_ADD = insert(EVIDENCE).returning(EVIDENCE.c.id)
_ALL = (
    select(*columns(EVIDENCE, Evidence, contact_name=CONTACT.c.name, channel=INBOX.c.channel))
    .select_from(EVIDENCE)
    .outerjoin(CONTACT, CONTACT.c.id == EVIDENCE.c.contact_id)
    .outerjoin(INBOX, INBOX.c.id == EVIDENCE.c.inbox_id)
    .order_by(EVIDENCE.c.id)
)
_WITH_BYTES = _ALL.where(EVIDENCE.c.sha256.is_not(None))
_SAME_BYTES = _ALL.where(EVIDENCE.c.sha256 == bindparam("sha256"))
_STORED = EVIDENCE.c.state == literal("stored")
_REPEATED = _ALL.where(
    _STORED,
    EVIDENCE.c.sha256.in_(
        select(EVIDENCE.c.sha256).where(_STORED).group_by(EVIDENCE.c.sha256).having(func.count() > literal(1))
    ),
)
_PICTURES = _ALL.where(
    _STORED,
    EVIDENCE.c.picture_hash != literal(""),
    EVIDENCE.c.unit == bindparam("unit"),
    EVIDENCE.c.subject == bindparam("subject"),
)
_GET = _ALL.where(EVIDENCE.c.id == bindparam("evidence_id"))
_THIS = update(EVIDENCE).where(EVIDENCE.c.id == bindparam("evidence_id")).returning(EVIDENCE.c.id)
_FILE_TO = _THIS.values(code=bindparam("new_code"), subject=bindparam("new_subject"))
_DESCRIBE = _THIS.values({name: bindparam(f"new_{name}") for name in Description.__annotations__})
_CAPTION = _THIS.values(caption=bindparam("new_caption"))
_WITHDRAW = _THIS.where(EVIDENCE.c.state != "withdrawn").values(
    state="withdrawn", withdrawn_at=bindparam("when"), withdrawn_by=bindparam("who")
)
_now = bindparam("now", type_=Utc)
_due = (
    select(EVIDENCE.c.id)
    .where(
        EVIDENCE.c.state == "pending",
        or_(EVIDENCE.c.not_before.is_(None), EVIDENCE.c.not_before <= _now),
        or_(EVIDENCE.c.lease_until.is_(None), EVIDENCE.c.lease_until <= _now),
    )
    .order_by(EVIDENCE.c.fetch_deadline, EVIDENCE.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_CLAIM = (
    update(EVIDENCE)
    .where(EVIDENCE.c.id.in_(select(_due.c.id)))
    .values(lease_owner=bindparam("owner"), lease_until=bindparam("until"), attempts=EVIDENCE.c.attempts + 1)
    .returning(EVIDENCE.c.id)
)
_FOUND = [field.name for field in fields(ReceivedFile)]
_FETCHED = _THIS.where(among(EVIDENCE.c.state, "pending", "failed")).values(
    state="stored",
    error="",
    lease_until=None,
    stored_at=bindparam("new_stored_at"),
    **{name: bindparam(f"new_{name}") for name in _FOUND},
)
_WITHHOLD = _THIS.where(EVIDENCE.c.state == "pending").values(
    state="failed",
    error=bindparam("new_error"),
    lease_until=None,
    **dict.fromkeys(("text", "caption", "url", "original_name", "title", "document_number"), ""),
)
_FETCH_FAILED = _THIS.where(EVIDENCE.c.state == "pending").values(
    state=bindparam("new_state"),
    error=bindparam("new_error"),
    not_before=bindparam("retry_at"),
    lease_until=None,
)


class EvidenceItems(Repository):
    """The evidence of the campaigns; the bytes themselves lie in `store.files`."""

    def add(self, **evidence: Unpack[NewEvidence]) -> int:
        """Keep a piece of evidence and return its id; with a `media_id` its bytes are due to be fetched."""
        row: dict[str, Any] = {**_EMPTY, **evidence}
        file = row.pop("file", None)
        if file is not None:
            row.update(sha256=file.sha256, size=file.size, stored_at=evidence["at"])
        row["state"] = "pending" if row["media_id"] and file is None else "stored"
        return self._number(_ADD, row)

    def get(self, evidence_id: int) -> Evidence | None:
        """Return one piece of evidence."""
        return self._row(Evidence, _GET, {"evidence_id": evidence_id})

    def list(self, campaign_id: int, **wanted: Unpack[EvidenceFilter]) -> tuple[Evidence, ...]:
        """Return the campaign's evidence, oldest first; `code=None` asks for what is not filed to a leaf."""
        values = {"campaign_id": campaign_id, **wanted}
        return self._rows(Evidence, narrowed(_ALL, EVIDENCE, values), values)

    def with_bytes(self) -> tuple[Evidence, ...]:
        """Return the evidence of all campaigns whose bytes are kept, also what was taken back."""
        return self._rows(Evidence, _WITH_BYTES)

    def same_bytes(self, sha256: str) -> tuple[Evidence, ...]:
        """Return all evidence with these bytes, of whatever unit, campaign and state, oldest first."""
        return self._rows(Evidence, _SAME_BYTES, {"sha256": sha256})

    def repeated(self) -> tuple[Evidence, ...]:
        """Return the stored evidence of all campaigns of which the same bytes are stored more than once."""
        return self._rows(Evidence, _REPEATED)

    def pictures(self, unit: str, subject: str) -> tuple[Evidence, ...]:
        """Return a unit's stored pictures of all campaigns that can be compared by what they look like."""
        return self._rows(Evidence, _PICTURES, {"unit": unit, "subject": subject})

    def file_to(self, evidence_id: int, code: str | None, subject: str) -> bool:
        """Put the evidence to a leaf of a subject; False where there is no such evidence."""
        return self._changed(_FILE_TO, evidence_id, new_code=code, new_subject=subject)

    def caption(self, evidence_id: int, text: str) -> bool:
        """Keep what the sender says that it shows."""
        return self._changed(_CAPTION, evidence_id, new_caption=text)

    def describe(self, evidence_id: int, **known: Unpack[Description]) -> bool:
        """Keep what is known of it; False where there is no such evidence."""
        return self._changed(
            _DESCRIBE, evidence_id, **{f"new_{name}": value for name, value in known.items()}
        )

    def withdraw(self, evidence_id: int, at: datetime, by: str) -> bool:
        """Take the evidence back; its bytes stay. False where that was done before."""
        return self._changed(_WITHDRAW, evidence_id, when=at, who=by)

    def claim_fetch(self, now: datetime, owner: str, lease: timedelta, limit: int) -> tuple[Evidence, ...]:
        """Lease due fetches to this owner alone, those that the platform drops soonest before the others."""
        values = {"now": now, "owner": owner, "until": now + lease, "limit": limit}
        claimed = [
            self._row(Evidence, _GET, {"evidence_id": row[0]})
            for row in self._connection.rows(_CLAIM, values)
        ]
        return tuple(row for row in claimed if row is not None)

    def fetched(self, evidence_id: int, received: ReceivedFile, at: datetime) -> bool:
        """Keep that the bytes are stored; False where the evidence had them already or was withdrawn."""
        found = {f"new_{name}": getattr(received, name) for name in _FOUND}
        return self._changed(_FETCHED, evidence_id, new_stored_at=at, **found)

    def withhold(self, evidence_id: int, error: str) -> bool:
        """Keep that the bytes will never be fetched, and none of the words that came with them."""
        return self._changed(_WITHHOLD, evidence_id, new_error=error)

    def fetch_failed(self, evidence_id: int, error: str, retry_at: datetime | None) -> bool:
        """Keep why the bytes did not come, to be tried again at `retry_at` or, when None, never."""
        state = "failed" if retry_at is None else "pending"
        return self._changed(_FETCH_FAILED, evidence_id, new_state=state, new_error=error, retry_at=retry_at)

    def _changed(self, statement: Clause, evidence_id: int, **values: object) -> bool:
        return self._hit(statement, {"evidence_id": evidence_id, **values})
