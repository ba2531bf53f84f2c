"""相似: how like a text is to what people say for each suggestion, what few suggestions share counting most."""

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final
from zlib import crc32

from handlers.suggesting.alike import is_telling, marks, slotted, spelled
from handlers.suggesting.suggestion import Suggestion

_MEANING: Final = 1.3
"""What a feature of meaning weighs beside one of spelling."""
_ENOUGH: Final = 6
"""So many characters make a text whole; what is shorter shares the less, for a pair or two make up all of it."""
_NEARLY: Final = 0.3
"""The share of pairs of characters in common from which one phrasing nearly is the other."""
_EVEN: Final = 0.7
"""The power that keeps one often said word from standing for its whole suggestion."""


@dataclass(frozen=True, slots=True)
class Like:
    """A suggestion, its likeness to a text, and the share of the text that is said for it, each from 0 to 1."""

    suggestion: Suggestion
    likeness: float
    share: float = 1.0

    @property
    def sureness(self) -> float:
        """What is alike in a few common sounds only is like it by chance."""
        return self.likeness * self.share


class Likeness:
    """What is said for each suggestion, summed up as one direction and ready to be compared with."""

    def __init__(self, suggestions: Sequence[Suggestion]) -> None:
        self._suggestions = tuple(suggestions)
        said = [[array("Q", sorted(_features(words))) for words in _phrasings(one)] for one in suggestions]
        owners = Counter(feature for one in said for feature in frozenset().union(*one))
        self._unheard = math.log(1 + len(suggestions))
        self._features = array("Q", sorted(owners))
        self._rarity = array("f", (math.log(1 + len(suggestions) / owners[one]) for one in self._features))
        self._index([self._direction(phrasings) for phrasings in said])
        self._whole = array(
            "Q",
            sorted(
                _whole(words) << 16 | owner
                for owner, one in enumerate(suggestions)
                for words in _phrasings(one)
            ),
        )

    def near(self, text: str, least: float = 0.0) -> list[Like]:
        """The suggestions that share anything with the text and are so like it at the least, the likest first."""
        found, shared = [0.0] * len(self._suggestions), [0.0] * len(self._suggestions)
        whole = min(1.0, len(spelled(text)[0]) / _ENOUGH)
        for row, weight in self._weighed(_features(text)).items():
            start, end = self._starts[row], self._starts[row + 1]
            for owner, share in zip(self._owners[start:end], self._weights[start:end], strict=True):
                found[owner] += weight * share
                shared[owner] += weight * weight * whole
        for owner in self._said_so(text):
            found[owner] = shared[owner] = 1.0
        likes = [
            Like(one, like, share)
            for one, like, share in zip(self._suggestions, found, shared, strict=True)
            if like and like >= least
        ]
        return sorted(likes, key=lambda one: -one.likeness)

    def _said_so(self, text: str) -> Iterator[int]:
        """The suggestions of which it is a phrasing, word for word."""
        whole = _whole(text)
        for place in range(bisect_left(self._whole, whole << 16), len(self._whole)):
            if self._whole[place] >> 16 != whole:
                return
            yield self._whole[place] & 0xFFFF

    def _weighed(self, features: Collection[int]) -> dict[int, float]:
        """The features with what they weigh, a text as long as any other; what nobody says makes it longer."""
        weighed: dict[int, float] = {}
        length = 0.0
        for feature in sorted(features):
            row = bisect_left(self._features, feature)
            known = row < len(self._features) and self._features[row] == feature
            weight = (self._rarity[row] if known else self._unheard) * (_MEANING if feature % 2 else 1.0)
            length += weight * weight
            if known:
                weighed[row] = weight
        long = math.sqrt(length) or 1.0
        return {row: weight / long for row, weight in weighed.items()}

    def _direction(self, phrasings: Iterable[Collection[int]]) -> dict[int, float]:
        total: dict[int, float] = defaultdict(float)
        for features in phrasings:
            for row, weight in self._weighed(features).items():
                total[row] += weight
        evened = {row: weight**_EVEN for row, weight in total.items()}
        long = math.sqrt(sum(weight * weight for weight in evened.values())) or 1.0
        return {row: weight / long for row, weight in evened.items()}

    def _index(self, directions: Sequence[dict[int, float]]) -> None:
        """By feature, the suggestions that it speaks for: arrays, for dictionaries would take ten times the memory."""
        counts = Counter(row for one in directions for row in one)
        self._starts = array("L", [0])
        for row in range(len(self._features)):
            self._starts.append(self._starts[-1] + counts[row])
        free = array("L", self._starts)
        self._owners = array("H", bytes(2 * self._starts[-1]))
        self._weights = array("f", bytes(4 * self._starts[-1]))
        for owner, direction in enumerate(directions):
            for row, weight in direction.items():
                self._owners[free[row]], self._weights[free[row]] = owner, weight
                free[row] += 1


def _phrasings(one: Suggestion) -> list[str]:
    return [slotted(phrasing) for line in one.said for phrasing in line]


def closest(one: Suggestion, text: str) -> str:
    """The phrasing that is most like the text as it is written, and names nothing that is not in it; "" for none."""
    pairs = set(pairwise(spelled(text)[0]))
    said = {words: set(pairwise(words)) for line in one.said for words in line if "{" not in words}
    alike = {words: 2 * len(pairs & two) / (len(pairs) + len(two)) for words, two in said.items() if two}
    best = max(alike, key=alike.__getitem__, default="")
    return best if alike.get(best, 0) >= _NEARLY else ""


def _whole(text: str) -> int:
    return crc32(spelled(text)[0].encode())


def _features(text: str) -> frozenset[int]:
    """Twice the number of each feature, one more where it is of meaning rather than of spelling.

    Marks and pairs of marks that follow each other, groups of words that stand anywhere in one text together,
    sounds and characters, alone and in pairs; a letter alone says nothing.
    """
    meant, (written, heard) = f"^{marks(text)}$", spelled(text)
    heard = f"^{heard}$"
    telling = sorted({mark for mark in meant if is_telling(mark)})
    of_meaning = {*meant, *(one + two for one, two in pairwise(meant))}
    of_meaning |= {f"&{one}{two}" for one, two in combinations(telling, 2)}
    of_sound = {*heard, *(one + two for one, two in pairwise(heard))}
    of_spelling = {*written, *(one + two for one, two in pairwise(written))}
    bare = {"^", "$", *(letter for letter in written if letter.isascii())}
    return frozenset(
        [
            *(_number("m", feature) * 2 + 1 for feature in of_meaning - bare),
            *(_number("s", feature) * 2 for feature in of_sound - bare),
            *(_number("c", feature) * 2 for feature in of_spelling - bare),
        ]
    )


def _number(kind: str, feature: str) -> int:
    return crc32((kind + feature).encode())
