"""上传: the files that people are bringing by the upload page; the bytes themselves are not here."""

from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import bindparam, func, select, update

from store.records import Upload, UploadState
from store.repository import Repository, among, columns
from store.tables import UPLOAD
from store.types import Utc
from store.upserting import insert_once


class NewUpload(TypedDict):
    """`size` in bytes; `modified` is when the person's own file was last changed, as its browser tells it."""

    contact_id: int
    name: str
    size: int
    modified: str


_FIELDS = columns(UPLOAD, Upload)
_NEW = {"code": None, "subject": "", "caption": "", "state": "open", "evidence_id": None, "receipt": ""}
_BEGIN = insert_once(UPLOAD)
_ALL = select(*_FIELDS).order_by(UPLOAD.c.id)
_GET = _ALL.where(UPLOAD.c.id == bindparam("upload_id"), UPLOAD.c.contact_id == bindparam("contact_id"))
_OPEN = _ALL.where(UPLOAD.c.contact_id == bindparam("contact_id"), UPLOAD.c.state == "open")
_SAME = _OPEN.where(*(UPLOAD.c[name] == bindparam(name) for name in ("name", "size", "modified")))
_OF_RECEIPT = _ALL.where(UPLOAD.c.receipt == bindparam("receipt"))
_LAST_RECEIPT = (
    select(UPLOAD.c.receipt)
    .where(UPLOAD.c.contact_id == bindparam("contact_id"), UPLOAD.c.receipt != "")
    .order_by(UPLOAD.c.touched_at.desc(), UPLOAD.c.id.desc())
    .limit(1)
)
_THIS_OPEN = (
    update(UPLOAD)
    .where(UPLOAD.c.id == bindparam("upload_id"), UPLOAD.c.state == "open")
    .returning(UPLOAD.c.id)
)
_TOUCH = _THIS_OPEN.values(touched_at=bindparam("at"))
_DESCRIBE = _THIS_OPEN.values(
    code=bindparam("new_code"), subject=bindparam("new_subject"), caption=bindparam("new_caption")
)
_CLOSE = _THIS_OPEN.values(state=bindparam("new_state"), touched_at=bindparam("at"))
_BECOME = (
    update(UPLOAD)
    .where(UPLOAD.c.id == bindparam("upload_id"), UPLOAD.c.evidence_id.is_(None))
    .values(evidence_id=bindparam("new_evidence"), receipt=bindparam("new_receipt"))
    .returning(UPLOAD.c.id)
)
_BYTES = select(func.coalesce(func.sum(UPLOAD.c.size), 0)).where(
    UPLOAD.c.contact_id == bindparam("contact_id"),
    UPLOAD.c.started_at >= bindparam("since", type_=Utc),
    among(UPLOAD.c.state, "open", "done"),
)
_EXPIRE = (
    update(UPLOAD)
    .where(UPLOAD.c.state == "open", UPLOAD.c.touched_at < bindparam("before", type_=Utc))
    .values(state="expired")
    .returning(UPLOAD.c.id)
)
_OPEN_IDS = select(UPLOAD.c.id).where(UPLOAD.c.state == "open")


class Uploads(Repository):
    """The uploads of all people."""

    def begin(self, at: datetime, **upload: Unpack[NewUpload]) -> Upload:
        """Open an upload, or return the person's open one of the same file, to be gone on with."""
        row = {**_NEW, **upload, "started_at": at, "touched_at": at}
        self._hit(_BEGIN[self._connection.dialect.name], row)
        found = self._rows(Upload, _SAME, upload)[0]
        self._hit(_TOUCH, {"upload_id": found.id, "at": at})
        return found

    def get(self, upload_id: int, contact_id: int) -> Upload | None:
        """Return that upload of that person."""
        return self._row(Upload, _GET, {"upload_id": upload_id, "contact_id": contact_id})

    def unfinished(self, contact_id: int) -> tuple[Upload, ...]:
        """Return the person's open uploads, oldest first."""
        return self._rows(Upload, _OPEN, {"contact_id": contact_id})

    def describe(self, upload_id: int, code: str | None, subject: str, caption: str) -> bool:
        """Keep to what leaf the file belongs and what it shows; False where the upload is over."""
        values = {"new_code": code, "new_subject": subject, "new_caption": caption}
        return self._hit(_DESCRIBE, {"upload_id": upload_id, **values})

    def close(self, upload_id: int, state: UploadState, at: datetime) -> bool:
        """End an open upload; False where it was over already, so that one alone ends it."""
        return self._hit(_CLOSE, {"upload_id": upload_id, "new_state": state, "at": at})

    def become(self, upload_id: int, evidence_id: int, receipt: str) -> bool:
        """Keep which evidence the file is, and the key of the message that says so; False if it is some."""
        values = {"new_evidence": evidence_id, "new_receipt": receipt}
        return self._hit(_BECOME, {"upload_id": upload_id, **values})

    def of_receipt(self, receipt: str) -> tuple[Upload, ...]:
        """Return the uploads of which one message tells, oldest first."""
        return self._rows(Upload, _OF_RECEIPT, {"receipt": receipt})

    def last_receipt(self, contact_id: int) -> str:
        """Return the key of the message that told the person of its latest upload; "" for none."""
        rows = self._connection.rows(_LAST_RECEIPT, {"contact_id": contact_id})
        return str(rows[0][0]) if rows else ""

    def bytes_since(self, contact_id: int, since: datetime) -> int:
        """Return how many bytes the person has brought or begun to bring since then."""
        return self._number(_BYTES, {"contact_id": contact_id, "since": since})

    def expire(self, before: datetime) -> int:
        """End the open uploads with which nobody has gone on since then; return how many."""
        return len(self._connection.rows(_EXPIRE, {"before": before}))

    def open_ids(self) -> frozenset[int]:
        """Return the ids of all open uploads."""
        return frozenset(int(row[0]) for row in self._connection.rows(_OPEN_IDS))
