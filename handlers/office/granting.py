"""准予延期: one or several items of one or several units get more time, after the whole of it was said back."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from handlers import confirming
from handlers.access import Act
from handlers.board import duties_at
from handlers.confirming import Confirmation
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.redating import another_day, another_reason
from handlers.pushes import tell
from handlers.speaker import Seat
from handlers.wording import circled, clip, clock, leaf_name, listed, local
from store.records import Contact

QUESTION: Final = "extension"
Pair = tuple[str, str]
"""(unit, code)"""
_THESE: Final = re.compile(r"(?:都|全部?|这[些项]|就这[些项]?)(?:延|给|要|是)?[吧了]*")


def people_of(unit: str, context: Context) -> list[Contact]:
    """The unit's contacts and supervisors on duty."""
    return [
        person
        for person in context.uow.roster.list(context.speaker.campaign.id)
        if person.active
        and person.role in ("contact", "supervisor")
        and unit in (context.rubric.unit_aliases.get(person.unit, person.unit), person.subject)
    ]


def seat_of(unit: str, context: Context) -> Seat:
    """What a contact of that unit stands for."""
    subjects = context.speaker.campaign.subjects
    return Seat("contact", unit, unit if unit in subjects else "", subjects)


def grant(pairs: Sequence[Pair], due: datetime, reason: str, context: Context) -> Reply:
    """Say back which items of whom get how much more time, and ask; what would get less is refused."""
    if (refused := too_early(pairs, due, context)) is not None:
        return refused
    rows = _rows(pairs, context)
    before = {_due(pair, context) for pair in pairs}
    old = next(iter(before)) if len(before) == 1 else None
    until = f"{clock(old) if old is not None else '现在的时限'}→{_dated(due, context)}"
    units = listed(dict.fromkeys(unit for unit, _ in pairs), 5)
    if len(pairs) == 1:
        head = f"将单独给{rows[0]}延期：{until}。"
    else:
        head = f"将给{units}的{len(pairs)}项延期：{until}。\n{listed(rows, 6)}。"
    lines = [
        head,
        f"原因：{clip(reason, 60)}；其他单位和其他项不变，会通知这{'家' if len(pairs) == 1 else '些'}单位。",
    ]
    state = {"pairs": [list(pair) for pair in pairs], "due": due.isoformat(), "reason": reason}
    return confirming.ask(context, QUESTION, state, lines)


def too_early(pairs: Sequence[Pair], due: datetime, context: Context) -> Reply | None:
    """What is answered where one of the items would get less time than it has."""
    late = [pair for pair in pairs if (now := _due(pair, context)) is not None and due <= now]
    if not late:
        return None
    now = _due(late[0], context)
    return Reply(
        f"{late[0][0]} {late[0][1]}现在的时限是{clock(now) if now else ''}，延期要晚于它。没有改动。"
    )


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Give the units their time and tell their people, each once."""
    due, reason = datetime.fromisoformat(state["due"]), str(state["reason"])
    by_unit: dict[str, list[str]] = {}
    told = last = 0
    for unit, code in state["pairs"]:
        last = arrange(context, "extension", {"due": due.isoformat()}, code=code, unit=unit, reason=reason)
        by_unit.setdefault(unit, []).append(code)
    for unit, codes in by_unit.items():
        names = listed([f"{code} {leaf_name(context.rubric.criterion(code), 24)}" for code in codes], 8)
        text = f"【延期】{unit} {names}：可以延到{clock(due)}报，原因：{reason}。其他单位和其他项时限不变。"
        told += tell(context, f"extension:{last}:{unit}", people_of(unit, context), text)
    done = listed([f"{unit} {'、'.join(codes)}" for unit, codes in by_unit.items()], 6)
    return Reply(f"已延期：{done}延到{clock(due)}，其他单位不变；已通知{told}人，提醒按新时限。")


def redraft(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """改7月5号, 多给一天, 原因改成……: the draft with another day or reason; None for other words."""
    due = datetime.fromisoformat(state["due"])
    pairs = [(str(unit), str(code)) for unit, code in state["pairs"]]
    if _THESE.fullmatch(text.strip().rstrip("。.!！")):
        return grant(pairs, due, str(state["reason"]), context)
    other, reason = another_day(text, due, context), another_reason(text)
    if other is None and reason is None:
        return None
    return grant(pairs, other or due, reason or str(state["reason"]), context)


def _due(pair: Pair, context: Context) -> datetime | None:
    return context.deadlines.of(context.rubric.criterion(pair[1]), pair[0])


def _dated(due: datetime, context: Context) -> str:
    """With the year where it is another one than today's."""
    year = local(due).year
    return clock(due) if year == local(context.now).year else f"{year}年{clock(due)}"


def _rows(pairs: Sequence[Pair], context: Context) -> list[str]:
    rows = []
    for unit, code in pairs:
        own = duties_at(context.rubric, seat_of(unit, context), context.milestone)
        place = next((circled(duty.ordinal) for duty in own if duty.criterion.code == code), f"{code} ")
        rows.append(
            f"{unit} {place}{leaf_name(context.rubric.criterion(code), 30 if len(pairs) == 1 else 12)}"
        )
    return rows


CONFIRMATIONS = {QUESTION: Confirmation(Act.DEADLINE, apply, redraft=redraft)}
