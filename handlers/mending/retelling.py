"""上一条说错了: what corrects a message of which nothing was stored; that message is read again with the right figure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from handlers import dialogs
from handlers.board import board_of
from handlers.context import Context
from handlers.mending.cues import slipped
from handlers.mending.excuses import asks_for_the_whole, without_excuse
from handlers.messages import Reply
from handlers.people.speaking import afresh
from handlers.reading import read_number
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.reporting import questions
from handlers.reporting.about.meant import said_before
from handlers.reporting.arrived import said_in_vain
from handlers.suggesting import offering
from handlers.suggesting.suggestion import Way
from handlers.wording import clip, plain

Say = Callable[[str, Context], Reply]
"""Answers a text as if it had just been typed."""

_LONGEST: Final = 120
_CUE: Final = re.compile(
    "[多少漏掉][写打填报]?了?[一1]?个?[0零]|小数点|不对|错|岔|有误|应该?[是为]|不是|更正|订正|改[成为]|手滑|说反|作废|不算|[删撤][了掉回]|重[新发报来]|为准|复[核查]|(?<![检抽排巡普])[核查](?:[对实了过]|下来|一[下遍])"
)
_NUMBER: Final = r"(?<![\d.])\d+(?:\.\d+)?(?![\d.])"
_UNIT: Final = "(?:个百分点|[个件起家次人名批条项处份户%元吨亩]|万[元件张]?|亿元?)?"
_PAIRS: Final = (
    re.compile(rf"不是\s*(?P<old>{_NUMBER}){_UNIT}[，,\s]*(?:而|应该)?是?为?\s*(?P<new>{_NUMBER})"),
    re.compile(rf"(?:是|为|成|报)\s*(?P<new>{_NUMBER}){_UNIT}[，,\s]*(?:而)?不是\s*(?P<old>{_NUMBER})"),
    re.compile(
        rf"(?P<old>{_NUMBER}){_UNIT}[^\d，,]{{0,6}}(?:改成|改为|更正为|应为|应该是|换成)\s*(?P<new>{_NUMBER})"
    ),
)
_RENEWED: Final = re.compile(
    rf"(?:刚|前面|之前|原来|先前|上面)[^\d，,]{{0,8}}(?P<old>{_NUMBER}){_UNIT}[，,。\s]{{0,2}}(?:后来|又|再|现在)?(?:重新|核|复|查|现在|统计)[^\d，,]{{0,8}}(?P<new>{_NUMBER})"
)
_FIGURE: Final = re.compile(
    rf"(?P<lead>[\u4e00-\u9fff]*?)\s*(?P<number>(?<![A-Za-z]){_NUMBER})\s*(?P<unit>{_UNIT})"
)
_INTO: Final = re.compile(
    rf"(?:改成|改为|改|更正为|应该是|应为|就是|实际是?|只有|换成|算)\s*(?P<new>{_NUMBER}){_UNIT}[吧了的才对]*$"
)
_EMPTY: Final = re.compile(
    "不对|[说报写填打弄搞]?错[了的]*|应该?|更正|一下|刚才|手滑|数字?|有误|[是为的了吧啊，,。\\s]"
)
_AT_HEAD: Final = re.compile(
    r"\s*(?:[①-⑳㉑-㉟]|第\s?[\d一二三四五六七八九十]{1,3}\s?[项条]|\d{1,2}(?=[\s、.:：]|[\u4e00-\u9fff]))[\s、.:：]*"
)
_ANEW: Final = re.compile(
    r"^.{0,14}?(?:作废|不算|别算|不作数|[删撤](?:了|掉|回)?|不要了?|重[新来发报]+|以这[个条]?为准)[^，,:：\d]{0,6}[，,:：\s]+"
    r"(?:重[新来发报]+[的吧]?|以(?:这[个条]?|下面)的?为准|改成|应该?是)?[，,:：\s]*(?P<anew>.{4,})$",
    re.DOTALL,
)


_CONTESTED: Final = re.compile("异议|申诉|申请复核")
"""What contests a score is registered as it was said; no message before is read again for it."""
_OF_PAPER: Final = re.compile(r"(?<=[〕\]］）)号是为])\s*\d{1,4}(?=号)")
"""文号错了，是13号: the number of a paper."""


class _Figure(NamedTuple):
    start: int
    end: int
    lead: str
    unit: str


def retell(text: str, context: Context, say: Say) -> Reply | None:
    """What comes of the message before with its figure put right; None where this text corrects no such message."""
    said = clean(text).strip()
    said = f"应该是{plain}" if (plain := without_excuse(said)) else said
    if (
        context.retold
        or context.speaker.role != "contact"
        or len(said) > _LONGEST
        or not _CUE.search(said)
        or not (any(map(str.isdigit, said)) or slipped(said))
    ):
        return None
    before, kept = said_in_vain(context), _kept(context)
    if before is None and not kept:
        return None
    told = clean(before.text) if before is not None else kept
    if told.startswith("绑定") or _CONTESTED.search(told + said) or _asked_of_stored(told, said, context):
        return None
    anew = _ANEW.match(said)
    if anew is not None and before is not None and not any(pair.search(said) for pair in _PAIRS):
        head = _AT_HEAD.match(told)
        words = anew["anew"].strip()
        words = words if head is None or _AT_HEAD.match(words) else f"{head[0].strip()} {words}"
        return _read_again(words, "上一条没有入库，不用撤。", context, say)
    corrected = _corrected(told, said)
    note = "上一条已经记作文字材料，留着备查（不要了回“我的材料”撤）。" if before is None else ""
    if len(corrected) == 1:
        return _read_again(corrected[0], note, context, say)
    return _which(corrected, context) if corrected else None


def whole(text: str, context: Context) -> Reply | None:
    """多打了个5: the value is asked for, since the digit alone is none; the open question stays."""
    if context.speaker.role != "contact" or len(text) > _SHORT or not asks_for_the_whole(clean(text)):
        return None
    return Reply("是哪一位多了、少了认不准，没有改动。请把整个数重发，如“1 91.5”或“指标名 91.5”。")


_SHORT: Final = 16
_REPORTED: Final = re.compile("[报填交]错|[报填交]的|[报填]成")


def _asked_of_stored(told: str, said: str, context: Context) -> bool:
    """华容区的报错了，应该是95.7 behind 华容区95.1为什么扣分: what was reported is wrong, not what was asked."""
    if not is_question(told):
        return False
    stored = {str(value) for line in board_of(context).lines for value in line.record.reported.values()}
    return _REPORTED.search(said) is not None or not stored.isdisjoint(re.findall(_NUMBER, told))


def _which(corrected: Sequence[str], context: Context) -> Reply:
    """The message before with the new figure in each place where it may belong, to be chosen from."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is not None and state["kind"] == questions.QUESTION:
        dialogs.close(context)
    dialogs.ask(context, offering.QUESTION, {"choices": [[words, Way.DOES.name, ""] for words in corrected]})
    lines = [f"{place} {words}" for place, words in enumerate(corrected, start=1)]
    return Reply("\n".join(["改的是哪个数？请回序号，都不是请回“取消”。", *lines]))


_KEPT: Final = re.compile(
    r"原话记作文字材料[^：\n]*：“(?P<words>[^”\n]+)”\n已归到(?P<mark>[①-⑳㉑-㉟])", re.MULTILINE
)


def _kept(context: Context) -> str:
    """The one account that the answer before this message has put to a line, behind the line's number."""
    before = said_before(context)
    found = list(_KEPT.finditer(before[1])) if before is not None else []
    return clean(f"{found[0]['mark']}{found[0]['words']}") if len(found) == 1 else ""


def _read_again(words: str, head: str, context: Context, say: Say) -> Reply:
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is not None and state["kind"] == questions.QUESTION:
        dialogs.close(context)
        context = afresh(context)
    told = say(words, replace(context, retold=True)).text
    return Reply(f"{head}按“{clip(words, 60)}”办：\n{told}")


def _corrected(told: str, said: str) -> list[str]:
    """The message before with the figure that is meant, in each way that it may be meant; [] where that cannot be told."""
    head = _AT_HEAD.match(told)
    body = head.end() if head is not None else 0
    figures = _figures(told, body)
    if renewed := _renumbered(told, said) or _redated(told, said):
        return [renewed]
    for pattern in (*_PAIRS, _RENEWED):
        pair = pattern.search(said)
        if pair is not None:
            return [
                _put(told, one, pair["new"]) for one in figures if told[one.start : one.end] == pair["old"]
            ]
    if powers := slipped(said):
        return _moved(told, figures, powers[0]) if len(powers) == 1 else []
    anew = _INTO.search(said)
    if anew is not None and (old := _named_old(figures, told, said[: anew.start()])) is not None:
        return [_put(told, old, anew["new"])]
    own = _AT_HEAD.match(said)
    elsewhere = own is not None and (head is None or own[0].strip() != head[0].strip())
    new = list(_FIGURE.finditer(said, own.end() if own is not None else 0))
    if elsewhere or len(new) != 1:
        return []
    lead = _EMPTY.sub("", said[own.end() if own is not None else 0 : new[0].start("number")])
    return [_put(told, one, new[0]["number"]) for one in _meant(figures, lead, new[0]["unit"])]


def _renumbered(told: str, said: str) -> str:
    """The message before with the number of its only paper put right; "" where neither names one."""
    number = _OF_PAPER.search(said)
    return _OF_PAPER.sub(number[0], told) if number is not None and len(_OF_PAPER.findall(told)) == 1 else ""


def _redated(told: str, said: str) -> str:
    """The message before with its only date put right; "" where neither names one."""
    dates = list(_DATE.finditer(told))
    day = _DAY.search(said) if not _DATE.search(said) else None
    if len(dates) != 1 or (day is not None and not _OF_DATE.search(said)):
        return ""
    (old,) = dates
    new = next((one for one in _DATE.finditer(said) if one.groups() != old.groups()), None)
    if day is not None:
        return f"{told[: old.start(2)]}{day[1]}{told[old.end(2) :]}"
    return f"{told[: old.start(1)]}{new[1]}月{new[2]}{told[old.end(2) :]}" if new is not None else ""


_DATE: Final = re.compile(r"(?<![\d.])(\d{1,2})月(\d{1,2})(?![\d.])")
_DAY: Final = re.compile(r"(?<![\d.月])(\d{1,2})[日号]")
_OF_DATE: Final = re.compile("日期|时间|日子|哪天|几号|[日号](?:发|印|开|办|报|下|出|成)")


def _named_old(figures: Sequence[_Figure], told: str, said: str) -> _Figure | None:
    """The one figure that is repeated before the new one: 56起里有4起是去年的，改成52起."""
    repeated = set(re.findall(_NUMBER, said))
    found = [one for one in figures if told[one.start : one.end] in repeated]
    return found[0] if len(found) == 1 else None


def _figures(told: str, body: int) -> list[_Figure]:
    return [
        _Figure(*found.span("number"), _EMPTY.sub("", found["lead"]), found["unit"])
        for found in _FIGURE.finditer(told, body)
    ]


def _meant(figures: Sequence[_Figure], lead: str, unit: str) -> list[_Figure]:
    """The figure that is called so; without a name those of that unit."""
    if lead:
        shared = [len(set(lead) & set(one.lead)) for one in figures]
        best = max(shared, default=0)
        names = best >= min(len(lead), len("名字"))
        return [figures[shared.index(best)]] if names and shared.count(best) == 1 else []
    return [one for one in figures if one.unit == unit] if unit and len(figures) > 1 else list(figures)


def _moved(told: str, figures: Sequence[_Figure], power: int) -> list[str]:
    """The only figure with a nought less or more."""
    number = read_number(told[figures[0].start : figures[0].end]) if len(figures) == 1 else None
    if number is None or number.value is None:
        return []
    return [_put(told, figures[0], plain(number.value * Decimal(10) ** power))]


def _put(told: str, figure: _Figure, new: str) -> str:
    return told[: figure.start] + new + told[figure.end :]
