"""加人: one more person for the roster, said in a line; checked and confirmed as a pasted table is."""

import re

from handlers.access import ROLE_NAMES, Act
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands.staff.taking_on import draft
from handlers.office.people.fields import without_fields
from handlers.suggesting import offering
from handlers.suggesting.filling import missing
from handlers.suggesting.guessing import fill_order
from handlers.suggesting.named import named_in

_ROLE = re.compile("分管领导|" + "|".join(ROLE_NAMES.values()))
_NAME = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff])")
_ASIDE = re.compile(
    r"新来(?:了|的)?(?:一?个|位)?(?:小伙子?|姑娘|同志|同事|人|女同志|男同志)?(?:叫|是)?|归[他她]报?|由[他她]负?责?|(?:报来|报上来|定|推荐|派|指定|明确|新来)的?(?:人|联系人)?(?:是|为|叫)?|他们的?|联系人|姓名|名字|叫做?|电话|手机号?|号码|担任|负责|职务|[是为：:，,、。；;()（）]"
)
_HEAD = re.compile(r"(?:(?:新增|增加|添加|补|加)(?:上|一个|个|一位|位)?(?:人员|人)?)")
HOW = "请这样发：“新增联络员 县财政局 赵六 13800000000”。没有改动。"


def add(text: str, context: Context) -> Reply | None:
    """Say back who would be added, or ask for what is missing; None where neither unit nor name is said."""
    text = text.strip()
    reply = add_in_any_order(text, context) if text else None
    if reply is not None:
        return reply
    role = _ROLE.search(text)
    empty = f"新增{role[0] if role else ROLE_NAMES['contact']} {{unit}} {{new}}[ {{mobile}}]"
    order = fill_order(text, named_in(text, context), context, empty)
    if text and order.startswith(empty.split("[", maxsplit=1)[0]):
        return None
    return offering.ask_slot(order, context) if missing(order) else Reply(HOW)


def add_in_any_order(text: str, context: Context) -> Reply | None:
    """市农委报来的人是夏冰 13800000000 联络员; None where unit, name and role are not all there."""
    said = _ASIDE.sub(" ", _HEAD.sub(" ", text.strip(), count=1))
    role = _ROLE.search(said)
    said = said.replace(role[0], " ") if role else said
    place = mentions(without_fields(said), context)
    names = _NAME.findall(place.rest)
    if len(place.units) != 1 or place.heard or len(names) != 1:
        return None
    return draft(names[0], place.units[0], text, "", context)


COMMANDS = (
    Command(
        Act.ROSTER,
        "新增联络员 县财政局 赵六",
        words("加人 新增人员 加个人"),
        add,
        re.compile(
            rf"(?P<rest>(?:[^\d\s]{{2,10}}?\s*)?(?:新增|增加|添加|补|加)(?:上|一个|个|一位|位)?(?:人员|人|{'|'.join(ROLE_NAMES.values())})[\s:：,，].{{2,60}})"
        ),
        shy=True,
    ),
)
