"""One campaign as a plan reads it at a moment: its deadlines, and what each unit still owes, read once for all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property, lru_cache

from handlers.board import Board, BoardLine
from handlers.calendar.deadlines import Deadlines, deadlines_of
from handlers.calendar.hours import is_office_time
from handlers.campaign.arrangements import NOTHING
from handlers.campaign.library import Library
from handlers.matters.register import disputed
from handlers.papers.due import Paper, open_papers, paper_dues
from handlers.people.speaker import Seat
from handlers.reminding.blank import as_own, blank_of, subject_of
from handlers.reminding.days import scheduled_day
from handlers.reminding.told import Owed, paper_code
from handlers.review.decisions import LeafKey, LeafRecord, records_of
from handlers.wording import local, month_day
from scoring.model import Rubric
from store.records import Campaign, Contact
from store.types import JsonObject
from store.unit_of_work import UnitOfWork

_FEW_SUBJECTS = 20
"""Up to so many assessed units a campaign is read whole, beyond it unit by unit."""


class Book:
    """What the store holds of one campaign, in one unit of work; `now` is the moment that is planned for."""

    def __init__(self, uow: UnitOfWork, campaign: Campaign, library: Library, now: datetime) -> None:
        self._uow = uow
        self.campaign = campaign
        self.now = now
        self.today = local(now).date()
        self.deadlines: Deadlines = deadlines_of(uow, campaign, library.rubric_of(uow, campaign))
        self.milestone = self.deadlines.running(now)
        self._of_subject: dict[str, Mapping[LeafKey, LeafRecord]] = {}
        self._inputs: dict[str, dict[str, JsonObject]] = {}
        self._scheduled: dict[tuple[datetime, tuple[int, ...]], date | None] = {}
        self._until: dict[datetime, str] = {}

    @property
    def rubric(self) -> Rubric:
        """The campaign's document."""
        return self.deadlines.rubric

    @cached_property
    def opened(self) -> date:
        """The day on which the campaign was opened."""
        return local(self.campaign.opened_at).date()

    @cached_property
    def is_open(self) -> bool:
        """Whether routine messages about the campaign may leave now."""
        arranged = self.deadlines.arranged
        return self.campaign.state == "open" and is_office_time(self.now, arranged.calendar, arranged.hours)

    @cached_property
    def further_at(self) -> time | None:
        """The last time of today at which the office wanted a further reminder on a deadline's day."""
        at = local(self.now).time()
        return max((wanted for wanted in self.deadlines.arranged.reminders if wanted <= at), default=None)

    def seat(self, contact: Contact) -> Seat:
        """What the contact stands for."""
        return Seat.of(contact, self.campaign, self.rubric)

    def read_for(self, people: Sequence[Contact]) -> None:
        """Read at once what the assessed units of these people, who are in the order of their ids, have reported.

        In a campaign of many assessed units that is all that is read for whoever has only complete reports.
        """
        if not self._is_large or not people:
            return
        span = self.campaign.id, people[0].id, people[-1].id
        self._inputs.update({person.subject or person.unit: {} for person in people})
        for subject, code, inputs in self._uow.submissions.inputs_of_people(*span):
            self._inputs.setdefault(subject, {})[code] = inputs or {}
        for subject in self._uow.reviews.returned_of_people(*span):
            self._inputs.pop(subject, None)

    def missing(self, seat: Seat) -> tuple[BoardLine, ...]:
        """What the seat owes, but for lines of which its unit says that they are not its own."""
        return tuple(as_own(line, seat) for line in self.owing(seat))

    def owing(self, seat: Seat) -> Sequence[BoardLine]:
        """The same, with lines that may be shared with other seats: `subject_of` says what they are about."""
        blank = blank_of(self.rubric, seat, self.milestone)
        inputs = self._inputs.get(seat.own)
        if inputs is not None and blank.is_complete(inputs):
            missing: Sequence[BoardLine] = [
                line for code, line in blank.by_code.items() if code not in inputs
            ]
        else:
            missing = Board([self._line(line, seat) for line in blank.lines]).missing
        contested, locked = self._contested.get(seat.unit, frozenset()), self.deadlines.arranged.locked
        if contested or locked:
            return [line for line in missing if line.code not in contested and not self._is_locked(line)]
        return missing

    def dues_of(self, lines: Sequence[BoardLine], seat: Seat) -> list[datetime | None]:
        """When the seat's unit has to report each of the lines."""
        if self.deadlines.arranged.extensions:
            return [self.due(line, seat) for line in lines]
        distinct, by_code = self._dues.distinct, self._dues.by_code
        return [*distinct] * len(lines) if len(distinct) == 1 else [by_code[line.code] for line in lines]

    def due(self, line: BoardLine, seat: Seat) -> datetime | None:
        """When the seat's unit has to report the line."""
        extended = self.deadlines.arranged.extended(line.code, seat.names, subject_of(line, seat))
        return extended or self._dues.by_code[line.code]

    def scheduled(self, due: datetime, distances: tuple[int, ...]) -> date | None:
        """The latest day up to today for which a reminder of that deadline is scheduled."""
        key = (due, distances)
        if key not in self._scheduled:
            day, calendar = local(due).date(), self.deadlines.calendar
            self._scheduled[key] = scheduled_day(self.today, day, self.opened, calendar, distances)
        return self._scheduled[key]

    def latest_scheduled(self, seat: Seat, distances: tuple[int, ...]) -> date | None:
        """The latest day that any deadline of the seat's unit could be reminded of; nothing is read for it."""
        extensions = self.deadlines.arranged.extensions
        own = {due for which, due in extensions.items() if which.unit in seat.names}
        days = [self.scheduled(due, distances) for due in (*self._dues.common, *own)]
        return max((day for day in days if day is not None), default=None)

    def until(self, due: datetime | None) -> str:
        """“6月30日截止，还剩3个工作日”, “今天18:00截止”; "" without a deadline."""
        if due is None:
            return ""
        if due not in self._until:
            self._until[due] = self._until_then(due)
        return self._until[due]

    def _until_then(self, due: datetime) -> str:
        """The hour too on the day itself, and where the day does not end with the office's."""
        at = local(due)
        if at.date() == self.today and due >= self.now:
            return f"今天{at:%H:%M}截止"
        hour = "" if at.time() == self.deadlines.arranged.hours.closes else f"{at:%H:%M}"
        return f"{month_day(due)}{hour}截止，{self.deadlines.left(self.now, due)}"

    def papers(self, seat: Seat) -> tuple[Paper, ...]:
        """What the seat's unit has to hand in besides the leaves and has not."""
        return open_papers(self.deadlines, seat, self.now)

    def still_owed(self, lines: Iterable[Owed]) -> bool:
        """Whether every one of these lines and papers is missing now."""
        seats: dict[Seat, frozenset[tuple[str, str]]] = {}
        for one in lines:
            seat = Seat("contact", one.unit, one.seat, self.campaign.subjects)
            if seat not in seats:
                missing = [(line.code, subject_of(line, seat)) for line in self.owing(seat)]
                papers = [(paper_code(paper), "") for paper in self.papers(seat)]
                seats[seat] = frozenset([*missing, *papers])
            if any((code, one.subject) not in seats[seat] for code in one.codes):
                return False
        return True

    @property
    def has_ended_any(self) -> bool:
        """Whether any deadline of the campaign has passed, single units' extensions and papers' too."""
        extended = self.deadlines.arranged.extensions.values()
        return any(due < self.now for due in (*self._dues.common, *extended))

    @cached_property
    def _dues(self) -> "_Dues":
        if self.deadlines.arranged is NOTHING and self.campaign.overlay is None:
            return _printed_dues(self.rubric, self.campaign)
        return _Dues.of(self.deadlines)

    @cached_property
    def _whole(self) -> Mapping[LeafKey, LeafRecord]:
        return records_of(self._uow, self.campaign.id)

    @cached_property
    def _is_large(self) -> bool:
        return len(self.campaign.subjects) > _FEW_SUBJECTS and not self.deadlines.arranged.targets

    def _is_locked(self, line: BoardLine) -> bool:
        """Whether the line's milestone is archived, so that nothing can be reported on it any more."""
        return self.deadlines.arranged.is_locked(line.criterion)

    def _line(self, blank: BoardLine, seat: Seat) -> BoardLine:
        subject = subject_of(blank, seat)
        record = self._records(subject).get((blank.code, subject))
        return blank if record is None else BoardLine.of(blank.duty, subject, record)

    def _records(self, subject: str) -> Mapping[LeafKey, LeafRecord]:
        if not self._is_large:
            return self._whole
        if subject not in self._of_subject:
            self._of_subject[subject] = records_of(self._uow, self.campaign.id, subject=subject)
        return self._of_subject[subject]

    @cached_property
    def _contested(self) -> Mapping[str, frozenset[str]]:
        return disputed(self._uow, self.campaign.id)


@dataclass(frozen=True)
class _Dues:
    """When the leaves of a campaign are due, but for single units' extensions; `common` has the papers' dues too."""

    by_code: Mapping[str, datetime | None]
    distinct: frozenset[datetime | None]
    common: frozenset[datetime]

    @classmethod
    def of(cls, deadlines: Deadlines) -> "_Dues":
        """Those of a campaign with what its office has arranged."""
        by_code = {criterion.code: deadlines.of(criterion) for criterion in deadlines.rubric.criteria}
        distinct = frozenset(by_code.values())
        return cls(by_code, distinct, paper_dues(deadlines) | {due for due in distinct if due is not None})


@lru_cache(maxsize=1024)
def _printed_dues(rubric: Rubric, campaign: Campaign) -> _Dues:
    """The same where nothing was arranged, which is so for most."""
    return _Dues.of(Deadlines(campaign, rubric))


class Books:
    """The campaigns that one unit of work has come across, at one moment."""

    def __init__(self, uow: UnitOfWork, library: Library, now: datetime) -> None:
        self.uow = uow
        self._library = library
        self.now = now
        self._books: dict[int, Book | None] = {}

    def of(self, campaign_id: int) -> Book | None:
        """The book of that campaign, None where there is none."""
        if campaign_id not in self._books:
            campaign = self.uow.campaigns.get(campaign_id)
            self._books[campaign_id] = Book(self.uow, campaign, self._library, self.now) if campaign else None
        return self._books[campaign_id]
