"""The log of acts: each row carries the hash of the one before it, so that no row can be changed unseen."""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, insert, select

from store.connection import Connection
from store.records import AuditRow
from store.repository import Repository, columns
from store.tables import AUDIT, AUDIT_HEAD
from store.types import JsonObject, canonical_json

NO_HASH = "0" * 64
_BATCH = 5_000
# Says what is hashed, as in RFC 6962, so that a row's hash can never be taken for that of something else.
_ROW_PREFIX = b"\x00"
_quoted = json.encoder.encode_basestring

_HEAD = select(AUDIT_HEAD.c.seq, AUDIT_HEAD.c.hash)
_LOCKED_HEAD = _HEAD.with_for_update()
_ADD = insert(AUDIT)
_AFTER = (
    select(*columns(AUDIT, AuditRow))
    .where(AUDIT.c.seq > bindparam("after"))
    .order_by(AUDIT.c.seq)
    .limit(bindparam("limit"))
)
_OF_OBJECT = (
    select(AUDIT.c.detail)
    .where(AUDIT.c.object == bindparam("object"), AUDIT.c.act == bindparam("act"))
    .order_by(AUDIT.c.seq)
)


class Audit(Repository):
    """The chain of acts.

    The rows are written at the end of the unit, after its other statements: writers stand in line for
    the head of the chain, so it is held as short a time as possible and always locked last.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._waiting: list[tuple[datetime, str, str, str, str]] = []

    def record(self, at: datetime, actor: str, act: str, object: str, detail: JsonObject) -> None:  # noqa: A002
        """Log that `actor` did `act` to `object` in this unit."""
        if at.utcoffset() is None:
            raise ValueError(f"a time without a zone cannot be logged: {at.isoformat()}")
        self._waiting.append((at.astimezone(UTC), actor, act, object, canonical_json(detail)))

    def details(self, object: str, act: str) -> tuple[JsonObject, ...]:  # noqa: A002
        """Return what was logged of that act on that object, oldest first, with what is not yet written."""
        written = [detail for (detail,) in self._connection.rows(_OF_OBJECT, {"object": object, "act": act})]
        waiting = [row[4] for row in self._waiting if (row[2], row[3]) == (act, object)]
        return tuple(json.loads(detail) for detail in (*written, *waiting))

    @property
    def waiting(self) -> int:
        """How many acts are recorded that are not yet written."""
        return len(self._waiting)

    def forget(self, kept: int) -> None:
        """Keep no more than the first so many of them: what followed was not done."""
        del self._waiting[kept:]

    def write(self) -> None:
        """Append what was recorded; the store calls this when the unit's work is done."""
        if not self._waiting:
            return
        ((seq, last),) = self._connection.rows(_LOCKED_HEAD)
        for act in self._waiting:
            seq += 1
            row = AuditRow(seq, *act, prev_hash=last, hash="")
            last = row_hash(row)
            self._run(_ADD, _values(row, last))
        self._waiting.clear()

    def head(self) -> tuple[int, str]:
        """Return the number and the hash of the last row."""
        ((seq, last),) = self._connection.rows(_HEAD)
        return seq, last

    def rows(self, after: int = 0, limit: int = _BATCH) -> tuple[AuditRow, ...]:
        """Return the rows that follow number `after`, oldest first."""
        return self._rows(AuditRow, _AFTER, {"after": after, "limit": limit})

    def verify(self) -> int | None:
        """Return the number of the first row that is not what was written, or None when all are."""
        chain = ChainCheck()
        while not chain.done:
            chain.take(self.rows(chain.seq), self.head())
        return chain.bad


class ChainCheck:
    """Walks along the chain, batch by batch, until `done`; `bad` is then the first bad number, or None."""

    def __init__(self) -> None:
        self.seq = 0
        self.done = False
        self.bad: int | None = None
        self._last = NO_HASH

    def take(self, rows: Sequence[AuditRow], head: tuple[int, str]) -> None:
        """Check the rows that follow those taken before, read in one transaction with the head."""
        for row in rows:
            expected = self.seq + 1
            if row.seq != expected or row.prev_hash != self._last or row.hash != row_hash(row):
                self.done, self.bad = True, expected
                return
            self.seq, self._last = row.seq, row.hash
        if not rows:
            self.done, self.bad = True, self._end(*head)

    def _end(self, head_seq: int, head_hash: str) -> int | None:
        if self.seq < head_seq:
            return self.seq + 1
        return None if (self.seq, self._last) == (head_seq, head_hash) else self.seq


def row_hash(row: AuditRow) -> str:
    """Return the SHA-256 of the row's canonical JSON with the hash of the row before it."""
    text = (
        f'{{"act":{_quoted(row.act)},"actor":{_quoted(row.actor)},"at":"{row.at.isoformat()}",'
        f'"detail":{row.detail},"object":{_quoted(row.object)},"prev_hash":"{row.prev_hash}","seq":{row.seq}}}'
    )
    return hashlib.sha256(_ROW_PREFIX + text.encode()).hexdigest()


def _values(row: AuditRow, own_hash: str) -> dict[str, Any]:
    return {
        "seq": row.seq,
        "at": row.at,
        "actor": row.actor,
        "act": row.act,
        "object": row.object,
        "detail": row.detail,
        "prev_hash": row.prev_hash,
        "hash": own_hash,
    }
