"""延期: one unit gets more time for one leaf, with a reason."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers import confirming, dialogs
from handlers.access import Act, reported_by_subjects
from handlers.board import Duty, duties_at
from handlers.command import Command, words
from handlers.confirming import Answer, Confirmation
from handlers.context import Context
from handlers.dates import day_in
from handlers.leading.unit_view import named
from handlers.messages import Reply
from handlers.office import moving
from handlers.office.arranging import arrange
from handlers.printed import at_hour
from handlers.pushes import tell
from handlers.reading import match_criterion, read_ordinals
from handlers.reading.tasks import Task
from handlers.speaker import Seat
from handlers.wording import circled, clip, clock, leaf_name, listed, local
from store.records import Contact

QUESTION = "extension"
OPEN = "extension_open"
"""Whose extension still lacks its item or its reason."""
HOW = "请这样发：“城建局② 延到7月3日 原因材料在审”。没有改动。"
_PARTS = re.compile(
    r"(?P<whose>.{2,40}?)(?:申请|同意|可以)?(?:延期?|延长|宽限|推迟|顺延)(?:到|至)?\s*(?P<day>.{2,20}?)"
    r"(?:[\s,，。;；]*(?:原因|因为|由于|理由)(?:是|为)?[\s:：]*(?P<reason>\S.*))?",
    re.DOTALL,
)


_GIVEN = re.compile(r"(?:原因|因为|由于|理由)(?:是|为)?[\s:：]*(?P<reason>\S.*)", re.DOTALL)
_AFTER_DAY = re.compile(
    r"(?P<day>\S{2,12}(?:\s*(?:上午|中午|下午|晚上|下班)\S{0,5}|\s*\d{1,2}[:：点]\d{0,2})?)[\s,，。;；]+"
    r"(?P<reason>(?!\d{1,2}\s*[:：点时]|上午|中午|下午|晚上|下班)\S.+)"
)
"""7月3号 等市里数据: what follows the day is the reason."""


def extend(text: str, context: Context) -> Reply:
    """Find unit, leaf and day; say back what would be extended and ask."""
    everybody = _EVERYBODY.match(text.strip())
    if everybody is not None:
        return _for_all(everybody["kind"], text.strip()[everybody.end() :], context)
    found = _PARTS.fullmatch(text.strip())
    mentioned = named(found["whose"] if found else "", context)
    if found is None or len(mentioned.units) != 1:
        return Reply(f"延哪一家的哪一项？{HOW}")
    said, reason = found["day"], found["reason"] or ""
    after = _AFTER_DAY.fullmatch(said) if not reason else None
    if after is not None and day_in(after["day"], local(context.now).date()) is not None:
        said, reason = after["day"], after["reason"]
    day = day_in(said, local(context.now).date())
    if day is None:
        return Reply(f"延到哪一天？{HOW}")
    due = at_hour(said, day, context.arranged.hours)
    return _completed(mentioned.units[0], mentioned.rest, due, reason.strip(), context)


_EVERYBODY = re.compile(
    r"(?:给)?(?:所有|全部|全体|各)的?(?P<kind>单位|家|人|部门|镇|乡镇|街道|区县|县区|区|县)(?:都|全|统一)*"
)


def _for_all(kind: str, rest: str, context: Context) -> Reply:
    """所有镇延到…: the deadline itself is moved where nobody else reports; it is never guessed to be one item."""
    leaves = [leaf for leaf in context.rubric.criteria if leaf.milestone in (None, context.milestone)]
    others = [leaf.reporter for leaf in leaves if not reported_by_subjects(context.rubric, leaf)]
    if kind in ("单位", "家", "人", "部门") or not others:
        return moving.move(rest, context)
    return Reply(
        f"只给各{kind}延期要逐家逐项定，如“{context.speaker.campaign.subjects[0]}② 延到7月3日 原因材料在审”；"
        f"所有单位一起改请发“截止改到7月3日 原因省局延期”。没有改动。"
    )


def drop(text: str, context: Context) -> Reply:
    """取消城建局②的延期: which one, and from when on the deadline counts again; asked first."""
    standing = context.arranged.extensions
    mentioned = named(text, context)
    found = [key for key in standing if not mentioned.units or key[1] in mentioned.units]
    rest = mentioned.rest.strip(" 的，,、")
    if rest and len(mentioned.units) == 1:
        duty = _duty(rest, mentioned.units[0], context)
        found = [key for key in found if isinstance(duty, Duty) and key[0] == duty.criterion.code]
    if not found:
        return Reply("没有这样的延期，没有改动。回“时限安排”看现行的时限和延期。")
    rows = [
        f"{unit} {code} {leaf_name(context.rubric.criterion(code), 14)}（延到{clock(standing[code, unit])}）"
        for code, unit in found
    ]
    if len(found) > 1:
        return Reply(
            f"取消哪一个延期？{listed(rows, 6)}。请带单位和编号，如“取消 {found[0][1]}{found[0][0]} 的延期”。没有改动。"
        )
    code, unit = found[0]
    lines = [f"将取消延期：{rows[0]}，恢复原来的时限，会通知该单位。"]
    return confirming.ask(context, DROP, {"unit": unit, "code": code}, lines)


def apply_drop(state: Mapping[str, Any], context: Context) -> Reply:
    """Take the extension back and tell the unit's people."""
    unit, code = str(state["unit"]), str(state["code"])
    arrangement = arrange(context, "extension", {}, code=code, unit=unit, reason="取消延期")
    text = f"【延期取消】{unit} {code} {leaf_name(context.rubric.criterion(code), 30)}：延期已取消，按原来的时限报。"
    told = tell(context, f"extension:{arrangement}", people_of(unit, context), text)
    return Reply(f"已取消：{unit} {code}的延期，恢复原来的时限；已通知{told}人。")


DROP = "extension_drop"


def answer_open(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The item by its place or name, or the reason; a number is never taken for a report."""
    unit, due, said = str(state["unit"]), datetime.fromisoformat(state["due"]), text.strip()
    place = dialogs.chosen(said, _PLACES)
    if not state["item"]:
        item = circled(place + 1) if place is not None else said
        known = place is not None or not isinstance(_duty(said, unit, context), str)
        return _completed(unit, item, due, str(state["reason"]), context) if known else None
    given = _GIVEN.fullmatch(said)
    if given is not None:
        return _completed(unit, str(state["item"]), due, given["reason"].strip(), context)
    if place is None and dialogs.yes_or_no(said) is None:
        return None
    return Reply("延期要写原因，请回“原因 ……”；回“取消”不延。没有改动。")


_PLACES = 20
"""So many places are circled."""


def _completed(unit: str, item: str, due: datetime, reason: str, context: Context) -> Reply:
    """Ask for the yes, or first for what is still missing."""
    duty = _duty(item, unit, context)
    state = {"unit": unit, "due": due.isoformat(), "reason": reason, "item": ""}
    if isinstance(duty, str):
        if not duties_at(context.rubric, seat_of(unit, context), context.milestone):
            return Reply(duty)
        dialogs.ask(context, OPEN, state, again=f"{unit}延到{clock(due)}的是哪一项")
        return Reply(duty)
    if not reason:
        dialogs.ask(context, OPEN, state | {"item": duty.criterion.code}, again="延期还要写原因")
        return Reply(
            f"延期要写原因，联络员会看到：{unit} {circled(duty.ordinal)}{leaf_name(duty.criterion, 14)}"
            f"延到{clock(due)}，请回“原因 ……”；回“取消”不延。没有改动。"
        )
    asked = dialogs.present(context)
    if asked is not None and asked["kind"] == OPEN:
        dialogs.close(context)
    return _asked(unit, duty, due, reason, context)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Give the unit its time and tell its people."""
    unit, code, due = str(state["unit"]), str(state["code"]), datetime.fromisoformat(state["due"])
    criterion = context.rubric.criterion(code)
    arrangement = arrange(
        context, "extension", {"due": due.isoformat()}, code=code, unit=unit, reason=str(state["reason"])
    )
    text = (
        f"【延期】{unit} {code} {leaf_name(criterion, 30)}：可以延到{clock(due)}报，原因：{state['reason']}。"
        "其他单位和其他项时限不变。"
    )
    told = tell(context, f"extension:{arrangement}", people_of(unit, context), text)
    return Reply(f"已延期：{unit} {code}延到{clock(due)}，其他单位不变；已通知{told}人，提醒按新时限。")


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


def _duty(words_: str, unit: str, context: Context) -> Duty | str:
    """The leaf of the unit's own list that the words name, or the sentence to answer instead."""
    own = duties_at(context.rubric, seat_of(unit, context), context.milestone)
    said = words_.strip(" 的，,、")
    places = read_ordinals(said)
    chosen = [duty for duty in own if duty.ordinal in places or duty.criterion.code == said]
    if not chosen and said:
        tasks = [Task(duty.ordinal, duty.criterion, duty.inputs, duty.subjects) for duty in own]
        codes = [match.task.criterion.code for match in match_criterion(said, tasks) if match.sure]
        chosen = [duty for duty in own if duty.criterion.code in codes[:1]]
    if len(chosen) == 1:
        return chosen[0]
    rows = listed([f"{circled(duty.ordinal)}{leaf_name(duty.criterion, 14)}" for duty in own], 8)
    if not rows:
        return f"{unit}没有牵头填报的项。{HOW}"
    return f"{unit}的哪一项？{rows}。请回序号或指标名；回“取消”不延。没有改动。"


def _asked(unit: str, duty: Duty, due: datetime, reason: str, context: Context) -> Reply:
    criterion = duty.criterion
    now = context.deadlines.of(criterion, unit)
    if now is not None and due <= now:
        return Reply(f"{unit} {criterion.code}现在的时限是{clock(now)}，延期要晚于它。没有改动。")
    before = clock(now) if now is not None else "没有时限"
    lines = [
        f"将单独给{unit} {circled(duty.ordinal)}{leaf_name(criterion, 30)}延期：{before}→{clock(due)}。",
        f"原因：{clip(reason, 60)}；其他单位和其他项不变，会通知该单位。",
    ]
    state = {"unit": unit, "code": criterion.code, "due": due.isoformat(), "reason": reason}
    return confirming.ask(context, QUESTION, state, lines)


COMMANDS = (
    Command(
        Act.DEADLINE,
        "取消城建局②的延期",
        words("取消延期 撤销延期 撤回延期 延期取消 不延期了"),
        drop,
        re.compile(
            r"(?=(?:把)?(?:取消|撤销|撤回|收回)|.*(?:延期|宽限)(?:取消|撤销|撤回|收回|作废|不算))(?:把)?(?:取消|撤销|撤回|收回)?(?:掉)?(?:给)?"
            r"(?P<rest>.{2,24}?)的?(?:延期|宽限)(?:取消|撤销|撤回|收回|作废|不算)?(?:掉)?(?:吧|了)?"
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
ANSWERS: dict[str, Answer] = {OPEN: answer_open}
CONFIRMATIONS = {
    QUESTION: Confirmation(Act.DEADLINE, apply),
    DROP: Confirmation(Act.DEADLINE, apply_drop),
}
