"""延期: which items of which unit get more time, until when and why; what is missing is asked for."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act
from handlers.board import Duty, duties_of_unit
from handlers.campaign.arrangements import Extended
from handlers.campaign.units import Mentions, mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Answer, Confirmation
from handlers.leading.one_unit.spoken_of import units_in
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.days import granting
from handlers.office.days.due_days import with_weekday
from handlers.office.days.granting import (
    by_unit,
    called,
    grant,
    in_short,
    pairs_in,
    people_of,
    scope_of,
)
from handlers.office.days.items_named import duty_named
from handlers.office.days.redating import another_day, told_reason
from handlers.pushing.pushes import tell
from handlers.reading.tokens.asides import is_question
from handlers.wording import circled, clip, clock, leaf_name, listed, notified

ITEM: Final = "extension_open"
"""Whose extension still lacks its item."""
REASON: Final = "extension_reason"
"""Which extension still lacks its reason."""
HOW: Final = "请这样发：“城建局② 延到7月3日 原因材料在审”。没有改动。"
_GIVEN: Final = re.compile(r"(?:原因|因为|由于|理由)?(?:是|为)?[\s:：]*(?P<reason>\S.*)", re.DOTALL)
_WHY: Final = re.compile("原因|因为|由于|理由")
_ALL: Final = re.compile(r"(?:全部|所有|都|全都|全|几项都?|每项|各项|整体)(?:项|延|给|要|是|都|吧|了|的)*")
_AROUND: Final = " 的，,、"
_PLACES: Final = 20
"""So many places are circled."""
_LEAST: Final = 2


def extend(_text: str, _context: Context) -> Reply:
    """What is needed for an extension, where the sentence did not hold it."""
    return Reply(f"延哪一家的哪一项、到哪一天？{HOW}")


def complete(pairs: Sequence[Extended], due: datetime | None, reason: str, context: Context) -> Reply:
    """Ask for the yes, or first for the reason."""
    if due is None:
        return Reply(f"延到哪一天？{HOW}")
    if (refused := granting.too_early(pairs, due, context)) is not None:
        return refused
    _done_with(context, ITEM)
    if not reason:
        state = {"pairs": [list(pair) for pair in pairs], "due": due.isoformat()}
        dialogs.ask(context, REASON, state, again="延期还要写原因")
        first = pairs[0]
        what = leaf_name(context.rubric.criterion(first.code), 14) if len(pairs) == 1 else f"等{len(pairs)}项"
        return Reply(
            f"延期要写原因，联络员会看到：{first.named} {what}延到{clock(due)}，请回“原因 ……”；回“取消”不延。没有改动。"
        )
    _done_with(context, REASON)
    return grant(pairs, due, reason, context)


def ask_item(
    unit: str, due: datetime | None, reason: str, context: Context, subjects: Sequence[str] = ()
) -> Reply:
    """Which of the unit's items (for those assessed units alone); the question stays the extension's own."""
    if due is None:
        return Reply(f"延到哪一天？{HOW}")
    own = duties_of_unit(unit, context)
    state = {"unit": unit, "due": due.isoformat(), "reason": reason, "subjects": list(subjects)}
    dialogs.ask(context, ITEM, state, again=f"{unit}延到{clock(due)}的是哪一项")
    items = [f"{circled(duty.ordinal)}{leaf_name(duty.criterion, 14)}" for duty in own]
    every = [f"{circled(_place_of_all(own))}全部{len(own)}项"] if 1 < len(own) < _PLACES else []
    rows = "、".join([listed(items, 8), *every])
    about = f"（{'、'.join(subjects)}）" if subjects else ""
    why = f"，原因：{clip(reason, 40)}" if reason else ""
    until = f"延到{with_weekday(due, context.now)}{why}。"
    return Reply(
        f"{unit}{about}的哪一项？{until}\n{rows}。\n请回序号或指标名，都延回“全部”；回“取消”不延。没有改动。"
    )


def _place_of_all(own: Sequence[Duty]) -> int:
    """The number that stands for all of them: the next after those that they bear on the unit's own list."""
    return max((duty.ordinal for duty in own), default=0) + 1


def answer_item(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The item by its place or name, or all of them; a number is never taken for a report."""
    unit, due, said = str(state["unit"]), datetime.fromisoformat(state["due"]), text.strip()
    other = another_day(said, due, context)
    if other is not None:
        return ask_item(unit, other, str(state["reason"]), context, state.get("subjects", ()))
    own = duties_of_unit(unit, context)
    subjects = [str(subject) for subject in state.get("subjects", ())]
    place = dialogs.chosen(said, _PLACES)
    every = len(own) > 1 and place is not None and place + 1 == _place_of_all(own)
    if every or _ALL.fullmatch(said) or dialogs.yes_or_no(said):
        pairs = [pair for duty in own for pair in pairs_of(unit, duty, subjects)]
        return complete(pairs, due, str(state["reason"]), context)
    duty = duty_named(circled(place + 1) if place is not None else said, own)
    if duty is not None:
        return complete(pairs_of(unit, duty, subjects), due, str(state["reason"]), context)
    given = _GIVEN.fullmatch(said) if _WHY.match(said) else None
    reason = (given["reason"] if given else "") or str(state["reason"]) or told_reason(said) or ""
    again = place is not None or reason != state["reason"]
    return ask_item(unit, due, reason, context, subjects) if again else None


def answer_reason(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The reason, in the office's own words."""
    said = text.strip()
    if dialogs.chosen(said, _PLACES) is not None or dialogs.yes_or_no(said) is not None:
        return Reply("延期要写原因，请回“原因 ……”；回“取消”不延。没有改动。")
    other = another_day(said, datetime.fromisoformat(state["due"]), context)
    if other is not None and not said.startswith(("原因", "因为")):
        return complete(pairs_in(state), other, "", context)
    found = _GIVEN.fullmatch(said)
    if found is None or is_question(said) or len(found["reason"]) < _LEAST:
        return None
    if found["reason"] == said and _is_order(said, state, context):
        return None
    return complete(pairs_in(state), datetime.fromisoformat(state["due"]), found["reason"].strip(), context)


_OF_OTHERS: Final = re.compile("换|催|通知|锁|登记|删|目标|退")
_BACK: Final = re.compile("改回|恢复|还原|撤|换成|改成")


def _is_order(said: str, state: Mapping[str, Any], context: Context) -> bool:
    """县旅游局陈静要换人 to 城建局's extension: what is ordered of somebody else is no reason for it."""
    units = {unit for pair in pairs_in(state) for unit in (pair.unit, pair.subject)}
    others = [unit for unit in units_in(said, context) if unit not in units]
    return _BACK.match(said) is not None or bool(others and _OF_OTHERS.search(said))


def pairs_of(unit: str, duty: Duty, subjects: Sequence[str]) -> list[Extended]:
    """The item for those of its assessed units that are named; for all where none is, or all are."""
    own = [subject for subject in duty.subjects if subject in subjects]
    if len(own) in (0, len(duty.subjects)):
        return [Extended(unit, duty.criterion.code)]
    return [Extended(unit, duty.criterion.code, subject) for subject in own]


def _done_with(context: Context, kind: str) -> None:
    asked = dialogs.present(context)
    if asked is not None and asked["kind"] == kind:
        dialogs.close(context)


def drop(text: str, context: Context) -> Reply:
    """取消城建局②的延期: which one, and from when on the deadline counts again; asked first."""
    mentioned = mentions(text, context)
    found = _mentioned(mentioned, context)
    if not mentioned.units and _LAST.search(text):
        found = _latest(context)
    waiting = dialogs.present(context)
    if not found and waiting is not None and waiting["kind"] in (ITEM, REASON, granting.QUESTION):
        dialogs.close(context)
        return Reply("好的，没有延，时限没有改动。")
    if not found:
        return Reply("没有这样的延期，没有改动。回“时限安排”看现行的时限和延期。")
    standing = context.arranged.extensions
    rows = [f"{pair.unit} {called(pair, context, 14)}（延到{clock(standing[pair])}）" for pair in found]
    if len(by_unit(found)) > 1:
        first = f"取消 {found[0].unit}{found[0].code}{found[0].subject} 的延期"
        return Reply(f"取消哪一个延期？{listed(rows, 6)}。请带单位和编号，如“{first}”。没有改动。")
    lines = [f"将取消延期：{listed(rows, 6)}，恢复原来的时限，会通知该单位。"]
    return confirming.ask(context, DROP, {"pairs": [list(pair) for pair in found]}, lines)


def _mentioned(said: Mentions, context: Context) -> list[Extended]:
    """The extensions that stand of the units, the assessed units and the item that are named."""
    subjects = set(said.units) & set(context.speaker.campaign.subjects)
    bureaus = set(said.units) - subjects
    found = [
        pair
        for pair in context.arranged.extensions
        if (not bureaus or pair.unit in bureaus) and (not subjects or {pair.unit, pair.subject} & subjects)
    ]
    rest, units = said.rest.strip(_AROUND), bureaus or subjects
    if not rest or len(units) != 1:
        return found
    own = duties_of_unit(next(iter(units)), context)
    duty = duty_named(rest, own)
    return [pair for pair in found if duty is not None and pair.code == duty.criterion.code]


def _latest(context: Context) -> list[Extended]:
    """What was extended last, as far as it stands."""
    rows = [row for row in context.arranged.rows if row.kind == "extension" and row.value]
    last = {Extended(row.unit, row.code, row.subject) for row in rows if row.at == rows[-1].at}
    return [pair for pair in context.arranged.extensions if pair in last]


def apply_drop(state: Mapping[str, Any], context: Context) -> Reply:
    """Take the extensions back and tell the unit's people."""
    pairs = pairs_in(state)
    unit = pairs[0].unit
    taken = [arrange(context, "extension", {}, **scope_of(pair, "取消延期")) for pair in pairs]
    names = listed([called(pair, context, 30) for pair in pairs], 8)
    text = f"【延期取消】{unit} {names}：延期已取消，按原来的时限报。"
    people = people_of(unit, context, {pair.subject for pair in pairs})
    told = tell(context, f"extension:{taken[-1]}", people, text)
    return Reply(f"已取消：{unit} {in_short(pairs)}的延期，恢复原来的时限；{notified(told)}。")


_LAST: Final = re.compile("刚才|刚刚|上一?个|那个|这个|最后")
DROP = "extension_drop"


COMMANDS = (
    Command(
        Act.DEADLINE,
        "取消城建局②的延期",
        words("取消延期 撤销延期 撤回延期 延期取消 不延期了"),
        drop,
        re.compile(
            r"(?=(?:把)?(?:取消|撤销|撤回|收回|撤掉|撤了)|.*(?:延期|宽限)(?:取消|撤销|撤回|收回|作废|不算|不给|不要))(?:把)?(?:取消|撤销|撤回|收回|撤)?(?:掉|了)?(?:刚才|刚刚)?(?:给)?"
            r"(?P<rest>.{2,24}?)的?(?:延期|宽限)的?(?:取消|撤销|撤回|收回|作废|不算|不给|不要)?(?:掉|数)*(?:吧|了)?"
            r"(?:[\s,，。]*(?:收回|取消|撤了?|还(?:是)?按原来的?.{0,4}|按原(?:来|定)的?.{0,4}|恢复原来的?.{0,4}))?"
        ),
        shy=True,
    ),
    Command(
        Act.DEADLINE,
        "城建局② 延到7月3日 原因材料在审",
        words(""),
        extend,
        re.compile(
            r"(?!上半年|半年|前三季度|三季度|年终|年底|全年|截止|时限|期限)(?P<rest>.{2,40}?(?:延期?|延长|宽限|推迟|顺延)(?:到|至).{2,200})",
            re.DOTALL,
        ),
        shy=True,
    ),
)
ANSWERS: dict[str, Answer] = {ITEM: answer_item, REASON: answer_reason}
CONFIRMATIONS = {
    **granting.CONFIRMATIONS,
    DROP: Confirmation(Act.DEADLINE, apply_drop, changes=frozenset({"extension"})),
}
