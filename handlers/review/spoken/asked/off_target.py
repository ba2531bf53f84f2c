"""“低了多少”: how far what was reported is below or above the target that the office or the overlay has set."""

import re
from decimal import Decimal
from typing import Final

from handlers.context import Context
from handlers.leading.leaf_rows import figure_of, goal_of, measured_by
from handlers.review.waiting import QueueItem
from handlers.wording import circled, plain

OFF: Final = re.compile(
    "^(?:他们?|[这那]个?|它|报的|数|还)*(?:(?:跟|和|与|离|比|距)?目标值?)?(?:还|得)?"
    "(?:[低高超][了出]|差)(?:了|目标)*(?:多少|几)(?:个(?:百分)?点)?$"
)


def gap_of(place: int, item: QueueItem, context: Context) -> str:
    """“①报93.2，比目标95低1.8”; "" where no figure or no target is known."""
    figure, goal = _figures(item, context)
    if figure is None or goal is None:
        return ""
    off = "正好是" if figure == goal else "低于" if figure < goal else "高于"
    gap = "" if figure == goal else f"{plain(abs(goal - figure))}"
    return f"{circled(place)}报{plain(figure)}，{off}目标{plain(goal)}{gap and f'，差{gap}'}。"


def is_below(item: QueueItem, context: Context) -> bool | None:
    """Whether what was reported is below the target; None where no figure or no target is known."""
    figure, goal = _figures(item, context)
    return None if figure is None or goal is None else figure < goal


def _figures(item: QueueItem, context: Context) -> tuple[Decimal | None, Decimal | None]:
    name = measured_by(item.criterion)
    figure = figure_of(item.record.reported.get(name)) if name is not None else None
    return figure, goal_of(item.criterion, item.subject, item.record, context)
