"""名册上的人: who stands on the roster of the speaker's campaign, and for which unit."""

import re
from typing import Final, Protocol

from handlers.context import Context
from store.records import Contact, Evidence, Role

MOBILE: Final = re.compile(r"(?<!\d)1\d{10}(?!\d)")
HAN_FIGURES: Final = str.maketrans("零〇幺一二三四五六七八九", "001123456789")
_SPOKEN: Final = re.compile(
    r"(?<![零〇幺一二三四五六七八九])[幺一](?:\s?[零〇幺一二三四五六七八九]){10}(?![零〇一二三四五六七八九])"
)


def mobile_in_figures(text: str) -> str:
    """幺三六零七二三八八八八, as it is dictated, in figures."""
    return _SPOKEN.sub(lambda found: re.sub(r"\s", "", found[0]).translate(HAN_FIGURES), text)


def enrolled(context: Context, role: Role | None = None) -> list[Contact]:
    """Everybody on it who has not left, of that role alone where one is given."""
    return [row for row in context.uow.roster.list(context.speaker.campaign.id, role=role) if row.active]


class _OfUnit(Protocol):
    @property
    def unit(self) -> str: ...


def printed_unit(row: _OfUnit, context: Context) -> str:
    """The unit of the person, or of what was reported or handed in, as the document calls it."""
    return context.rubric.unit_aliases.get(row.unit, row.unit)


def unit_of(person: Contact, context: Context) -> str:
    """The unit for which that person stands: the assessed unit where it is one of those, else the own."""
    return person.subject or printed_unit(person, context)


def kept_evidence(context: Context) -> list[Evidence]:
    """What has been handed in for the campaign and not been thrown out."""
    rows = context.uow.evidence.list(context.speaker.campaign.id)
    return [row for row in rows if row.state in ("stored", "pending")]


def is_of(unit: str, row: Contact | Evidence, context: Context) -> bool:
    """Whether the person, or what was handed in, is that unit's."""
    return unit in (printed_unit(row, context), row.subject)
