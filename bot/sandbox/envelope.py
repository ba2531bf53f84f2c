"""The sealed envelopes between the platform and the app's callback, seen from the platform's side."""

import base64
import hashlib
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from defusedxml.ElementTree import fromstring
from wechatpy.enterprise.crypto import PrpCrypto


@dataclass(frozen=True, slots=True)
class CorpApp:
    """The self-built app as its administrator reads it on the screen; the bot's `KAOHE_WECOM_*` settings."""

    corp_id: str
    agent_id: int
    secret: str
    token: str
    aes_key: str

    @classmethod
    def invent(cls) -> "CorpApp":
        """Make an app with fresh random secrets."""
        key = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        # The key's 43 characters are of [a-zA-Z0-9] only.
        alphanumeric = key.replace("+", "P").replace("/", "S")[:42] + "A"
        return cls(
            f"ww{secrets.token_hex(8)}", 1000002, secrets.token_hex(22), secrets.token_hex(8), alphanumeric
        )


@dataclass(frozen=True, slots=True)
class Sealed:
    """An encrypted text with what its signature was made of."""

    encrypt: str
    signature: str
    timestamp: str
    nonce: str

    def query(self) -> dict[str, str]:
        """Return the parameters that stand in the callback's address."""
        return {"msg_signature": self.signature, "timestamp": self.timestamp, "nonce": self.nonce}


def sign(app: CorpApp, timestamp: str, nonce: str, encrypt: str) -> str:
    """Return the lower-case hex signature over the sorted parts."""
    parts = "".join(sorted((app.token, timestamp, nonce, encrypt)))
    return hashlib.sha1(parts.encode(), usedforsecurity=False).hexdigest()


def seal(app: CorpApp, plain: str) -> Sealed:
    """Encrypt and sign `plain` with the real time and a nonce that is never used again."""
    encrypt = _cipher(app).encrypt(plain, app.corp_id).decode()
    timestamp, nonce = str(int(time.time())), secrets.token_hex(8)
    return Sealed(encrypt, sign(app, timestamp, nonce, encrypt), timestamp, nonce)


def callback_body(app: CorpApp, sealed: Sealed) -> str:
    """Return the XML that is POSTed to the callback."""
    return to_xml({"ToUserName": app.corp_id, "AgentID": app.agent_id, "Encrypt": sealed.encrypt})


def open_reply(app: CorpApp, body: str) -> dict[str, str]:
    """Check and decrypt a passive reply; return its fields, nested ones by `Outer.Inner`.

    Raises ValueError, naming what is wrong, for everything that the real platform would drop.
    """
    try:
        outer = _fields(body)
        sealed = Sealed(*(outer[name] for name in ("Encrypt", "MsgSignature", "TimeStamp", "Nonce")))
        inner = _fields(_cipher(app).decrypt(sealed.encrypt, app.corp_id))
    except Exception as error:
        raise ValueError(f"passive reply cannot be read: {error!r}") from error
    if sealed.signature != sign(app, sealed.timestamp, sealed.nonce, sealed.encrypt):
        raise ValueError("the signature of the passive reply does not fit")
    return inner


def to_xml(fields: Mapping[str, object]) -> str:
    """Return `<xml>` with one element a field; a mapping becomes nested elements, a list repeated ones."""
    return ET.tostring(_element("xml", fields), encoding="unicode")


def _element(name: str, value: object) -> ET.Element:
    element = ET.Element(name)
    if isinstance(value, Mapping):
        for key, inner in value.items():
            element.extend(_element(key, each) for each in (inner if isinstance(inner, list) else [inner]))
    else:
        element.text = "".join(letter for letter in str(value) if letter >= " " or letter in "\t\n\r")
    return element


def _fields(document: str | bytes) -> dict[str, str]:
    fields: dict[str, str] = {}
    for element in fromstring(document):
        fields[element.tag] = element.text or ""
        for inner in element:
            fields[f"{element.tag}.{inner.tag}"] = inner.text or ""
    return fields


def _cipher(app: CorpApp) -> PrpCrypto:
    return PrpCrypto(base64.b64decode(app.aes_key + "="))
