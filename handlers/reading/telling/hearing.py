"""What has been heard of a message so far: its heading, what was told of last, and what each thing is said to be."""

import re
from typing import Final

from handlers.reading.clauses import Clause
from handlers.reading.naming.locating import Locator
from handlers.reading.telling.naming import Key, Naming
from handlers.reading.telling.standings import Standing
from handlers.reading.telling.told import Told
from handlers.reading.tokens.ordinals import PATTERN, place_of

LEAD: Final = re.compile(
    r"\s*(?:(?:我|咱|俺)们?[局区县镇市]?的?)?(?:上报|报|关于)?\s*(?:(?P<code>[A-Za-z]\d{1,2}(?:-\w{1,2})?|\d{1,2}\.\d{1,2}(?![\d%.]))"
    rf"|(?P<place>{PATTERN})"
    r"|(?P<mark>\d{1,2}(?=[.、)]\s*[^\d\s])|[一二三四五六七八九十]{1,3}(?=[.、:)]\s*[没未无有齐已全]))[.、:)]|(?P<number>\d{1,2})(?!A)(?=[^\d.%·个家件起次条项点分万,，、和跟与及到至/~+-]|\s|$))[、.:\s]*"
)
_SEVERAL: Final = 2
_TEMPERS: Final = re.compile("(?:但是?|不过|可是?|只是|就是)?(?:还|尚)?(?:没|未|不)")


class Hearing:
    """The told so far, and where the next clause belongs.

    `rank` is which line a number means that is one line's place and another's code, `ambiguous` whether there was
    one; `current` is what was told of last, `beside` the line that a figure was said of, `counted` whether the last
    clause was a figure, `named` the words that name the heading, `unplaced` what names nothing known below it;
    `lost` once a place is named that is not certain.
    """

    def __init__(self, locator: Locator, rank: int = 0) -> None:
        self._locator, self._rank = locator, rank
        self.ambiguous = False
        self.naming = Naming(locator.tasks, locator.book)
        self.told = Told(heading=locator.asked)
        self.current: tuple[Key, ...] = ()
        self.beside: int | None = None
        self.counted = False
        self.named = ""
        self.unplaced: list[tuple[str, Standing]] = []
        self._of_all: frozenset[Key] = frozenset()
        self.lost = False

    def headed(self, words: str) -> str:
        """The clause without the place or code that it begins with, which heads all that follows."""
        lead = LEAD.match(words)
        if lead is None or self._is_point(lead):
            return words
        clause = Clause(0, code=lead["code"] or lead["number"])
        if lead["place"] or lead["mark"]:
            clause = Clause(0, place=place_of(lead["mark"] or lead["place"]))
        places = self._locator.locate(clause).places
        if not places:
            self.lost |= lead["number"] is None
            return words
        self.ambiguous |= len(places) > 1
        if self.named and not any(place == self.told.heading for place, _ in self.told.facts):
            self.told.rest.append(self.named)
        self.named = ""
        self.told.heading, self.current = places[min(self._rank, len(places) - 1)], ()
        return words[lead.end() :].strip()

    def _is_point(self, lead: re.Match[str]) -> bool:
        """Whether a number below a heading counts its points: 第三条, 2没有."""
        heading = self.told.heading
        if lead["code"] or heading is None or len(self.naming.points(heading)) < _SEVERAL:
            return False
        return bool(lead["number"] or lead["mark"]) or re.search("[条个]", lead["place"] or "") is not None

    def point(self, words: str) -> tuple[Key, ...]:
        """第三条 or 3 below a heading: that point; nothing for anything else."""
        lead = LEAD.match(words)
        heading = self.told.heading
        if lead is None or heading is None or not self._is_point(lead):
            return ()
        at = place_of(lead["number"] or lead["mark"] or lead["place"]) - 1
        points = self.naming.points(heading)
        return (points[at],) if 0 <= at < len(points) else ()

    def tell(self, keys: tuple[Key, ...], standing: Standing, piece: str, *, of_all: bool = False) -> None:
        """Say it of each; what is said of one by name stands before what was said of all."""
        for key in self._of_all.intersection(keys):
            if not of_all and len(keys) == 1:
                self.told.facts.pop(key)
                self.told.pieces.pop(key)
        self._of_all = self._of_all | set(keys) if of_all else self._of_all - set(keys)
        self.told.add(keys, standing, piece)
        self.current = keys

    def tempered(self, words: str) -> bool:
        """Whether it denies a part of the one point of a line that was said to be done: neither yes nor no as yet."""
        keys = self.current if _TEMPERS.match(words) is not None and len(self.current) == 1 else ()
        of_one = [
            key for key in keys if self.naming.points(key[0]) == keys and self.told.facts[key] == ["done"]
        ]
        self.told.add(of_one, "none", words)
        return bool(of_one)

    def things(self) -> tuple[Key, ...]:
        return self.naming.things(self.told.heading)

    def keys(self, topic: str, piece: str) -> tuple[Key, ...]:
        return self.naming.find(topic, piece, self.told.heading, self.last())

    def last(self) -> frozenset[int]:
        """The line told of last, were it only vaguely."""
        vague = self.told.vague[-1][2] if self.told.vague and not self.current else ()
        return frozenset(place for place, _ in self.current or vague)

    def settle_vague(self) -> None:
        """首席质量官培训两期 政策也有: of two that fit, the one that no other clause tells of."""
        for vague in tuple(self.told.vague):
            piece, standing, keys = vague
            told = {place for place, _ in self.told.facts}
            here = [key for key in keys if key[0] in told]
            if len({place for place, _ in keys}) > 1 and len(here) == 1:
                self.told.vague.remove(vague)
                self.told.add(here, standing, piece)
                continue
            left = [key for key in keys if key not in self.told.facts]
            if len(left) == 1 and len({place for place, _ in keys}) == 1:
                self.told.vague.remove(vague)
                self.told.add(left, standing, piece)

    def place_the_last(self) -> None:
        """The one clause that named nothing known, where its heading has one point left; others say no more."""
        heading = self.told.heading
        if heading is None and self.current:
            heading = self.current[-1][0]
        points = self.naming.points(heading) if heading is not None else ()
        left = [key for key in points if key not in self.told.facts]
        if len(self.unplaced) == len(left) == 1 and self.told.facts:
            piece, standing = self.unplaced[0]
            self.told.add(left, standing, piece)
        else:
            self.told.rest += [piece for piece, _ in self.unplaced]
