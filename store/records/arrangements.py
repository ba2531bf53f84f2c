"""What the office has arranged, and what was registered for it to decide."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from store.types import JsonObject

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
    "group",
    "reporter",
    "publicity",
]
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


@dataclass(frozen=True, slots=True)
class Arrangement:
    """安排: one thing that the office arranged; the newest of a kind and scope wins.

    The scope is what is not "": a milestone, a leaf, a unit, the assessed unit that it reports for. `value` says
    what was arranged, {} that an earlier arrangement is taken back.
    """

    id: int
    campaign_id: int
    kind: ArrangementKind
    milestone: str
    code: str
    unit: str
    subject: str
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
