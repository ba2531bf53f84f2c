"""What was reported and how it was reviewed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from store.types import JsonObject

Act = Literal["report", "amend", "withdraw"]
Decision = Literal["accept", "return", "assess", "unlock", "undo"]


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
