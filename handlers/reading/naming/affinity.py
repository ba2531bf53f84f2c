"""Which input of a list words speak of, by the telling pairs of characters that they share with its names."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from math import log
from typing import Final, NamedTuple

from handlers.reading.naming.aliases import JARGON, untargeted
from handlers.reading.tasks import Task
from handlers.reading.tokens.asides import bare
from handlers.reading.widths import clean
from scoring.model import Input

Candidate = tuple[int, str]
"""A place of the list (from 0) and the name of one of its inputs."""

Kinds = tuple[tuple[tuple[Input, ...], tuple[frozenset[Candidate], ...]], ...]
"""Groups of figures, each with an input that judges for all of them, put together where only their bounds differ."""

_CONTEXT: Final = 0.5
"""How much words of an earlier mention count for one that leaves them out: 抽查合格率国家90，省92."""
_ELLIPTIC: Final = 2
"""So few characters may stand for a name behind another one: 省92."""
_WHOLE: Final = 1.3
"""How much more words tell that stand in a name as they are."""
_LEAST: Final = 0.7
_AHEAD: Final = 1.2
_REMEMBERED: Final = 256
_WORN: Final = re.compile(
    "材料|质量|工作|情况|考核|完成|数据|单位|年度|自评|评分|得分|我们|开展|推进|加强|建立|根据"
)


class Mention(NamedTuple):
    """Words beside a value; `context` are those of the mentions before it that it may leave out."""

    words: str
    context: str = ""


class Affinity:
    """The telling characters and pairs of every figure that a list asks for, weighed by how few names have them."""

    def __init__(self, tasks: Sequence[Task], previous: AbstractSet[Candidate] = frozenset()) -> None:
        self._tasks, self._previous = tasks, previous
        self._kinds: dict[tuple[bool, bool, bool], Kinds] = {}
        self._known: dict[Mention, Mapping[Candidate, float]] = {}

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

    @cached_property
    def _having(self) -> dict[str, list[tuple[Candidate, float]]]:
        """The figures that have each gram in their names, and what it weighs there."""
        having: dict[str, list[tuple[Candidate, float]]] = {}
        for candidate, grams in self._documents.items():
            for gram, part in grams.items():
                having.setdefault(gram, []).append((candidate, self._weights[gram] * part))
        return having

    @cached_property
    def _points(self) -> AbstractSet[Candidate]:
        """The figures that are self-assessed points."""
        return frozenset(
            one for one in self._documents if self._tasks[one[0]].criterion.input(one[1]).type == "points"
        )

    @cached_property
    def _measures(self) -> AbstractSet[Candidate]:
        """The other figures, and the points of lines that ask for nothing else."""
        others = self.candidates() - self._points
        measured = {place for place, _ in others}
        return others | {one for one in self._points if one[0] not in measured}

    def kinds(self, *, assessed: bool, previous: bool, measured: bool) -> Kinds:
        """The figures of that sort in groups that take the same values; `measured` where a label may name the unit.

        `assessed` where points given to oneself are asked for, `previous` where last year's figures are.
        """
        sort = assessed, previous, measured
        found = self._kinds.get(sort)
        if found is None:
            asked = self._points if assessed else self._measures
            asked = asked & self._previous if previous else asked - self._previous
            found = self._kinds[sort] = self._grouped(asked, {"money", "number"} if measured else {"money"})
        return found

    def _grouped(self, asked: AbstractSet[Candidate], labelled: AbstractSet[str]) -> Kinds:
        kinds: dict[object, dict[object, tuple[Input, set[Candidate]]]] = {}
        for candidate in asked:
            item = self._tasks[candidate[0]].criterion.input(candidate[1])
            kind = (item.type, item.label if item.type in labelled else "", item.maximum is None)
            bounds = (item.minimum, item.maximum, item.above)
            kinds.setdefault(kind, {}).setdefault(bounds, (item, set()))[1].add(candidate)
        return tuple(
            (
                tuple(item for item, _ in alike.values()),
                tuple(frozenset(taking) for _, taking in alike.values()),
            )
            for alike in kinds.values()
        )

    def candidates(self) -> AbstractSet[Candidate]:
        """Every figure of the list."""
        return self._documents.keys()

    def likely(self, mention: Mention, among: AbstractSet[Candidate]) -> list[tuple[float, Candidate]]:
        """Those of these that the words may mean, the likeliest first: one where it is clearly ahead of the next."""
        scores = sorted(
            ((score, one) for one, score in self._scores(mention).items() if one in among), reverse=True
        )
        if not scores or scores[0][0] < _LEAST:
            return []
        return [one for one in scores if one[0] * _AHEAD > scores[0][0]]

    def best(self, mention: Mention, among: AbstractSet[Candidate]) -> Candidate | None:
        """The one of these that shares most with the words; None where two share as much."""
        known = {one: score for one, score in self._scores(mention).items() if one in among}
        top = max(known.values(), default=0.0)
        first = [one for one, score in known.items() if score == top] if known else list(among)
        return first[0] if len(first) == 1 else None

    def rather_another(self, words: str, candidate: Candidate) -> bool:
        """Whether the words by themselves mean a figure of another line clearly better, whatever it takes."""
        known = self._scores(Mention(words))
        mine = known.get(candidate, 0.0) * _AHEAD
        if max(known.values(), default=0.0) <= mine:
            return False
        return any(score > mine for one, score in known.items() if one[0] != candidate[0])

    def _scores(self, mention: Mention) -> Mapping[Candidate, float]:
        """How much each figure shares with the words; none of those that share nothing."""
        known = self._known.get(mention)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[mention] = self._weighed(mention)
        return known

    def _weighed(self, mention: Mention) -> Mapping[Candidate, float]:
        words = _said(mention.words)
        own = _grams(words)
        found = dict.fromkeys(self._sharing(words, own, elliptic=bool(mention.context)), 0.0)
        if not found:
            return {}
        for gram in own:
            for candidate, weight in self._having.get(gram, ()):
                if candidate in found:
                    found[candidate] += weight
        scores = {one: weight * self._whole(words, one) for one, weight in found.items()}
        for gram in _grams(_said(mention.context)) - own:
            for candidate, weight in self._having.get(gram, ()):
                if candidate in scores:
                    scores[candidate] += _CONTEXT * weight
        return scores

    def _sharing(self, words: str, grams: frozenset[str], *, elliptic: bool) -> set[Candidate]:
        """The figures with a pair of the words' characters in their names; of a few elliptic words, with them all."""
        pairs = [gram for gram in grams if len(gram) > 1]
        found = {candidate for pair in pairs for candidate, _ in self._having.get(pair, ())}
        if elliptic and grams and len(words) <= _ELLIPTIC:
            having = self._having.get(words[0], ())
            found.update(one for one, _ in having if self._documents[one].keys() >= set(words))
        return found

    def _whole(self, words: str, candidate: Candidate) -> float:
        return _WHOLE if len(words) >= _ELLIPTIC and words in self._texts[candidate] else 1.0


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
