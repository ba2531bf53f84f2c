"""说的是哪项: which lines of a list share their printed words with what somebody tells, rare words before common ones."""

import math
import re
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from typing import Final

from handlers.reading import Task
from handlers.reading.naming.aliases import unnumbered, untargeted
from handlers.reading.naming.syllables import sound
from handlers.reading.naming.topics import pieces_of, spoken
from handlers.reading.tokens.asides import bare
from handlers.reading.widths import clean
from scoring.model import Criterion

_LEAST: Final = 1.6
"""So much of a line's own words makes it likely."""
_AHEAD: Final = 1.35
"""How far the best must be before the next to be the only one."""
_WIDE: Final = 2.0
"""How far behind the best a line may be that is offered beside it where even that is told in one rare word."""
_SURE: Final = 1.7
"""So many rare words make a line sure."""
_OFFERED: Final = 5
_COMMON: Final = re.compile(
    "质量|工作|情况|开展|相关|有关|材料|证明|印证|进行|加强|我们|今年|完成|任务|上半年|全年|全市|全县|全区|本地区|按要求|得分|单位|企业|自评|建立健全|情况得|根据|测算"
)
"""What nearly every line says tells none from another."""
_SHORT: Final = {
    "消费维权": "消费者维权投诉申诉",
    "投诉举报": "投诉申诉举报",
    "假货": "假冒伪劣",
    "检测中心": "检验检测技术能力体系建设",
    "检测站": "检验检测技术能力体系建设",
    "名牌": "名牌品牌",
    "老字号": "品牌",
    "著名商标": "商标品牌",
    "专项经费": "经费投入",
    "专项资金": "经费投入专项资金",
    "预算": "经费投入财政",
    "拨款": "经费投入",
    "质量奖": "质量奖励制度政府质量奖",
    "大检查": "安全生产大检查",
    "三品一标": "农业标准化绿色食品",
    "绿色食品": "农业标准化生产绿色食品",
    "地理标志": "知识产权地理标志",
    "黑名单": "信用诚信",
    "红黑榜": "信用诚信",
    "首席质量官": "质量管理人才培训首席质量官",
    "培训班": "培训",
    "飞检": "监督检查",
    "抽样": "抽查",
    "抽检": "抽查监督抽查",
    "破案": "侦破案件",
    "办案": "案件查处",
    "立案": "案件查处",
    "移送": "移送行刑衔接两法衔接",
}
"""What is told in other words than the documents print."""
_FIGURE: Final = re.compile(r"(?!12315|12365|12312|12331|12345|315)(?<!\d)\d+(?:\.\d+)?[^\W\d_]?|去年|今年")
_NUMBER: Final = re.compile(r"[〔\[(【]\s*\d{4}\s*年?\s*[〕\])】]\s*第?\s*\d+\s*号|https?://\S+")
_ISSUER: Final = re.compile(
    r"[(（](?:负责|责任)单位[^()（）]*[)）]|附件\d[:：]?|[（(][\d. ]+分[)）]|得[\d.]+分"
)
_WORDY: Final = 2


class Themes:
    """The printed words of each line of one list."""

    def __init__(self, criteria: Sequence[Criterion]) -> None:
        self._names = [_name(criterion) for criterion in criteria]
        self._fields = [tuple(_fields(criterion)) for criterion in criteria]
        grams = [{gram for words, _ in fields for gram in _grams(words)} for fields in self._fields]
        common = Counter(gram for found in grams for gram in found)
        every = len(self._fields)
        self._rarest = math.log(every + 1)
        self._rarity = {gram: math.log((every + 1) / count) + 0.3 for gram, count in common.items()}

    def likeness(self, words: str, *, by_name: bool = False) -> Mapping[int, float]:
        """How telling the words are of each line that shares any; `by_name` of its name alone, in its own words."""
        said = _joined(_said(words)) if by_name else _telling(words)
        found = {
            at: self._weight(said, fields[:1] if by_name else fields)
            for at, fields in enumerate(self._fields)
        }
        return {at: weight for at, weight in found.items() if weight > 0}

    def likely(self, words: str) -> tuple[int, ...]:
        """The places that are likely meant, the likeliest first: one where it is well told and clearly ahead."""
        weights = self.likeness(words)
        ranked = sorted(weights, key=lambda at: -weights[at])
        if not ranked or weights[ranked[0]] < _LEAST * min(1.0, self._rarest):
            return ()
        top = weights[ranked[0]]
        called = [at for at in ranked if self._names[at] and self._names[at] in bare(clean(words))]
        if len(called) == 1 and weights[called[0]] * _AHEAD > top:
            return tuple(called)
        near = tuple(at for at in ranked if weights[at] * _AHEAD > top)
        if len(near) > 1 or top >= _SURE * self._rarest:
            return near[:_OFFERED]
        return tuple(at for at in ranked if weights[at] * _WIDE > top)[:_OFFERED]

    def _weight(self, said: str, fields: Sequence[tuple[str, float]]) -> float:
        best: dict[str, float] = {}
        for text, share in fields:
            for piece in pieces_of(said, text):
                for gram in _grams(piece):
                    best[gram] = max(best.get(gram, 0.0), share * self._rarity.get(gram, 0.0))
        return sum(best.values())


def _telling(words: str) -> str:
    said = _said(words)
    return _joined(" ".join([said, *(full for short, full in _SHORT.items() if short in said)]))


def _said(words: str) -> str:
    return spoken(_FIGURE.sub(" ", _NUMBER.sub(" ", clean(words))))


def _name(criterion: Criterion) -> str:
    """What the line is called, where that is short enough to be said in full."""
    name = bare(untargeted(unnumbered(clean(criterion.name))))
    return name if len(name) >= _NAME else ""


_NAME: Final = 4


def _joined(said: str) -> str:
    return "|".join(bare(part) for part in _COMMON.sub(" ", said).split() if bare(part))


def _fields(criterion: Criterion) -> list[tuple[str, float]]:
    labels = [item.label for item in criterion.before_review]
    named = [(criterion.name, 1.3), *((label, 1.0) for label in labels)]
    above = [(words, 0.8) for words in criterion.path[-1:]]
    printed = [(_ISSUER.sub(" ", criterion.clause), 0.5)]
    return [(_joined(clean(words)), share) for words, share in (*named, *above, *printed)]


def _grams(words: str) -> set[str]:
    heard = sound(words)
    return {heard[at : at + _WORDY] for at in range(len(heard) - 1) if "|" not in heard[at : at + _WORDY]}


_MOST: Final = 128
_recent: OrderedDict[tuple[int, ...], Themes] = OrderedDict()


def themes_of(tasks: Sequence[Task]) -> Themes:
    """The themes of a list; built once and kept for the next message on the same list."""
    key = tuple(id(task.criterion) for task in tasks)
    known = _recent.get(key)
    if known is None:
        known = _recent[key] = Themes([task.criterion for task in tasks])
        if len(_recent) > _MOST:
            _recent.popitem(last=False)
    else:
        _recent.move_to_end(key)
    return known
