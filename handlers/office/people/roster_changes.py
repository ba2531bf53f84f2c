"""人员变动: who leaves is taken off duty and somebody else takes over; codes, roles; the history stays."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from handlers import dialogs
from handlers.access import ROLE_NAMES, Act
from handlers.command import Command, nameless, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.office.errands.staff.newcomers import NO_NAME, newcomer
from handlers.office.people import from_a_day
from handlers.office.people.fields import renamed_to
from handlers.office.people.on_roster import log, owed_by, person_named
from handlers.office.people.roles import ROLE, SET_ROLE, apply_role, change_role
from handlers.people.enrolled import MOBILE
from handlers.people.enrolment import fresh_code
from handlers.reading.tokens.asides import is_question
from handlers.suggesting import offering
from store.records import Contact

REPLACE = "replace_person"
LEAVE = "person_leaves"
_NAME = r"[\u4e00-\u9fff·]{2,4}?"
_AFTER_LEAVING = re.compile(
    rf"(?P<old>{_NAME})(?:同志)?(?:已经?)?(?:借调走|借调|抽调走?|调走|调离|离职|退休|辞职|走|不干|换岗|调岗|休产假)了?[，,。\s]+[^\d]{{0,12}}?(?:以后|今后|现在|后面)?(?:就?是|由|换成?|改成?|让|归|给|交给)\s*"
    rf"(?P<new>{_NAME})(?:来)?(?:接替|接手|对接|接管|接班|负责|联系|上报|来报|报|接|管)?(?:了)?[\s,，。]*(?:联系)?(?:手机号?|电话)?(?:号码?)?(?:是)?[\s:：]*(?P<mobile>1\d{{10}})?"
)
_TAKES_OVER = re.compile(
    rf"(?P<new>{_NAME})(?:来)?(?:接替|接手|顶替|替换|代替)(?P<old>{_NAME})(?:的工作|的活|了)?"
)
_REPLACED = re.compile(
    rf"(?:.{{2,12}}?换人了?[，,。\s]+)?(?:把|将)?(?:[\u4e00-\u9fff]{{2,10}}的)?(?P<old>{_NAME})(?:调走|调离|离职|退休|走|不干|换岗|调岗)?了?[，,\s]*(?:换成?|由|改成?|让)\s*(?P<new>[\u4e00-\u9fff·]{{2,4}}?)(?:接替|接手|接|来|负责)?[\s,，]*(?:手机|电话)?[\s:：]*(?P<mobile>1\d{{10}})?"
)
_LEAVES = re.compile("换|接替|接手|顶替|代替|替换|调走|调离|离职|退休|辞职|不干|走了")


def replace(text: str, context: Context) -> Reply | None:
    """李四调走了换王五: say back who goes, who comes and what is handed over."""
    said = text.strip()
    found = _TAKES_OVER.fullmatch(said) or _AFTER_LEAVING.fullmatch(said) or _REPLACED.fullmatch(text.strip())
    if found is None:
        return Reply("请这样发：“李四调走了换王五”。没有改动。")
    old = person_named(found["old"], context)
    if isinstance(old, str):
        return Reply(old) if _LEAVES.search(said) and not is_question(said) else None
    if NO_NAME.search(found["new"]):
        number = found.groupdict().get("mobile") or "[ {mobile}]"
        return offering.ask_slot(f"{old.name}换成{{new}}{number}".replace("}1", "} 1"), context)
    return replace_by(old, found["new"], found.groupdict().get("mobile") or "", context)


def replace_by(old: Contact, new: str, mobile: str, context: Context) -> Reply:
    """Say back that the one goes and the other comes, "" for a number that is not known."""
    if old.id == context.speaker.contact.id:
        return Reply("不能停用您自己，请另一位质强办办理。没有改动。")
    day = from_a_day.starts_on(context.incoming.text, context)
    return (
        _at_once(old, new, mobile, context) if day is None else from_a_day.ask(old, new, mobile, day, context)
    )


def later_or_now(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """1: he is reminded on that day; 2: the draft of now; another number or name: asked anew."""
    old, place = context.uow.roster.get(state["old"]), dialogs.chosen(text, 2)
    if old is None or (place is None and dialogs.yes_or_no(text)):
        return None if old is None else Reply("到那天提醒您换回1，现在就换回2，都不要回“取消”。没有改动。")
    if place is not None:
        dialogs.close(context)
        now = _at_once(old, str(state["new"]), str(state["mobile"]), context) if place else None
        return now or from_a_day.remind(state, old, context)
    found = _told_otherwise(state, old, text)
    return from_a_day.ask(old, *found, date.fromisoformat(state["day"]), context) if found else None


def _at_once(old: Contact, new: str, mobile: str, context: Context) -> Reply:
    owed = owed_by(old, context)
    there = _beside(old, new, context)
    lines = [
        f"将停用{old.unit} {old.name}（{ROLE_NAMES[old.role]}），名下{owed}项待办转{new}；历史记录不变。",
        _coming(old, new, mobile) if there is None else f"{new}已在名册（{old.unit}），直接接手。",
    ]
    state = {"old": old.id, "new": new, "mobile": mobile}
    return confirming.ask(context, REPLACE, state, lines)


def _coming(old: Contact, new: str, mobile: str) -> str:
    told = f"手机：{mobile}。" if mobile else "手机没有给，直接发号码就补上，不补也能办。"
    return f"{new}接{old.unit}{ROLE_NAMES[old.role]}，当场生效，办理后给出绑定码。{told}"


def redraft(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """手机号错了，是139…；名字写错了，叫马莉: the same draft with the other number or name."""
    old = context.uow.roster.get(state["old"])
    found = _told_otherwise(state, old, text) if old is not None else None
    return _at_once(old, *found, context) if old is not None and found else None


def _told_otherwise(state: Mapping[str, Any], old: Contact, text: str) -> tuple[str, str] | None:
    """The newcomer's name and number, one of them otherwise."""
    mobile, renamed = MOBILE.findall(text), renamed_to(text.strip().rstrip("。.!！"))
    if is_question(text) or old.name in text or not (len(mobile) == 1 or renamed):
        return None
    return renamed or str(state["new"]), mobile[0] if mobile else str(state["mobile"])


def _beside(old: Contact, new: str, context: Context) -> Contact | None:
    """The newcomer where he has been on duty beside the one who goes."""
    duty = (old.unit, old.role, old.subject)
    people = context.uow.roster.list(old.campaign_id, role=old.role, unit=old.unit)
    found = (row for row in people if row.active and row.id != old.id and row.name == new)
    return next((row for row in found if (row.unit, row.role, row.subject) == duty), None)


def apply_replace(state: Mapping[str, Any], context: Context) -> Reply:
    """Take the one off duty, put the other on with the same duties, and issue a binding code."""
    old = context.uow.roster.get(state["old"])
    if old is None or not old.active:
        return Reply("这个人已经不在岗，没有改动。")
    there = _beside(old, str(state["new"]), context)
    context.uow.roster.deactivate(old.id)
    new = there.id if there is not None else _added(old, state, context)
    log(context, "roster.replace", new, {"replaces": old.id})
    done = f"已停用{old.name}，{state['new']}接手{old.unit}（{ROLE_NAMES[old.role]}）。"
    if there is not None and there.account is not None:
        return Reply(f"{done}账号已经绑定，马上能用。")
    code = fresh_code(context.uow, new, context.now)
    return Reply(f"{done}\n绑定码：{code}，10分钟内有效，只能用一次，请{state['new']}发“绑定 {code}”。")


def _added(old: Contact, state: Mapping[str, Any], context: Context) -> int:
    """The newcomer, put on the roster with the duties of the one who goes."""
    return context.uow.roster.add(
        campaign_id=old.campaign_id,
        name=str(state["new"]),
        unit=old.unit,
        role=old.role,
        subject=old.subject,
        mobile=str(state["mobile"]),
    )


def left(text: str, context: Context) -> Reply | None:
    """李四退休了; None where nobody of that name is on duty."""
    return leave(text, context) if isinstance(person_named(text.strip(), context), Contact) else None


def leave(text: str, context: Context) -> Reply:
    """停用 李四, with nobody to take over yet."""
    person = person_named(text.strip(), context)
    if isinstance(person, str):
        return Reply(person)
    if person.id == context.speaker.contact.id:
        return Reply("不能停用您自己，请另一位质强办办理。没有改动。")
    owed = owed_by(person, context)
    lines = [
        f"将停用{person.unit} {person.name}（{ROLE_NAMES[person.role]}），名下{owed}项待办没人接；历史不变。"
    ]
    return confirming.ask(context, LEAVE, {"old": person.id}, lines)


_HANDED = re.compile("接|换|由|让|交给|归|找|顶|替|新来|叫")


def taken_over(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """王五接 while it is drafted that 李四 leaves: the draft says who comes."""
    old = context.uow.roster.get(state["old"])
    if old is None or is_question(text) or not _HANDED.search(text):
        return None
    roster = context.uow.roster.list(context.speaker.campaign.id)
    new = newcomer(text, frozenset(row.name for row in roster))
    mobile = MOBILE.findall(text)
    return replace_by(old, new, mobile[0] if len(mobile) == 1 else "", context) if new else None


def apply_leave(state: Mapping[str, Any], context: Context) -> Reply:
    """Take the person off duty."""
    person = context.uow.roster.get(state["old"])
    if person is None or not person.active:
        return Reply("这个人已经不在岗，没有改动。")
    context.uow.roster.deactivate(person.id)
    log(context, "roster.deactivate", person.id, {})
    return Reply(f"已停用{person.unit} {person.name}，历史记录不变。有人接手时请补进名册。")


COMMANDS = (
    Command(
        Act.ROSTER,
        "把张三设为审核员",
        words(""),
        change_role,
        re.compile(rf"(?P<rest>{nameless(SET_ROLE)})"),
        shy=True,
    ),
    Command(
        Act.ROSTER,
        "李四调走了换王五",
        words(""),
        replace,
        re.compile(
            "(?P<rest>" + "|".join(nameless(way) for way in (_TAKES_OVER, _AFTER_LEAVING, _REPLACED)) + ")"
        ),
        shy=True,
    ),
    Command(
        Act.ROSTER,
        "停用 李四",
        words(""),
        leave,
        re.compile(r"停用[\s:：]*(?P<rest>(?:\S{2,20} )?[\u4e00-\u9fff·]{2,4})"),
    ),
    Command(
        Act.ROSTER,
        "李四退休了",
        words(""),
        left,
        re.compile(
            r"(?P<rest>[\u4e00-\u9fff·]{2,4}?)(?:同志)?(?:已经|已|要)?(?:(?:退休|离职|辞职|调走|调离|离岗)(?:了|啦|吧)?|(?:离开|走|不干)(?:了|啦|吧))"
            r"(?:[,，\s]*(?:(?:先)?(?:停用|停掉|下掉|去掉)(?:他|她)?(?:吧|一下)?|(?:接手的?|接的|新)?人?还?(?:没|未)(?:定|有).{0,4}))?"
        ),
        shy=True,
    ),
)
ANSWERS = {from_a_day.QUESTION: later_or_now}
CONFIRMATIONS = {
    REPLACE: Confirmation(Act.ROSTER, apply_replace, redraft=redraft),
    LEAVE: Confirmation(Act.ROSTER, apply_leave, redraft=taken_over),
    ROLE: Confirmation(Act.ROSTER, apply_role),
}
