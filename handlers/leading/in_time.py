"""来得及吗: whether a unit will have reported by the day is not known; what it lacks and how long it has is told."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.standing import standing_of
from handlers.whom import Heard, with_units
from handlers.wording import clock

ASKS: Final = (
    r"(?:能|可以|会)(?:按时|按期|准时|如期)?(?:不能)?(?:报|交|完成|弄|搞|做)(?:得)?(?:完|齐|好|上来|上)?(?:了)?(?:不|吗|么|没)"
    r"|来得及|来不来得及|赶得?[上及](?:不|吗|么)|(?:完|报|交|做)得(?:成|完|齐|了|上)(?:不|吗|么)"
)
_ASKS: Final = re.compile(ASKS)
_DAYS: Final = re.compile(r"还?(?:有|剩)(?:下)?(?:几|多少)(?:天|个?工作日)")
_LONGEST: Final = 30


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """市场监管局截止前能完成不; None where no unit is named or something else is asked."""
    if (
        len(text) > _LONGEST
        or len(heard.whom) != 1
        or not (_ASKS.search(heard.marked) or _DAYS.search(heard.marked))
    ):
        return None
    units = with_units(heard.whom[0], context).units if not heard.whom[0].everybody else ()
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)
    rows = [row for row in standing.units if row.unit in units]
    lines = []
    for row in rows:
        due = standing.deadlines.earliest(row.missing, row.unit)
        until = (
            f"，{clock(due)}截止（{standing.deadlines.left(context.now, due)}）" if due is not None else ""
        )
        lines.append(
            f"{row.unit}：已报{row.leaves - len(row.missing)}/{row.leaves}项，还差{len(row.missing)}项{until}。"
            if row.missing
            else f"{row.unit}：{row.leaves}项都报齐了。"
        )
    if any(row.missing for row in rows) and _ASKS.search(heard.marked):
        lines.append(f"能不能按时报完，单位没有说过；要问发“问一下{rows[0].unit} 什么时候能报完”。")
    return Reply("\n".join(lines)) if lines else None
