"""改稿的话: what is said to a draft that waits for its 是, of its words and of when it is to leave."""

import re
from datetime import datetime, timedelta
from typing import Final

from handlers.calendar.dates import day_in
from handlers.calendar.printed import at_hour, clock_in
from handlers.context import Context
from handlers.people.whom import MARK, hear
from handlers.wording import local

_DAY: Final = (
    r"(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号]|(?:本|这|下+)?个?(?:周|星期|礼拜)[一二三四五六日天]"
    r"|今天|明天|后天|月底|月末"
)
_CLOCK: Final = r"\d{1,2}[:：]\d{2}|(?:\d{1,2}|[一二三四五六七八九十]{1,2})点(?:半|钟)?"
_HALF: Final = r"上午|下午|中午|晚上|早上"
_PLACE: Final = (
    r"\d{2,4}(?:会议室|办公室|室|房间?)|(?:[一二三四五六七八九十\d]{1,2}[楼层号])?"
    r"(?:[东西南北中大小第一二三\d])*(?:会议室|礼堂|大厅|会议中心)"
)
_KINDS: Final = tuple(re.compile(kind) for kind in (_DAY, _CLOCK, _HALF, _PLACE))
_NOT_BUT: Final = re.compile(
    r"(?:.{0,6}?)(?:把|将)?(?:不是|那个)?[“\"]?(?P<old>.{1,40}?)[”\"]?(?:(?:写|打|说|弄)?错了|不对)?[\s,，。]*(?:而是|应该?是|应为|改成|改为|换成|改|是)[“\"]?(?P<new>.{1,60}?)[”\"]?(?:才对|吧|了)?"
)
_WRONG: Final = re.compile(
    r"(?>不好意思|等[等一]?下?|慢着|哎呀?|[那这]个|刚才的?|[\s,，。！!])*(?:时间|日期|钟点|地点|日子)?(?:我)?(?:写|打|发|说|弄|搞|填)?(?:错了?|不对|有误|改一?下|变了)?[\s,，。]*"
    r"(?:应该?|要|得)?(?:是|改成|改为|改到|改|换成|换到|为|成)(?P<new>.{2,24}?)(?:才对|吧|了|的)?"
    r"|(?:往[后前]|推迟|提前|延后|改期)(?:挪|推|放|到)?(?:了?[一两二三\d]+天)?[\s,，]*(?P<moved>.{2,12}?)(?:再)?[开交报办]?(?:吧|了)?"
    r"|(?:改一?下|更正一?下?|改个时间|时间改一?下)[\s,，:：]+(?P<again>.{2,16}?)(?:吧|了)?"
)
_AT: Final = re.compile(
    r"(?:地点|地方|会场|位置)(?:改|换|变|挪|定)?(?:成|到|为|在|是)(?P<place>.{2,20}?)(?:了|吧)?"
)
_TURNED: Final = re.compile(
    r"(?:.{0,6}?)是[“\"](?P<new>.{1,30}?)[”\"][\s,，]*不是[“\"](?P<old>.{1,30}?)[”\"](?:吧|了)?"
)
_MORE: Final = re.compile(
    r"(?:后面|最后|末尾|下面|结尾)?(?:再|还)?(?:加|补|添)(?:上|个)?(?:一?[句条]|句话|一行)(?:话)?[\s:：,，]*(?P<more>.{2,100})"
)
_LESS: Final = re.compile(
    r"(?:把|别提|不提|别写)?[“\"]?(?P<less>.{2,30}?)[”\"]?(?:[那这]?(?:[句条段]|[一两二三四五六几]?个[字词]))?(?:了|去掉|删掉|删了|不要了?|别提了?|别写了?|拿掉)"
)
_INSTEAD: Final = re.compile(
    r"(?:别提|不提|别写|不写|不要提)[“\"]?(?P<old>.{2,30}?)[”\"]?了?[\s,，]*(?:就|只|改)?(?:说|写|提)(?P<new>.{2,60})"
)
_ANEW: Final = re.compile(
    r"(?!把.*(?:去掉|删掉|删了|拿掉|不要)了?$)(?:别提|不提|别写|不写)?.{0,12}?(?:就说|只说|内容改成|内容改为|重写|全改成|改成这样|整个改成)[\s:：,，]*(?P<anew>.{2,200})",
    re.DOTALL,
)
_WHEN: Final = re.compile(
    rf"(?:改成?|换成?|等到?|那就|还是|放到?|推到?|先别发|先不发|[\s,，])*(?P<when>(?:{_DAY}|明早|今晚|{_HALF}|{_CLOCK}|的|一上班|[\s,，])+)"
    r"(?:时候|左右|以?后|整)?(?:再|才|就)?(?:给我)?(?:发送?|通知|催|推|群发)(?:出去|给他们)?(?:吧|了|好了)?"
)
_LATER: Final = re.compile(
    rf"(?:等一?会儿?|过一?会儿?|晚点|先别|一会儿?)(?:再)?发?[\s,，]*(?P<when>(?:{_DAY}|{_HALF}|{_CLOCK})+)(?:左右)?(?:再)?发?(?:吧|了)?"
)
_NOW: Final = re.compile(
    r"(?:那?就|还是|算了|不等了|[\s,，])*(?:现在|马上|立刻|立即|这会儿)(?:就|直接)?(?:给(?:他们|大家))?(?:发|通知|提醒)(?:出去|掉)?(?:了|吧)*"
)
_OTHER: Final = re.compile(
    rf"(?:不对|错了|等等|[\s,，])*(?:不是[^,，是]{{1,10}}[\s,，]*(?=是|改|要)|[^,，]{{0,6}}(?:错了|不对)[\s,，]*)?(?:发送?的?时间|时间|提醒)?(?:应该?|要)?(?:改|换|推迟|推|提前|挪|延|定)?(?:成|到|为|在)?是?"
    rf"(?P<when>(?:{_DAY}|{_HALF}|{_CLOCK}|[\s,，])+)(?:再)?(?:发送?|通知|提醒)?(?:吧|了)*"
)
_ENDS: Final = " ,，。;；"


def corrected(text: str, said: str) -> str | None:
    """The draft's words as they are to be now; None where the words said are no correction of them.

    不是312 是321室, 时间写错了是周四, 再加一句…, 就说…; a day takes the place of the one day in it.
    """
    ways = (_without, _turned, _elsewhere, _replaced, _extended, _shortened, _of_kind, _anew)
    return next((new for way in ways if (new := way(text, said)) is not None and new != text), None)


_CORRECTS: Final = re.compile(r"不是|不对|错|应该?是|应为|而是|^是")
_ANOTHER: Final = re.compile(
    r"(?:不对|错了?|等等|哦|[写说打弄]错了?|单位|应该|应?是|改成|改为|换成|给|[\s,，。])+(?P<new>[^,，。]{2,14}?)(?:才对|吧|的|了)*"
)


def reworded(order: str, said: str, context: Context) -> str | None:
    """The order's words as they are to be now: 不是城建局，是安监局; None where no word of it is corrected."""
    said = said.strip().rstrip("。.!！~～ ")
    ways = (_turned, _replaced, _of_kind) if _CORRECTS.search(said) is not None else ()
    return next((new for way in ways if (new := way(order, said))), None) or _whose(order, said, context)


def _whose(order: str, said: str, context: Context) -> str | None:
    """不对，是安监局: in the place of the one unit, or person, that the order names."""
    found = _ANOTHER.fullmatch(said)
    new = hear(found["new"], context) if found is not None else None
    if found is None or new is None or new.marked != MARK or new.whom[0].everybody:
        return None
    old = hear(order, context)
    named = [name for name, whom in zip(old.names, old.whom, strict=True) if not whom.everybody]
    return order.replace(named[0], found["new"]) if len(named) == 1 else None


def leaves_at(said: str, context: Context) -> datetime | None:
    """明早发, 改成下午3点发: when the draft is to leave; None where the words do not say so."""
    found = _WHEN.fullmatch(said) or _LATER.fullmatch(said)
    if found is None:
        return None
    now, hours, when = local(context.now), context.arranged.hours, found["when"]
    day = day_in(when, now.date())
    if day is None:
        day = now.date() + timedelta(days=1) if "明早" in when else now.date()
    if clock_in(when) is not None:
        return at_hour(when, day, hours)
    half = "14:00" if "下午" in when else "19:00" if "晚" in when else f"{hours.opens:%H:%M}"
    return at_hour(half, day, hours)


def at_once(said: str) -> bool:
    """现在就发吧, of what was to leave later."""
    return _NOW.fullmatch(said) is not None


def other_hour(said: str, at: str, context: Context) -> datetime | None:
    """改成下午2点, 不是9点是10点发: another hour, of the same day where none is said, for what leaves `at` (ISO, "")."""
    found = _OTHER.fullmatch(said) if at else None
    if found is None:
        return None
    new = leaves_at(f"{found['when'].strip()}发", context)
    if new is None or day_in(found["when"], local(context.now).date()) is not None:
        return new
    return new + (local(datetime.fromisoformat(at)).date() - local(new).date())


def _without(text: str, said: str) -> str | None:
    """别提312室了 就说交到质强办: what is said instead of the one, with the words before it that both have."""
    found = _INSTEAD.fullmatch(said)
    if found is None or text.count(found["old"]) != 1:
        return None
    at, new = text.index(found["old"]), found["new"]
    lap = next((size for size in range(min(len(new) - 1, at), 0, -1) if text[:at].endswith(new[:size])), 0)
    return text[: at - lap] + new + text[at + len(found["old"]) :]


def _turned(text: str, said: str) -> str | None:
    """是“自评表”不是“自平表”: the right words first."""
    found = _TURNED.fullmatch(said)
    return text.replace(found["old"], found["new"]) if found is not None and found["old"] in text else None


def _elsewhere(text: str, said: str) -> str | None:
    """地点改成…: in the place of the only one in the text."""
    found, old = _AT.fullmatch(said), re.findall(_PLACE, text)
    return text.replace(old[0], found["place"]) if found is not None and len(old) == 1 else None


def _replaced(text: str, said: str) -> str | None:
    found = _NOT_BUT.fullmatch(said)
    if found is None or text.count(found["old"]) != 1:
        return None
    old, new = found["old"], found["new"]
    after = text[text.index(old) + len(old) :]
    lap = next((size for size in range(min(4, len(new) - 1), 0, -1) if after.startswith(new[-size:])), 0)
    return text.replace(old, new[: len(new) - lap])


def _extended(text: str, said: str) -> str | None:
    found = _MORE.fullmatch(said)
    return f"{text.rstrip(_ENDS)}；{found['more'].strip(_ENDS)}" if found is not None else None


def _shortened(text: str, said: str) -> str | None:
    found = _LESS.fullmatch(said)
    if found is None or text.count(found["less"]) != 1:
        return None
    return re.sub(r"[，,；;、]{2,}", "，", text.replace(found["less"], "")).strip(_ENDS) or None


def _anew(_text: str, said: str) -> str | None:
    found = _ANEW.fullmatch(said)
    return found["anew"].strip(_ENDS) if found is not None else None


def _of_kind(text: str, said: str) -> str | None:
    """Each day, hour or place that the correction names, in the place of the only one in the text."""
    found = _WRONG.fullmatch(said)
    if found is None:
        return None
    left, changed = (found["new"] or found["moved"] or found["again"]).removeprefix("一下"), text
    for kind in _KINDS:
        new, old = kind.search(left), kind.findall(changed)
        if new is None:
            continue
        if len(old) != 1:
            return None
        changed = changed.replace(old[0], new[0])
        left = left.replace(new[0], "", 1)
    left = left.strip(" ,，。的")
    return changed if left in changed else None
