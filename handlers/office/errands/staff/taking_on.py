"""加人: somebody new for the roster, said in a sentence: of which unit, in which role, with which title."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.access import ROLE_NAMES
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands.staff.newcomers import newcomer
from handlers.office.people.fields import fields_in
from handlers.office.people.pasting import offer
from handlers.people.enrolled import MOBILE, enrolled
from handlers.suggesting import offering

_ROLES: Final = ("分管领导", "审核员", "联络员", "领导")
_UNIT: Final = re.compile(r"[\u4e00-\u9fff]{2,20}(?:办|局|委|厅|院|政府|中心|所|站|科|处|街道|镇|区|县)")
_SHORTEST: Final = 3


def role_in(text: str) -> str:
    """The role that the words name; who is only called new is a contact."""
    if _OFFICE.search(text):
        return ROLE_NAMES["office"]
    return next((name for name in _ROLES if name in text), ROLE_NAMES["contact"])


_OFFICE: Final = re.compile("质[强兴]办(?:的|这边)?(?:人|同事|同志|管理员)|管理员|[跟和同]我一样")
"""再加个质强办的人 has the office's rights."""


def unit_on_roster(text: str, context: Context) -> str | None:
    """市质强办 as the one unit of the roster whose name has these characters in order; None for none or several."""
    known = {row.unit for row in enrolled(context)}
    known.add(context.speaker.contact.unit)
    for found in _UNIT.finditer(text):
        for start in range(len(found[0]) - _SHORTEST + 1):
            word = found[0][start:]
            meant = [unit for unit in known if _is_in_order(word, unit)]
            if len(meant) == 1:
                return meant[0]
    return None


def _is_in_order(word: str, unit: str) -> bool:
    rest = iter(unit)
    return word[0] == unit[0] and all(said in rest for said in word)


_CALLED: Final = re.compile(
    "[\u4e00-\u9fff](?:会计|出纳|[科股处局站所镇区县乡]长|主任|经理|老师|书记|师傅|[工姐哥总])|[小老][\u4e00-\u9fff]"
)
"""马会计 is nobody's full name, which the roster keeps."""


def draft(name: str, unit: str, text: str, mobile: str, context: Context) -> Reply:
    """Say back who would be added, with everything that is kept; nothing is done before 确认导入."""
    role = role_in(text)
    if _CALLED.fullmatch(name):
        return offering.ask_slot(f"新增{role} {unit} {{new}} {mobile}".strip(), context)
    subjects = context.speaker.campaign.subjects
    subject = unit if unit in subjects and len(subjects) > 1 else ""
    cells = {"姓名": name, "单位": unit, "角色": role, "被考核单位": subject} | fields_in(text)
    cells |= {"手机": mobile} if mobile else {}
    return offer([[*cells], [*cells.values()]], context)


def draft_several(text: str, known: frozenset[str], context: Context) -> Reply | None:
    """丁堰的联系人是孙梅 189…，搬经的是王刚 189…: each with a number, all in one table; None unless all is clear."""
    ends = [found.end() for found in MOBILE.finditer(text)]
    if len(ends) < 2:  # noqa: PLR2004 -- one person is no several
        return None
    starts = [0, *ends[:-1]]
    rows = []
    for start, end in zip(starts, ends, strict=True):
        said = text[start:end]
        units, mobile = mentions(said, context).units, MOBILE.search(said)
        name = beside_units(newcomer(said, known), units)
        if len(units) != 1 or name is None or mobile is None:
            return None
        subject = units[0] if units[0] in context.speaker.campaign.subjects else ""
        rows.append([name, units[0], role_in(said), mobile[0], subject])
    head = ["姓名", "单位", "角色", "手机", "被考核单位"]
    return offer([head, *rows], context)


def beside_units(name: str | None, units: Sequence[str]) -> str | None:
    """The newcomer's name, unless it is part of a unit's (安监局)."""
    taken = name is not None and (any(name in unit for unit in units) or name[-1] in "局委办区县市镇")
    return None if taken else name
