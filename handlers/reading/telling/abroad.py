"""投诉件都按时处理完了 from somebody who does not report it: plain words about a line of somebody else."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading.certainty import questions
from handlers.reading.naming.locating import Locator
from handlers.reading.naming.topics import core
from handlers.reading.tasks import RowReading
from handlers.reading.telling.clauses import clauses_of
from handlers.reading.telling.standings import is_doubtful, read_saying
from handlers.reading.tokens.asides import bare, without_courtesy

_RATE: Final = re.compile(
    r"(?P<what>\D{3,20}?(?:率|指数|满意度))[是为达到有啊呢嗯的,，\s]*(?:\d|[一二三四五六七八九]?十|百分之|[一二三四五六七八九]点)"
)
_SHORTEST: Final = 3
_LONGEST: Final = 60
_TELLING: Final = 0.65
"""So much of a topic has to be printed in somebody else's line: more than of an own one."""


def abroad(text: str, locator: Locator) -> tuple[RowReading, ...]:
    """Whose the line is that the first clause tells of; nothing where it tells of none, or of several people's."""
    clauses = clauses_of(text) if len(text) <= _LONGEST else []
    saying = read_saying(clauses[0]) if clauses and not is_doubtful(text) else None
    topic = saying.topic if saying is not None else _rated(clauses)
    if len(core(topic)) < _SHORTEST:
        return ()
    tasks, topics = locator.book.told_abroad
    found = [tasks[target.place] for target in topics.find(topic, clauses[0], least=_TELLING).targets]
    refused = [
        questions.not_yours(text.strip(), task.criterion, task.inputs, locator.subjects) for task in found
    ]
    reporters = {row.reason.partition("由")[2] for row in refused}
    return tuple(refused[:1]) if len(reporters) == 1 else ()


def _rated(clauses: Sequence[str]) -> str:
    """What the rate is of that the clauses give a figure of; "" where they give none."""
    found = _RATE.search(" ".join(clauses))
    return found["what"] if found is not None else ""


def beside_its_name(rows: tuple[RowReading, ...], locator: Locator) -> tuple[RowReading, ...]:
    """达到98.1%，食品药品: a figure without a name beside the name alone of somebody else's line is that line's."""
    named = [
        row for row in rows if row.outcome == "refused" and row.task is None and not _DIGIT.search(row.piece)
    ]
    others = [row for row in rows if row not in named]
    apart = len(named) == 1 and others and all(_is_nameless(row, locator) for row in others)
    return tuple(named) if apart else rows


def _is_nameless(row: RowReading, locator: Locator) -> bool:
    words = without_courtesy(bare(_FIGURES.sub(" ", row.piece)))
    return row.outcome == "asks" and not any(hit.covered for hit in locator.book.index.hits(words) if words)


_HAN: Final = "[零一二三四五六七八九十百]"
_SPOKEN: Final = rf"百分之{_HAN}{{1,5}}|{_HAN}{{1,5}}点{_HAN}{{1,4}}|{_HAN}{{2,5}}"
_DIGIT: Final = re.compile(rf"\d|{_SPOKEN}")
_FIGURES: Final = re.compile(rf"\d[\d.]*\s*[%％]?|{_SPOKEN}")
