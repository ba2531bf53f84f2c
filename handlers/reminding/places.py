"""一个人的几处: what a person is in each campaign that runs, and what it is to be told of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from handlers.board import BoardLine
from handlers.papers.due import Paper
from handlers.people.speaker import Seat
from handlers.reminding.blank import OWN
from handlers.reminding.book import Book
from handlers.reminding.days import DISTANCES, EVE
from handlers.reminding.told import paper_code
from handlers.wording import local
from store.records import Contact, Subscription


@dataclass(frozen=True, slots=True)
class Place:
    """What a person is in one campaign that runs, and what it wishes there."""

    book: Book
    contact: Contact
    seat: Seat
    wish: Subscription | None = None

    @classmethod
    def of(cls, book: Book, contact: Contact, wish: Subscription | None) -> "Place":
        """The place as it is now."""
        return cls(book, contact, book.seat(contact), wish)

    @property
    def about(self) -> str:
        """What the person is reminded of here: the running milestone, or the year."""
        return self.book.milestone or "year"

    @property
    def distances(self) -> tuple[int, ...]:
        """How many working days ahead of a deadline the person is reminded."""
        return EVE if self.wish is not None and self.wish.rhythm == "eve" else DISTANCES

    @property
    def hour(self) -> time | None:
        """The hour that the person chose, where the office works then."""
        if self.wish is None or not self.wish.hour:
            return None
        chosen = time.fromisoformat(self.wish.hour)
        return chosen if self.book.deadlines.arranged.hours.includes(chosen) else None

    @property
    def is_quiet(self) -> bool:
        """Whether the person asked to be left alone until later."""
        until = self.wish.snoozed_until if self.wish is not None else None
        return until is not None and until > self.book.now

    @property
    def asked_for_today(self) -> bool:
        """Whether the person itself wanted a reminder later today."""
        until = self.wish.snoozed_until if self.wish is not None else None
        return until is not None and local(until).date() == self.book.today


@dataclass(frozen=True)
class Part:
    """What a message says of one campaign: the lines that are missing there, and when the first of them is due.

    The lines may be shared with other people. `papers` are what is to be handed in besides; there may be papers alone.
    """

    place: Place
    lines: Sequence[BoardLine]
    due: datetime | None
    opening: bool = False
    papers: tuple[Paper, ...] = ()
    begun: int = 0
    """How many lines of the running milestone the person hears of for the first time, which are not urgent yet."""

    @cached_property
    def of_several(self) -> bool:
        """Whether the person reports for several assessed units, so that a line has to say for which."""
        seat = self.place.seat
        return bool(self.lines) and len(seat.subjects) > 1 and self.lines[0].subject not in (OWN, seat.own)

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        """半年节点, 前三季度节点: those to which the lines belong, in their order; none where the document has none."""
        return tuple(
            f"{node.name}节点"
            for node in self.place.book.rubric.milestones
            if any(line.criterion.milestone == node.id for line in self.lines)
        )

    def owed(self) -> Mapping[str, Sequence[str]]:
        """{assessed unit: codes of the lines}, the papers with them."""
        codes: dict[str, list[str]] = {}
        for subject, lines in groupby(self.lines, key=attrgetter("subject")):
            own = self.place.seat.own if subject == OWN else subject
            codes[own] = codes.get(own, []) + [line.code for line in lines]
        if self.papers:
            codes[""] = codes.get("", []) + [paper_code(paper) for paper in self.papers]
        return codes
