"""批延期: a unit's wish for more time is granted, with the item and the day that it named, or refused."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from handlers.board import duties_of_unit
from handlers.calendar.dates import day_in, days_in
from handlers.calendar.printed import at_hour
from handlers.context import Context
from handlers.matters.passed_on import EXTENSIONS, Wish, wishes
from handlers.messages import Reply
from handlers.office.days import extending, moving
from handlers.office.days.items_named import duty_named
from handlers.people.whom import MARK, Heard
from handlers.reporting.about.meant import said_before
from handlers.suggesting import offering
from handlers.wording import clip, clock, local

_NO: Final = "不(?:能|予|用|给)?(?:同意|批准|批|准|答应|延)|没同意|驳回|拒绝|别批|不行|不可以|不给"
_YES: Final = "同意|批准|准许|准予|准了|批了|答应|批一?下|批给|批|准"
_DAY: Final = (
    r"(?:延|批|准|放|宽限|推迟|缓|晚)?[到至]?(?:\d{1,2}月|下个?月)?\d{1,2}[日号](?:下班)?前?|[到至]?(?:下?周|星期)[一二三四五六日天]|[到至]?(?:明|后)天"
    r"|(?:延|批|准|给|宽限|推迟|缓|晚)?(?:他们)?[一二两三四五六七八九十\d]{1,2}(?:个?工作日|天|周)"
)
_SAID: Final = re.compile(
    rf"(?P<no>{_NO})|(?P<when>{_DAY})|(?P<yes>{_YES})"
    r"|(?P<wish>延期|宽限|延后|推迟|缓交|晚交|晚几天|延长?|缓|申请|请求)"
    rf"|{MARK}|要求|提的|[两三几]家|全部|都|大家|所有|那个?|这个?|的事?儿?|他们?|她们?|那边|给|就|先|可以|行|我们?|也|吧|了|啊|一下|这次|交|报|[\s]"
)
_WHY: Final = re.compile(
    r"[,，。；;\s]*(?:(?:就|你|帮我|给他们?|跟他们?)*(?:说|回复?|告诉他们?|答复)(?:是|说)?|(?:原因|理由)(?:是|[:：])?|因为)?[,，:：\s]*(?P<why>.*)",
    re.DOTALL,
)


def decide(heard: Heard, _text: str, context: Context) -> Reply | None:
    """同意城建局的延期, 旅游局那个申请别批了，就说…; None for other words, or where nobody has asked for more time."""
    said = heard.marked.strip().rstrip("。.!！~～ ")
    if len(said) > _LONGEST or said.endswith(("?", "？", "吗", "呢", "没有")):
        return None
    said = _WONDERED.sub("", said)
    head, _, tail = (part.strip() for part in re.sub("[,，。；;]", "\n", said, count=1).partition("\n"))
    head, tail = (f"{head}{tail}", "") if not _SAID.sub("", tail).strip() else (head, tail)
    words = [(found.lastgroup, found[0]) for found in _SAID.finditer(head)]
    kinds = {kind for kind, _ in words}
    refused, day = "no" in kinds, next((said for kind, said in words if kind == "when"), "")
    if not (refused or "yes" in kinds or day.startswith(("批", "准")) or (day and _just_listed(context))):
        return None
    why = _WHY.match(tail)
    if _SAID.sub("", head).strip() or MARK in tail or why is None:
        return None
    open_wishes = [wish for wish in wishes(context) if not wish.given]
    return _of_wishes(open_wishes, kinds, heard, _Decided(refused, day, why["why"]), context)


_WONDERED: Final = re.compile(r"^[^?？]{2,20}[?？][\s,，]*(?=.)")
"""城建局要延几天？同意: what he asks himself before."""


@dataclass(frozen=True, slots=True)
class _Decided:
    """What the office decides: yes or no, until which other day or for how long, and why."""

    refused: bool
    day: str
    why: str

    def order(self, unit: str) -> str:
        """The same of that unit alone."""
        word = "不同意" if self.refused else "同意"
        return f"{word}{unit}的延期{self.day}{'，' + self.why if self.why else ''}"


def _of_wishes(
    open_wishes: Sequence[Wish],
    kinds: Collection[str | None],
    heard: Heard,
    decided: _Decided,
    context: Context,
) -> Reply | None:
    """The one wish that is meant, or which of several; a bare 同意 is of a wish only where they were just listed."""
    units = {unit for whom in heard.whom for unit in whom.units if not whom.everybody}
    people = {person for whom in heard.whom for person in whom.people if not whom.units}
    if not (units or people or "wish" in kinds or _just_listed(context)):
        return None
    names = {row.name for row in context.uow.roster.list(context.speaker.campaign.id) if row.id in people}
    found = [wish for wish in open_wishes if not (units or names) or wish.unit in units or wish.name in names]
    latest = {wish.unit: wish for wish in found}
    if not latest:
        return None
    if len(latest) > 1:
        orders = [(decided.order(unit), f"{unit}：{clip(wish.said, 40)}") for unit, wish in latest.items()]
        word = "不同意" if decided.refused else "同意"
        day = f"（{decided.day}）" if decided.day else ""
        asks = f"有{len(latest)}家申请延期，{word}哪一家{day}？没有改动。"
        return offering.choose(asks, orders[:_MOST], context)
    wish = next(iter(latest.values()))
    return _refuse(wish, decided.why, context) if decided.refused else _grant(wish, decided, context)


def _just_listed(context: Context) -> bool:
    before = said_before(context)
    return before is not None and EXTENSIONS in before[1]


_LONGEST: Final = 60
_MOST: Final = 6


def _grant(wish: Wish, decided: _Decided, context: Context) -> Reply:
    """The extension as it was wished, or until the day that the office says; what neither named is asked for."""
    due = _until(decided.day or wish.said, context)
    reason = decided.why or f"单位申请：{clip(wish.said, 60)}"
    own = duties_of_unit(wish.unit, context)
    duty = duty_named(wish.about, own) if wish.about else own[0] if len(own) == 1 else None
    if due is None:
        return offering.ask_slot(f"{wish.unit}{duty.mark if duty else ''}延到{{day}} 原因{reason}", context)
    if duty is None:
        return extending.ask_item(wish.unit, due, reason, context)
    subjects = [one for one in context.speaker.campaign.subjects if one in wish.about]
    return extending.complete(extending.pairs_of(wish.unit, duty, subjects), due, reason, context)


def _until(said: str, context: Context) -> datetime | None:
    """The day that was named, or so many days after the deadline that stands."""
    day, days = day_in(said, local(context.now).date()), days_in(said)
    due = moving.due_of(context.milestone or "", context)
    if day is None and days and due is not None:
        day = local(due).date() + timedelta(days=days)
    return at_hour("", day, context.arranged.hours) if day is not None else None


def _refuse(wish: Wish, why: str, context: Context) -> Reply:
    """Told to the unit, after the words were seen."""
    due = moving.due_of(context.milestone or "", context)
    until = f"，请按{clock(due)}的时限报" if due is not None else ""
    message = f"延期申请没有同意{'：' + why if why else ''}{until}"
    return offering.choose(
        f"{wish.unit}申请的是：{clip(wish.said, 60)}。时限没有改动。要回他们：",
        ((f"通知{wish.unit}：{message}", f"发给{wish.unit}：{message}"),),
        context,
    )
