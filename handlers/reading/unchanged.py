"""同去年: what is said to be as it was last year, of which nothing is kept here."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading.certainty import questions
from handlers.reading.tasks import RowReading, Task
from handlers.reading.tokens.asides import bare

_LAST_YEAR: Final = re.compile("[去上往]年")
_UNCHANGED: Final = re.compile(
    r"(?:都|均|全)?(?:没有?|无)(?:什么|啥)?(?:变化|变动|变)"
    r"|(?:都|均)?(?:[同跟和与按照]|还是)[去上往]年的?(?:数|情况|标准)?(?:一样|相同|一致|报|走|来)?"
)
_FIGURE: Final = re.compile(r"\d{3}|[.%]")
_PLACES: Final = re.compile("[0-9]+")
_BESIDES: Final = 6


def as_last_year(text: str, tasks: Sequence[Task]) -> RowReading | None:
    """3、4都没变化，同去年: the question for this year's; None where anything else is said."""
    if _LAST_YEAR.search(text) is None:
        return None
    left = _UNCHANGED.sub("", text)
    if left == text or len(bare(left)) > _BESIDES or _FIGURE.search(left):
        return None
    said = set(map(int, _PLACES.findall(left)))
    return questions.as_last_year(text.strip(), [task for task in tasks if task.ordinal in said - {0}])
