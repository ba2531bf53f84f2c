"""投诉件都按时处理完了 from somebody who does not report it: plain words about a line of somebody else."""

from typing import Final

from handlers.reading.certainty import questions
from handlers.reading.naming.locating import Locator
from handlers.reading.naming.topics import core
from handlers.reading.tasks import RowReading
from handlers.reading.telling.clauses import clauses_of
from handlers.reading.telling.standings import is_doubtful, read_saying

_SHORTEST: Final = 3
_LONGEST: Final = 60
_TELLING: Final = 0.65
"""So much of a topic has to be printed in somebody else's line: more than of an own one."""


def abroad(text: str, locator: Locator) -> tuple[RowReading, ...]:
    """Whose the line is that the first clause tells of; nothing where it tells of none, or of several people's."""
    clauses = clauses_of(text) if len(text) <= _LONGEST and not is_doubtful(text) else []
    saying = read_saying(clauses[0]) if clauses else None
    if saying is None or len(core(saying.topic)) < _SHORTEST:
        return ()
    tasks, topics = locator.book.told_abroad
    found = [tasks[target.place] for target in topics.find(saying.topic, saying.text, least=_TELLING).targets]
    refused = [
        questions.not_yours(text.strip(), task.criterion, task.inputs, locator.subjects) for task in found
    ]
    reporters = {row.reason.partition("由")[2] for row in refused}
    return tuple(refused[:1]) if len(reporters) == 1 else ()
