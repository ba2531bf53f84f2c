"""批延期: a unit's wish for more time is granted, with the item and the day that it named, or refused."""

import re
from datetime import datetime, timedelta
from typing import Final

from handlers.board import duties_at
from handlers.calendar.dates import day_in, days_in
from handlers.calendar.printed import at_hour
from handlers.context import Context
from handlers.matters.passed_on import Wish, wishes
from handlers.messages import Reply
from handlers.office.days import extending, moving
from handlers.office.days.granting import seat_of
from handlers.people.whom import MARK, Heard
from handlers.suggesting import offering
from handlers.wording import clip, clock, local

_MORE: Final = "(?:延期|宽限|延后|推迟|缓交|晚交|晚几天|延|缓)"
_YES: Final = "(?:同意|批准|准许|准予|准了|批了|答应|批一?下|批|准)"
_REQUEST: Final = "(?:的)?(?:申请|请求|要求|那个|这个|的事|交)*"
_FILL: Final = rf"(?:{MARK}|他们|她们|那边|的|给|就|先|都|可以|我|也|吧|了|一下|[\s,，])*"
_GRANTED: Final = re.compile(
    rf"{_FILL}(?:{_YES}{_FILL}{_MORE}{_REQUEST}|{_MORE}{_REQUEST}{_FILL}{_YES}){_FILL}"
)
_REFUSED: Final = re.compile(
    rf"{_FILL}(?:不(?:能|予)?{_YES}|驳回|拒绝|别批|不给){_FILL}{_MORE}{_REQUEST}{_FILL}|{_FILL}{_MORE}{_REQUEST}{_FILL}(?:不(?:能|予)?(?:同意|批准?|准|给)|驳回|拒绝|别批){_FILL}"
)
_CUE: Final = re.compile("延|宽限|缓|晚|推迟")


def decide(heard: Heard, _text: str, context: Context) -> Reply | None:
    """同意城建局的延期, 延期申请不批; None for other words, or where nobody has asked for more time."""
    said = heard.marked.strip().rstrip("。.!！~～ ")
    if len(said) > _LONGEST or not _CUE.search(said):
        return None
    refused = _REFUSED.fullmatch(said)
    if refused is None and _GRANTED.fullmatch(said) is None:
        return None
    units = {unit for whom in heard.whom for unit in whom.units if not whom.everybody}
    people = {person for whom in heard.whom for person in whom.people if not whom.units}
    names = {row.name for row in context.uow.roster.list(context.speaker.campaign.id) if row.id in people}
    open_wishes = [wish for wish in wishes(context) if not wish.given]
    found = [wish for wish in open_wishes if not (units or names) or wish.unit in units or wish.name in names]
    latest = {wish.unit: wish for wish in found}
    if not latest:
        return None
    if len(latest) > 1:
        word = "不同意" if refused else "同意"
        orders = [(f"{word}{unit}的延期", f"{unit}：{clip(wish.said, 40)}") for unit, wish in latest.items()]
        return offering.choose(
            f"有{len(latest)}家申请延期，{word}哪一家？没有改动。", orders[:_MOST], context
        )
    wish = next(iter(latest.values()))
    return _refuse(wish, context) if refused else _grant(wish, context)


_LONGEST: Final = 30
_MOST: Final = 6


def _grant(wish: Wish, context: Context) -> Reply:
    """The extension as it was wished, said back; what the wish did not name is asked for."""
    due, reason = _until(wish, context), f"单位申请：{clip(wish.said, 60)}"
    own = duties_at(context.rubric, seat_of(wish.unit, context), context.milestone)
    duty = extending.duty_named(wish.about, own) if wish.about else own[0] if len(own) == 1 else None
    if due is None:
        return offering.ask_slot(f"{wish.unit}{duty.mark if duty else ''}延到{{day}} 原因{reason}", context)
    if duty is None:
        return extending.ask_item(wish.unit, due, reason, context)
    subjects = [one for one in context.speaker.campaign.subjects if one in wish.about]
    return extending.complete(extending.pairs_of(wish.unit, duty, subjects), due, reason, context)


def _until(wish: Wish, context: Context) -> datetime | None:
    """The day that was named, or so many days after the deadline that stands."""
    day, days = day_in(wish.said, local(context.now).date()), days_in(wish.said)
    due = moving.due_of(context.milestone or "", context)
    if day is None and days and due is not None:
        day = local(due).date() + timedelta(days=days)
    return at_hour("", day, context.arranged.hours) if day is not None else None


def _refuse(wish: Wish, context: Context) -> Reply:
    """Told to the unit, after the words were seen."""
    due = moving.due_of(context.milestone or "", context)
    until = f"，请按{clock(due)}的时限报" if due is not None else ""
    message = f"延期申请没有同意{until}"
    return offering.choose(
        f"{wish.unit}申请的是：{clip(wish.said, 60)}。时限没有改动。要回他们：",
        ((f"通知{wish.unit}：{message}", f"发给{wish.unit}：{message}"),),
        context,
    )
