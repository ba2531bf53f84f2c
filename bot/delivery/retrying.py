"""What becomes of a message after an attempt that failed: tried again, and when, or closed, and how."""

import json
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.channels.base import DeliveryError, Outcome
from store.records import OutboxRow

REPEATABLE = timedelta(hours=3, minutes=45)
"""For four hours, less a little, the platform recognises a repetition; later it would be said twice."""
TURNED_BACK = timedelta(minutes=-5)
"""A clock that was put back by more leaves unknown how long ago the attempt was."""
PAUSES = (5.0, 60.0, 600.0)
"""Seconds before each further attempt at a message that the platform did not take; then it is given up."""
UNSURE_PAUSES = (5.0, 15.0, 60.0, 300.0)
"""Seconds before each repetition of a message that may have arrived; the last pause goes on."""

State = Literal["pending", "refused", "dead", "ambiguous"]


@dataclass(frozen=True, slots=True)
class History:
    """What the attempts of a message have come to so far; kept as JSON in its `answer`."""

    failures: int = 0
    unsure_since: datetime | None = None
    """Since when the message may have arrived: an answer was unclear, or a process ended in the attempt."""
    done: int = 0
    """How many of the messages that it goes out as are there; the next attempt goes on behind them."""

    @classmethod
    def of(cls, row: OutboxRow) -> "History":
        """Read the history; that of a message that a person has put back begins anew."""
        try:
            kept = json.loads(row.answer or "{}")
        except ValueError:
            kept = {}
        started = row.first_attempt_at
        if started is None or not isinstance(kept, dict) or kept.get("started") != started.isoformat():
            return cls(0, started if row.outcome_unknown else None)
        since = kept.get("unsure_since")
        unsure = datetime.fromisoformat(since) if since else started if row.outcome_unknown else None
        return cls(int(kept["failures"]), unsure, int(kept.get("done", 0)))

    def note(self, row: OutboxRow, **more: object) -> str:
        """Return the history as JSON, with what else there is to record."""
        noted: dict[str, object] = {**more, "failures": self.failures}
        if row.first_attempt_at is not None:
            noted["started"] = row.first_attempt_at.isoformat()
        if self.done:
            noted["done"] = self.done
        if self.unsure_since is not None:
            noted["unsure_since"] = self.unsure_since.isoformat()
        return json.dumps(noted, ensure_ascii=False)

    def may_repeat(self, at: datetime, *, recognised: bool) -> bool:
        """Whether a further attempt at that time cannot say the message twice."""
        if self.unsure_since is None:
            return True
        return recognised and TURNED_BACK < at - self.unsure_since < REPEATABLE


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of the message now, when it is tried again (None where it is closed), and what to record."""

    state: State
    again_at: datetime | None
    answer: str


def judge(row: OutboxRow, error: DeliveryError, now: datetime, *, recognised: bool) -> Verdict:
    """Decide what follows from a failed attempt; `recognised`: whether the platform knows a repetition again."""
    before = History.of(row)
    unsure = before.unsure_since or (now if error.outcome is Outcome.AMBIGUOUS else None)
    history = History(before.failures + 1, unsure, max(before.done, error.done))
    answer = history.note(row, **error.answer)
    if error.outcome is Outcome.REFUSED:
        return Verdict("refused", None, answer)
    pauses = UNSURE_PAUSES if error.outcome is Outcome.AMBIGUOUS else PAUSES
    pause = error.retry_after or pauses[min(history.failures, len(pauses)) - 1]
    again_at = now + timedelta(seconds=pause * random.uniform(1.0, 1.2))  # noqa: S311
    given_up = error.outcome is Outcome.RETRY and history.failures > len(PAUSES)
    if history.may_repeat(again_at, recognised=recognised) and not given_up:
        return Verdict("pending", again_at, answer)
    return Verdict("dead" if unsure is None else "ambiguous", None, answer)
