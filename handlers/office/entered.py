"""代填的几行: what is entered for a unit, as it is said back, kept with the question and taken up again."""

from collections.abc import Mapping
from typing import Any

from handlers.board import board_of, standing_values
from handlers.context import Context
from handlers.office.days.granting import people_of
from handlers.office.for_unit import as_unit, known_of
from handlers.reading import ReportItem
from handlers.receipts import change_text, points_change, values_text, where_text
from handlers.wording import circled, leaf_name, plain


def stands(item: ReportItem, unit: str, context: Context) -> bool:
    """Whether the unit has reported just that."""
    known = known_of(item, board_of(as_unit(unit, context), item.criterion.code))
    return all(name in known and str(known[name]) == str(value) for name, value in item.inputs.items())


def row_said(item: ReportItem, unit: str, context: Context) -> str:
    """The item with its value, what that changes, its target and its points."""
    goal = item.criterion.targets.get(unit)
    target = f"（分解表目标{plain(goal)}）" if goal is not None else ""
    board = board_of(as_unit(unit, context), item.criterion.code)
    line = board.line(item.criterion.code, item.subject)
    values = change_text(item.criterion, known_of(item, board), item.inputs) or values_text(
        item.criterion, item.inputs
    )
    mark = circled(line.duty.ordinal) if line is not None and line.duty.ordinal else f"{item.criterion.code} "
    points = points_change(context, line, item.inputs) if line is not None else ""
    return f"{mark}{leaf_name(item.criterion, 24)}{_place(item, unit, context)} {values}{target}{points}"


def _place(item: ReportItem, unit: str, context: Context) -> str:
    """（鄂城区） where the unit reports for several."""
    several = len(context.speaker.campaign.subjects) > 1 and item.subject != unit
    return f"（{item.subject}）" if several else ""


def noted(unit: str, context: Context) -> str:
    """What goes with the values: who put them in, and whether the unit hears of it."""
    if people_of(unit, context):
        return "注明由您代填，会通知该单位"
    return f"注明由您代填；{unit}在名册里没有联络员，通知不到"


def as_kept(unit: str, item: ReportItem, context: Context) -> dict[str, object]:
    """What is kept with the question: the item, and the values that stand now."""
    line = board_of(as_unit(unit, context), item.criterion.code).line(item.criterion.code, item.subject)
    return {
        "code": item.criterion.code,
        "subject": item.subject,
        "inputs": dict(item.inputs),
        "amend": item.amend,
        "before": standing_values(line, item.inputs) if line is not None else None,
    }


def item_of(row: Mapping[str, Any], context: Context) -> ReportItem:
    """The item that was kept so."""
    criterion = context.rubric.criterion(row["code"])
    return ReportItem(criterion, row["subject"], row["inputs"], amend=row["amend"], before=row.get("before"))


def item_said(item: ReportItem, context: Context) -> str:
    """“1.1（华容区） 97.3%”."""
    whose = where_text(context, item.criterion, item.subject) if item.subject else ""
    return f"{item.criterion.code}{whose} {values_text(item.criterion, item.inputs)}"
