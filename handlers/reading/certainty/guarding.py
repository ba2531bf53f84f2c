"""把关: no value is offered, nor stored, that the words beside its figure speak against; what is left is asked honestly."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from handlers.reading.certainty import objecting, questions
from handlers.reading.certainty.doubts import (
    is_disputed,
    is_inexact,
    is_one_of_two,
    is_only_applied,
    is_pending,
    is_unfounded,
    is_unmeant,
    tells_pending,
)
from handlers.reading.certainty.evidence import Evidence, evidence_in, names_a_line
from handlers.reading.certainty.verdicts import Certain
from handlers.reading.labels import answers
from handlers.reading.naming import marks
from handlers.reading.naming.locating import Locator
from handlers.reading.naming.marks import differs, is_another_rate, kinds_in, levels_in, part_of
from handlers.reading.naming.topics import core, spoken
from handlers.reading.shares import fits_its_unit
from handlers.reading.tasks import Answer, ReportItem, RowReading
from handlers.reading.telling.standings import read_saying
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.figures import Segment, segments_of
from handlers.reading.values import verdict
from handlers.wording import plain
from scoring.model import Criterion, Input

Objection = Literal["pending", "disputed", "inexact", "unit", "part", "kind", "other"]
_NAMES_ELSE: Final = re.compile(
    "立案|办案|破案|案件|案值|罚|没收|移送|执法|出动|处理|处置|办理|受理|结案|诉|约谈|整改|隐患|责令|下发|下达|培训|宣传|发放|接待"
    "|面积|产值|户籍|[^格成务品]率"
)
"""Deeds and things that no line of the rubric speaks of in any word that tells: 立案23起."""
_PLACE: Final = re.compile(r"^\s*(?:第?\d{1,2}[项条个]?|[①-⑳])[.、\s]*")
_CLAUSES: Final = re.compile(r"[，,;；\n]|(?<=[了过好齐做办建有动])\s")
_NAMING: Final = 3
_UNREAD: Final = re.compile("没读进去的：[^。]*。")


Found = tuple[Objection, Evidence]


def guarded(
    text: str, segments: Sequence[Segment], rows: Sequence[RowReading], locator: Locator
) -> tuple[RowReading, ...]:
    """The rows of a message, without what the words of its segments speak against."""
    if not any(row.item is not None or row.choices for row in rows):
        return tuple(rows)
    guard = Guard(text, segments, locator)
    return (*objecting.together(guard.over(rows)), *guard.promised(rows))


def _doubted(one: Evidence, wanted: Input) -> Objection | None:
    """What the words around the figure say against it, whatever line it is of."""
    if is_disputed(one.figure, one.stretch) or is_unmeant(one.figure):
        return "disputed"
    if is_pending(one.stretch, wanted):
        return "pending"
    if is_inexact(one.figure):
        return "inexact"
    fits = fits_its_unit(one.figure, one.words, wanted) and not is_another_rate(one.words, wanted)
    return None if fits else "unit"


class Guard:
    """Looks over the rows of one message; in a table it is the columns that tell what a figure is of."""

    def __init__(self, text: str, segments: Sequence[Segment], locator: Locator) -> None:
        self._text, self._segments, self._locator = text, segments, locator
        self._tabbed = "\t" in text
        self._kinship = locator.book.kinship
        self._told = tuple(evidence_in(segments, locator))
        self._objected: dict[tuple[int, str, str, bool], Objection | None] = {}
        self._places = locator.book.places_of

    def over(self, rows: Iterable[RowReading]) -> Iterator[RowReading]:
        """The rows, without the answers that the words speak against."""
        return map(self._row, rows)

    def promised(self, rows: Sequence[RowReading]) -> Iterator[RowReading]:
        """A receipt for what is said to come later beside what was read."""
        pieces = [bare(row.piece) for row in rows]
        for segment in self._segments:
            if segment.figures or not tells_pending(segment.text) or not names_a_line(segment, self._locator):
                continue
            if not any(bare(segment.text) in piece for piece in pieces):
                yield questions.still_out(segment.text)

    def _row(self, row: RowReading) -> RowReading:
        if row.item is not None and row.outcome == "certain":
            found = next(self.objections(row.item, row), None)
            return self.asked(row, found) if found is not None else self._of_point(row) or row
        if row.outcome != "asks" or not row.choices:
            return row
        every = [one for answer in row.choices for item in answer.items for one in self.objections(item, row)]
        if not every:
            return self._of_point(row) or row
        kept = [left for answer in row.choices if (left := self._left_of(answer, row)) is not None]
        return self._fewer(row, kept, every) if kept else self.asked(row, every[0])

    def _of_point(self, row: RowReading) -> RowReading | None:
        """What to ask where a row gives one point of a line: which points, or of which line; None for a fair row."""
        item = row.item or (
            row.choices[0].item if len(row.choices) == 1 and not row.choices[0].more else None
        )
        place = self._places.get(item.criterion.code) if item is not None else None
        if item is None or place is None or len(item.inputs) != 1:
            return None
        name = next(iter(item.inputs))
        if item.criterion.input(name).type != "bool" or _CLAUSES.search(row.piece):
            return None
        saying = read_saying(row.piece)
        topic = _PLACE.sub("", core(saying.topic)) if saying is not None else ""
        task = self._locator.tasks[place]
        if marks.is_whole_line(bare(topic), item.criterion, name):
            return objecting.which_points(row.piece, task)
        named = _PLACE.match(row.piece) is not None or self._locator.asked == place
        if not topic or named or self._kinship.is_fair(spoken(topic), spoken(row.piece), place):
            return None
        return questions.unknown_line(row.piece)

    def _left_of(self, answer: Answer, row: RowReading) -> Answer | None:
        """The answer without the values that something speaks against; its label is lost with them."""
        items: list[ReportItem] = []
        for item in answer.items:
            against = [name for name in item.inputs if self._against(item, name, row) is not None]
            left = {name: value for name, value in item.inputs.items() if name not in against}
            items += [replace(item, inputs=left)] if left else []
        if items == list(answer.items):
            return answer
        return Answer("", items[0], tuple(items[1:])) if items else None

    def _fewer(self, row: RowReading, kept: Sequence[Answer], found: Sequence[Found]) -> RowReading:
        """The question with the answers that are left; a draft is put together anew without what was taken out."""
        whole = tuple(answer for answer in kept if answer.label)
        if whole:
            return replace(row, choices=whole)
        taken = dict.fromkeys(f"{one.figure.lead.strip()}{one.figure.said.text}" for _, one in found)
        fresh = questions.whole_draft(row.piece, kept[0].items, tuple(taken), self._locator.by_code)
        before = _UNREAD.search(row.question)
        return replace(fresh, question=fresh.question + (before[0] if before is not None else ""))

    def objections(self, item: ReportItem, row: RowReading) -> Iterator[Found]:
        """What speaks against each value of the item as it stands in that row."""
        for name in item.inputs:
            found = self._against(item, name, row)
            if found is not None:
                yield found

    def _against(self, item: ReportItem, name: str, row: RowReading) -> Found | None:
        """What speaks against that value of the item; None where any figure of it stands unopposed."""
        wanted, value = item.criterion.input(name), item.inputs[name]
        if isinstance(value, bool) or value is None or wanted.type in ("choice", "text"):
            return None
        certain = row.outcome == "certain"
        found = [
            (self._known_objection(one, item, wanted, certain=certain), one)
            for one in self._sources(str(value), row)
        ]
        if not found or any(objection is None for objection, _ in found):
            return None
        return next((objection, one) for objection, one in found if objection is not None)

    def _sources(self, value: str, row: RowReading) -> list[Evidence]:
        """The figures that the value may have been read from; none for the 0 of a word."""
        here = [one for one in self._told if one.figure.said.text in row.piece] or self._told
        same = [
            one for one in here if one.figure.said.value is not None and plain(one.figure.said.value) == value
        ]
        return same or ([] if value == "0" else list(here))

    def _known_objection(
        self, one: Evidence, item: ReportItem, wanted: Input, *, certain: bool
    ) -> Objection | None:
        """The objection, looked for once: in a message of many rows each value may come from any figure."""
        key = id(one), item.criterion.code, wanted.name, certain
        if key not in self._objected:
            self._objected[key] = self._objection(one, item, wanted, certain=certain)
        return self._objected[key]

    def _objection(
        self, one: Evidence, item: ReportItem, wanted: Input, *, certain: bool
    ) -> Objection | None:
        """What speaks against the figure; where its line is named beyond doubt, not that the words fit another."""
        beside = self._text if len(self._told) == 1 else one.stretch
        unfounded = is_unfounded(beside) or is_one_of_two(one.figure, self._text)
        found = "disputed" if unfounded else _doubted(one, wanted)
        if found is not None or self._tabbed:
            return found
        in_full = bare(item.criterion.name) in bare(self._text)
        if not in_full and part_of(one.marked, item.criterion.name, wanted):
            return "part"
        place = self._places.get(item.criterion.code)
        if place is None or self._is_named(one, place):
            return None
        if differs(one.marked, item.criterion.name, wanted):
            return "kind"
        if not certain and (
            self._is_other(one, place) or marks.is_anothers(one.words, self._locator.book.of_others, wanted)
        ):
            return "other"
        return "pending" if is_only_applied(one.stretch, wanted) else None

    def _is_other(self, one: Evidence, place: int) -> bool:
        """Whether the figure's words mean something else than that line."""
        words = self._telling(one)
        if self._kinship.tells(words):
            return self._kinship.near(words, place) == 0 or self._kinship.rather_own(words, place)
        return _NAMES_ELSE.search(words) is not None

    def _telling(self, one: Evidence) -> str:
        return one.words if self._kinship.tells(one.words) else f"{one.context} {one.words}".strip()

    def _is_named(self, one: Evidence, place: int) -> bool:
        """Whether the line is named by its number, or was just asked for."""
        head, book = one.figure.head, self._locator.book
        if head is None:
            return self._locator.asked == place
        if head.kind == "code":
            return place in book.codes.get(head.text.strip().lower(), ())
        return place in book.places.get(head.place, ())

    def asked(self, row: RowReading, found: Found) -> RowReading:
        """The row with an honest question, or the reason, instead of what was offered."""
        objection, one = found
        item = row.item or row.choices[0].item
        place = self._places.get(item.criterion.code)
        piece = row.piece if bare(row.piece) in bare(self._text) else self._text.strip()
        if objection in ("kind", "other") or place is None:
            return self._whose(piece, one, marked=objection == "kind")
        task, figure = self._locator.tasks[place], one.figure.said.text
        if objection == "pending":
            return objecting.to_come(piece, task)
        if objection == "part":
            wanted = item.criterion.input(next(iter(item.inputs)))
            return objecting.only_part(piece, part_of(one.marked, item.criterion.name, wanted), task)
        if objection == "unit":
            return objecting.of_another_unit(piece, figure, task)
        return objecting.exact_wanted(piece, figure, task, disputed=objection == "disputed")

    def _whose(self, piece: str, one: Evidence, *, marked: bool) -> RowReading:
        """Somebody else's line that the words mean, or that none of the own ones is meant."""
        own = self._called(one)
        if own:
            return questions.which_line(piece, own)
        abroad = [line for line in self._kinship.abroad(self._telling(one)) if self._takes(line, one)]
        if abroad:
            return questions.not_yours(piece, abroad[0], abroad[0].before_review, self._locator.subjects)
        return (
            objecting.none_of_yours(piece, self._locator.tasks) if marked else questions.unknown_line(piece)
        )

    def _called(self, one: Evidence) -> tuple[Answer, ...]:
        """The own figures whose names hold the words, where these say of no kind or level: 满意度76.5."""
        said = bare(one.words)
        if len(said) < _NAMING or kinds_in(said) or levels_in(said):
            return ()
        found = [
            item
            for place, wanted, label in self._locator.book.labels
            if said in label and isinstance(judged := verdict(wanted, one.figure.said), Certain)
            for item in self._locator.items(place, {wanted.name: judged.value})
        ]
        return answers(found, self._locator.by_code) if len(found) > 1 else ()

    def _takes(self, line: Criterion, one: Evidence) -> bool:
        """Whether that line has a figure which this may be."""
        return any(
            isinstance(verdict(item, one.figure.said), Certain) and not differs(one.marked, line.name, item)
            for item in line.before_review
        )


_OF_CORRECTIONS: Final[frozenset[Objection]] = frozenset({"disputed", "inexact", "part", "kind", "unit"})


def objection_to(text: str, item: ReportItem, locator: Locator) -> RowReading | None:
    """The honest question in the place of a correction that its own words speak against; None for a fair one."""
    guard = Guard(text, segments_of(text, locator.book), locator)
    row = RowReading(text, "asks", choices=(Answer("", item),))
    found = next((one for one in guard.objections(item, row) if one[0] in _OF_CORRECTIONS), None)
    if found is None:
        return None
    asked = guard.asked(row, found)
    return asked if asked.question else questions.asks(asked.piece, (), asked.reason)
