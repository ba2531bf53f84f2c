"""亲疏: how much words share with each line of a rubric, own or others', by the pairs of characters that few lines have."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from sys import intern
from typing import Final

from handlers.reading.naming.aliases import JARGON, untargeted
from handlers.reading.naming.syllables import from_pinyin, sound
from handlers.reading.tasks import Task
from handlers.reading.tokens.asides import bare, without_courtesy
from handlers.reading.widths import clean
from scoring.model import Criterion, Input

_WORN: Final = re.compile(
    "质量|合格率?|企业|申报|建立|开展|检查|监督|监测|抽查|抽检|抽样|工作|情况|材料|考核|完成|数据|单位|年度|推进|加强|制定|健全|组织|实施|落实"
    "|管理|制度|机制|方案|产品|服务|安全|项目|全市|全县|本地区|新增|获得|数量|比例|及时|进行|有关|相关|有印证|措施|发现|领域|[个家件起次项批人名份台]"
)
_AHEAD: Final = 1.2
_MOST_OF: Final = 0.6
_MOSTLY: Final = 0.4
"""So much of what words tell has to be printed in the line that they are taken for."""


class Kinship:
    """The telling pairs of every line; `own` lines come first, in their order, then the `others`."""

    def __init__(self, own: Sequence[Task], others: Iterable[Criterion]) -> None:
        codes = {task.criterion.code for task in own}
        self._others = [criterion for criterion in others if criterion.code not in codes]
        texts = [_text(task.criterion, task.inputs) for task in own]
        texts += [_text(one, one.before_review) for one in self._others]
        self._own = len(own)
        self._sounds = [_heard(clean(text)) for text in texts[: self._own]]
        self._every_sound = frozenset[str]().union(*self._sounds)
        self._having = _places(_pairs(clean(text)) for text in texts)
        self._whole = _places(_grams(bare(clean(text))) for text in texts[: self._own])
        self._last_common: tuple[str, dict[int, float]] = ("", {})
        self._last_near: tuple[str, dict[int, float]] = ("", {})
        every = len(texts) + 1
        self._weights = {pair: log(every / len(places)) + 0.1 for pair, places in self._having.items()}

    def tells(self, words: str) -> bool:
        """Whether the words have a pair that any line has, and that tells lines apart."""
        return not self._weights.keys().isdisjoint(_pairs(words))

    def near(self, words: str, place: int) -> float:
        """How much the words share with that line of the list, as they are spelled or else as they sound."""
        spelled = self._nearness(words).get(place, 0.0)
        return spelled or float(len(_heard(words) & self._sounds[place]))

    def is_own(self, words: str) -> bool:
        """Whether the words share anything with any line of the list."""
        spelled = any(at < self._own for at in self._nearness(words))
        return spelled or not _heard(words).isdisjoint(self._every_sound)

    def rather_own(self, words: str, place: int) -> bool:
        """Whether they share clearly more with another line of the list."""
        near = self._nearness(words)
        mine = near.get(place, 0.0) * _AHEAD
        return any(score > mine for at, score in near.items() if at != place and at < self._own)

    def is_fair(self, topic: str, clause: str, place: int) -> bool:
        """Whether what a topic tells is mostly that line's, and no other own line has more of the whole clause."""
        return self._covered(topic, place) >= _MOSTLY and not self._is_told_better(clause, place)

    def _is_told_better(self, words: str, place: int) -> bool:
        """Whether another line of the list has clearly more of the words, common ones with them."""
        common = self._common(words)
        mine = common.get(place, 0.0) * _AHEAD
        if max(common.values(), default=0.0) <= mine:
            return False
        return any(score > mine for at, score in common.items() if at != place)

    def _common(self, words: str) -> Mapping[int, float]:
        """How many pairs of the words each line of the list has, each pair shared out among its lines."""
        last, common = self._last_common
        if last != words:
            common = {}
            for gram in _grams(bare(words)):
                having = self._whole.get(gram, ())
                for at in having:
                    common[at] = common.get(at, 0.0) + 1 / len(having)
            self._last_common = words, common
        return common

    def _covered(self, topic: str, place: int) -> float:
        """So much of the telling pairs of the words is the line's, from 0 to 1; 1 where they tell nothing."""
        pairs = _pairs(topic)
        return sum(place in self._having.get(pair, ()) for pair in pairs) / len(pairs) if pairs else 1.0

    def abroad(self, words: str) -> list[Criterion]:
        """The lines of others that have most of what the words tell, the nearest first."""
        near = self._nearness(words)
        places = [at for at in near if at >= self._own and self._covered(words, at) >= _MOST_OF]
        return [self._others[at - self._own] for at in sorted(places, key=lambda at: (-near[at], at))]

    def only_abroad(self, words: str) -> list[Criterion]:
        """The lines of others that have every telling pair of the words that lines have and no own one has."""
        held = [self._having[pair] for pair in _pairs(words) if pair in self._having]
        foreign = [set(places) for places in held if places[0] >= self._own]
        shared = set.intersection(*foreign) if foreign else set()
        return [self._others[at - self._own] for at in sorted(shared)]

    def _nearness(self, words: str) -> Mapping[int, float]:
        """How much the words share with each line, own lines first; none of those that share nothing."""
        last, near = self._last_near
        if last != words:
            near = {}
            for pair in _pairs(words):
                for at in self._having.get(pair, ()):
                    near[at] = near.get(at, 0.0) + self._weights[pair]
            self._last_near = words, near
        return near


def _places(lines: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """Which lines have each pair."""
    having: dict[str, list[int]] = {}
    for at, pairs in enumerate(lines):
        for pair in pairs:
            having.setdefault(pair, []).append(at)
    return having


def _text(criterion: Criterion, inputs: Iterable[Input]) -> str:
    return " ".join([untargeted(criterion.name), *criterion.path[-1:], *(item.label for item in inputs)])


@lru_cache(maxsize=2048)
def _pieces(words: str) -> tuple[str, ...]:
    said = without_courtesy(bare(words))
    for short, full in JARGON.items():
        said = said.replace(short, full)
    return tuple(piece for piece in _WORN.split(said) if piece)


@lru_cache(maxsize=2048)
def _pairs(words: str) -> frozenset[str]:
    """The neighbouring characters of the words, without those that every line has."""
    return frozenset(intern(piece[at : at + 2]) for piece in _pieces(words) for at in range(len(piece) - 1))


@lru_cache(maxsize=2048)
def _grams(words: str) -> frozenset[str]:
    return frozenset(intern(words[at : at + 2]) for at in range(len(words) - 1))


@lru_cache(maxsize=2048)
def _heard(words: str) -> frozenset[str]:
    """The neighbouring sounds, three at a time: fewer are alike by chance."""
    heard = (sound(from_pinyin(piece)) for piece in _pieces(words))
    return frozenset(intern(piece[at : at + 3]) for piece in heard for at in range(len(piece) - 2))
