"""任务清单: the lines that a person's unit has to report now, numbered, with what has arrived for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from handlers.access import duties, subjects_of
from handlers.context import Context
from handlers.people.speaker import Seat
from handlers.reading import Task
from handlers.reading.tokens.asides import split_times
from handlers.review.decisions import LeafRecord, records_of
from handlers.wording import circled, leaf_name, wanted_word
from scoring.model import Criterion, Input, Rubric
from store.unit_of_work import UnitOfWork

NOTHING_YET = LeafRecord(None)


@dataclass(frozen=True, slots=True)
class Duty:
    """A leaf that the unit reports, before anything is known of its state."""

    ordinal: int
    criterion: Criterion
    inputs: tuple[Input, ...]
    subjects: tuple[str, ...]
    owed: tuple[Input, ...]
    mark: str
    """① as shown on the list; the code where the leaf is not on it yet."""
    title: str
    """① with the leaf's name."""

    @classmethod
    def of(
        cls, ordinal: int, criterion: Criterion, inputs: tuple[Input, ...], subjects: tuple[str, ...]
    ) -> "Duty":
        """The duty under that number, 0 for none; what it is called is put together once."""
        mark = circled(ordinal) if ordinal else f"{criterion.code} "
        owed = tuple(item for item in inputs if is_owed(item))
        return cls(ordinal, criterion, inputs, subjects, owed, mark, f"{mark}{leaf_name(criterion)}")


def is_owed(item: Input) -> bool:
    """Whether a report is incomplete without that input."""
    return not item.optional and item.default is None and item.source != "assessor"


def wants_a_word(criterion: Criterion) -> bool:
    """Whether a leaf that an assessor judges waits for at least something from the unit (平顶山)."""
    return criterion.kind == "assessed"


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One leaf of one assessed unit on a person's list.

    `known` is what anybody has reported for the leaf, in the form of the scoring contract; `missing` the
    obligatory inputs of this unit that nobody has given yet.
    """

    duty: Duty
    subject: str
    record: LeafRecord
    known: Mapping[str, object]
    missing: tuple[Input, ...]

    @classmethod
    def of(cls, duty: Duty, subject: str, record: LeafRecord) -> "BoardLine":
        """The line for what is on record."""
        known = record.inputs
        missing = duty.owed if not known else tuple(item for item in duty.owed if item.name not in known)
        return cls(duty, subject, record, known, missing)

    @property
    def criterion(self) -> Criterion:
        """The leaf."""
        return self.duty.criterion

    @property
    def code(self) -> str:
        """The leaf's code."""
        return self.duty.criterion.code

    @property
    def done(self) -> bool:
        """Whether this unit owes nothing more here; what was returned is owed again."""
        if self.missing or self.record.returned:
            return False
        return bool(self.known) or not wants_a_word(self.criterion)

    @property
    def mark(self) -> str:
        """① as shown on the list; the code where the leaf is not on it yet."""
        return self.duty.mark

    @property
    def how_to_report(self) -> str:
        """What the person would type, such as “1 数值”."""
        return f"{self.duty.ordinal} {wanted_word(self.missing or self.duty.inputs)}"

    @property
    def title(self) -> str:
        """① with the leaf's name."""
        return self.duty.title


def standing_values(line: BoardLine, names: Iterable[str]) -> dict[str, object]:
    """What stands on the line for those inputs, None for nothing: what a draft that replaces them is said back about."""
    return {name: line.known.get(name) for name in names}


class Board:
    """The numbered list of one person: first the running milestone, then what is not bound to one."""

    def __init__(self, lines: Sequence[BoardLine]) -> None:
        self.lines = tuple(lines)
        self._tasks: tuple[Task, ...] | None = None

    @cached_property
    def missing(self) -> tuple[BoardLine, ...]:
        """The lines on which something is still owed."""
        return tuple(line for line in self.lines if not line.done)

    def tasks(self) -> tuple[Task, ...]:
        """The list as the reading room wants it: one task a leaf."""
        if self._tasks is None:
            self._tasks = self._made_tasks()
        return self._tasks

    def _made_tasks(self) -> tuple[Task, ...]:
        tasks: dict[str, Task] = {}
        owed = {line.duty.criterion.code for line in self.missing}
        for line in self.lines:
            duty = line.duty
            if duty.criterion.code not in tasks:
                tasks[duty.criterion.code] = Task(
                    ordinal=duty.ordinal,
                    criterion=duty.criterion,
                    inputs=duty.inputs,
                    subjects=duty.subjects,
                    done=duty.criterion.code not in owed,
                    known=line.known if len(duty.subjects) == 1 else {},
                )
        return tuple(tasks.values())

    def line(self, code: str, subject: str | None = None) -> BoardLine | None:
        """The line of that leaf (and assessed unit), or None where it is not on the list."""
        for line in self.lines:
            if line.criterion.code == code and subject in (None, line.subject):
                return line
        return None

    def of_ordinal(self, ordinal: int) -> tuple[BoardLine, ...]:
        """The lines under that number."""
        return tuple(line for line in self.lines if line.duty.ordinal == ordinal)


def board_of(context: Context, mentioning: str = "") -> Board:
    """The speaker's list with what is stored for it; two queries.

    A leaf of a milestone that has not begun is left out unless the text `mentioning` names its code or milestone.
    """
    own = duties_of(context)
    if mentioning:
        own += tuple(duty for duty in _ahead(context, own) if _is_named(duty.criterion, mentioning))
    key = "board", tuple(duty.criterion.code for duty in own)
    return context.once(key, lambda: load_board(context.uow, context.speaker.campaign.id, own))


def later_board(context: Context) -> Board:
    """What the speaker has to report at milestones that have not begun; two queries."""
    ahead = _ahead(context, duties_of(context))
    return context.once("later", lambda: load_board(context.uow, context.speaker.campaign.id, ahead))


def duties_of(context: Context) -> tuple[Duty, ...]:
    """The speaker's duties at this time."""
    return duties_at(context.rubric, context.seat, context.milestone)


def _ahead(context: Context, own: Sequence[Duty]) -> tuple[Duty, ...]:
    """The speaker's duties at milestones that have not begun, without numbers."""
    if len(context.rubric.milestones) <= 1:
        return ()
    listed = {duty.criterion.code for duty in own}
    whole_year = duties_at(context.rubric, context.seat, context.rubric.milestones[-1].id)
    return tuple(
        Duty.of(0, duty.criterion, duty.inputs, duty.subjects)
        for duty in whole_year
        if duty.criterion.code not in listed
    )


def _is_named(criterion: Criterion, text: str) -> bool:
    """Whether the text says its code or its milestone: 前三季度, 全年."""
    return criterion.code.lower() in text.lower() or split_times(text)[1].period == criterion.milestone


def load_board(uow: UnitOfWork, campaign_id: int, own: Sequence[Duty]) -> Board:
    """The list of those duties with what is stored for them; two queries."""
    subjects = {subject for duty in own for subject in duty.subjects}
    records = records_of(
        uow,
        campaign_id,
        codes=[duty.criterion.code for duty in own],
        subject=next(iter(subjects)) if len(subjects) == 1 else None,
    )
    return Board(
        [
            BoardLine.of(duty, subject, records.get((duty.criterion.code, subject), NOTHING_YET))
            for duty in own
            for subject in duty.subjects
        ]
    )


def duties_of_unit(unit: str, context: Context) -> tuple[Duty, ...]:
    """What the contacts of that unit have to report now, numbered as they see it."""
    name = context.rubric.unit_aliases.get(unit, unit)
    seat = Seat.of_unit(name, context.speaker.campaign.subjects)
    return duties_at(context.rubric, seat, context.milestone)


@lru_cache(maxsize=4096)
def duties_at(rubric: Rubric, seat: Seat, milestone: str | None) -> tuple[Duty, ...]:
    """What a seat has to report while that milestone runs, numbered.

    The running milestone comes first, then what belongs to none, then the milestones before it.
    Where a rubric's codes are plain whole numbers (towns) the list is numbered by those codes.
    """
    order = tuple(node.id for node in rubric.milestones)
    reached = order[: order.index(milestone) + 1] if milestone in order else ()
    rank = {milestone: 0, None: 1} | {past: 2 for past in reached if past != milestone}
    own = [
        (criterion, inputs)
        for criterion in rubric.criteria
        if criterion.milestone in rank
        and (inputs := duties(seat, rubric, criterion))
        and _has_task(seat, criterion)
    ]
    own.sort(key=lambda pair: rank[pair[0].milestone])
    by_code = all(criterion.code.isdecimal() for criterion in rubric.criteria)
    return tuple(
        Duty.of(
            int(criterion.code) if by_code else place,
            criterion,
            inputs,
            subjects_of(seat, rubric, criterion),
        )
        for place, (criterion, inputs) in enumerate(own, start=1)
    )


def _has_task(seat: Seat, criterion: Criterion) -> bool:
    """A blank cell of the table of targets means that the assessed unit has no task there."""
    subject = seat.subject or seat.unit
    return subject not in criterion.targets or criterion.targets[subject] is not None
