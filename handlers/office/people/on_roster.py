"""Whom a name means on the roster, what he still owes, and the record of what the office changed of him."""

from collections.abc import Mapping, Sequence

from handlers.access import ROLE_NAMES
from handlers.board import duties_at, load_board
from handlers.context import Context
from handlers.people.enrolled import enrolled
from handlers.people.speaker import Seat
from handlers.wording import clip, listed
from store.records import Contact


def person_named(name: str, context: Context) -> Contact | str:
    """The person on duty of that name (“县城建局 王敏” where there are several), or why nobody is certain."""
    unit, _, last = name.strip().rpartition(" ")
    people = [person for person in enrolled(context) if person.name == (last or name) and unit in person.unit]
    if len(people) == 1:
        return people[0]
    if people:
        rows = _called(people)
        return f"有{len(people)}个“{clip(last, 8)}”：{rows}。请带单位，如“{people[0].unit} {people[0].name}”。没有改动。"
    return f"名册里没有在岗的“{clip(last or name, 10)}”。回“名册”看有谁。没有改动。"


def _called(people: Sequence[Contact]) -> str:
    return listed([f"{person.unit}{person.name}（{ROLE_NAMES[person.role]}）" for person in people], 6, "人")


def owed_by(person: Contact, context: Context) -> int:
    """How many lines the person's unit still owes at this milestone."""
    seat = Seat.of(person, context.speaker.campaign, context.rubric)
    duties = duties_at(context.rubric, seat, context.milestone)
    return len(load_board(context.uow, person.campaign_id, duties).missing)


def log(context: Context, act: str, contact_id: int, detail: Mapping[str, object]) -> None:
    """Keep in the log what was done about a person."""
    context.uow.audit.record(context.now, context.actor, act, f"contact:{contact_id}", detail)
