"""相似: how like a text is to the phrasings of each suggestion, rare marks and pairs of marks counting most."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from handlers.suggesting.alike import is_telling, marks, slotted
from handlers.suggesting.suggestion import Suggestion, Way

_SINGLE: Final = 0.4
"""What a lone sound weighs beside a pair; most characters stand in many words."""
_UNHEARD: Final = 0.7
"""What a sound of no phrasing weighs: the text is about something else."""
_LEAST: Final = 3.2
"""What a text and a phrasing have to share at least: a lone 什么 or 明天 is nothing."""
_WHOLE: Final = 0.99
"""The share of a short phrasing that has to be there instead; sums of figures differ in the last place."""
_GROUP: Final = 1.0
_PAIR: Final = 1.0
_LONE: Final = 0.6
"""What a text of a single mark keeps of its likeness: one word stands for many things."""
_PHRASING: Final = 0.6
"""The share of the nearest phrasing in the likeness; the rest is how much of the text the command explains."""


@dataclass(frozen=True, slots=True)
class Like:
    """A suggestion and its likeness to a text, from 0 to 1."""

    suggestion: Suggestion
    likeness: float


@dataclass(frozen=True, slots=True)
class _Phrasing:
    owner: int
    weight: float


class Likeness:
    """The phrasings of the suggestions, ready to be compared with."""

    def __init__(self, suggestions: Sequence[Suggestion]) -> None:
        self._suggestions = tuple(suggestions)
        said = [
            (owner, _features(phrasing)) for owner, one in enumerate(suggestions) for phrasing in _said(one)
        ]
        self._owners: dict[str, set[int]] = defaultdict(set)
        for owner, features in said:
            for feature in features:
                self._owners[feature].add(owner)
        self._rarity = {
            feature: math.log(1 + len(suggestions) / len(owners)) for feature, owners in self._owners.items()
        }
        self._unheard = math.log(1 + len(suggestions))
        self._phrasings: list[_Phrasing] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        for place, (owner, features) in enumerate(said):
            self._phrasings.append(_Phrasing(owner, sum(map(self._weight, features))))
            for feature in features:
                self._holding[feature].append(place)

    def near(self, text: str) -> list[Like]:
        """The suggestions that share anything with the text, the likest first."""
        said = _features(text)
        features = {feature: self._weight(feature) for feature in said}
        share = 1.0 if len(said) > 1 else _LONE
        shared: dict[int, float] = defaultdict(float)
        explained: dict[int, float] = defaultdict(float)
        for feature, weight in features.items():
            for place in self._holding.get(feature, ()):
                shared[place] += weight
            if len(feature) == 1:
                for owner in self._owners.get(feature, ()):
                    explained[owner] += weight
        nearest = self._nearest(shared, sum(features.values()))
        alone = sum(weight for feature, weight in features.items() if len(feature) == 1) or 1.0
        found = [
            Like(
                self._suggestions[owner],
                share * (_PHRASING * near + (1 - _PHRASING) * explained[owner] / alone),
            )
            for owner, near in nearest.items()
        ]
        return sorted(found, key=lambda one: -one.likeness)

    def _nearest(self, shared: Mapping[int, float], total: float) -> dict[int, float]:
        """By suggestion, how like its nearest phrasing is: what both hold, of all that they hold."""
        nearest: dict[int, float] = defaultdict(float)
        for place, weight in shared.items():
            phrasing = self._phrasings[place]
            if weight < min(_LEAST, phrasing.weight * _WHOLE):
                continue
            nearest[phrasing.owner] = max(nearest[phrasing.owner], 2 * weight / (total + phrasing.weight))
        return nearest

    def _weight(self, feature: str) -> float:
        if len(feature) > 1:
            return _PAIR * self._rarity.get(feature, 0.0)
        rarity = self._rarity.get(feature)
        if rarity is None:
            return _UNHEARD * self._unheard
        return (_GROUP if is_telling(feature) else _SINGLE) * rarity


def _said(one: Suggestion) -> Iterable[str]:
    words = () if one.way is Way.SHOWN else (one.words,)
    return map(slotted, (*words, *one.about, *one.said))


def _features(text: str) -> frozenset[str]:
    said = marks(text)
    return frozenset(said) | frozenset(first + second for first, second in pairwise(said))
