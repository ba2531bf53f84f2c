"""Which input of a list words speak of, by the telling pairs of characters that they share with its names."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log
from typing import Final

from handlers.reading.aliases import JARGON, untargeted
from handlers.reading.asides import bare
from handlers.reading.tasks import Task
from handlers.reading.widths import clean
from scoring.model import Input

Candidate = tuple[int, str]
"""A place of the list (from 0) and the name of one of its inputs."""

_CONTEXT: Final = 0.5
"""How much words of an earlier mention count for one that leaves them out: 抽查合格率国家90，省92."""
_ELLIPTIC: Final = 2
"""So few characters may stand for a name behind another one: 省92."""
_WHOLE: Final = 1.3
"""How much more words tell that stand in a name as they are."""
_LEAST: Final = 0.7
_AHEAD: Final = 1.2
_WORN: Final = re.compile(
    "材料|质量|工作|情况|考核|完成|数据|单位|年度|自评|评分|得分|我们|开展|推进|加强|建立|根据"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words beside a value; `context` are those of the mentions before it that it may leave out."""

    words: str
    context: str = ""


class Affinity:
    """The telling characters and pairs of every figure that a list asks for, weighed by how few names have them."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tasks

    @cached_property
    def _documents(self) -> dict[Candidate, Mapping[str, float]]:
        return {
            (place, item.name): _document(task, item)
            for place, task in enumerate(self._tasks)
            for item in task.inputs
            if item.type not in ("bool", "choice", "text")
        }

    @cached_property
    def _texts(self) -> dict[Candidate, str]:
        return {
            (place, name): _said(task.criterion.name) + " " + _said(task.criterion.input(name).label)
            for place, task in enumerate(self._tasks)
            for name in (item.name for item in task.inputs)
        }

    @cached_property
    def _weights(self) -> dict[str, float]:
        every = len(self._documents)
        counts: dict[str, int] = {}
        for grams in self._documents.values():
            for gram in grams:
                counts[gram] = counts.get(gram, 0) + 1
        return {
            gram: log(1 + every / count) * (1 if len(gram) > 1 else 0.4) for gram, count in counts.items()
        }

    def candidates(self) -> Collection[Candidate]:
        """Every figure of the list."""
        return self._documents.keys()

    def likely(self, mention: Mention, among: Collection[Candidate]) -> list[tuple[float, Candidate]]:
        """Those of these that the words may mean, the likeliest first: one where it is clearly ahead of the next."""
        scores = sorted(((self._score(mention, one), one) for one in among), reverse=True)
        if not scores or scores[0][0] < _LEAST:
            return []
        return [one for one in scores if one[0] * _AHEAD > scores[0][0]]

    def best(self, mention: Mention, among: Collection[Candidate]) -> Candidate | None:
        """The one of these that shares most with the words; None where two share as much."""
        scores = sorted(((self._score(mention, one), one) for one in among), reverse=True)
        tied = len(scores) > 1 and scores[0][0] == scores[1][0]
        return None if not scores or tied else scores[0][1]

    def rather_another(self, words: str, candidate: Candidate) -> bool:
        """Whether the words by themselves mean a figure of another line clearly better, whatever it takes."""
        mention = Mention(words)
        mine = self._score(mention, candidate)
        return any(
            self._score(mention, one) > mine * _AHEAD for one in self._documents if one[0] != candidate[0]
        )

    def _score(self, mention: Mention, candidate: Candidate) -> float:
        document = self._documents[candidate]
        words = _said(mention.words)
        own = _grams(words)
        shared = own & document.keys()
        elliptic = len(words) <= _ELLIPTIC and bool(mention.context) and set(words) <= shared
        if not elliptic and not any(len(gram) > 1 for gram in shared):
            return 0
        score = sum(self._weights[gram] * document[gram] for gram in shared)
        score *= _WHOLE if len(words) >= _ELLIPTIC and words in self._texts[candidate] else 1
        lent = (_grams(_said(mention.context)) - own) & document.keys()
        return score + _CONTEXT * sum(self._weights[gram] * document[gram] for gram in lent)


@lru_cache(maxsize=4096)
def _said(words: str) -> str:
    words = bare(words)
    for short, full in JARGON.items():
        words = words.replace(short, full)
    return words


@lru_cache(maxsize=4096)
def _grams(words: str) -> frozenset[str]:
    pieces = _WORN.split(words)
    pairs = {piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1)}
    return frozenset(pairs | {character for piece in pieces for character in piece})


def _document(task: Task, item: Input) -> Mapping[str, float]:
    """How much each gram of an input's names tells of it.

    Self-assessed points are called by the whole line and its pieces; the name over several figures tells less of
    each than its own label.
    """
    criterion = task.criterion
    name = _grams(bare(untargeted(clean(criterion.name))))
    if item.type == "points":
        labels = (bare(clean(other.label)) for other in criterion.inputs if other.type != "points")
        return dict.fromkeys(_grams(" ".join(labels)), 0.8) | dict.fromkeys(name, 1.0)
    several = sum(other.type not in ("bool", "choice", "text", "points") for other in criterion.inputs) > 1
    return dict.fromkeys(name, 0.5 if several else 1.0) | dict.fromkeys(_grams(bare(clean(item.label))), 1.0)
