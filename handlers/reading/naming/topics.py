"""What a clause is about: the leaf or input of one list whose printed words it shares, rare ones before common ones."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from handlers.reading.naming.aliases import JARGON, unnumbered, untargeted
from handlers.reading.naming.syllables import sound
from handlers.reading.tasks import Task
from handlers.reading.tokens.asides import bare, split_times
from handlers.reading.tokens.sieve import sieve
from handlers.reading.widths import clean

_SPOKEN: Final = JARGON | {
    "食药": "食品药品",
    "打假": "打击假冒",
    "领导小组": "领导小组领导机制",
    "大检查": "安全生产大检查",
    "专题会": "专题会议",
    "药监": "药品监管",
    "双随机": "双随机一公开",
}
"""What people say for words that the documents print in full."""
_EMPTY: Final = sieve(
    "一上与么也了于什今你俺倒全关其单及另号吧呢和咱啊啥嘛地均对就工已得您情我截所方日月有本材汇然现的目相老至要资还这那都领",
    "(?:证明|佐证|印证|支撑)?(?:材料|资料)(?:方面)?|那[个块项条份边头种些]|这[个块项条份边头种些]|方面|工作$|情况$|的|地|得|也|都|均|已经|(?:我们|咱们|俺们)(?:局|镇|区|县|单位|街道)?|啥|什么|我[局单位镇区县办]|本[局镇区县]|单位|我"
    "|今年|本年度?|上半年|全年|目前|现在|截至|这一?|那|您好|你好|^(?:各位)?(?:领导|老师)(?!小组|机制|班子|协调|重视)|汇报|一下|上报|关于|对于|至于|然后|另外|还有|就是|倒是|其中|全部|所有|[啥都什么]{2,}|一[个项条](?=[^都]{0,8}都)|相关|有关|呢|吧|啊|嘛|了|相关|要点|已于|月[上中下]旬|[0-9]月份?|和|与|及|[0-9]+(?:月|日|号)|已|于",
)
_WORDY: Final = 2
_REMEMBERED: Final = 16
_WEIGHED: Final = 256
"""One message asks several times what the same words mean."""
_LEAST: Final = 0.5
"""So much of a topic has to be found in what is printed."""
_AHEAD: Final = 1.2
"""How far the best must be before the next."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that can be told of: a place of the list, or one of its inputs."""

    place: int
    input: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What the words mean: the targets that fit them best (one where it is certain), nothing where none does."""

    targets: tuple[Target, ...] = ()


@lru_cache(maxsize=256)
def core(words: str) -> str:
    """The telling words of a topic, without what people put around them."""
    return _EMPTY.sub("", bare(split_times(words)[0]))


class Topics:
    """The things of one list, ready for comparison."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._kept = tuple(tasks)
        self.targets = tuple(target for place, task in enumerate(tasks) for target in _targets(place, task))
        grams = [{gram for words in target.words for gram in _grams(sound(words))} for target in self.targets]
        common = Counter(gram for found in grams for gram in found)
        every = len(self.targets)
        self._rarity = {gram: math.log((every + 1) / count) + 0.2 for gram, count in common.items()}
        self._having: dict[str, list[int]] = {}
        self._recent: dict[tuple[str, str, frozenset[int], float], Topic] = {}
        self._weights: dict[str, float] = {}
        for at, found in enumerate(grams):
            for gram in found:
                self._having.setdefault(gram, []).append(at)

    def find(self, words: str, whole: str = "", places: Iterable[int] = (), least: float = _LEAST) -> Topic:
        """What a topic means, among the inputs of those places first; `whole` is its clause, to tell equals apart."""
        key = words, whole, frozenset(places), least
        known = self._recent.get(key)
        if known is None:
            if len(self._recent) >= _REMEMBERED:
                self._recent.clear()
            known = self._recent[key] = self._find(*key)
        return known

    def _find(self, words: str, whole: str, within: frozenset[int], least: float) -> Topic:
        said = core(words) or core(whole)
        if not said:
            return Topic()
        heard = _as_said(said)
        found: list[tuple[int, float]] = []
        top = 0.0
        for at, most in self._sharing(said, least):
            if most * _AHEAD < top:
                break
            if within and self.targets[at].place not in within:
                continue
            share, weight = self._likeness(heard, self.targets[at])
            if share >= least:
                found.append((at, weight))
                top = max(top, weight)
        ahead = self._ahead(sorted(found), core(whole))
        return Topic(tuple(self._not_a_part(target, said, within) for target in ahead))

    def _not_a_part(self, target: Target, said: str, within: Collection[int]) -> Target:
        """The line instead of one point of its checklist, where the words stand in the name of the line as well.

        Below the heading of that line they mean the point.
        """
        criterion = self._kept[target.place].criterion
        points = [item.name for item in criterion.inputs if item.type == "bool"]
        if within or target.input not in points or len(points) == 1 or said not in clean(criterion.name):
            return target
        return next((one for one in self.targets if (one.place, one.input) == (target.place, None)), target)

    def _sharing(self, words: str, least: float) -> list[tuple[int, float]]:
        """The targets that share a telling pair of neighbouring characters, with the most that these can weigh.

        The heaviest come first, so that nobody looks closer at those that are behind anyway; left out are those
        that cannot print so much of the words as `least`.
        """
        said = [_pairs(sound(one)) for one in _as_said(words)]
        heard = {gram for pairs in said for gram in pairs}
        rare = {gram for gram in heard if len(self._having.get(gram, ())) * 3 <= len(self.targets)}
        telling = rare if any(gram in self._having for gram in rare) else heard
        near = {at for gram in telling for at in self._having.get(gram, ())}
        most: dict[int, float] = {}
        for pairs in said:
            length = len(pairs) + 1
            for at, (count, weight) in self._shared_pairs(pairs, near).items():
                share = min(1.0, _WORDY * count / length)
                if share >= least:
                    most[at] = max(most.get(at, 0.0), weight * (0.5 + share / 2))
        return sorted(most.items(), key=lambda one: (-one[1], one[0]))

    def _shared_pairs(self, pairs: Sequence[str], near: Collection[int]) -> Mapping[int, tuple[int, float]]:
        """How many of the pairs each of those targets has, and how telling they are together."""
        found: dict[int, tuple[int, float]] = {}
        for pair in pairs:
            rarity = self._rarity.get(pair, 0.0)
            for at in self._having.get(pair, ()):
                if at in near:
                    count, weight = found.get(at, (0, 0.0))
                    found[at] = (count + 1, weight + rarity)
        return found

    def _ahead(self, found: Sequence[tuple[int, float]], whole: str) -> tuple[Target, ...]:
        """Those that are not clearly behind the best; an input rather than its leaf, where they are equal."""
        if not found:
            return ()
        top = max(weight for _, weight in found)
        near = [(self.targets[at], weight) for at, weight in found if weight * _AHEAD >= top]
        if len(near) > 1:
            heard = _as_said(whole)
            known = [self._likeness(heard, target)[1] for target, _ in near]
            near = [one for one, likeness in zip(near, known, strict=True) if likeness * _AHEAD >= max(known)]
        ranked = [target for target, _ in sorted(near, key=lambda one: -one[1])]
        return tuple(
            target
            for place in dict.fromkeys(target.place for target in ranked)
            for target in _at(place, ranked)
        )

    def _likeness(self, heard: Collection[str], target: Target) -> tuple[float, float]:
        """How much of the words, in any of their forms, is printed there, and how telling that is."""
        weight, share = max(self._shared(said, text) for said in heard for text in target.words)
        return share, weight

    def _shared(self, said: str, text: str) -> tuple[float, float]:
        """How telling the pieces are that both share, and how much of the words they are."""
        covered, weight = 0, 0.0
        for piece in pieces_of(said, text):
            covered += len(piece)
            weight += self._weight(piece)
        share = covered / len(said) if said else 0.0
        return weight * (0.5 + share / 2), share

    def _weight(self, piece: str) -> float:
        """How telling a piece is; the same few are shared with many targets."""
        known = self._weights.get(piece)
        if known is None:
            if len(self._weights) >= _WEIGHED:
                self._weights.clear()
            rarity = (self._rarity.get(gram, 0.0) for gram in _grams(sound(piece)))
            known = self._weights[piece] = sum(rarity)
        return known


def _at(place: int, near: Sequence[Target]) -> list[Target]:
    """Of one line, the only input that is meant; else the line itself."""
    here = [target for target in near if target.place == place]
    inputs = [target for target in here if target.input is not None]
    return inputs if len(inputs) == 1 else [target for target in here if target.input is None] or inputs


def _as_said(words: str) -> Collection[str]:
    """The words as they are, and as the documents print them."""
    return dict.fromkeys((words, spoken(words)))


@lru_cache(maxsize=512)
def spoken(words: str) -> str:
    """The words with what people say in short as the documents print it."""
    for short, full in _SPOKEN.items():
        if short in words and full not in words:
            words = words.replace(short, full)
    return words


def _pairs(words: str) -> list[str]:
    return [words[at : at + _WORDY] for at in range(len(words) - 1)]


def _grams(words: str) -> set[str]:
    return set(_pairs(words))


@lru_cache(maxsize=4096)
def pieces_of(said: str, text: str) -> tuple[str, ...]:
    """The longest pieces of the words, two characters and more, that stand in the text as they sound.

    Two characters alone are a piece only as they are spelled.
    """
    heard, printed = sound(said), sound(text)
    found: list[str] = []
    start = 0
    while start < len(said) - 1:
        end = len(said)
        while end - start >= _WORDY and heard[start:end] not in printed:
            end -= 1
        if end - start > _WORDY or (end - start == _WORDY and said[start:end] in text):
            found.append(said[start:end])
            start = end
        else:
            start += 1
    return tuple(found)


def _targets(place: int, task: Task) -> Iterable[Target]:
    named = [untargeted(clean(task.criterion.name)), unnumbered(clean(task.criterion.name))]
    only = len(task.inputs) == 1
    named += [
        choice.label for item in task.inputs for choice in item.choices if choice.value in ("full", "none")
    ]
    if only:
        named += [task.inputs[0].label]
    yield Target(place, None, tuple(dict.fromkeys(bare(clean(words)) for words in named)))
    if not only:
        for item in task.inputs:
            yield Target(place, item.name, (bare(clean(item.label)),))
