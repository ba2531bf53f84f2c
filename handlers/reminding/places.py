"""一个人的几处: what a person is in each campaign that runs, and what it is to be told of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from handlers.board import BoardLine
from handlers.papers.due import Paper
from handlers.reminding.book import Book
from handlers.reminding.days import DISTANCES, EVE
from handlers.reminding.told import paper_code
from handlers.speaker import Seat
from handlers.wording import local
from store.records import Contact, Subscription


@dataclass(frozen=True, slots=True)
class Place:
    """What a person is in one campaign that runs, and what it wishes there."""

    book: Book
    contact: Contact
    milestone: str | None
    seat: Seat
    wish: Subscription | None = None

    @classmethod
    def of(cls, book: Book, contact: Contact, wish: Subscription | None, now: datetime) -> "Place":
        """The place as it is now."""
        return cls(book, contact, book.deadlines.running(now), book.seat(contact), wish)

    @property
    def about(self) -> str:
        """What the person is reminded of here: the running milestone, or the year."""
        return self.milestone or "year"

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

    def is_quiet(self, now: datetime) -> bool:
        """Whether the person asked to be left alone until later."""
        return self.wish is not None and self.wish.snoozed_until is not None and self.wish.snoozed_until > now

    def asked_for(self, day: date) -> bool:
        """Whether the person itself wanted a reminder later on that day."""
        until = self.wish.snoozed_until if self.wish is not None else None
        return until is not None and local(until).date() == day


@dataclass(frozen=True, slots=True)
class Part:
    """What a message says of one campaign: the lines that are missing there, and when the first of them is due.

    `papers` are what is to be handed in besides; there may be papers alone.
    """

    place: Place
    lines: tuple[BoardLine, ...]
    due: datetime | None
    opening: bool = False
    papers: tuple[Paper, ...] = ()

    def owed(self) -> Mapping[str, Sequence[str]]:
        """{assessed unit: codes of the lines}, the papers with them."""
        subjects = dict.fromkeys([line.subject for line in self.lines])
        codes = {
            subject: [line.code for line in self.lines if line.subject == subject] for subject in subjects
        }
        if self.papers:
            codes[""] = codes.get("", []) + [paper_code(paper) for paper in self.papers]
        return codes
