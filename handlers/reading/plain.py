"""序号 数值: the report of one figure on one line, read without everything else."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from handlers.reading import labels
from handlers.reading.certainty import questions
from handlers.reading.certainty.verdicts import Certain
from handlers.reading.naming.aliases import number_in
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
    """Whether the text is of the commonest form, a place or code and one figure, with nothing besides.

    2.100%, where nothing parts the two, is not, nor is 报 2 100%, which is read without its head.
    """
    found = _QUICK.fullmatch(clean(text).strip())
    if found is None or found.start("line") > 0:
        return False
    return bool(found["gap"]) or "." not in found["line"]


def quickly(text: str, tasks: Sequence[Task]) -> RowReading | None:
    """The commonest message, a place or code and one figure; None leaves it to the whole grammar."""
    found = _QUICK.fullmatch(text)
    if found is None:
        return None
    word = found["line"]
    circled = word >= "①"
    if not circled and not found["gap"]:
        return None
    coded = "" if circled else word
    place = ord(word) - _ONE + 1 if circled else int(word) if word.isdigit() else -1
    meant = [
        task
        for task in tasks
        if task.ordinal == place or (coded and coded in _codes(task.criterion.code, task.criterion.item))
    ]
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


@lru_cache(maxsize=4096)
def _codes(code: str, item: str) -> frozenset[str]:
    """A line's code, and the number in that of its item."""
    return frozenset({code, number_in(item or code)} - {""})


def line_numbered(text: str, tasks: Sequence[Task]) -> Task | None:
    """The item that a lone number is the place of; as a value it is taken only where it is asked for."""
    figure = text.strip().rstrip("。.")
    if not figure.isdecimal() or len(figure) > _LONGEST_PLACE:
        return None
    return next((task for task in tasks if task.ordinal == int(figure) > 0), None)


_LONGEST_PLACE: Final = 2


def place_left_out(text: str, tasks: Sequence[Task]) -> int:
    """The number alone that the list passes over, as it does where the unit has no task; 0 for any other text."""
    said = text.strip().rstrip("。.")
    number = ord(said) - _ONE + 1 if _CIRCLED.fullmatch(said) else int(said) if _PLACE.fullmatch(said) else 0
    listed = {task.ordinal for task in tasks} if number else set()
    return number if number not in listed and 0 < number < max(listed, default=0) else 0


_CIRCLED: Final = re.compile("[①-⑳]")
_PLACE: Final = re.compile("[0-9]{1,2}")


_NOTHING_YET: Final = re.compile(
    r"\s*(?:我们?|这边|目前|现在)*(?:都|也|还)?(?:暂时?|尚)(?:都|还)?无[的了啊。.!\s]*"
)
"""暂无 by itself, to no question: the same as 无."""
_ZERO: Final = re.compile(r"\s*(?:0|零)[的了啊。.!\s]*")
_UNCOUNTED: Final = frozenset({"percent", "bool", "choice", "text"})


def is_nothing(text: str, tasks: Sequence[Task]) -> bool:
    """Whether it is the same as 无: so is a bare nought to a list that counts nothing."""
    if _ZERO.fullmatch(text) is not None:
        return all(item.type in _UNCOUNTED for task in tasks for item in task.inputs)
    return _NOTHING_YET.fullmatch(text) is not None


_RUN_TOGETHER: Final = re.compile(r"\s*(?P<place>[0-9]{1,2})\.(?P<value>[0-9]{1,3}%?)\s*。?")


def or_place(text: str, row: RowReading, tasks: Sequence[Task]) -> RowReading:
    """2.95% may be the 95% of the second line as well: that is a choice too."""
    found = _RUN_TOGETHER.fullmatch(text)
    other = quickly(f"{found['place']} {found['value']}", tasks) if found is not None else None
    items = [choice.item for choice in row.choices]
    if other is None or other.item is None or row.outcome != "asks" or not items or other.item in items:
        return row
    return questions.which_meaning(
        row.piece, labels.answers([*items, other.item], labels.by_code(tasks)), None
    )
