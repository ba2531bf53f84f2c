"""抹去个人信息: of somebody who has left nothing stays but a masked name, unit, role and what he did."""

import re
from collections.abc import Mapping
from typing import Any

from handlers.access import ROLE_NAMES, Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.wording import clip
from store.records import Contact
from store.ways import ways_of

QUESTION = "erase"


def erase(text: str, context: Context) -> Reply:
    """Say what goes and what stays, and ask."""
    person = _person(text.strip(), context)
    if isinstance(person, str):
        return Reply(person)
    if person.id == context.speaker.contact.id:
        return Reply("不能抹去您自己的信息，请另一位质强办办理。没有改动。")
    duty = "仍在岗，办理后停用，" if person.active else ""
    lines = [
        f"将抹去{person.unit} {person.name}（{ROLE_NAMES[person.role]}）的电话、手机、邮箱、职务和企业微信账号。",
        f"{duty}姓名改为“{masked(person.name)}”，填报、审核和操作记录保留（审计需要）。不能恢复。",
    ]
    return confirming.ask(context, QUESTION, {"person": person.id}, lines)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Erase the person, and its account where nobody else of any campaign uses it."""
    uow = context.uow
    person = uow.roster.get(state["person"])
    if person is None:
        return Reply("没有这个人，没有改动。")
    uow.roster.erase(person.id, masked(person.name))
    if person.channel is not None and person.account is not None and not _used(person, context):
        pseudonym = f"erased-{person.id}"
        for way in ways_of(person.channel):
            uow.accounts.erase(way, person.account, pseudonym)
            uow.inbox.erase(way, person.account, pseudonym)
            uow.outbox.erase(way, person.account, pseudonym, context.now)
    uow.audit.record(context.now, context.actor, "roster.erase", f"contact:{person.id}", {})
    return Reply(
        f"已抹去，名册和历史里显示为“{masked(person.name)}”；操作记录保留。备份里的旧数据按备份周期过期。"
    )


def masked(name: str) -> str:
    """李四 → 李*."""
    return f"{name[:1]}*"


def _used(person: Contact, context: Context) -> bool:
    """Whether the account still belongs to somebody on duty."""
    if person.channel is None or person.account is None:
        return False
    found = [context.uow.accounts.find(way, person.account) for way in ways_of(person.channel)]
    return any(other.id != person.id for account in found if account for other in account.contacts)


def _person(name: str, context: Context) -> Contact | str:
    """The one of that name, on duty or not; who has left comes before who has not."""
    people = [row for row in context.uow.roster.list(context.speaker.campaign.id) if row.name == name]
    gone = [row for row in people if not row.active]
    found = gone if len(gone) == 1 else people
    if len(found) == 1:
        return found[0]
    if not found:
        return f"名册里没有“{clip(name, 10)}”。没有改动。"
    units = "、".join(f"{row.unit}（{ROLE_NAMES[row.role]}）" for row in found)
    return f"有{len(found)}个“{clip(name, 10)}”：{units}。请先停用要抹去的那位再办。没有改动。"


COMMANDS = (
    Command(
        Act.ROSTER,
        "把离职的李四信息删了",
        words(""),
        erase,
        re.compile(
            r"(?:把|将)?(?:已?离职的?|调走的?|退休的?)?\s*(?P<rest>[\u4e00-\u9fff·]{2,4}?)的?(?:个人)?(?:信息|资料)(?:都|全)?(?:删了|删掉|删除|抹去|抹掉|清除|清掉)[吧了]?"
        ),
        shy=True,
    ),
)
CONFIRMATIONS = {QUESTION: Confirmation(Act.ROSTER, apply)}
