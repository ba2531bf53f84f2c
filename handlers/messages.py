"""Frozen values that cross between the channels and the conversation; nothing here knows a platform."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["text", "image", "voice", "video", "file", "location", "link", "event", "unknown"]


@dataclass(frozen=True, slots=True)
class Media:
    """Bytes that the platform holds for us, for `held_seconds` from when they were sent."""

    media_id: str
    name: str = ""
    format: str = ""
    held_seconds: int = 3 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message or event, verified and decrypted.

    `message_id` is unique within `channel` and equal for every delivery of the same message.
    `sender` is the lower-cased account on that channel. `sent_at` is aware.
    `text` is the words of a text, the transcript of a voice message, the label of a location.
    `response_code` allows one change of the card of which a button was pressed.
    `secret` names the rule by which a mark of secrecy was found; then nothing else of the content is left.
    `group` is the group chat in which it was said, under the name by which the channel sends there; "" in a
    talk of two.
    """

    channel: str
    message_id: str
    sender: str
    kind: Kind
    sent_at: datetime
    text: str = ""
    media: Media | None = None
    title: str = ""
    url: str = ""
    event: str = ""
    event_key: str = ""
    response_code: str = ""
    secret: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the sender reads at once; an empty `text` means that there is nothing to say."""

    text: str = ""

    @classmethod
    def of(cls, *lines: str) -> "Reply":
        """A reply of these lines."""
        return cls("\n".join(lines))


@dataclass(frozen=True, slots=True)
class Card:
    """A short message with buttons, for who can be shown one; at most six buttons.

    Each button is (words, label): pressing what reads `label` (at most ten characters) says `words`, once.
    """

    title: str
    text: str
    buttons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Push:
    """A message that the bot starts itself; `key` is unique for ever, so that it is said once.

    `not_before` is aware; `urgent` goes out before routine pushes. Who cannot be shown the `card` reads `text`.
    """

    key: str
    channel: str
    recipient: str
    text: str
    not_before: datetime
    urgent: bool = False
    card: Card | None = None
