"""智能机器人 as a channel of the delivery loop: from what stands in the outbox to frames that go out."""

import hashlib
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Any

from bot.channels.aibot import frames
from bot.channels.aibot.media import MediaSource
from bot.channels.aibot.messages import GROUP, NAME, TEXT_BYTES
from bot.channels.aibot.robot import Robot
from bot.channels.aibot.uploads import upload
from bot.channels.attachments import Render, attachments, prepared
from bot.channels.base import DeliveryError, Download, Outcome, Sent
from bot.channels.parts import one_by_one
from bot.channels.wecom_cards import BAD_CARD, UNSUPPORTED, button_card
from bot.channels.words import split

ANSWER_SECONDS = 300.0
"""For so long after a message what is sent into its conversation answers to it; the platform allows 24 hours."""
_CALLS_KEPT = 5000
UPDATE_SECONDS = 5.0
"""For so long after the press on a button the platform lets the card be changed."""
SINGLE, _GROUP = 1, 2
_LINK = re.compile(r'<a href="([^"<>]+)">([^<>]+)</a>')
"""How an app's message shows a link; a push does not know over which way it goes out."""

Spoken = Callable[[str], Awaitable[bool]]
"""Whether a person has ever written to the robot: only then may the robot write first."""

Body = Mapping[str, object]


class AibotChannel:
    """Sends `card` or else `text`, and `document`, into the conversations with the robot.

    A recipient is an account, or a group chat with its prefix. Several contents become several messages.
    A `card_update` puts another card in the place of that of which a button was just pressed.
    """

    name = NAME
    recognises = False

    def __init__(
        self, robot: Robot, source: MediaSource, spoken: Spoken, render: Render | None = None
    ) -> None:
        self._robot = robot
        self._source = source
        self._spoken = spoken
        self.render = render
        self._calls: dict[str, tuple[str, float]] = {}
        self._presses: dict[str, float] = {}

    @property
    def ready(self) -> bool:
        """Whether this process holds the connection."""
        return self._robot.connected

    def note_call(self, conversation: str, req_id: str) -> None:
        """Somebody has just spoken there: what is sent soon is the answer."""
        self._calls.pop(conversation, None)
        self._calls[conversation] = (req_id, time.monotonic())
        while len(self._calls) > _CALLS_KEPT:
            del self._calls[next(iter(self._calls))]

    def note_press(self, req_id: str) -> None:
        """Somebody has just pressed a button; under this id the platform takes the card's change, nothing else."""
        now = time.monotonic()
        self._presses = {one: at for one, at in self._presses.items() if now - at < UPDATE_SECONDS}
        self._presses[req_id] = now

    async def prepare(self, content: Mapping[str, object]) -> Mapping[str, object]:
        """Make and upload the content's document; raises DeliveryError."""
        return await prepared(content, self.name, self.render, partial(upload, self._robot))

    async def send(
        self, recipient: str, content: Mapping[str, object], key: str, done: int = 0, turn: int = 0
    ) -> Sent:
        """Send the content into one conversation; raises DeliveryError."""
        del turn
        if not recipient.startswith(GROUP) and not await self._spoken(recipient):
            raise DeliveryError(Outcome.REFUSED, "没有和机器人说过话")
        update = content.get("card_update")
        if isinstance(update, Mapping):
            return await self._update_card(update)
        card = content.get("card")
        shown = button_card(card, key) if isinstance(card, Mapping) else None
        if shown is not None and await self._show(recipient, shown, key):
            return Sent({"errcode": 0}, {})
        parts = _parts(content)
        if not parts:
            raise DeliveryError(Outcome.REFUSED, "nothing to send")
        await one_by_one(parts, done, lambda number, part: self._say(recipient, *part, f"{key}|{number}"))
        return Sent({"errcode": 0}, {}, messages=len(parts))

    def download(self, media_id: str) -> AbstractAsyncContextManager[Download]:
        """Open what somebody sent."""
        return self._source.open(media_id)

    async def _show(self, recipient: str, card: Body, key: str) -> bool:
        """Show a card; False where the platform shows none, so that the words have to do."""
        try:
            await self._say(recipient, "template_card", card, key)
        except DeliveryError as error:
            if error.code in UNSUPPORTED | BAD_CARD:
                return False
            raise
        return True

    async def _update_card(self, update: Mapping[str, Any]) -> Sent:
        """Show the card anew while the platform lets it be; it is not worth holding up what is said after it."""
        req_id = update["response_code"]
        card = button_card(update["card"], update["key"]) if "card" in update else None
        if card is None or time.monotonic() - self._presses.pop(req_id, -UPDATE_SECONDS) >= UPDATE_SECONDS:
            raise DeliveryError(Outcome.REFUSED, "too late to change the card")
        body = {"response_type": "update_template_card", "template_card": card}
        try:
            await self._robot.request(frames.UPDATE, body, req_id)
        except DeliveryError as error:
            raise DeliveryError(Outcome.REFUSED, error.reason, code=error.code) from None
        return Sent({"errcode": 0}, {}, messages=0)

    async def _say(self, recipient: str, kind: str, body: Body, key: str) -> None:
        """Answer to what was said there last, where that was not long ago; else send by ourselves."""
        req_id, at = self._calls.get(recipient, ("", 0.0))
        if req_id and time.monotonic() - at < ANSWER_SECONDS:
            try:
                await self._robot.request(frames.RESPOND, _answer(kind, body, key), req_id)
            except DeliveryError as error:
                if error.outcome is Outcome.AMBIGUOUS and kind == "markdown":
                    # The same stream sent again is shown once.
                    raise DeliveryError(Outcome.RETRY, error.reason) from None
                if error.code not in frames.NO_SUCH_CALL:
                    raise
                self._calls.pop(recipient, None)
            else:
                return
        chat_type = _GROUP if recipient.startswith(GROUP) else SINGLE
        chat = {"chatid": recipient.removeprefix(GROUP), "chat_type": chat_type}
        await self._robot.request(frames.SEND, {**chat, "msgtype": kind, kind: body})


def _parts(content: Mapping[str, object]) -> list[tuple[str, Body]]:
    words = split(_LINK.sub(r"[\2](\1)", str(content.get("text", ""))), TEXT_BYTES)
    return [
        *attachments(content),
        *(("markdown", {"content": part}) for part in words if part.strip()),
    ]


def _answer(kind: str, body: Body, key: str) -> Body:
    """Words are a stream of one piece: the same stream sent again is shown once."""
    if kind != "markdown":
        return {"msgtype": kind, kind: body}
    stream = hashlib.sha256(key.encode()).hexdigest()[:32]
    return {"msgtype": "stream", "stream": {"id": stream, "finish": True, **body}}
