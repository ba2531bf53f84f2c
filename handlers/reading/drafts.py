"""The rows of a message in the making: clauses gathered by line and subject, names lent from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from handlers.reading.clauses import Clause
from handlers.reading.filling import Given, takes
from handlers.reading.naming.locating import Located, Locator, is_denial
from handlers.reading.numbers import Quantity
from handlers.reading.tokens.asides import is_unsure
from handlers.reading.tokens.states import State
from handlers.reading.values import Said


@dataclass(slots=True)
class Draft:
    """Clauses that belong to the same line and subject.

    `unsure` where something beside the values stays doubtful; `lent` where the draft is no row of its own: a
    heading whose name later values took, or a detail. `latest` is where its last clause belongs: 12331是98.6去年97
    behind 12315's rate gives last year's rate of 12331.
    """

    located: Located
    subject: str | None
    line: int
    clauses: list[Clause] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    unsure: bool = False
    lent: bool = False
    latest: Located | None = None

    @property
    def piece(self) -> str:
        """The row as typed."""
        return " ".join(clause.piece for clause in self.clauses).strip()

    @property
    def weighty(self) -> bool:
        """Whether it looks like a figure to be reported, whatever it is of."""
        if self.subject is not None:
            return True
        figures = [one.said for one in self.given if isinstance(one.said, Quantity)]
        return any(figure.unit in ("%", "‰") or "." in figure.text for figure in figures)

    @property
    def unexplained(self) -> bool:
        """Whether its words name nothing known, or rather a target."""
        located = self.located
        if any(is_unsure(clause.words) for clause in self.clauses):
            return True
        return located.named and not located.places and located.foreign is None and not located.lost

    def add(self, clause: Clause, located: Located) -> None:
        """Take one more value."""
        inputs = located.inputs_of(located.places[0]) if len(located.places) == 1 else frozenset()
        if clause.said is not None:
            self.given.append(Given(clause.said, inputs, located.times))
        self.clauses.append(clause)
        self.latest = located
        self.unsure |= clause.unsure or not located.sure
        self.lent = False


class Drafts:
    """Gathers the clauses of one message; `doubted` once its words make everything uncertain."""

    def __init__(self, locator: Locator) -> None:
        self._locator = locator
        self._drafts: list[Draft] = []
        self._lender: Draft | None = None
        self._subject: str | None = None
        self._line = 0
        self.doubted = False

    def add(self, clauses: Sequence[Clause]) -> None:
        """Take the clauses of one more line."""
        self._line += 1
        for clause in clauses:
            located = self._locator.locate(clause)
            subject = self._locator.book.subjects.get(clause.subject or "")
            if clause.said is None:
                self._add_heading(clause, located, subject)
            else:
                self._add_value(clause, located, subject)

    def finished(self) -> list[Draft]:
        """The drafts that are rows of their own, in the message's order."""
        self._weigh()
        return [draft for draft in self._drafts if not draft.lent]

    def _add_heading(self, clause: Clause, located: Located, subject: str | None) -> None:
        """A clause without a value: a heading, or a line whose value is still wanted."""
        if subject is not None and not located.named:
            self._subject = subject
        self.doubted |= is_unsure(clause.words)
        known = located.sure and (len(located.places) == 1 or located.foreign is not None)
        if located.named and (known or len(located.places) > (clause.place is None)):
            self._lender = Draft(located, subject, self._line, [clause])
            self._drafts.append(self._lender)
        elif clause.meaning:
            unknown = replace(located, places=(), named=True)
            self._drafts.append(Draft(unknown, subject, self._line, [clause], lent=True))

    def _add_value(self, clause: Clause, located: Located, subject: str | None) -> None:
        if subject is not None and not any(subject in task.subjects for task in self._locator.tasks):
            self._subject = subject
        last = self._last()
        located = self._of_last(located, clause, last)
        further = not located.named
        if further:
            located = self._inherited(located, clause, last)
        further |= not clause.located and located.foreign is None and bool(located.places)
        same = last is not None and further and last.located.places == located.places
        if last is None or not same or subject not in (None, last.subject):
            last = Draft(located, subject or self._subject, self._line)
            self._drafts.append(last)
        if len(located.places) == 1:
            self._lender = last
        last.add(clause, located)

    def _of_last(self, located: Located, clause: Clause, last: Draft | None) -> Located:
        """任务50家 behind 体系认证52家 is another input of that line, not whatever else is called so."""
        if last is None or not last.given or clause.located or not located.named:
            return located
        if len(last.located.places) != 1 or last.located.places == located.places:
            return located
        if self._adds(clause, located, last):
            return replace(located, places=last.located.places, inputs=(), foreign=None, sure=False)
        named = self._locator.labelled(last.located.places[0], clause)
        if not named:
            return located
        place = last.located.places[0]
        return replace(located, places=(place,), inputs=((place, named),), foreign=None, sure=True)

    def _adds(self, clause: Clause, located: Located, last: Draft) -> bool:
        """领导小组也成立了 behind another state: no line of its own where only a heading is called so."""
        if not isinstance(clause.said, State) or "也" not in clause.words:
            return False
        stated = all(isinstance(one.said, State) for one in last.given)
        return stated and not any(located.inputs_of(place) for place in located.places)

    def _last(self) -> Draft | None:
        """The draft that a value may continue: of the same line, or a heading still without values."""
        last = self._drafts[-1] if self._drafts else None
        return None if last is not None and last.given and last.line != self._line else last

    def _inherited(self, located: Located, clause: Clause, last: Draft | None) -> Located:
        """The line of a value that names none: that of the value before, or of the heading, or the one asked for."""
        lender = self._lender if last is None and clause.subject is not None else last
        if lender is None or (lender.unexplained and self._locator.asked is not None):
            return self._nameless(located, clause, sure=lender is None)
        lender.lent = not lender.given
        lender.unsure |= bool(lender.given) and (
            (clause.apart and clause.subject in (None, lender.subject))
            or self._may_be_next(clause, lender.clauses[-1])
        )
        before = lender.latest or lender.located
        times = located.times if located.times.role or located.times.year else before.times
        return replace(before, times=times)

    def _may_be_next(self, clause: Clause, before: Clause) -> bool:
        """Whether ⑥100%，7.88% gives ⑥ a second value or line 7 its 88%."""
        dotted = isinstance(clause.said, Quantity) and "." in clause.said.text
        return (dotted or clause.segment != before.segment) and self._may_be_listed(clause.said)

    def _nameless(self, located: Located, clause: Clause, *, sure: bool) -> Located:
        """The line asked for, the one where 没有发生 is an answer, or whatever the value fits."""
        said, asked = clause.said, self._locator.asked
        listed = self._may_be_listed(said)
        if asked is not None:
            return replace(located, places=(asked,), sure=sure and not (listed and "." in clause.text))
        if said is None:
            return located
        if not is_denial(said):
            found = self._locator.unnamed(said, located.times)
            return replace(found, sure=found.sure and not listed)
        found = self._locator.incidents(located.times)
        return replace(found, sure=found.sure and isinstance(said, State) and said.kind == "quiet")

    def _may_be_listed(self, said: Said | None) -> bool:
        """Whether a figure could be a code or place of the list, or begin with a place (2.100 for 2. 100)."""
        if not isinstance(said, Quantity):
            return False
        heads = self._locator.book.heads
        whole, point, _ = said.text.partition(".")
        return (said.bare and said.text in heads) or (bool(point) and whole in heads)

    def _weigh(self) -> None:
        """A value with unknown words beside one that is understood: another value of its line, or a detail.

        覆盖率98 整改后100 makes both doubtful; 抽查120批次，合格率98.3% leaves the rate certain and says no more.
        """
        for odd in self._drafts:
            if not odd.unexplained:
                continue
            counted = all(isinstance(one.said, Quantity) and one.said.unit for one in odd.given)
            for other in self._drafts:
                if other.line == odd.line and len(other.located.places) == 1:
                    task = self._locator.tasks[other.located.places[0]]
                    taken = any(takes(task, one.said) for one in odd.given)
                    other.unsure |= taken
                    if taken and other is not odd and any(is_unsure(clause.words) for clause in odd.clauses):
                        other.given += odd.given
                        odd.lent = True
                    odd.lent |= counted and not taken and other is not odd
