"""问的是谁: a general question that names a unit, a leaf or a person is answered for that one alone."""

import re
from typing import Final

from handlers.context import Context
from handlers.leading.one_unit.unit_view import named, view
from handlers.lookups.explain import detail
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.suggesting.alike import LEAF
from handlers.suggesting.named import named_in

GENERAL: Final = frozenset({"没报", "现在多少分", "报了多少了", "还差什么", "我的任务", "联系人"})
"""What is asked of everybody where nobody is named."""
_TITLED: Final = re.compile(
    r"(?P<surname>[\u4e00-\u9fff])(?P<title>(?:副)?(?:县长|市长|区长|镇长|局长|主任|科长|处长|书记|主席))"
)
_BRANCH: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2})(?:口子?|系统|条线|战线|部门|那口)")


def scoped(words: str, text: str, context: Context) -> Reply | None:
    """The state of what the text names; None where the command asks for more, or nothing is named."""
    if words not in GENERAL:
        return None
    found = named(text, context)
    if not found.units:
        called = _unit_called(text, context)
        found = named(called, context) if called else found
    leaf = named_in(text, context).fills.get(LEAF)
    if leaf is not None and leaf in context.rubric.by_code and words != "联系人":
        return detail(leaf, context)
    return Reply.of(*view(found, context)) if found.units else None


def _unit_called(text: str, context: Context) -> str:
    """The unit of the person that is called by name or title, or whose branch is meant (城建口)."""
    people = enrolled(context)
    titled = _TITLED.search(text)
    meant = [row for row in people if row.name in text] or [
        row
        for row in people
        if titled and row.name[0] == titled["surname"] and titled["title"][-1] in row.title
    ]
    units = {row.unit for row in meant}
    if len(units) == 1:
        return units.pop()
    branch = _BRANCH.search(text)
    return f"{branch['name']}局" if branch is not None else ""
