"""欠报: the contacts on whose lists something is missing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from handlers.board import Board, duties_at, load_board
from handlers.campaign.standing import standing_of
from handlers.context import Context
from handlers.people.enrolled import enrolled, printed_unit
from handlers.people.speaker import Seat
from store.records import Contact


@dataclass(frozen=True, slots=True)
class Owing:
    """A contact and the list on which something is missing."""

    contact: Contact
    board: Board


def owing_now(context: Context) -> list[Owing]:
    """Every contact on duty that owes something at the running milestone."""
    campaign = context.speaker.campaign
    rows = []
    for person in context.uow.roster.list(campaign.id, role="contact"):
        if not person.active:
            continue
        seat = Seat.of(person, campaign, context.rubric)
        board = load_board(context.uow, campaign.id, duties_at(context.rubric, seat, context.milestone))
        if board.missing:
            rows.append(Owing(person, board))
    return rows


def of_leaves(rows: Sequence[Owing], codes: Collection[str]) -> list[Owing]:
    """Only the lines of those leaves; of all of them where none is given."""
    if not codes:
        return list(rows)
    boards = [
        (row.contact, Board([line for line in row.board.missing if line.code in codes])) for row in rows
    ]
    return [Owing(contact, board) for contact, board in boards if board.missing]


def units_of_nobody(context: Context) -> list[str]:
    """The units that owe something and have no contact on duty, so that nobody can be reminded."""
    campaign = context.speaker.campaign
    people = enrolled(context, "contact")
    seats = [Seat.of(person, campaign, context.rubric) for person in people]
    reached = {name for seat in seats for name in (*seat.names, seat.unit, seat.subject)}
    standing = standing_of(context.uow, campaign, context.library, context.now)
    return [unit.unit for unit in standing.units if unit.missing and unit.unit not in reached]


def without_material(context: Context) -> list[Owing]:
    """Only the lines for which neither a value nor any evidence has arrived."""
    proved, rows = _proved(context), []
    for row in owing_now(context):
        bare = [
            line
            for line in row.board.missing
            if not line.record.reported and (line.criterion.code, line.subject) not in proved
        ]
        if bare:
            rows.append(Owing(row.contact, Board(bare)))
    return rows


def reported_bare(context: Context) -> list[Contact]:
    """The contacts on duty whose unit has reported a leaf, accepted or not, without any evidence for it."""
    campaign, proved = context.speaker.campaign.id, _proved(context)
    units = {
        printed_unit(row, context)
        for row in context.uow.submissions.current(campaign)
        if row.inputs and (row.code, row.subject) not in proved
    }
    people = context.uow.roster.list(campaign, role="contact")
    return [row for row in people if row.active and {row.subject, printed_unit(row, context)} & units]


def lacking_material(context: Context) -> list[Contact]:
    """The contacts on duty with a line, reported or not, for which no evidence has arrived."""
    proved = _proved(context)
    return [row for row in enrolled(context, "contact") if not _own(row, context) <= proved]


def _own(person: Contact, context: Context) -> set[tuple[str, str]]:
    """The leaf and assessed unit of every line of a contact's list."""
    seat = Seat.of(person, context.speaker.campaign, context.rubric)
    duties = duties_at(context.rubric, seat, context.milestone)
    return {(duty.criterion.code, subject) for duty in duties for subject in duty.subjects}


def _proved(context: Context) -> set[tuple[str | None, str]]:
    """The leaf and assessed unit of every piece of evidence that counts."""
    return {
        (row.code, row.subject)
        for row in context.uow.evidence.list(context.speaker.campaign.id)
        if row.state in ("stored", "pending")
    }
