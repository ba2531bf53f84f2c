"""定时的通知: 明天上午9点提醒大家交自评报告, a notice that is to leave at an hour, or that has one at its head."""

import re
from datetime import datetime
from typing import Final

from handlers.context import Context
from handlers.drafts.redrafting import leaves_at
from handlers.messages import Reply
from handlers.office.errands.messages.telling import told
from handlers.office.sending.broadcasting import draft
from handlers.people.enrolled import enrolled
from handlers.people.whom import MARK, Heard, Whom
from handlers.wording import clock

_DAY: Final = (
    r"(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]|\d{1,2}[日号]|(?:本|这|下+)?个?(?:周|星期|礼拜)[一二三四五六日天]"
    "|今天|今晚|明天|明早|明晚|后天"
)
_HOUR: Final = r"(?:\d{1,2}[:：]\d{2}|(?:\d{1,2}|[一二三四五六七八九十]{1,3})点(?:半|钟|整|\d{1,2}分?)?)"
_HALF: Final = "(?:上午|下午|中午|晚上|早上|一早)"
_WHEN: Final = rf"(?P<when>(?:{_DAY})[\s,，]*(?:{_HALF}的?)?{_HOUR}?|{_HALF}?{_HOUR})"
_BIDS: Final = r"(?:通知|提个?醒|告诉|告知|群发|催一?催?|发个?(?:通知|消息|提醒)|说一?声)"
_ORDER: Final = re.compile(
    rf"(?>嗯+|哦|哎|好的?|麻烦你?|帮我?|定在|定时|设个?|记得|那就?|请|你|到|等|[\s,，])*{_WHEN}(?P<before>之?前|以前)?(?!截止)[\s,，]*(?:的时候|整|左右|准时|定时|自动|统一|再|你|帮我?|请|记得|先|就|去|[\s,，])*"
    rf"(?:{_BIDS}(?:一下|给|到)?[\s,，:：]*{MARK}|(?:给|跟|向|对){MARK}(?:都|各)?{_BIDS}|(?P<all>群发|发个?群?通知)(?=[\s:：,，]))(?:一下|都|一声|各)*[\s,，:：]*(?P<said>.*)",
    re.DOTALL,
)
_HEADED: Final = re.compile(
    rf"(?:群发|发(?:个|条)?)?(?:通知|消息)[\s:：,，]+(?P<said>{_WHEN}.{{0,4}}[\s,，]*.{{4,}})", re.DOTALL
)
_ASKED: Final = re.compile(
    r"[?？吗么]\s*$|谁|怎么|多少|几[家个人]|每天|每周|天天|了没|为什么|别|不[要用必]|取消"
)
_LEAST: Final = 2


def announce(heard: Heard, text: str, context: Context) -> Reply | None:
    """The draft with its hour; None where no hour is said for the notice itself."""
    if _ASKED.search(text):
        return None
    headed = _HEADED.fullmatch(text.strip())
    if headed is not None:
        return _headed(headed["said"], headed["when"], heard, context)
    found = _ORDER.fullmatch(heard.marked)
    at = _hour_of(found["when"], context) if found is not None else None
    if found is None or at is None:
        return None
    return _at(None if found["before"] else at, heard, found, context)


def _hour_of(when: str, context: Context) -> datetime | None:
    """今晚8点 as 20:00 of today."""
    said = re.sub("([今明])(晚|早)(?!上)", r"\1天\2上", when.strip())
    return leaves_at(f"{said}发", context)


def _at(at: datetime | None, heard: Heard, found: re.Match[str], context: Context) -> Reply | None:
    whom = _everybody(context) if found["all"] else heard.whom[0]
    if whom.owing:
        return _to_owing(at) if at is not None else None
    start, end = found.span("said")
    then = _THEN.search(heard.marked, start)
    end = then.start() if then is not None else end
    words = heard.restored(start, end).strip(" ,，。:：\n").strip('“”"')
    if at is not None and at <= context.now:
        return Reply(f"{clock(at)}已经过了，没有排。请说一个往后的时间，如“明天上午9点通知各单位：……”。")
    words = words if len(words) >= _LEAST else f"{whom.asks}；已交的不用理会" if whom.asks else ""
    if not words:
        return Reply(
            f"{clock(at) if at is not None else ''}要说什么？请连内容一起发，如“明天上午9点通知各单位：抓紧报送”。没有排。"
        )
    text = f"请{words}" if re.match("交|报|抓紧|尽快|开会|来|参加|把|填|上报|及时|带", words) else words
    draft = _drafted(whom, heard, text, at, context)
    if then is None:
        return draft
    left = heard.restored(then.end(), len(heard.marked)).strip(" ,，。")
    return Reply(f"{draft.text}\n（“{left}”是另一件，没有排，请单独再发一次。）")


_THEN: Final = re.compile(
    rf"[\s,，。;；]+(?=(?:然后|再|还有|另外|、)*(?:{_DAY})[^,，。]{{0,10}}?{_BIDS}[^,，。]{{0,3}}{MARK})"
)
"""明天九点提醒江涛交报告，后天提醒宋莉: the second is no part of the first one's message."""


def _drafted(whom: Whom, heard: Heard, text: str, at: datetime | None, context: Context) -> Reply:
    people = whom.people - heard.spared
    if not people:
        return Reply(f"{whom.called}在名册里没有收得到的人，没有排。")
    return told(people, whom, text, context, at)


def _to_owing(at: datetime) -> Reply:
    """Who still owes then is not known now."""
    return Reply(
        f"到{clock(at)}谁还没报现在不知道，催办不能定时，没有排。能做的：现在催回“催办”（先给您看名单）；"
        f"到点发给大家，说“{clock(at)}通知各单位：没报齐的请抓紧报”；截止当天加催一次，回“当天下午3点再催一次”。"
        "机器人自己的提醒照发，报齐就停，明天提醒谁回“提醒计划”。"
    )


def _everybody(context: Context) -> Whom:
    rows = enrolled(context)
    people = frozenset(row.id for row in rows if row.id != context.speaker.contact.id)
    return Whom(people, "全体", everybody=True)


def _headed(said: str, when: str, heard: Heard, context: Context) -> Reply | None:
    """通知 明天上午9点 请大家交自评报告: it goes out at once with the hour in it, or then, where that is said."""
    whom = heard.one if heard.one is not None and not heard.one.owing else _everybody(context)
    reply = draft(sorted(whom.people - heard.spared), whom.called, said.strip(), context)
    at = _hour_of(when, context)
    later = f"\n（回“是”现在就发；“{when.strip()}”是要等到那时才发的，回“{when.strip()}发”。）"
    return Reply(f"{reply.text}{later}") if at is not None and at > context.now else reply
