"""几项一条说的: a message that names several places of the list by number, read again place by place.

It is read so only where the whole has left one of these places out, or has taken it for another.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from handlers.reading import labels, numbers
from handlers.reading.certainty import questions
from handlers.reading.numbers import numeral
from handlers.reading.tasks import Answer, RowReading, Task
from handlers.reading.tokens.ordinals import PATTERN, place_of
from handlers.wording import circled

Rows = tuple[RowReading, ...]
_CIRCLE: Final = rf"(?:{PATTERN})(?<![个条])"
"""第二条 and 第二个 may be a point of the line before."""
_HAN: Final = "[一二三四五六七八九十]{1,3}"
_NUMBER: Final = rf"(?:第?(?:\d{{1,2}}|{_HAN})(?:[项条号](?!的?[和、]))?)"
_DIGITS: Final = r"(?<!\d)\d{1,2}(?![\d.])"
_AND: Final = r"\s*(?:[、,，/和跟与及]|还有)\s*"
_FIGURE: Final = re.sub(r"\?P<\w+>", "?:", numbers.PATTERN)
_UNITS: Final = "个(?!都|方案|文件|项)|件|家|次|起|%|分(?!别)|人|年|月|日|号|条(?!都)|万|亿|批|名|\\.\\d|\\d"
_SPAN: Final = rf"第?(?P<first>\d{{1,2}}|{_HAN})(?:项|号)?(?:到|至|-|~|—|–)第?(?P<last>\d{{1,2}}|{_HAN})"
_RUN: Final = "(?P<run>[一二三四五六七八九]{2,9})"
_TOLD: Final = (
    r"(?=\s*(?:项|条|的|[这那]?[两三四五六七八九]?[项个条块样]|都|全|均|也|有|没|未|无|零|方案|制度|措施|文件|材料|工作"
    r"|写|归|用|完|做|办|弄|搞|已|还|印|发|报|齐|分别|依次|各))"
)
_IN_TURN: Final = re.compile(
    rf"(?:分别|依次|各自?)?(?:是|为|报)?[:：]?\s*(?P<values>{_FIGURE}(?>(?:\s*[、，,和/]\s*|\s+){_FIGURE})+)"
)
_GROUP: Final = re.compile(
    rf"(?P<circles>{_CIRCLE}(?>(?:{_AND}|\s*){_CIRCLE})+)"
    rf"|(?:^|(?<=[，,；;。\n\s])|(?<=就是))(?:(?P<span>{_SPAN})|{_RUN}"
    rf"|(?P<list>{_NUMBER}(?>{_AND}{_NUMBER})+|{_DIGITS}(?:\s+{_DIGITS})+)|(?P<each>第{_HAN}(?:第{_HAN})+))(?!{_UNITS}){_TOLD}"
)
_MARKED: Final = r"[ \t]*[.、:：)）][ \t]*(?=\D)"
_SPACED: Final = rf"[ \t]+(?=\S)(?!(?:{_UNITS})(?!\d))"
_BEFORE_WORDS: Final = rf"(?=[\u4e00-\u9fff])(?!{_UNITS})"
_HEAD: Final = re.compile(
    rf"(?P<mark>{_CIRCLE})"
    rf"|(?:^|(?<=[\n；;，,])|(?<=\D。)|(?<=\s))[ \t]*(?P<number>\d{{1,2}})(?:{_MARKED}|{_SPACED}|{_BEFORE_WORDS})"
    rf"|(?:^|(?<=[\n；;。，,\s]))(?P<han>{_HAN})(?:[、.:：]|是(?=\S)|的(?=\S)|\s|项(?=[^\s都全共工任指就均目]))"
)
_MEMBER: Final = re.compile(rf"{_CIRCLE}|\d{{1,2}}|{_HAN}")
_ALL: Final = re.compile(r"^[\s、，,:：]*(?:[这那]?[两三四五六七八九几][项个条块样]|[项条])?[\s，,]*")
_POINTS: Final = re.compile(r"\s*[两三四五六七八九]条都")
"""1 三条都有: the points of one line are counted."""
_BLANK: Final = " \t\n，,；;。、"
_LETTER: Final = re.compile(r"\w")
_LEAST: Final = 2
_LONGEST_HEAD: Final = 60
"""What names more places than this is no list of them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one place; `typed` is how it was written, `group` counts what was said of several at once.

    `counted` where the number has no mark: it may only count the rows.
    """

    place: int
    text: str
    typed: str
    group: int
    counted: bool = False


def places_together(text: str, places: Collection[int]) -> tuple[int, ...]:
    """The places that the first group in the text names, in their order: 七八九, 4到6, 7 8 9, ①和③; else none."""
    found = _GROUP.search(text)
    return _members(found, places) if found is not None else ()


def completed(
    text: str,
    tasks: Sequence[Task],
    rows: Rows,
    read: Callable[[str], Rows],
    place_named: Callable[[str], int | None],
) -> Rows:
    """The rows, or those of each place by itself where the whole leaves one of the places named out.

    `place_named` gives the number on the list of the only line that words name.
    """
    known = {task.ordinal: task for task in tasks if task.ordinal}
    entries = entries_of(text, known)
    if len({entry.place for entry in entries}) < _LEAST:
        return rows
    if _covers(entries, rows, known):
        return _swept(entries, rows, tasks, known)
    if any(_only_counts(entry, place_named) for entry in entries):
        return rows
    certain = {row.item.criterion.code for row in rows if row.item is not None}
    if {known[entry.place].criterion.code for entry in entries} <= certain:
        told = tuple(row for row in rows if row.item is not None or not _is_headed(row))
        return _swept(entries, told, tasks, known)
    found = [_of_entry(entry, known[entry.place], read(entry.text)) for entry in entries]
    if not any(row.item or row.choices for told in found for row in told):
        return rows
    spoken = {code for told in found for row in told for code in _codes(row)}
    besides = (row for row in rows if row.item is not None and not spoken & set(_codes(row)))
    return tuple(_each_once((*besides, *_grouped(entries, found, tasks))))


def entries_of(text: str, places: Collection[int]) -> tuple[Entry, ...]:
    """What is said of each place, in the message's order; nothing where the numbers may be something else."""
    heads = list(_heads(text, places))
    ends = [start for start, *_ in heads[1:]] + [len(text)]
    entries: list[Entry] = []
    for group, ((start, end, members, counted), until) in enumerate(zip(heads, ends, strict=False)):
        behind = text[end:until]
        said = (behind if len(members) == 1 and _POINTS.match(behind) else _ALL.sub("", behind)).strip(_BLANK)
        if not _LETTER.search(said):
            return ()
        typed = text[start:until].strip(_BLANK)
        each = _values(said, len(members)) or [said] * len(members)
        entries += [
            Entry(at, f"{_mark(at)}{words}", typed, group, counted)
            for at, words in zip(members, each, strict=True)
        ]
    return tuple(entries)


def _values(said: str, count: int) -> list[str]:
    """The value of each of several places, 分别是95、96、98; nothing where there are not so many."""
    found = _IN_TURN.fullmatch(said) if count > 1 else None
    values = re.findall(_FIGURE, found["values"]) if found is not None else []
    return values if len(values) == count else []


def _heads(text: str, places: Collection[int]) -> Iterator[tuple[int, int, tuple[int, ...], bool]]:
    """Where each head stands, its places, and whether it is one number without a mark.

    Numbers without marks stand for places only where they ascend.
    """
    at, last = 0, 0
    while True:
        group, head = _GROUP.search(text, at), _HEAD.search(text, at)
        found = min((one for one in (group, head) if one is not None), key=_starts, default=None)
        if found is None:
            return
        members = _members(found, places) if found is group else _single(found, places)
        counted = (found["circles"] if found is group else found["mark"]) is None
        if members and counted and members[0] <= last:
            members = ()
        if members:
            yield found.start(), found.end(), members, counted and found is head
            last = members[-1]
        at = found.end() if members or len(found[0]) > _LONGEST_HEAD else found.start() + 1


def _starts(found: re.Match[str]) -> tuple[int, bool]:
    return found.start(), found.re is not _GROUP


def _members(found: re.Match[str], places: Collection[int]) -> tuple[int, ...]:
    said = found.groupdict()
    if said["span"]:
        members = tuple(range(_value(said["first"]), _value(said["last"]) + 1))
    elif said["run"]:
        members = tuple(map(_value, said["run"]))
    else:
        marks = _MEMBER.findall(found[0])
        members = tuple(place_of(mark) or _value(mark) for mark in marks)
    ascending = all(one < other for one, other in pairwise(members))
    return members if len(members) >= _LEAST and ascending and set(members) <= set(places) else ()


def _single(found: re.Match[str], places: Collection[int]) -> tuple[int, ...]:
    place = place_of(found["mark"]) if found["mark"] else _value(found["number"] or found["han"])
    return (place,) if place in places else ()


def _value(word: str) -> int:
    return int(numeral(word) or 0)


def _mark(place: int) -> str:
    return circled(place) if place <= len("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳") else f"第{place}项"


def _covers(entries: Sequence[Entry], rows: Rows, known: Mapping[int, Task]) -> bool:
    """Whether the rows speak of every place named, and offer none of the others for the numbers themselves."""
    codes = {known[entry.place].criterion.code for entry in entries}
    spoken = {code for row in rows for code in _codes(row)}
    others = (row for row in rows if row.choices and not codes & set(_codes(row)))
    lost = (row for row in rows if row.outcome == "unread" or (row.outcome == "asks" and not row.choices))
    return codes <= spoken and not any(map(_is_headed, (*others, *lost)))


def _is_headed(row: RowReading) -> bool:
    return _HEAD.search(row.piece) is not None or _GROUP.search(row.piece) is not None


_NAME: Final = re.compile(r"[^\d，,；;。\n\t]{2,24}")


def _only_counts(entry: Entry, place_named: Callable[[str], int | None]) -> bool:
    """Whether the number stands before the name of another line: it counts the rows of the message."""
    name = _NAME.match(entry.text.removeprefix(_mark(entry.place)))
    return entry.counted and name is not None and place_named(name[0]) not in (None, entry.place)


def _codes(row: RowReading) -> Iterator[str]:
    if row.task is not None:
        yield row.task.criterion.code
    for item in (row.item, *(item for choice in row.choices for item in choice.items)):
        if item is not None:
            yield item.criterion.code


def _of_entry(entry: Entry, task: Task, rows: Rows) -> Rows:
    """What its words say of the place; the place is asked for where they say nothing of it."""
    code = task.criterion.code
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
    task, item = row.task, row.item
    if row.outcome != "certain" or task is None or item is None:
        return row
    if not any(value is True for value in item.inputs.values()):
        return row
    return questions.which_meaning(row.piece, labels.answers([item], {task.criterion.code: task}), task)


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
