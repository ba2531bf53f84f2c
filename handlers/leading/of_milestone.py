"""“前三季度要考些啥”“年终有几项”: the leaves of one milestone, unit by unit, and when they are due."""

import re
from collections import defaultdict
from decimal import Decimal
from typing import Final

from handlers.calendar.deadlines import milestone_name
from handlers.context import Context
from handlers.leading.one_unit.unit_view import named
from handlers.messages import Reply
from handlers.wording import clock, leaf_name, local, plain, shown
from scoring.model import Criterion, Rubric

_NODES: Final = {
    "前三季度": re.compile("(?:前)?三个?季度|九月底|9月底"),
    "年终": re.compile("年终|年底|全年|年末|下半年"),
    "半年": re.compile("半年|上半年|年中"),
}
_NEXT: Final = re.compile("下个?节点|下一个?节点|下一?步节点|下个?阶段|下一阶段|下一轮")
_THIS_MONTH: Final = re.compile(
    "(?:这个|本)月(?:底前?)?(?:还|都)?(?:要|得|该)|(?:这个|本)?月底?(?:前)?(?:要)?(?:截止|到期|要[报交])"
)
_ASKED: Final = re.compile(
    "(?:考(?!核得|得)|要?报|要?交|要干|要做|任务|内容|指标|项目)[^,，。]{0,6}(?:哪|什么|啥|几|多少)[项个些条]?"
    "|(?:有|是)?(?:哪[些几]|多少|几)[项个条]|任务清单|都有(?:哪|什么|啥)"
)
_NOT: Final = re.compile(
    "[没未]|得分|多少分|几分|[差缺欠扣丢失]|已|了(?:多少|几|哪)|催|[让叫]|时候|几号|哪天|预测|能到|评|整改|自评|最|要紧|紧急|先"
)
_UNITS: Final = 12


def asked(text: str, context: Context) -> Reply | None:
    """The milestone's leaves; None for anything else, and where the document has no milestones."""
    if not context.rubric.milestones or _ASKED.search(text) is None or _NOT.search(text):
        return None
    node = _meant(text, context)
    if node is None:
        return None
    units = named(text, context).units
    leaves = [
        leaf
        for leaf in context.rubric.criteria
        if leaf.milestone == node and (not units or leaf.reporter in units)
    ]
    return Reply.of(*_told(node, leaves, context)) if leaves else None


def _meant(text: str, context: Context) -> str | None:
    nodes = [node.id for node in context.rubric.milestones]
    if _THIS_MONTH.search(text):
        due = context.deadlines.current(context.milestone)
        here = due is not None and local(due).month == local(context.now).month
        return context.milestone if here else None
    if _NEXT.search(text):
        place = nodes.index(context.milestone) + 1 if context.milestone in nodes else 0
        return nodes[place] if place < len(nodes) else None
    name = next((name for name, said in _NODES.items() if said.search(text)), "")
    return _of_name(name, context.rubric) if name else None


def _of_name(name: str, rubric: Rubric) -> str | None:
    return next((node.id for node in rubric.milestones if node.name == name), None)


def _told(node: str, leaves: list[Criterion], context: Context) -> list[str]:
    marks = sum((leaf.full_marks for leaf in leaves if leaf.full_marks is not None), Decimal(0))
    due = context.deadlines.of(leaves[0])
    until = f"，{clock(due)}截止（{context.deadlines.left(context.now, due)}）" if due is not None else ""
    lines = [f"{milestone_name(context.rubric, node)}节点考{len(leaves)}项，共{plain(marks)}分{until}："]
    by_unit: dict[str, list[Criterion]] = defaultdict(list)
    for leaf in leaves:
        by_unit[leaf.reporter].append(leaf)
    rows = [
        f"{unit or '原文没有印负责单位'} {len(own)}项：{'、'.join(f'{leaf.code} {leaf_name(leaf, 16)}' for leaf in own)}"
        for unit, own in sorted(by_unit.items(), key=lambda pair: -len(pair[1]))
    ]
    return [*lines, *shown(rows, _UNITS, "……另有{}家"), f"看要求回“详情 {leaves[0].code}”。"]
