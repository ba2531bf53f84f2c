"""导出材料, 自评报告…: what is asked for in chat is made and sent as a file right after the answer."""

import re
from typing import Final

from handlers.access import Act
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.exports.orders import NAMES, Order, What
from handlers.exports.scope import Scope
from handlers.messages import Reply
from handlers.wording import listed

IN_A_GROUP: Final = "文件只发给本人，请在单聊里跟我说。"


def ordered(what: What, context: Context, unit: str = "", subject: str = "") -> str:
    """Queue the order and say for whose part it is."""
    order = Order(what, context.speaker.contact.id, unit, subject)
    send(context, order, f"order:{context.inbox_id}:{what}")
    context.uow.audit.record(
        context.now, context.actor, "export", f"campaign:{context.speaker.campaign.id}", order.written()
    )
    own = Scope.of(context.seat)
    return own.unit or unit or subject or "全部单位"


def send(context: Context, order: Order, key: str) -> bool:
    """Put the order into the outbox; it is filled when it is sent."""
    return context.uow.outbox.add(
        key=key,
        channel=context.incoming.channel,
        recipient=context.incoming.sender,
        content={"document": order.written()},
        not_before=context.now,
        urgent=True,
        campaign_id=context.speaker.campaign.id,
        contact_id=context.speaker.contact.id,
        created_at=context.now,
    )


def evidence(text: str, context: Context) -> Reply | None:
    """The whole package; the office may name a unit."""
    return _answered("evidence", text, context)


def catalogue(text: str, context: Context) -> Reply | None:
    """The catalogue alone."""
    return _answered("catalogue", text, context)


def report(text: str, context: Context) -> Reply | None:
    """The self-assessment."""
    return _answered("report", text, context)


def sheet(text: str, context: Context) -> Reply | None:
    """The score sheet."""
    return _answered("sheet", text, context)


def send_package(unit: str, context: Context) -> str:
    """Send the evidence of a unit along with an answer; the words to be added to it."""
    if context.incoming.group:
        return IN_A_GROUP
    ordered("evidence", context, *_part(unit, context))
    return "原件正在打包，马上发来。"


def menu(text: str, context: Context) -> Reply | None:
    """What can be had; 各镇的表 is the score sheet."""
    if _OF_ALL.search(text):
        return sheet("", context)
    return Reply("可以导出：“导出材料”（材料包）、“导出目录”、“自评报告”、“导出计分表”。做好就发给您。")


_OF_ALL: Final = re.compile("(?:各|所有|全部|每个).{1,4}的?(?:总|汇总)?表(?!格式|彰|扬)")


def _answered(what: What, text: str, context: Context) -> Reply | None:
    if context.incoming.group:
        return Reply(IN_A_GROUP)
    found = mentions(text, context)
    own = Scope.of(context.seat)
    others = [unit for unit in found.units if own.unit and unit not in (own.unit, own.subject)]
    if others:
        return Reply(f"您只能导出本单位（{own.unit}）的，不能导出{listed(others, 3, '家')}的。")
    named = found.units[0] if len(found.units) == 1 and not own.unit else ""
    whose = ordered(what, context, *_part(named, context))
    return Reply(f"正在做{whose}的{NAMES[what]}，做好就发给您{_remark(what, context)}。")


def _part(unit: str, context: Context) -> tuple[str, str]:
    """(responsible unit, assessed unit) that a name stands for."""
    subjects = context.speaker.campaign.subjects
    return ("", unit) if unit in subjects and len(subjects) > 1 else (unit, "")


def _remark(what: What, context: Context) -> str:
    if what == "evidence":
        large = "；超过20MB时发下载链接" if context.links is not None else ""
        return f"：文件夹和文件按细则顺序编号，附目录和校验清单，缺的列在目录首页{large}"
    if what == "report":
        return "：已知的填好，缺的标【待填】，没有编的话"
    return "：自评和核定并列" if what == "sheet" else "：缺项列在首页"


COMMANDS = (
    Command(
        Act.EXPORT,
        "导出材料",
        words("打包 材料包 按目录打包"),
        evidence,
        re.compile(
            r".{0,4}(?:(?<!领)导出|打包|下载).{0,16}材料(?:包|原件)?|(?:按目录)?打包.{2,14}"
            r"|[^\d\s]{2,14}?的?(?:全部|所有|证明)*(?:材料|原件|附件)(?:都|全|给我|帮我|一起|单独|另外)*(?:打[一个]*包|导出|下载)(?:好|一下)?(?:发|给|传|送)?(?:给?我)?(?:一份|一下|吧)*(?:行|可以)?[不吗么]?[?？]?"
        ),
    ),
    Command(
        Act.EXPORT,
        "导出目录",
        words("目录 文件目录 印证材料目录"),
        catalogue,
        re.compile(
            r".{0,4}(?:(?<!领)导出|生成|下载).{0,16}目录|(?>能不能|可不可以|可以|能否|帮我|麻烦|请|[把将给])*[^\d，,]{0,8}(?:材料)?(?:清单|目录)"
            r"(?:帮我|给我|直接)*(?:导|下载|打印?)(?:一份|[成个])?(?:word|文档|表格)?(?:出来|下来|出|给我|一下|一份|发我)*[吗么吧]?",
            re.IGNORECASE,
        ),
    ),
    Command(
        Act.EXPORT,
        "自评报告",
        words("自评报告"),
        report,
        re.compile(r".{0,4}(?:(?<!领)导出|生成|下载|写|出|做).{0,12}自评报告(?:初稿|草稿)?"),
    ),
    Command(
        Act.EXPORT,
        "导出计分表",
        words("计分表 打分表 得分表 自评打分表"),
        sheet,
        re.compile(
            r".{0,4}(?:(?<!领)导出|生成|下载|出).{0,12}(?:[计打得评]分|成绩)表?|导出(?:excel|表格)|.{0,16}(?:排名|得分|分数|成绩|自评|[计打]分)(?:打分|得分|评分|计分)?表?(?:帮我|给我)?(?:导出?来?|下载|导一[份个])(?:给我|发我|吧|一下|一份)*(?:[，,\s]*谢谢)?",
            re.IGNORECASE,
        ),
    ),
    Command(
        Act.EXPORT,
        "导出",
        words("导出 下载"),
        menu,
        re.compile(r"(?!.*(?:数据库|后台|源码|源代码)).{0,8}(?:打包|(?<!领)导出|下载).{0,12}"),
        shy=True,
    ),
)
