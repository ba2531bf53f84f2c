"""名册改动: somebody comes back, moves to another unit, or is called or reached otherwise than the roster says."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers.access import ROLE_NAMES, Act
from handlers.campaign.units import mentions
from handlers.command import Command, nameless, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.office.people.on_roster import log, owed_by, person_named
from handlers.people.enrolled import enrolled
from handlers.wording import clip
from store.records import Contact
from store.repositories.roster import ContactFields

BACK: Final = "person_back"
MOVE: Final = "person_moves"
RENAME: Final = "person_renamed"
_NAME: Final = r"[\u4e00-\u9fff·]{2,4}?"
_MOVED: Final = re.compile(
    rf"(?:把|将)?(?P<name>{_NAME})(?:已经?|要)?(?:调动?|转|换|分|挪)(?:到|去|往|进)了?(?P<unit>[\u4e00-\u9fff]{{2,20}}?)(?:去|工作|上班)?(?:了|啦)?"
)
_RENAMED: Final = re.compile(
    rf"(?:改名|(?:把|将)?(?P<first>{_NAME})(?:的?名字)?(?:改名|改名字|更名|改)(?:为|成|叫)?(?=\s*[\u4e00-\u9fff])|(?:把|将)(?P<wrong>{_NAME})的?名字(?:改为|改成|改))"
    rf"[\s:：]*(?P<old>{_NAME})?[\s为成叫]*(?P<new>[\u4e00-\u9fff·]{{2,4}})"
)
_REACHED: Final = re.compile(
    rf"(?:把|将)?(?P<name>{_NAME})\s*(?:的)?\s*(?P<what>手机号码?|手机|电话号码|电话|座机|传真|号码|邮箱|电子邮件|邮件|职务|职位)"
    r"(?:换了?|改了?|变了?)?\s*(?:改?为|改?成|是|到|[:：,，])*\s*(?P<value>[\w.+@（）()–—-]{2,40}?)(?:了|吧)?"
)
_ANYWHERE: Final = re.compile(
    r"(?P<name>[^\d@]{2,24}?)(?P<what>手机号?|电话|座机|邮箱)[^\d@A-Za-z]{0,8}(?P<value>1\d{10}|[\w.+-]+@[\w.-]+|0\d{2,3}-?\d{7,8})[了吧啊。]*"
)
"""农发局何平的手机换成13899990000了: somebody is named, and what he is reached by now."""
_REPLACES: Final = re.compile("换|改成|改为|接|替|走|离|由|是|叫|新")
"""Whoever is replaced, or new, is another person than the one that is named first."""
_OWN: Final = re.compile("(?:把|将)?(?:我|我的|我自己的?|本人的?)")
_MOBILE: Final = re.compile(r"1\d{10}")
_TELEPHONE: Final = re.compile(r"[\d()（）–—-]{5,20}")
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TITLE: Final = re.compile(r"[\u4e00-\u9fff]{2,12}")


def bring_back(text: str, context: Context) -> Reply:
    """启用 李四: somebody who was taken off duty is on duty again."""
    people = context.uow.roster.list(context.speaker.campaign.id)
    off = [person for person in people if not person.active and person.name == text.strip()]
    if len(off) != 1:
        how = "没有停用过的" if not off else f"有{len(off)}个停用过的"
        return Reply(f"名册里{how}“{clip(text.strip(), 8)}”。要加人请发“新增联络员 单位 姓名”。没有改动。")
    lines = [f"将重新启用{off[0].unit} {off[0].name}（{ROLE_NAMES[off[0].role]}），原来的账号照旧能用。"]
    return confirming.ask(context, BACK, {"person": off[0].id}, lines)


def apply_back(state: Mapping[str, Any], context: Context) -> Reply:
    """Put the person back on duty."""
    person = context.uow.roster.get(state["person"])
    if person is None or person.active:
        return Reply("这个人已经在岗，没有改动。")
    context.uow.roster.reactivate(person.id)
    log(context, "roster.reactivate", person.id, {})
    need = "" if person.account else f"还没有绑定，发码请回“绑定码 {person.name}”。"
    return Reply(f"已启用{person.unit} {person.name}（{ROLE_NAMES[person.role]}）。{need}")


def move(text: str, context: Context) -> Reply | None:
    """赵六调到县旅游局了; None where the words name no person on duty or no unit."""
    found = _MOVED.fullmatch(text.strip())
    person = person_named(found["name"], context) if found is not None else None
    place = mentions(found["unit"], context) if found is not None else None
    if not isinstance(person, Contact) or place is None or len(place.units) != 1 or place.heard:
        return None
    unit = place.units[0]
    if unit == person.unit:
        return Reply(f"{person.name}已经在{unit}，没有改动。")
    owed = owed_by(person, context)
    left = f"{person.unit}的{owed}项待办要另有人接；" if owed else ""
    lines = [
        f"将把{person.name}（{ROLE_NAMES[person.role]}）由{person.unit}调到{unit}：{left}报过的仍记在{person.unit}，历史不变。"
    ]
    return confirming.ask(context, MOVE, {"person": person.id, "unit": unit}, lines)


def apply_move(state: Mapping[str, Any], context: Context) -> Reply:
    """Change the unit that the person speaks for from now on."""
    person, unit = context.uow.roster.get(state["person"]), str(state["unit"])
    if person is None or not person.active:
        return Reply("这个人已经不在岗，没有改动。")
    subject = unit if unit in context.speaker.campaign.subjects else ""
    context.uow.roster.change(person.id, unit=unit, subject=subject)
    log(context, "roster.unit", person.id, {"from": person.unit, "to": unit})
    return Reply(f"已把{person.name}调到{unit}，立即生效；{person.unit}接手的人请补进名册。")


def rename(text: str, context: Context) -> Reply | None:
    """改名 赵六 赵七, after 是; None where nobody is called so."""
    found = _RENAMED.fullmatch(text.strip())
    name = (found["old"] or found["first"] or found["wrong"] or "") if found is not None else ""
    person = person_named(name, context)
    if found is None or not isinstance(person, Contact):
        return None
    return rename_to(person, found["new"], context)


def rename_to(person: Contact, name: str, context: Context) -> Reply:
    """Say back what the person would be called."""
    lines = [f"将把{person.unit} {person.name}的名字改为{name}，历史记录跟着显示新名字。"]
    return confirming.ask(context, RENAME, {"person": person.id, "name": name}, lines)


def apply_rename(state: Mapping[str, Any], context: Context) -> Reply:
    """Call the person so from now on."""
    person, name = context.uow.roster.get(state["person"]), str(state["name"])
    if person is None or not person.active:
        return Reply("这个人已经不在岗，没有改动。")
    context.uow.roster.change(person.id, name=name)
    log(context, "roster.name", person.id, {})
    return Reply(f"已把{person.unit} {person.name}改名为{name}。")


def reach(text: str, context: Context) -> Reply | None:
    """把高军的电话改成13900001111: how somebody is reached, or what he is; None where the words say no such thing."""
    found = _REACHED.fullmatch(text.strip()) or _ANYWHERE.fullmatch(text.strip())
    fields = _fields(found["what"], found["value"]) if found is not None else None
    if found is None or fields is None or _REPLACES.search(found["name"]):
        return None
    people = enrolled(context)
    inside = [row for row in people if row.name in found["name"]]
    own = _OWN.fullmatch(found["name"].strip())
    person = inside[0] if len(inside) == 1 else person_named(found["name"], context)
    person = context.speaker.contact if own is not None else person
    if not isinstance(person, Contact):
        return Reply(person) if any(digit.isdigit() for digit in found["value"]) else None
    return keep(person, fields, found["what"], found["value"], context)


def keep(person: Contact, fields: ContactFields, what: str, value: str, context: Context) -> Reply:
    """Keep how the person is reached or what he is, and say so."""
    context.uow.roster.change(person.id, **fields)
    log(context, "roster.details", person.id, {"fields": sorted(fields)})
    return Reply(f"已改：{person.unit} {person.name}的{what}现在是{value}。改错了再发一次。")


def _fields(what: str, value: str) -> ContactFields | None:
    """What the roster keeps the value under; None where it is no such thing."""
    if what in ("职务", "职位"):
        return {"title": value} if _TITLE.fullmatch(value) else None
    if "邮" in what:
        return {"email": value} if _MAIL.fullmatch(value) else None
    if _MOBILE.fullmatch(value):
        return {"mobile": value}
    return {"telephone": value} if _TELEPHONE.fullmatch(value) and "手机" not in what else None


def _shown(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern as one of a command: the whole message goes to the handler."""
    return re.compile(rf"(?P<rest>{nameless(pattern)})")


COMMANDS = (
    Command(
        Act.ROSTER,
        "启用 李四",
        words(""),
        bring_back,
        re.compile(r"(?:重新|恢复)?(?:启用|恢复|复职)[\s:：]*(?P<rest>[\u4e00-\u9fff·]{2,4})(?<!推送|提醒)"),
        shy=True,
    ),
    Command(Act.ROSTER, "李四调到县旅游局了", words(""), move, _shown(_MOVED), shy=True),
    Command(Act.ROSTER, "改名 李四 李思", words(""), rename, _shown(_RENAMED), shy=True),
    Command(
        Act.ROSTER,
        "把李四的电话改成13900001111",
        words(""),
        reach,
        re.compile(f"(?P<rest>{nameless(_REACHED)}|{nameless(_ANYWHERE)})"),
        shy=True,
    ),
)
CONFIRMATIONS = {
    BACK: Confirmation(Act.ROSTER, apply_back),
    MOVE: Confirmation(Act.ROSTER, apply_move),
    RENAME: Confirmation(Act.ROSTER, apply_rename),
}
