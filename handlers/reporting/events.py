"""零报告: 事故0起 from a unit whose events are counted at a later milestone, or by nobody of its list."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.board import Board, duties_at
from handlers.calendar.deadlines import milestone_name
from handlers.context import Context
from handlers.reading import RowReading
from handlers.reading.values import is_incident
from handlers.wording import clip, leaf_name
from scoring.model import Criterion

_NOTHING: Final = re.compile(
    r"(?:没有?|未|无|零|0)[^，,。；;]{0,12}(?:事故|事件|出事|出过事)|(?:事故|事件)[^，,。；;\d]{0,6}(?:没有|没|无|未发生|零|0)(?!\d)"
)


def told_where(rows: Sequence[RowReading], board: Board, context: Context) -> tuple[RowReading, ...]:
    """Rows as they are, but what says that nothing happened names the unit's own line, even of a later milestone."""
    if not any(map(_tells_of_nothing, rows)):
        return tuple(rows)
    if any(is_incident(item) for line in board.lines for item in line.duty.inputs):
        return tuple(rows)
    return tuple(_told(row, context) if _tells_of_nothing(row) else row for row in rows)


def _tells_of_nothing(row: RowReading) -> bool:
    """Whether it is open, and says that nothing happened."""
    return row.outcome != "certain" and not row.choices and _NOTHING.search(row.piece) is not None


def _told(row: RowReading, context: Context) -> RowReading:
    own = _counted_later(context)
    if own is None:
        return row
    node = milestone_name(context.rubric, own.milestone)
    reason = (
        f"“{clip(row.piece, 30)}”没有入库：您这里数事故的是“{leaf_name(own)}”，报{node}的数，到{node}再报。"
        f"要现在先报上，请发“{own.code} 0”。"
    )
    return replace(row, outcome="refused", reason=reason, question="", task=None)


def _counted_later(context: Context) -> Criterion | None:
    """The unit's line of a later milestone that counts events."""
    if len(context.rubric.milestones) <= 1:
        return None
    duties = duties_at(context.rubric, context.seat, context.rubric.milestones[-1].id)
    found = [duty.criterion for duty in duties if any(map(is_incident, duty.inputs))]
    return found[0] if found else None
