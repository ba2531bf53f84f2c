"""What time the bot believes it is: the real time, or a rehearsal's."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time by which deadlines, reminders and stored times are reckoned."""

    def now(self) -> datetime:
        """The present, aware."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present in UTC."""
        return datetime.now(UTC)


class MovableClock:
    """A rehearsal's clock (演练): it can be put to any time, and runs on from there at the usual pace."""

    def __init__(self, start: datetime) -> None:
        self.move_to(start)

    def now(self) -> datetime:
        """The rehearsed present, aware."""
        return self._start + (datetime.now(UTC) - self._set_at)

    def move_to(self, time: datetime) -> None:
        """Put the clock to `time`, forwards or backwards; raises ValueError for a time without a zone."""
        if time.tzinfo is None:
            raise ValueError("a rehearsal's time needs a zone")
        self._start = time
        self._set_at = datetime.now(UTC)
