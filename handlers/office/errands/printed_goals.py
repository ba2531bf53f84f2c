"""印定的目标: targets that stand in the document are not set by chat; each that a line gives is held against its print."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import leaves_about, likest, topic_of
from handlers.messages import Reply
from handlers.office.errands.several_goals import INSTEAD_OF
from handlers.office.target_leaves import AROUND, CUT
from handlers.office.targets_told import as_printed, compared
from handlers.people.whom import Heard
from handlers.reading.numbers import numeral
from handlers.wording import clip, leaf_name, plain
from scoring.model import Criterion

_SETS: Final = re.compile(
    "目标|任务|下达|指标|定(?=[\\d一二两三四五六七八九十]+[个家件])|[要得](?:搞|创|争|拿|申报|新增|完成)(?!了)|[调减降][到至]"
)
_NOT: Final = re.compile(
    r"[?？吗呢]\s*$|多少|[^.\d]几|什么|啥|怎么|是不是|对不对|来着|没变|达到|完成|报[了的]|差|算分|几分|撤|取消|恢复|先不|不改|不动"
)
_FIGURE: Final = re.compile(
    r"(?<![\d.])(?P<value>\d+(?:\.\d+)?(?!\d|\s*[年月日号项])|[一二两三四五六七八九十](?=[个家件]))\s*(?:[%％个家件])?"
)
_GIVEN: Final = re.compile("任务数?|下达|分配|安排|指标|定|[要得](?:搞|创|争|拿|申报|新增|完成)|[:：]")
_MOST: Final = 3
_MORE: Final = re.compile(r"(?:(?P<less>减|少|降)|(?:增加|加|多给?|追加))\s*$")
"""加一个, 减2个: so much more or less than is printed."""
_OF_TABLE: Final = re.compile("(?:分解|任务|目标)表")
_IS_BLANK: Final = re.compile("空(?:着|白|格|的)|没填|没写|没(?:有)?数的")
_IS_CALLED: Final = re.compile("认(?:得|不|出|识)|别名|叫法|对得?[上应]|写的是|就是|名称|镇名|表头")
_BLANK: Final = "分解表里空着的＝这一格没有任务：不用报，也不算没完成，不是0。写了数的才是目标。没有改动。"


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """九华江苏名牌任务2个 体系认证4: None where no target of one assessed unit is given."""
    if context.rubric.has_targets and _OF_TABLE.search(text):
        asked = _BLANK if _IS_BLANK.search(text) else _called(context) if _IS_CALLED.search(text) else ""
        if asked:
            return Reply(asked)
    if not context.rubric.has_targets or not _SETS.search(text):
        return None
    if _DROPPED.search(text) and (reply := _without(text, context)) is not None:
        return reply
    if _NOT.search(text):
        return None
    said = mentions(INSTEAD_OF.sub("", text), context)
    units = [unit for unit in said.units if unit in context.speaker.campaign.subjects]
    return _of_each(text, context) if len(units) > 1 else _of_unit(said.rest, units, context)


def _of_unit(words: str, units: Sequence[str], context: Context) -> Reply | None:
    rows = [row for unit in units for row in _rows(words, unit, context)]
    if not any(known for known, _ in rows):
        return None
    return Reply("\n".join(as_printed(units[0], [row for _, row in rows])))


def _of_each(text: str, context: Context) -> Reply | None:
    """石庄的体系认证调到5个 下原减到3个: each unit's part, of the item named before where it names none."""
    rows, units, last = [], [], ""
    for part in CUT.split(text.strip()):
        said = mentions(part, context)
        beside = list(_named_beside(said.rest, context))
        if len(said.units) != 1 or len(beside) != 1 or said.units[0] not in context.speaker.campaign.subjects:
            return None
        name, value, sign = beside[0]
        last = name if _leaves(name, context) else last
        told = list(_of_named(last, value, sign, said.units[0], context)) if last else []
        if not told:
            return None
        units.append(said.units[0])
        rows += [f"{units[-1]} {row}" for row in told]
    return Reply("\n".join(as_printed("、".join(units), rows)))


_DROPPED: Final = re.compile(
    r"(?:任务|目标|指标)(?:数)?(?:就|给|先|都|也)*(?:取消|撤[了掉销]?|免[了掉]?|不要|去掉|删[了掉]?|作废|没有?了|不用)|(?:取消|撤[销掉]?|免[除掉]|去掉|删掉?)[^,，]{0,16}(?:任务|目标|指标)"
    r"|(?:没有?|无|不承担|不用(?:做|报|完成|承担)|不(?:考核?|做))(?!.{0,3}变)[^,，。]{0,14}(?:任务|指标)(?![^,，。]{0,6}(?:吗|[?？]))"
)


def _without(text: str, context: Context) -> Reply | None:
    """九华的江苏名牌任务取消: what is printed for that unit, which stands."""
    said = mentions(text, context)
    units = [unit for unit in said.units if unit in context.speaker.campaign.subjects]
    leaves = _leaves(_bare(_DROPPED_WORDS.sub(" ", said.rest)), context)
    if len(units) != 1 or not leaves or re.search(r"[?？吗]$", text):
        return None
    rows = []
    for leaf in leaves[:_MOST]:
        goal = leaf.targets.get(units[0])
        state = (
            f"印的是{plain(goal)}"
            if goal is not None
            else "分解表是空格，本来就没有这项任务，不用报、也不算没完成"
        )
        rows.append(f"{leaf.code} {leaf_name(leaf, 20)}：{state}")
    return Reply("\n".join(as_printed(units[0], rows)))


_DROPPED_WORDS: Final = re.compile(
    "取消|撤销?|免除?|不要|去掉|删|作废|没有?|无|不承担|不用|承担|完成|任务|目标|指标(?!数)|[了掉吧的就给先都也把]|做|报|考核?"
)


def _called(context: Context) -> str:
    """By which names the assessed units are known."""
    names = "、".join(context.speaker.campaign.subjects)
    return f"认得。分解表里的{len(context.speaker.campaign.subjects)}家：{names}；括号里外的叫法都算同一家。没有改动。"


def _rows(words: str, unit: str, context: Context) -> Iterator[tuple[bool, str]]:
    """Each figure with what is printed for the leaf named beside it, and whether a leaf was."""
    for name, value, sign in _named_beside(words, context):
        about = list(_of_named(name, value, sign, unit, context))
        yield from ((True, row) for row in about)
        if not about:
            yield False, f"“{clip(name, 20)}”{value}：没认出是哪一项。"


def _of_named(name: str, value: str, sign: int, unit: str, context: Context) -> Iterator[str]:
    """The figure beside what is printed for that unit, of each leaf that the name may mean."""
    for leaf in _leaves(name, context)[:_MOST]:
        goal = leaf.targets.get(unit)
        said = str(goal + sign * Decimal(value)) if sign and goal is not None else value
        yield f"{leaf.code} {leaf_name(leaf, 20)}：{compared(said, goal)}"


def _named_beside(words: str, context: Context) -> Iterator[tuple[str, str, int]]:
    """(what is named, the figure, 1 or -1 for so much more or less).

    The name stands before each figure, or behind each where the first has none before it.
    """
    found = list(_FIGURE.finditer(words))
    bounds = [0, *(one.end() for one in found)]
    between = [_bare(words[start : one.start()]) for start, one in zip(bounds, found, strict=False)]
    last = _bare(words[bounds[-1] :])
    behind = bool(found) and not _leaves(between[0], context) and bool(_leaves([*between, last][1], context))
    names = [*between[1:], last] if behind else between
    for name, one in zip(names, found, strict=True):
        more = _MORE.search(words[: one.start()])
        sign = 0 if more is None else -1 if more["less"] else 1
        yield _MORE.sub("", name), str(numeral(one["value"]) or 0), sign


def _bare(words: str) -> str:
    return _GIVEN.sub("", AROUND.sub("", words)).strip(" ,，。;；、")


def _leaves(name: str, context: Context) -> Sequence[Criterion]:
    topic, leaves = topic_of(name), list(context.rubric.criteria)
    return leaves_about(topic, leaves) or likest(topic, leaves, 0.5)
