"""The stand-in platform's media shelf: uploads by the app and by the members, kept for three days."""

import secrets
import time
from dataclasses import dataclass

from bot.sandbox.refusal import RefusedError

LIFETIME_SECONDS = 3 * 24 * 3600
_MEBIBYTE = 1024 * 1024
_LIMITS = {"image": 10 * _MEBIBYTE, "voice": 2 * _MEBIBYTE, "video": 10 * _MEBIBYTE, "file": 20 * _MEBIBYTE}
_BEGINNINGS = {
    "image": (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"),
    "voice": (b"#!AMR",),
}
_SMALLEST = 6


@dataclass(frozen=True, slots=True)
class StoredMedia:
    """Bytes under a media_id; `uploaded` is seconds of the real clock."""

    kind: str
    name: str
    data: bytes
    content_type: str
    uploaded: float


class MediaShelf:
    """Media by media_id."""

    def __init__(self) -> None:
        self._stored: dict[str, StoredMedia] = {}

    def upload(self, kind: str, name: str, data: bytes, content_type: str) -> str:
        """Check and keep an upload of the app; return its media_id. Raises RefusedError."""
        if kind not in _LIMITS:
            raise RefusedError(40004, f"invalid media type {kind!r}")
        if len(data) < _SMALLEST:
            raise RefusedError(40006, "invalid file size: a file has more than 5 bytes")
        if len(data) > _LIMITS[kind]:
            raise RefusedError(45001, "media size out of limit")
        if not data.startswith(_BEGINNINGS.get(kind, b"")):
            raise RefusedError(40005, "invalid file type")
        return self.keep(kind, name, data, content_type)

    def keep(self, kind: str, name: str, data: bytes, content_type: str) -> str:
        """Keep what a member sent, unchecked; return its media_id."""
        media_id = secrets.token_urlsafe(32)
        self._stored[media_id] = StoredMedia(kind, name, data, content_type, time.time())
        return media_id

    def get(self, media_id: str) -> StoredMedia:
        """Return what is kept; raises RefusedError for an unknown or expired id."""
        stored = self._stored.get(media_id)
        if stored is None or time.time() - stored.uploaded > LIFETIME_SECONDS:
            raise RefusedError(40007, "invalid media_id")
        return stored

    def forget(self, media_id: str) -> None:
        """Let `media_id` be expired."""
        self._stored.pop(media_id, None)
