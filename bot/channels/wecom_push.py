"""企业微信 as a channel of the delivery loop: from what stands in the outbox to message/send."""

import hashlib
import time
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

from bot.channels.attachments import Attachment, Render, attachments, prepared
from bot.channels.base import DeliveryError, Download, Outcome, Sent
from bot.channels.parts import one_by_one
from bot.channels.wecom import TEXT_BYTES
from bot.channels.wecom_api import WecomApi
from bot.channels.wecom_cards import BAD_CARD, UNSUPPORTED, button_card
from bot.channels.wecom_messages import NAME
from bot.channels.words import split

DUPLICATE_CHECK_SECONDS = 4 * 3600
"""The longest time for which the platform offers not to deliver the same request twice."""
DISTINCT_SECONDS = 900
"""By so many intervals, all of them longer than a message is repeated for, messages in the same words are told apart."""
_MEDIA_SECONDS = 2 * 24 * 3600
_MEDIA_KEPT = 256
_MEDIA_GONE = 40007
"""What was uploaded is not there any more: the next attempt uploads it anew."""
_CARDS = ("textcard", "template_card")


class WecomChannel:
    """Sends what a row of the outbox holds: `card` or else `text`, `textcard`, `template_card` and `document`.

    Several of them become several messages. `render` makes a `document` into a picture or file, before it is
    sent; without it such a message is refused. With `cards` a `card` is shown as one until the platform says that it cannot.
    A `card_update` changes a card that a member has pressed a button of.
    """

    name = NAME
    ready = True
    recognises = True

    def __init__(
        self, api: WecomApi, agent_id: int, render: Render | None = None, *, cards: bool = True
    ) -> None:
        self._api = api
        self._agent_id = agent_id
        self._render = render
        self._cards = cards
        self._media: dict[str, tuple[str, float]] = {}

    async def prepare(self, content: Mapping[str, object]) -> Mapping[str, object]:
        """Make and upload the content's document; raises DeliveryError."""
        return await prepared(content, self.name, self._render, self._media_id)

    async def send(
        self, recipient: str, content: Mapping[str, object], key: str, done: int = 0, turn: int = 0
    ) -> Sent:
        """Send the content to one member; raises DeliveryError."""
        if not recipient or recipient.startswith("@") or "|" in recipient:
            raise DeliveryError(Outcome.REFUSED, "not one member")
        update = content.get("card_update")
        if isinstance(update, Mapping):
            return await self._update_card(recipient, update)
        card = content.get("card")
        shown = button_card(card, key) if isinstance(card, Mapping) and self._cards else None
        if shown is not None:
            try:
                return _sent(await self._send(recipient, "template_card", shown, turn))
            except DeliveryError as error:
                if error.code not in UNSUPPORTED | BAD_CARD:
                    raise
                self._cards = error.code not in UNSUPPORTED
        return await self._send_parts(recipient, _parts(content), done, turn)

    async def _send_parts(
        self, recipient: str, parts: Sequence[tuple[str, object]], done: int, turn: int
    ) -> Sent:
        if not parts:
            raise DeliveryError(Outcome.REFUSED, "nothing to send")
        sent = Sent({"errcode": 0}, {}, done)

        async def say(number: int, part: tuple[str, object]) -> None:
            nonlocal sent
            if not sent.unreached:
                sent = replace(_sent(await self._say(recipient, *part, turn)), messages=number + 1)

        await one_by_one(parts, done, say)
        return sent

    async def _say(self, recipient: str, kind: str, body: object, turn: int) -> Mapping[str, Any]:
        try:
            return await self._send(recipient, kind, body, turn)
        except DeliveryError as error:
            if error.code != _MEDIA_GONE:
                raise
            self._media.clear()
            raise DeliveryError(Outcome.RETRY, error.reason, code=error.code) from None

    async def _send(self, recipient: str, kind: str, body: object, turn: int) -> Mapping[str, Any]:
        # The platform compares whole requests: by this second messages in the same words stay two messages.
        seconds = DUPLICATE_CHECK_SECONDS - turn % DISTINCT_SECONDS
        return await self._api.send(
            {
                "touser": recipient,
                "agentid": self._agent_id,
                "msgtype": kind,
                kind: body,
                "enable_duplicate_check": 1,
                "duplicate_check_interval": seconds,
            }
        )

    async def _update_card(self, recipient: str, update: Mapping[str, Any]) -> Sent:
        """Let the pressed card show what was chosen, in the place of its buttons."""
        answer = await self._api.update_card(
            {
                "userids": [recipient],
                "agentid": self._agent_id,
                "response_code": update["response_code"],
                "button": {"replace_name": update["label"]},
            }
        )
        return replace(_sent(answer), messages=0)

    def download(self, media_id: str) -> AbstractAsyncContextManager[Download]:
        """Open what a member sent."""
        return self._api.download(media_id)

    async def _media_id(self, attachment: Attachment) -> str:
        """Upload once: a repeated message has to be the same to the byte."""
        key, now = hashlib.sha256(attachment.content).hexdigest() + attachment.name, time.monotonic()
        media_id, uploaded = self._media.get(key, ("", 0.0))
        if not media_id or now - uploaded > _MEDIA_SECONDS:
            media_id = await self._api.upload(
                attachment.kind, attachment.name, attachment.content, attachment.mime
            )
            while len(self._media) >= _MEDIA_KEPT:
                del self._media[next(iter(self._media))]
            self._media[key] = (media_id, now)
        return media_id


def _parts(content: Mapping[str, object]) -> list[tuple[str, object]]:
    words = split(str(content.get("text", "")), TEXT_BYTES)
    return [
        *((kind, content[kind]) for kind in _CARDS if kind in content),
        *attachments(content),
        *(("text", {"content": part}) for part in words if part.strip()),
    ]


def _sent(answer: Mapping[str, Any]) -> Sent:
    unreached = {
        userid.lower(): reason
        for reason in ("invaliduser", "unlicenseduser")
        for userid in str(answer.get(reason) or "").split("|")
        if userid
    }
    kept = ("errcode", "errmsg", "msgid", "invaliduser", "unlicenseduser", "response_code")
    return Sent({name: answer[name] for name in kept if answer.get(name) not in (None, "")}, unreached)
