"""What a clause says of several things at once: 前三个, 两样都, 其他, 除了X, 就X没有."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading.naming.locating import Locator
from handlers.reading.naming.topics import core
from handlers.reading.telling.groups import Group, LeftOut, read_group
from handlers.reading.telling.hearing import Hearing
from handlers.reading.telling.naming import Key
from handlers.reading.telling.standings import Standing, read_saying

_UNDONE: Final = re.compile("[没未]")
_LETTER: Final = re.compile(r"[^\W\d]")
_COMMON: Final = re.compile("方案|制度|措施|文件|工作|任务|活动")
_CODED: Final = re.compile(r"\d")
"""咱们区4.1三条: a number that was not understood is no list of three."""
_PARTED: Final = re.compile("一[个条项块份样](?![都也])")
"""两条一条有一条没有 does not tell which."""


class Several(Hearing):
    """A hearing that follows clauses of several things: `left_out` of all, `some` is how many of all were done."""

    def __init__(self, locator: Locator, rank: int = 0) -> None:
        super().__init__(locator, rank)
        self.left_out: list[tuple[str, tuple[Key, ...]]] = []
        self.some = 0

    def leave_out(self, named: LeftOut, words: str, *, alone: bool) -> None:
        """除了X, 就差X; where no clause follows of the others, they are what the clause itself says, or done."""
        what, rest = named.what, named.rest
        self._head_by(named.head)
        several = self._these(what)
        keys = several or self.point(what) or self.keys(what, what)
        self.lost |= not keys or (len(keys) > 1 and not several)
        self.left_out.append((words, keys))
        for key in self._of_all.intersection(keys):
            self.tell((key,), self._opposite(self.told.facts[key][0], (key,), words), words)
        saying = read_saying(rest) if rest else None
        if saying is not None:
            self._others(saying.standing, words)
        elif alone and named.counted and "除" not in words:
            self._others("done", words)

    def _these(self, words: str) -> tuple[Key, ...]:
        """What 4、5项 names behind 除了."""
        group = read_group(words)
        return self._counted(group) if group is not None and group.kind == "these" else ()

    def _others(self, standing: Standing, piece: str, count: int = 0) -> bool:
        """What is said of all that has not been told of, so many if counted; what was left out is the opposite."""
        aside = {key for _, keys in self.left_out for key in keys}
        told = set(self.told.facts)
        others = tuple(key for key in self._rest_of(told | aside) if key not in aside and key not in told)
        if count not in (0, len(others)):
            return False
        for words, keys in self.left_out:
            left = [key for key in keys if key not in told]
            self.told.add(left, self._opposite(standing, left, words), words)
        self.tell(others, standing, piece)
        return True

    def _rest_of(self, told: set[Key]) -> tuple[Key, ...]:
        """What 其他 counts: without a heading the points of the only line told of, else the lines that take a level."""
        places = {place for place, _ in told}
        if self.told.heading is None and len(places) == 1 and self.naming.points(min(places)):
            return self.naming.points(min(places))
        things = self.things()
        if self.told.heading is not None:
            return things
        return tuple(key for key in things if self.naming.input(key).type == "choice")

    def _opposite(self, standing: Standing, keys: Sequence[Key], words: str) -> Standing:
        """What 除了 says of what is left out: the opposite; of a level only that it is not as far."""
        if standing in ("none", "going", "planned"):
            return "done"
        level = any(self.naming.input(key).type == "choice" for key in keys)
        return "planned" if level and not _UNDONE.search(words) else "none"

    def of_group(self, group: Group, words: str) -> bool:
        """Take a clause that tells of several; whether it was one."""
        if group.kind == "some":
            self._head_by(group.head)
            self.some = group.count
            return True
        saying = read_saying(group.rest) or (read_saying(words) if not core(group.rest) else None)
        self.lost |= _PARTED.match(group.rest) is not None
        if saying is None or self.lost:
            return False
        if group.kind == "rest":
            known = bool(self.told.facts or self.left_out)
            return known and self._others(saying.standing, words, group.count)
        before = self.told.heading
        self._head_by(group.head)
        keys = self._counted(group) if self.told.heading is not None or not _CODED.search(group.head) else ()
        named = _COMMON.sub("", core(saying.topic))
        if not keys or (group.kind == "these" and _LETTER.search(named)) or self._is_of_one(group, named):
            self.told.heading = before
            return False
        self.tell(keys, saying.standing, words, of_all=group.kind == "every")
        return True

    def _is_of_one(self, group: Group, named: str) -> bool:
        """Whether 全部办了监督手续, or 全部办结 behind a count, tells of all those and not of the whole list."""
        return group.kind == "every" and self.told.heading is None and (self.counted or len(named) > 1)

    def _counted(self, group: Group) -> tuple[Key, ...]:
        """What the group means of the things below its heading; 两样都有 of a line without points means the line."""
        things, heading = self.things(), self.told.heading
        if heading is not None and not self.naming.points(heading):
            return things if group.kind == "every" else ()
        places = group.places(len(things))
        return tuple(things[at] for at in places) if places is not None else ()

    def _head_by(self, words: str) -> None:
        """A name before 前两条 heads the clauses behind it."""
        line = self.naming.line(words)
        self.told.heading = line if line is not None else self.told.heading

    def only_one(self, alone: str, words: str) -> bool:
        """只有第一条有, 就执法检查那个没有: that one, and the opposite of all others; whether it was that."""
        saying = read_saying(alone)
        if saying is None or saying.standing not in ("done", "full", "none", "bare"):
            return False
        keys = self.point(alone) or (self.keys(saying.topic, alone) if core(saying.topic) else ())
        if len(keys) != 1 or self.naming.input(keys[0]).type != "bool":
            return False
        self.tell(keys, saying.standing, words)
        self._others("none" if saying.standing in ("done", "full") else "done", words)
        return True

    def fill_some(self) -> None:
        """五条里做了四条，清洁生产那条没有: the others are those that were done."""
        if not self.some:
            return
        aside = [key for _, keys in self.left_out for key in keys]
        self.told.add([key for key in aside if key not in self.told.facts], "none", "")
        others = [key for key in self.things() if key not in self.told.facts]
        if len(others) == self.some:
            self.told.add(others, "done", "")
