"""印定的目标: targets that stand in the document are not set by chat; each that a line gives is held against its print."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from handlers.context import Context
from handlers.leading.one_unit.unit_view import named
from handlers.leading.topics import leaves_about, likest, topic_of
from handlers.messages import Reply
from handlers.office.errands.several_goals import INSTEAD_OF
from handlers.office.target_leaves import AROUND
from handlers.office.targets_told import as_printed, compared
from handlers.people.whom import Heard
from handlers.reading.numbers import numeral
from handlers.wording import clip, leaf_name
from scoring.model import Criterion

_SETS: Final = re.compile(
    "目标|任务|下达|指标|定(?=[\\d一二两三四五六七八九十]+[个家件])|[要得](?:搞|创|争|拿|申报|新增|完成)(?!了)"
)
_NOT: Final = re.compile(
    r"[?？吗呢]\s*$|多少|[^.\d]几|什么|啥|怎么|是不是|对不对|来着|没变|达到|完成|报[了的]|差|算分|几分|撤|取消|恢复|先不|不改|不动"
)
_FIGURE: Final = re.compile(
    r"(?<![\d.])(?P<value>\d+(?:\.\d+)?(?!\d|\s*[年月日号项])|[一二两三四五六七八九十](?=[个家件]))\s*(?:[%％个家件])?"
)
_GIVEN: Final = re.compile("任务数?|下达|分配|安排|指标|定|[要得](?:搞|创|争|拿|申报|新增|完成)|[:：]")
_MOST: Final = 3


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """九华江苏名牌任务2个 体系认证4: None where no target of one assessed unit is given."""
    if not context.rubric.has_targets or not _SETS.search(text) or _NOT.search(text):
        return None
    said = named(INSTEAD_OF.sub("", text), context)
    units = [unit for unit in said.units if unit in context.speaker.campaign.subjects]
    rows = list(_rows(said.rest, units[0], context)) if len(units) == 1 else []
    if not any(known for known, _ in rows):
        return None
    return Reply("\n".join(as_printed(units[0], [row for _, row in rows])))


def _rows(words: str, unit: str, context: Context) -> Iterator[tuple[bool, str]]:
    """Each figure with what is printed for the leaf named beside it, and whether a leaf was."""
    for name, value in _named_beside(words, context):
        about = _leaves(name, context)
        for leaf in about[:_MOST]:
            yield True, f"{leaf.code} {leaf_name(leaf, 20)}：{compared(value, leaf.targets.get(unit))}"
        if not about:
            yield False, f"“{clip(name, 20)}”{value}：没认出是哪一项。"


def _named_beside(words: str, context: Context) -> Iterator[tuple[str, str]]:
    """(what is named, the figure): the name before each figure, or behind each where the first has none before it."""
    found = list(_FIGURE.finditer(words))
    bounds = [0, *(one.end() for one in found)]
    between = [_bare(words[start : one.start()]) for start, one in zip(bounds, found, strict=False)]
    last = _bare(words[bounds[-1] :])
    behind = bool(found) and not _leaves(between[0], context) and bool(_leaves([*between, last][1], context))
    names = [*between[1:], last] if behind else between
    for name, one in zip(names, found, strict=True):
        yield name, str(numeral(one["value"].replace("两", "二")) or 0)


def _bare(words: str) -> str:
    return _GIVEN.sub("", AROUND.sub("", words)).strip(" ,，。;；、")


def _leaves(name: str, context: Context) -> Sequence[Criterion]:
    topic, leaves = topic_of(name), list(context.rubric.criteria)
    return leaves_about(topic, leaves) or likest(topic, leaves, 0.5)
