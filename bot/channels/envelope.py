"""The signed and encrypted envelope that WeCom and 公众号 callbacks share.

The cipher is wechatpy's. The envelope around it is our own: wechatpy compares signatures with `!=`, checks
neither padding nor length, and raises whatever Python raises on a malformed one; that ours takes half the
time comes on top. The tests hold the two against each other.
"""

import base64
import binascii
import hashlib
import hmac
import re
import secrets

from multidict import MultiMapping

from bot.channels.base import CallError
from bot.channels.cipher import WeChatCipher

FRESH_SECONDS = 300

_BLOCK = 32
_HEAD = 20
_SIGNATURE = re.compile(r"[0-9a-f]{40}")
_TIMESTAMP = re.compile(r"[0-9]{10}")
_NONCE = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Envelope:
    """Opens what the platform sealed for this receiver, and seals what goes back.

    `receive_id` is the CorpID of a self-built app, the AppID of a 公众号.
    """

    def __init__(self, token: str, aes_key: str, receive_id: str) -> None:
        self._token = token
        self._receive_id = receive_id.encode()
        self._cipher = WeChatCipher(base64.b64decode(aes_key + "="))

    def check(self, query: MultiMapping[str], encrypted: str, now: float) -> None:
        """Check signature and time of a call; raises CallError.

        The strict formats matter: the platform signs the parts without separators, so that digits moved from
        the timestamp to the nonce would give another call with the same signature.
        """
        signature = _only(query, "msg_signature", _SIGNATURE)
        timestamp = _only(query, "timestamp", _TIMESTAMP)
        nonce = _only(query, "nonce", _NONCE)
        if not encrypted.isascii():
            raise CallError(400, "ciphertext")
        if not hmac.compare_digest(self.signature(timestamp, nonce, encrypted), signature):
            raise CallError(403, "signature")
        if abs(now - int(timestamp)) > FRESH_SECONDS:
            raise CallError(403, "stale")

    def signature(self, timestamp: str, nonce: str, encrypted: str) -> str:
        """Sign the parts with the token, as forty lower-case hexadecimal digits."""
        parts = "".join(sorted((self._token, timestamp, nonce, encrypted)))
        return hashlib.sha1(parts.encode(), usedforsecurity=False).hexdigest()

    def open(self, encrypted: str) -> bytes:
        """Decrypt what `check` found authentic; raises CallError, always the same.

        Who knows the token alone must not learn whether the padding was right: by that he could read, byte by
        byte, what others sent.
        """
        try:
            sealed = base64.b64decode(encrypted, validate=True)
            plain: bytes = self._cipher.decrypt(sealed)
        except (binascii.Error, ValueError):
            raise CallError(403, "sealed") from None
        if len(plain) < _BLOCK or not 1 <= plain[-1] <= _BLOCK:
            raise CallError(403, "sealed")
        padding = plain[-1]
        end = len(plain) - padding
        if plain[end:] != bytes([padding]) * padding:
            raise CallError(403, "sealed")
        message_end = _HEAD + int.from_bytes(plain[16:_HEAD], "big")
        if message_end > end:
            raise CallError(403, "sealed")
        if not hmac.compare_digest(plain[message_end:end], self._receive_id):
            raise CallError(403, "sealed")
        return plain[_HEAD:message_end]

    def seal(self, message: bytes, random16: bytes | None = None) -> str:
        """Encrypt `message`; `random16` is fresh randomness except in tests of the platform's vectors."""
        size = len(message).to_bytes(4, "big")
        plain = b"".join((random16 or secrets.token_bytes(16), size, message, self._receive_id))
        padding = _BLOCK - len(plain) % _BLOCK
        return base64.b64encode(self._cipher.encrypt(plain + bytes([padding]) * padding)).decode()


def _only(query: MultiMapping[str], name: str, form: re.Pattern[str]) -> str:
    values = query.getall(name, ())
    if len(values) != 1 or not form.fullmatch(values[0]):
        raise CallError(400, "query")
    return values[0]
