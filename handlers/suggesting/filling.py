"""空格: what a line says for the slots of an order, and how the one that is missing is asked for.

An order is written as it is typed, with `{slots}`; a part in `[ ]` is left out where its slot is not said.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.calendar.dates import last_day_in
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.matters.absence import days_away
from handlers.office.campaign_name import name_in
from handlers.office.errands.staff.newcomers import newcomer
from handlers.office.errands.time_order import why
from handlers.reading.tokens.asides import is_question
from handlers.review import arrivals
from handlers.wording import local, month_day

_BLANK: Final = re.compile(r"\{(\w+)\}")
_OPTIONAL: Final = re.compile(r"\[([^\[\]]*)\]")
_SIGNS: Final = re.compile(r"[\[\]{}]")
Reader = Callable[[str, Context], str]
"""What the words say for the slot, as the order takes it; "" for nothing certain."""


@dataclass(frozen=True, slots=True)
class Slot:
    """`label` is how a form shows it, `asked` the question for it, `before` what an answer by itself stands behind."""

    label: str
    asked: str
    read: Reader
    before: str = ""


def _campaign(text: str, _context: Context) -> str:
    return "" if is_question(text) or _ASKS.search(text) else name_in(text)


_ASKS: Final = re.compile("几|多少|谁|哪|什么|怎么|有没有")
"""What a question is about is no name and no reason."""


def _mobile(text: str, _context: Context) -> str:
    found = re.findall(r"(?<!\d)1\d{10}(?!\d)", text)
    return found[0] if len(found) == 1 else ""


def _new(text: str, context: Context) -> str:
    known = frozenset(row.name for row in context.uow.roster.list(context.speaker.campaign.id))
    return newcomer(text, known) or ""


_SELF: Final = re.compile("我(?!们|县|市|局|区|镇)|本人|自己")
_ROLES: Final[Mapping[str, str]] = {
    **{name: name for name in ("分管领导", "审核员", "联络员")},
    "审核": "审核员",
    "审": "审核员",
    "分管": "分管领导",
    "联络": "联络员",
    "领导": ROLE_NAMES["leader"],
}


def _role(text: str, _context: Context) -> str:
    """The last role that is named, or whose work is; "" where one is laid down."""
    if re.search("不(?:再|用|想)?(?:当|做|审|兼)|取消|收回|收了|撤|别|停", text):
        return ""
    found = re.findall("|".join(_ROLES), text)
    return _ROLES[found[-1]] if found else ""


_UNTIL: Final = re.compile(
    r"[到至成为在改定调是于]\s*(?=20\d\d|[明今]年|下?个?月|\d|[一二三四五六七八九十元])"
)


def _day(text: str, context: Context) -> str:
    """The day behind the last 到, 改成, 定在."""
    found = list(_UNTIL.finditer(text))
    day = last_day_in(text[found[-1].end() :] if found else "", local(context.now).date())
    return "" if day is None else f"{day.year}年{month_day(day)}"


def _moved(text: str, context: Context) -> str:
    """The same for everybody: with a unit in the text that one is meant."""
    return "" if mentions(text, context).units else _day(text, context)


def _hour(text: str, _context: Context) -> str:
    found = re.search(
        r"(?:上午|中午|下午|晚上)?(?:\d{1,2}[:：]\d\d|(?:\d{1,2}|[一两二三四五六七八九十]{1,3})[点时](?:半|\d{1,2}分?)?)|下班前?|中午",
        text,
    )
    return found[0] if found is not None else ""


def _names_no_item(_words: str) -> bool:
    return False


def _reason(text: str, _context: Context) -> str:
    return "" if is_question(text) or _ASKS.search(text) else why(text, _names_no_item)


def _points(text: str, _context: Context) -> str:
    """The one number of points that is said."""
    found = set(re.findall(r"(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)\s*分(?!钟)", text))
    return found.pop() if len(found) == 1 else ""


def _material(text: str, _context: Context) -> str:
    """What is to be handed in: behind 补, 交, or between 把 and that."""
    found = _HANDED.search(text) or _BEHIND.search(text)
    what = found[1].strip() if found is not None else ""
    return "" if _NO_MATERIAL.fullmatch(what) else what


_HANDED: Final = re.compile("把(.{2,20}?)(?:再|给|也|都)*(?:补|交|传|发|拿|送)")
_BEHIND: Final = re.compile(r"(?:补充|补交|补报|再交|补)(?:一下|一份|[点些个份])?([^\s，,。?？]{2,20})")
_NO_MATERIAL: Final = re.compile("(?>[上过回进来去齐全的了没吧吗呢啊]|一下|材料|东西|什么)+")


def _award(text: str, _context: Context) -> str:
    found = re.search(r"加(?:上|个|一个)?([^\d分，,。\s]{3,20}?)(?=\d|$)", text)
    return found[1] if found is not None else ""


def _away(text: str, context: Context) -> str:
    """From when to when."""
    found = days_away(text, local(context.now).date(), context.deadlines)
    if found is None:
        return ""
    first, last = found
    return month_day(first) if last is None or last == first else f"{month_day(first)}到{month_day(last)}"


def _stand_in(text: str, context: Context) -> str:
    """The one other reviewer who is named."""
    people = context.uow.roster.list(context.speaker.campaign.id, role="reviewer")
    named = [row.name for row in people if row.id != context.speaker.contact.id and row.name in text]
    return named[0] if len(named) == 1 else ""


def _self(text: str, _context: Context) -> str:
    return "我" if _SELF.search(text) else ""


def _nothing(_text: str, _context: Context) -> str:
    return ""


SLOTS: Final[Mapping[str, Slot]] = {
    "campaign": Slot("名称", "考核叫什么名称？", _campaign, "叫"),
    "person": Slot("姓名", "是名册里的哪一位？请发姓名。", _nothing),
    "someone": Slot("某某", "是名册里的哪一位？请发姓名。", _self),
    "new": Slot("新的人", "接手的（新来的）是谁？请发姓名，可以带手机号。", _new, "换成"),
    "mobile": Slot("手机号", "手机号是多少？", _mobile),
    "role": Slot("角色", "改成什么角色：联络员、审核员、分管领导还是领导？", _role),
    "unit": Slot("单位名", "哪个单位？", _nothing),
    "leaf": Slot("指标", "哪一项？请发编号或指标名。", _nothing),
    "day": Slot("几月几日", "哪一天？如“7月3日”。", _day, "到"),
    "moved": Slot("几月几日", "哪一天？如“7月3日”。", _moved, "到"),
    "hour": Slot("几点", "几点？", _hour),
    "reason": Slot("原因", "原因是什么？", _reason),
    "points": Slot("几", "给几分？如“2分”。", _points),
    "material": Slot("什么材料", "要他们补什么材料？", _material, "补"),
    "award": Slot("哪种奖", "按哪一种加分？如“詹天佑奖”“全省推广”；加分条文回“加分”看。", _award, "加"),
    "came": Slot("哪天来的", "哪天来的？", arrivals.came_in),
    "away": Slot("几月几日到几月几日", "从哪天到哪天？如“7月1日到7月3日”。", _away),
    "stand_in": Slot("谁", "请哪位审核员代审？请发姓名。", _stand_in),
}
"""What those name that read nothing is found by `named.named_in`."""


def fill(order: str, text: str, named: Mapping[str, str], context: Context) -> str:
    """The order with all that the text says for its slots; `named` is what is known of them already."""

    def said(found: re.Match[str]) -> str:
        value = named.get(found[1]) or SLOTS[found[1]].read(text, context)
        return _SIGNS.sub("", value) or found[0]

    return _BLANK.sub(said, order)


def missing(order: str) -> str:
    """The first slot that has to be said and is not; "" for none."""
    found = _BLANK.search(_OPTIONAL.sub("", order))
    return found[1] if found is not None else ""


def whole(order: str) -> str:
    """The order as it is typed, without the optional parts of which nothing was said."""
    return _OPTIONAL.sub(lambda part: "" if _BLANK.search(part[1]) else part[1], order)


def shown(order: str) -> str:
    """The order with the names of what is missing."""
    return _BLANK.sub(lambda found: SLOTS[found[1]].label, whole(order))
