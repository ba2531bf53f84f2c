"""代报: may somebody report for another; who reports for that unit already, and what can be done where nobody does."""

import re
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.board import duties_at
from handlers.context import Context
from handlers.matters import substitutes
from handlers.messages import Reply
from handlers.people.enrolled import enrolled, printed_unit
from handlers.people.speaker import Seat
from handlers.people.whom import Heard
from handlers.wording import leaf_name, listed
from store.records import Contact

_CUE: Final = re.compile("替|代|帮|顶")
_ASKED: Final = re.compile(
    r"(?:让|由|请|叫|换|给|安排|能不能|可以|能).{0,10}(?:替|代替?|帮|顶).{0,10}(?:报|填|代报)|(?:替|代|帮|顶)(?:替|着)?.{1,8}(?:代?报|填报?|代填)|代(?:为)?(?:报|填)"
)
_REVIEWS: Final = re.compile(
    "(?:替|代|帮|顶|让|由|我(?:自己)?来|交给).{0,10}审|审.{0,8}(?:替|代|顶|我来|[交转]给|移交)"
)
_ASKS: Final = re.compile(r"谁|[?？吗]\s*$|退回|通过|通知|告诉|回避|取消|不用|不要|别|设为|改为|当审")
_NOT: Final = re.compile(r"我(?:来|先|就)?(?:替|代|帮)|审|催|通知|告诉|转告|[%％]|\d{2,}|调走|退休|换成")


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """乐至县没人报，让潘慧代报; None where nobody on the roster is to report or review for anybody."""
    if _REVIEWS.search(text) and not _ASKS.search(text):
        return substitutes.arranged(text, context)
    if not _CUE.search(text) or not _ASKED.search(text) or _NOT.search(text):
        return None
    people = enrolled(context)
    named = sorted((row for row in people if row.name in text), key=lambda row: text.find(row.name))
    if not named:
        return None
    units = [unit for whom in heard.whom if not whom.everybody for unit in whom.units]
    who, others = _who(named, text)
    targets = units or [other.subject or printed_unit(other, context) for other in others]
    if not targets:
        return None
    return Reply("\n".join(_answer(who, targets[0], context)))


def _who(named: list[Contact], text: str) -> tuple[Contact, list[Contact]]:
    """Who is to report, and for whom: behind 替 stands who is away."""
    cue = _CUE.search(text)
    behind = [row for row in named if cue is not None and text.find(row.name) > cue.start()]
    before = [row for row in named if row not in behind]
    who = before[-1] if before else named[-1]
    return who, [row for row in named if row.id != who.id]


def _answer(who: Contact, unit: str, context: Context) -> list[str]:
    called = f"{who.unit}{who.name}"
    seat = Seat.of(who, context.speaker.campaign, context.rubric)
    own = duties_at(context.rubric, seat, context.milestone) if who.role == "contact" else ()
    about = [duty for duty in own if unit in duty.subjects]
    bound = "" if who.account else f"{who.name}还没有绑定，发码回“绑定码 {who.name}”。"
    if who.role == "contact" and unit in (printed_unit(who, context), who.subject):
        return [f"可以，不用另外设：{called}就是{unit}的联络员，直接报就行。没有改动。{bound}".strip()]
    if about and len(context.speaker.campaign.subjects) > 1:
        names = listed([f"{duty.criterion.code} {leaf_name(duty.criterion, 16)}" for duty in about], 4)
        return [
            f"不用代：{unit}的{names}本来就由{called}报，请直接发“{unit} 数值”。没有改动。{bound}",
            _others(unit, who, context),
        ]
    role = f"是{ROLE_NAMES[who.role]}" + ("，只看不报" if who.role == "supervisor" else "")
    why = f"只报{printed_unit(who, context)}的" if who.role == "contact" else role
    own_unit = unit in (printed_unit(who, context), who.subject)
    way = (
        f"“把{who.name}设为联络员”，或“新增联络员 {unit} 姓名”"
        if own_unit
        else f"“新增联络员 {unit} {who.name}”"
    )
    return [
        f"没有改动：{called}{why}，现在不能替{unit}报（替人报数要在名册里是{unit}的联络员）。",
        f"可以{way}，也可以由您代填：发“{unit} 指标 数值”。",
    ]


def _others(unit: str, who: Contact, context: Context) -> str:
    reporters = dict.fromkeys(
        leaf.reporter for leaf in context.rubric.criteria if leaf.reporter and leaf.reporter != who.unit
    )
    named = [name for name in reporters if name not in context.speaker.campaign.subjects]
    return f"{unit}别的项由{listed(named, 4, '人')}报；要代填发“{unit} 指标 数值”。" if named else ""
