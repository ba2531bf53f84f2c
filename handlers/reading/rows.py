"""From clauses to rows: values of one line gathered, filled in, and turned into what may be stored or is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from handlers.reading import questions
from handlers.reading.amendments import Amendment
from handlers.reading.asides import Times, is_unsure
from handlers.reading.book import Book
from handlers.reading.checklists import Checklist
from handlers.reading.clauses import Clause, parse
from handlers.reading.filling import Filled, Filler, Given, Values
from handlers.reading.lexing import Token
from handlers.reading.locating import Located, Locator, is_denial
from handlers.reading.numbers import Quantity
from handlers.reading.states import State
from handlers.reading.tasks import MOST_CHOICES, ReportItem, RowReading, Task
from handlers.reading.values import Certain, Doubtful, Said, verdict
from scoring.model import Input

_SILENT = frozenset({"yes", "no", "unknown"})
"""Words that say nothing when nothing has been asked."""


@dataclass(slots=True)
class _Draft:
    """Clauses that belong to the same line and subject; `lent` when later ones took its name."""

    located: Located
    subject: str | None
    line: int
    clauses: list[Clause] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    unsure: bool = False
    lent: bool = False

    @property
    def weighty(self) -> bool:
        """Whether it looks like a figure to be reported, whatever it is of."""
        figures = [one.said for one in self.given if isinstance(one.said, Quantity)]
        return self.subject is not None or any(
            figure.unit in ("%", "‰") or "." in figure.text for figure in figures
        )

    @property
    def piece(self) -> str:
        return " ".join(clause.piece for clause in self.clauses).strip()


class Rows:
    """Gathers the clauses of one message; a heading, or the line before, lends its name to what follows."""

    def __init__(self, tasks: Sequence[Task], book: Book, pending: Task | None, year: int | None) -> None:
        self._tasks, self._book, self._year = tasks, book, year
        self._asked = _place_of(pending, tasks)
        self.locator = Locator(book, tasks, self.filler)
        self._drafts: list[_Draft] = []
        self._lender: _Draft | None = None
        self._subject: str | None = None
        self._line = 0
        self.doubted = False

    def filler(self, place: int) -> Filler:
        """What fills the inputs of that place of the list."""
        return Filler(self._tasks[place], self._book.roles[place], place == self._asked, self._year)

    def add(self, clauses: Sequence[Clause]) -> None:
        """Take the clauses of one more line."""
        self._line += 1
        for clause in clauses:
            located = self.locator.locate(clause)
            subject = self._book.subjects.get(clause.subject or "")
            if clause.said is None:
                self._add_heading(clause, located, subject)
            else:
                self._add_value(clause, located, subject)

    def _add_heading(self, clause: Clause, located: Located, subject: str | None) -> None:
        """A clause without a value: a heading, or a line whose value is still wanted."""
        if subject is not None and not located.named:
            self._subject = subject
        self.doubted |= is_unsure(clause.words)
        known = len(located.places) == 1 or located.foreign is not None
        if located.named and located.sure and known:
            self._lender = _Draft(located, subject, self._line, [clause])
            self._drafts.append(self._lender)
        elif clause.meaning:
            unknown = replace(located, places=(), named=True)
            self._drafts.append(_Draft(unknown, subject, self._line, [clause], lent=True))

    def _add_value(self, clause: Clause, located: Located, subject: str | None) -> None:
        last = self._drafts[-1] if self._drafts else None
        if last is not None and last.given and last.line != self._line:
            last = None
        named = located.named
        if not named:
            located = self._inherited(located, clause, last)
        same = last is not None and last.located.places == located.places
        if (
            last is None
            or not same
            or (named and self._is_apart(last, clause, located))
            or subject not in (None, last.subject)
        ):
            last = _Draft(located, subject or self._subject, self._line)
            self._drafts.append(last)
        if len(located.places) == 1:
            self._lender = last
        inputs = located.inputs_of(located.places[0]) if len(located.places) == 1 else frozenset()
        if clause.said is not None:
            last.given.append(Given(clause.said, inputs, located.times))
        last.clauses.append(clause)
        last.unsure |= clause.unsure or not located.sure

    def _is_apart(self, last: _Draft, clause: Clause, located: Located) -> bool:
        """Whether a named value begins a row of its own, though it may be of the same line."""
        return clause.located or located.foreign is not None or not located.places

    def _inherited(self, located: Located, clause: Clause, last: _Draft | None) -> Located:
        """The line of a value that names none: the heading's, the one before, the one asked for, or any it fits."""
        lender = self._lender if last is None and clause.subject is not None else last
        if lender is not None and lender is last and self._unexplained(lender) and self._asked is not None:
            return replace(located, places=(self._asked,), sure=False)
        if lender is not None:
            lender.lent = not lender.given
            lender.unsure |= clause.apart and bool(lender.given)
            return replace(lender.located, times=_later(lender.located, located))
        listed = isinstance(clause.said, Quantity) and self._may_be_listed(clause.said)
        if self._asked is not None:
            return replace(located, places=(self._asked,), sure=not (listed and "." in clause.text))
        if is_denial(clause.said):
            found = self.locator.incidents(located.times)
            spoken = isinstance(clause.said, State) and clause.said.kind == "quiet"
            return replace(found, sure=found.sure and spoken)
        if clause.said is None:
            return located
        found = self.locator.unnamed(clause.said, located.times)
        return replace(found, sure=found.sure and not listed)

    def _unexplained(self, draft: _Draft) -> bool:
        """Whether its words name nothing known, or rather a target."""
        located = draft.located
        if any(is_unsure(clause.words) for clause in draft.clauses):
            return True
        return located.named and not located.places and located.foreign is None and not located.lost

    def _weigh(self) -> None:
        """A value with unknown words beside one that is understood: another value of its line, or a detail.

        覆盖率98 整改后100 makes both doubtful; 抽查120批次，合格率98.3% leaves the rate certain and says no more.
        """
        for odd in [draft for draft in self._drafts if self._unexplained(draft)]:
            beside = [
                other for other in self._drafts if other.line == odd.line and len(other.located.places) == 1
            ]
            for other in beside:
                filler = self.filler(other.located.places[0])
                taken = any(filler.takes(one.said) for one in odd.given)
                other.unsure |= taken
                odd.lent |= (
                    not taken
                    and odd is not other
                    and all(isinstance(one.said, Quantity) and one.said.unit for one in odd.given)
                )

    def _may_be_listed(self, said: Quantity) -> bool:
        """Whether a figure could be a code or place of the list, or begin with a place (2.100 for 2. 100)."""
        whole = said.text.partition(".")[0]
        return said.text in self._book.heads or (whole != said.text and whole in self._book.heads)

    def readings(self) -> tuple[RowReading, ...]:
        """One reading for each row, in the message's order; none where no row says anything of the list."""
        self._weigh()
        wanted = [draft for draft in self._drafts if not draft.lent]
        found = tuple(reading for draft in wanted if (reading := self._row(draft)) is not None)
        if any(draft.weighty for draft in wanted) or any(reading.outcome != "unread" for reading in found):
            return found
        return tuple(reading for reading in found if not questions.is_unknown_line(reading))

    def _row(self, draft: _Draft) -> RowReading | None:
        located, piece = draft.located, draft.piece
        if located.foreign is not None:
            return questions.not_yours(piece, located.foreign.criterion, located.foreign.inputs)
        if located.lost:
            return questions.no_such_place(piece, self._tasks)
        if not located.named and self._asked is None:
            if _says_nothing(draft.given):
                return None
            if _says(draft.given, "same"):
                return questions.no_reference(piece)
        if not located.places:
            return self._nowhere(draft)
        if len(located.places) > 1:
            return questions.which_line(piece, questions.answers(self._guesses(draft), self._tasks))
        return self._of_line(draft, self._tasks[located.places[0]])

    def _nowhere(self, draft: _Draft) -> RowReading:
        if is_denial(draft.given[0].said if draft.given else None):
            return questions.no_incident_line(draft.piece)
        return questions.unknown_line(draft.piece)

    def _guesses(self, draft: _Draft) -> Iterator[ReportItem]:
        share = max(1, MOST_CHOICES // len(draft.located.places))
        for place in draft.located.places:
            given = [replace(one, inputs=draft.located.inputs_of(place)) for one in draft.given]
            for values in _sets(self.filler(place).fill(given))[:share]:
                yield from self._items(self._tasks[place], values, draft.subject)

    def _items(
        self, task: Task, values: Values, subject: str | None, *, amend: bool = False
    ) -> Iterator[ReportItem]:
        for assessed in [subject] if subject in task.subjects else task.subjects:
            yield ReportItem(task.criterion, assessed, values, amend)

    def _of_line(self, draft: _Draft, task: Task) -> RowReading:
        """One line of the list, with its values."""
        piece = draft.piece
        if draft.subject is not None and draft.subject not in task.subjects:
            return questions.other_subject(piece, draft.subject)
        if not draft.given:
            return questions.wanted(piece, task)
        filled = self.filler(draft.located.places[0]).fill(draft.given)
        if filled.problem:
            return questions.impossible(piece, task, filled.problem)
        items = [item for values in _sets(filled) for item in self._items(task, values, draft.subject)]
        choices = questions.answers(items, self._tasks)
        if len({item.subject for item in items}) > 1:
            return questions.which_subject(piece, choices, task)
        if filled.values is not None and not draft.unsure:
            return RowReading(piece, "certain", item=items[0], task=task)
        return questions.which_meaning(piece, choices, task)

    def amend(self, amendment: Amendment, piece: str) -> RowReading:
        """A correction; always asked about before it takes the place of what is stored."""
        located = self.locator.locate(self._amended_clause(amendment))
        if located.foreign is not None:
            return questions.not_yours(piece, located.foreign.criterion, located.foreign.inputs)
        places = located.places or (() if located.named else self._stored(amendment))
        items = [
            item for place in places for item in self._amended(place, amendment, located.inputs_of(place))
        ]
        return questions.which_amendment(piece, questions.answers(items, self._tasks), self._tasks)

    def _amended_clause(self, amendment: Amendment) -> Clause:
        """What stands before the correction, as a clause with the new value."""
        return self.head(amendment.words, amendment.new)

    def head(self, words: str, said: Said) -> Clause:
        """Words and the value behind them as one clause."""
        end = len(words)
        tokens = [*self._book.lexer.tokens(words), Token("value", "", end, end, said)]
        clauses = parse(words, tokens, self._book.heads)
        return clauses[-1] if len(clauses) == 1 else Clause(0, words, said=said, unsure=True)

    def _stored(self, amendment: Amendment) -> tuple[int, ...]:
        """The lines that hold the old value; without one, those already reported that could have the new one."""
        holding = tuple(
            place for place, task in enumerate(self._tasks) if amendment.old and _holding(task, amendment)
        )
        reported = tuple(place for place, task in enumerate(self._tasks) if task.known)
        return holding or tuple(place for place in reported if self.filler(place).takes(amendment.new))

    def _amended(self, place: int, amendment: Amendment, named: frozenset[str]) -> Iterator[ReportItem]:
        task = self._tasks[place]
        taking = [item for item in task.inputs if verdict(item, amendment.new) is not None]
        choice = [item for item in taking if item.name in named] or taking
        held = [item for item in choice if item in _holding(task, amendment)]
        for item in held or [item for item in choice if item.name in task.known] or choice:
            judged = verdict(item, amendment.new)
            guesses = (judged.value,) if isinstance(judged, Certain) else ()
            for value in judged.guesses if isinstance(judged, Doubtful) else guesses:
                yield from self._items(task, {item.name: value}, None, amend=True)

    def check(self, found: Checklist, piece: str) -> RowReading | None:
        """做了1、3，没做2 on the line that stands before it, or that was asked for.

        Without either, 1做了2没做 are places of the list like any other.
        """
        clause = self.head(found.head, State("", "yes"))
        located = self.locator.locate(clause)
        if located.foreign is not None:
            return questions.not_yours(piece, located.foreign.criterion, located.foreign.inputs)
        places, sure = located.places, located.sure and not clause.unsure
        if not located.named:
            if self._asked is None and found.listed_first:
                return None
            several = [at for at, task in enumerate(self._tasks) if len(_checks(task)) > 1]
            places = (self._asked,) if self._asked is not None else tuple(several)
            sure = self._asked is not None and not found.circled
        if min(found.marks) < 1 or not any(_checks(self._tasks[place]) for place in places):
            return None
        return self._checked(places, found.marks, piece, sure=sure and len(places) == 1)

    def _checked(
        self, places: Sequence[int], marks: Mapping[int, bool], piece: str, *, sure: bool
    ) -> RowReading:
        fitting = [self._tasks[place] for place in places if len(_checks(self._tasks[place])) >= max(marks)]
        items = [
            item
            for task in fitting
            for item in self._items(
                task, {_checks(task)[point - 1].name: marks[point] for point in marks}, None
            )
        ]
        if sure and len(items) == 1:
            return RowReading(piece, "certain", item=items[0], task=fitting[0])
        if not items and len(places) == 1:
            return questions.wanted(piece, self._tasks[places[0]])
        return questions.which_line(piece, questions.answers(items, self._tasks))


def _sets(filled: Filled) -> tuple[Values, ...]:
    return (filled.values,) if filled.values is not None else filled.options


def _later(lender: Located, located: Located) -> Times:
    return located.times if located.times.role or located.times.year else lender.times


def _says_nothing(given: Sequence[Given]) -> bool:
    return bool(given) and all(isinstance(one.said, State) and one.said.kind in _SILENT for one in given)


def _says(given: Sequence[Given], kind: str) -> bool:
    return any(isinstance(one.said, State) and one.said.kind == kind for one in given)


def _checks(task: Task) -> list[Input]:
    return [item for item in task.inputs if item.type == "bool"]


def _holding(task: Task, amendment: Amendment) -> list[Input]:
    """The inputs of a task that hold the old value of a correction."""
    if amendment.old is None:
        return []
    found = []
    for item in task.inputs:
        judged = verdict(item, amendment.old)
        meant = (judged.value,) if isinstance(judged, Certain) else ()
        if item.name in task.known and task.known[item.name] in (*meant, *_guesses(judged)):
            found.append(item)
    return found


def _guesses(judged: object) -> tuple[object, ...]:
    return judged.guesses if isinstance(judged, Doubtful) else ()


def _place_of(pending: Task | None, tasks: Sequence[Task]) -> int | None:
    if pending is None:
        return None
    codes = [task.criterion.code for task in tasks]
    return codes.index(pending.criterion.code) if pending.criterion.code in codes else None
