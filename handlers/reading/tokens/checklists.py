"""做了1、3，没做2: which points of one line's checklist were carried out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.reading import labels
from handlers.reading.certainty import questions
from handlers.reading.naming.locating import Locator
from handlers.reading.tasks import ReportItem, RowReading, Task
from handlers.reading.tokens.states import State
from scoring.model import Input

_DONE: Final = "都?(?:已经?)?(?:做了|做完了?|完成了|开展了|落实了|已做|已完成|已开展|已落实|有)"
_UNDONE: Final = (
    "都?(?:没有?做|没做|未做|没有?完成|没完成|未完成|没有?开展|没开展|未开展|未落实|没落实|没有|没|无|否|缺)"
)
_ITEM: Final = r"(?:第?\s*(?:\d{1,2}|[①-⑳])(?!\d|\.\d|%|个|家|件)\s*(?:项|点|条|小项)?)"
_LIST: Final = rf"{_ITEM}(?>\s*[、,，和及\s]\s*{_ITEM})*"
_GAP: Final = r"[\s，,;；、。:了的]*"
_STATE_FIRST: Final = rf"(?>(?:{_UNDONE}|{_DONE}){_GAP}{_LIST}{_GAP})+"
_LIST_FIRST: Final = rf"(?>{_LIST}{_GAP}(?:{_UNDONE}|{_DONE}){_GAP})+"
_CHECKS: Final = re.compile(rf"(?P<state>{_STATE_FIRST})$|(?P<list>{_LIST_FIRST})$")
_PART: Final = re.compile(rf"(?:{_UNDONE})|(?P<done>{_DONE})|第?\s*(?P<digit>\d+)|(?P<circle>[①-⑳])")
_COUNTED: Final = re.compile(r"(?<![第\d、,，和及.])(?:[2-9]|1\d)\s*(?:项|点|条|小项)\s*[都全]")
"""2条都做了 counts the points; 第2条 and 1、2条 name them."""
_POINT: Final = re.compile(r"[\d①-⑳]")
_LONGEST: Final = 200
_CIRCLED_ONE: Final = ord("①")


@dataclass(frozen=True, slots=True)
class Checklist:
    """逐条说明: what stands before it, for each point named whether it was done, and how it was written."""

    head: str
    marks: Mapping[int, bool]
    listed_first: bool
    circled: bool


def read_checklist(line: str) -> Checklist | None:
    """The checklist that a line ends with; none where a point is named both ways."""
    if len(line) > _LONGEST or not _POINT.search(line) or _COUNTED.search(line):
        return None
    for start in [found.start() for found in _START.finditer(line)]:
        found = _CHECKS.fullmatch(line, start)
        if found is not None:
            marks = _marks(found[0], state_first=found["state"] is not None)
            circled = any(part["circle"] for part in _PART.finditer(found[0]))
            return Checklist(line[:start], marks, found["list"] is not None, circled) if marks else None
    return None


_START: Final = re.compile(rf"(?<![\d.第]){_UNDONE}|(?<![\d.没未第]){_DONE}|(?<![\d.]){_ITEM}")


def _marks(text: str, *, state_first: bool) -> dict[int, bool]:
    marks: dict[int, bool] = {}
    waiting: list[int] = []
    state: bool | None = None
    for part in _PART.finditer(text):
        if part["digit"] or part["circle"]:
            point = int(part["digit"]) if part["digit"] else ord(part["circle"]) - _CIRCLED_ONE + 1
            if not state_first:
                waiting.append(point)
            elif state is None or marks.setdefault(point, state) is not state:
                return {}
            continue
        state = part["done"] is not None
        if any(marks.setdefault(point, state) is not state for point in waiting):
            return {}
        waiting.clear()
    return marks


def check(found: Checklist, locator: Locator, piece: str) -> RowReading | None:
    """The checklist of the line that stands before it, or that was asked for; None where it is none.

    Without either, 1做了2没做 are places of the list like any other.
    """
    clause = locator.book.clause(found.head, State("", "yes"))
    located = locator.locate(clause)
    if located.foreign is not None:
        return questions.not_yours(piece, located.foreign.criterion, located.foreign.inputs, locator.subjects)
    places, sure = located.places, located.sure and not clause.unsure
    if not located.named:
        if locator.asked is None and found.listed_first:
            return None
        places, sure = _unnamed(locator), locator.asked is not None and not found.circled
    if any(_names_other(locator.tasks[place], located.inputs_of(place)) for place in places):
        return None
    if min(found.marks) < 1 or not any(_points(locator.tasks[place]) for place in places):
        return None
    return _checked(places, found.marks, locator, piece, sure=sure and len(places) == 1)


def _names_other(task: Task, named: frozenset[str]) -> bool:
    """Whether the words before it name an input that is no point: 事故数没有1 is no checklist."""
    return bool(named) and not named & {item.name for item in _points(task)}


def _unnamed(locator: Locator) -> tuple[int, ...]:
    if locator.asked is not None:
        return (locator.asked,)
    return tuple(place for place, task in enumerate(locator.tasks) if len(_points(task)) > 1)


def _points(task: Task) -> list[Input]:
    """The points of a line's checklist, in the order of their numbers."""
    return [item for item in task.inputs if item.type == "bool"]


def _checked(
    places: Sequence[int], marks: Mapping[int, bool], locator: Locator, piece: str, *, sure: bool
) -> RowReading:
    items: list[ReportItem] = []
    for place in places:
        points = _points(locator.tasks[place])
        if len(points) >= max(marks):
            items += locator.items(place, {points[point - 1].name: done for point, done in marks.items()})
    if not items and len(places) == 1:
        return questions.wanted(piece, locator.tasks[places[0]])
    if sure and len(items) == 1:
        return RowReading(piece, "certain", item=items[0], task=locator.tasks[places[0]])
    return questions.which_line(piece, labels.answers(items, locator.by_code))
