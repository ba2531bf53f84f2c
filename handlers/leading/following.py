"""接着问: “为啥”“谁管的”“催他一下” mean the unit just looked at; “第二名呢”“前三名” the order of the ranking."""

import re
from typing import Final

from handlers.context import Context
from handlers.leading.unit_view import last_unit, named, people_of, remember, view
from handlers.messages import Reply
from handlers.overview import ranking_rows
from handlers.reading.numbers import numeral
from handlers.reading.widths import clean
from handlers.standing import standing_of
from handlers.urging import urge
from handlers.wording import shown

_IT: Final = "(?:那|那么|可|他|它|她|他们|她们|它们|这家|那家|这个?[局区县镇]|这个?单位|该[局区县镇])*"
_END: Final = "(?:的|了|呢|啊|呀|嘛|吧)*[?？]*"
_NUMBER: Final = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,2})"
_WHY: Final = re.compile(
    rf"{_IT}(?:到底)?(?:为什么|为啥|咋|怎么|怎么会|凭什么)(?:会|就|才|只有|它|他们|得|分|分数|得分|排|这么|那么|最|垫底|不|低|差|少|慢|后|高|好|扣|丢|分|点|报|交|没){{0,8}}{_END}"
    rf"|{_IT}(?:是)?(?:什么|啥)?原因(?:是|在哪|呢|是什么|是啥)?{_END}|{_IT}(?:差|丢|扣|输)在?哪(?:里|儿|了|几项|一块)?{_END}"
)
_WHO: Final = re.compile(
    rf"{_IT}(?:是)?(?:谁|哪个领导|哪位|哪个人)(?:在)?(?:管|分管|负责|牵头|主管|联系|报){_END}|{_IT}(?:联络员|联系人|分管领导|负责人)(?:是谁)?{_END}"
)
_URGE: Final = re.compile(
    r"(?:你|帮我|给我)?(?:再|赶紧|马上|先)?(?:去)?(?:催一?催|催|提醒|督促|盯)(?:一?下)?(?:他|她|它|这家|那家|这个[局区县镇]|这个单位)们?(?:一?下|一声|抓紧|快点|赶紧|报|交|吧|啊)*"
)
_OWES: Final = re.compile(
    rf"{_IT}(?:还)?(?:都)?(?:差|缺|欠|少|没报|没交|剩)(?:的)?(?:是)?(?:哪[些几]?|什么|啥|几|多少)(?:个|项|样|东西)*(?:没报|没交)?{_END}|{_IT}(?:具体|详细)(?:点|说说|情况)?{_END}"
)
_NTH: Final = re.compile(
    rf"(?:那|那么)?(?:排|排名)?(?:第(?P<place>{_NUMBER})(?:名|位)|倒数第(?P<back>{_NUMBER})(?:名|位)?|(?P<last>最后(?:一?名|一?位)|末位|倒数第一))(?:的)?(?:是|又是)?(?:谁|哪.{{0,4}}|啥)?{_END}"
)
_SOME: Final = re.compile(
    rf"(?:给我|说说|看看|报|列)?(?:(?P<top>前|头)|倒数|最后|后)(?P<count>{_NUMBER})(?:名|位)(?:的)?(?:是|都是|都有|有|分别是)?(?:谁|哪.{{0,6}}|报我|报给我|报一下|说一下|发我|列一下|给我看看)*{_END}"
)
_LISTED: Final = 14


def followed(text: str, context: Context) -> Reply | None:
    """The answer about what was shown before; None where the words say by themselves what they mean."""
    words = clean(text).strip()
    return _of_order(words, context) or _of_unit(words, context)


def _of_unit(words: str, context: Context) -> Reply | None:
    unit = last_unit(context)
    if unit is None:
        return None
    if _WHO.fullmatch(words):
        return Reply(f"{unit} {people_of(context, unit)}电话等不在聊天里发；要催请回“催 {unit}”。")
    if _URGE.fullmatch(words):
        return urge(unit, context)
    if _WHY.fullmatch(words) or _OWES.fullmatch(words):
        return Reply("\n".join(view(named(unit, context), context)))
    return None


def _of_order(words: str, context: Context) -> Reply | None:
    """第二名, 最后一名, 前三名, 倒数三名."""
    nth, some = _NTH.fullmatch(words), _SOME.fullmatch(words)
    if nth is None and some is None:
        return None
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)
    rows = [(int(row.partition(" ")[0]), row) for row in ranking_rows(standing)]
    if some is not None:
        count = min(int(numeral(some["count"]) or 0), len(rows))
        edge = rows[count - 1 if some["top"] else -count][0] if count else 0
        kept = [row for place, row in rows if (place <= edge if some["top"] else place >= edge)]
        return _told(kept, f"{'前' if some['top'] else '最后'}{count}名，连并列的")
    if nth is None or not rows:
        return None
    wanted = _wanted(nth, [place for place, _ in rows])
    kept = [row for place, row in rows if place == wanted]
    if not kept:
        return Reply(f"没有单独的第{wanted}名：有并列。回“排名”看全部。")
    if len(kept) == 1:
        remember(kept[0].split(" ")[1], context)
    return _told(kept, f"第{wanted}名")


def _wanted(nth: re.Match[str], places: list[int]) -> int:
    """The place that is asked for."""
    if nth["place"]:
        return int(numeral(nth["place"].replace("两", "二")) or 0)
    back = 1 if nth["last"] else int(numeral(nth["back"]) or 1)
    return places[-min(back, len(places))]


def _told(rows: list[str], head: str) -> Reply:
    tied = "，并列" if len({row.partition(" ")[0] for row in rows}) == 1 and len(rows) > 1 else ""
    lines = [f"{head}{len(rows)}家{tied}：", *shown(rows, _LISTED, "……另有{}家")]
    return Reply("\n".join([*lines, "未报的按0分计，均为暂得。回单位名看明细，回“排名”看全部。"]))
