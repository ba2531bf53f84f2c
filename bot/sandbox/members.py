"""The people of the stand-in enterprise and what stands in each one's conversation with the app."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Way = Literal["said", "reply", "push"]


@dataclass(frozen=True, slots=True)
class Content:
    """What one bubble shows; `kind` is the platform's msgtype, or "event" for a click that is no message."""

    kind: str
    text: str = ""
    title: str = ""
    url: str = ""
    button: str = ""
    media_id: str = ""
    name: str = ""
    card: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Bubble:
    """One message in a conversation; `way`: said by the member, or reply or push of the app."""

    number: int
    way: Way
    content: Content
    at: datetime
    message_id: str = ""
    response_code: str = ""
    withdrawn: bool = False


@dataclass(slots=True)
class Member:
    """A person of the enterprise; `licensed` and `visible` decide whether the app may write to them."""

    userid: str
    name: str
    licensed: bool = True
    visible: bool = True
    bubbles: list[Bubble] = field(default_factory=list)

    def texts(self) -> list[str]:
        """Return the text of every bubble that the app wrote, oldest first."""
        return [bubble.content.text for bubble in self.bubbles if bubble.way != "said"]


class Signal:
    """Wakes everyone who waits each time something changes."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.count = 0

    def fire(self) -> None:
        """Wake all who wait now."""
        self.count += 1
        self._event.set()
        self._event = asyncio.Event()

    async def after(self, count: int) -> None:
        """Return as soon as it has fired more than `count` times."""
        while self.count <= count:
            await self._event.wait()
