"""The stand-in platform's access tokens: one at a time, expiring, withdrawn early when a test says so."""

import secrets
import time

from bot.sandbox.refusal import RefusedError


class Tokens:
    """The app's access token; `lifetime` is in seconds of the real clock."""

    def __init__(self, lifetime: int = 7200) -> None:
        self.lifetime = lifetime
        self._current = ""
        self._expires = 0.0
        self._expired: set[str] = set()

    def issue(self) -> tuple[str, int]:
        """Return the token and the seconds it still lives; within its life it is always the same one."""
        if not self._current or time.monotonic() >= self._expires:
            self.expire()
            self._current = secrets.token_urlsafe(160)
            self._expires = time.monotonic() + self.lifetime
        return self._current, round(self._expires - time.monotonic())

    def check(self, token: str) -> None:
        """Raise RefusedError unless `token` is valid now."""
        if not token:
            raise RefusedError(41001, "access_token missing")
        if token in self._expired or (token == self._current and time.monotonic() >= self._expires):
            raise RefusedError(42001, "access_token expired")
        if token != self._current:
            raise RefusedError(40014, "invalid access_token")

    def expire(self) -> None:
        """Let the present token be over its time."""
        if self._current:
            self._expired.add(self._current)
        self._current = ""

    def withdraw(self) -> None:
        """Make the present token invalid before its time, as the platform may."""
        self._current = ""
