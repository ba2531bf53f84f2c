"""What the room is given and what it gives back: a person's list, and one reading for each row of a message."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from scoring.model import Criterion, Input

Outcome = Literal["certain", "asks", "refused", "unread"]

MOST_CHOICES = 6
"""A question offers no more than this."""


@dataclass(frozen=True, slots=True)
class Task:
    """任务: one line of a person's own list.

    `ordinal` is the number shown (0: not shown), `inputs` what this person's unit reports, `subjects` the
    assessed units it may be reported for, `known` the inputs that have already been reported.
    """

    ordinal: int
    criterion: Criterion
    inputs: tuple[Input, ...]
    subjects: tuple[str, ...]
    done: bool = False
    known: Mapping[str, object] = field(default_factory=dict)


def main_of(task: Task) -> str | None:
    """The input that says how far a line is, where only one does."""
    named = [item for item in task.inputs if item.type == "choice"] or task.inputs
    return named[0].name if len(named) == 1 else None


@dataclass(frozen=True, slots=True)
class ReportItem:
    """上报内容: the values of one criterion for one subject, in the form of the scoring contract.

    Decimals are strings ("96.2"), counts integers, yes and no booleans, choices the catalogue's words.
    `words` is what the person told of the line, to be kept as evidence in text; then `inputs` may be empty.
    `before` is what stood in the place of these inputs when the person was asked (None for nothing), where he was.
    """

    criterion: Criterion
    subject: str | None
    inputs: Mapping[str, object]
    amend: bool = False
    words: str = ""
    before: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One numbered answer that a question offers, and what it would report: `item`, and `more` of a whole draft."""

    label: str
    item: ReportItem
    more: tuple[ReportItem, ...] = ()

    @property
    def items(self) -> tuple[ReportItem, ...]:
        """All that it would report."""
        return (self.item, *self.more)


@dataclass(frozen=True, slots=True)
class RowReading:
    """One row of a message as it was read.

    certain: `item` may be stored. asks: `question` with `choices` (none where a fresh value is needed).
    refused: `reason` says why and who can do it. unread: a row of a report that names nothing known.
    `task` is the line it is about, where that much is known: a bare value that follows belongs to it.
    """

    piece: str
    outcome: Outcome
    item: ReportItem | None = None
    question: str = ""
    choices: tuple[Answer, ...] = ()
    reason: str = ""
    task: Task | None = None
