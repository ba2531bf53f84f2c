"""公众号: its callback in the secure mode, and its messages of customer service as a channel out.

It takes texts, pictures and recordings; it cannot be relied on for reminders, since it may write only to who
has written in the last 48 hours.
"""

import hmac
import re
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any

from multidict import MultiMapping

from bot.channels import wecom_messages, xml
from bot.channels.attachments import Attachment, Render, prepared
from bot.channels.base import CallError, DeliveryError, Download, Outcome, Sent
from bot.channels.envelope import FRESH_SECONDS, Envelope
from bot.channels.parts import one_by_one
from bot.channels.passive_reply import Call, sealed_reply
from bot.channels.wechat_api import WechatApi
from bot.channels.words import split

NAME = "wechat"
TEXT_BYTES = 2048
_ECHO = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LINK = re.compile(r'<a href="([^"<>]+)">([^<>]+)</a>')


class WechatCallback:
    """Opens the calls of one 公众号. `now` is the real time in seconds since 1970, never a rehearsal's."""

    def __init__(self, app_id: str, token: str, aes_key: str, now: Callable[[], float] = time.time) -> None:
        self._app_id = app_id
        self._envelope = Envelope(token, aes_key, app_id)
        self._now = now

    def verify(self, query: MultiMapping[str]) -> bytes:
        """Return what the platform expects when the administrator saves the address; raises CallError.

        Here alone nothing is encrypted; what is echoed is letters and digits, whoever asks.
        """
        timestamp, nonce, echo = (query.get(name, "") for name in ("timestamp", "nonce", "echostr"))
        plain = re.fullmatch(r"[0-9]{10}", timestamp) and re.fullmatch(r"[A-Za-z0-9_-]{1,64}", nonce)
        if not plain or not _ECHO.fullmatch(echo):
            raise CallError(400, "query")
        signature = self._envelope.signature(timestamp, nonce, "")
        if not hmac.compare_digest(signature.encode(), query.get("signature", "").encode()):
            raise CallError(403, "signature")
        if abs(self._now() - int(timestamp)) > FRESH_SECONDS:
            raise CallError(403, "stale")
        return echo.encode()

    def receive(self, query: MultiMapping[str], body: bytes) -> Call:
        """Check, decrypt and read one message or event; raises CallError. What is not encrypted is refused."""
        encrypted = xml.read(body).findtext("Encrypt", "")
        self._envelope.check(query, encrypted, self._now())
        inner = xml.read(self._envelope.open(encrypted))
        incoming = wecom_messages.read(inner, self._app_id, NAME)
        return Call(incoming, inner.findtext("FromUserName", ""), inner.findtext("ToUserName", ""))

    def reply(self, call: Call, text: str) -> bytes:
        """Write the passive reply, encrypted and signed; `text` holds at most `TEXT_BYTES`."""
        return sealed_reply(self._envelope, call, text, int(self._now()))


class WechatChannel:
    """Sends the `text` of what stands in the outbox as messages of customer service (客服消息).

    A `document` comes as the words that `render` makes of it, such as a link: files cannot be sent here.
    """

    name = NAME
    ready = True
    recognises = False

    def __init__(self, api: WechatApi, render: Render | None = None) -> None:
        self._api = api
        self._render = render

    async def prepare(self, content: Mapping[str, object]) -> Mapping[str, object]:
        """Put words in the place of a document; raises DeliveryError."""
        return await prepared(content, NAME, self._render, _no_upload)

    async def send(
        self, recipient: str, content: Mapping[str, Any], key: str, done: int = 0, turn: int = 0
    ) -> Sent:
        """Send the text to one follower; raises DeliveryError."""
        del key, turn
        if "card_update" in content:
            return Sent({"errcode": 0}, {}, messages=0)
        text = _LINK.sub(r"\2：\1", str(content.get("text", "")))
        parts = [part for part in split(text, TEXT_BYTES) if part.strip()]
        if not parts:
            raise DeliveryError(Outcome.REFUSED, "公众号只能发文字")
        await one_by_one(parts, done, lambda _, part: self._say(recipient, part))
        return Sent({"errcode": 0}, {}, messages=len(parts))

    def download(self, media_id: str) -> AbstractAsyncContextManager[Download]:
        """Open what a follower sent."""
        return self._api.download(media_id)

    async def _say(self, recipient: str, text: str) -> None:
        await self._api.send({"touser": recipient, "msgtype": "text", "text": {"content": text}})


async def _no_upload(attachment: Attachment) -> str:
    raise DeliveryError(Outcome.REFUSED, f"公众号不能发{attachment.name}")
