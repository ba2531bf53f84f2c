"""序号 数值: the report of one figure on one line, read without everything else."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading.certainty.verdicts import Certain
from handlers.reading.naming.aliases import item_of, printed_number
from handlers.reading.numbers import Quantity, numeral
from handlers.reading.tasks import ReportItem, RowReading, Task
from handlers.reading.values import verdict
from handlers.reading.widths import clean

_QUICK: Final = re.compile(
    r"\s*(?:(?:上报|填报|报)\s*)?(?P<line>[①-⑳]|[0-9]{1,3}(?:\.[0-9]{1,3})?)(?P<gap> *)"
    r"(?P<value>[0-9]{1,9}(?:\.[0-9]{1,6})?)(?P<unit>%?)\s*。?"
)
_ONE: Final = ord("①")
FIGURES: Final = re.compile("[0-9]+")


def is_plain(text: str) -> bool:
    """Whether the text is of the commonest form, a place or code and one figure, with nothing besides."""
    return _QUICK.fullmatch(clean(text)) is not None


def quickly(text: str, tasks: Sequence[Task]) -> RowReading | None:
    """The commonest message, a place or code and one figure; None leaves it to the whole grammar."""
    found = _QUICK.fullmatch(text)
    if found is None:
        return None
    word = found["line"]
    circled = word >= "①"
    if not circled and not found["gap"]:
        return None
    place = ord(word) - _ONE + 1 if circled else int(word) if word.isdigit() else -1
    meant = [task for task in tasks if task.ordinal == place or (not circled and _is_coded(task, word))]
    if len(meant) != 1 or len(meant[0].inputs) != 1 or len(meant[0].subjects) != 1:
        return None
    task, item = meant[0], meant[0].inputs[0]
    figure = found["value"]
    said = Quantity(
        figure, None if figure[0] == "0" and figure[1:2].isdigit() else numeral(figure), found["unit"]
    )
    judged = verdict(item, said)
    if not isinstance(judged, Certain):
        return None
    report = ReportItem(task.criterion, task.subjects[0], {item.name: judged.value})
    return RowReading(text.strip(), "certain", item=report, task=task)


def _is_coded(task: Task, word: str) -> bool:
    """Whether that is the line's code, or the number in it."""
    code = task.criterion.code
    return code == word or (item_of(task.criterion).endswith(word) and printed_number(task.criterion) == word)


def line_numbered(text: str, tasks: Sequence[Task]) -> Task | None:
    """The item that a lone number is the place of; as a value it is taken only where it is asked for."""
    figure = text.strip().rstrip("。.")
    if not figure.isdecimal() or len(figure) > _LONGEST_PLACE:
        return None
    return next((task for task in tasks if task.ordinal == int(figure) > 0), None)


_LONGEST_PLACE: Final = 2
