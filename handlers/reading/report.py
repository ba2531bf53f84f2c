"""A whole message read as a report: every row certain, asked about, refused or unread; nothing is guessed."""

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import groupby
from typing import Final

from handlers.reading import apart
from handlers.reading.amendments import amend, announced, as_amendment, read_amendment
from handlers.reading.beside_states import without_asking, without_counts
from handlers.reading.certainty import questions
from handlers.reading.certainty.doubts import below_number
from handlers.reading.certainty.guarding import guarded
from handlers.reading.certainty.supposing import suppose
from handlers.reading.clauses import Clause
from handlers.reading.drafts import Drafts
from handlers.reading.naming.aliases import printed_name
from handlers.reading.naming.book import book_of
from handlers.reading.naming.locating import Locator
from handlers.reading.naming.printed import by_level
from handlers.reading.plain import FIGURES, is_nothing, line_numbered, or_place, place_left_out, quickly
from handlers.reading.quotients import as_share, put_together
from handlers.reading.rows import rows_of
from handlers.reading.sharing import in_printed_order, spread
from handlers.reading.tables import is_tabbed, read_table
from handlers.reading.tasks import RowReading, Task
from handlers.reading.telling import completed
from handlers.reading.tokens.asides import bare, is_question, is_unsure, tells_change, without_asides
from handlers.reading.tokens.checklists import check, read_checklist
from handlers.reading.tokens.figures import Line
from handlers.reading.tokens.listing import assessed, of_a_kind, ranged, unlisted
from handlers.reading.tokens.ordinals import with_places
from handlers.reading.tokens.spoken import value_last, written
from handlers.reading.tokens.states import State
from handlers.reading.unchanged import as_last_year, of_both_years, once_told, twice_told
from handlers.reading.widths import clean
from scoring.model import Criterion

LONGEST: Final = 4000
MOST_FIGURES: Final = 300
"""Longer messages than this are not read at all; a platform's text holds 2048 bytes."""


def read_report(
    text: str,
    tasks: Sequence[Task],
    *,
    others: Sequence[Criterion] = (),
    subjects: Sequence[str] = (),
    pending: Task | None = None,
    year: int | None = None,
) -> tuple[RowReading, ...]:
    """Read a message of somebody with that list; empty where it is no report at all.

    `others` are lines that somebody else reports (own ones among them are ignored), `subjects` all assessed
    units, `pending` the line the bot has just asked for, `year` the campaign's.
    """
    cleaned = once_told(of_both_years(_DASHES.sub(" ", clean(text)), tasks), year)
    quick = (quickly(cleaned, tasks) if pending is None else None) or as_last_year(cleaned, tasks)
    quick = quick or twice_told(cleaned, year)
    if quick is not None:
        return (quick,)
    again = partial(read_report, tasks=tasks, others=others, subjects=subjects, pending=pending, year=year)
    left, asking = without_asking(cleaned)
    if asking:
        return (*told, *asking) if (told := again(left)) else ()
    cleaned = "无" if pending is None and is_nothing(cleaned, tasks) else cleaned
    answered = _unread(cleaned, tasks, others, pending)
    if answered is not None:
        return answered
    stated = without_counts(cleaned, tasks)
    if stated != cleaned:
        return tuple(map(questions.doubted, again(stated)))
    book = book_of(tasks, others, subjects)
    coded = book.codes.get(cleaned.strip().rstrip("。"), ()) if pending is None else ()
    if len(coded) == 1 and "." in cleaned:
        return (questions.wanted(cleaned.strip(), tasks[coded[0]]),)
    locator = Locator(tasks, book, _place_of(pending, tasks), year)

    @cache  # place by place, a piece is read that may have been read before
    def read(said: str) -> tuple[RowReading, ...]:
        return _Message(said, locator).readings()

    # Numbers behind the question for a line of several points count those: 1做了，2没做.
    whole = pending is not None and sum(item.type == "bool" for item in pending.inputs) > 1
    rows = read(cleaned) if whole else apart.read_apart(cleaned, locator, read)
    rows = _below_heading(cleaned, rows, locator, read)
    if pending is None and len(rows) == 1:
        rows = (or_place(cleaned, rows[0], tasks),)
    return tuple(map(questions.only_changed, rows)) if tells_change(cleaned) else rows


def _unread(
    text: str, tasks: Sequence[Task], others: Sequence[Criterion], pending: Task | None
) -> tuple[RowReading, ...] | None:
    """What is said to a text that is no report to be read: a place of the list alone, too much, a question."""
    numbered = _numbered(text, tasks, others) if pending is None else None
    if numbered is not None:
        return (numbered,)
    if len(text) > LONGEST or len(FIGURES.findall(text)) > MOST_FIGURES:
        return (RowReading(text[:20], "unread", reason="消息太长，没有入库；请分几次发。"),)
    return () if is_question(text) or _is_self_assessment(text, tasks) else None


def _numbered(text: str, tasks: Sequence[Task], others: Sequence[Criterion]) -> RowReading | None:
    """What to say to a number alone that is a place of the list, or one that the list passes over."""
    task, left_out = line_numbered(text, tasks), place_left_out(text, tasks)
    if task is None and not left_out:
        return None
    said = text.strip()
    return questions.wanted(said, task) if task else questions.place_left_out(said, left_out, others)


def _below_heading(
    text: str, rows: tuple[RowReading, ...], locator: Locator, read: Callable[[str], tuple[RowReading, ...]]
) -> tuple[RowReading, ...]:
    """What stands below 工程质量监管: by itself, where all of it is read so and the whole left some of it out."""
    heading, _, below = text.partition(":")
    if not below.strip() or not any("没读进去的" in row.question for row in rows):
        return rows
    place, told = locator.place_named(heading), read(below)
    meant = {row.task.ordinal if row.task else None for row in told}
    return told if meant == {place} and not any("没读进去的" in row.question for row in told) else rows


_DASHES: Final = re.compile(r"-{2,}(?=\s*\d)")
"""2--100%: no sign of a figure."""


def _place_of(pending: Task | None, tasks: Sequence[Task]) -> int | None:
    if pending is None:
        return None
    codes = [task.criterion.code for task in tasks]
    return codes.index(pending.criterion.code) if pending.criterion.code in codes else None


def _is_self_assessment(text: str, tasks: Sequence[Task]) -> bool:
    """自评 4分 gives points, not values; only some lists take it as a value."""
    return text.lstrip().startswith("自评") and all(
        item.type != "points" for task in tasks for item in task.inputs
    )


_ANNOUNCEMENT: Final = re.compile(r"^\s*(?:自评|(?:上报|填报|补报|报送|报数|数据|报告|报)(?:如下)?\s*:)\s*")
_ONLY_ONE: Final = re.compile(
    r"^\s*(?:我们|咱们|我局|我单位|这边|俺们)+(?:局|单位|这边)?(?:就|只有?|只报|就报)+(?:这)?[一1]项[，,、。\s]+"
)
"""我们就一项: says how long the list is, and nothing of it."""


_SWAPPED: Final = re.compile("对调|互换|调换|[写报弄填搞]反了")
_MIXED_UP: Final = re.compile(r"(?:反|颠倒|混|串)了[吧啊。!\s]*$")
"""鄂城95.2，华容93.5，不对，反了: none of it stands."""


class _Message:
    def __init__(self, text: str, locator: Locator, *, plain: bool = True) -> None:
        self._plain = plain
        self._locator, self._book = locator, locator.book
        text = ranged(_ONLY_ONE.sub("", _ANNOUNCEMENT.sub("", without_asides(text))), locator.book.places)
        text = unlisted(text, locator.place_named)
        told = assessed(of_a_kind(self._book.with_units(text), self._book.names), self._book.assessed)
        self._text = by_level(in_printed_order(told, self._book.sharers, self._is_name))
        self._supposed = self._text != text
        self._drafts = Drafts(locator)
        self._lines_put: dict[str, Line] = {}

    def readings(self) -> tuple[RowReading, ...]:
        amendment = read_amendment(self._text, self._book.lexer)
        if amendment is not None:
            return (amend(amendment, self._locator, self._text.strip()),)
        if _SWAPPED.search(self._text) and not FIGURES.search(self._text):
            return (questions.which_amendment(self._text.strip(), (), self._locator.tasks),)
        amended = announced(self._text)
        text = self._text if amended is None else amended
        checked = self._lines(text.split("\n"))
        found = (*rows_of(self._drafts.finished(), self._locator), *checked)
        if amended is not None:
            return tuple(map(as_amendment, found))
        told = completed(text, self._locator, found, self._again) if self._plain else found
        taken_back = _TAKEN_BACK.search(text)
        if taken_back is not None:
            return tuple(_not_wanted(row, taken_back["what"]) for row in told)
        unsure = is_unsure(text.rstrip("。! ")[-2:]) or _MIXED_UP.search(text) is not None
        doubted = self._drafts.doubted or unsure or "?" in text
        if doubted or self._supposed or _is_behind_values(text, told):
            told = tuple(map(questions.doubted, told))
        lines = [self._put(line) for line in text.split("\n")]
        doubted |= told != found and not self._supposed
        told = suppose(lines, told, self._locator, doubted=doubted)
        if all(row.item is None and not row.choices for row in told) and not FIGURES.search(text):
            return told
        segments = [segment for line in lines for segment in line.segments]
        told = put_together(segments, guarded(text, segments, told, self._locator), self._locator)
        return tuple(below_number(text, row, self._locator) for row in told)

    def _again(self, text: str) -> tuple[RowReading, ...]:
        return _Message(text, self._locator, plain=False).readings()

    def _lines(self, lines: Sequence[str]) -> list[RowReading]:
        """Give every line to the drafts; checklists are read at once."""
        checked = []
        for tabbed, group in groupby((line for line in lines if line.strip()), is_tabbed):
            if tabbed:
                for clauses in read_table(list(group), self._book):
                    self._drafts.add(clauses)
                continue
            for line in group:
                found = read_checklist(line)
                reading = check(found, self._locator, line.strip()) if found is not None else None
                if reading is None:
                    self._drafts.add(self._clauses(self._put(line).text))
                else:
                    checked.append(reading)
        return checked

    def _put(self, line: str) -> Line:
        """The line with what is said of several, or in a way of speaking, written out."""
        known = self._lines_put.get(line)
        if known is None:
            said = with_places(written(as_share(value_last(line, self._is_name), self._book.shares)))
            said = spread(said, self._book.sharers, self._is_name)
            known = self._lines_put[line] = Line(said, self._book)
        return known

    def _is_name(self, words: str) -> bool:
        return self._book.index.names(bare(words))

    def _clauses(self, line: str) -> list[Clause]:
        if printed_name(line) in self._book.printed:
            return [Clause(0, line, text=line)]
        said = _quiet_last(self._book.joined(line))
        clauses = self._book.clauses(said)
        denied = _DENIED.fullmatch(line)
        if denied is not None and all(clause.said is None for clause in clauses):
            turned = self._book.clauses(f"{denied['what']} 没有")
            located = self._locator.locate(turned[0])
            if located.places or located.foreign is not None:
                return turned
        if said != line and len(clauses) == 1:
            clauses[0].text = line
        self._hear_having(clauses)
        return clauses

    def _hear_having(self, clauses: Sequence[Clause]) -> None:
        """领导小组有 beside another state tells of what it names; alone 有 may only begin a figure."""
        if not any(isinstance(clause.said, State) for clause in clauses):
            return
        for clause in clauses:
            having = _HAVING.fullmatch(clause.words) if clause.said is None else None
            if having is not None and self._is_name(having["what"]):
                clause.words, clause.said = having["what"], State("有", "yes")


_TAKEN_BACK: Final = re.compile(
    r"\d[^\d，,。；;]{0,4}[，,。；;\s]+(?:这些?|以上|上面|它们?)?(?:数据?)?(?:都|均|全)?(?:是|为)"
    r"(?P<what>去年|上年|前年|往年|目标|计划|任务)[^\d，,]{0,6}$"
)
"""江苏名牌2个，南通名牌3个，都是去年的: what is said of all that stands before it."""


def _not_wanted(row: RowReading, what: str) -> RowReading:
    return questions.not_wanted(row.piece, what, row.task) if row.item or row.choices else row


_HAVING: Final = re.compile(r"(?P<what>.{1,20}[^没无持拥所国含公私共具还都也])有\s*")
_QUIET: Final = re.compile(
    r"(?:没有?|未|无)(?:发生|出现|出)过?(?P<what>[^\s,，;；。\d]{1,30}?(?:事故|事件|问题|情况))(?=$|[,，;；。\s])"
    r"|(?<![有其])(?:没有?|无|零)(?P<which>[^\s,，;；。\d]{0,20}?(?:事故|事件))(?=\s*(?:$|[,，;；。]))"
)


_DENIED: Final = re.compile(r"\s*(?:没有?|无)(?P<what>[^\s,，;；。\d]{2,20})[。!]?")
"""没有南通名牌: what is not there stands behind its denial."""


def _quiet_last(line: str) -> str:
    """没有发生安全事故 as 安全事故没有发生, so that the words before a value name its line."""
    return _QUIET.sub(lambda found: f"{found['what'] or found['which']} 没有发生", line)


def _is_behind_values(text: str, rows: Sequence[RowReading]) -> bool:
    """98.1 鄂城 97: a value of nobody stands right before a unit, so that it may be that unit's."""
    return any(
        row.outcome == "asks" and "是哪个单位的" in row.question and _then_named(text, row.piece, rows)
        for row in rows
    )


def _then_named(text: str, piece: str, rows: Sequence[RowReading]) -> bool:
    _, found, behind = text.partition(piece)
    return bool(found) and any(
        row.outcome == "certain" and behind.lstrip(" ").startswith(row.piece) for row in rows if row.piece
    )
