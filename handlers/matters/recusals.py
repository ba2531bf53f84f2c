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
    wished = next((row.name for row in others if row.name in text), None)
    to += f"；您想让{wished}审，已写在登记里，您的其他件不变" if wished else ""
    return Reply(f"已登记回避（第{number}号）：{what}不再列入您的待审，{to}；已告知质强办。")


KIN = (
    r"(?!.*(?:[?？吗]|了没|没有$))(?=.{0,30}我(?:的)?(?:爱人|老婆|老公|丈夫|妻子|媳妇|家属|对象|家里人|亲戚|亲属|父亲|母亲"
    r"|爸|妈|儿子|女儿|哥|弟|姐|妹|岳父|同学))"
    r"(?=.*(?:[在是].{0,6}(?:那|局|委|办|区|县|镇|上班|工作|负责|领导|填)|[让换由请].{2,6}审|[不没].{0,2}审|避|不合适|不方便)).{6,50}"
)
"""Somebody near to the reviewer is there: he steps back from that unit, whoever he would like to have instead."""
COMMAND = Command(
    Act.RECUSE,
    "我是城建局的 这个我不能审",
    words("回避 我要回避 申请回避"),
    recuse,
    re.compile(
        KIN + r"|回避[\s:：]*[^\d\s]{2,14}"
        r"|.{0,24}(?:我不能审|我不该审|我不方便审|[要得该]回避|申请回避|我回避|我不参与|我不好审|我审不合适|需要回避|得避嫌|要避嫌).{0,12}"
    ),
    shy=True,
)
