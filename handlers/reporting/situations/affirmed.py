"""说了做了、没做: the yes or no inputs of a line that the clauses told of it answer by their own words."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from handlers.reading import Task
from handlers.reading.naming.topics import pieces_of, spoken
from handlers.reading.telling.groups import excepted
from handlers.reading.telling.standings import is_doubtful, read_saying
from handlers.reading.tokens.asides import bare
from handlers.reading.widths import clean
from handlers.reporting.situations import signs
from scoring.model import Input

_CLAUSES: Final = re.compile(r"[，,；;。！!\n\t]+|\s+(?=\D)")
_YES: Final = frozenset({"done", "full"})
_UNSURE: Final = re.compile("[没未不无缺差待拟]|还在|正在|准备|打算|计划在|自评|如果|要是")
_DONE: Final = re.compile("写[进入]|纳入|列入|开通|公开|设[有了]|有")
_OF_PAPERS: Final = re.compile("有(?:印证|佐证|证明)材料")
"""What asks whether there are papers is answered by no deed."""
_WORN: Final = frozenset(
    {"质量", "工作", "开展", "组织", "实施", "推动", "推进", "制定", "建立", "情况", "已开展"}
)
"""What so many labels print tells none from another."""
_MEETS: Final = re.compile("[开办]了?[^，,]{0,4}会(?!议?[^，,]{2})")
"""协调机制开了两次会 says nothing of what the mechanism is to be."""
_FIGURE: Final = re.compile(r"[率度]\D{0,4}\d|[有共是]\s*[\d一二两三四五六七八九十]+\s*[个家件]")
"""名牌产品有3个 is a figure, and answers nothing."""
_AHEAD: Final = 1.5
"""How far the best must be before the next."""


def answers_in(task: Task, words: str) -> Mapping[str, bool]:
    """What the clauses say of the inputs that take 是 or 否 and are not reported yet; nothing of a doubtful one.

    A clause speaks of the one input whose label has clearly most of its words.
    """
    wanted = {item.name for item in task.inputs if item.type == "bool" and not _OF_PAPERS.match(item.label)}
    if len(task.subjects) != 1 or wanted <= task.known.keys():
        return {}
    inputs = [item for item in task.inputs if item.type not in ("points", "text")]
    told: dict[str, set[bool | None]] = {}
    for clause in _CLAUSES.split(clean(words)):
        meant = _meant(clause, inputs)
        if meant is not None and meant.name in wanted - task.known.keys():
            told.setdefault(meant.name, set()).add(_said(clause))
    return {name: said.pop() is True for name, said in told.items() if len(said) == 1 and None not in said}


def level_in(task: Task, words: str) -> Mapping[str, object]:
    """这项算有方案并有证明材料: another level of the line than the one reported, called by its very name."""
    found: dict[str, object] = {}
    for item in task.inputs:
        named = [one for one in item.choices if re.search(f"{_AS}{re.escape(one.label)}", words)]
        if item.name in task.known and len(named) == 1 and named[0].value != task.known[item.name]:
            found[item.name] = named[0].value
    return {} if is_doubtful(words) else found


_AS: Final = '(?<![不否没])(?:[算是按报够到为]|该是|改成)(?:作|了|得上)?[“"]?'


def _said(clause: str) -> bool | None:
    """Whether it says that it is so, or is not; None where that stays open."""
    if is_doubtful(clause) or excepted(clause) is not None:
        return None
    saying = read_saying(clause)
    if saying is not None:
        sure = not saying.hedged and saying.standing in {*_YES, "none"}
        return saying.standing in _YES if sure else None
    done = signs.tells_deed(clause) or _DONE.search(clause) is not None
    return True if done and _UNSURE.search(clause) is None else None


def _meant(clause: str, inputs: Sequence[Input]) -> Input | None:
    said = bare(spoken(clause))
    labels = [bare(clean(item.label)) for item in inputs]
    weights = sorted(((_weight(said, label, labels), at) for at, label in enumerate(labels)), reverse=True)
    best, at = weights[0]
    next_best = weights[1][0] if len(weights) > 1 else 0
    sure = best > _AHEAD * next_best and not (_MEETS.search(clause) and "召开" not in inputs[at].label)
    return inputs[at] if sure and not _FIGURE.search(clause) else None


def _weight(said: str, label: str, labels: Sequence[str]) -> int:
    """How much of the words the label prints, and not every other as well; long pieces before short ones."""
    own = (piece for piece in pieces_of(said, label) if piece not in _WORN)
    return sum(len(one) ** 2 for one in own if len(labels) == 1 or any(one not in other for other in labels))
