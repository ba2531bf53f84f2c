"""A verified call and the passive reply (被动回复) in its answer, which WeCom and 公众号 share."""

import secrets
from dataclasses import dataclass

from bot.channels import xml
from bot.channels.envelope import Envelope
from handlers.messages import Incoming


@dataclass(frozen=True, slots=True)
class Call:
    """A verified call; `reply_to` is the account as the platform wrote it, `own` how it calls us."""

    incoming: Incoming
    reply_to: str
    own: str


def sealed_reply(envelope: Envelope, call: Call, text: str, now: int) -> bytes:
    """Write a text as the answer to the call, encrypted and signed; `now` is seconds since 1970."""
    message: dict[str, str | int] = {
        "ToUserName": call.reply_to,
        "FromUserName": call.own,
        "CreateTime": now,
        "MsgType": "text",
        "Content": text,
    }
    encrypted, nonce = envelope.seal(xml.write(message).encode()), secrets.token_hex(8)
    signature = envelope.signature(str(now), nonce, encrypted)
    sealed: dict[str, str | int] = {
        "Encrypt": encrypted,
        "MsgSignature": signature,
        "TimeStamp": now,
        "Nonce": nonce,
    }
    return xml.write(sealed).encode()
