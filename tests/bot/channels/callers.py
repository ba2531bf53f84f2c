"""Calls as the platform makes them, and as somebody makes them who wants to get in."""

import base64
import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from multidict import MultiDict
from wechatpy.crypto.base import WeChatCipher
from wechatpy.enterprise.crypto import PrpCrypto
from wechatpy.utils import WeChatSigner

from bot.channels.base import CallError

CORP_ID = "ww5823bf96d3bd56c7"
AGENT_ID = 1000002
TOKEN = "QDG6eK"
AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"

_VECTORS = Path(__file__).parents[4] / "shared" / "reference" / "wecom-vectors.json"


def vectors() -> dict[str, Any]:
    """The platform's official examples."""
    if not _VECTORS.is_file():
        pytest.skip("the reference material is not beside the repository")
    read: dict[str, Any] = json.loads(_VECTORS.read_text("utf-8"))
    return read


def signature(token: str, timestamp: str, nonce: str, encrypted: str) -> str:
    """Signs with wechatpy, not with our own code."""
    signer = WeChatSigner()
    signer.add_data(token, timestamp, nonce, encrypted)
    return str(signer.signature)


def sealed(plain: bytes, *, aes_key: str = AES_KEY) -> str:
    """Encrypts bytes as they are, so that a test can get the padding wrong."""
    return base64.b64encode(WeChatCipher(base64.b64decode(aes_key + "=")).encrypt(plain)).decode()


def framed(message: bytes, *, receiver: str = CORP_ID, length: int | None = None, pad: bytes = b"") -> bytes:
    """Random, length, message, receiver and padding; `length` and `pad` may be lies."""
    size = (len(message) if length is None else length).to_bytes(4, "big")
    plain = secrets.token_bytes(16) + size + message + receiver.encode()
    missing = 32 - len(plain) % 32
    return plain + (pad or bytes([missing]) * missing)


def inner_xml(**fields: object) -> str:
    """A text message, changed by `fields`; a field set to None is left out."""
    message: dict[str, object] = {
        "ToUserName": CORP_ID,
        "FromUserName": "WangMin",
        "CreateTime": int(time.time()),
        "MsgType": "text",
        "Content": "上报 19.2 91.5%",
        "MsgId": secrets.randbits(62),
        "AgentID": AGENT_ID,
        **fields,
    }
    written = "".join(f"<{name}>{value}</{name}>" for name, value in message.items() if value is not None)
    return f"<xml>{written}</xml>"


@dataclass(frozen=True)
class Call:
    """One POST to the callback."""

    body: bytes
    timestamp: str
    nonce: str
    signature: str
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/xml"})

    @property
    def query(self) -> MultiDict[str]:
        return MultiDict({"msg_signature": self.signature, "timestamp": self.timestamp, "nonce": self.nonce})

    def but(self, *, body: bytes | None = None, nonce: str = "", signature: str = "") -> "Call":
        """The same call with something changed after it was signed."""
        return replace(
            self,
            body=self.body if body is None else body,
            nonce=nonce or self.nonce,
            signature=signature or self.signature,
        )


def call(
    inner: str | None = None,
    *,
    encrypted: str | None = None,
    outer: str = f"<ToUserName>{CORP_ID}</ToUserName><AgentID>{AGENT_ID}</AgentID>",
    token: str = TOKEN,
    receiver: str = CORP_ID,
    age: float = 0,
) -> Call:
    """A call as the platform makes it, signed after `inner` or `encrypted` was put in; `age` in seconds."""
    if encrypted is None:
        encrypted = (
            PrpCrypto(base64.b64decode(AES_KEY + "=")).encrypt(inner or inner_xml(), receiver).decode()
        )
    timestamp, nonce = str(int(time.time() - age)), secrets.token_hex(8)
    body = f"<xml>{outer}<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"
    return Call(body.encode(), timestamp, nonce, signature(token, timestamp, nonce, encrypted))


def status_of(work: Callable[[], object]) -> int:
    """The HTTP status that the call would get."""
    try:
        work()
    except CallError as refused:
        return refused.status
    return 200
