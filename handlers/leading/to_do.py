"""“哪几项最要紧”“前三季度要考些啥”: what to see to first, and the leaves of one milestone with the day."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final

from handlers.calendar.deadlines import milestone_name
from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.leaf_rows import running, units_of
from handlers.leading.one_unit.spoken_of import last_unit
from handlers.messages import Reply
from handlers.reading.numbers import numeral
from handlers.wording import clock, leaf_name, listed, local, month_day, plain, shown
from scoring.decimals import ZERO
from scoring.model import Criterion

_FIRST: Final = (
    "最?(?:要紧|紧要|紧急|关键|重要)|最急|"
    "(?:优?先|首先|重点|赶紧)(?:要|得|该|去)?(?:抓|补|报|办|弄|搞|解决|做|盯|攻|完成)|划算|合算|优先|性价比|最值得?"
)
_WORTH: Final = "(?:分值?|权重)(?:最|比较)?(?:大|高|多|重)|(?:最|比较)(?:大|高|重|值钱)"
_WHICH: Final = "哪|什么|啥|几项|[前头][一二三四五六七八九十\\d]+[项个条]|先后"
_ASKED_FIRST: Final = re.compile(
    rf"^(?=.*(?:{_FIRST}))(?=.*(?:{_WHICH}))|^(?=.*(?:{_WORTH}))(?=.*(?:[没未]报|[没未]交|欠|缺|前.?(?:弄|报|交|完)))(?=.*(?:{_WHICH}|项))"
    "|^(?:那|这|现在|该|要|得)*(?:咋|怎么|如何)(?:补|抓|赶|追)(?:分|上去|上来|回来)?[啊呢]*[?？]?$"
)
_NOT_FIRST: Final = re.compile(
    r"催|[让叫](?!我)|通知|告诉|提醒|单位|[哪几]家|哪个?[局镇区县]|谁|情况|三句话|材料给|发我|讲|说|稿|怎么(?![办补抓赶追])|截止|节点|事故|[扣丢失]分"
)
_COUNT: Final = re.compile(r"[前头](?P<count>[一二两三四五六七八九十]|\d{1,2})[项个条]")
_THOSE: Final = re.compile("[那这]几?[项个]|他们?|她们?|这家|那家")
_FEW: Final = 5
_LISTED: Final = 10
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
_MANY: Final = 20
_SHARED_OUT: Final = re.compile(
    r"^(?!.*(?:催|[让叫]|没|未|差|缺|欠|变|调整)).*(?:(?:[各每](?:一?[家个])?|所有|哪[个家]|谁)(?:单位|局|部门|镇|街道|委办局)?(?:都|分别|各自|具体)*"
    r"(?:负责|管|承担|牵头|领|分到|摊到)(?:了|的)?(?:是|有)?(?:哪|什么|啥|几|多少)(?!时)"
    r"|[各每](?:一?[家个])?(?:单位|局|部门)?(?:都|分别)*有?(?:几|多少)[项条个](?:指标|任务)?[?？]?$|(?:任务|责任|指标|工作|项目)(?:是|都|又)*(?:怎么|咋|如何)(?:个)?(?:分(?!值)|派|安排|摊)|(?:责任|任务|指标)分(?:工|配)(?!方案)|分工(?:表|情况))"
)
"""各单位都负责哪几项."""


def first(text: str, context: Context) -> Reply | None:
    """What to see to first, of the unit that is named or was looked at; None for anything else."""
    if _ASKED_FIRST.search(text) is None or _NOT_FIRST.search(text):
        return None
    standing = standing_now(context)
    unit = next(iter(mentions(text, context).units), None)
    unit = unit or (last_unit(context) if _THOSE.search(text) else None)
    rows = [
        (due, leaf, subject, one.unit)
        for one in standing.units
        if unit in (None, one.unit)
        for leaf, subject in one.missing
        for due in [standing.deadlines.of(leaf, one.unit, subject=subject)]
    ]
    whose = unit or "各单位"
    if not rows:
        return Reply(f"{whose}的都报齐了，没有要补的。回“丢分”看失分。")
    rows.sort(key=lambda row: (row[0] is None, row[0] or context.now, -(row[1].full_marks or ZERO)))
    count = _COUNT.search(text)
    most = min(int(numeral(count["count"]) or _FEW), _LISTED) if count else _FEW
    told = [f"{place} {_row(*row, standing)}" for place, row in enumerate(rows, start=1)]
    by = "先到期的在前，同一天到期的分值大的在前" if standing.has_points else "先到期的在前"
    return Reply.of(
        f"{whose}还没报的{len(rows)}项里，该先抓的（{by}）：",
        *shown(told, most, "……另有{}项"),
        "按分值和时限排的，没看难易；要催回“催 单位名”。",
    )


def _row(due: datetime | None, leaf: Criterion, subject: str, unit: str, standing: Standing) -> str:
    marks = f" {plain(leaf.full_marks)}分" if leaf.full_marks is not None else ""
    where = f"（{subject}）" if len(standing.sheets) > 1 and subject != unit else ""
    until = f"，{month_day(due)}截止" if due is not None else ""
    return f"{leaf.code} {leaf_name(leaf, 24)}{where}{marks}（{unit or '原文没有印负责单位'}{until}）"


def shared_out(text: str, context: Context) -> Reply | None:
    """The leaves of the milestone that is meant, by who reports them; where it is asked who has which, those that run."""
    by_unit = _SHARED_OUT.search(text) is not None
    asks = by_unit or (context.rubric.milestones and _ASKED.search(text) and not _NOT.search(text))
    node = _meant(text, context) if asks else None
    if node is None and not by_unit:
        return None
    standing = standing_now(context)
    units = mentions(text, context).units
    pool = (
        running(standing)
        if node is None
        else [one for one in context.rubric.criteria if one.milestone == node]
    )
    leaves = [leaf for leaf in pool if not units or units_of(standing, leaf) & set(units)]
    return Reply.of(*_told(node or context.milestone, leaves, standing, context)) if leaves else None


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
    return next((node.id for node in context.rubric.milestones if node.name == name), None)


def _told(node: str | None, leaves: Sequence[Criterion], standing: Standing, context: Context) -> list[str]:
    marks = sum((leaf.full_marks for leaf in leaves if leaf.full_marks is not None), Decimal(0))
    due = context.deadlines.of(leaves[0])
    until = f"，{clock(due)}截止（{context.deadlines.left(context.now, due)}）" if due is not None else ""
    name = milestone_name(context.rubric, node)
    full = f"，共{plain(marks)}分" if marks else ""
    by_unit: dict[str, list[str]] = defaultdict(list)
    for leaf in leaves:
        by_unit[_reporter(leaf, standing)].append(f"{leaf.code} {leaf_name(leaf, 16)}")
    rows = [
        f"{unit or '原文没有印负责单位'} {len(own)}项：{listed(own, _MANY, '项')}"
        for unit, own in sorted(by_unit.items(), key=lambda pair: -len(pair[1]))
    ]
    head = f"{f'{name}节点' if name else '一共'}考{len(leaves)}项{full}{until}："
    return [head, *shown(rows, _UNITS, "……另有{}家"), f"看要求回“详情 {leaves[0].code}”。"]


def _reporter(leaf: Criterion, standing: Standing) -> str:
    """Who reports it; 各被考核单位 where each does for itself."""
    units = {standing.unit_of(leaf, subject) for subject in standing.sheets}
    return units.pop() if len(units) == 1 else "各被考核单位自报"
