"""几项一条说的: a message that names several places of the list by number, read again place by place.

It is read so only where the whole has left one of these places out, or has taken it for another.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from handlers.reading import labels
from handlers.reading.certainty import questions
from handlers.reading.filling import takes
from handlers.reading.naming.locating import Locator
from handlers.reading.numbers import read_number
from handlers.reading.places import Entry, entries_of, is_headed
from handlers.reading.tasks import Answer, RowReading, Task
from handlers.reading.tokens.states import State

Rows = tuple[RowReading, ...]
_LEAST: Final = 2


def read_apart(text: str, locator: Locator, read: Callable[[str], Rows]) -> Rows:
    """The rows of a message, or those of each place by itself where the whole leaves one of the places named out.

    The whole is not read where it cannot but leave one out.
    """
    entries = entries_of(text, locator.book.places)
    if len({entry.place for entry in entries}) < _LEAST:
        return read(text)
    known = locator.book.by_ordinal
    if _is_misled(text, entries, known, locator) and not _only_count(entries, locator):
        told = _in_places(entries, known, (), locator, read)
        if told:
            return told
    rows = read(text)
    if _covers(entries, rows, known):
        return _swept(entries, rows, locator.tasks, known)
    if _only_count(entries, locator):
        return rows
    certain = {row.item.criterion.code for row in rows if row.item is not None}
    if {known[entry.place].criterion.code for entry in entries} <= certain:
        told = tuple(row for row in rows if row.item is not None or not is_headed(row.piece))
        return _swept(entries, told, locator.tasks, known)
    return _in_places(entries, known, rows, locator, read) or rows


def _in_places(
    entries: Sequence[Entry],
    known: Mapping[int, Task],
    rows: Rows,
    locator: Locator,
    read: Callable[[str], Rows],
) -> Rows:
    """What is said of each place, and what is certain besides; nothing where no place takes any of it."""
    found = [_of_entry(entry, known[entry.place], read(entry.text)) for entry in entries]
    if not any(row.item or row.choices for told in found for row in told):
        return ()
    spoken = {code for told in found for row in told for code in _codes(row)}
    besides = (row for row in rows if row.item is not None and not spoken & set(_codes(row)))
    return tuple(_each_once((*besides, *_grouped(entries, found, locator.tasks))))


def _is_misled(text: str, entries: Sequence[Entry], known: Mapping[int, Task], locator: Locator) -> bool:
    """Whether the whole takes a place for a code: 1 齐全，2 100 where 2 takes no figure; 3不全 4有 where 4 is no code.

    Only of a message that is nothing but numbers, each with a word or a figure behind it.
    """
    if not text.strip().startswith(entries[0].typed) or not all(entry.counted for entry in entries):
        return False
    if not all(_WORD.fullmatch(entry.words) for entry in entries):
        return False
    listed = any(str(entry.place) not in locator.book.codes for entry in entries)
    figures = ((entry, read_number(entry.words)) for entry in entries if locator.is_code(entry.place))
    return any(
        listed or (figure is not None and not takes(known[entry.place], figure)) for entry, figure in figures
    )


_WORD: Final = re.compile(r"[^\s，,；;。、:]+")


def _covers(entries: Sequence[Entry], rows: Rows, known: Mapping[int, Task]) -> bool:
    """Whether the rows speak of every place named, and offer none of the others for the numbers themselves."""
    codes = {known[entry.place].criterion.code for entry in entries}
    spoken = {code for row in rows for code in _codes(row)}
    others = (row for row in rows if row.choices and not codes & set(_codes(row)))
    lost = (row for row in rows if row.outcome == "unread" or (row.outcome == "asks" and not row.choices))
    return codes <= spoken and not any(is_headed(row.piece) for row in (*others, *lost))


_NAME: Final = re.compile(r"[^\d，,；;。\n\t]{2,24}")


def _only_count(entries: Sequence[Entry], locator: Locator) -> bool:
    """Whether a number stands before the name of another line: it counts the rows of the message."""
    named = ((entry, _NAME.match(entry.words)) for entry in entries)
    return any(
        entry.counted and name is not None and _names_another(name[0], entry.place, locator)
        for entry, name in named
    )


_DONE: Final = re.compile(
    "(?:[都全也]|已经?|任务|工作)*(?:(?:完成|制定|做|办|弄|落实)?了?|有(?:方案|制度|措施|文件|通知)[也和]?)"
)


def _names_another(words: str, place: int, locator: Locator) -> bool:
    """Whether the words name another line; a level alone, 有方案有材料, 不全 or 完成有材料, names none."""
    told = locator.book.clauses(words)
    level = len(told) == 1 and _DONE.fullmatch(told[0].words) and isinstance(told[0].said, State)
    return not level and locator.place_named(words) not in (None, place)


def _codes(row: RowReading) -> Iterator[str]:
    if row.task is not None:
        yield row.task.criterion.code
    for item in (row.item, *(item for choice in row.choices for item in choice.items)):
        if item is not None:
            yield item.criterion.code


_WAITING: Final = re.compile("(?:[还正在]|要)*等(?![级次于]|.*(?<!没)有)")
"""5等公安局的材料: nothing to ask for yet."""


def _of_entry(entry: Entry, task: Task, rows: Rows) -> Rows:
    """What its words say of the place; the place is asked for where they say nothing of it."""
    code = task.criterion.code
    if _WAITING.match(entry.words):
        reason = f"“{entry.typed}”：知道了，没有入库，有了再报。"
        return (RowReading(entry.text, "unread", reason=reason, task=task),)
    told = tuple(row for row in rows if code in _codes(row) and row.outcome != "unread")
    return told or (questions.which_meaning(entry.text, (), task),)


def _grouped(entries: Sequence[Entry], found: Sequence[Rows], tasks: Sequence[Task]) -> Iterator[RowReading]:
    """The rows of each entry, what asks the same of several places as one question."""
    for group in dict.fromkeys(entry.group for entry in entries):
        told = [rows for entry, rows in zip(entries, found, strict=True) if entry.group == group]
        if len(told) >= _LEAST:
            told = [tuple(map(_asked_first, rows)) for rows in told]
        open_rows = [rows[0] for rows in told if len(rows) == 1 and _is_level(rows[0])]
        typed = next(entry.typed for entry in entries if entry.group == group)
        together = _together(typed, open_rows, labels.by_code(tasks)) if len(open_rows) >= _LEAST else None
        yield from (row for rows in told for row in rows if together is None or row not in open_rows)
        if together is not None:
            yield together


def _swept(entries: Sequence[Entry], rows: Rows, tasks: Sequence[Task], known: Mapping[int, Task]) -> Rows:
    """The rows, those that one word for several lines would answer with 是 asked first, as one question."""
    groups = Counter(entry.group for entry in entries)
    several = {known[entry.place].criterion.code for entry in entries if groups[entry.group] >= _LEAST}
    asked = [_asked_first(row) if set(_codes(row)) & several else row for row in rows]
    if asked == list(rows):
        return rows
    single = [row for row in asked if row.outcome == "asks" and len(row.choices) == 1]
    if len(single) < _LEAST or any(row.choices[0].item.amend for row in single):
        return tuple(asked)
    codes = [task.criterion.code for task in tasks]
    items = [item for row in single for item in row.choices[0].items]
    items.sort(key=lambda item: codes.index(item.criterion.code))
    piece = "，".join(row.piece for row in single)
    rest = (row for row in asked if row not in single)
    return (*rest, questions.whole_draft(piece, items, (), labels.by_code(tasks)))


def _asked_first(row: RowReading) -> RowReading:
    """A row that one word for many lines would answer with 是: it is asked first."""
    says_yes = row.item is not None and any(value is True for value in row.item.inputs.values())
    return questions.doubted(row) if row.task is not None and says_yes else row


def _is_level(row: RowReading) -> bool:
    return row.outcome == "asks" and bool(row.choices) and not any(one.item.amend for one in row.choices)


def _together(typed: str, rows: Sequence[RowReading], tasks: Mapping[str, Task]) -> RowReading:
    """One question for all: the likeliest of each, then the next of each."""
    choices: dict[str, Answer] = {}
    for rank in range(min(_LEAST, max(len(row.choices) for row in rows))):
        picked = [row.choices[min(rank, len(row.choices) - 1)] for row in rows]
        items = [item for choice in picked for item in choice.items]
        label = "；".join(labels.item_labels(items, tasks))
        choices.setdefault(label, Answer(label, items[0], tuple(items[1:])))
    return questions.which_meaning(typed, tuple(choices.values()), None)


def _each_once(rows: Iterable[RowReading]) -> Iterator[RowReading]:
    given: list[object] = []
    for row in rows:
        if row.item is None or row.item not in given:
            given.append(row.item)
            yield row
