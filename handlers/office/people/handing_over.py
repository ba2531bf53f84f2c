"""质强办交接: somebody else gets the office's rights; nobody takes his own away."""

from collections.abc import Mapping
from typing import Any, Final

from handlers.access import ROLE_NAMES, Act
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.messages import Reply
from handlers.office.people.on_roster import log
from handlers.people.enrolment import fresh_code
from store.records import Contact

QUESTION: Final = "office_to"
NEW: Final = "office_to_newcomer"
_STAYS: Final = (
    "您自己的质强办身份不变；要停用您的，之后由接手的人发“停用 姓名”。现在就生效，不会到日子自动换。"
)


def to(person: Contact, context: Context) -> Reply:
    """Say back that the person would become one of the office."""
    if person.role == "office":
        return Reply(f"{person.name}已经是质强办，全部事都能办，没有改动。")
    also = "，仍能审核别人填的项" if person.role == "reviewer" else f"，不再是{ROLE_NAMES[person.role]}"
    lines = [
        f"将把{person.unit} {person.name}由{ROLE_NAMES[person.role]}改为质强办，能办您现在办的全部事{also}。",
        _STAYS,
    ]
    return confirming.ask(context, QUESTION, {"person": person.id}, lines)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Give the person the office's role."""
    person = context.uow.roster.get(state["person"])
    if person is None or not person.active:
        return Reply("这个人已经不在岗，没有改动。")
    context.uow.roster.change(person.id, role="office")
    log(context, "roster.role", person.id, {"from": person.role, "to": "office"})
    return Reply(f"已把{person.unit} {person.name}改为质强办，立即生效。{_bind(person)}")


def to_newcomer(name: str, mobile: str, context: Context) -> Reply:
    """Say back that somebody who is not on the roster would be added as one of the office."""
    unit = context.speaker.contact.unit
    lines = [f"将在名册里新增{unit} {name}（质强办），能办您现在办的全部事，办理后给出绑定码。", _STAYS]
    return confirming.ask(context, NEW, {"name": name, "mobile": mobile}, lines)


def apply_newcomer(state: Mapping[str, Any], context: Context) -> Reply:
    """Add the newcomer and issue a code."""
    own = context.speaker.contact
    person = context.uow.roster.add(
        campaign_id=own.campaign_id,
        name=str(state["name"]),
        unit=own.unit,
        role="office",
        mobile=str(state["mobile"]),
    )
    log(context, "roster.add", person, {"role": "office"})
    code = fresh_code(context.uow, person, context.now)
    return Reply(
        f"已新增{own.unit} {state['name']}（质强办）。\n绑定码：{code}，10分钟内有效，只能用一次，请本人发“绑定 {code}”。"
    )


def _bind(person: Contact) -> str:
    return "" if person.account else f"还没有绑定，发码回“绑定码 {person.name}”。"


CONFIRMATIONS = {
    QUESTION: Confirmation(Act.ROSTER, apply),
    NEW: Confirmation(Act.ROSTER, apply_newcomer),
}
