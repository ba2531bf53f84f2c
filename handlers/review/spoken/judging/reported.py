"""说到的那一件: which waiting report the words mean, of those that the people named have sent."""

import re
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import topic_of
from handlers.people.whom import Whom
from handlers.review.spoken.narrowing import Pool, called, of_value
from handlers.review.waiting import QueueItem, waiting

_FIGURE: Final = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]|[月日号点天])")
_CLAUSE: Final = re.compile(r"[,，。;；?？!！\s]+|让|请|叫|报的|的|那个|把|看|核")
_BACK: Final = re.compile(r"(?P<what>[^,，。;；把将]{2,16})(?:退|打回)")
_LEAST: Final = 2


def item_spoken_of(text: str, whom: Whom, context: Context) -> QueueItem | None:
    """By the value, the district, the name; the only one of theirs where nothing of the kind is said."""
    items = [item for item in waiting(context) if _is_theirs(item, whom)]
    if not items:
        return None
    back = _BACK.search(text)
    subjects = context.speaker.campaign.subjects
    said = mentions(back["what"], context) if back is not None else None
    if said is None or not set(said.units) & set(subjects):
        said = mentions(text, context)
    of = set(said.units) & set(subjects) if len(subjects) > 1 else set()
    pool: Pool = {place: item for place, item in enumerate(items) if not of or item.subject in of}
    figures = _FIGURE.findall(text)
    valued = next((found[1] for figure in figures if (found := of_value(figure, pool)) is not None), None)
    pool = valued or pool
    by_name = _by_name(said.rest, pool) if len(pool) > 1 else pool
    return next(iter(by_name.values())) if len(by_name) == 1 else None


def _is_theirs(item: QueueItem, whom: Whom) -> bool:
    submission = item.record.submission
    return submission is not None and (submission.contact_id in whom.people or item.unit in whom.units)


def _by_name(words: str, pool: Pool) -> Pool:
    """Those that some stretch of the words names."""
    for part in _CLAUSE.split(words):
        topic = topic_of(part)
        kept = called(topic, pool, by_sound=False) if len(topic) >= _LEAST else {}
        if len(kept) == 1:
            return kept
    return {}
