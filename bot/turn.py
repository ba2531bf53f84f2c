"""Who says an answer, decided once between the thread that makes it and the caller that waits for it."""

import threading


class Turn:
    """The caller says the answer, or the outbox does because the caller waits no more.

    Whoever comes first decides: the unit of work at its end, or the caller losing patience.
    """

    def __init__(self, *, late: bool = False) -> None:
        self._lock = threading.Lock()
        self._late = True if late else None

    def is_late(self) -> bool:
        """Asked by the unit of work: whether the outbox has to say the answer."""
        with self._lock:
            self._late = bool(self._late)
            return self._late

    def give_up(self) -> bool:
        """Asked by the caller: whether it may go; False where the answer is already on its way to it."""
        with self._lock:
            if self._late is None:
                self._late = True
            return self._late
