"""同去年: what is said to be as it was last year, of which nothing is kept here, and one figure said of both years."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handlers.reading.certainty import questions
from handlers.reading.naming.aliases import year_roles
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


_VALUE: Final = r"(?P<value>\d+(?:\.\d+)?[%‰]?)"
_BOTH: Final = re.compile(
    r"(?:今年[和跟与、,]?\s*[去上]年|[去上]年[和跟与、,]?\s*今年|这?两年)(?:都|均|全)?(?:是|为)?\s*"
    + _VALUE
    + "|[跟和与同][去上]年的?(?:持平|一样|相同|一致)[，,\\s]*(?:都|均)?(?:是|为)?\\s*"
    + _VALUE.replace("value", "same")
)


_AS_LAST_YEAR: Final = re.compile(
    "(?:还是)?(?:按照?|照着?|跟|像)[去上往]年(?:那样|那么|一样|的数?|那个数?)?(?=[填报写记]{1,2}[成为]?\\s*\\d)"
)
"""按去年那样填100: the figure itself is told, and only the way is last year's."""


def of_both_years(text: str, tasks: Sequence[Task]) -> str:
    """投诉率跟去年持平，都是0.8 as 投诉率今年0.8 去年0.8, where a line asks for both years; else the text."""
    if "年" not in text:
        return text
    if not any(year_roles(task.inputs) for task in tasks):
        return _AS_LAST_YEAR.sub("", text)
    found = _BOTH.search(text)
    if found is None:
        return text
    value = found["value"] or found["same"]
    return f"{text[: found.start()]}今年{value} 去年{value}{text[found.end() :]}"


_FIGURE_OF: Final = r"(?:全年|同期|度)?(?:的|是|为|有)*\s*(?P<{name}>\d+(?:\.\d+)?)[个家件%‰起项]?"
_GAP: Final = r"[)，,、；;\s]*"


def _told_twice(text: str, year: int | None) -> Iterator[tuple[int, re.Match[str]]]:
    """Where a figure of 去年 stands beside one of that very year by its number, and the year."""
    if year is None or not (f"{year}年" in text or f"{year - 1}年" in text):
        return
    named, printed = _FIGURE_OF.format(name="a"), _FIGURE_OF.format(name="b")
    for word, one in (("[去上]年", year - 1), ("[今本]年", year)):
        for form in (
            f"[(]?{word}{named}{_GAP}{one}年{printed}",
            f"{one}年{printed}{_GAP}[(]?{word}{named}[)]?",
        ):
            found = re.search(form, text)
            if found is not None:
                yield one, found


def once_told(text: str, year: int | None) -> str:
    """0.66（去年0.73），2014年0.73 with last year's figure told but once; else the text."""
    for one, found in _told_twice(text, year):
        if found["a"] == found["b"]:
            return f"{text[: found.start()]}，{one}年{found['b']}{text[found.end() :]}"
    return text


def twice_told(text: str, year: int | None) -> RowReading | None:
    """去年73，2014年32: two figures of the same year, neither of which is taken."""
    for _, found in _told_twice(text, year):
        if found["a"] != found["b"]:
            told = f"“{found[0].strip(')(，, ')}”说的是同一年，两个数对不上，整条没有入库，请核对后重发。"
            return RowReading(text.strip(), "unread", reason=told)
    return None
