"""What every channel offers to the delivery loop, and what can become of a message that is sent."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class CallError(Exception):
    """A call from outside that gets no answer but `status`.

    That is 400 where it cannot be understood, 403 where it is not authentic, or what HTTP has for its form.
    `reason` is a word for the metrics and never holds anything of the call.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Outcome(StrEnum):
    """What a failed attempt means for the message."""

    RETRY = "retry"
    """Not taken; the same bytes may be sent again."""
    REFUSED = "refused"
    """This message will never be taken."""
    STOP = "stop"
    """Nothing can be sent on this channel for a while; this message was not taken."""
    CONFIG = "config"
    """Nothing can be sent on this channel until an administrator mends a setting."""
    AMBIGUOUS = "ambiguous"
    """The message may have arrived."""


class DeliveryError(Exception):
    """An attempt that failed. `code` is the platform's, `reason` is fit for a log and holds no secret.

    `retry_after` in seconds is set where the platform or the channel knows it. `done` says how many of the
    messages that the content is have been taken before it failed.
    """

    def __init__(
        self, outcome: Outcome, reason: str, *, code: int | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(reason)
        self.outcome = outcome
        self.code = code
        self.reason = reason
        self.retry_after = retry_after
        self.done = 0

    @property
    def answer(self) -> Mapping[str, object]:
        """What is recorded with the message."""
        return {"outcome": self.outcome.value, "code": self.code, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took it, as so many messages; `unreached` maps a recipient to why it will not arrive there."""

    answer: Mapping[str, object]
    unreached: Mapping[str, str]
    messages: int = 1


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a person sent, as it comes in; `name` and `mime` are the platform's words, unchecked."""

    chunks: AsyncIterator[bytes]
    name: str
    mime: str


class Channel(Protocol):
    """One platform, seen from the delivery loop."""

    name: str

    @property
    def ready(self) -> bool:
        """Whether this process is the one that sends on it now."""
        ...

    @property
    def recognises(self) -> bool:
        """Whether the platform does not deliver the same call again for hours."""
        ...

    async def prepare(self, content: Mapping[str, object]) -> Mapping[str, object]:
        """Make and upload the `document` of a content, of which nobody sees anything; return what to send.

        Raises DeliveryError, never AMBIGUOUS.
        """
        ...

    async def send(
        self, recipient: str, content: Mapping[str, object], key: str, done: int = 0, turn: int = 0
    ) -> Sent:
        """Send `content` as it stands in the outbox under `key`, prepared; raises DeliveryError.

        Where it is several messages, the first `done` of them are there already and not sent again.
        The same key and turn make the same call again, by which a platform that can do so tells a repetition from
        another message in the same words; no two messages to a recipient have the same turn.
        """
        ...

    def download(self, media_id: str) -> AbstractAsyncContextManager[Download]:
        """Open the file that the platform holds; entering it raises DeliveryError."""
        ...
