"""本单位的联络员: who reports for a supervisor's unit, and what was sent to them."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.reminding import record
from handlers.wording import listed
from store.records import Contact

_AWAY: Final = re.compile("(?:请假|出差|休假|休产假|病了|不在|调走|离职|退休).{0,8}(?:谁|怎么办|咋办|哪个)")
_URGED_US: Final = re.compile(
    r"^(?!.*(?:别|不要|帮我|你去|再催)).*(?:催|提醒|通知)(?:过|到)?(?:我们|咱们?|本单位|我局|[^\s,，。没]{2,3}(?=了|过))?(?:过|了)?(?:[吗么没]|没有|几[次回遍]|多少[次回])[?？]?$"
)
"""上面催我们了吗: what was sent to the own unit's people."""


def of_staff(words: str, context: Context) -> Reply | None:
    """上面催我们了吗, 王敏请假了谁来报: what was sent to the unit's people, and who of them reports."""
    if _URGED_US.search(words):
        return record.record(context.seat.subject or context.seat.unit, context)
    if _AWAY.search(words) is None:
        return None
    return Reply(
        f"本单位由{staff_names(context)}报，谁都能报；要换人、加人请质强办改名册，交接前提醒仍发给原来的人。"
    )


def staff_names(context: Context) -> str:
    """Who reports for the speaker's unit: “联络员王敏、赵新”."""
    names = [one.name for one in contacts(context)]
    return f"联络员{listed(names, 4, '人')}" if names else "联络员（名册里还没有）"


def contacts(context: Context) -> list[Contact]:
    """The contacts of the speaker's own unit."""
    rows = enrolled(context, "contact")
    own = context.speaker.contact
    return [one for one in rows if (one.unit, one.subject) == (own.unit, own.subject)]


def is_called(person: Contact, words: str) -> bool:
    """By his name, or 小王, 老王."""
    return person.name in words or re.search(f"[小老]{re.escape(person.name[:1])}", words) is not None
