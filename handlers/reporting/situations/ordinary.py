"""平常的读法: what the ordinary reading makes of an account, and whether the account asks for more."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.board import Board
from handlers.context import Context
from handlers.reading import ReportItem, RowReading
from handlers.reading.telling.groups import read_group
from handlers.reading.tokens.asides import bare
from handlers.reporting import report
from handlers.reporting.situations import levels, signs
from handlers.reporting.situations.figures import figures_in
from handlers.reporting.situations.items import code_of, is_figure, is_labelled, is_valued, items_of
from handlers.reporting.situations.parts import Part

_INEXACT: Final = "不是准数"
_TWICE: Final = "两个数对不上"
_POINTS: Final = re.compile("[两二三四五六七八九\\d][条点项]")
"""How many points a line has is no count of what was done."""
_SEVERAL: Final = 2
_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?")


class Ordinary:
    """The `rows` of the ordinary reading, and the `certain` ones of them."""

    def __init__(self, text: str, board: Board, context: Context) -> None:
        self._text, self._tasks = text, board.tasks()
        self.rows = report.read(text, context)[1]
        self.certain = [row for row in self.rows if row.outcome == "certain" and row.item]

    def leaves_more(self, parts: Sequence[Part]) -> bool:
        """Whether what is told asks for more than it makes of it."""
        if self._is_read() or self._is_stored() or self._is_drafted() or any(map(_is_refused, self.rows)):
            return False
        told = [
            part
            for part in parts
            if not part.places or any(levels.is_told(self._tasks[at]) for at in part.places)
        ]
        of_points = any(self._is_of_points(part) for part in told)
        if signs.counts(_POINTS.sub("", self._text) if of_points else self._text):
            return bool(told) or self._passes_over() or any(map(self._is_missed, parts))
        if of_points or not signs.tells_result(self._text):
            return False
        deficient = all(
            row.outcome == "unread" or (row.outcome == "asks" and not row.choices) for row in self.rows
        )
        if not all(part.certain for part in parts):
            return deficient and bool(told) and all(part.places for part in parts)
        return bool(told) and any(self._misread(part) for part in told)

    def suffices_beside(self, rows: Sequence[RowReading]) -> bool:
        """Whether the rows are nothing but what it found, or leave out a figure that it is certain of or drafts."""
        given = [item for row in rows for item in items_of(row)]
        drafted = [row for row in self.rows if row.item is None and len(row.choices) == 1]
        figures = [item for row in (*self.certain, *drafted) for item in items_of(row) if is_figure(item)]
        figures = [item for item in figures if any(value not in (0, "0") for value in item.inputs.values())]
        lost = any(not _is_among(item, given) for item in figures)
        return lost or all(row in self.rows for row in rows)

    def _is_of_points(self, part: Part) -> bool:
        """Whether the part speaks of several points of the list: 三条都有, and not 县级6个都建成了."""
        group = read_group(part.words)
        if group is None or group.kind != "every" or not (group.count and bare(group.head)):
            return group is not None
        points = [sum(item.type == "bool" for item in self._tasks[at].criterion.inputs) for at in part.places]
        return group.count in (len(self._tasks), *points)

    def _is_read(self) -> bool:
        """Whether all that is said are figures that were read, for certain or by their own names: 江苏名牌2个."""
        return self.is_covered() and all(map(self._is_fair, self.rows))

    def _is_stored(self) -> bool:
        """Whether every figure is read for certain, and what else is said tells of no deed."""
        if not self.certain or not all(is_figure(row.item) for row in self.certain if row.item):
            return False
        pieces = [bare(row.piece) for row in self.certain]
        left = [one for one in re.split(r"[，,；;。\n]", self._text) if bare(one) not in pieces]
        return not any(signs.counts(one) or signs.tells_deed(one) or signs.has_number(one) for one in left)

    def _is_drafted(self) -> bool:
        """Whether all that is said is one draft of several inputs of a line, yes or no among them."""
        if len(self.rows) != 1 or len(self.rows[0].choices) != 1 or "没读进去的" in self.rows[0].question:
            return False
        items = self.rows[0].choices[0].items
        values = list(items[0].inputs.values())
        return len(items) == 1 and len(values) >= _SEVERAL and any(isinstance(one, bool) for one in values)

    def is_covered(self) -> bool:
        """Whether every clause gives a figure that was read into a row."""
        offered = [list(items_of(row)) for row in self.rows]
        if not offered or not all(items and all(map(is_valued, items)) for items in offered):
            return False
        if any("没读进去的" in row.question for row in self.rows):
            return False
        said = [clause for clause in re.split(r"[，,；;。\n]", self._text) if bare(clause)]
        return len(said) <= sum(max(len(item.inputs) for item in items) for items in offered)

    def _is_fair(self, row: RowReading) -> bool:
        """Whether the row is certain, or the words beside the figures are those of what is offered."""
        if row.outcome == "certain":
            return True
        assessed = "自评" in self._text
        return all(
            is_labelled(item, row.piece, every=False) if is_figure(item) else assessed
            for item in items_of(row)
        )

    def _passes_over(self) -> bool:
        """Whether a clause that counts something is in no row that the figures were read into."""
        clauses = [clause for clause in re.split(r"[，,；;。\n]", self._text) if signs.counts(clause)]
        asked = [row for row in self.rows if row.outcome == "asks" and row.choices]
        if any("没读进去的" in row.question for row in asked):
            return True
        values = {str(value) for row in asked for item in items_of(row) for value in item.inputs.values()}
        return bool(asked) and any(values.isdisjoint(_FIGURE.findall(one)) for one in clauses)

    def _is_missed(self, part: Part) -> bool:
        """Whether the words give a figure of their one line that no row holds."""
        if len(part.places) != 1 or any(row.item or row.choices for row in self.rows):
            return False
        return bool(figures_in(self._tasks[part.places[0]], part.words).given)

    def _misread(self, part: Part) -> bool:
        """Whether no row speaks of that line, or some choice of the row does not."""
        codes = {self._tasks[at].criterion.code for at in part.places}
        for row in self.rows:
            chosen = [{item.criterion.code for item in choice.items} for choice in row.choices]
            if codes == {code_of(row)} and row.outcome == "certain":
                return False
            if chosen and all(codes <= one for one in chosen):
                return False
        return True


def _is_refused(row: RowReading) -> bool:
    """Whether the figures are no exact ones, or contradict each other."""
    return _INEXACT in row.question or _TWICE in row.reason


def _is_among(item: ReportItem, given: Sequence[ReportItem]) -> bool:
    return any(
        one.criterion.code == item.criterion.code and item.inputs.items() <= one.inputs.items()
        for one in given
    )
