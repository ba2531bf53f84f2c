"""The messages that the platform takes from the app in one day: counted, and kept for what is urgent at the end."""

from datetime import datetime, time, timedelta

from bot.delivery.pace import Pace
from handlers.pushing.undelivered import warn_of_budget
from handlers.wording import SHANGHAI, local
from store.database import Store
from store.unit_of_work import UnitOfWork

LOOK_SECONDS = 30.0
"""So often the messages of all processes are counted."""
WARNED_AT = 80
"""Percent of the day's messages after which the office is told."""
ROUTINE_UNTIL = 90
"""Percent after which only urgent messages go out."""
NEXT_MORNING = time(9, 7)


class Budget:
    """The day's messages of one channel."""

    def __init__(self, store: Store, channel: str, pace: Pace) -> None:
        self._store = store
        self._channel = channel
        self._pace = pace
        self._used = 0
        self._look_at = 0.0

    async def look(self, now: datetime) -> None:
        """Count anew where the last count is old, and tell the office once when the day's end is near."""
        daily, clock = self._pace.daily, self._pace.clock()
        if daily is None or clock < self._look_at:
            return
        midnight = local(now).replace(hour=0, minute=0, second=0, microsecond=0)
        channel = self._channel

        def count(uow: UnitOfWork) -> int:
            return uow.outbox.reached_since(channel, midnight, now)

        self._used = await self._store.read(count)
        self._look_at = clock + LOOK_SECONDS
        if self._used * 100 >= daily * WARNED_AT:
            used = self._used
            await self._store.run(lambda uow: warn_of_budget(uow, channel, used, daily, now))

    def note(self, messages: int) -> None:
        """Count what has just been sent."""
        self._used += messages

    def closed_until(self, now: datetime, *, urgent: bool) -> datetime | None:
        """Until when such a message has to wait, None where it may go out."""
        daily = self._pace.daily
        if daily is None or self._used * 100 < daily * (100 if urgent else ROUTINE_UNTIL):
            return None
        at = datetime.combine(local(now).date() + timedelta(days=1), NEXT_MORNING, SHANGHAI)
        return at.replace(hour=0, minute=1) if urgent else at
