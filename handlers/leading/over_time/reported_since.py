"""“今天谁报的”“这周报上来多少”“昨天又交了哪几项”: what was reported on a day, or since it, unit by unit."""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from handlers.access import Act
from handlers.calendar.dates import day_in
from handlers.campaign.units import mentions
from handlers.command import command
from handlers.context import Context
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.wording import clip, clock, leaf_name, local, shown
from store.records import Submission

_LISTED: Final = 10
_WEEK: Final = 7
_TIMES: Final = (
    "今天|今日|昨天|昨日|前天|[这近最]{1,2}[两几三][天日]|最近|近来|最新|刚才?|最后|[这本]一?个?(?:周|星期|礼拜)"
    r"|上一?个?(?:周|星期|礼拜)|[这本]个?月|\d{1,2}[号日]"
)
_FIRSTS: Final = (
    "(?:最早|最先|第一个|头一个|率先).{0,3}(?:报|交)|(?:报|交)(?:得|的)?(?:最早|最先)|谁先(?:报|交)"
)
_EARLIEST: Final = re.compile(_FIRSTS)
_SINCE: Final = re.compile(
    "[这近最]{1,2}(?P<few>[两几三])[天日]|[这本]一?个?(?:周|星期|礼拜)|[这本]个?月|近来|以来"
)
_LAST_WEEK: Final = re.compile("上一?个?(?:周|星期|礼拜)")
_TO_NOW: Final = re.compile("[到至](?:今[天日]|现在|目前|此刻|这会儿?)|以来|至今")
NEWLY: Final = re.compile(
    rf"(?=.*(?:{_TIMES})).{{0,10}}(?:有没有|有(?:什么|啥)?|多了?(?:什么|啥|哪些))新的(?:了|吗|么|没|呢)*[?？]?$"
)
"""昨天到今天有没有新的: who has only that to ask means what was reported."""
_SO_FAR: Final = re.compile("(?:到|截[至止]到?)今[天日]为止")
"""到今天为止报了多少 is asked of all that has been reported."""
_BACK: Final = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2}


def reported_on(text: str, context: Context) -> Reply | None:
    """The reports of the day or the days that the words name, the last ones where they name none."""
    if _SO_FAR.search(text):
        return None
    rows = [row for row in context.uow.submissions.all(context.speaker.campaign.id) if row.act != "withdraw"]
    if not rows:
        return Reply("还没有任何上报。")
    first, last = _days(text, rows, context)
    if _EARLIEST.search(text):
        return _earliest(rows)
    units = mentions(text, context).units
    found = [
        row
        for row in rows
        if first <= local(row.at).date() <= last and (not units or {row.unit, row.subject} & set(units))
    ]
    when = _called(first, last)
    latest = f"最近一次是{clock(rows[-1].at)} {rows[-1].unit}。"
    if not found:
        return Reply(f"{when}{'、'.join(units) if units else ''}没有单位报数。{latest}")
    by_unit: dict[str, list[Submission]] = defaultdict(list)
    for row in found:
        by_unit[row.unit].append(row)
    names = "、".join(
        f"{unit}{len(own)}次" for unit, own in sorted(by_unit.items(), key=lambda pair: -len(pair[1]))
    )
    lines = [f"{when}上报的有{len(by_unit)}家：{names}。"]
    lines += shown([_row(row, context) for row in reversed(found)], _LISTED, "……另有{}次")
    return Reply.of(*lines, latest)


def _earliest(rows: Sequence[Submission]) -> Reply:
    """交得最早的是谁: the units by their first report."""
    first = {row.unit: row for row in reversed(rows)}
    told = [
        f"{place} {row.unit} {clock(row.at)}"
        for place, row in enumerate(sorted(first.values(), key=lambda row: row.id), start=1)
    ]
    return Reply.of("按第一次上报的先后：", *shown(told, _LISTED, "……另有{}家"), "没列的还没有报过。")


def _row(row: Submission, context: Context) -> str:
    leaf = context.rubric.by_code.get(row.code)
    what = (
        f"{row.code} {leaf_name(leaf, 20)} {clip(values_text(leaf, row.inputs or {}), 24)}"
        if leaf
        else row.code
    )
    where = f"（{row.subject}）" if len(context.speaker.campaign.subjects) > 1 else ""
    return f"{clock(row.at)} {row.unit}{where} {what}"


def _days(text: str, rows: Sequence[Submission], context: Context) -> tuple[date, date]:
    """The first and the last day that are meant."""
    today = local(context.now).date()
    if _LAST_WEEK.search(text):
        monday = today - timedelta(days=today.weekday() + _WEEK)
        return monday, monday + timedelta(days=_WEEK - 1)
    back = max((days for word, days in _BACK.items() if word in text), default=None)
    if back and _TO_NOW.search(text):
        return today - timedelta(days=back), today
    since = _SINCE.search(text)
    if since is not None:
        few = {"两": 1, "三": 2, "几": 3}.get(since["few"] or "")
        begins = today.replace(day=1) if "月" in since[0] else today - timedelta(days=today.weekday())
        return (today - timedelta(days=few) if few is not None else begins), today
    day = today - timedelta(days=back) if back is not None else day_in(text, today)
    day = day if day is not None and day <= today else local(rows[-1].at).date()
    return day, day


def _called(first: date, last: date) -> str:
    begins = f"{first.month}月{first.day}日"
    return begins if first == last else f"{begins}到{last.month}月{last.day}日"


COMMAND: Final = command(
    Act.TREND,
    "今天谁报的",
    "",
    reported_on,
    rf"(?!.*(?:[没未]|催|要)).{{0,6}}(?:{_FIRSTS}).{{0,6}}|(?=.*(?:{_TIMES}))"
    r"(?=.*(?:(?:谁|哪[些几]?(?:[家个项](?:单位|局|镇|区)?)?|多少|几[家项个条]|什么|啥|有没有|新)[^,，。]{0,5}(?<![没未])(?:报|交)|(?:报|交)(?:上来|过来|来|过)?(?:了|的)?(?:是|有)?(?:谁|哪|多少|几|些?什么|些?啥)))"
    r"(?!.*(?:(?<!有)[没未](?:有)?(?:报|交)|催|截止|之前|以前|材料|比|公示|自评|联系人|[要该应得]报|[要该应得]交|几分|多少分|通报|汇报|举报|[让叫]|延))(?P<rest>.{4,18})",
)
