"""The draft of what was told: one question that shows all of it and stores exactly that on 1."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.reading import questions
from handlers.reading.locating import Locator
from handlers.reading.tasks import MOST_CHOICES, Answer, ReportItem, RowReading
from handlers.reading.telling.levels import unfinished, values
from handlers.reading.telling.naming import Key
from handlers.reading.telling.told import Told
from handlers.wording import clip

_PIECE: Final = 24
_NOW: Final = "要现在就按没完成报，请回序号。"


@dataclass(frozen=True, slots=True)
class Draft:
    """What each input would be, the likeliest first; the words that tell of things still under way; figures still wanted."""

    values: dict[Key, tuple[object, ...]]
    waiting: dict[Key, str]
    figures: tuple[Key, ...] = ()

    @classmethod
    def of(cls, told: Told, locator: Locator) -> "Draft":
        """The draft of what was told of the list."""
        found: dict[Key, tuple[object, ...]] = {}
        waiting: dict[Key, str] = {}
        for (place, name), standings in told.facts.items():
            meant = values(locator.tasks[place].criterion.input(name), standings)
            if unfinished(standings) and (len(told.facts) > 1 or not meant):
                waiting[place, name] = told.pieces[place, name][-1]
            elif meant:
                found[place, name] = meant
        left = [key for key in told.facts if key not in found and key not in waiting]
        understood = {piece for key in found for piece in told.pieces[key]}
        unread = [piece for key in left for piece in told.pieces[key] if piece not in understood]
        told.rest += dict.fromkeys(unread)
        figures = tuple(key for key in left if set(told.pieces[key]) <= understood)
        return cls(dict(sorted(found.items(), key=lambda one: _position(one[0], locator))), waiting, figures)

    def without(self, keys: Sequence[Key]) -> "Draft":
        """The draft without what is stored already."""
        kept = {key: meant for key, meant in self.values.items() if key not in keys}
        return Draft(kept, self.waiting, tuple(key for key in self.figures if key not in keys))

    def items(self, locator: Locator, rank: int = 0) -> tuple[ReportItem, ...]:
        """What would be reported, one item a line; of each input the value of that rank, or its last."""
        lines: dict[int, dict[str, object]] = {}
        for (place, name), meant in self.values.items():
            lines.setdefault(place, {})[name] = meant[min(rank, len(meant) - 1)]
        return tuple(item for place, inputs in lines.items() for item in locator.items(place, inputs))


def _position(key: Key, locator: Locator) -> tuple[int, int]:
    names = [item.name for item in locator.tasks[key[0]].inputs]
    return key[0], names.index(key[1])


def rows(
    text: str, told: Told, draft: Draft, unread: Sequence[str], locator: Locator
) -> Iterator[RowReading]:
    """The questions that the draft comes to; `unread` are the words that are no part of it."""
    if draft.values:
        yield _asked(text, told, draft, unread, locator)
    for piece, standing, keys in told.vague:
        found = [
            item
            for place, name in keys
            for value in values(locator.tasks[place].criterion.input(name), [standing])[:1]
            for item in locator.items(place, {name: value})
        ]
        if found:
            yield questions.which_line(piece, questions.answers(found, locator.tasks))


def _asked(text: str, told: Told, draft: Draft, unread: Sequence[str], locator: Locator) -> RowReading:
    piece = text.strip()
    places = {place for place, _ in draft.values}
    task = locator.tasks[next(iter(places))] if len(places) == 1 else None
    choices = _choices(draft, locator)
    if all(unfinished(told.facts[key]) for key in draft.values):
        question = f"“{clip(piece, questions.PIECE_WIDTH)}”还在办，不算完成，没有入库，办完再报。{_NOW}"
    elif len(choices) == 1:
        question = f"“{clip(piece, questions.PIECE_WIDTH)}”是不是下面这个意思？是就回1，不是请重发。"
    else:
        question = f"“{clip(piece, questions.PIECE_WIDTH)}”是哪个意思？请回序号，都不是请重发。"
    return questions.asks(piece, choices, question + _left_out(draft, unread, locator), task)


def _left_out(draft: Draft, unread: Sequence[str], locator: Locator) -> str:
    """What is no part of the draft says so: what is under way, and what was not understood."""
    said = ""
    if draft.waiting:
        said += f"没放进去的：{_pieces(draft.waiting.values())}，办完再报。"
    if draft.figures:
        wanted = "、".join(
            questions.title(locator.tasks[place])
            for place in dict.fromkeys(place for place, _ in draft.figures)
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
        label = "；".join(questions.item_label(item, locator.tasks) for item in items)
        found.setdefault(label, Answer(label, items[0], items[1:]))
    return tuple(found.values())
