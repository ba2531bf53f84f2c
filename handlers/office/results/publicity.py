"""公示期: from when to when results are shown and may be contested, as the office sets it; no document prints it."""

import re
from datetime import date, timedelta
from typing import Final

from handlers.calendar.dates import day_in, days_in
from handlers.calendar.working_days import add_working_days, is_working_day, working_days_between
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.days.day_words import in_digits
from handlers.people.whom import Heard
from handlers.wording import local, month_day

_TOPIC: Final = re.compile("公示|异议期")
_NOT: Final = re.compile(
    "没意见|不对|有误|异议(?!期)|申诉|通知|告诉|转告|群发|[跟让叫].{1,8}(?:说|讲)|催|材料|网站|截止(?!到)"
)
_OVER: Final = re.compile(
    "(?:过了?|完了?|结束|到期|以后|之后).{0,10}(?:异议|申诉|意见).{0,10}(?:怎么|咋|还[收算能]|收不收|算不算|管不管|[吗?？])"
)
_BACK: Final = re.compile(
    "(?:取消|撤[回销掉]?|作废|去掉|不要)了?.{0,4}(?:公示|异议)期?|公示期?.{0,6}(?:取消|作废|撤|不要|不搞)"
)
_QUESTION: Final = re.compile(r"[?？吗呢么]\s*$|要不要|用不用|是不是|行不行")
_ASKED: Final = re.compile("几天|几[号日]|哪[天几]|什么时候|啥时候|多[久长]|到期|过了没|结束了?没|还有")
_SPAN: Final = re.compile(r"(?<=[日号\d一二三四五六七八九十])\s*(?:到|至|-|—|~|～)+\s*")
_WEEKDAYS: Final = re.compile(r"(?<=[一二三四五六日天])\s*(?:到|至)\s*(?=下*(?:个|这|本)?(?:周|星期|礼拜))")
_CALENDAR_DAYS: Final = re.compile("自然日|自然天|日历天")
Period = tuple[date, date]


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """公示期定7月6号到7月10号; None where no such period is set, asked for or taken back."""
    if _TOPIC.search(text) and _OVER.search(text):
        return Reply(
            f"{known(context)}过了期提的异议还收不收，原文未规定：照样登记给您，由您“办结 号 结果”定。没有改动。"
        )
    if not _TOPIC.search(text) or _NOT.search(text):
        return None
    said = in_digits(text.strip())
    if _BACK.search(said) and not _QUESTION.search(said):
        return _cancel(context)
    period = _said(said, context) or _longer(said, context)
    if period is None:
        asks = _QUESTION.search(said) or (_ASKED.search(said) and not days_in(said))
        return Reply(f"{known(context)}{_HOW}") if asks and _ASKED.search(said) else _first_day(said, context)
    return None if _QUESTION.search(said) else _keep(period, context)


_HOW: Final = "要定、要改说“公示期7月6日到7月10日”。没有改动。"


def known(context: Context) -> str:
    """From when to when it is, or that it is not set."""
    period = of(context)
    if period is None:
        return "公示期还没有定（几天、从哪天起原文未规定，由质强办定）。"
    today = local(context.now).date()
    state = "还没有开始" if today < period[0] else "已经过了" if today > period[1] else "正在公示期内"
    return f"公示期{_called(period)}（质强办定的，原文未规定），{state}。"


def of(context: Context) -> Period | None:
    """The period that was set last, None where none is."""
    row = context.arranged.publicity
    return (date.fromisoformat(row.value["begins"]), date.fromisoformat(row.value["ends"])) if row else None


def _said(text: str, context: Context) -> Period | None:
    """Its first and last day: both said, or the first with so many (working) days."""
    today, arranged = local(context.now).date(), context.arranged.calendar
    parts = (_SPAN if _SPAN.search(text) else _WEEKDAYS).split(text, maxsplit=1)
    first = day_in(parts[0], today)
    if first is None:
        return None
    if len(parts) > 1:
        last = day_in(parts[1] if "月" in parts[1] or "." in parts[1] else _of_month(parts[1], first), today)
        return (first, last) if last is not None and first <= last else None
    count = days_in(text)
    if not count:
        return None
    if _CALENDAR_DAYS.search(text):
        return first, first + timedelta(days=count - 1)
    start = first if is_working_day(first, arranged) else add_working_days(first, 1, arranged)
    return first, add_working_days(start, count - 1, arranged)


_LONGER: Final = re.compile("延长|再延|顺延|往后延|延|多公?示?|再加")


def _longer(text: str, context: Context) -> Period | None:
    """公示期延长两天: the one that is set, with so many working days more."""
    before, count = of(context), days_in(text)
    if before is None or not count or not _LONGER.search(text):
        return None
    return before[0], add_working_days(before[1], count, context.arranged.calendar)


def _of_month(words: str, first: date) -> str:
    """10号 behind 7月6号到: of the same month."""
    return re.sub(r"^\s*(?=\d{1,2}\s*[日号]?)", f"{first.year}年{first.month}月", words, count=1)


_BEGINS: Final = re.compile("(?:从|自|在|定|安排)[^,，]{1,12}(?:开始|起)|开始公示|起公示")


def _first_day(text: str, context: Context) -> Reply | None:
    """公示5个工作日: from which day is asked."""
    count = days_in(text)
    first = day_in(text, local(context.now).date())
    if first is not None and _BEGINS.search(text) and not _QUESTION.search(text):
        return Reply(
            f"{month_day(first)}起公示几天？请发“公示期{month_day(first)}起5个工作日”这样一句。没有改动。"
        )
    if not count or _QUESTION.search(text):
        return None
    unit = "自然日" if _CALENDAR_DAYS.search(text) else "个工作日"
    return Reply(f"公示{count}{unit}，从哪天起？请发“公示期7月6日起{count}{unit}”这样一句。没有改动。")


def _keep(period: Period, context: Context) -> Reply:
    before = of(context)
    value = {"begins": period[0].isoformat(), "ends": period[1].isoformat()}
    arrange(context, "publicity", value)
    count = working_days_between(period[0] - timedelta(days=1), period[1], context.arranged.calendar)
    instead = f"，原来是{_called(before)}" if before is not None and before != period else ""
    return Reply(
        f"已设公示期：{_called(period)}（{count}个工作日{instead}）。填报截止没有改动，也没有发布结果。\n"
        "单位问公示到哪天、提异议时都按这个答；没有通知各单位，要通知说“通知全体：公示期……”，要发结果发“发布结果”。\n"
        "设错了再发一次，不要了回“取消公示期”。"
    )


def _cancel(context: Context) -> Reply:
    if of(context) is None:
        return Reply("没有设过公示期，没有改动。")
    arrange(context, "publicity", {})
    return Reply("已取消公示期；填报截止、发布都没有改动。记录保留。")


def _called(period: Period) -> str:
    first, last = period
    year = f"{last.year}年" if last.year != first.year else ""
    return (
        f"{first.year}年{month_day(first)}—{year}{month_day(last)}"
        if first != last
        else f"{first.year}年{month_day(first)}"
    )
