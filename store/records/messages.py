"""What people said."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from store.types import JsonObject


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
class Misunderstood:
    """A message that the bot could make nothing of."""

    inbox_id: int
    campaign_id: int
    contact_id: int
    at: datetime
    text: str
    contact_name: str
