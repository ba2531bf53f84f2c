"""回避: a reviewer steps back from what concerns his own unit; it leaves his queue and waits for others."""

import re

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.units import mentions
from handlers.matters.register import register
from handlers.messages import Reply
from handlers.review.waiting import current
from handlers.wording import leaf_name


def recuse(text: str, context: Context) -> Reply:
    """Step back from a unit that is named, else from the item that was looked at last."""
    units = mentions(text, context.rubric, context.speaker.campaign.subjects).units
    found = current(context)
    if len(units) == 1:
        unit, code, subject, what = units[0], "", "", f"{units[0]}报的各项"
    elif found is not None:
        item = found[1]
        unit, code, subject = item.unit, item.criterion.code, item.subject
        what = f"{unit}·{code} {leaf_name(item.criterion, 20)}"
    else:
        return Reply("回避哪一件？请先发“看 序号”，或写明单位，如“我是城建局的 不能审”。没有登记。")
    number = register(context, "recusal", text, unit=unit, code=code, subject=subject)
    people = context.uow.roster.list(context.speaker.campaign.id, role="reviewer")
    others = [row for row in people if row.active and row.id != context.speaker.contact.id]
    to = f"由审核员{'、'.join(row.name for row in others[:3])}审" if others else "由质强办审"
    return Reply(f"已登记回避（第{number}号）：{what}不再列入您的待审，{to}；已告知质强办。")


COMMAND = Command(
    Act.RECUSE,
    "我是城建局的 这个我不能审",
    words("回避 我要回避 申请回避"),
    recuse,
    re.compile(
        r"回避[\s:：]*[^\d\s]{2,14}|.{0,24}(?:我不能审|我不该审|我不方便审|[要得该]回避|申请回避|我回避|我不参与|我不好审|我审不合适|需要回避|得避嫌|要避嫌).{0,12}"
    ),
    shy=True,
)
