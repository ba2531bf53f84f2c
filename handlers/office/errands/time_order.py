"""What a sentence about time orders: which part gives it, until which day, for which items, for whom."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from handlers.calendar.dates import days_in
from handlers.calendar.printed import at_hour
from handlers.campaign.arrangements import Extended
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days import moving
from handlers.office.days.due_days import EARLIER, LATER, behind_festival, due_day, impossible_in
from handlers.office.errands.reasons import CUT, order_of, reason_in
from handlers.people.whom import MARK, Heard, Whom, with_units
from handlers.wording import local, month_day

GIVES: Final = re.compile(
    r"延(?:期|长|后|迟|到|至|个|延|[一两二三四五六七八九十\d])|宽限|放宽|缓(?!解|慢)|推(?:迟|后|到)|顺延|展期|往后(?:推|拖|挪|放|延|顺)"
    rf"|给到(?=\s*\d)|宽(?:到|至)|(?:等|放|挪|拖)(?:到|至)|{MARK}[镇区县家]?(?:都)?到(?=\s*(?:下个?月|明年)?\d+[月.号日])"
    rf"|(?<={MARK})的?(?:截止(?:时间|日期|日)?(?:就|都)?改(?:到|至|成|为)(?=\s*\d{{1,2}}(?:[月日号]|\.\d))|改(?:到|至)(?=\s*\d{{1,2}}[月日号]))"
    r"|晚(?:上)?(?=几天|[一两二三四五六七八九十\d]+天|点报|点交)|(?:多|再|先)给(?=.{0,3}[\d一两二三四五六七八九十几]+天)|多(?:留|给|宽)?(?=[\d一两二三四五六七八九十几]+天)"
)
_MOVES: Final = re.compile(
    r"(?:改|调整?|提前|定|放|报|挪|推|延)(?:期)?(?:到|至|成|为|在|(?=\s*(?:下?个?月|明年|\d)))|(?:提前|提早)(?=.{0,3}[\d一两二三四五]+个?(?:天|周|星期|礼拜))|往前(?:挪|推|调|提|移)|[日号](?:为|就|是)?截止"
)
NAMES_DUE: Final = re.compile("截止|时限|期限")
_ITS_DUE: Final = re.compile(f"的?(?:{NAMES_DUE.pattern})(?:时间|日期|日)?(?:就|都|往后)?[改调挪]?整?")
_WIDENED: Final = re.compile("[放宽](?=[到至])|宽限|放宽")
VERB: Final = re.compile(f"{GIVES.pattern}|{_MOVES.pattern}")
BESIDE_ITEM: Final = re.compile(
    rf"{MARK}|(?:20\d\d年)?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}}|元)月(?:份)?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}}|底|末)?[日号]?|(?<=到)\d{{1,2}}[./]\d{{1,2}}|\d{{1,2}}[日号](?!项|指标)"
    r"|(?:本|这|下)?个?(?:周|星期|礼拜)[一二三四五六日天]|[今明后]天|[\d一两二三四五六七八九十几]+个?(?:工作日|天)|月底|下个?月\d*[日号]?|明年|上午|下午|下班|\d+[:：点]\d*"
    r"|申请|同意|可以|麻烦|帮我?|给|想|要|说|的|那个|这个|那项|这项|那块|材料|再|先|到|至|前|之前|吧|了|点|也|都|全部?|所有|整体|单独|就|把|和|跟|[他她]们?(?:局|单位|那边)?|延|缓|推|晚|期"
)
_CODE: Final = re.compile(r"\d{1,2}\.\d{1,2}(?:[\d.、和]*)?(?:两项|几项|都)?.{0,3}")


def day_in(text: str, context: Context) -> date | None:
    """The day that is given: what stands behind the verb, else with it, else anywhere."""
    today = local(context.now).date()
    due = moving.due_of(moving.milestone_in(text, context), context)
    standing = local(due).date() if due is not None else None
    told = list(GIVES.finditer(text)) or list(_MOVES.finditer(text))
    behind = [CUT.split(text[found.start() :])[0] for found in reversed(told)]
    around = [part_at(text, found.start()) for found in reversed(told)]
    tried = [*behind, *around, text]
    if any(impossible_in(part, today) for part in behind):
        return None
    festive = (behind_festival(part, standing, context.arranged.calendar) for part in around)
    if (after := next((day for day in festive if day is not None), None)) is not None:
        return after
    if any(days_in(part) for part in around) and not any(due_day(part, today, standing) for part in around):
        return None
    days = (due_day(part, today, standing, text) for part in tried)
    return next((day for day in days if day is not None), None)


def why(text: str, names_item: Callable[[str], bool]) -> str:
    """The reason in the words of a sentence that gives time."""
    return reason_in(text, [part for part in CUT.split(text) if part], VERB, BESIDE_ITEM, names_item)


def of_whom(heard: Heard, context: Context) -> tuple[Whom | None, str]:
    """Whom the order is about (where time is given, else the first with a unit), and the text with a MARK for it alone."""
    if not heard.whom:
        return None, heard.marked
    every = [with_units(whom, context) for whom in heard.whom]
    marks = [place for place, said in enumerate(heard.marked) if said == MARK]
    named = [place for place, whom in enumerate(every) if whom.units]
    given = [place for place in named if GIVES.search(part_at(heard.marked, marks[place]))]
    kept = next(iter([*given, *named]), 0)
    at = marks[kept]
    return every[kept], heard.restored(0, at) + MARK + heard.restored(at + 1, len(heard.marked))


def ordered_for(heard: Heard, context: Context) -> tuple[Whom | None, str]:
    """The same; in 截止放到5号，几个区都来不及 those who are only why are not whom it is for: it is for everybody."""
    whom, text = of_whom(heard, context)
    if whom is None or not whom.everybody or whom.owing or len(heard.names) > 1:
        return whom, text
    orders = [part for part in CUT.split(text) if VERB.search(part)]
    general = any(NAMES_DUE.search(part) and MARK not in part for part in orders)
    return (None if general else whom), text


def part_at(text: str, at: int) -> str:
    """The part of the sentence that holds this character."""
    start = max((found.end() for found in CUT.finditer(text, 0, at)), default=0)
    end = next((found.start() for found in CUT.finditer(text, at)), len(text))
    return text[start:end]


def moved_to(text: str, day: date | None, days: int | None, context: Context) -> date | None:
    """The day that the deadline is moved to: so many days on (or back), or the one that is said."""
    now = moving.due_of(moving.milestone_in(text, context), context)
    if day is not None or days is None or now is None:
        return day
    return local(now).date() + timedelta(days=-days if EARLIER.search(text) else days)


def refused(order: str, text: str, context: Context) -> Reply | None:
    """延到6月31号, or 宽到29号 while the 30th is the deadline: no such day, or one no later than what stands."""
    due, today = moving.due_of(moving.milestone_in(text, context), context), local(context.now).date()
    if wrong := impossible_in(order, today):
        return Reply(f"{wrong}，没有改动。请说一个有的日子，如“7月3号”。")
    if due is None or not (LATER.search(order) and _BARE_DAY.match(order)):
        return None
    standing, day = local(due).date(), due_day(LATER.sub("到", order), today, local(due).date())
    if day is None or not today <= day <= standing:
        return None
    return Reply(
        f"{month_day(day)}不晚于现在的截止{month_day(standing)}，没有改动。要延到别的月份请带上月份；"
        f"要提前说“截止改到{month_day(day)} 原因……”。"
    )


_BARE_DAY: Final = re.compile(r"(?!.*(?:月|\d[./]\d)).*[\d一二三四五六七八九十][日号]")


def due_in(text: str, day: date | None) -> tuple[str, date] | None:
    """The words of the hour and the day, where a day is said."""
    hour = re.search(r"(?:上午|中午|下午|晚上|下班|\d{1,2}\s*[:：点时]).{0,6}", text)
    return None if day is None else (hour[0] if hour is not None else "", day)


def words_of_item(text: str) -> list[str]:
    """What may name an item: what is left of all parts about it, else of the part with the order, else of another."""
    parts = [part for part in CUT.split(text) if VERB.search(part) or MARK in part or _CODE.fullmatch(part)]
    order = order_of(parts, VERB)
    told = [" ".join(parts), order, *(part for part in parts if part != order)]
    places = [re.sub(r"(\d{1,2})号(?:项|指标|任务)", r"第\1项", _ITS_DUE.sub("", part)) for part in told]
    return [GIVES.sub("", BESIDE_ITEM.sub("", _WIDENED.sub("延", part))).strip() for part in places]


@dataclass(frozen=True, slots=True)
class Order:
    """What gives time: until which hour and day or for how many days, why, and for which assessed units alone."""

    text: str
    until: tuple[str, date] | None
    days: int | None
    reason: str
    subjects: tuple[str, ...] = ()


def without_subjects(order: Order) -> str:
    """The order without the assessed units that it is for."""
    text = order.text
    for subject in order.subjects:
        text = text.replace(subject, " ")
    return text


def until_when(pairs: Sequence[Extended], order: Order, context: Context) -> datetime | None:
    """Until when: the day that is said, or so many days behind the deadline that stands."""
    if order.until is not None:
        return at_hour(order.until[0], order.until[1], context.arranged.hours)
    dues = [
        context.deadlines.of(context.rubric.criterion(pair.code), pair.unit, subject=pair.subject)
        for pair in pairs
    ]
    known = [due for due in dues if due is not None]
    return max(known) + timedelta(days=order.days or 0) if known else None
