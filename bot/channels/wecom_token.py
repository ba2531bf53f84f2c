"""The access token of a 企业微信 app: fetched by one caller at a time, early enough, and never in a storm."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

from bot.channels.base import DeliveryError, Outcome

EARLY_SECONDS = 300
FETCHES_A_MINUTE = 2
_MINUTE = 60.0

Fetch = Callable[[], Awaitable[tuple[str, float]]]


class AccessToken:
    """Keeps the token. `fetch` gets one with the seconds that it still lives, or raises DeliveryError."""

    def __init__(self, fetch: Fetch, clock: Callable[[], float] = time.monotonic) -> None:
        self._fetch = fetch
        self._clock = clock
        self._lock = asyncio.Lock()
        self._token = ""
        self._renew_at = 0.0
        self.fetched = 0
        self._fetched_at: deque[float] = deque(maxlen=FETCHES_A_MINUTE)

    async def get(self, refused: str = "") -> str:
        """Return a token other than `refused`, which the platform did not take.

        Raises DeliveryError, with the seconds to wait where there were too many fetches in the last minute:
        the platform blocks an app that asks on and on.
        """
        async with self._lock:
            if not self._token or self._token == refused or self._clock() >= self._renew_at:
                await self._renew()
            return self._token

    async def _renew(self) -> None:
        now = self._clock()
        if len(self._fetched_at) == FETCHES_A_MINUTE and now - self._fetched_at[0] < _MINUTE:
            wait = _MINUTE - (now - self._fetched_at[0])
            raise DeliveryError(Outcome.STOP, "too many tokens fetched", retry_after=wait)
        self._fetched_at.append(now)
        self.fetched += 1
        self._token = ""
        self._token, lifetime = await self._fetch()
        # A token of a short life is renewed halfway, not at every call.
        self._renew_at = now + max(lifetime - EARLY_SECONDS, lifetime / 2)
