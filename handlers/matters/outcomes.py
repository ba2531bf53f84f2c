"""那个申诉有信了没: what became of what the speaker registered, or of events, for who decides; asking registers none."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.matters.passed_on import wishes
from handlers.matters.register import KIND_NAMES
from handlers.messages import Reply
from handlers.reading.tokens.asides import APPEALED
from handlers.wording import clip, clock, shown
from store.records import Matter, MatterKind

_LONGEST: Final = 40
_LISTED: Final = 6
_EVENTS: Final = frozenset[MatterKind]({"incident", "veto"})
_OF_APPEALS: Final = re.compile(f"{APPEALED}|异议|复核")
_MORE_TIME: Final = re.compile("延期|延长|宽限|缓报|缓交|晚[几两一]天|给延|给不给延")
_KINDS: Final[tuple[tuple[re.Pattern[str], frozenset[MatterKind]], ...]] = (
    (_OF_APPEALS, frozenset({"appeal", "duty"})),
    (re.compile("归谁|认领|不归我们"), frozenset({"duty"})),
    (
        re.compile("交接|换人|换联[络系]|联络员|联系人(?!名单|表)|名册|^那?个?手续|名单(?=.{0,3}确认)"),
        frozenset({"handover", "contacts"}),
    ),
    (re.compile("事故|事件|塌|炸|火灾|中毒|疑似"), _EVENTS),
    (re.compile("反映|登记的|提的|转过去|转的|转给?质强办|那[件个]事|第\\d{1,3}号"), frozenset(KIND_NAMES)),
)
"""What the words may be asking after, the most telling first."""
_AGAIN: Final = re.compile("上次|上回|之前|前面|前几天|[报登]的|登记的|那[个起件次]|疑似")
_OUTCOME: Final = "(?:信|结果|答复|回复|回音|回信|消息|下文|动静|说法|进展)"
_BECAME: Final = re.compile(
    r"^我(?:们|局|单位)?的?(?:申诉|异议|延期申请)(?:呢|的?(?:进[度展]|情况|结果|状态|记录))?[?？。\s]*$|^(?:申诉|异议|延期)的?(?:进[度展]|状态)[?？。\s]*$|"
    r"(?:后来|最后|现在)?.{0,6}(?:怎么样|咋样|如何|怎么?[说定处回])[了啊呀呢的?？。\s]*$|结果(?:呢|出来|是|如何|怎么)"
    r"|(?:后来|最后|现在|到底).{0,8}(?:扣分?|算|认定|核实|处理|定)[^，,]{0,6}(?:没有?|吗|么|不)[啊呀呢?？。\s]*$"
    rf"|有(?:没有)?{_OUTCOME}(?:没有?|了没有?|了?吗|了?么|$)|(?:没有?|没个){_OUTCOME}"
    r"|(?:查清|查明|定性|认定|核实|处理|受理|定|批|批准|同意|确认|答应|办|办理|解决|答复|回复|登记|更新|改|通过)(?:完|好|楚|出来|下来|上)?了?(?:没有?|吗|么)[啊呀呢?？。\s]*$"
    r"|(?:办|走|进行|处理|批)到(?:哪|什么)|(?:申诉|异议)(?:都|已经)?(?:提|交)过了|怎么还[没不](?:回|答|办|处理|批)|(?:什么时候|啥时候|哪天|几时|多久)(?:能|才|给)*(?:答复|回复|批|办|有)"
)
"""What asks how a thing has gone on."""


def became(text: str, context: Context) -> Reply | None:
    """How that stands; None where the words ask for something else, or of nothing that he has registered."""
    if len(text) > _LONGEST or _BECAME.search(text) is None:
        return None
    if context.speaker.role in ("contact", "supervisor"):
        return _of_more_time(context) if _MORE_TIME.search(text) else _of_own(text, context)
    return _of_events(text, context) if context.speaker.role in _TOLD_OF_EVENTS else None


def _of_own(text: str, context: Context) -> Reply | None:
    kinds = next((kinds for told, kinds in _KINDS if told.search(text)), None)
    if kinds is None or (kinds is _EVENTS and not _AGAIN.search(text)):
        return None
    own = [
        row
        for row in context.uow.matters.of_campaign(context.speaker.campaign.id)
        if row.kind in kinds and row.contact_id == context.speaker.contact.id
    ]
    if own:
        return Reply("\n".join([*shown([*map(_standing, own)][::-1], _LISTED, "……另有{}件"), _foot(own)]))
    if kinds is _EVENTS:
        return Reply("您没有登记过事故、事件，没有在办的。真出了事，把时间、地点、经过发来就登记。")
    return Reply(_NONE) if _OF_APPEALS.search(text) else None


_TOLD_OF_EVENTS: Final = ("leader", "office")
_HAPPENED: Final = re.compile("事故|事件|[塌炸倒翻漏]了|火灾|起火|着火|中毒|曝光|疑似")
_SAME: Final = re.compile("那|上次|登记|疑似|的事")
"""Of one that is known already, not of what an event would cost."""


def _of_events(text: str, context: Context) -> Reply | None:
    """城建局那个工地塌了的事查清没有: how the events of the campaign stand, of a unit where one is named."""
    if not (_HAPPENED.search(text) and _SAME.search(text)):
        return None
    rows = [
        row for row in context.uow.matters.of_campaign(context.speaker.campaign.id) if row.kind in _EVENTS
    ]
    units = mentions(text, context).units
    of_units = [row for row in rows if not units or {row.unit, row.subject} & set(units)]
    vetoes = _vetoes(units, context)
    if not of_units and not vetoes:
        return Reply(
            f"{'、'.join(units) or '本次考核'}没有登记过事故、事件。真出了事，把时间、地点、经过发来就登记。"
        )
    told = [*vetoes, *(_standing(row, f" {row.subject or row.unit}·") for row in of_units[::-1])]
    foot = ["是否扣分由考核组认定；全文回“事项 号”。"] if of_units else []
    return Reply("\n".join([*shown(told, _LISTED, "……另有{}件"), *foot]))


def _vetoes(units: Sequence[str], context: Context) -> list[str]:
    """What the office has registered as 否决事件 of those units (of any): how it stands, when and by whom."""
    veto = context.rubric.veto
    if veto is None:
        return []
    rows = context.uow.submissions.current(context.speaker.campaign.id, codes=[veto.code])
    stands = {"preliminary": "待认定，还没有核实", "confirmed": "已认定", "none": "已排除"}
    told = []
    for row in rows:
        status, who = str((row.inputs or {}).get(veto.input, "")), row.contact_name or "质强办"
        if status in stands and (not units or row.subject in units):
            told.append(
                f"{row.subject}否决事件：{stands[status]}（{clock(row.at)} {who}登记，“{clip(row.note, 40)}”）。"
            )
    return told


_NONE: Final = "您没有登记过异议，没有在办的。要提请发“申诉 哪一项 应该是多少、为什么”，登记编号转质强办。"


def _of_more_time(context: Context) -> Reply:
    """How the speaker's wishes for more time stand."""
    unit, name = context.seat.unit, context.speaker.contact.name
    own = [wish for wish in wishes(context) if (wish.unit, wish.name) == (unit, name)]
    rows = [
        f"延期申请“{clip(wish.said, 40)}”：{'已批，新的截止时间见“我的任务”' if wish.given else '质强办还没有批'}"
        for wish in own[::-1]
    ]
    if not rows:
        return Reply(
            "没有收到过您的延期申请，截止时间没有变。要申请请回“申请延期 原因和要延到哪天”，由质强办批。"
        )
    return Reply("\n".join([*shown(rows, _LISTED, "……另有{}件"), "没批之前截止时间不变，批了会告诉您。"]))


def _standing(row: Matter, whose: str = "") -> str:
    said = f"第{row.number}号{whose}{KIND_NAMES[row.kind]}（{clock(row.at)}“{clip(' '.join(row.text.split()), 24)}”）"
    if row.closed_at is not None:
        return f"{said}：{clock(row.closed_at)}已办结{f'，{clip(row.outcome, 60)}' if row.outcome else ''}。"
    return f"{said}：{'待核实，先不计分' if row.kind in _EVENTS else '质强办还没有办结'}。"


def _foot(rows: Sequence[Matter]) -> str:
    if all(row.kind in _EVENTS for row in rows):
        return "是否扣分由考核组认定，进展请问质强办；补充情况直接发文字或图片。"
    return "几天办完原文未规定，办结了会告诉您结果；着急可以回“转质强办 您的话”催一句。"
