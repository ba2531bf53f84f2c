"""日历: days that the office declares off or worked, and how a festival lies in the published calendar."""

import re
from datetime import date, timedelta
from importlib.metadata import version

import holidays

from handlers.access import Act
from handlers.calendar.dates import day_in
from handlers.calendar.working_days import is_provisional, is_working_day
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.days.day_words import shifts
from handlers.people.whom import hear
from handlers.wording import local, month_day

FESTIVALS = {
    "元旦": "元旦",
    "春节": "春节",
    "过年": "春节",
    "清明": "清明节",
    "五一": "劳动节",
    "劳动节": "劳动节",
    "端午": "端午节",
    "中秋": "中秋节",
    "国庆": "国庆节",
    "十一": "国庆节",
}
WEEKDAYS = "一二三四五六日"
_OFF = "别发|不发|不要发|别推|别催|不催|不要催|别提醒|不提醒|不用发|不用催|放假|休息|不上班|补休|调休"
_ON = "上班|照常|要发|正常发|工作日"
ASKED = (
    r"(?:上班|放假|休息|工作日|补班|补休|调休).{0,3}(?:吗|么|不|没|[?？])|上不上班|放不放假|休不休"
    r"|(?:要不要|用不用|是不是|该不该).{0,4}(?:上班|放假|休息|工作日|催|发|提醒)"
)
_NEAR = 8
_MOST = 10
"""No office declares more days at once."""
_WORKED_NEAR = 12


def declare(text: str, context: Context) -> Reply | None:
    """That day is off (or worked) for this office: routine messages and working days go by it from now on.

    None where it is somebody's own day off.
    """
    if _OWN.match(text) or EVER.search(text) or any(not one.everybody for one in hear(text, context).whom):
        return None
    today = local(context.now).date()
    day = day_in(text, today)
    if re.search(ASKED, text) and day is not None:
        return kind_of_day(day, context)
    if day is None and (month := _OF_MONTH.search(text)) is not None:
        return of_month(int(month[1]), context)
    if day is None:
        return Reply("哪一天？请这样发：“7月6日别发”或“7月5日上班”。没有改动。")
    told = set_days(text, context)
    return told if told is not None else set_day(day, re.search(_OFF, text) is None, text, context)


_OWN = re.compile("我(?!们|办|局)|本人")
EVER = re.compile("每个?(?:周|星期|礼拜|月)|(?:周|星期|礼拜)[一二三四五六日天](?:都|一律)")
"""每周一不发 is of no one day."""


def set_days(text: str, context: Context) -> Reply | None:
    """6号调休，11号补班: every day by its own words; two that only change places each become what the other is."""
    calendar = context.arranged.calendar
    told = shifts(text, local(context.now).date())
    if not told or len(told) > _MOST:
        return None
    rows = [
        set_day(day, not is_working_day(day, calendar) if works is None else works, text, context).text
        for day, works in told
    ]
    return Reply("\n".join(rows))


def set_day(day: date, works: bool, text: str, context: Context) -> Reply:
    """The same for a day that was read already; `text` is what was said."""
    today = local(context.now).date()
    called = f"{month_day(day)}（周{WEEKDAYS[day.weekday()]}）"
    if is_working_day(day, context.arranged.calendar) is works:
        kind = "工作日" if works else f"非工作日{_festival(day)}"
        over = "（已经过去）" if day < today else ""
        return Reply(
            f"{called}{over}日历上本来就是{kind}，{'照常发' if works else '那天不发提醒和摘要'}，不用设。"
        )
    if day < today:
        return Reply(f"{called}已经过去，没有改动。要设以后的日子请带月份，如“7月6日别发”。")
    arrange(context, "day", {"day": day.isoformat(), "works": works}, reason=text.strip()[:60])
    undo = "别发" if works else "上班"
    kind = "工作日" if works else "非工作日：不发提醒和摘要，算还剩几个工作日时也不计"
    return Reply(f"已把{called}设为{kind}。设错回“{month_day(day)}{undo}”。")


def festival(text: str, context: Context) -> Reply:
    """国庆怎么排: the days off, and the weekends that are worked for them."""
    names = dict.fromkeys(called for word, called in FESTIVALS.items() if word in text)
    rows = [row for name in names for row in _laid(name, context)]
    source = (
        f"来源：国务院办公厅放假通知，按 holidays {version('holidays')}；本单位另设的日子优先，回“看日历”。"
    )
    told = any("不上班" in row for row in rows)
    return Reply("\n".join([*rows, *([source] if told else [])]))


_OF_MONTH = re.compile(r"(?<![\d.])(1[0-2]|[1-9])月份?(?!\d)")


def of_month(month: int, context: Context) -> Reply:
    """10月份放假安排给我看看: the festivals whose days off lie in that month."""
    year = local(context.now).date().year
    china = holidays.country_holidays("CN", years=year, language="zh_CN")
    first = {
        name: min(day for day, called in china.items() if name in called and day.year == year)
        for name in dict.fromkeys(FESTIVALS.values())
    }
    named = [name for name, day in first.items() if any(off.month == month for off in _run(day, context))]
    if not named:
        return Reply(f"{month}月没有法定节假日，周末不发、工作日照常发；本单位另设的日子回“看日历”。")
    return festival("、".join(named), context)


def ahead(_text: str, context: Context) -> Reply:
    """今年还有啥假: the festivals that are still to come this year."""
    today = local(context.now).date()
    china = holidays.country_holidays("CN", years=today.year, language="zh_CN")
    coming = [
        name
        for name in dict.fromkeys(FESTIVALS.values())
        if any(name in called and day >= today and day.year == today.year for day, called in china.items())
    ]
    return festival("、".join(coming), context) if coming else calendar("", context)


def _laid(name: str, context: Context) -> list[str]:
    """How one festival lies: the days off, and the weekends that are worked for it."""
    year = _year_of_next(name, context)
    if is_provisional(year, context.arranged.calendar):
        return [
            f"{year}年{name}的放假调休安排还没有公布，不作推测；公布后更新程序，或用“几月几日别发”自己设。"
        ]
    china = holidays.country_holidays("CN", years=year, language="zh_CN")
    own = [day for day, called in china.items() if name in called and day.year == year]
    off = _run(min(own), context)
    worked = [
        day
        for day in sorted(china.weekend_workdays)
        if day.year == year and any(abs((day - near).days) <= _WORKED_NEAR for near in off)
    ]
    lines = [f"{year}年{name}：{_span(off)}不上班（{len(off)}天，含周末）。"]
    if worked:
        days = "、".join(f"{month_day(day)}（周{WEEKDAYS[day.weekday()]}）" for day in worked)
        lines.append(f"调休上班：{days}，算工作日，照常发。")
    return lines


def _year_of_next(name: str, context: Context) -> int:
    """The year in which the festival comes next: the campaign's, or the one after where it is long over."""
    today = local(context.now).date()
    since = today - timedelta(days=_WORKED_NEAR)
    years = sorted({context.speaker.campaign.year, today.year, today.year + 1})
    for year in years:
        china = holidays.country_holidays("CN", years=year, language="zh_CN")
        if any(name in called and day >= since for day, called in china.items()):
            return year
    return context.speaker.campaign.year


def kind_of_day(day: date, context: Context) -> Reply:
    """12月31号上不上班: what that day is by the calendar; nothing is set."""
    works = is_working_day(day, context.arranged.calendar)
    kind = "工作日，照常发" if works else "不上班，不发提醒和摘要"
    unsure = (
        "（调休安排未公布，暂按周末和法定节日算）"
        if is_provisional(day.year, context.arranged.calendar)
        else ""
    )
    return Reply(
        f"{day.year}年{month_day(day)}（周{WEEKDAYS[day.weekday()]}）{_festival(day)}：{kind}{unsure}。"
        f"要改回“{month_day(day)}{'别发' if works else '上班'}”。"
    )


def calendar(_text: str, context: Context) -> Reply:
    """看日历: the office's own days, and the coming days off."""
    own = context.arranged.calendar
    rows = [
        f"{day.year}年{month_day(day)} {'上班' if works else '不上班'}"
        for day, works in sorted(
            [(day, False) for day in own.days_off] + [(day, True) for day in own.workdays]
        )
    ]
    today = local(context.now).date()
    ahead = [today + timedelta(days=count) for count in range(31)]
    changed = [
        f"{month_day(day)}{'上班' if is_working_day(day, own) else '不上班'}{_festival(day)}"
        for day in ahead
        if is_working_day(day, own) == (day.weekday() >= WEEKDAYS.index("六"))
    ]
    years = sorted({context.speaker.campaign.year, today.year, ahead[-1].year})
    unknown = "、".join(f"{year}年" for year in years if is_provisional(year, own))
    unsure = f"{unknown}调休安排未公布，按周末和法定节日暂算。" if unknown else ""
    return Reply(
        f"本单位另设：{'、'.join(rows) or '没有'}。\n"
        f"今后31天与平常周末不同的：{'、'.join(changed) or '没有'}。\n"
        f"{unsure}改某一天回“7月6日别发”“7月5日上班”。"
    )


def _festival(day: date) -> str:
    name = holidays.country_holidays("CN", years=day.year, language="zh_CN").get(day)
    return f"（{name}）" if name else ""


def _run(day: date, context: Context) -> list[date]:
    """The days off in a row around that one."""
    off = [day]
    for step in (-1, 1):
        near = day + timedelta(days=step)
        while not is_working_day(near, context.arranged.calendar) and abs((near - day).days) <= _NEAR:
            off.append(near)
            near += timedelta(days=step)
    return sorted(off)


def _span(days: list[date]) -> str:
    return month_day(days[0]) if len(days) == 1 else f"{month_day(days[0])}—{month_day(days[-1])}"


COMMANDS = (
    Command(
        Act.CALENDAR,
        "7月6日别发",
        words(""),
        declare,
        re.compile(
            rf"(?!.*(?:之前|以前|之后|以后|材料))(?P<rest>.{{0,4}}?(?:\d{{1,2}}\s*(?:月|[./])\s*)?\d{{1,2}}\s*[日号]?.{{0,8}}?(?:{_OFF}|{_ON}).{{0,10}}"
            rf"|(?:今天|明天|后天)(?:先|都|就|大家)*(?:{_OFF}).{{0,6}})"
        ),
        shy=True,
    ),
    Command(
        Act.CALENDAR,
        "国庆怎么排",
        words(""),
        festival,
        re.compile(
            rf"(?!.*(?:通知|告诉|提醒|[上填]?报|交|截止|别发|不要发|之前|以前))(?P<rest>.{{0,6}}(?:{'|'.join(FESTIVALS)})节?.{{0,6}}(?:怎么排|怎么放|怎么发|发不发|还发|放假|安排|怎么休|调休|补班|放几天).{{0,12}})"
        ),
    ),
    Command(Act.CALENDAR, "看日历", words("看日历 日历 工作日历 节假日 放假安排"), calendar),
)
