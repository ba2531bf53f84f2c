"""所问: a question of somebody who reports, and the lines of the list that it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from handlers.board import Board, BoardLine, board_of, later_board
from handlers.context import Context
from handlers.reading import Task
from handlers.wording import clip, leaf_name, plain
from scoring.model import Criterion

_WHOLE: Final = 260
_IN_SHORT: Final = 90
_EACH: Final = re.compile("(?:各|每个?|[两三四五几]个?|哪个?)[县区市](?!质|农|场)|各得|分别")


@dataclass(frozen=True)
class Question:
    """What was asked: `text` without the names of the speaker's own unit, `leaves` what it is about.

    `beside` are the leaves that only what stands beside the question names; `among` the lines of which one is meant
    that the text does not tell apart.
    """

    text: str
    context: Context
    leaves: tuple[Criterion, ...] = ()
    beside: tuple[Criterion, ...] = ()
    among: tuple[Criterion, ...] = ()

    @cached_property
    def board(self) -> Board:
        """The speaker's list as it is now."""
        return board_of(self.context)

    @cached_property
    def later(self) -> Board:
        """What the speaker reports at the milestones to come."""
        return later_board(self.context)

    @cached_property
    def office(self) -> str:
        """Whom of the office to ask: 质强办的周宁."""
        people = self.context.uow.roster.list(self.context.speaker.campaign.id, role="office")
        names = [person.name for person in people if person.active]
        return f"质强办的{names[0]}" if names else "质强办"

    def lines_of(self, leaf: Criterion) -> tuple[BoardLine, ...]:
        """The own lines of that leaf, of the assessed unit that the text names; none for somebody else's leaf."""
        lines = [line for line in (*self.board.lines, *self.later.lines) if line.code == leaf.code]
        return tuple(self._named(lines) or lines)

    def _named(self, lines: Sequence[BoardLine]) -> list[BoardLine]:
        return [line for line in lines if line.subject in self.text or line.subject[:-1] in self.text]

    def of_subjects(self) -> tuple[BoardLine, ...]:
        """The lines of the assessed units that the text names, of who reports for several; none for no such name.

        各区 and 三个县 name them all.
        """
        subjects = {line.subject for line in self.board.lines}
        if len(subjects) < len("两家"):
            return ()
        named = tuple(self._named(self.board.lines))
        return named or (self.board.lines if _EACH.search(self.text) else ())

    def title(self, leaf: Criterion) -> str:
        """②19.2 with the name where it is on the speaker's list, else the code with the name."""
        line = self.board.line(leaf.code)
        if line is None or leaf.code.isdecimal():
            return line.title if line is not None else f"{leaf.code} {leaf_name(leaf)}"
        return f"{line.mark}{leaf.code} {leaf_name(leaf)}"

    def quoted(self, leaf: Criterion) -> str:
        """The printed clause; of several leaves each in short, with the way to the whole of it."""
        text = clause_of(leaf)
        if (own := leaf.targets.get(self.context.seat.subject)) is not None:
            text = f"{self.context.seat.subject}{plain(own)}（{text}）"
        if len(self.leaves) <= len("两项") or len(text) <= _IN_SHORT:
            return clip(text, _WHOLE)
        line = self.board.line(leaf.code)
        return (
            f"{clip(text, _IN_SHORT)}（全文回“详情 {line.duty.ordinal if line is not None else leaf.code}”）"
        )

    def others(self) -> tuple[Task, ...]:
        """Everybody's lines that run now."""
        rubric, running = self.context.rubric, (None, self.context.milestone)
        return tuple(
            Task(ordinal=0, criterion=leaf, inputs=leaf.inputs, subjects=())
            for leaf in rubric.criteria
            if leaf.milestone in running
        )

    def leaves_of_list(self) -> tuple[Criterion, ...]:
        """The leaves of the list, each once."""
        return tuple({line.code: line.criterion for line in self.board.lines}.values())


def clause_of(leaf: Criterion) -> str:
    """The printed clause on one line."""
    return " ".join(leaf.clause.split())
