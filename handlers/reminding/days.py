"""提醒日: the days before and after a deadline on which a reminder is scheduled."""

from collections.abc import Sequence
from datetime import date

from handlers.calendar.working_days import PUBLISHED, OfficeCalendar, add_working_days, is_working_day

DISTANCES = (15, 7, 3, 1, 0)
"""Working days before the deadline on which a reminder goes out; after it every working day."""
EVE = (1,)
"""The same for a contact who wants to be reminded on the eve alone."""


def scheduled_day(
    today: date,
    due: date,
    opened: date,
    calendar: OfficeCalendar = PUBLISHED,
    distances: Sequence[int] = DISTANCES,
) -> date | None:
    """The latest day up to today for which a reminder of that deadline is scheduled, or None.

    Scheduled are the working days at those distances before the deadline and each one after it.
    """
    if today > due:
        day = last_working_day_up_to(today, calendar)
        return day if day >= opened else None
    days = (add_working_days(due, -distance, calendar) if distance else due for distance in distances)
    return max((day for day in days if opened <= day <= today), default=None)


def last_working_day_up_to(today: date, calendar: OfficeCalendar = PUBLISHED) -> date:
    """Today, or the last working day before it."""
    return today if is_working_day(today, calendar) else add_working_days(today, -1, calendar)
