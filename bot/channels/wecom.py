"""企业微信: the callback of a self-built app, from the raw call to an `Incoming` and a passive reply."""

import hmac
import time
from collections.abc import Callable

from multidict import MultiMapping

from bot.channels import wecom_messages, xml
from bot.channels.base import CallError
from bot.channels.envelope import Envelope
from bot.channels.passive_reply import Call, sealed_reply

TEXT_BYTES = 2048
"""The platform cuts a longer text without a word."""


class WecomCallback:
    """Opens the calls of one app. `now` is the real time in seconds since 1970, never a rehearsal's."""

    def __init__(
        self, corp_id: str, agent_id: int, token: str, aes_key: str, now: Callable[[], float] = time.time
    ) -> None:
        self._corp_id = corp_id
        self._agent_id = str(agent_id)
        self._envelope = Envelope(token, aes_key, corp_id)
        self._now = now

    def verify(self, query: MultiMapping[str]) -> bytes:
        """Return what the platform expects when the administrator saves the address; raises CallError."""
        echo = query.get("echostr", "")
        self._envelope.check(query, echo, self._now())
        return self._envelope.open(echo)

    def receive(self, query: MultiMapping[str], body: bytes) -> Call:
        """Check, decrypt and read one message or event; raises CallError.

        `body` is at most 64 KiB. What stands outside the encryption may not contradict what stands inside,
        and is used for nothing else.
        """
        outer = xml.read(body)
        encrypted = outer.findtext("Encrypt", "")
        self._envelope.check(query, encrypted, self._now())
        _same(outer.findtext("ToUserName") or self._corp_id, self._corp_id)
        _same(outer.findtext("AgentID") or self._agent_id, self._agent_id)
        inner = xml.read(self._envelope.open(encrypted))
        _same(inner.findtext("AgentID", ""), self._agent_id)
        incoming = wecom_messages.read(inner, f"{self._corp_id}|{self._agent_id}")
        return Call(incoming, inner.findtext("FromUserName", ""), self._corp_id)

    def reply(self, call: Call, text: str) -> bytes:
        """Write the passive reply, encrypted and signed; `text` holds at most `TEXT_BYTES`."""
        return sealed_reply(self._envelope, call, text, int(self._now()))


def _same(given: str, own: str) -> None:
    if not hmac.compare_digest(given.encode(), own.encode()):
        raise CallError(403, "app")
