"""没说全名: one more person for a unit, whose name is asked for; and 老王, who is to go."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.campaign.units import units_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands.staff.coming_and_going import GONE
from handlers.office.errands.staff.newcomers import SURNAMES, Said
from handlers.office.people import roles
from handlers.suggesting import offering
from handlers.wording import listed
from store.records import Contact

_ONE_MORE: Final = re.compile(
    r"(?:再|多|另外?|还要|要|想)*(?:新?增加?|添加?|补|加)(?:上|进|了)?(?:一?[个位名]|[1两俩2几]个)?(?:新的?)?(?P<role>人|联络员|联系人|分管领导|审核员|同志|同事)(?:进来|进名册|吧|啊|了)*[。!！]?$"
)
_UNKNOWN_UNIT: Final = re.compile(
    r"(?:再|还|另外|也|给|帮|替|让|请)*(?P<name>[\u4e00-\u9fff]{1,8}?[局委办院镇区县])(?=.{0,3}(?:再|多|另|要|想|新增|增|添|补|加))"
)

_MYSELF: Final = re.compile(
    r"(?:我|本人)(?:自己)?(?:也|都)?(?:想|要|来|能|可以)+(?:审(?!核员)|当|做|报|填)|(?:给|帮|把)(?:我自己|本人)|我自己(?:也)?(?:要|想|来|能|得|兼)"
)
"""我自己也想审 给我加个审核员: the role is to be the speaker's own."""


def one_more(said: Said, context: Context) -> Reply | None:
    """给城建局再加一个人: who that is, is asked."""
    found = _ONE_MORE.search(said.text)
    if found is None or said.asks or said.people or said.new or len(said.units) > 1:
        return None
    role = found["role"] if found["role"] in ROLE_NAMES.values() else ROLE_NAMES["contact"]
    if not said.units and _MYSELF.search(said.text):
        return roles.change_role(f"把我设为{role}", context)
    stranger = _UNKNOWN_UNIT.search(said.text) if not said.units else None
    subjects = context.speaker.campaign.subjects
    if stranger is not None:
        known = listed(units_of(context.rubric, subjects if len(subjects) > 1 else ()), 12, "家")
        return Reply(
            f"这次考核里没有“{stranger['name']}”，没有加人。有的是：{known}。"
            f"是其中一家的另一个叫法，先说“某局现在叫{stranger['name']}”。"
        )
    return offering.ask_slot(
        f"新增{role} {said.units[0] if said.units else '{unit}'} {{new}}[ {{mobile}}]", context
    )


NICKNAME: Final = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:把|将|让)?[老小](?P<surname>[{SURNAMES}])(?![\u4e00-\u9fff]{{0,1}}(?:组|区|学|城|项))"
)


def by_surname(surname: str, text: str, roster: Sequence[Contact], context: Context) -> Reply | None:
    """把老王从名册删了: the one of that surname who is on duty is to go; which of several is asked."""
    if not GONE.search(text) or re.search("信息|资料|绑定|分|数|手机|电话|[?？吗]", text):
        return None
    own = [row for row in roster if row.name[0] == surname and row.id != context.speaker.contact.id]
    if not own:
        return Reply(f"名册里没有姓{surname}的在岗人员，没有改动。有谁回“联系人”看。")
    orders = [f"停用 {row.unit} {row.name}" for row in own]
    head = f"名册里姓{surname}的有{len(own)}位，停用哪一位？没有改动。"
    return offering.choose(head, list(zip(orders, orders, strict=True)), context)
