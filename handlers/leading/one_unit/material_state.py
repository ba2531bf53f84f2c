"""“公安局那边材料弄得怎么样了”“城建局材料齐了没”: for which items of a unit there is evidence, and for which none."""

import re
from typing import Final

from handlers.campaign.standing import standing_now
from handlers.context import Context
from handlers.leading.one_unit.unit_view import named, remember
from handlers.messages import Reply
from handlers.papers.due import all_papers, seats_with_papers
from handlers.wording import clip, clock, leaf_name, listed, shown

_MATERIAL: Final = re.compile("材料|佐证|印证|证明|台账|附件")
_STATE: Final = re.compile(
    "怎么?样|咋样|如何|齐|全不全|全了?[没吗]|到位|进[度展]|情况|[差缺欠](?:哪|什么|啥|多少|几)|好了?[没吗]|(?:交|传|报|弄|准备)(?:得|了|没|上来)|有没有|够不够|几份|几件"
)
_NOT: Final = re.compile(
    "发我|给我|发来|看看|看一下|瞧|调|拿|打开|翻|导|打包|催|让|叫|通知|告诉|提醒|[跟给].{1,6}[说讲]|[带捎传][个句]?话|扣|得(?:了|几|多少|分)|标准|为什么|为啥|审|谁|哪[个家些]|多少分|几分"
    "|交了?(?:些|哪些)?(?:什么|啥|哪)|都(?:交|传|报)了"
)
_LISTED: Final = 8


def asked(text: str, context: Context) -> Reply | None:
    """The state of the one unit that is named; None for anything else."""
    if not (_MATERIAL.search(text) and _STATE.search(text)) or _NOT.search(text):
        return None
    units = named(text, context).units
    return Reply.of(*of_unit(units[0], context)) if len(units) == 1 else None


def of_unit(unit: str, context: Context) -> list[str]:
    """Its items with and without evidence, and the papers that it still owes."""
    standing = standing_now(context)
    rows = [
        row
        for row in context.uow.evidence.list(standing.campaign.id)
        if row.state in ("stored", "pending")
        and unit in (context.rubric.unit_aliases.get(row.unit, row.unit), row.subject)
    ]
    leaves = {
        line.code: line.criterion
        for subject, sheet in standing.sheets.items()
        for line in sheet.lines.values()
        if unit in (subject, standing.unit_of(line.criterion, subject)) and line.state != "no_task"
    }
    proved = {row.code for row in rows if row.code in leaves}
    bare = [leaf for code, leaf in leaves.items() if code not in proved]
    remember(unit, context)
    lines = [f"{unit}的材料：交了{len(rows)}件，{len(leaves)}项里{len(proved)}项有材料、{len(bare)}项没有。"]
    told = [row.caption or row.original_name or row.text or row.url or "没有说明" for row in rows]
    lines += [f"已交：{listed([clip(one, 24) for one in told], 6)}"] if told else []
    lines += shown(
        [f"没有材料：{leaf.code} {leaf_name(leaf, 28)}" for leaf in bare], _LISTED, "……另有{}项没有"
    )
    handed = context.arranged.handed_in
    lines += [
        f"{paper.name}：{'登记已交' if (paper.id, unit) in handed else '没有登记已交'}（{clock(paper.due)}截止）"
        for seat in seats_with_papers(standing.deadlines)
        if seat.unit == unit
        for paper in all_papers(standing.deadlines, seat)
    ][:_LISTED]
    return [*lines, f"看材料回“材料 {unit}”，催请回“催 {unit}”。"]
