"""回避: a reviewer steps back from what concerns his own unit; it leaves his queue and waits for others."""

import re
from typing import Final

from handlers import dialogs
from handlers.access import Act
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.register import register
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.reading.numbers import numeral
from handlers.reading.widths import clean
from handlers.review.waiting import QueueItem, current, listed_items, waiting
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import leaf_name


def recuse(text: str, context: Context) -> Reply:
    """Step back from a unit that is named, else from the item that was looked at last."""
    units = mentions(text, context).units
    reporters = context.uow.roster.list(context.speaker.campaign.id, role="contact")
    by_person = not units and any(row.active and row.name in text for row in reporters)
    if (by_person or _DOUBTS.search(text)) and (told := unsure(text, context)) is not None:
        return told
    found = _looked_at(text, context)
    units = units or _units_listed(text, context)
    this = found is not None and _THIS.search(text) is not None and units == (found[1].unit,)
    if len(units) == 1 and not this:
        unit, code, subject, what = units[0], "", "", f"{units[0]}报的各项"
    elif found is not None:
        item = found[1]
        unit, code, subject = item.unit, item.criterion.code, item.subject
        where = f"{subject}·" if len(context.speaker.campaign.subjects) > 1 else ""
        what = f"{unit}·{where}{code} {leaf_name(item.criterion, 20)}"
    else:
        return _which(context)
    number = register(context, "recusal", text, unit=unit, code=code, subject=subject)
    people = enrolled(context, "reviewer")
    others = [row for row in people if row.id != context.speaker.contact.id]
    to = f"由审核员{'、'.join(row.name for row in others[:3])}审" if others else "由质强办审"
    wished = next((row.name for row in others if row.name in text), None)
    to += f"；您想让{wished}审，已写在登记里，您的其他件不变" if wished else ""
    return Reply(f"已登记回避（第{number}号）：{what}不再列入您的待审，{to}；已告知质强办。")


def _which(context: Context) -> Reply:
    """Whose items, of those that wait; nothing is registered before."""
    units = [*dict.fromkeys(item.unit for item in waiting(context) if item.unit)]
    if not 0 < len(units) <= _FEW:
        return Reply("回避哪一件？请先发“看 序号”，或写明单位，如“我是城建局的 不能审”。没有登记。")
    return offering.choose(
        "回避哪一家？没有登记。",
        [(f"回避 {unit}", f"回避{unit}：这家的件不再由您审") for unit in units],
        context,
    )


_FEW: Final = 5
_PLACED: Final = re.compile("第?([1-9１-９①-⑨一二三四五六七八九])[件项个号条]")
_THIS: Final = re.compile("[这本此][件个项条]|第[一二三四五六七八九\\d][件项个条]")
_THESE: Final = re.compile("[这那些几两三四五六都全][几些个件]|全部|都是|所有")


def _looked_at(text: str, context: Context) -> tuple[int, QueueItem] | None:
    """第1件: the one of the open list that is numbered; else the one that was looked at last."""
    items, placed = listed_items(context), _PLACED.search(text)
    number = numeral(clean(placed[1])) if placed is not None and items is not None else None
    item = items[int(number) - 1] if items and number is not None and 0 < number <= len(items) else None
    return (int(number), item) if item is not None and number is not None else current(context)


def _units_listed(text: str, context: Context) -> tuple[str, ...]:
    """这几个是我们局自己报的: the one unit that reported all that waits; () where there are several."""
    if not _THESE.search(text):
        return ()
    units = {item.unit for item in waiting(context)}
    return tuple(units) if len(units) == 1 else ()


def unsure(text: str, context: Context) -> Reply | None:
    """我跟陈静是两口子，我审合适吗; 不熟，换个人评: what may be done about it, to choose from."""
    units = mentions(text, context).units
    people = context.uow.roster.list(context.speaker.campaign.id)
    units = units or tuple(dict.fromkeys(row.unit for row in people if row.name in text))
    waits = dict.fromkeys(item.unit for item in waiting(context) if item.unit)
    units = units or (tuple(waits) if len(waits) == 1 and _THIS.search(text) else ())
    own = context.speaker.contact
    others = [row for row in people if row.active and row.role == "reviewer" and row.id != own.id]
    if len(units) != 1:
        return Reply(
            "哪些件要回避原文未规定，由您定；回避要写明单位，如“回避 县城建局”。"
            "换人评请回“让某某替我审”，要质强办确认。没有登记。"
        )
    words = [f"回避 {units[0]}", *(f"让{row.name}替我审" for row in others[:1])]
    dialogs.ask(context, offering.QUESTION, {"choices": [[one, Way.DOES.name] for one in words]})
    told = [f"1 回避{units[0]}：这家的件不再由您审", *(f"2 全部请{row.name}代审" for row in others[:1])]
    return Reply(
        "\n".join(["要不要回避由您定（原文未规定）。没有登记。", *told, "回序号，都不是请回“取消”。"])
    )


_DOUBTS = re.compile(r"要(?:不要)?回避(?:吗|么|不|[?？])|(?:用|需要?)(?:不用|不需要)?回避(?:吗|么|不|[?？])")
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
        r"|.{2,30}(?:件|项|材料|报的)(?:都)?(?:别|不要|不用)(?:再)?(?:给|派给|分给)我(?:审|了|看)*.{0,4}"
    ),
    shy=True,
)
DOUBT = Command(
    Act.RECUSE,
    "我跟陈静是两口子，旅游局的我审合适吗",
    words(""),
    unsure,
    re.compile(
        r".{0,40}(?:两口子|夫妻|亲戚|亲家|爱人|老婆|老公|家属|同学|老同事|原来?的?单位|以前在).{0,30}(?:合适吗|合适不|合不合适|能审吗|能不能审|可以审吗|行吗|行不|要不要回避|用不用回避|要回避吗).{0,3}"
        r"|.{0,24}(?:不熟|不懂|不会评|拿不准|不专业).{0,12}(?:换个?人|别人|其他人|换人|谁能)(?:来)?(?:评|审)?.{0,6}"
    ),
    shy=True,
)


def steps_back(text: str) -> bool:
    """Whether it tells why somebody should not judge: that is for the office, never the words of a decision."""
    said = text.strip()
    return any(one.pattern is not None and one.pattern.fullmatch(said) for one in (COMMAND, DOUBT))
