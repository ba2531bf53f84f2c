"""一家的欠报清单: what one unit has not reported, a message full at a time."""

from handlers import dialogs
from handlers.campaign.standing import UnitStanding, standing_now
from handlers.context import Context
from handlers.leading.one_unit.unit_view import LAST_UNIT
from handlers.messages import Reply
from handlers.wording import leaf_name

LISTED = 20
"""So many of the items stand in one message."""


def in_full(unit: UnitStanding, context: Context, start: int = 0) -> list[str]:
    """The lines from that place on; how many are left is said, and where the list goes on is kept."""
    rows = [
        f"{criterion.code} {leaf_name(criterion, 30)}{unit.place(subject)}"
        for criterion, subject in unit.missing
    ]
    end = start + LISTED
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] == LAST_UNIT:
        dialogs.ask(context, LAST_UNIT, {"unit": unit.unit, "start": end})
    head = f"{unit.unit}还差的第{start + 1}项起：" if start else f"{unit.unit}还差{len(rows)}项："
    left = [f"……另有{len(rows) - end}项，回“还有呢”接着看。"] if len(rows) > end else []
    return [head, *rows[start:end], *left]


def goes_on(context: Context) -> Reply | None:
    """还有呢 after such a list; None where there was none."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != LAST_UNIT or "start" not in state:
        return None
    standing = standing_now(context)
    unit = next((unit for unit in standing.units if unit.unit == state["unit"]), None)
    start = int(state["start"])
    if unit is None or len(unit.missing) <= start:
        return Reply(f"没有了，{state['unit']}没报的都列过了。要催回“催 {state['unit']}”。")
    return Reply.of(*in_full(unit, context, start))
