"""读到的数算什么: whether what a row would store are figures told by name, and nothing a mere telling was taken for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from handlers.reading import ReportItem, RowReading, read_state
from handlers.reading.naming.topics import pieces_of
from handlers.reading.tokens.asides import bare
from handlers.reading.values import is_incident

_TELLING: Final = 3
_FINISHED: Final = re.compile("(?:也|都)?(?:做|完|搞|弄|办)(?:完|成|好)了?")


def is_figure(item: ReportItem) -> bool:
    """Whether it reports figures that were told with their name: no level, no yes or no, no self-score."""
    wanted = [(item.criterion.input(name), value) for name, value in item.inputs.items()]
    return bool(wanted) and all(
        one.type in ("percent", "number", "money")
        or (one.type == "count" and (value == 0 or not is_incident(one)))
        for one, value in wanted
    )


def items_of(row: RowReading) -> Iterator[ReportItem]:
    """What the row stores, or would store by one of its choices."""
    yield from [row.item] if row.item is not None else (item for one in row.choices for item in one.items)


def is_valued(item: ReportItem) -> bool:
    """Whether it gives figures or points alone."""
    figures = {
        name: value for name, value in item.inputs.items() if item.criterion.input(name).type != "points"
    }
    return not figures or is_figure(replace(item, inputs=figures))


def is_labelled(item: ReportItem, piece: str, *, every: bool = True) -> bool:
    """Whether the words beside the figures are those of the inputs, or of one, that these are offered for."""
    labels = [bare(item.criterion.input(name).label) for name in item.inputs]
    told = [any(len(one) >= _TELLING for one in pieces_of(bare(piece), label)) for label in labels]
    return all(told) if every else any(told)


def is_sure(item: ReportItem, *, assessed: bool) -> bool:
    """Whether it holds nothing that a mere telling may have been taken for."""
    for name, value in item.inputs.items():
        wanted = item.criterion.input(name)
        counted = wanted.type == "count" and value == 0 and is_incident(wanted)
        told = wanted.type in ("choice", "percent", "number", "money") or (
            wanted.type == "points" and assessed
        )
        if not counted and not told:
            return False
    return True


def code_of(row: RowReading) -> str:
    """The line that the row is about; "" for none."""
    if row.item is not None:
        return row.item.criterion.code
    return row.task.criterion.code if row.task is not None else ""


def says_state(words: str) -> bool:
    """Whether nothing but 没有 or 也做完了 is said of the line: no words to keep."""
    state = read_state(words.lstrip("都均全"))
    return _FINISHED.fullmatch(words) is not None or (state is not None and state.kind in ("none", "no"))
