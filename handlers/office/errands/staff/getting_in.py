"""进不来的人: who has no number on the roster, who is not bound and gets a code, who cannot get in and why."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.office.people import bindings
from handlers.wording import listed
from store.records import Contact

_STUCK: Final = re.compile(
    r"绑不上|绑不了|绑定失败|锁住|锁了|被锁|锁定|输错|输了好几|登不上|登不进|进不去|进不来|用不了|上不去|打不开"
)
_LOCKED_DATA: Final = re.compile(
    r"解锁|(?:数据?|值|成绩|结果)(?:都|已经)?锁|锁定?[了完]?(?:以后|之后|后)|(?:能|可以|让).{0,3}[改补报交]|封账|归档"
)
"""锁了以后许娜还能改吗: the milestone is locked, nobody's binding."""
_LACKS: Final = re.compile(
    r"(?:谁|哪[些几]?[位个人]?).{0,6}(?:没|缺|少|差)(?:有|留|填|登)?.{0,2}(?:电话|手机|号码|联系方式)"
)
_CODES: Final = re.compile(r"(?:没|未)绑.{0,6}(?:发|给|来|要).{0,5}码")
_MOST_CODES: Final = 8


def asked(roster: Sequence[Contact], text: str, context: Context) -> Reply | None:
    """谁没留电话, 没绑的都发个码; None for other words."""
    if _LACKS.search(text):
        return _without_number(roster)
    return _codes([row for row in roster if row.account is None], context) if _CODES.search(text) else None


def _without_number(roster: Sequence[Contact]) -> Reply:
    rows = [f"{row.unit}{row.name}" for row in roster if not row.mobile and not row.telephone]
    if not rows:
        return Reply("名册上的人都留了电话。")
    return Reply(f"没留电话的{len(rows)}人：{listed(rows, 15)}。补一个就发“王敏手机 号码”这样一句。")


def _codes(waiting: Sequence[Contact], context: Context) -> Reply:
    """A fresh code for everybody who is not bound yet."""
    if not waiting:
        return Reply("名册上的人都绑定了，不用发码。")
    lines = [bindings.code(f"{row.unit} {row.name}", context).text for row in waiting[:_MOST_CODES]]
    more = f"还有{len(waiting) - _MOST_CODES}人，发完再回一次。" if len(waiting) > _MOST_CODES else ""
    return Reply("\n".join([*lines, *([more] if more else [])]))


def stuck(people: Sequence[Contact], text: str, context: Context) -> Reply | None:
    """赵新绑不上 说输错太多次了: what locks, how long, and what to do."""
    if len(people) != 1 or not _STUCK.search(text) or _LOCKED_DATA.search(text):
        return None
    person = people[0]
    if re.search("换了?(?:个|新)?(?:的)?(?:手机|号|微信|机子)", text):
        return bindings.code(f"{person.unit} {person.name}", context)
    if person.account is not None and not re.search("绑|码|锁|输", text):
        return Reply(
            f"{person.unit} {person.name}的账号是绑定好的，没有停用。换了手机或微信号回“绑定码 {person.name}”发新码重绑；"
            "平台本身登不上请找信息人员。"
        )
    issued = bindings.code(f"{person.unit} {person.name}", context).text
    return Reply(
        f"绑定码10分钟有效，连续输错5次锁30分钟，到时自动解开，不能人工解。没锁的话现在就能用新码：\n{issued}\n"
        f"还锁着就等满30分钟，再回“绑定码 {person.name}”要一个。"
    )
