"""A whole message of plain words against one list: how far it says each thing is."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.reading.clauses import Clause
from handlers.reading.locating import Locator
from handlers.reading.ordinals import PATTERN, place_of
from handlers.reading.telling.clauses import clauses_of, points_of
from handlers.reading.telling.groups import Group, excepted, only, read_group, speaks_of_rest
from handlers.reading.telling.naming import Key, Naming
from handlers.reading.telling.standings import Saying, Standing, is_doubtful, read_saying
from handlers.reading.telling.told import Told
from handlers.reading.telling.topics import core

_LEAD: Final = re.compile(
    r"\s*(?:上报|报|关于)?\s*(?:(?P<code>[A-Za-z]\d{1,2}(?:-\w{1,2})?|\d{1,2}\.\d{1,2}(?![\d%.]))"
    rf"|(?P<place>{PATTERN})"
    r"|(?P<number>\d{1,2})(?=[^\d.%个家件起次条项点分万,，、和跟与及到至/~+-]|\s|$))[、.:\s]*"
)
_EVERY: Final = re.compile("都|全|均|样样|[啥什]么?都")
_FIGURE: Final = re.compile(r"\d|百分|[一二三四五六七八九]分$")
_NO_FIGURE: Final = re.compile(r"12315|12365|12331|12312|3·15|96333|352|\d[A-Z]|\d{4}年?|\d+月\S{0,3}")
_UNDONE: Final = re.compile("[没未]")
_LETTER: Final = re.compile(r"[^\W\d]")
_SILENT: Final = re.compile("(?:没有?|无|否|不是|没得)[了的吧啊呀。!]*")
"""So little, said of nothing in particular, is no report of the only line there is."""
_LONGEST: Final = 300
_SEVERAL: Final = 2
_BUT: Final = re.compile("(?:但是?|不过|可是|可|就是|只是)$")


def tell(text: str, locator: Locator) -> tuple[Told, ...]:
    """What the message says of the list in plain words, in each way that a number in it may be meant.

    Nothing where it doubts, asks or says nothing of the kind.
    """
    if len(text) > _LONGEST or "\t" in text or is_doubtful(text):
        return ()
    clauses = points_of(text) or clauses_of(locator.book.joined(text))
    first = _Telling(locator)
    found = [first.heard(clauses)]
    if first.ambiguous:
        found.append(_Telling(locator, rank=1).heard(clauses))
    return tuple(told for told in found if told is not None and not (first.ambiguous and told.rest))


class _Telling:
    """What has been heard so far.

    `rank` is which line a number means that is one line's place and another's code, `ambiguous` whether there was one;
    `_current` is what was told of last, `_excepted` what was left out of all, `_unplaced` what names nothing known
    below its heading, `_some` how many of all were done; `_lost` once a place is named that is not certain.
    """

    def __init__(self, locator: Locator, rank: int = 0) -> None:
        self._locator, self._rank = locator, rank
        self.ambiguous = False
        self._naming = Naming(locator.tasks)
        self._told = Told(heading=locator.asked)
        self._current: tuple[Key, ...] = ()
        self._excepted: list[tuple[str, tuple[Key, ...]]] = []
        self._unplaced: list[tuple[str, Standing]] = []
        self._of_all: frozenset[Key] = frozenset()
        self._some = 0
        self._lost = False

    def heard(self, clauses: Sequence[str]) -> Told | None:
        """What all the clauses tell."""
        for at, words in enumerate(clauses):
            self.take(words, clauses[at + 1 :])
        return self.finished()

    def finished(self) -> Told | None:
        """What was told, once the last clause has been heard."""
        self._settle_vague()
        self._place_the_last()
        self._fill_some()
        told = self._told
        if self._lost or not (told.facts or told.vague):
            return None
        told.rest += [piece for piece, keys in self._excepted if not any(key in told.facts for key in keys)]
        return told

    def take(self, words: str, later: Sequence[str]) -> None:
        """Take one more clause."""
        words = self._headed(words)
        if not words or self._of_point(words):
            return
        left_out = excepted(words)
        if left_out is not None and (words.startswith("除") or speaks_of_rest(later) or self._some):
            self._except(*left_out, words)
            return
        alone = only(words)
        if alone is not None and self._told.heading is not None and self._only(alone, words):
            return
        group = read_group(words)
        if group is not None and self._of_group(group, words):
            return
        saying = read_saying(words)
        if saying is None or _has_figure(saying.topic):
            self._unsaid(words, later)
        else:
            self._say(_inner(saying), words)

    def _headed(self, words: str) -> str:
        """The clause without the place or code that it begins with, which heads all that follows."""
        lead = _LEAD.match(words)
        if lead is None or self._is_point(lead):
            return words
        clause = Clause(0, code=lead["code"] or lead["number"])
        if lead["place"]:
            clause = Clause(0, place=place_of(lead["place"]))
        places = self._locator.locate(clause).places
        if not places:
            self._lost |= lead["number"] is None
            return words
        self.ambiguous |= len(places) > 1
        self._told.heading, self._current = places[min(self._rank, len(places) - 1)], ()
        return words[lead.end() :].strip()

    def _is_point(self, lead: re.Match[str]) -> bool:
        """Whether a number below a heading counts its points: 第三条, 2没有."""
        heading = self._told.heading
        if lead["code"] or heading is None or len(self._naming.points(heading)) < _SEVERAL:
            return False
        return bool(lead["number"]) or re.search("[条个]", lead["place"] or "") is not None

    def _point(self, words: str) -> tuple[Key, ...]:
        """第三条 or 3 below a heading: that point; nothing for anything else."""
        lead = _LEAD.match(words)
        heading = self._told.heading
        if lead is None or heading is None or not self._is_point(lead):
            return ()
        at = int(lead["number"] or place_of(lead["place"])) - 1
        points = self._naming.points(heading)
        return (points[at],) if 0 <= at < len(points) else ()

    def _of_point(self, words: str) -> bool:
        """第三条没做, 2没有 below a heading; whether it was that."""
        lead = _LEAD.match(words)
        saying = read_saying(words[lead.end() :]) if lead is not None else None
        point = self._point(words) if saying is not None else ()
        if saying is None or not point:
            return False
        self._tell(point, saying.standing, words)
        return True

    def _only(self, alone: str, words: str) -> bool:
        """只有第一条有, 就执法检查那个没有: that one, and the opposite of all others; whether it was that."""
        saying = read_saying(alone)
        if saying is None or saying.standing not in ("done", "full", "none", "bare"):
            return False
        keys = self._point(alone) or (self._keys(saying.topic, alone) if core(saying.topic) else ())
        if len(keys) != 1 or self._naming.input(keys[0]).type != "bool":
            return False
        self._tell(keys, saying.standing, words)
        self._others("none" if saying.standing in ("done", "full") else "done", words)
        return True

    def _tell(self, keys: tuple[Key, ...], standing: Standing, piece: str, *, of_all: bool = False) -> None:
        """Say it of each; what is said of one by name stands before what was said of all."""
        for key in self._of_all.intersection(keys):
            if not of_all and len(keys) == 1:
                self._told.facts.pop(key)
                self._told.pieces.pop(key)
        self._of_all = self._of_all | set(keys) if of_all else self._of_all - set(keys)
        self._told.add(keys, standing, piece)
        self._current = keys

    def _things(self) -> tuple[Key, ...]:
        return self._naming.things(self._told.heading)

    def _keys(self, topic: str, piece: str) -> tuple[Key, ...]:
        return self._naming.find(topic, piece, self._told.heading, self._last())

    def _last(self) -> frozenset[int]:
        """The line told of last, were it only vaguely."""
        vague = self._told.vague[-1][2] if self._told.vague and not self._current else ()
        return frozenset(place for place, _ in self._current or vague)

    def _except(self, what: str, rest: str, words: str) -> None:
        keys = self._point(what) or self._keys(what, what)
        self._lost |= not keys or len(keys) > 1
        self._excepted.append((words, keys))
        saying = read_saying(rest) if rest else None
        if saying is not None:
            self._others(saying.standing, words)

    def _others(self, standing: Standing, piece: str, count: int = 0) -> bool:
        """What is said of all that has not been told of, so many if counted; what was left out is the opposite."""
        aside = {key for _, keys in self._excepted for key in keys}
        told = set(self._told.facts)
        others = tuple(key for key in self._rest_of(told | aside) if key not in aside and key not in told)
        if count not in (0, len(others)):
            return False
        for words, keys in self._excepted:
            left = [key for key in keys if key not in told]
            self._told.add(left, self._opposite(standing, left, words), words)
        self._tell(others, standing, piece)
        return True

    def _rest_of(self, told: set[Key]) -> tuple[Key, ...]:
        """What 其他 counts: without a heading the points of the only line told of, else the lines that take a level."""
        places = {place for place, _ in told}
        if self._told.heading is None and len(places) == 1 and self._naming.points(min(places)):
            return self._naming.points(min(places))
        things = self._things()
        if self._told.heading is not None:
            return things
        return tuple(key for key in things if self._naming.input(key).type == "choice")

    def _opposite(self, standing: Standing, keys: Sequence[Key], words: str) -> Standing:
        """What 除了 says of what is left out: the opposite; of a level only that it is not as far."""
        if standing in ("none", "going", "planned"):
            return "done"
        level = any(self._naming.input(key).type == "choice" for key in keys)
        return "planned" if level and not _UNDONE.search(words) else "none"

    def _of_group(self, group: Group, words: str) -> bool:
        """Take a clause that tells of several; whether it was one."""
        if group.kind == "some":
            self._head_by(group.head)
            self._some = group.count
            return True
        saying = read_saying(group.rest) or (read_saying(words) if not core(group.rest) else None)
        if saying is None:
            return False
        if group.kind == "rest":
            known = bool(self._told.facts or self._excepted)
            return known and self._others(saying.standing, words, group.count)
        before = self._told.heading
        self._head_by(group.head)
        keys = self._counted(group)
        if not keys or (group.kind == "these" and _LETTER.search(core(saying.topic))):
            self._told.heading = before
            return False
        self._tell(keys, saying.standing, words, of_all=group.kind == "every")
        return True

    def _counted(self, group: Group) -> tuple[Key, ...]:
        """What the group means of the things below its heading; 两样都有 of a line without points means the line."""
        things, heading = self._things(), self._told.heading
        if heading is not None and not self._naming.points(heading):
            return things if group.kind == "every" else ()
        places = group.places(len(things))
        return tuple(things[at] for at in places) if places is not None else ()

    def _head_by(self, words: str) -> None:
        """A name before 前两条 heads the clauses behind it."""
        line = self._naming.line(words)
        self._told.heading = line if line is not None else self._told.heading

    def _unsaid(self, words: str, later: Sequence[str]) -> None:
        """What says no standing: a name that heads the next clause, a courtesy, or something to be read elsewhere."""
        if not core(words):
            return
        line = self._naming.line(words, certain=True) if later and not _has_figure(words) else None
        if line is None:
            self._told.rest.append(words)
        else:
            self._told.heading, self._current = line, ()

    def _say(self, saying: Saying, piece: str) -> None:
        if saying.standing == "nothing":
            self._nothing(saying, piece)
        elif not core(saying.topic):
            self._of_current(saying, piece)
        else:
            self._of_topic(saying, piece)

    def _nothing(self, saying: Saying, piece: str) -> None:
        """没出过事: the events that the list counts."""
        events = self._naming.events()
        here = tuple(key for key in events if key[0] == self._told.heading)
        called = self._keys(saying.topic, piece) if core(saying.topic) else ()
        named = tuple(key for key in called if key in events)
        keys = named or here or events
        if not keys:
            self._told.rest.append(piece)
        elif named or len({place for place, _ in keys}) == 1:
            self._told.add(keys, "nothing", piece)
        else:
            self._told.vague.append((piece, "nothing", keys))

    def _of_current(self, saying: Saying, piece: str) -> None:
        """材料都有 behind what it is of; 都有 and 没有 below a heading of all its points."""
        keys = self._current
        if not keys and saying.standing != "planned":
            keys = self._things() if self._told.heading is not None else self._of_everything(saying, piece)
        if keys:
            self._tell(keys, saying.standing, piece)
        elif core(piece):
            self._told.rest.append(piece)

    def _of_everything(self, saying: Saying, piece: str) -> tuple[Key, ...]:
        """啥都没申报: all that is called so; else the only open line."""
        if saying.standing == "none" and _EVERY.search(piece):
            found = self._keys("", piece)
            return found if all(self._naming.input(key).type == "count" for key in found) else ()
        return () if _SILENT.fullmatch(piece) else self._naming.open_line()

    def _of_topic(self, saying: Saying, piece: str) -> None:
        listed = self._naming.listed(saying.topic, self._told.heading, self._last())
        found = listed or self._keys(saying.topic, piece)
        keys = self._naming.fitting(found, saying.standing, self._told.facts)
        if not keys and (self._told.heading is not None or self._current):
            self._unplaced.append((piece, saying.standing))
        elif not keys:
            self._told.rest.append(piece)
        elif len(keys) == 1 or listed or self._all_meant(saying, keys):
            self._tell(keys, saying.standing, piece)
        else:
            self._told.vague.append((piece, saying.standing, keys))

    def _all_meant(self, saying: Saying, keys: Sequence[Key]) -> bool:
        """Whether the clause says it of each: all points of one line, 事故率死亡率都是零, 一个名牌都没报."""
        if not _EVERY.search(saying.text):
            return False
        one_line = len({place for place, _ in keys}) == 1
        counted = all(self._naming.input(key).type == "count" for key in keys)
        return one_line or saying.standing == "zero" or (saying.standing == "none" and counted)

    def _settle_vague(self) -> None:
        """首席质量官培训两期 政策也有: of two that fit, the one that no other clause tells of."""
        for vague in tuple(self._told.vague):
            piece, standing, keys = vague
            left = [key for key in keys if key not in self._told.facts]
            if len(left) == 1 and len({place for place, _ in keys}) == 1:
                self._told.vague.remove(vague)
                self._told.add(left, standing, piece)

    def _place_the_last(self) -> None:
        """The one clause that named nothing known, where its heading has one point left; others say no more."""
        heading = self._told.heading
        if heading is None and self._current:
            heading = self._current[-1][0]
        points = self._naming.points(heading) if heading is not None else ()
        left = [key for key in points if key not in self._told.facts]
        if len(self._unplaced) == len(left) == 1 and self._told.facts:
            piece, standing = self._unplaced[0]
            self._told.add(left, standing, piece)
        else:
            self._told.rest += [piece for piece, _ in self._unplaced]

    def _fill_some(self) -> None:
        """五条里做了四条，清洁生产那条没有: the others are those that were done."""
        if not self._some:
            return
        aside = [key for _, keys in self._excepted for key in keys]
        self._told.add([key for key in aside if key not in self._told.facts], "none", "")
        others = [key for key in self._things() if key not in self._told.facts]
        if len(others) == self._some:
            self._told.add(others, "done", "")


def _inner(saying: Saying) -> Saying:
    """措施制定了但是没有印证材料: what its papers are said of was done; it is named by what stands before."""
    if saying.standing not in ("full", "partial", "bare"):
        return saying
    inner = read_saying(_BUT.sub("", saying.topic))
    if inner is None or inner.standing not in ("done", "full"):
        return saying
    return Saying(inner.topic, saying.standing, saying.text, saying.hedged)


def _has_figure(words: str) -> bool:
    """Whether a figure stands in the words that is no part of a name or a date."""
    return _FIGURE.search(_NO_FIGURE.sub("", words)) is not None
