"""What other values would do to the points of a line, said before they are stored."""

from collections.abc import Mapping

from handlers.board import Board, BoardLine
from handlers.context import Context
from handlers.reading import ReportItem
from handlers.receipts import line_of, points_text
from handlers.wording import plain
from scoring.sheet import Line


def of_item(context: Context, board: Board, item: ReportItem) -> str:
    """What a correction would do to the points."""
    line = board.line(item.criterion.code, item.subject)
    return effect(context, line, item.inputs) if line is not None and item.amend else ""


def effect(context: Context, line: BoardLine, inputs: Mapping[str, object]) -> str:
    """What other values would do to the points of a line; "" where nothing is reported on it."""
    if not line.record.reported:
        return ""
    before = line_of(context, line.criterion, line.subject, line.known)
    after = line_of(context, line.criterion, line.subject, {**line.known, **inputs})
    if not points_text(before) or not points_text(after):
        return "原记录保留在历史里。"
    return f"现在{_short(before)}，改后{_short(after)}。原记录保留在历史里。"


def _short(line: Line) -> str:
    if line.met is not None:
        ratio = f"完成率{plain(line.ratio * 100)}%，" if line.ratio is not None else ""
        return f"{ratio}{'达到' if line.met else '未达到'}目标"
    return points_text(line)
