"""说的是哪家: the units that a leader or the office spoke of lately, whatever was said of them."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.context import Context
from handlers.leading.one_unit.units import mentions, stem, units_of
from handlers.reading.numbers import numeral
from handlers.reporting.about.meant import LATELY

MESSAGES: Final = 4
"""So many messages back somebody is still “he”."""
_REVIEWER: Final = re.compile("审核员[:：](?P<name>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff、，])")
_RESPONSIBLE: Final = re.compile("^负责单位[:：](?P<unit>[^、，\n]+)$", re.MULTILINE)
_NTH: Final = re.compile(r"第(?P<place>[一二三四五六七八九十]|\d{1,2})(?:个|条|项)(?!月|季)")
_EDGES: Final = "局委办厅院会镇区县市"
_REPORTED_BY: Final = re.compile("（([^（），]{2,14})报，")
_CODE: Final = re.compile(r"(?<![\w.])(?:[A-Z]\d\d?-[A-Z]\d?|[A-Z]?\.?\d{1,2}\.\d{1,2})(?![\w.%])")


def spoken_of(context: Context, within: int = MESSAGES) -> str:
    """The one unit (or reviewer) of the latest message that names any, or of its answer; "" for none or several."""
    for said, answered in _lately(context)[:within]:
        reviewer = _REVIEWER.search(answered)
        if reviewer is not None:
            return reviewer["name"]
        units = _of_message(said, answered, context)
        if units:
            return units[0] if len(units) == 1 else ""
    return ""


def spoken_lately(context: Context) -> Sequence[str]:
    """The units of the last messages, each of which was about one alone, the latest first."""
    told = (_of_message(said, answered, context) for said, answered in _lately(context))
    return tuple(dict.fromkeys(units[0] for units in told if len(units) == 1))


def _lately(context: Context) -> Sequence[tuple[str, str]]:
    if context.inbox_id is None:
        return ()
    incoming, since = context.incoming, context.now - LATELY
    return context.uow.inbox.lately(context.inbox_id, incoming.channel, incoming.sender, since, MESSAGES)


def last_said(context: Context) -> str:
    """The message before this one; "" for none."""
    return next((said.strip() for said, _ in _lately(context)), "")


def last_answer(context: Context) -> str:
    """What was answered to it."""
    return next((answered for _, answered in _lately(context)), "")


def _of_message(said: str, answered: str, context: Context) -> Sequence[str]:
    """What the message names, else what its answer is about."""
    if units := units_in(said, context):
        return _whose(units, answered, context)
    responsible = _RESPONSIBLE.search(answered)
    first, *rows = answered.split("\n")
    if "最" in said and rows and len(top := units_in(rows[0], context)) == 1:
        return top
    first = responsible["unit"] if responsible is not None else first
    return _whose(units_in(first, context) or units_in(answered, context), answered, context)


def _whose(units: Sequence[str], answered: str, context: Context) -> Sequence[str]:
    """For a district without a contact the one bureau that the answer says has reported for it."""
    people = context.uow.roster.list(context.speaker.campaign.id)
    if len(units) != 1 or units[0] not in context.speaker.campaign.subjects:
        return units
    by = list(dict.fromkeys(_REPORTED_BY.findall(answered)))
    if (
        len(context.speaker.campaign.subjects) > 1
        and len(by) == 1
        and all(row.subject != units[0] for row in people)
    ):
        return units_in(by[0], context) or units
    return units


def units_in(text: str, context: Context) -> Sequence[str]:
    """The units that the words name, and those of the people whom they name; the speaker's own is not counted."""
    found = mentions(text, context.rubric, context.speaker.campaign.subjects).units
    people = context.uow.roster.list(context.speaker.campaign.id)
    aliases, own = context.rubric.unit_aliases, context.speaker.contact.unit
    of_people = [
        row.subject or aliases.get(row.unit, row.unit) for row in people if row.active and row.name in text
    ]
    named = dict.fromkeys((*found, *of_people))
    return [unit for unit in named if unit not in (own, aliases.get(own, own))]


def by_stem(text: str, context: Context) -> Sequence[str]:
    """The units whose names begin with a word of the text, their kind left out: 公安, 农业; each word is of one alone."""
    found = []
    units = units_of(context.rubric, context.speaker.campaign.subjects)
    stems = {unit: stem(unit, _EDGES) for unit in units}
    for unit, whole in stems.items():
        short = whole[:2]
        alike = [other for other in stems.values() if other.startswith(short)]
        if len(short) > 1 and (whole in text or (short in text and len(alike) == 1)):
            found.append(unit)
    return found


def listed_code(text: str, context: Context) -> str:
    """第一个是谁的事 behind a list of items: with the code of that item in the place of its place."""
    said = _NTH.search(text)
    lately = _lately(context) if said is not None else ()
    if said is None or not lately:
        return ""
    place = int(numeral(said["place"]) or 0)
    codes = [code for line in lately[0][1].split("\n") if (code := _code_in(line, context))]
    if not 1 <= place <= len(codes):
        return ""
    return f"{text[: said.start()]}{codes[place - 1]}{text[said.end() :]}"


def _code_in(line: str, context: Context) -> str:
    """The one code of a leaf that stands in the line."""
    codes = [code for code in _CODE.findall(line) if code in context.rubric.by_code]
    return codes[0] if len(codes) == 1 else ""
