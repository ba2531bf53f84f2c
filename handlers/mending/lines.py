"""Which lines of the list a few words name, reported or not, and what a value that stands elsewhere would be there."""

import re
from collections.abc import Iterator
from typing import Final

from handlers.board import BoardLine
from handlers.mending.naming import Reader
from handlers.mending.reported import Reported
from handlers.reading import Certain, match_criterion, read_number, read_ordinals
from handlers.reading.values import verdict
from scoring.model import Input

_PLACES: Final = re.compile(r"(?:第?\s*(?P<place>[\d①-⑳㉑-㉟、,，和跟及\s]{1,20}?)\s*[项条号]?(?:指标)?)")
_BETWEEN: Final = re.compile(r"[\s、,，和跟与及]|还有|以及")
_NAME: Final = 2
_SHORT: Final = 2 * _NAME
_LONG: Final = 12
_RUN_TOGETHER: Final = re.compile(r"(?<=[①-⑳㉑-㉟])(?=[①-⑳㉑-㉟])")


def lines_named(words: str, reader: Reader, code: str) -> tuple[BoardLine, ...]:
    """The lines that nothing but these words name; a mere district is meant of the leaf with that code."""
    words = words.strip("，,。 的")
    if not words:
        return ()
    listed = _PLACES.fullmatch(words)
    places = read_ordinals(_RUN_TOGETHER.sub("、", listed["place"])) if listed else ()
    if places or read_ordinals(words):
        places = places or read_ordinals(words)
        found = tuple(line for line in reader.board.lines if line.duty.ordinal in places)
        return found if {line.duty.ordinal for line in found} == set(places) else ()
    subjects = _subjects(words, reader)
    if subjects:
        return tuple(line for line in reader.board.lines if line.code == code and line.subject in subjects)
    named = [_of_name(part, reader) for part in _BETWEEN.split(words) if part]
    whole = _of_name(words, reader)
    if whole:
        return whole
    if len(named) > 1 and all(named):
        return tuple(line for lines in named for line in lines)
    return _run_together(words, reader)


def _run_together(words: str, reader: Reader) -> tuple[BoardLine, ...]:
    """省抽市抽: two names side by side."""
    if not _SHORT <= len(words) <= _LONG:
        return ()
    for at in range(_NAME, len(words) - _NAME + 1):
        first, second = _of_name(words[:at], reader), _of_name(words[at:], reader)
        if first and second and first != second:
            return (*first, *second)
    return ()


def _subjects(words: str, reader: Reader) -> tuple[str, ...]:
    """The assessed units, where the words are nothing but names of them: 安岳乐至."""
    known = reader.locator.book.subjects
    own = {line.subject for line in reader.board.lines}
    names = sorted(known, key=len, reverse=True)
    found, left = [], words
    while left:
        name = next((one for one in names if left.startswith(one)), None)
        if name is not None and known[name] in own:
            found.append(known[name])
            left = left[len(name) :]
        elif (between := _BETWEEN.match(left)) or (between := re.match("[区县镇市的那]", left)):
            left = left[between.end() :]
        else:
            return ()
    return tuple(dict.fromkeys(found))


def _of_name(words: str, reader: Reader) -> tuple[BoardLine, ...]:
    """The one leaf that the words surely call, in every district."""
    matches = match_criterion(words, reader.board.tasks())
    if not matches or (len(matches) > 1 and not matches[0].sure):
        return ()
    code = matches[0].task.criterion.code
    return tuple(line for line in reader.board.lines if line.code == code)


def carried(one: Reported, line: BoardLine) -> dict[str, object]:
    """What was given there, as it would be given on this line; {} where it does not fit."""
    if line.code == one.line.code:
        return dict(one.row.given)
    values = list(one.row.given.items())
    if len(values) != 1:
        return {}
    (name, value) = values[0]
    of_type = one.line.criterion.input(name).type
    fitting = [item for item in line.duty.inputs if _takes(item, value)]
    alike = [item for item in fitting if item.name == name] or [
        item for item in fitting if item.type == of_type
    ]
    meant = alike or fitting
    return {meant[0].name: _as(meant[0], value)} if len(meant) == 1 else {}


def open_lines(one: Reported, reader: Reader) -> Iterator[BoardLine]:
    """The other districts of the same leaf, on which that is not what stands."""
    for line in reader.board.lines:
        if line.code == one.line.code and line.subject != one.line.subject and not line.known:
            yield line


def _takes(item: Input, value: object) -> bool:
    if item.type == "choice":
        return value in [choice.value for choice in item.choices]
    if isinstance(value, bool) or item.type in ("bool", "text"):
        return isinstance(value, bool) and item.type == "bool"
    number = read_number(str(value))
    return number is not None and isinstance(verdict(item, number), Certain)


def _as(item: Input, value: object) -> object:
    """The value in the form in which this input stores it."""
    number = read_number(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
    judged = verdict(item, number) if number is not None and item.type != "choice" else None
    return judged.value if isinstance(judged, Certain) else value
