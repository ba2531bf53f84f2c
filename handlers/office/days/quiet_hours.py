"""晚上别发、几点下班: when messages are not to come, and at which hour the office opens and closes."""

import re
from datetime import datetime, time
from typing import Final

from handlers.calendar.hours import AFTER_OPENING, OfficeHours
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.sending.planning import time_in
from handlers.people.whom import Heard
from handlers.suggesting import offering
from handlers.wording import local

_HOUR: Final = (
    r"(?:早上?|上午|中午|下午|晚上?|夜里)?\s*"
    r"(?:\d{1,2}[:：]\d\d|(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?:半|\d{1,2}分?|钟)?)"
)
_SENDS: Final = (
    "(?:再|自动|给|往|向|跟|对|在|主动|随便|老|总)*"
    "(?:他们|大家|人家?|各?单位|各家|群里?|联络员|领导|[他她]|我们?)*(?:发|推|催|提醒|打扰|通知|吵|响|@)"
)
_NEVER: Final = f"(?:别|不要|不准|不许|不能|不得|不再|不用|不|禁止|停止|勿|莫|免){_SENDS}|免打扰|勿扰|静音"
_WHILE: Final = (
    "晚上|夜里|半夜|深夜|凌晨|早上|清早|一早|大清早|午休|中午|下班|周末|双休|节假日|休息时间|非工作时间"
)
_QUIET: Final = re.compile(
    rf"(?:{_HOUR}|{_WHILE}).{{0,14}}?(?:{_NEVER})|(?:{_NEVER}).{{0,4}}(?:时段|时间段)|免打扰|勿扰"
)
_ASKED: Final = re.compile(
    rf"(?:{_WHILE}|{_HOUR}).{{0,10}}(?:会不会|发不发|会|还|能不能).{{0,8}}(?:发|推|催|提醒|打扰)?.{{0,6}}(?:吗|么|不|[?？])"
    r"|几点(?:以?后|之后|钟)?.{{0,6}}(?:不|停|别)(?:再)?(?:发|催|提醒|推)"
)
_AFTER: Final = re.compile(rf"(?P<hour>{_HOUR})(?:钟)?(?:以后|之后|过后|过了|后|到|开始|起)")
_BEFORE: Final = re.compile(rf"(?P<hour>{_HOUR})(?:钟)?(?:以前|之前|前)")
_CLOSES: Final = re.compile(
    rf"下班(?!.{{0,12}}(?:[交报送催]|通知|提醒)).{{0,8}}?(?P<hour>{_HOUR})|(?P<at>{_HOUR})(?:就|才|算|为|是)?(?:算)?下班(?!前.{{0,6}}[交报送催])"
)
_OPENS: Final = re.compile(
    rf"上班(?!.{{0,10}}(?:[交报送催]|通知|提醒)).{{0,6}}?(?P<hour>{_HOUR})|(?P<at>{_HOUR})(?:就|才|算|为|是)?(?:算)?上班"
)
_NOT: Final = re.compile(
    r"我(?!们)|今天|明天|后天|\d[日号]|周[一二三四五六日天]|星期|礼拜|截止|延|改到|开会|通知(?:大家|各|全)|[交报送](?:上来|齐|过来)|到场"
)
_WHOLE_DAYS: Final = re.compile("周末|双休|节假日")
_LONGEST: Final = 36
_AFTERNOON: Final = time(14)
_NOON: Final = time(12)


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """晚上八点以后别给人发, 下班前按5点半算; None where the words are of no hours that come again every day."""
    said = text.strip().rstrip("。.!！")
    if len(said) > _LONGEST or _NOT.search(said):
        return None
    if _QUIET.search(said) or _ASKED.search(said):
        return _quiet(said, context)
    closes, opens = _CLOSES.search(said), _OPENS.search(said)
    if re.search("[?？吗]$|几点", said) or not (closes or opens):
        return None
    hours = context.arranged.hours
    starts = _at(opens, afternoon=False)
    if starts is not None and starts >= _NOON:
        return Reply(
            f"下午几点上班不用设，没有改动：只记上班、上午下班、下午下班三个钟点（现在{_called(hours)}）。"
        )
    return _set(starts or hours.opens, _at(closes, afternoon=True) or hours.closes, context)


def _at(found: re.Match[str] | None, *, afternoon: bool) -> time | None:
    """5点半 of the end of work is of the afternoon."""
    if found is None:
        return None
    at = time_in(found["hour"] or found["at"])
    return at.replace(hour=at.hour + 12) if at is not None and afternoon and at < _NOON else at


def _quiet(said: str, context: Context) -> Reply | None:
    """What is sent when anyway; an hour within the office's own is offered to be its end or its beginning."""
    hours = context.arranged.hours
    first = (datetime.combine(local(context.now).date(), hours.opens) + AFTER_OPENING).time()
    after, before = _AFTER.search(said), _BEFORE.search(said)
    last = time_in(after["hour"]) if after is not None else None
    begins = time_in(before["hour"]) if before is not None else None
    if last is not None and _NOON <= last < hours.closes:
        return _set(hours.opens, last, context)
    if begins is not None and first < begins < _NOON:
        return _set(begins, hours.closes, context)
    noon = "中午也不发（另定了中午钟点的除外），" if re.search("中午|午休", said) else ""
    days = "周末、节假日不发（调休上班日照发），" if _WHOLE_DAYS.search(said) else "周末、节假日也不发，"
    return Reply(
        f"不用另设，没有改动：自动的提醒、汇总只在工作日{hours.opens:%H:%M}—{hours.closes:%H:%M}发"
        f"（提醒多在{first:%H:%M}后一小时内），下班以后、晚上、夜里都不发，{noon}{days}到点没发的挪到下一个工作日。\n"
        "例外只有两样：您和领导自己发的催办、通知随时都发；本人发来的话随时都回。改时段说“办公时间 8:30-12:00 14:00-17:30”。"
    )


def _set(opens: time, closes: time, context: Context) -> Reply | None:
    """Offer other hours, with what goes by them."""
    hours = context.arranged.hours
    if not opens < closes:
        return None
    if (opens, closes) == (hours.opens, hours.closes):
        return Reply(f"现在就是{opens:%H:%M}上班、{closes:%H:%M}下班，自动的提醒只在这段时间发。没有改动。")
    order = f"办公时间 {opens:%H:%M}-{closes:%H:%M}"
    if hours.noon != _NOON and opens < hours.noon < _AFTERNOON < closes:
        order = f"办公时间 {opens:%H:%M}-{hours.noon:%H:%M} 14:00-{closes:%H:%M}"
    head = (
        f"现在{_called(hours)}。改成{opens:%H:%M}上班、{closes:%H:%M}下班吗？"
        "自动的提醒、汇总只在这段时间发，“下班前”的时限也按它算。还没有改动。"
    )
    return offering.choose(head, ((order, f"改成{opens:%H:%M}上班、{closes:%H:%M}下班"),), context)


def _called(hours: OfficeHours) -> str:
    return f"{hours.opens:%H:%M}上班、{hours.closes:%H:%M}下班"
