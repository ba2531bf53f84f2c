"""“唐莉报的鄂城区97.1没问题”: who reported an item and its value select it; what fits none of the list is told."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.context import Context
from handlers.people.enrolled import enrolled
from handlers.review.waiting import QueueItem
from handlers.wording import clip

_FIGURE: Final = re.compile(r"(?<![\d.第])\d{1,3}\.\d{1,2}(?![\d.])|(?<![\d.第])\d{1,3}(?=[%％])")
_WHOLE: Final = re.compile(r"(?<![\d.第、,，和到至~-])(?:\d{2,3})(?=$|的|没|是|这)")
_SELECTING: Final = re.compile(r"(?<![\d.第])\d{1,3}\.\d{1,2}(?=[%％]?个?[这那])")
"""98.6这个: the figure tells which item is meant, whatever is ruled."""
_BESIDE: Final = re.compile(r"目标|要求|标准|应该|超|高于|低于|达|≥|以上")


def unfitting(
    words: str, places: Sequence[int], items: Sequence[QueueItem | None], context: Context, *, figures: bool
) -> str:
    """What to say where the words name a person, or with `figures` a value, that none of those items has; "" for none."""
    meant = [items[place - 1] for place in places if 1 <= place <= len(items)]
    found = [item for item in meant if item is not None]
    if not found:
        return ""
    people = enrolled(context, "contact")
    named = [person.name for person in people if person.name in words]
    told = {item.record.submission.contact_name for item in found if item.record.submission}
    strange = [name for name in named if name not in told] if not told & set(named) else []
    if not strange and not _BESIDE.search(words):
        said = [*_FIGURE.findall(words), *_WHOLE.findall(words)] if figures else _SELECTING.findall(words)
        strange = _strange_figures(said, found)
    if not strange:
        return ""
    return f"待审的里没有“{clip(words, 30)}”（{'、'.join(strange)}对不上），没有处理。回“待审”看清单。"


def _strange_figures(said: Sequence[str], items: Sequence[QueueItem]) -> list[str]:
    values = {str(value) for item in items for value in item.record.reported.values()}
    codes = {item.criterion.code for item in items}
    return [] if values & set(said) else [one for one in said if one not in codes]
