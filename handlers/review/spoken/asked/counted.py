"""“都谁”: a reviewer who has asked how many asks on which; what he asked before is asked again with 哪些 in it."""

import re
from typing import Final

from handlers.context import Context
from handlers.leading.one_unit.spoken_of import last_said
from handlers.reading.widths import clean

_WHICH: Final = re.compile(
    "(?>那|都|具体|分别|是|有)*(?:谁|哪些家?|哪几[个家件项条]|哪些单位|哪几个单位)(?>家|呢|啊|呀)*[?？]?"
)
_COUNT: Final = re.compile("(?:几|多少)[个家件项条份]?(?:单位)?")
_UNIT: Final = re.compile("家|单位")
_LONGEST: Final = 24


def spelled_out(text: str, context: Context) -> str:
    """还有几家没报 as 还有哪些没报 for 都谁 behind it; the text as it stands for anything else."""
    if context.speaker.role != "reviewer" or not _WHICH.fullmatch(clean(text).strip(" 。!！")):
        return text
    before = clean(last_said(context))
    asked, counts = _COUNT.subn(lambda found: "哪家" if _UNIT.search(found[0]) else "哪些", before)
    return asked if counts == 1 and len(before) <= _LONGEST else text
