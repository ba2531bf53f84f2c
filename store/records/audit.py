"""The audit chain."""

from dataclasses import dataclass, field
from datetime import datetime


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
