"""The draft of what was told: one question that shows all of it and stores exactly that on 1."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from handlers.reading import labels
from handlers.reading.certainty import objecting, questions
from handlers.reading.naming.locating import Locator
from handlers.reading.tasks import MOST_CHOICES, Answer, ReportItem, RowReading
from handlers.reading.telling.levels import unfinished, values
from handlers.reading.telling.naming import Key
from handlers.reading.telling.told import Told
from handlers.wording import clip

_PIECE: Final = 24
_NOT_YET: Final = re.compile("[还尚暂]")
_FIGURES: Final = frozenset({"percent", "number", "money", "points", "count"})
_TO_COME: Final = re.compile("出来|下来|统计|反馈|汇总|公布|通报|[没未]给|没到|测")
_NOW: Final = "要现在就按没完成报，请回序号。"


@dataclass(frozen=True, slots=True)
class Draft:
    """What each input would be, the likeliest first.

    `waiting` are the words that tell of things still under way, `figures` what wants a figure beside what was told
    of all, `expected` the figures that are said to be still to come, `doubtful` the points whose papers are not
    complete; `whole` unless a part of the message is stored already.
    """

    values: dict[Key, tuple[object, ...]]
    waiting: dict[Key, str]
    figures: tuple[Key, ...] = ()
    expected: tuple[Key, ...] = ()
    doubtful: tuple[Key, ...] = ()
    whole: bool = True

    @classmethod
    def of(cls, told: Told, locator: Locator) -> "Draft":
        """The draft of what was told of the list."""
        found: dict[Key, tuple[object, ...]] = {}
        waiting: dict[Key, str] = {}
        for (place, name), standings in told.facts.items():
            meant = values(locator.tasks[place].criterion.input(name), standings)
            if unfinished(standings):
                waiting[place, name] = told.pieces[place, name][-1]
            elif meant:
                found[place, name] = meant
        if not found:
            found, waiting = _not_yet(waiting, told, locator), {}
        expected = tuple(key for key in told.facts if key not in found and _is_expected(key, told, locator))
        doubtful = tuple(key for key in told.facts if key not in found and _is_lacking(key, told, locator))
        settled = {*found, *waiting, *expected, *doubtful}
        left = [key for key in told.facts if key not in settled]
        understood = {piece for key in found for piece in told.pieces[key]}
        unread = [piece for key in left for piece in told.pieces[key] if piece not in understood]
        told.rest += dict.fromkeys(unread)
        figures = tuple(key for key in left if set(told.pieces[key]) <= understood)
        waiting = {key: piece for key, piece in waiting.items() if key not in expected}
        ordered = dict(sorted(found.items(), key=lambda one: _position(one[0], locator)))
        return cls(ordered, waiting, figures, expected, doubtful)

    def without(self, keys: Sequence[Key]) -> "Draft":
        """The draft without what is stored already."""
        gone = set(keys)
        kept = {key: meant for key, meant in self.values.items() if key not in gone}
        figures = tuple(key for key in self.figures if key not in gone)
        return replace(self, values=kept, figures=figures, whole=not keys)

    def items(self, locator: Locator, rank: int = 0) -> tuple[ReportItem, ...]:
        """What would be reported, one item a line; of each input the value of that rank, or its last.

        Of several the lowest level is no second choice: it is offered only where it comes first.
        """
        lines: dict[int, dict[str, object]] = {}
        for (place, name), meant in self.values.items():
            at = min(rank, len(meant) - 1)
            lowest = len(self.values) > 1 and meant[at] == "none"
            lines.setdefault(place, {})[name] = meant[0 if lowest else at]
        return tuple(item for place, inputs in lines.items() for item in locator.items(place, inputs))


def _is_expected(key: Key, told: Told, locator: Locator) -> bool:
    """Whether it is a figure that is said to be still to come."""
    item = locator.tasks[key[0]].criterion.input(key[1])
    late = set(told.facts[key]) <= {"none", "going", "planned"}
    return item.type in _FIGURES and late and any(map(_TO_COME.search, told.pieces[key]))


def _is_lacking(key: Key, told: Told, locator: Locator) -> bool:
    """Whether a point is told of that has only some of its papers: neither yes nor no."""
    item = locator.tasks[key[0]].criterion.input(key[1])
    return item.type == "bool" and bool({"partial", "half"} & set(told.facts[key]))


def _not_yet(waiting: Iterable[Key], told: Told, locator: Locator) -> dict[Key, tuple[object, ...]]:
    """What things still under way would be reported as now, where nothing else was told."""
    found: dict[Key, tuple[object, ...]] = {}
    for key in waiting:
        item = locator.tasks[key[0]].criterion.input(key[1])
        meant = values(item, told.facts[key]) or ((False,) if item.type == "bool" else ())
        if meant:
            found[key] = meant
    return found


def _position(key: Key, locator: Locator) -> tuple[int, int]:
    names = [item.name for item in locator.tasks[key[0]].inputs]
    return key[0], names.index(key[1])


def rows(
    text: str, told: Told, draft: Draft, unread: Sequence[str], locator: Locator
) -> Iterator[RowReading]:
    """The questions that the draft comes to; `unread` are the words that are no part of it."""
    if draft.values:
        yield _asked(text, told, draft, unread, locator)
    elif unread:
        yield from map(questions.unknown_line, unread)
    if told.unnamed and told.heading is not None:
        yield objecting.which_points(told.unnamed, locator.tasks[told.heading])
    for place, name in draft.doubtful:
        items = [item for value in (True, False) for item in locator.items(place, {name: value})]
        choices = labels.answers(items, locator.by_code)
        yield questions.which_meaning(told.pieces[place, name][-1], choices, locator.tasks[place])
    for key in draft.expected:
        yield objecting.to_come(told.pieces[key][-1], locator.tasks[key[0]])
    yield from _of_several(told, locator)


def _of_several(told: Told, locator: Locator) -> Iterator[RowReading]:
    """What is told in words that several things share."""
    for piece, standing, keys in told.vague:
        ranked = sorted(
            keys, key=lambda key: -_shared(piece, locator.tasks[key[0]].criterion.input(key[1]).label)
        )
        found = [
            item
            for place, name in ranked
            for value in values(locator.tasks[place].criterion.input(name), [standing])[:1]
            for item in locator.items(place, {name: value})
        ]
        if found:
            yield questions.which_line(piece, labels.answers(found, locator.by_code))
        elif unfinished([standing]):
            yield _waits(piece)


def _shared(piece: str, label: str) -> int:
    """How many pairs of characters of the words stand in the label."""
    pairs = {piece[at : at + _PAIR] for at in range(len(piece) - 1)}
    return sum(pair in label for pair in pairs)


_PAIR: Final = 2


def either(text: str, ways: Sequence[Told], locator: Locator) -> tuple[RowReading, ...]:
    """The question which of two drafts is meant, where a number is one line's place and another's code."""
    drafts = [Draft.of(told, locator) for told in ways]
    choices = [answer for draft in drafts if draft.values for answer in _choices(draft, locator)[:1]]
    return (questions.which_meaning(text.strip(), tuple(choices), None),) if choices else ()


def still_waiting(draft: Draft) -> Iterator[RowReading]:
    """A receipt for what is still under way beside what was stored."""
    yield from map(_waits, dict.fromkeys(draft.waiting.values()))


def _waits(piece: str) -> RowReading:
    said = f"“{clip(piece, labels.PIECE_WIDTH)}”没有入库：还在办，办完再报。"
    return RowReading(piece, "unread", reason=said)


def _asked(text: str, told: Told, draft: Draft, unread: Sequence[str], locator: Locator) -> RowReading:
    pieces = dict.fromkeys(piece for key in draft.values for piece in told.pieces[key] if piece)
    waits = all(_is_open(key, told) for key in draft.values)
    piece = text.strip() if draft.whole and not waits else "，".join(pieces)
    places = {place for place, _ in draft.values}
    task = locator.tasks[next(iter(places))] if len(places) == 1 else None
    choices = _choices(draft, locator)
    if waits:
        question = f"“{clip(piece, labels.PIECE_WIDTH)}”还在办，不算完成，没有入库，办完再报。{_NOW}"
    elif len(choices) == 1:
        question = f"“{clip(piece, labels.PIECE_WIDTH)}”是不是下面这个意思？是就回1，不是请重发。"
    else:
        question = f"“{clip(piece, labels.PIECE_WIDTH)}”是哪个意思？请回序号，都不是请重发。"
    return questions.asks(piece, choices, question + _left_out(told, draft, unread, locator), task)


def _is_open(key: Key, told: Told) -> bool:
    """Whether it is still to be done: under way, or 还没弄."""
    if unfinished(told.facts[key]):
        return True
    return told.facts[key] == ["none"] and _NOT_YET.search(told.pieces[key][0]) is not None


def _left_out(told: Told, draft: Draft, unread: Sequence[str], locator: Locator) -> str:
    """What is no part of the draft says so: what others report, what is under way, and what was not understood."""
    said = f"不由您单位报的：{_pieces(told.not_ours)}。" if told.not_ours else ""
    if draft.waiting:
        said += f"没放进去的：{_pieces(draft.waiting.values())}，办完再报。"
    if draft.figures:
        wanted = "、".join(
            labels.title(locator.tasks[place]) for place in dict.fromkeys(place for place, _ in draft.figures)
        )
        said += f"{wanted}要报数，请另发。"
    if unread:
        said += f"没读进去的：{_pieces(unread)}。"
    return said


def _pieces(pieces: Iterable[str]) -> str:
    return "、".join(f"“{clip(piece, _PIECE)}”" for piece in dict.fromkeys(pieces))


def _choices(draft: Draft, locator: Locator) -> tuple[Answer, ...]:
    ranks = min(max(len(meant) for meant in draft.values.values()), MOST_CHOICES)
    if len({place for place, _ in draft.values}) > 1:
        ranks = min(ranks, 2)
    found: dict[str, Answer] = {}
    for rank in range(ranks):
        items = draft.items(locator, rank)
        label = "；".join(labels.item_labels(items, locator.by_code))
        found.setdefault(label, Answer(label, items[0], items[1:]))
    return tuple(found.values())
