"""两项都退: the office rules on what a unit has reported, named in its own words, without a list before it."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.people.enrolled import printed_unit
from handlers.people.whom import MARK, Heard, with_units
from handlers.review.decisions import records_of
from handlers.review.spoken import ruling

_RULES: Final = re.compile(
    r"(?:[一两二三四五六七八九十\d几]+[项件个]|全部|都|全)(?:先|给|先给)?(?:退|打回|通过|过(?:了|吧|$))|退(?:回|了|给他们)?.{0,12}$|(?:给)?(?:通过|过了吧)$"
)
_NOT: Final = re.compile(r"[?？吗]\s*$|谁|怎么|退休|退二线|哪|没有?通过|通过没|解锁|打开")
_BIDDEN: Final = re.compile(f"[让叫催请]{MARK}[^,，。;；\\s]*审")
"""让李强今天审完，没材料的先退: what a reviewer is to do."""
_ON_PAPER: Final = re.compile(
    "(?:纸质|书面)(?:版|件|材料|的)*(?:都|已经?|也|我|给)*退(?:回|还)?(?:去|来|给[他她]们)?了"
)


def rule(heard: Heard, text: str, context: Context) -> Reply | None:
    """旅游局两项都退; None where no unit is named or nothing is ruled."""
    back = heard.marked.find("退")
    if (
        heard.marked[: back if back > 0 else None].count(MARK) != 1
        or _NOT.search(text)
        or not _RULES.search(text)
        or _BIDDEN.search(heard.marked)
    ):
        return None
    units = with_units(heard.whom[0], context).units
    if heard.whom[0].everybody or not units:
        return None
    if _ON_PAPER.search(text):
        return Reply(
            f"纸质的退了，系统里的数没有动，没有退回。要告诉{units[0]}，回“跟{units[0]}说：纸质版已退回，请改好重送”；"
            f"系统里报的也要退，说“{units[0]}退回 原因”。"
        )
    records = records_of(context.uow, context.speaker.campaign.id)
    own = [
        record
        for (_, subject), record in records.items()
        if subject in units
        or (record.submission is not None and printed_unit(record.submission, context) in units)
    ]
    if not any(record.status == "waiting" for record in own):
        done = "没有待审的件" if own else "还没有报过"
        return Reply(f"{'、'.join(units)}{done}，没有处理。要催回“催 {units[0]}”。")
    return ruling.rule_spoken(text, context)
