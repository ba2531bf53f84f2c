"""From the words of a clause to the inputs of one list that it names."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from handlers.reading.naming.book import Book
from handlers.reading.naming.topics import Target, core, pieces_of, spoken
from handlers.reading.tasks import Task, main_of
from handlers.reading.telling.levels import values
from handlers.reading.telling.standings import Standing
from handlers.reading.tokens.asides import bare
from handlers.reading.widths import clean
from scoring.model import Input

Key = tuple[int, str]
"""A place of the list and the name of one of its inputs."""

_LISTED: Final = re.compile("[、和及与跟]")
_SEVERAL: Final = 2
_KEEPS_OFF: Final = re.compile("无[^，,]{0,8}(?:事故|事件)")
_CLEARLY: Final = 1.5
"""So many times more has to be left of the next name."""


class Naming:
    """The inputs of a list by what they are called."""

    def __init__(self, tasks: Sequence[Task], book: Book) -> None:
        self._tasks, self._book = tasks, book
        self._kinship, self._topics = book.kinship, book.topics

    def input(self, key: Key) -> Input:
        """The input itself."""
        return self._tasks[key[0]].criterion.input(key[1])

    def points(self, place: int) -> tuple[Key, ...]:
        """The points of a line that are answered by yes or no."""
        return tuple((place, item.name) for item in self._tasks[place].inputs if item.type == "bool")

    def main(self, place: int) -> tuple[Key, ...]:
        """The input that says how far a line is."""
        name = main_of(self._tasks[place])
        return ((place, name),) if name is not None else ()

    def things(self, heading: int | None) -> tuple[Key, ...]:
        """What 前三个 and 其他 count: the points of the heading, or the lines of the list."""
        if heading is not None:
            return self.points(heading) or self.main(heading)
        return self._book.mains

    def events(self) -> tuple[Key, ...]:
        """The inputs that count accidents, or give their rate."""
        return self._book.events

    def kept_off(self, heading: int | None) -> tuple[Key, ...]:
        """The points below the heading that are met where nothing happened: 确保全年无重大事故."""
        points = self.points(heading) if heading is not None else ()
        return tuple(key for key in points if _KEEPS_OFF.search(self.input(key).label))

    def open_line(self) -> tuple[Key, ...]:
        """The only line still open, by the input that says how far it is."""
        places = [place for place, task in enumerate(self._tasks) if not task.done]
        return self.main(places[0]) if len(places) == 1 else ()

    def line(self, words: str, *, certain: bool = False) -> int | None:
        """The line that the words name, by itself or by any of its inputs; where `certain` only by itself."""
        targets = self._topics.find(words).targets if core(words) else ()
        if certain:
            return targets[0].place if len(targets) == 1 and targets[0].input is None else None
        places = {target.place for target in targets}
        return next(iter(places)) if len(places) == 1 else None

    def find(self, topic: str, piece: str, heading: int | None, last: Collection[int]) -> tuple[Key, ...]:
        """The inputs that the words tell of: of the heading, or of the line told of last, before any other.

        The line told of last yields to one that has clearly more of the words.
        """
        if heading is not None:
            keys = self._inputs(self._topics.find(topic, piece, [heading]).targets)
            return self._shortest(keys, core(topic))
        targets = self._topics.find(topic, piece).targets
        told = [target for target in targets if self._is_told(topic, piece, target)]
        here = [target for target in targets if target.place in last]
        if told and not any(target.place in last for target in told):
            here = []
        meant = here or told
        namesakes = () if here else self._of_namesakes(core(topic), meant)
        return tuple(sorted({*self._inputs(meant), *namesakes})) if namesakes else self._inputs(meant)

    def _of_namesakes(self, words: str, meant: Sequence[Target]) -> tuple[Key, ...]:
        """整治方案 of two lines that are called 制定整治方案: the words name the one as well as the other."""
        places = {target.place for target in meant}
        if len(places) != 1 or len(words) < _SEVERAL:
            return ()
        name = self._tasks[min(places)].criterion.name
        if words not in name:
            return ()
        others = [
            at for at, task in enumerate(self._tasks) if task.criterion.name == name and at not in places
        ]
        return tuple(key for at in others for key in self.main(at))

    def _is_told(self, topic: str, piece: str, target: Target) -> bool:
        """Whether the words that tell anything are mostly the line's, and no other line has more of them."""
        return self._kinship.is_fair(spoken(core(topic)), spoken(piece), target.place)

    def _shortest(self, keys: tuple[Key, ...], said: str) -> tuple[Key, ...]:
        """首席质量官培训 of 开展首席质量官任职培训 and 首席质量官任职培训的政策措施: the one that says least besides."""
        points = [key for key in keys if self.input(key).type == "bool"]
        if len(points) < _SEVERAL or points != list(keys):
            return keys
        besides = sorted((len(self.input(key).label) - _shared(said, self.input(key)), key) for key in points)
        return (besides[0][1],) if besides[0][0] * _CLEARLY <= besides[1][0] else keys

    def is_of_others(self, words: str, place: int | None, keys: Sequence[Key] = ()) -> bool:
        """Whether the words tell of a point of that line which another office reports, rather than of an own one.

        `keys` are the own inputs of any line that they may tell of as well.
        """
        if place is None:
            return False
        task, said = self._tasks[place], core(words)
        names = {item.name for item in task.inputs}
        own = [*task.inputs, *map(self.input, keys)]
        theirs = [_shared(said, item) for item in task.criterion.inputs if item.name not in names]
        return max(theirs, default=0) > max((_shared(said, item) for item in own), default=0)

    def _inputs(self, targets: Sequence[Target]) -> tuple[Key, ...]:
        keys: list[Key] = []
        for target in targets:
            if target.input is not None:
                keys.append((target.place, target.input))
            else:
                keys += self.main(target.place) or self.points(target.place)
        return tuple(dict.fromkeys(keys))

    def listed(
        self, topic: str, heading: int | None, last: Collection[int]
    ) -> tuple[tuple[Key, ...], tuple[str, ...]]:
        """协调机制、专题部署: several names before one standing, each certain; and the names of a heading not found."""
        names = [name for name in _LISTED.split(topic) if core(name)]
        if len(names) < _SEVERAL:
            return (), ()
        found = {name: self.find(name, name, heading, last) for name in names}
        keys = tuple(keys[0] for keys in found.values() if len(keys) == 1)
        lost = tuple(name for name, keys in found.items() if not keys)
        whole = len(keys) + len(lost) == len(names) and len(keys) == len(set(keys)) > 0
        return (keys, lost) if whole and (not lost or heading is not None) else ((), ())

    def fitting(self, keys: tuple[Key, ...], standing: Standing, told: Collection[Key]) -> tuple[Key, ...]:
        """Of several, those that can have that standing and were not told of before."""
        if len(keys) < _SEVERAL:
            return keys
        able = [key for key in keys if values(self.input(key), [standing])]
        fresh = [key for key in able if key not in told]
        return tuple(fresh or able or keys)


def _shared(said: str, item: Input) -> int:
    """How many characters of the words stand in what the document calls the input."""
    return sum(map(len, pieces_of(said, bare(clean(item.label)))))
