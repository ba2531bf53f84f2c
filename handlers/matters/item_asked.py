"""补哪一项的材料: the item, and the assessed unit, that a request for more is about."""

import re

from handlers.board import duties_of_unit
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import leaves_about, likest, topic_of
from handlers.review.spoken.mentioned import mentioned
from handlers.review.waiting import current, listed_items, waiting


def item_of(words: str, unit: str, context: Context) -> tuple[str, str]:
    """The leaf and the assessed unit that it is about: the one that is named, else what was looked at of that unit."""
    place = _PLACE.search(words)
    if place is not None:
        return _numbered(int(place[1]), unit, context)
    subjects = context.speaker.campaign.subjects
    named = [one for one in mentions(words, context).units if one in subjects]
    if named and unit not in subjects:
        return "", named[0] if len(named) == 1 else ""
    coded = CODE.search(words)
    if coded is not None and coded[0] in context.rubric.by_code:
        return coded[0], ""
    pool = {at: item for at, item in enumerate(waiting(context), start=1) if item.unit == unit}
    meant = [*mentioned(words, pool, context).values()] if len(pool) > 1 else []
    seen = current(context)
    of = meant[0] if len(meant) == 1 else seen[1] if seen is not None and seen[1].unit == unit else None
    code = "" if meant else _named(words, unit, context)
    return (code, "") if code or of is None else (of.criterion.code, of.subject)


def _named(words: str, unit: str, context: Context) -> str:
    """The unit's own item that is named, though nothing of it waits: 合格证那份光有文件 before 让农业农村局补照片."""
    head, *behind = _TO_THEM.split(words, maxsplit=1)
    own = [duty.criterion for duty in duties_of_unit(unit, context)]
    about = _ABOUT.match(head) if behind else None
    leaves = leaves_about(topic_of(about[0]), own) if about is not None else ()
    leaves = leaves or likest(topic_of(mentions(words, context).rest), own)
    return leaves[0].code if len(leaves) == 1 else ""


_ABOUT = re.compile("[^那这光只没缺的就，,\\s]{2,12}")
_TO_THEM = re.compile("[让请叫]|要求|通知")
CODE = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.%％])|[A-Z]\d\d-[A-Z]\d?")
_PLACE = re.compile(r"(?<![\d.])第?(\d{1,2})(?:[项件号]|里(?![\u4e00-\u9fff]?[级面])|那[项件个])")


def _numbered(number: int, unit: str, context: Context) -> tuple[str, str]:
    """第3项: the place of the open list where it is that unit's, else the number on the unit's own list."""
    items = listed_items(context) or []
    item = items[number - 1] if 1 <= number <= len(items) else None
    if item is not None and item.unit == unit:
        return item.criterion.code, item.subject
    own = [duty for duty in duties_of_unit(unit, context) if duty.ordinal == number]
    subjects = context.speaker.campaign.subjects
    return (own[0].criterion.code, subjects[0] if len(subjects) == 1 else "") if own else ("", "")
