"""办公时间: when the office works, when routine messages may leave, and at which minute each does."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from handlers.calendar.working_days import PUBLISHED, OfficeCalendar, is_working_day
from handlers.wording import SHANGHAI, local


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """上班、上午下班、下班: no document prints the hours (原文未规定钟点), so the usual ones are taken."""

    opens: time = time(8, 30)
    noon: time = time(12)
    closes: time = time(18)

    def includes(self, at: time) -> bool:
        """Whether routine messages may leave at that time of a working day."""
        return self.opens <= at < self.closes


USUAL = OfficeHours()
AFTER_OPENING = timedelta(minutes=32)
SPREAD = 56
"""Messages are spread over so many minutes of the morning, so that the platform is not hit at once."""


def is_office_time(now: datetime, calendar: OfficeCalendar = PUBLISHED, hours: OfficeHours = USUAL) -> bool:
    """Whether routine messages may go out at that moment: a working day, within the hours."""
    at = local(now)
    return is_working_day(at.date(), calendar) and hours.includes(at.time())


def slot(now: datetime, seed: int, hours: OfficeHours = USUAL, wanted: time | None = None) -> datetime:
    """When a routine message leaves on the day of `now`: at the wanted time, else spread over the morning.

    Never before `now`, never on :00 or :30.
    """
    return _slot(now, seed % SPREAD, hours, wanted)


@lru_cache(maxsize=1024)
def _slot(now: datetime, minute: int, hours: OfficeHours, wanted: time | None) -> datetime:
    day = local(now).date()
    usual = _on(day, hours.opens) + AFTER_OPENING + timedelta(minutes=minute)
    first = usual if wanted is None else _on(day, wanted)
    return off_the_rush(max(first, now), hours)


def off_the_rush(moment: datetime, hours: OfficeHours = USUAL) -> datetime:
    """The moment itself, or two minutes later (earlier at the end of the day) at :00 and :30."""
    at = local(moment)
    if at.minute % 30:
        return moment
    late = at + timedelta(minutes=2)
    return late if late.time() < hours.closes else at - timedelta(minutes=2)


def _on(day: date, at: time) -> datetime:
    return datetime.combine(day, at, SHANGHAI)
