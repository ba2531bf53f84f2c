"""来得及吗: whether a unit will have reported by the day is not known; what it lacks and how long it has is told."""

import re
from datetime import datetime
from typing import Final

from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.whom import Heard, with_units
from handlers.wording import clock

ASKS: Final = (
    r"(?:能|可以|会)(?>按时|按期|准时|如期|全部|都)*(?:不能)?(?:报|交|收|完成|弄|搞|做)(?:得)?(?:完|齐|好|上来|上)?(?:了)?(?:不|吗|么|没)"
    r"|(?:能不能|能否|会不会|可不可以)(?>按时|按期|准时|如期|全部|都|给|把)*(?:报|交|收|完成|弄|搞|做|拖后腿|拖|掉链子|误事)(?:得)?(?:完|齐|好|上来|上|了)?|来得及|来不来得及|赶得?[上及](?:不|吗|么)|(?:完|报|交|做|弄|搞|办|赶|收)得(?:成|完|齐|了|上)(?:不|吗|么)"
)
_ASKS: Final = re.compile(ASKS)
_DAYS: Final = re.compile(r"还?(?:有|剩)(?:下)?(?:几|多少)(?:天|个?工作日)")
_LONGEST: Final = 30
_DAY: Final = r"(?:\d{1,2}月)?\d{1,2}[号日]之?以?前?|下班前|[这下]?周[一二三四五]之?前?|月底之?前?|年底之?前?"
_ALONE: Final = re.compile(
    rf"(?:那|现在|目前|这样|半年|年底|全年|这次|考核|大家|各单位|我们|截止日?前|按时|到时候?|{_DAY}|[,，\s])*(?:都|全部?)?(?:{ASKS})(?:吗|呢|啊|得及|[?？])*"
)
_MOST: Final = 4


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """市场监管局截止前能完成不, 来得及吗; None where one person or group is named, or something else is asked."""
    asks = _ASKS.search(heard.marked)
    if (
        len(text) > _LONGEST
        or len(heard.whom) > 1
        or not (asks or (heard.whom and _DAYS.search(heard.marked)))
    ):
        return None
    units = with_units(heard.whom[0], context).units if heard.whom and not heard.whom[0].everybody else ()
    if not heard.whom:
        return Reply(of_all(context)) if _ALONE.fullmatch(text.strip()) else None
    standing = standing_now(context)
    rows = [row for row in standing.units if row.unit in units]
    lines = [_row(row, standing, context) for row in rows]
    if asks and any(row.missing for row in rows):
        asking = "跟{}说一声" if context.speaker.role == "leader" else "问一下{}"
        lines.append(f"能不能按时报完，单位没有说过；要问发“{asking.format(rows[0].unit)} 什么时候能报完”。")
    return Reply.of(*lines) if lines else None


def _row(row: UnitStanding, standing: Standing, context: Context) -> str:
    if not row.missing:
        return f"{row.unit}：{row.leaves}项都报齐了。"
    due = standing.deadlines.earliest(row.missing, row.unit)
    done = row.leaves - len(row.missing)
    return f"{row.unit}：已报{done}/{row.leaves}项，还差{len(row.missing)}项{_until(due, context)}。"


def _until(due: datetime | None, context: Context) -> str:
    return f"，{clock(due)}截止（{context.deadlines.left(context.now, due)}）" if due is not None else ""


def of_all(context: Context) -> str:
    """来得及吗: how much is missing of all, and how long there is; whether that will do nobody can tell."""
    standing = standing_now(context)
    owing = sorted((row for row in standing.units if row.missing), key=lambda row: -len(row.missing))
    if not owing:
        return "各单位都报齐了。"
    leaves = sum(row.leaves for row in standing.units)
    due = standing.deadlines.current(standing.milestone)
    most = "、".join(f"{row.unit}{len(row.missing)}项" for row in owing[:_MOST])
    most += f"等{len(owing)}家" if len(owing) > _MOST else ""
    return (
        f"已报{leaves - standing.missing}/{leaves}项，还差{standing.missing}项{_until(due, context)}；缺得最多：{most}。\n"
        "来不来得及要看各单位，没有人说过；要催回“催办”，先给您看名单再发。"
    )
