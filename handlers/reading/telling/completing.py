"""What the grammar of values leaves open of a message, completed by what its plain words tell."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from handlers.reading.certainty import questions
from handlers.reading.naming.locating import Locator
from handlers.reading.naming.topics import core
from handlers.reading.tasks import RowReading
from handlers.reading.telling.abroad import abroad, beside_its_name
from handlers.reading.telling.drafting import Draft, either, rows, still_waiting
from handlers.reading.telling.naming import Key
from handlers.reading.telling.telling import tell
from handlers.reading.telling.told import Told
from handlers.reading.tokens.asides import bare, without_courtesy
from handlers.wording import value_text

Rows = tuple[RowReading, ...]
_TELLS: Final = re.compile("[了完有没无未已全齐差缺在中好否是零过健都搞√×做办发立稿半起0出周月明等平]")

_LEFT_OUT: Final = re.compile(
    "除.{1,20}(?:都|全|均|其[他它余])|(?:就|只|还)(?:差|缺|剩).*(?:其[他它余]|别的|剩下)"
    "|一[个条项块份样](?![都也]).{1,6}一[个条项块份样](?![都也])"
)

_TELLING: Final = 3
_PAPERS: Final = re.compile("(?:证明|佐证|印证)?(?:材料|资料|台账|佐证)")


def completed(text: str, locator: Locator, found: Rows, read: Callable[[str], Rows]) -> Rows:
    """The rows of a message with what its plain words tell beyond them; `read` reads the clauses that tell nothing.

    What is certain stays, unless the words tell it of another line; all else becomes a draft to confirm.
    """
    ways = tell(text, locator) if _TELLS.search(text) else ()
    if not ways and _LEFT_OUT.search(text):
        return tuple(map(_unheard, found))
    if not ways:
        unknown = all(map(questions.is_unknown_line, found))
        return (abroad(text, locator) if unknown else ()) or beside_its_name(found, locator)
    if len(ways) > 1 and any(row.outcome == "certain" for row in found):
        return found
    if len(ways) > 1:
        return either(text, ways, locator) or found
    return _with(ways[0], text, locator, found, read)


def _with(told: Told, text: str, locator: Locator, found: Rows, read: Callable[[str], Rows]) -> Rows:
    draft = Draft.of(told, locator)
    if any(_is_misheard(row, draft, locator) for row in found):
        return found
    kept = tuple(
        row
        for row in found
        if row.outcome == "certain" and (_is_printed(row) or _agrees(row, draft, told, locator))
    )
    stored = _stored(kept, locator)
    draft = draft.without([*stored, *_told_already(kept, draft, told)])
    told.vague = [vague for vague in told.vague if not set(vague[2]).intersection(stored)]
    if not (draft.values or draft.expected or draft.doubtful or told.vague or told.unnamed):
        return (*found, *still_waiting(draft)) if kept else found
    said = " ".join(bare(row.piece) for row in kept)
    told.rest = [words for words in told.rest if _matters(words) and bare(words) not in said]
    papers = [words for words in told.rest if _PAPERS.match(words)]
    told.rest = [words for words in told.rest if words not in papers]
    others = _beside(draft, told, _others(told, kept, locator, read), locator)
    unread = papers if others else [*papers, *told.rest]
    return (*kept, *others, *rows(text, told, draft, unread, locator))


def _matters(words: str) -> bool:
    """Whether the words are more than a courtesy."""
    return bool(core(words)) and bool(without_courtesy(bare(words)))


def _unheard(row: RowReading) -> RowReading:
    """除了经费其他都是 that could not be followed: no answer may offer all of them."""
    return questions.which_line(row.piece, ()) if row.outcome in ("asks", "certain") else row


def _is_misheard(row: RowReading, draft: Draft, locator: Locator) -> bool:
    """Whether a word was heard for a line whose figure is certain: the 没有 of 江苏名牌2个 南通名牌没有 is the other's."""
    item = row.item
    if item is None or row.task not in locator.tasks:
        return False
    place = locator.tasks.index(row.task)
    return any(
        not _is_worded(value)
        and (meant := draft.values.get((place, name))) is not None
        and all(map(_is_worded, meant))
        for name, value in item.inputs.items()
    )


def _agrees(row: RowReading, draft: Draft, told: Told, locator: Locator) -> bool:
    """Whether a certain row is not told of another line, or with another value."""
    item, task = row.item, row.task
    if item is None or task is None or task not in locator.tasks:
        return True
    place = locator.tasks.index(task)
    for name, value in item.inputs.items():
        meant = draft.values.get((place, name))
        if meant is not None and (
            value not in meant or (len(meant) > 1 and len(told.facts[place, name]) > 1)
        ):
            return False
    if any(line == place for line, _ in (*draft.values, *draft.waiting)):
        return True
    if not all(_is_worded(value) for value in item.inputs.values()):
        return True
    if told.heading is not None and {line for line, _ in told.facts} == {told.heading}:
        return item.criterion.code in row.piece
    words = bare("".join(piece for pieces in told.pieces.values() for piece in pieces))
    return bare(row.piece) not in words


def _is_printed(row: RowReading) -> bool:
    """Whether the row's level is told in the very words that the document prints for it."""
    item = row.item
    levels = [(name, value) for name, value in item.inputs.items() if isinstance(value, str)] if item else []
    return item is not None and any(
        value.isalpha() and value_text(item.criterion.input(name), value) in row.piece
        for name, value in levels
    )


def _is_worded(value: object) -> bool:
    """Whether a value may come from a word such as 有 or 没有 rather than from a figure."""
    return isinstance(value, bool) or value in (0, "0") or (isinstance(value, str) and value.isalpha())


def _stored(kept: Rows, locator: Locator) -> list[Key]:
    return [
        (place, name)
        for row in kept
        if row.item is not None
        for place, task in enumerate(locator.tasks)
        if task.criterion.code == row.item.criterion.code
        for name in row.item.inputs
    ]


def _told_already(kept: Rows, draft: Draft, told: Told) -> Iterator[Key]:
    """What only a single word told that a certain row has read for another input: 安全事故：无 is no level too."""
    read = [bare(row.piece) for row in kept]
    for key in draft.values:
        pieces = [bare(piece) for piece in told.pieces[key]]
        if all(len(piece) < _TELLING and any(one.endswith(piece) for one in read) for piece in pieces):
            yield key


def _others(told: Told, kept: Rows, locator: Locator, read: Callable[[str], Rows]) -> Rows:
    """What the clauses beside the told ones say by themselves, below the same heading.

    A score without a heading is of the only line told of.
    """
    if not told.rest:
        return ()
    places = {place for place, _ in told.facts} if told.heading is None else {told.heading}
    scored = told.heading is not None or all(map(_SCORE.match, told.rest))
    below = len(places) == 1 and scored and _COUNTED.match(told.rest[0]) is None
    heading = f"{locator.tasks[min(places)].criterion.code} " if below else ""
    known = [row.item for row in kept]
    again = (row for row in read(heading + "，".join(told.rest)) if row.item is None or row.item not in known)
    return tuple(questions.doubted(_unheaded(row, heading)) for row in again)


def _unheaded(row: RowReading, heading: str) -> RowReading:
    """The row as it was typed, without the code that was put before it."""
    if not heading or not row.piece.startswith(heading):
        return row
    piece = row.piece.removeprefix(heading)
    return replace(row, piece=piece, question=row.question.replace(row.piece, piece, 1))


def _beside(draft: Draft, told: Told, others: Rows, locator: Locator) -> Rows:
    """The rows without those that are one more figure of the draft's only line: it is confirmed with the draft."""
    places = {place for place, _ in draft.values}
    if len(places) != 1 or len(locator.tasks[min(places)].subjects) > 1:
        return others
    place = min(places)
    left: list[RowReading] = []
    for row in others:
        item = row.choices[0].item if len(row.choices) == 1 and not row.choices[0].more else None
        keys = [(place, name) for name in item.inputs] if item is not None else []
        if item is None or row.task != locator.tasks[place] or item.amend or draft.values.keys() & set(keys):
            left.append(row)
            continue
        draft.values.update({(place, name): (value,) for name, value in item.inputs.items()})
        told.pieces.update({key: [row.piece] for key in keys})
        rated = all(item.criterion.input(name).type == "points" for name in item.inputs)
        told.rest = [
            words
            for words in told.rest
            if bare(words) not in bare(row.piece) or (rated and not _SCORE.match(words))
        ]
    return tuple(left)


_SCORE: Final = re.compile(r"(?:我们?|单位)?自(?:评|己?打)|(?:打|得)?\d+(?:\.\d+)?分")
_COUNTED: Final = re.compile("[一二三四五六七八九十]{1,3}[、.:]")
"""二、没做，三、2个: a place of its own, below no heading."""
