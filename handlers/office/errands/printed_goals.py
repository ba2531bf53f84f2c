"""印定的目标: targets that stand in the document are not set by chat; each that a line gives is held against its print."""

import re
from collections.abc import Iterator
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

_SETS: Final = re.compile("目标|任务|下达|指标[数值]")
_NOT: Final = re.compile(
    r"[?？吗呢]\s*$|多少|[^.\d]几|什么|啥|怎么|是不是|对不对|来着|没变|达到|完成|报[了的]|差|算分|几分|撤|取消|恢复|先不|不改|不动"
)
_FIGURE: Final = re.compile(
    r"(?<![\d.])(?P<value>\d+(?:\.\d+)?(?!\d|\s*[年月日号项])|[一二两三四五六七八九十](?=[个家件]))\s*(?:[%％个家件])?"
)
_GIVEN: Final = re.compile("任务数?|下达|分配|安排|[:：]")
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
    """Each figure with what is printed for the leaf named before it, and whether a leaf was."""
    at = 0
    for found in _FIGURE.finditer(words):
        name = _GIVEN.sub("", AROUND.sub("", words[at : found.start()])).strip(" ,，。;；、")
        at, value = found.end(), found["value"]
        value = str(numeral(value.replace("两", "二")) or 0)
        topic, leaves = topic_of(name), list(context.rubric.criteria)
        about = leaves_about(topic, leaves) or likest(topic, leaves, 0.5)
        for leaf in about[:_MOST]:
            yield True, f"{leaf.code} {leaf_name(leaf, 20)}：{compared(value, leaf.targets.get(unit))}"
        if not about:
            yield False, f"“{clip(name, 20)}”{value}：没认出是哪一项。"
