"""角色: the office makes somebody a contact, a reviewer or a supervisor, after a yes."""

import re
from collections.abc import Mapping
from typing import Any

from handlers.access import ROLE_NAMES
from handlers.context import Context
from handlers.drafts import confirming
from handlers.messages import Reply
from handlers.office.people.on_roster import log, person_named
from handlers.people.enrolled import enrolled
from store.records import Role

ROLE = "change_role"
_ROLES: Mapping[str, Role] = {name: role for role, name in ROLE_NAMES.items()}  # type: ignore[misc]
SET_ROLE = re.compile(
    rf"(?:把|将)?\s*(?P<name>.{{1,12}}?)\s*(?:设为|设成|改为|改成|升为|调为|任命为)\s*(?P<role>{'|'.join(ROLE_NAMES.values())})"
)
_AGAIN = re.compile(r"[\s,，。]|把")
"""把钱 不是，把我: who is said last."""
_SELF = frozenset({"我", "我自己", "自己", "本人"})


def change_role(text: str, context: Context) -> Reply:
    """把张三设为审核员; nobody changes his own role, and nobody reviews what he reports."""
    found = SET_ROLE.fullmatch(text.strip())
    if found is None:
        return Reply("请这样发：“把张三设为审核员”。没有改动。")
    role = _ROLES[found["role"]]
    if _AGAIN.split(found["name"])[-1] in _SELF:
        return Reply(_own_role(role, context))
    inside = [row for row in enrolled(context) if row.name in found["name"]]
    person = inside[0] if len(inside) == 1 else person_named(found["name"], context)
    if isinstance(person, str):
        return Reply(person)
    if person.id == context.speaker.contact.id:
        return Reply(_own_role(role, context))
    if person.role == role:
        return Reply(f"{person.name}已经是{found['role']}，没有改动。")
    lines = [f"将把{person.unit} {person.name}由{ROLE_NAMES[person.role]}改为{found['role']}，历史记录不变。"]
    if role == "reviewer" and context.uow.submissions.of_contact(person.campaign_id, person.id):
        lines.append("他本人填报过的项仍由别人审（录审分离）。")
    return confirming.ask(context, ROLE, {"person": person.id, "role": role}, lines)


def apply_role(state: Mapping[str, Any], context: Context) -> Reply:
    """Change it."""
    person, role = context.uow.roster.get(state["person"]), state["role"]
    if person is None or not person.active:
        return Reply("这个人已经不在岗，没有改动。")
    context.uow.roster.change(person.id, role=role)
    log(context, "roster.role", person.id, {"from": person.role, "to": role})
    return Reply(f"已把{person.unit} {person.name}改为{ROLE_NAMES[role]}，立即生效。")


def _own_role(role: Role, context: Context) -> str:
    also = "质强办本来就能审核别人填的项。" if role == "reviewer" and context.speaker.role == "office" else ""
    return (
        f"不能改自己的角色：填报和审核要分开（录审分离）。{also}"
        "确实要改，请本单位负责人让另一位质强办来办。没有改动。"
    )
