"""转达的话: what somebody reads whom a leader has something said to."""

from typing import Final

from handlers.access import ROLE_NAMES
from handlers.board import duties_at, load_board
from handlers.calendar.dates import day_in
from handlers.context import Context
from handlers.people.speaker import Seat
from handlers.wording import circled, in_one_line, leaf_name, local, month_day
from store.records import Contact

LISTED: Final = 8


def relayed(person: Contact, message: str, context: Context) -> str:
    """What the other one reads: the speaker's words, the day that they mean, and what the unit still owes."""
    message = in_one_line(message)
    speaker = context.speaker.contact
    sender = f"{speaker.name}（{speaker.title or ROLE_NAMES[speaker.role]}）"
    day = day_in(message, local(context.now).date())
    until = f"（即{month_day(day)}）" if day is not None and month_day(day) not in message else ""
    lines = [f"【转达】{sender}：{message}{until}"]
    seat = Seat.of(person, context.speaker.campaign, context.rubric)
    seat = Seat("contact", seat.unit, seat.subject, seat.subjects)
    duties = duties_at(context.rubric, seat, context.milestone)
    board = load_board(context.uow, context.speaker.campaign.id, duties)
    if board.missing and person.role != "office":
        several = len(seat.subjects) > 1 and not seat.subject
        rows = [
            f"{circled(line.duty.ordinal)}{leaf_name(line.criterion, 24)}{f'（{line.subject}）' if several else ''}"
            for line in board.missing
        ]
        lines.append(
            f"{seat.unit}还没报的{len(rows)}项：{'、'.join(rows[:LISTED])}{'……' if len(rows) > LISTED else ''}"
        )
    return "\n".join(lines)
