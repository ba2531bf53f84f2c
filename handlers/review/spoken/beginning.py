"""“2的图糊了”“农发那份没盖章”: the item of the list that words begin with, and what is said of it."""

import re
from typing import Final

from handlers.context import Context
from handlers.review.spoken.places import Meant, Sheet, places_meant

_FILLING: Final = re.compile("[跟和与把将给让先那就的我看也]+")
"""Such a beginning names no item."""
_JOINT: Final = re.compile(
    "(?:(?<=[那这])一?[个项条件份种些块]|的?[那这]一?[个项条件份种些块]?|(?<=[0-9①-⑳])[个项条件])?的?"
)
"""那份 of 农发那份没盖章 belongs to the name; 条件 of 农发条件不符 does not."""
_OF_ANOTHER: Final = re.compile(r"的?第[\d一二三四五六七八九十]{1,2}[项个件条]")
"""城建局第3项漏了一页, where it does not wait: not all of that unit's."""
_GOES_ON: Final = re.compile(r"[.\d]|号文|(?<=的\d)[张页处年月日次]")
"""1的8号文是去年的, 1的2张图糊了: of the first, whatever number stands behind."""
_LONGEST_NAME: Final = 14
_SHORTEST: Final = 1


def begun(words: str, sheet: Sheet, context: Context) -> tuple[Meant | None, str]:
    """2的图糊了: the item that the words begin with, and the rest of them."""
    for end in range(min(len(words) - 1, _LONGEST_NAME), _SHORTEST - 1, -1):
        head = words[:end]
        if _FILLING.fullmatch(head):
            continue
        meant = places_meant(head, sheet, context, by_sound=False)
        if meant is not None and not (head[-1].isdigit() and _GOES_ON.match(words, end)):
            if _OF_ANOTHER.match(words, end):
                return None, words
            if words[end] == "个" and meant.places[-1] > len(sheet.items):
                continue
            joint = _JOINT.match(words, end)
            return meant, words[joint.end() if joint is not None else end :].strip()
    return None, words
