"""What a reviewer asks that is told before anything else is read into it: his list, an item, his decisions, a matter."""

import re
from typing import Final

from handlers.commands import KNOWN
from handlers.context import Context
from handlers.matters import taking_back
from handlers.messages import Reply
from handlers.reading.widths import clean
from handlers.review import listing, narrowed
from handlers.review.spoken.asked import decided, materials, may_not, of_one, registered, supposed

_READERS: Final = (
    registered.opinion,
    taking_back.standing_in,
    registered.asked,
    may_not.urged,
    decided.asked,
    narrowed.asked,
    materials.pictures,
    listing.arrived,
    supposed.asked,
    of_one.asked,
    materials.of_unit,
)
_LONGEST: Final = 80
_LINES: Final = re.compile(r"\n")


def asked(text: str, context: Context) -> Reply | None:
    """The answer; None for anything else."""
    if context.speaker.role != "reviewer" or len(text) > _LONGEST or _LINES.search(text) or KNOWN.knows(text):
        return None
    words = clean(text).strip().rstrip("?？。!！ ")
    for read in _READERS:
        told = read(words, context)
        if told is not None:
            return told
    return None
