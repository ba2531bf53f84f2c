"""提醒 and 汇总: what is due to be said at a moment, computed from what the store holds.

A reminder belongs to a scheduled working day and its key carries that day, so that a tick that comes late,
twice or from two processes says it once; after an outage the latest scheduled day still goes out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers import averages, overdue, summaries
from handlers.arrangements import arranged_for
from handlers.board import Board, BoardLine, duties_at, load_board
from handlers.deadlines import Deadlines, deadlines_of, milestone_name
from handlers.hours import is_office_time, off_the_rush, slot
from handlers.library import Library
from handlers.matters.register import disputed
from handlers.messages import Push
from handlers.progress import next_deadline_of, task_row
from handlers.pushes import push
from handlers.speaker import Seat
from handlers.wording import local, month_day, shown
from handlers.working_days import PUBLISHED, OfficeCalendar, add_working_days, is_working_day
from store.records import Campaign, Contact, OutboxRow
from store.unit_of_work import UnitOfWork

DISTANCES = (15, 7, 3, 1, 0)
"""Working days before the deadline on which a reminder goes out; after it every working day."""
EVE = (1,)
"""The same for a contact who wants to be reminded on the eve alone."""
LISTED = 10
REMIND = "remind"


@dataclass(frozen=True, slots=True)
class Owed:
    """A bound contact and the lines on which something is missing, as of now."""

    deadlines: Deadlines
    milestone: str | None
    contact: Contact
    unit: str
    board: Board
    disputed: frozenset[str] = frozenset()
    distances: tuple[int, ...] = DISTANCES

    @property
    def missing(self) -> tuple[BoardLine, ...]:
        """What is missing, but for lines of which the unit says that they are not its own."""
        return tuple(line for line in self.board.missing if line.criterion.code not in self.disputed)

    @property
    def campaign(self) -> Campaign:
        """The campaign in which it is owed."""
        return self.deadlines.campaign


def remind(uow: UnitOfWork, now: datetime, library: Library, *, dry_run: bool = False) -> tuple[Push, ...]:
    """Queue what is due at `now` and was not queued before; with `dry_run` only say what would be."""
    queued = []
    for campaign in uow.campaigns.list():
        if campaign.state == "open" and is_office_time(now, arranged_for(uow, campaign.id).calendar):
            people = [person for person in uow.roster.list(campaign.id) if _reachable(person)]
            for person, message in _due(uow, campaign, people, library, now):
                new = uow.outbox.by_key(message.key) is None if dry_run else push(uow, message, person, now)
                queued += [message] if new else []
    return tuple(queued)


def still_wanted(uow: UnitOfWork, row: OutboxRow, now: datetime, library: Library) -> bool:
    """Whether a queued message still makes sense: nobody is reminded of what has been reported meanwhile."""
    if not row.key.startswith(f"{REMIND}:") or row.campaign_id is None or row.contact_id is None:
        return True
    campaign, contact = uow.campaigns.get(row.campaign_id), uow.roster.get(row.contact_id)
    if campaign is None or contact is None or campaign.state != "open" or not _reachable(contact):
        return False
    deadlines = deadlines_of(uow, campaign, library.rubric_of(uow, campaign))
    return bool(_owed(uow, deadlines, contact, now).missing)


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
        day = today if is_working_day(today, calendar) else add_working_days(today, -1, calendar)
        return day if day >= opened else None
    days = (add_working_days(due, -distance, calendar) if distance else due for distance in distances)
    return max((day for day in days if opened <= day <= today), default=None)


def reminder(owed: Owed, now: datetime) -> Push | None:
    """The one reminder that the contact is due now, naming all that is missing and already announced."""
    today, opened = local(now).date(), local(owed.campaign.opened_at).date()
    announced: list[tuple[date, BoardLine]] = []
    for line in owed.missing:
        due = owed.deadlines.of(line.criterion, owed.unit)
        if due is None:
            continue
        last, calendar = local(due).date(), owed.deadlines.calendar
        day = scheduled_day(today, last, opened, calendar, owed.distances)
        if day is not None:
            announced.append((day, line))
    if not announced or owed.contact.channel is None or owed.contact.account is None:
        return None
    day = max(day for day, _ in announced)
    key = f"{REMIND}:{owed.campaign.id}:{owed.milestone or 'year'}:{owed.contact.id}:{day.isoformat()}"
    text = reminder_text(owed, [line for _, line in announced], now)
    return Push(key, owed.contact.channel, owed.contact.account, text, slot(now, owed.contact.id))


def further_reminder(owed: Owed, now: datetime) -> Push | None:
    """The reminder that the office wants besides at an hour of the last day, to who still owes what is due."""
    at, contact = local(now), owed.contact
    passed = [wanted for wanted in owed.deadlines.arranged.reminders if wanted <= at.time()]
    lines = [
        line
        for line in owed.missing
        if (due := owed.deadlines.of(line.criterion, owed.unit)) and local(due).date() == at.date()
    ]
    if not passed or not lines or contact.channel is None or contact.account is None:
        return None
    key = f"{REMIND}:{owed.campaign.id}:{owed.milestone or 'year'}:{contact.id}:{at.date()}:{passed[-1]:%H%M}"
    return Push(key, contact.channel, contact.account, reminder_text(owed, lines, now), off_the_rush(now))


def reminder_text(owed: Owed, lines: Sequence[BoardLine], now: datetime) -> str:
    """What is missing, until when, and how to answer at once."""
    node = milestone_name(owed.deadlines.rubric, owed.milestone)
    due = next_deadline_of(owed.deadlines, lines, owed.unit)
    until = f"{month_day(due)}截止，{owed.deadlines.left(now, due)}，" if due else ""
    place = f"{owed.contact.unit}{'·' + node + '节点' if node else ''}"
    head = f"【提醒】{place}：{until}还有{len(lines)}项没报："
    rows = shown([task_row(line) for line in lines], LISTED, "……另有{}项，回“还差什么”看全部")
    first = lines[0].duty.ordinal
    return "\n".join([head, *rows, f"直接回“{first} 数值”上报，回“详情 {first}”看要求。"])


def _due(
    uow: UnitOfWork, campaign: Campaign, people: Iterable[Contact], library: Library, now: datetime
) -> Iterable[tuple[Contact, Push]]:
    deadlines = deadlines_of(uow, campaign, library.rubric_of(uow, campaign))
    for person in people:
        if person.role == "contact":
            owed = _owed(uow, deadlines, person, now)
            messages = [reminder(owed, now), further_reminder(owed, now)]
        elif person.role == "leader":
            messages = [
                summaries.summary(uow, deadlines, person, library, now),
                overdue.alert(uow, deadlines, person, library, now),
            ]
        else:
            messages = []
        yield from ((person, message) for message in messages if message is not None)
    yield from averages.announcements(uow, deadlines, people, now)


def _owed(uow: UnitOfWork, deadlines: Deadlines, person: Contact, now: datetime) -> Owed:
    seat = Seat.of(person, deadlines.campaign, deadlines.rubric)
    milestone = deadlines.running(now)
    board = load_board(uow, deadlines.campaign.id, duties_at(deadlines.rubric, seat, milestone))
    wish = uow.subscriptions.of(person.id)
    distances = EVE if wish is not None and wish.rhythm == "eve" else DISTANCES
    contested = disputed(uow, deadlines.campaign.id, seat.unit)
    return Owed(deadlines, milestone, person, seat.unit, board, contested, distances)


def _reachable(person: Contact) -> bool:
    return person.active and person.account is not None
