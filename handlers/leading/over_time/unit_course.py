"""“城建局分数在涨吗”“旅游局比上周多报了没”: how one unit stood a week ago, or yesterday, and stands now."""

import re
from datetime import timedelta
from typing import Final

from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.context import Context
from handlers.leading.one_unit.unit_view import named
from handlers.leading.over_time.past import History
from handlers.messages import Reply
from handlers.wording import clock, plain

_ASKED: Final = re.compile(
    "(?:分数?|得分|成绩)?(?:有没有|在|是不是)?(?:往?上)?(?:涨|升|掉|降|跌)(?:了|没|吗)|[进退]步|有变化|变化(?:大|没|了|吗|呢|$)|起色|长进"
    "|(?:比|跟|和)(?:上周|上个?星期|昨天|上次|之前|前几天|上个?月).{0,8}(?:多|少|好|强|高|低|比|怎么样|咋样|变)"
)
_NOT: Final = re.compile("要是|如果|假如|万一|目标|去年|谁|哪[个家]|改")


def asked(text: str, context: Context) -> Reply | None:
    """Its points and what it owes, then and now; None for anything else."""
    if _ASKED.search(text) is None or _NOT.search(text):
        return None
    units = named(text, context).units
    standing = standing_now(context)
    now = _of(units[0], standing) if len(units) == 1 else None
    if now is None:
        return None
    back = (
        timedelta(days=1) if "昨天" in text else timedelta(days=30) if "个月" in text else timedelta(weeks=1)
    )
    before = _of(now.unit, History(context.uow, standing).at(context.now - back))
    if before is None:
        return None
    marks = (
        f"暂得{plain(before.points)}→{plain(now.points)}分（满分{plain(now.full)}分），" if now.full else ""
    )
    same = before.points == now.points and len(before.missing) == len(now.missing)
    return Reply(
        f"{now.unit}与{clock(context.now - back)}相比：{marks}没报齐{len(before.missing)}→{len(now.missing)}项"
        f"{'，没有变化' if same else ''}。\n回“{now.unit}”看明细，回“{now.unit} 改动记录”看经过。"
    )


def _of(unit: str, standing: Standing) -> UnitStanding | None:
    return next((row for row in standing.units if row.unit == unit), None)
