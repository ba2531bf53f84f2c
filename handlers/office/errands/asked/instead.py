"""换个人催, 简报停一停: what the office may do instead of what it asks for."""

import re
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.command import saying
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days.granting import people_of
from handlers.people.whom import hear, with_units
from handlers.suggesting.offering import choose

digests = saying(
    "没有改动：简报（摘要）只推给订了的领导，由领导自己回“先别发了”停、“恢复推送”再发。\n"
    "您能停的：群里的回“关闭群通报”；某天全部不发说“7月6日别发”；某家不催说“某单位今天别催了”。"
)


ANOTHER: Final = re.compile(
    r"换(?:个|一个)?人(?:再)?(?:去|来)?(?:催|联系|通知|问|说)|找(?:他们|她们|他|她)?(?:单位)?的?(?:别的?人|其他人|另一个|局长|领导|分管|上级)"
)


def another_person(said: str, context: Context) -> Reply | None:
    """宋莉一直没回，换个人催吧: who else of the unit is on the roster; None where neither a unit nor a person is named."""
    heard = hear(said, context)
    whom = with_units(heard.whom[0], context) if heard.whom else None
    if whom is None or whom.everybody or len(whom.units) != 1:
        return None
    unit, named = whom.units[0], heard.names[0]
    others = [row for row in people_of(unit, context) if row.name not in named and row.account is not None]
    if not others:
        return Reply(
            f"{unit}在名册里没有别的人能催，没有发。换人说“{named.strip()}换成姓名 手机”，"
            f"加分管领导发“新增分管领导 {unit} 姓名”。"
        )
    orders = [
        (
            f"通知{row.name}：本单位还有没报的项，请督促尽快上报",
            f"{row.name}（{ROLE_NAMES[row.role]}）：先给您看要发的话",
        )
        for row in others[:5]
    ]
    return choose(f"{unit}的{named.strip()}没有回。改催哪一位？还没有发。", orders, context)
