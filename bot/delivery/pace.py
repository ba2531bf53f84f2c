"""How many messages may go out: to one person, to one group robot, and on a whole channel."""

import time
from collections import deque
from collections.abc import Callable, Mapping

APP = "wecom"
ROBOT = "webhook"
QUOTAS: Mapping[float, int] = {60.0: 30, 3600.0: 1000}
"""For one member; a group robot takes less."""
ROBOT_QUOTAS: Mapping[float, int] = {60.0: 20}
CALLS_A_MINUTE = 10_000
"""Of one enterprise to one path of the API."""
PERSON_TIMES = 200
"""Messages a day that the platform takes from an app for each account of the enterprise."""
_REMEMBERED = 5000


class Pace:
    """The platform's quotas for one recipient: what is beyond them it drops without a word.

    `limits` maps a sliding window in seconds to the number of messages in it. With `shared` other processes
    and the time before this one's start count as well, by what the store knows of them. `daily` is the most
    that the app may send in a day, None where nobody said. `clock` is in seconds and never goes back.
    """

    def __init__(
        self,
        limits: Mapping[float, int] = QUOTAS,
        *,
        shared: bool = True,
        daily: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = limits
        self.shared = shared
        self.daily = daily
        self.clock = clock
        self._sent: dict[str, deque[float]] = {}

    def wait(self, recipient: str, messages: int = 1) -> float:
        """Return the seconds until the recipient may be sent so many more; 0 for now."""
        sent, now = self._sent.get(recipient, ()), self.clock()
        waits = [0.0]
        for window, most in self.limits.items():
            over = len(sent) + min(messages, most) - most
            if over > 0:
                waits.append(sent[over - 1] + window - now)
        return max(waits)

    def note(self, recipient: str, messages: int = 1) -> None:
        """Count messages that have just arrived, or may have arrived.

        Counting at the end of a call and asking before the next keeps the platform's own window, which
        counts arrivals, below the quota too.
        """
        sent = self._sent.pop(recipient, None) or deque(maxlen=max(self.limits.values()))
        sent.extend([self.clock()] * messages)
        self._sent[recipient] = sent
        oldest = next(iter(self._sent))
        if len(self._sent) > _REMEMBERED and self._sent[oldest][-1] < self.clock() - max(self.limits):
            del self._sent[oldest]


class Ceiling:
    """The platform's ceiling for the calls of a whole channel, and the even rate that keeps below it.

    `clock` is in seconds and never goes back.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._calls = Pace({60.0: CALLS_A_MINUTE}, clock=clock)
        self._next = 0.0

    def wait(self, calls: int) -> float:
        """Return the seconds until so many more calls may be made; 0 for now."""
        return self._calls.wait("", calls)

    def note(self) -> None:
        """Count a call that is made now, whatever comes of it."""
        self._calls.note("")

    def turn(self, calls: int) -> float:
        """Return after how many seconds the next so many calls shall begin."""
        now = self._clock()
        begin = max(now, self._next)
        self._next = begin + calls * 60.0 / CALLS_A_MINUTE
        return begin - now


def quotas(channel: str, members: int | None, *, shared: bool) -> Pace:
    """The platform's quotas for a channel; `members` is the enterprise's account limit (账号上限), if known."""
    limits = ROBOT_QUOTAS if channel == ROBOT else QUOTAS
    daily = members * PERSON_TIMES if members is not None and channel == APP else None
    return Pace(limits, shared=shared, daily=daily)
