"""提到的指标: which lines of a list a text speaks of, by the longest piece that it shares with their names."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from handlers.reading.naming.aliases import untargeted
from handlers.reading.tasks import Task
from handlers.reading.tokens.asides import bare
from handlers.reading.tokens.ordinals import PATTERN, place_of
from handlers.reading.widths import clean
from scoring.model import Criterion

MOST: Final = 3
"""A piece that more lines share speaks of none of them."""
_LONGEST: Final = 8
_SHORTEST: Final = 2
_WORN: Final = re.compile(
    "有没有|材料|质量|工作|情况|考核|完成|要求|什么|多少|提醒|上报|评价|标准|制度|方案|建立|开展|制定|加强|推进|单位|达到|以上"
    "|组织|实施|落实|进行|相关|各项|全年|年度|目标|任务|数据|数量|报告|资料|得分|评分|提供|通过|是否|有无|我们|其他|重点|专项|检查"
)
"""What stands in many names and says nothing of any."""
_PLACE: Final = re.compile(PATTERN)
_CODE: Final = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d%])")


def mentioned(text: str, tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The lines of one's own list that the text speaks of, at most three: by number, by code, by name."""
    cleaned = clean(text)
    places = {place_of(found[0]) for found in _PLACE.finditer(cleaned)}
    codes = set(_CODE.findall(cleaned))
    numbered = tuple(task for task in tasks if task.ordinal in places or task.criterion.code in codes)
    if numbered:
        return numbered[:MOST]
    found = spoken_of(cleaned, tuple(task.criterion for task in tasks))
    return tuple(task for task in tasks if task.criterion in found)


def spoken_of(text: str, criteria: Sequence[Criterion], most: int = MOST) -> tuple[Criterion, ...]:
    """The lines whose names, or whose inputs' labels, share the longest telling piece with the text."""
    words = bare(clean(text))
    for length in range(min(_LONGEST, len(words)), _SHORTEST - 1, -1):
        pieces = {words[start : start + length] for start in range(len(words) - length + 1)}
        telling = [piece for piece in pieces if len(_WORN.sub("", piece)) >= _SHORTEST]
        shared = [(one, count) for one in criteria if (count := _shared(one, telling))]
        if shared:
            best = max(count for _, count in shared)
            found = tuple(one for one, count in shared if count == best)
            return found if len(found) <= most else ()
    return ()


def _shared(criterion: Criterion, pieces: Iterable[str]) -> int:
    """How many of the pieces stand in the line's names."""
    names = _names((criterion.name, *(item.label for item in criterion.inputs)))
    return sum(piece in names for piece in pieces)


@lru_cache(maxsize=2048)
def _names(printed: tuple[str, ...]) -> str:
    """A line's names as bare words, apart from one another."""
    return "\n".join(bare(untargeted(clean(name))) for name in printed)
