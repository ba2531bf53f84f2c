"""What a reviewer asks that is told before anything else is read into it: his list, an item, his decisions, a matter."""

import re
from typing import Final

from handlers.commands import KNOWN
from handlers.context import Context
from handlers.leading.one_unit.spoken_of import last_said
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


_WHICH: Final = re.compile(
    "(?>那|都|具体|分别|是|有)*(?:谁|哪些家?|哪几[个家件项条]|哪些单位|哪几个单位)(?>家|呢|啊|呀)*[?？]?"
)
_COUNT: Final = re.compile("(?:几|多少)[个家件项条份]?(?:单位)?")
_UNIT: Final = re.compile("家|单位")
_LONGEST_COUNT: Final = 24


def spelled_out(text: str, context: Context) -> str:
    """还有几家没报 as 还有哪些没报 for 都谁 behind it; the text as it stands for anything else."""
    if context.speaker.role != "reviewer" or not _WHICH.fullmatch(clean(text).strip(" 。!！")):
        return text
    before = clean(last_said(context))
    asked, counts = _COUNT.subn(lambda found: "哪家" if _UNIT.search(found[0]) else "哪些", before)
    return asked if counts == 1 and len(before) <= _LONGEST_COUNT else text
