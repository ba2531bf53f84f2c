"""From drafts to rows: values filled into the line's inputs, and what may be stored, is asked or refused."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handlers.reading import labels
from handlers.reading.certainty import questions
from handlers.reading.certainty.verdicts import Certain
from handlers.reading.drafts import Draft
from handlers.reading.filling import Filled, Given, Values, takes
from handlers.reading.naming.locating import Locator, is_denial
from handlers.reading.numbers import Quantity
from handlers.reading.tasks import MOST_CHOICES, Answer, ReportItem, RowReading, Task
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.states import State
from handlers.reading.values import verdict
from scoring.model import Criterion

_PLACE_NAME: Final = re.compile("[\u4e00-\u9fff]{2,6}(?:开发区|街道|新区|区|县|镇|乡)$")
_SILENT = frozenset({"yes", "no", "unknown"})
"""Words that say nothing when nothing has been asked."""


def rows_of(drafts: Sequence[Draft], locator: Locator) -> tuple[RowReading, ...]:
    """One reading for each row; none where no row says anything of the list."""
    read = [reading for draft in drafts if (reading := _row(draft, locator)) is not None]
    found = tuple(_once(reading, read, locator) for reading in read)
    if any(draft.weighty for draft in drafts) or any(reading.outcome != "unread" for reading in found):
        return found
    return tuple(reading for reading in found if not questions.is_unknown_line(reading))


def _once(reading: RowReading, rows: Sequence[RowReading], locator: Locator) -> RowReading:
    """A row as it is, but doubtful where another one gives the same input of the same line another value."""
    item = reading.item
    if item is None or not any(other is not item and _contradicts(other, item) for other in _items(rows)):
        return reading
    return questions.which_meaning(reading.piece, labels.answers([item], locator.by_code), reading.task)


def _items(rows: Sequence[RowReading]) -> Iterator[ReportItem]:
    return (row.item for row in rows if row.item is not None)


def _contradicts(one: ReportItem, other: ReportItem) -> bool:
    if (one.criterion.code, one.subject) != (other.criterion.code, other.subject):
        return False
    return any(one.inputs[name] != other.inputs[name] for name in one.inputs.keys() & other.inputs.keys())


def _row(draft: Draft, locator: Locator) -> RowReading | None:
    located, piece = draft.located, draft.piece
    if located.foreign is not None:
        return questions.not_yours(piece, located.foreign.criterion, located.foreign.inputs, locator.subjects)
    if located.lost:
        return questions.no_such_place(piece, locator.tasks)
    if not located.named and locator.asked is None and _kinds(draft.given) <= _SILENT:
        return None
    if not located.places or (not located.named and "same" in _kinds(draft.given)):
        return _nowhere(draft, locator)
    place = located.places[0] if len(located.places) == 1 else _only_taker(draft, locator)
    if place is None:
        return questions.which_line(piece, labels.answers(_guesses(draft, locator), locator.by_code))
    return _of_line(draft, locator, place)


def _kinds(given: Sequence[Given]) -> set[str]:
    """The kinds of the words that stand for values; a figure among them is a kind of its own."""
    return {one.said.kind if isinstance(one.said, State) else "figure" for one in given}


_WHOLE_AREA: Final = re.compile(
    "全[市县区]|合起来|加起来|^(?:合计|汇总|总体)|[县区镇]{1,2}平均|平均[数值]?$|市本级|[市县]里总的|^[\u4e00-\u9fff]{2,3}市(?![场监抽级政民直])"
)
_OTHERS: Final = re.compile("[两二三四五六七八九十几]个?(?:县区|区|县|镇|单位)[^\\d，,]{0,6}[没未暂]")
_PARTICLE: Final = re.compile("只有|仅|才|约|大概|实际|目标|我们|平均|一共|总")
_NAMED_VALUE: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})\s*\d{2,3}(?:\.\d+)?%?")


def _is_whole_area(draft: Draft) -> bool:
    return any(_WHOLE_AREA.search(clause.words) for clause in draft.clauses)


def _nowhere(draft: Draft, locator: Locator) -> RowReading:
    shared = locator.book.shared
    told = _of_no_subject(draft, shared, alone=len(locator.tasks) == 1) if shared is not None else None
    return told or _unplaced(draft, locator)


def _of_no_subject(draft: Draft, shared: Task, *, alone: bool) -> RowReading | None:
    """What is said of the whole city, of the other districts, or of a place that is not listed."""
    if _is_whole_area(draft):
        return questions.whole_area(draft.piece, shared)
    if _OTHERS.search(draft.piece):
        return questions.still_out(draft.piece)
    unlisted = _NAMED_VALUE.fullmatch(draft.piece)
    return (
        questions.not_listed(draft.piece, unlisted["name"], shared)
        if alone and unlisted and not _PARTICLE.search(draft.piece)
        else None
    )


def _unplaced(draft: Draft, locator: Locator) -> RowReading:
    place = _PLACE_NAME.search(bare(draft.clauses[0].words)) if locator.book.subjects else None
    if place is not None and "same" not in _kinds(draft.given):
        return questions.no_such_subject(
            draft.piece, place[0], tuple(dict.fromkeys(locator.book.subjects.values()))
        )
    if "same" in _kinds(draft.given):
        return questions.no_reference(draft.piece)
    if is_denial(draft.given[0].said if draft.given else None):
        return questions.no_incident_line(draft.piece)
    abroad = _abroad(draft, locator)
    if abroad is not None:
        return questions.not_yours(draft.piece, abroad, abroad.before_review, locator.subjects)
    return questions.unknown_line(draft.piece)


_ON_BEHALF: Final = re.compile(r"^.{0,14}?(?:[帮替代]|让我).{0,12}?报(?:一?下|个|上)?[\s:：，,]*")


def _abroad(draft: Draft, locator: Locator) -> Criterion | None:
    """Somebody else's line that the words before the value mostly tell of, and none of the own ones."""
    kinship = locator.book.kinship
    figure = draft.given[-1].said if draft.given else None
    words = _ON_BEHALF.sub("", draft.clauses[-1].words)
    if not isinstance(figure, Quantity) or kinship.is_own(words):
        return None
    return next((one for one in kinship.abroad(words) if _may_be_of(one, figure)), None)


def _may_be_of(line: Criterion, figure: Quantity) -> bool:
    return any(isinstance(verdict(item, figure), Certain) for item in line.before_review)


def _only_taker(draft: Draft, locator: Locator) -> int | None:
    """Where a number is one line's place and another's printed number: the only one that has the choice said.

    A choice in its own words leaves no doubt; in other words it may be meant for either.
    """
    if not draft.located.sure or _kinds(draft.given) != {"label"}:
        return None
    places = draft.located.places
    takers = (place for place in places if locator.filler(place).fill(draft.given) != Filled())
    first, second = next(takers, None), next(takers, None)
    return first if second is None else None


def _guesses(draft: Draft, locator: Locator) -> Iterator[ReportItem]:
    """What the values would report on each line that they may be of."""
    share = max(1, MOST_CHOICES // len(draft.located.places))
    for place in draft.located.places:
        named = draft.located.inputs_of(place)
        filled = locator.filler(place).fill([Given(one.said, named, one.times) for one in draft.given])
        for values in _sets(filled)[:share]:
            yield from locator.items(place, values, draft.subject)


def _of_line(draft: Draft, locator: Locator, place: int) -> RowReading:
    """One line of the list, with its values."""
    piece, task = draft.piece, locator.tasks[place]
    if draft.subject is not None and draft.subject not in task.subjects:
        return questions.other_subject(piece, draft.subject)
    if not draft.given:
        return questions.wanted(piece, task)
    filled = locator.filler(place).fill(draft.given)
    if filled.problem:
        return questions.impossible(piece, task, filled.problem)
    items = [item for values in _sets(filled) for item in locator.items(place, values, draft.subject)]
    choices = labels.answers(items, locator.by_code)
    if len({item.subject for item in items}) > 1:
        whole = _is_whole_area(draft)
        return questions.whole_area(piece, task) if whole else questions.which_subject(piece, choices, task)
    if filled.values is not None and not draft.unsure and not _is_sweeping(draft, items[0], locator, place):
        return RowReading(piece, "certain", item=items[0], task=task)
    return questions.which_meaning(piece, choices, task) if choices else _unfit(draft, locator, place)


def _is_sweeping(draft: Draft, item: ReportItem, locator: Locator, place: int) -> bool:
    """Whether one word would answer several points that nobody named, and that were not just asked for: 4都做了."""
    answers = [value for value in item.inputs.values() if isinstance(value, bool)]
    return len(draft.given) == 1 and len(answers) > 1 and locator.asked != place


def _unfit(draft: Draft, locator: Locator, place: int) -> RowReading:
    """Values that the line does not take together: one of them, or a question for the only one that it takes."""
    task = locator.tasks[place]
    figures = [
        one.said for one in draft.given if isinstance(one.said, Quantity) and one.said.value is not None
    ]
    if (
        len(task.inputs) == 1
        and 1 < len(figures) == len(draft.given)
        and all(takes(task, said) for said in figures)
    ):
        return questions.one_figure_only(draft.piece, [figure.text for figure in figures], task)
    return questions.which_meaning(draft.piece, _of_those_taken(draft, locator, place), task)


def _of_those_taken(draft: Draft, locator: Locator, place: int) -> tuple[Answer, ...]:
    """What the line takes of values that do not all fit it: 覆盖率98.6 stays, 有一个工地 beside it does not."""
    filler = locator.filler(place)
    taken = [one for one in draft.given if isinstance(one.said, Quantity) and takes(filler.task, one.said)]
    if len(taken) != 1 or len(draft.given) == 1:
        return ()
    sets = _sets(filler.fill(taken))
    items = (item for values in sets for item in locator.items(place, values, draft.subject))
    return labels.answers(items, locator.by_code)


def _sets(filled: Filled) -> tuple[Values, ...]:
    return (filled.values,) if filled.values is not None else filled.options
