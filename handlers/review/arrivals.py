"""“上午谁交东西了”“从昨天到现在新增的”: since which day what waits came in, as a reviewer asks for it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from handlers.calendar.dates import day_in, days_in, weekday_in
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.wording import local, month_day

_DAYS_BACK: Final = {"今": 0, "刚": 0, "上": 0, "早": 0, "中": 0, "下": 0, "昨": 1, "前": 2}
"""By its first character, so many days before today."""
_HALF: Final = "上午|早上|早晨|中午|下午|晚上"
_DAY: Final = (
    rf"(?:今|昨|前)[天日儿早晚](?:个儿?)?(?:{_HALF})?|刚才|刚刚|刚(?=[来报交收到传])|(?<!\d)(?:{_HALF})"
    r"|(?:20\d\d年)?(?:\d{1,2}月)?\d{1,2}[日号](?!线|楼)|(?P<last>上个?|这个?|本)?(?:周|星期|礼拜)(?:[二三四五六日天]|一(?![共直起定]))"
)
_RUN: Final = (
    r"(?P<week>上个?|这个?|本)(?:周|星期|礼拜)(?![二三四五六日天]|一(?![共直起定]))"
    r"|(?:这|近|最近|前)(?P<days>[几一两二三四五六七]|\d)天|最近"
)
_WHEN: Final = re.compile(
    rf"(?:从|自|打)?(?:{_RUN}|(?P<day>{_DAY}))(?P<since>[到至](?:今[天早晚儿]|现在|刚才|这会儿?)|至今|以来|之?后|以后|起|开始)?"
)
_FEW_DAYS: Final = 3
_CAME: Final = re.compile("[来报交收传送到进增新]")
_CAME_THEN: Final = re.compile(r"^[^,，。;；审批看]{0,6}?(?:[来报交收传送进增新]|收到)")
_HANDED_IN: Final = re.compile(
    r"(?P<who>[^\s,，。;；\d]{0,8}?)(?:才|新|刚|又|给我)*(?:来|报|交|收|传|送|到)(?:上来|过来|进来|来|到)?了?的"
)
_ABOUT_NOTHING_ELSE: Final = re.compile(
    r"(?>[的了吗呢啊呀吧呗,，\s?？]|[只光]要|上来|过来|进来|[来报交收传送到进增新]|提交|教(?=上|的|了)|加的|当天|那一?[个份件]|就是|[光把将刚才]|又|都|也|就|只|先|是|还|有没有|没有?$|有|无|谁|哪[些几]?|几|多少|什么|啥|点"
    r"|单位|部门|[家个件项份人局那些]|东西|材料|上报|数据?|(?:给我|帮我)?(?:看看|看一?下|列一?下|看|列)|(?:让|要|等|给)我[看审批]|我(?=收)|[老旧以之]前?的(?:先?不[管看]了?)?)+"
)
_NEW_ONES: Final = re.compile("新(?:来|到|增|交|报|进|提交|收到?)(?:上来|的|件|了)*")
_UNWANTED: Final = re.compile(
    r"(?:昨天|前天|[之以]前|上周|老|旧)的?(?:就|都|先|我|已经|全)*(?:(?:不[要看用管]|别|除外|算了)(?:看|管)?了?|(?:看|审|弄|处理|办)(?:过|完)了?)[\s,，]*"
)
"""昨天的不要，光看今天交的."""
_WHETHER: Final = re.compile(r"[报交来传](?:上来|过来)?了?(?:没有?|吗)$")


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the last; `called` as it is told."""

    first: date
    last: date
    called: str

    def holds(self, at: datetime | None) -> bool:
        """Whether that moment is in it."""
        return at is not None and self.first <= local(at).date() <= self.last


def span_in(text: str, now: datetime) -> Span | None:
    """The days that the text names; None for none, and for what is yet to come."""
    found = _WHEN.search(text)
    return _span(found, local(now).date()) if found is not None else None


def came_in(text: str, context: Context) -> str:
    """今天 of 就看今天报上来的: the words for when something came in; "" where a day is named for anything else."""
    found = _WHEN.search(text)
    if found is None or not _CAME_THEN.match(text[found.end() :]):
        return ""
    return _day_said(found) if _span(found, local(context.now).date()) is not None else ""


def in_days(words: str, now: datetime) -> tuple[str, Span] | None:
    """昨天报的那个: the words without when it came in, and the days; None where that is not said."""
    left, span = without_arrival(words), span_in(words, now)
    return (left, span) if left != words and span is not None else None


def without_arrival(words: str) -> str:
    """昨天报的那个退了 without the day, which tells which and not when something was done."""
    found = _WHEN.search(words)
    handed_in = _HANDED_IN.match(words, found.end()) if found is not None else None
    if found is None or handed_in is None:
        return words
    return words[: found.start()] + handed_in["who"] + words[handed_in.end() :]


def names_day(text: str) -> bool:
    """Whether a day or a run of days is spoken of at all."""
    return _WHEN.search(text) is not None


def narrowing(words: str, context: Context) -> str:
    """What the list is to be narrowed to where the words ask for nothing but what came in, by day and unit; "" else."""
    if _NEW_ONES.fullmatch(words):
        return "今天"
    words = _UNWANTED.sub("", words)
    found = _WHEN.search(words)
    if found is None or _span(found, local(context.now).date()) is None:
        return ""
    said = mentions(words, context)
    rest = said.rest.replace(found[0], " ") if found[0] in said.rest else ""
    if not _CAME.search(rest + found[0]) or not _ABOUT_NOTHING_ELSE.fullmatch(rest):
        return ""
    if said.units and _WHETHER.search(words):
        return ""
    return " ".join([_day_said(found), *said.units])


def _day_said(found: re.Match[str]) -> str:
    """The words that name the day wherever they stand."""
    return "刚才" if found[0] == "刚" else found[0]


def _span(found: re.Match[str], today: date) -> Span | None:
    if found["day"] is None:
        return _several(found, today)
    first = _day(found["day"], found["last"], today)
    if first is None or first > today:
        return None
    last = today if found["since"] else first
    return Span(first, last, month_day(first) + ("以来" if last > first else ""))


def _day(said: str, week: str | None, today: date) -> date | None:
    if "周" in said or "星期" in said or "礼拜" in said:
        day = weekday_in(f"这{said.removeprefix(week or '')}", today)
        before = 1 if (week or "").startswith("上") or (day is not None and not week and day > today) else 0
        return day - timedelta(weeks=before) if day is not None else None
    back = _DAYS_BACK.get(said[0])
    return today - timedelta(days=back) if back is not None else day_in(said, today)


def _several(found: re.Match[str], today: date) -> Span:
    if found["week"] is not None:
        monday = today - timedelta(days=today.weekday())
        if found["week"].startswith("上"):
            return Span(monday - timedelta(weeks=1), monday - timedelta(days=1), "上周")
        return Span(monday, today, "本周")
    days = days_in(f"{found['days']}天") if found["days"] else None
    first = today - timedelta(days=(days or _FEW_DAYS) - 1)
    return Span(first, today, f"{month_day(first)}以来")
