"""发送时段: when routine messages may leave, and at which minute of the morning each does."""

from datetime import datetime, time, timedelta

from handlers.wording import SHANGHAI, local
from handlers.working_days import PUBLISHED, OfficeCalendar, is_working_day

OPENS = time(8, 30)
CLOSES = time(18, 0)
FIRST_MINUTE = time(9, 2)
SPREAD = 56
"""Messages are spread over the minutes after 09:02, so that the platform is not hit at once."""


def is_office_time(now: datetime, calendar: OfficeCalendar = PUBLISHED) -> bool:
    """Whether routine messages may go out at that moment: a working day from 08:30 to 18:00."""
    at = local(now)
    return is_working_day(at.date(), calendar) and OPENS <= at.time() < CLOSES


def slot(now: datetime, seed: int) -> datetime:
    """When a routine message leaves: spread over the morning, in office time, not on :00 or :30."""
    first = datetime.combine(local(now).date(), FIRST_MINUTE, SHANGHAI)
    return off_the_rush(max(first + timedelta(minutes=seed % SPREAD), now))


def off_the_rush(moment: datetime) -> datetime:
    """The moment itself, or two minutes later (earlier at the end of the day) at :00 and :30."""
    at = local(moment)
    if at.minute % 30:
        return moment
    late = at + timedelta(minutes=2)
    return late if late.time() < CLOSES else at - timedelta(minutes=2)
