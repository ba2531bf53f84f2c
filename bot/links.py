"""Signed links (签名链接): an address that opens one thing for one person until a time, and cannot be altered."""

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.settings import Settings
from handlers.links import LinkMaker

KEY_BYTES = 32
KEY_FILE = "link.key"
_LONGEST = 1024
_PURPOSE = b"kaohe link 1"


class LinkError(Exception):
    """The link opens nothing; the message is Chinese, for the page."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a token says. `id` differs for every token; `expires_at` is aware, in whole seconds."""

    kind: str
    contact_id: int
    target: str
    expires_at: datetime
    id: str


class Links:
    """Signs with the first key and takes what any of the keys has signed, so that a key can be changed."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys or any(len(key) < KEY_BYTES for key in keys):
            raise ValueError(f"a key of at least {KEY_BYTES} bytes is needed")
        self._keys = tuple(keys)

    def sign(self, kind: str, contact_id: int, target: str, expires_at: datetime) -> str:
        """Return a token for an address; `kind` is what it opens, `target` which one."""
        said = [kind, contact_id, target, int(expires_at.timestamp()), secrets.token_urlsafe(9)]
        payload = _text(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode())
        return f"{payload}.{_seal(self._keys[0], payload)}"

    def open(self, token: str, kind: str, now: datetime) -> Link:
        """Return what the token says; raises LinkError where it is not ours, of another kind or too old."""
        payload, _, seal = token.partition(".")
        if len(token) > _LONGEST or not token.isascii():
            raise LinkError("链接不对或不完整。")
        seals = [hmac.compare_digest(_seal(key, payload), seal) for key in self._keys]
        link = _read(payload) if any(seals) else None
        if link is None or link.kind != kind:
            raise LinkError("链接不对或不完整。")
        if now >= link.expires_at:
            raise LinkError("链接已过期。")
        return link


def link_maker(links: Links, public_url: str) -> LinkMaker:
    """How a handler gets an address: `<public_url>/<kind>/<token>`."""
    base = public_url.rstrip("/")

    def make(kind: str, contact_id: int, target: str, expires_at: datetime) -> str:
        return f"{base}/{kind}/{links.sign(kind, contact_id, target, expires_at)}"

    return make


def link_keys(settings: Settings) -> tuple[bytes, ...]:
    """The keys, the signing one first.

    They are those that are set, else one derived from the WeCom app's secret, so that several processes have
    the same, else a random one kept in the data folder. Raises OSError where that cannot be read or written.
    """
    given = [key.get_secret_value() for key in (settings.link_key, settings.link_key_before) if key]
    if given:
        return tuple(_derived(key) for key in given)
    if settings.wecom_secret is not None:
        return (_derived(settings.wecom_secret.get_secret_value()),)
    return (_kept(settings.data_dir / KEY_FILE),)


def _derived(secret: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=_PURPOSE).derive(secret.encode())


def _kept(path: Path) -> bytes:
    """Read the key, made on first use; whoever comes second reads what the first has made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    draft.write_bytes(secrets.token_bytes(KEY_BYTES))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_bytes()


def _seal(key: bytes, payload: str) -> str:
    # Over the text of the payload and compared as text: no other spelling of the same bytes is taken.
    return _text(hmac.new(key, _PURPOSE + payload.encode(), hashlib.sha256).digest())


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _read(payload: str) -> Link | None:
    try:
        said = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        kind, contact_id, target, seconds, number = said
        expires_at = datetime.fromtimestamp(seconds, UTC)
    except (binascii.Error, ValueError, TypeError):  # Sealed by us, so of another version.
        return None
    return Link(kind, contact_id, target, expires_at, number)
