"""有没有被否决, 按否决登记: which veto events stand, registered or decided, of the assessed unit that is asked about."""

import re
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.office import veto_facts
from handlers.people.whom import Heard
from handlers.wording import clip, clock
from store.records import Matter

_ABOUT: Final = re.compile("否决|疑似|事故|那件事|那个事|那起|事件")
_ASKED: Final = re.compile(
    r"否决.{0,8}(?:吗|没有?|过没|了没|情况|记录|登记|哪些|几起|谁|哪[家个])|(?:有没有|有无|是否|是不是|哪[家些个]|谁|查一?下|看一?下).{0,10}否决"
    r"|(?:事故|那件事|那个事|那起|事件).{0,10}(?:到哪一?步|进展|怎么样了|处理得?怎么样|什么情况|咋样|办到哪|有结果)"
    r"|(?:哪[个家些]|谁).{0,8}(?:事故|事件)(?!.{0,6}(?:怎么|扣|得))|(?:登记|报).{0,4}(?:的)?(?:事故|事件|否决).{0,6}(?:哪些|几起|情况|列|看)|(?:有没有|有无|有)登记(?:过|着)?.{0,4}(?:事故|事件|否决)"
    r"|(?:疑似|否决|事故).{0,6}(?:几|多少)[起件个项]|(?:几|多少|哪)[起件个项些](?:疑似|否决|事故)|^(?:看看?|查一?下)?疑似(?:否决)?(?:事件|事故)?(?:呢|清单|台账|列一?下|都有哪些)?$"
)
_ORDERED: Final = re.compile(
    r"[,，\s]*(?:给我|帮我|请|先|就|要)*(?:按(?:照)?(?:一票)?否决(?:项|事件)?(?:来)?(?:登记|记|处理|算)|(?:登记|记)(?:为|成|作|到)(?:一票)?否决(?:项|事件)?)(?:一下|上|吧|了)*"
)
_NAMES: Final = {"preliminary": "待认定", "confirmed": "已认定", "none": "已排除"}


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """雁江区有没有被否决, 那个事故处理到哪一步了; None where it is not asked."""
    order = _ORDERED.search(text)
    if order is not None and not re.search("[?？吗]\\s*$|怎么|是不是", text):
        fact = f"{text[: order.start()]} {text[order.end() :]}".strip(" ,，。;；")
        return veto_facts.register(f"登记否决 {fact}", context) if fact else None
    if not _ABOUT.search(text) or not _ASKED.search(text):
        return None
    subjects = context.speaker.campaign.subjects
    asked = [unit for unit in mentions(text, context).units if unit in subjects] or list(subjects)
    of_all = set(asked) == set(subjects)
    rows = [
        row
        for row in context.uow.matters.of_campaign(context.speaker.campaign.id)
        if row.kind in ("veto", "incident") and (of_all or row.subject in asked)
    ]
    head = _decided(asked, of_all, context)
    told = [_matter(row) for row in rows]
    lines = [head, *(["登记过的疑似事件："] if told else ["没有登记过疑似事件。"]), *told]
    if any(row.closed_at is None for row in rows):
        lines.append("核实了说“某区那个事件核实了”，查无此事说“排除否决 某区 依据”；看全文回“事项 号”。")
    return Reply("\n".join(lines))


def _decided(asked: list[str], of_all: bool, context: Context) -> str:
    """What the office has registered by the document's own procedure."""
    veto = context.rubric.veto
    whose = "" if of_all else f"{'、'.join(asked)}："
    if veto is None:
        return f"{whose}这份细则没有否决项（原文未规定），没有谁被否决。"
    rows = context.uow.submissions.current(context.speaker.campaign.id, codes=[veto.code])
    states = {row.subject: (row.inputs or {}).get(veto.input) for row in rows if row.subject in asked}
    told = [f"{subject}{_NAMES[str(state)]}" for subject, state in states.items() if str(state) in _NAMES]
    if not told:
        return f"{whose}没有被否决：没有初步确认或认定的否决事件。"
    return f"否决事件：{'、'.join(told)}；认定后等次一律为“{veto.grade}”。"


def _matter(row: Matter) -> str:
    state = f"已办结：{clip(row.outcome or '', 40)}" if row.closed_at is not None else "待核实"
    where = f"{row.subject or row.unit} " if row.subject or row.unit else ""
    return f"第{row.number}号 {where}{clock(row.at)} {row.contact_name or ''}登记：{clip(row.text, 60)}（{state}）"
