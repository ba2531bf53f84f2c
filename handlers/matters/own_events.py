"""那个事故已经报县里了: more of an accident that the speaker has told of, for who looks into it."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.matters import incidents
from handlers.matters.register import KIND_NAMES, office_of, standing, tell
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reporting.about.meant import said_before
from handlers.wording import clip, listed
from store.records import Matter

_EVENT: Final = re.compile(r"事故|事件|塌|炸|火灾|中毒|[那这]件事|[那这]个.{0,10}事|登记的|疑似|\d号.{0,4}事")
_AGAIN: Final = re.compile(r"上次|上回|之前|前面|前几天|刚才|[报登]的|登记的|那[个起件次]|\d号|疑似")
_ADDS: Final = re.compile("补(?:上|充|一句|一下|一条|个|进|记)|再?加一句|写进去")
_NUMBER: Final = re.compile(r"第?(\d{1,3})号(?!楼|线|[早晚上下夜])[^\d]{0,4}事")
_OWN: Final = ("contact", "supervisor")


def added(text: str, context: Context) -> Reply | None:
    """那个事故已经报县里了，在凡河大道: more of an open event, for who looks into it; None for anything else.

    A unit adds to what it has told of itself, the office to any.
    """
    if context.speaker.role not in (*_OWN, "office") or len(text) > _LONGEST_MORE:
        return None
    if context.speaker.role == "office" and incidents.ordered(text):
        return incidents.keep(text, context)
    if (_MORE.search(text) or _ADDS.search(text)) is None or _OTHERWISE.search(text) or is_question(text):
        return None
    before, own = said_before(context), context.speaker.role in _OWN
    asked = _ASKED_FOR.search(before[1]) if before is not None else None
    points = _EVENT.search(text) and _AGAIN.search(text) and (own or _ADDS.search(text))
    return _to_one(text, asked["number"] if asked is not None else "", context) if asked or points else None


def _to_one(text: str, asked: str, context: Context) -> Reply | None:
    rows = standing(context, "incident", "veto")
    if context.speaker.role in _OWN:
        rows = tuple(row for row in rows if row.contact_id == context.speaker.contact.id)
    row = _meant(text, asked, rows)
    if row is None:
        return incidents.keep(text, context) if not rows and _ACCIDENT.search(text) else None
    others = {*mentions(text, context).units} & {*context.speaker.campaign.subjects} - {row.subject, row.unit}
    return _kept(row, text, context) if not (row.subject and others) else None


def _meant(text: str, asked: str, rows: Sequence[Matter]) -> Matter | None:
    """The one that is numbered, else called by words of its own, else that of the last answer, else the last."""
    number = _NUMBER.search(text)
    if number is not None:
        return next((row for row in rows if row.number == int(number[1])), None)
    called = _CALLED.search(text)
    pairs = (
        {called["what"][at : at + 2] for at in range(len(called["what"]) - 1)}
        if called is not None
        else set()
    )
    named = [row for row in rows if any(pair in row.text for pair in pairs)]
    last = [row for row in rows if str(row.number) == asked]
    return next(reversed([*(rows if not pairs else ()), *last, *named]), None)


_CALLED: Final = re.compile(
    r"[那这]个?(?P<what>[^\s,，。那这]{2,10}?)的?(?:那个|这个)?(?:事情?|事故|事件|案子)(?!$)"
)


def _kept(row: Matter, text: str, context: Context) -> Reply:
    said = " ".join(context.as_said(text).split())
    reviewing = (
        context.uow.roster.list(context.speaker.campaign.id, role="reviewer")
        if row.kind == "incident"
        else ()
    )
    people = [*office_of(context), *(person for person in reviewing if person.active)]
    tell(context, row.number, people, f"【{KIND_NAMES[row.kind]}】第{row.number}号补充：{clip(said, 200)}")
    detail = {"text": said}
    context.uow.audit.record(
        context.now, context.actor, "matter.more", f"matter:{row.campaign_id}:{row.number}", detail
    )
    lacking = listed([name for name, told in _WANTED.items() if not re.search(told, f"{row.text}{said}")], 4)
    more = f"还没说的：{lacking}，直接发就行。" if lacking and row.kind == "incident" else ""
    told = ["质强办"] * (context.speaker.role in _OWN) + ["审核员"] * (row.kind == "incident")
    return Reply(
        f"“{clip(said, 60)}”已作为第{row.number}号“{KIND_NAMES[row.kind]}”的补充"
        f"{'转给' if told else '记下'}{'和'.join(told)}，没有入库；仍待核实，先不计分。{more}"
    )


_LONGEST_MORE: Final = 120
_ACCIDENT: Final = re.compile("事故|事件|塌|炸|火灾|中毒")
_ASKED_FOR: Final = re.compile(
    r"第(?P<number>\d+)号[^第]*(?:请补：时间、地点|还没说的：|登记错了或只是问问)", re.DOTALL
)
_MORE: Final = re.compile(
    "(?:已经?|也|都|当[天时场])(?:上?报|告诉|通知)[过给到了]*(?:了|县|市|省|区|镇|局|主管|应急|住建|安监|[^，,。\\s]{1,6}[局委办])|上报(?:了|过)|地点|时间|[住出]院|\\d{1,2}月\\d{1,2}[日号]|(?:就|是|发生)?在[^，,。\\s]{2,16}(?:路|街|道|工地|小区|村|镇|厂|项目|大桥)"
    "|[死伤][亡者]?\\s*[\\d一两二三]|[\\d一两二三]人[死伤]|[\\d]{1,2}[日号](?:[早晚上下中夜凌]|[^，,。]{0,4}点)|(?:没有?|未|无)(?:人员)?(?:伤|死|人伤|人死)|[轻重受]伤|伤亡|损失|停工了?|(?:处理|处置|清理|整改)(?:完|好|了)"
)
"""Where it was, whom it hurt, to whom it was told."""
_OTHERWISE: Final = re.compile(
    r"催|通知|截止|延[到期至]|另外|又有|还有一[起个]|联络员|属实|撤|第.{1,2}项|[①-⑳]|方案|材料|率|指标|^\s*\d{1,2}\s"
)
_WANTED: Final = {
    "时间": r"\d[号日点月]|[昨前今]天|上周|[早晚]上|[上下]午",
    "地点": "在.{2}|路|街|道|镇|村|区|工地",
    "伤亡": "伤|死|亡",
    "损失": "损失|万元|元",
    "是否已上报主管部门": "报[了给到过县市省局]|上报",
}
