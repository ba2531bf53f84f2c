"""What the bot says, and who may send."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from store.types import JsonObject

OutboxState = Literal["pending", "sending", "sent", "refused", "dead", "ambiguous", "superseded"]


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
class OutboxRow:
    """A message to send. `attempts` of a leased row is the number that its outcome must be reported with.

    `reached_at` is when it last arrived or may have arrived, as `messages` messages of the platform; `chosen`
    are the words of the card's button that was pressed. `turn` numbers the messages of a recipient from 1 as they are
    first taken up, so that no two have the same; 0 before.
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
    turn: int

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
