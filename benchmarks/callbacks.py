"""Callbacks of a WeCom app, encrypted and signed beforehand so that sending them costs next to nothing."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

import xmltodict
from wechatpy.enterprise.crypto import WeChatCrypto

CORP_ID = "wwbenchmark0001"
AGENT_ID = "1000002"
TOKEN = "benchmarkToken"
AES_KEY = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR"
PATH = "/wecom/callback"

_TEXT = (
    "<xml><ToUserName><![CDATA[{corp}]]></ToUserName><FromUserName><![CDATA[{sender}]]></FromUserName>"
    "<CreateTime>{sent_at}</CreateTime><MsgType><![CDATA[text]]></MsgType>"
    "<Content><![CDATA[{text}]]></Content><MsgId>{message_id}</MsgId><AgentID>{agent}</AgentID></xml>"
)
_ENVELOPE = (
    "<xml><ToUserName><![CDATA[{corp}]]></ToUserName><AgentID><![CDATA[{agent}]]></AgentID>"
    "<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"
)
_message_ids = count(time.time_ns())


@dataclass(frozen=True, slots=True)
class Said:
    """What one member of the company writes."""

    account: str
    text: str


def crypto() -> WeChatCrypto:
    """The app's cipher, as the platform and the servers under test know it."""
    return WeChatCrypto(TOKEN, AES_KEY, CORP_ID)


def requests(conversation: Iterable[Said]) -> list[bytes]:
    """One HTTP request for each message; fresh for five minutes."""
    cipher = crypto()
    return [_request(cipher, said) for said in conversation]


def _request(cipher: WeChatCrypto, said: Said) -> bytes:
    message_id = next(_message_ids)
    now = str(int(time.time()))
    nonce = str(message_id % 10**10)
    plain = _TEXT.format(
        corp=CORP_ID, agent=AGENT_ID, sender=said.account, sent_at=now, text=said.text, message_id=message_id
    )
    sealed = xmltodict.parse(cipher.encrypt_message(plain, nonce, now))["xml"]
    body = _ENVELOPE.format(corp=CORP_ID, agent=AGENT_ID, encrypted=sealed["Encrypt"]).encode()
    target = f"{PATH}?msg_signature={sealed['MsgSignature']}&timestamp={now}&nonce={nonce}"
    head = (
        f"POST {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/xml\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def reply_text(body: bytes) -> str:
    """The words of a passive reply; raises where the body is none."""
    sealed = xmltodict.parse(body)["xml"]
    plain = crypto().decrypt_message(body, sealed["MsgSignature"], sealed["TimeStamp"], sealed["Nonce"])
    return str(xmltodict.parse(plain)["xml"]["Content"])
