"""没读进去的: the parts of a line that a report was read out of which say nothing of what is stored."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from handlers.reading import RowReading
from handlers.reading.asides import bare, split_times, without_asides, without_courtesy
from handlers.talking.parts import Part, parts_of, without
from handlers.wording import clip

Read = Callable[[str], Sequence[RowReading]]
"""Reads a text as the report was read."""
_SHORTEST: Final = 4
"""What is shorter is hardly more than a filler."""
_MOST: Final = 3
_LONGEST: Final = 300
_DIGIT: Final = re.compile(r"\d")


def unheard(text: str, rows: Sequence[RowReading], read: Read) -> list[str]:
    """One line that names what of the text was not taken in; nothing where all of it was, or something is asked."""
    if len(text) > _LONGEST or any(row.outcome != "certain" or row.item is None for row in rows):
        return []
    left = [part for part in _beside(text)[:_MOST] if _same(read(without(text, [part])), rows)]
    if not left:
        return []
    said = "”、“".join(clip(part.said, 30) for part in left)
    place = rows[0].task.ordinal if rows[0].task is not None else 0
    how = f"；要留作材料请发“材料 {place} {clip(left[0].said, 20)}”" if place else ""
    return [f"没读进去的：“{said}”，没有记录{how}。"]


def _beside(text: str) -> list[Part]:
    """The parts without a figure that are more than a filler and do not name the figure behind them."""
    parts = parts_of(text)
    return [
        part
        for part, after in zip(parts, [*parts[1:], None], strict=True)
        if not _DIGIT.search(part.said)
        and (after is None or not _DIGIT.search(after.said))
        and len(split_times(without_courtesy(bare(without_asides(part.said))))[0]) >= _SHORTEST
    ]


def _same(found: Sequence[RowReading], rows: Sequence[RowReading]) -> bool:
    return [row.item for row in found] == [row.item for row in rows]
