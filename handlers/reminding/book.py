"""One campaign as a plan reads it: its deadlines, and what each unit still owes, read once however many ask."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache

from handlers.board import NOTHING_YET, Board, BoardLine, duties_at
from handlers.deadlines import Deadlines, deadlines_of
from handlers.hours import is_office_time
from handlers.library import Library
from handlers.matters.register import disputed
from handlers.papers.due import Paper, open_papers, paper_dues
from handlers.reminding.days import scheduled_day
from handlers.reminding.told import Owed, paper_code
from handlers.review.decisions import LeafKey, LeafRecord, records_of
from handlers.speaker import Seat
from handlers.wording import local
from scoring.model import Rubric
from store.records import Campaign, Contact
from store.types import JsonObject
from store.unit_of_work import UnitOfWork

_FEW_SUBJECTS = 20
"""Up to so many assessed units a campaign is read whole, beyond it unit by unit."""


class Book:
    """What the store holds of one campaign, in one unit of work."""

    def __init__(self, uow: UnitOfWork, campaign: Campaign, library: Library) -> None:
        self._uow = uow
        self.campaign = campaign
        self.deadlines: Deadlines = deadlines_of(uow, campaign, library.rubric_of(uow, campaign))
        self._of_subject: dict[str, Mapping[LeafKey, LeafRecord]] = {}
        self._disputed: dict[str, frozenset[str]] = {}
        self._inputs: dict[str, dict[str, JsonObject]] = {}
        self._open: dict[datetime, bool] = {}
        self._scheduled: dict[tuple[datetime, date, tuple[int, ...]], date | None] = {}

    @property
    def rubric(self) -> Rubric:
        """The campaign's document."""
        return self.deadlines.rubric

    @cached_property
    def opened(self) -> date:
        """The day on which the campaign was opened."""
        return local(self.campaign.opened_at).date()

    def is_open(self, now: datetime) -> bool:
        """Whether routine messages about the campaign may leave at that moment."""
        if now not in self._open:
            arranged = self.deadlines.arranged
            office_time = is_office_time(now, arranged.calendar, arranged.hours)
            self._open[now] = self.campaign.state == "open" and office_time
        return self._open[now]

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
            self._inputs[subject][code] = inputs or {}
        for subject in self._uow.reviews.subjects_of_people(*span):
            self._inputs.pop(subject, None)

    def missing(self, seat: Seat, milestone: str | None) -> tuple[BoardLine, ...]:
        """What the seat owes, but for lines of which its unit says that they are not its own."""
        blank = _unreported(self.rubric, seat, milestone)
        inputs = self._inputs.get(seat.subject or seat.unit)
        if inputs is not None and blank.is_complete(inputs):
            missing: Iterable[BoardLine] = [
                line for code, line in blank.by_code.items() if code not in inputs
            ]
        else:
            missing = Board([self._line(line) for line in blank.lines]).missing
        contested, locked = self._contested(seat.unit), self.deadlines.arranged.locked
        if contested or locked:
            missing = (line for line in missing if line.code not in contested and not self.is_locked(line))
        return tuple(missing)

    def is_locked(self, line: BoardLine) -> bool:
        """Whether the line's milestone is archived, so that nothing can be reported on it any more."""
        return self.deadlines.arranged.is_locked(line.criterion)

    def dues_of(self, lines: Iterable[BoardLine], unit: str) -> list[datetime | None]:
        """When that unit has to report each of the lines."""
        if self.deadlines.arranged.extensions:
            return [self.due(line, unit) for line in lines]
        dues = self._whole_dues
        return [dues[line.code] for line in lines]

    @cached_property
    def _whole_dues(self) -> Mapping[str, datetime | None]:
        return {criterion.code: self.deadlines.of(criterion) for criterion in self.rubric.criteria}

    def due(self, line: BoardLine, unit: str) -> datetime | None:
        """When that unit has to report the line."""
        code = line.code
        extensions = self.deadlines.arranged.extensions
        if extensions and (code, unit) in extensions:
            return extensions[code, unit]
        return self._whole_dues[code]

    def scheduled(self, due: datetime, today: date, distances: tuple[int, ...]) -> date | None:
        """The latest day up to today for which a reminder of that deadline is scheduled."""
        key = (due, today, distances)
        if key not in self._scheduled:
            self._scheduled[key] = scheduled_day(
                today, local(due).date(), self.opened, self.deadlines.calendar, distances
            )
        return self._scheduled[key]

    def papers(self, seat: Seat, now: datetime) -> tuple[Paper, ...]:
        """What the seat's unit has to hand in besides the leaves and has not."""
        return open_papers(self.deadlines, seat, now)

    def latest_scheduled(self, unit: str, today: date, distances: tuple[int, ...]) -> date | None:
        """The latest day that any deadline of the unit could be reminded of; nothing is read for it."""
        dues = {
            *self.dues,
            *self._paper_dues,
            *(due for (_, of), due in self.deadlines.arranged.extensions.items() if of == unit),
        }
        days = [self.scheduled(due, today, distances) for due in dues]
        return max((day for day in days if day is not None), default=None)

    def still_owed(self, lines: Iterable[Owed], now: datetime) -> bool:
        """Whether every one of these lines and papers is missing now."""
        milestone = self.deadlines.running(now)
        seats: dict[Seat, frozenset[tuple[str, str]]] = {}
        for one in lines:
            seat = Seat("contact", one.unit, one.seat, self.campaign.subjects)
            if seat not in seats:
                missing = self.missing(seat, milestone)
                seats[seat] = frozenset(
                    [
                        *((line.code, line.subject) for line in missing),
                        *((paper_code(paper), "") for paper in self.papers(seat, now)),
                    ]
                )
            if any((code, one.subject) not in seats[seat] for code in one.codes):
                return False
        return True

    @cached_property
    def dues(self) -> frozenset[datetime]:
        """Every deadline of the campaign but for single units' extensions."""
        found = (self.deadlines.of(criterion) for criterion in self.rubric.criteria)
        return frozenset(due for due in found if due is not None)

    @property
    def all_dues(self) -> frozenset[datetime]:
        """Every deadline of the campaign, single units' extensions and papers' too."""
        return self.dues | self._paper_dues | frozenset(self.deadlines.arranged.extensions.values())

    @cached_property
    def _paper_dues(self) -> frozenset[datetime]:
        return paper_dues(self.deadlines)

    @cached_property
    def _whole(self) -> Mapping[LeafKey, LeafRecord]:
        return records_of(self._uow, self.campaign.id)

    @property
    def _is_large(self) -> bool:
        return len(self.campaign.subjects) > _FEW_SUBJECTS and not self.deadlines.arranged.targets

    def _line(self, blank: BoardLine) -> BoardLine:
        record = self._records(blank.subject).get((blank.criterion.code, blank.subject))
        return blank if record is None else BoardLine.of(blank.duty, blank.subject, record)

    def _records(self, subject: str) -> Mapping[LeafKey, LeafRecord]:
        if not self._is_large:
            return self._whole
        if subject not in self._of_subject:
            self._of_subject[subject] = records_of(self._uow, self.campaign.id, subject=subject)
        return self._of_subject[subject]

    def _contested(self, unit: str) -> frozenset[str]:
        if unit not in self._disputed:
            self._disputed[unit] = disputed(self._uow, self.campaign.id, unit)
        return self._disputed[unit]


@dataclass(frozen=True)
class _Blank:
    """A seat's list while nothing has been reported; `by_code` is empty unless every line is of its own subject."""

    lines: tuple[BoardLine, ...]
    by_code: Mapping[str, BoardLine]

    @cached_property
    def owed(self) -> Mapping[str, frozenset[str]]:
        """The inputs that a complete report of each leaf has."""
        return {code: frozenset(item.name for item in line.duty.owed) for code, line in self.by_code.items()}

    def is_complete(self, inputs: Mapping[str, JsonObject]) -> bool:
        """Whether each line was either not reported or reported with all that is owed."""
        if not self.by_code:
            return False
        owed = self.owed
        return not any(
            code in owed and not (given and owed[code] <= given.keys()) for code, given in inputs.items()
        )


@lru_cache(maxsize=4096)
def _unreported(rubric: Rubric, seat: Seat, milestone: str | None) -> _Blank:
    lines = tuple(
        BoardLine.of(duty, subject, NOTHING_YET)
        for duty in duties_at(rubric, seat, milestone)
        for subject in duty.subjects
    )
    own = all(line.subject == (seat.subject or seat.unit) for line in lines)
    return _Blank(lines, {line.code: line for line in lines} if own else {})


class Books:
    """The campaigns that one unit of work has come across."""

    def __init__(self, uow: UnitOfWork, library: Library) -> None:
        self._uow = uow
        self._library = library
        self._books: dict[int, Book | None] = {}

    def of(self, campaign_id: int) -> Book | None:
        """The book of that campaign, None where there is none."""
        if campaign_id not in self._books:
            campaign = self._uow.campaigns.get(campaign_id)
            self._books[campaign_id] = Book(self._uow, campaign, self._library) if campaign else None
        return self._books[campaign_id]
