"""The codes of the stand-in platform's 网页授权: each tells once whose browser it was given to."""

import secrets
import time
from collections.abc import Mapping

from bot.sandbox.refusal import RefusedError

_SECONDS = 300


class OAuthCodes:
    """The codes that were given out and not used yet."""

    def __init__(self) -> None:
        self._given: dict[str, tuple[str, float]] = {}

    def issue(self, userid: str) -> str:
        """Give out a code for the person; "" stands for somebody from outside the enterprise."""
        code = secrets.token_urlsafe(24)
        self._given[code] = (userid, time.monotonic())
        return code

    def redeem(self, code: str) -> Mapping[str, object]:
        """Tell whose the code is, once. Raises RefusedError."""
        userid, given = self._given.pop(code, ("", 0.0))
        if not given or time.monotonic() - given > _SECONDS:
            raise RefusedError(40029, "invalid code")
        return {"userid": userid} if userid else {"openid": secrets.token_urlsafe(20)}
