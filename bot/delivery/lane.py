"""One channel as the delivery sees it: open, or stopped for a while after trouble that all messages would meet."""

import random
import time
from collections.abc import Callable


class Lane:
    """Open, or stopped; longer and longer where nobody knows how long the trouble lasts."""

    PATIENCE = 3
    """So many failures in a row, of whatever message, stop the lane."""
    LONGEST = 60.0
    LIMITED = (60.0, 600.0, 3600.0)
    """How long it stops when the platform says that there are too many calls: this minute, or this hour."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open_at = 0.0
        self._failures = 0
        self._limits = 0

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

    def limit(self) -> None:
        """The platform takes no more for now; longer each time until a message has gone through."""
        self.stop(self.LIMITED[min(self._limits, len(self.LIMITED) - 1)])
        self._limits += 1

    def failed(self) -> None:
        """Count a failure that may be the message's or the channel's."""
        self._failures += 1
        if self._failures >= self.PATIENCE:
            self.stop()

    def passed(self) -> None:
        """A message went through."""
        self._failures = self._limits = 0
