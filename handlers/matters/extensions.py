"""申请延期: only the office moves a deadline; a wish for more time is handed on to it, with what is still owed."""

import re
from datetime import date
from typing import Final

from handlers.access import Act, may
from handlers.board import duties_of
from handlers.calendar.dates import day_in
from handlers.command import Command, words
from handlers.context import Context
from handlers.lookups.progress import head
from handlers.matters.register import office_of
from handlers.messages import Reply
from handlers.pushing.pushes import tell
from handlers.reading import match_criterion, read_ordinals
from handlers.reading.tasks import Task
from handlers.suggesting import offering
from handlers.wording import clip, in_one_line, local, month_day

HAND_ON: Final = "申请延期（照您的原话转质强办）"
UNDECIDED: Final = "延期由质强办批准，批准前截止时间不变；还没有转给质强办，要申请吗？"
_PLACE: Final = re.compile(r"[①-⑳]|第[\d一二三四五六七八九十]{1,3}[项条个]")
_PARTS: Final = re.compile("[\\s,，。、]|能不能|可不可以|可以|能否|申请|延|晚|迟|宽限|推迟|缓")


def ask_for(text: str, context: Context) -> Reply | None:
    """Tell the office, and that nothing is moved before it has decided; None for the office, and for a leader.

    A leader reports nothing: his wish is said back to him before it goes to anybody.
    """
    if may(context.speaker.role, Act.DEADLINE) or context.speaker.role == "leader":
        return None
    own = head(context) if may(context.speaker.role, Act.TASKS) else ""
    who = f"{context.seat.unit} {context.speaker.contact.name}"
    day = _wished_day(text, local(context.now).date())
    until = month_day(day) if day is not None else "几月几日"
    # Of a message that holds more than the wish, the rest may name the item.
    meant = _meant(text, context) or _meant(context.incoming.text, context)
    said = f"【延期申请】{who}：{clip(in_one_line(text), 200)}\n同意请回“{context.seat.unit}{meant} 延到{until} 原因……”。"
    told = tell(context, f"extension:{context.incoming.message_id}", office_of(context), said)
    handed = f"已转给质强办{told}人" if told else "质强办还没有人绑定，请直接联系"
    return Reply("\n".join(filter(None, [f"延期由质强办批准，{handed}；批准前截止时间不变。", own])))


def _wished_day(text: str, today: date) -> date | None:
    """Until when more time is wished: no day of the reason, 数据18号才出来，能不能19号交, where another is named."""
    found = [(day_in(part, today), _REASON.search(part)) for part in _CLAUSES.split(text)]
    days = [day for day, reason in found if day is not None and not reason]
    return days[-1] if days else day_in(text, today)


_CLAUSES: Final = re.compile("[，,。；;\\s]+")
_REASON: Final = re.compile("才|来不及|赶不|截止|原[定来]|之?前(?:交|报|弄|出|完)?不")


def wished(text: str, context: Context) -> Reply | None:
    """A wish in other words than the command's: it goes to the office when the speaker has said so; None as above."""
    if may(context.speaker.role, Act.DEADLINE) or context.speaker.role == "leader":
        return None
    if text.startswith("申请延期"):
        return ask_for(text, context)
    said = " ".join(context.as_said(text).split())
    return offering.choose(f"“{clip(said, 30)}”：{UNDECIDED}", [(f"申请延期 {said}", HAND_ON)], context)


def _meant(text: str, context: Context) -> str:
    """“① 华容区”: the item and the assessed unit of it that the wish names; "" for none."""
    own = duties_of(context) if may(context.speaker.role, Act.TASKS) else ()
    told = [
        duty for duty in own if re.search(rf"(?<![\d.]){re.escape(duty.criterion.code)}(?![\d.月日号])", text)
    ]
    places = [ordinal for mark in _PLACE.findall(text) for ordinal in read_ordinals(mark)]
    if not told and len(places) == 1:
        told = [duty for duty in own if duty.ordinal == places[0]]
    if not told:
        tasks = [Task(duty.ordinal, duty.criterion, duty.inputs, duty.subjects) for duty in own]
        parts = [part for part in _PARTS.split(text) if len(part) > len("某项")]
        matches = [match for part in parts for match in match_criterion(part, tasks) if match.sure]
        codes = {match.task.criterion.code for match in matches}
        told = [duty for duty in own if duty.criterion.code in codes]
    if len(told) != 1:
        return ""
    subjects = told[0].subjects if len(told[0].subjects) > 1 else ()
    named = [subject for subject in subjects if subject in text or subject[:-1] in text]
    return f"{told[0].mark}{' ' if named else ''}{'、'.join(named)}"


COMMAND = Command(
    Act.REGISTER,
    "能不能晚两天交",
    words(""),
    wished,
    re.compile(
        r".{0,20}(?:(?:想|要|能不能|可不可以|可以|能否|能|请求?|申请|麻烦)[^，,。]{0,8}?"
        r"(?:延期|延长|延后|延[到至]|(?:拖|推|缓|宽限|晚)[到至]|延几|延[一两二三\d]|宽限|缓[几两一\d]|晚[几两一点些\d]|迟[几两一点些\d]|推迟)|[晚迟缓](?:几|两|一|三|\d)天.{0,4}(?:行|可以|交|报)|来不及|赶不上|宽限).{0,30}"
    ),
    shy=True,
)
NAMED = Command(
    Act.REGISTER,
    "申请延期 统计员请假 晚两天",
    words("延期 申请延期 我要延期 要延期"),
    ask_for,
    re.compile(r"申请延期[\s:：]+(?P<rest>.{2,200})", re.DOTALL),
    shy=True,
)
