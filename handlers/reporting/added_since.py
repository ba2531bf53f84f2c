"""江苏名牌又增加2个 in a longer report: what came since may be added to what stands, or be all there is now."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.board import Board
from handlers.reading import ReportItem, RowReading
from handlers.reading.certainty.questions import which_meaning
from handlers.reading.labels import by_code, item_labels
from handlers.reading.tasks import Answer

_SINCE: Final = re.compile(
    "又(?!是|要|能|让)|再(?:补|追)?(?:申?报|添|推荐)(?:了|上)*[一两二三四五六七八九十\\d]+[个家件项起]"
)


def asked(rows: Sequence[RowReading], board: Board) -> tuple[RowReading, ...]:
    """The rows, those that tell of something new beside a count that stands asked about, the sum first."""
    return tuple(_asked(row, board) if _SINCE.search(row.piece) else row for row in rows)


def _asked(row: RowReading, board: Board) -> RowReading:
    told = (row.item,) if row.item is not None else row.choices[0].items if len(row.choices) == 1 else ()
    summed = tuple(_summed(item, board) for item in told)
    if not told or summed == told:
        return row
    tasks = by_code(board.tasks())
    ways = [Answer("；".join(item_labels(items, tasks)), items[0], items[1:]) for items in (summed, told)]
    return which_meaning(row.piece, tuple(ways), row.task)


def _summed(item: ReportItem, board: Board) -> ReportItem:
    """Its counts with what stands already; as it is where nothing stands."""
    line = board.line(item.criterion.code, item.subject or None)
    known = line.known if line is not None and not item.amend else {}
    counts = {
        name: value + before
        for name, value in item.inputs.items()
        if item.criterion.input(name).type == "count"
        and isinstance(value, int)
        and isinstance(before := known.get(name), int)
    }
    return replace(item, inputs={**item.inputs, **counts}) if counts else item
