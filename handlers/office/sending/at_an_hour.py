"""到点再催: a further reminder at an hour that the words give, on the last day or another one; it is never sent now."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from handlers.calendar.dates import day_in
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days import moving
from handlers.office.sending import planning
from handlers.office.sending.broadcasting import STILL_OWING, draft
from handlers.people.whom import MARK, Whom, hear
from handlers.reading.numbers import whole_number
from handlers.reminding.owing import owing_now
from handlers.reminding.urge_words import BY_THEN
from handlers.suggesting.offering import ask_slot
from handlers.wording import SHANGHAI, clock, local

_LAST: Final = re.compile("到日子|当[天日]|(?:截止|到期|最后)(?:那|的|这)*一?[天日]")
_BEFORE: Final = re.compile(
    r"(?:截止|到期)?(?:的)?(?:前(?P<days>[一两二三四五六七\d])[天日]|头(?P<one>一)天)|提前(?P<early>[一两二三四五六七\d])天"
)
_HALF: Final = re.compile("上午|下午|早上|晚上|中午")
_ORDER: Final = re.compile(
    r"截止|到期|到日子|最后|[当那这][天日]|提前|前?[一二两三四五六七\d][天日]|头一天|前|(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]?|\d{1,2}[日号]|\d{1,2}[./]\d{0,2}|[下本这]*个?(?:周|星期|礼拜)[一二三四五六日天]"
    r"|今天|明[天早晚]|后天|上午|下午|早上|晚上|中午|[\d一二两三四五六七八九十]+[:：点时](?:\d\d分?|半|钟|整)?|[再加多还也都就请把给集统一中的那些发个下遍次轮吧钟喊光只了哈啊到要设定在来]"
    r"|催[办促报交]?|提个?醒|下班前|消息|单位|大家|他们|各家?|帮我|麻烦|记得|别忘了?|[没未](?:上?报|交|填)齐?|欠报?|[\s,，。！!]|\{hour\}"
)
"""What such an order consists of: of a notice with words of its own more is left."""
_MOST_LEFT: Final = 1
_SHIFTED: Final = re.compile("提醒[^，,。]{0,4}(?:改|调|换|挪)[到成为]")
"""提醒改到9点: the hour of what is sent every day, which is a setting."""
_WORDS: Final = "到现在还没报齐的请抓紧报，发“我的任务”看还差什么；已经报齐的不用理会"


def remind(text: str, context: Context) -> Reply | None:
    """截止前一天早上9点再发一遍, 30号下午4点加催一次: arranged where it is the last day, else drafted to be sent then.

    Whoever owes a paper (没交联系人表的) is told just that, which is a notice of its own.
    """
    heard = hear(text, context)
    left = _ORDER.sub("", heard.marked.replace(MARK, ""))
    if len(left) > _MOST_LEFT or any(whom.asks for whom in heard.whom):
        return None
    day, at = _day(text, context), planning.time_in(text)
    if day is None and _SHIFTED.search(text):
        return None
    if at is None and BY_THEN.search(text):
        return None
    if at is None:
        return ask_slot(f"{_called(text, day, context)}{{hour}}再催一次没报的", context) if day else None
    named = [one for one in heard.whom if not one.owing and not one.everybody]
    due = moving.due_of(context.milestone or "", context)
    if due is not None and local(due).date() == day and not named:
        return planning.add_all(text, context)
    return _drafted(datetime.combine(day or local(context.now).date(), at, SHANGHAI), named, context)


def _drafted(leaves: datetime, named: Sequence[Whom], context: Context) -> Reply:
    """The draft to whoever owes now, of those named where any are, to be sent at that time."""
    if leaves <= context.now:
        return Reply(f"{clock(leaves)}已经过了，没有排，也没有发。现在就催回“催办”（先给您看名单）。")
    people = [row.contact.id for row in owing_now(context)]
    people = [one for one in people if not named or any(one in whom.people for whom in named)]
    if not people:
        return Reply("没有欠报的，没有排。")
    due = moving.due_of(context.milestone or "", context)
    if due is None or leaves <= due:
        return draft(people, STILL_OWING, _WORDS, context, leaves)
    asked = draft(
        people, "现在没报齐的", _WORDS, context, leaves
    )  # By then everybody owes of the next milestone.
    return Reply(f"{asked.text}\n到那时已经报齐的也会收到；机器人自己的提醒照发。")


def _called(text: str, day: date | None, context: Context) -> str:
    half = _HALF.search(text)
    due = moving.due_of(context.milestone or "", context)
    last = due is not None and local(due).date() == day
    when = "截止当天" if last or day is None else f"{day.month}月{day.day}日"
    return f"{when}{half[0] if half else ''}"


def _day(text: str, context: Context) -> date | None:
    """The day that is meant: the deadline's, so many days before it, or the one that is named."""
    due = moving.due_of(context.milestone or "", context)
    before = _BEFORE.search(text)
    if due is not None and before is not None:
        days = before["days"] or before["one"] or before["early"]
        return local(due).date() - timedelta(days=whole_number(days))
    if due is not None and _LAST.search(text):
        return local(due).date()
    return day_in(text, local(context.now).date())
