"""上一条说错了: what corrects a message of which nothing was stored; that message is read again with the right figure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from handlers import dialogs
from handlers.context import Context
from handlers.mending.cues import slipped
from handlers.messages import Reply
from handlers.reading import read_number
from handlers.reading.widths import clean
from handlers.reporting import questions
from handlers.reporting.arrived import said_in_vain
from handlers.speaking import as_asked
from handlers.wording import clip, plain

Say = Callable[[str, Context], Reply]
"""Answers a text as if it had just been typed."""

_LONGEST: Final = 120
_CUE: Final = re.compile(
    "[多少漏掉][写打填报]?了?[一1]?个?[0零]|小数点|不对|错|岔|有误|应该?[是为]|不是|更正|订正|改[成为]|手滑|说反|作废|不算|[删撤][了掉回]|重[新发报来]|为准"
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
_FIGURE: Final = re.compile(
    rf"(?P<lead>[\u4e00-\u9fff]*?)\s*(?P<number>(?<![A-Za-z]){_NUMBER})\s*(?P<unit>{_UNIT})"
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


class _Figure(NamedTuple):
    start: int
    end: int
    lead: str
    unit: str


def retell(text: str, context: Context, say: Say) -> Reply | None:
    """What comes of the message before with its figure put right; None where this text corrects no such message."""
    said = clean(text).strip()
    if (
        context.speaker.role != "contact"
        or len(said) > _LONGEST
        or not _CUE.search(said)
        or not (any(map(str.isdigit, said)) or slipped(said))
    ):
        return None
    before = said_in_vain(context)
    if before is None:
        return None
    told = clean(before.text)
    anew = _ANEW.match(said)
    if anew is not None:
        head = _AT_HEAD.match(told)
        words = anew["anew"].strip()
        words = words if head is None or _AT_HEAD.match(words) else f"{head[0].strip()} {words}"
        return _read_again(words, "上一条没有入库，不用撤。", context, say)
    corrected = _corrected(told, said)
    return _read_again(corrected, "", context, say) if corrected else None


def _read_again(words: str, head: str, context: Context, say: Say) -> Reply:
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is not None and state["kind"] == questions.QUESTION:
        dialogs.close(context)
        account = context.speaker.account
        found = context.uow.accounts.find(account.channel, account.userid) or account
        account = as_asked(found, context.speaker.contact)
        context = replace(context, speaker=replace(context.speaker, account=account))
    return Reply(f"{head}按“{clip(words, 60)}”办：\n{say(words, context).text}")


def _corrected(told: str, said: str) -> str:
    """The message before with the figure that is meant; "" where that cannot be told."""
    head = _AT_HEAD.match(told)
    body = head.end() if head is not None else 0
    for pattern in _PAIRS:
        pair = pattern.search(said)
        if pair is not None:
            places = [
                found.span()
                for found in re.finditer(rf"(?<![\d.]){re.escape(pair['old'])}(?![\d.])", told[body:])
            ]
            return (
                _put(told, body + places[0][0], body + places[0][1], pair["new"]) if len(places) == 1 else ""
            )
    own = _AT_HEAD.match(said)
    if powers := slipped(said):
        return _moved(told, _figures(told, body), powers[0]) if len(powers) == 1 else ""
    if own is not None and (head is None or own[0].strip() != head[0].strip()):
        return ""
    figures = list(_FIGURE.finditer(said, own.end() if own is not None else 0))
    if len(figures) != 1:
        return ""
    lead = _EMPTY.sub("", said[own.end() if own is not None else 0 : figures[0].start("number")])
    meant = _meant(_figures(told, body), lead, figures[0]["unit"])
    return _put(told, meant.start, meant.end, figures[0]["number"]) if meant is not None else ""


def _figures(told: str, body: int) -> list[_Figure]:
    return [
        _Figure(*found.span("number"), _EMPTY.sub("", found["lead"]), found["unit"])
        for found in _FIGURE.finditer(told, body)
    ]


def _meant(figures: Sequence[_Figure], lead: str, unit: str) -> _Figure | None:
    """The figure that is called so; without a name the only one, or the only one of that unit."""
    if lead:
        shared = [len(set(lead) & set(one.lead)) for one in figures]
        best = max(shared, default=0)
        return figures[shared.index(best)] if best and shared.count(best) == 1 else None
    alike = [one for one in figures if one.unit == unit] if unit and len(figures) > 1 else list(figures)
    return alike[0] if len(alike) == 1 else None


def _moved(told: str, figures: Sequence[_Figure], power: int) -> str:
    """The only figure with a nought less or more, or with its point."""
    number = read_number(told[figures[0].start : figures[0].end]) if len(figures) == 1 else None
    if number is None or number.value is None:
        return ""
    return _put(told, figures[0].start, figures[0].end, plain(number.value * Decimal(10) ** power))


def _put(told: str, start: int, end: int, new: str) -> str:
    return told[:start] + new + told[end:]
