"""How fast messages may go out: to one person, and on a channel that has trouble."""

import random
import time
from collections import deque
from collections.abc import Callable, Mapping

QUOTAS: Mapping[float, int] = {60.0: 30, 3600.0: 1000}
_REMEMBERED = 5000


class Pace:
    """The platform's quotas for one recipient: what is beyond them it drops without a word.

    `limits` maps a sliding window in seconds to the number of messages in it. With `shared` other processes
    and the time before this one's start count as well, by what the store knows of them. `clock` is in
    seconds and never goes back.
    """

    def __init__(
        self,
        limits: Mapping[float, int] = QUOTAS,
        *,
        shared: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = limits
        self.shared = shared
        self.clock = clock
        self._sent: dict[str, deque[float]] = {}

    def wait(self, recipient: str) -> float:
        """Return the seconds until the recipient may be sent one more message; 0 for now."""
        sent, now = self._sent.get(recipient, ()), self.clock()
        waits = [0.0]
        for window, most in self.limits.items():
            if len(sent) >= most:
                waits.append(sent[len(sent) - most] + window - now)
        return max(waits)

    def note(self, recipient: str) -> None:
        """Count a message that has just arrived, or may have arrived.

        Counting at the end of a call and asking before the next keeps the platform's own window, which
        counts arrivals, below the quota too.
        """
        sent = self._sent.pop(recipient, None) or deque(maxlen=max(self.limits.values()))
        sent.append(self.clock())
        self._sent[recipient] = sent
        oldest = next(iter(self._sent))
        if len(self._sent) > _REMEMBERED and self._sent[oldest][-1] < self.clock() - max(self.limits):
            del self._sent[oldest]


class Lane:
    """One channel: open, or stopped for a while after trouble that every message would meet."""

    PATIENCE = 3
    """So many failures in a row, of whatever message, stop the lane."""
    LONGEST = 60.0

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open_at = 0.0
        self._failures = 0

    @property
    def stopped_for(self) -> float:
        """The seconds until the lane is tried again, 0 while it is open."""
        return max(0.0, self._open_at - self._clock())

    @property
    def on_trial(self) -> bool:
        """Whether the lane was stopped and no message has passed since: then one at a time is enough."""
        return self._failures >= self.PATIENCE

    def stop(self, seconds: float | None = None) -> None:
        """Stop for so long, or for longer and longer where nobody knows how long."""
        self._failures = max(self._failures + 1, self.PATIENCE)
        pause = min(2.0 ** (self._failures - self.PATIENCE), self.LONGEST) if seconds is None else seconds
        # Several bots on one platform shall not come back in step.
        self._open_at = max(self._open_at, self._clock() + pause * random.uniform(1.0, 1.2))  # noqa: S311

    def failed(self) -> None:
        """Count a failure that may be the message's or the channel's."""
        self._failures += 1
        if self._failures >= self.PATIENCE:
            self.stop()

    def passed(self) -> None:
        """A message went through."""
        self._failures = 0
