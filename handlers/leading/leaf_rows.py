"""一项一行: how leaves stand that a leader asks about, each in a line, or the values of the one leaf."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from handlers.campaign.standing import Standing
from handlers.campaign.targets import actual_input, target_input
from handlers.context import Context
from handlers.leading.topics import item_number
from handlers.receipts import line_of, points_now, points_text, signed_target, values_text
from handlers.review.assessed_only import figure_of as figure_entered
from handlers.review.assessed_only import is_assessed_only
from handlers.review.decisions import STATUS_NAMES, LeafRecord
from handlers.wording import clip, leaf_name, listed, month_day, plain, shown
from scoring.model import Criterion

LISTED = 8


def figure_of(value: object) -> Decimal | None:
    """The value where it is a figure."""
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def running(standing: Standing) -> list[Criterion]:
    """The leaves that the running milestone's sheet counts."""
    sheet = next(iter(standing.sheets.values()))
    return [line.criterion for line in sheet.lines.values()]


def units_of(standing: Standing, leaf: Criterion) -> set[str]:
    """Whoever reports the leaf or is named beside it."""
    return {standing.unit_of(leaf, subject) for subject in standing.sheets} | set(leaf.named_units)


def about(
    topic: str,
    leaves: Sequence[Criterion],
    standing: Standing,
    context: Context,
    units: Sequence[str] = (),
) -> list[str]:
    """The values of the one leaf, of the assessed `units` alone where there are any; or a line for each of several."""
    if len(leaves) == 1:
        subjects = [subject for subject in standing.sheets if subject in units] or [*standing.sheets]
        return _values(leaves[0], subjects, standing, context)
    numbers = listed([item_number(context.rubric, leaf) for leaf in leaves], 8)
    rows = [row(leaf, standing, context) for leaf in leaves]
    head = f"“{clip(topic, 12)}”相关{len(leaves)}项（{numbers}）："
    return [head, *shown(rows, LISTED, "……另有{}项"), f"回“详情 {leaves[0].code}”看要求。"]


def row(leaf: Criterion, standing: Standing, context: Context) -> str:
    """The leaf in a line: its number, units and how many have reported it."""
    units = listed([standing.unit_of(leaf, subject) for subject in list(standing.sheets)[:1]], 3, "家")
    others = [unit for unit in leaf.named_units if unit != units]
    shared = f"牵头，另有{listed(others, 3)}" if others else ""
    full = f" {plain(leaf.full_marks)}分" if leaf.full_marks is not None else ""
    states = _states(leaf, standing)
    number = item_number(context.rubric, leaf)
    code = "" if number == leaf.code else f"{leaf.code} "
    return f"{number} {code}{leaf_name(leaf, 20)}{full}（{units}{shared}）：{states}"


def _states(leaf: Criterion, standing: Standing) -> str:
    reported = [given for one in standing.sheets if (given := standing.reported(leaf.code, one))]
    if len(standing.sheets) > 1:
        return f"已报{len(reported)}/{len(standing.sheets)}家"
    return values_text(leaf, reported[0]) if reported else "未报"


def _values(leaf: Criterion, subjects: Sequence[str], standing: Standing, context: Context) -> list[str]:
    """The value of the one leaf for each assessed unit, who reported it and where it stands."""
    several = len(standing.sheets) > 1
    lines = [f"{item_number(context.rubric, leaf)} {leaf_name(leaf, 50)}"] if several else []
    for subject in subjects:
        where = subject if several else leaf_name(leaf, 40)
        record = standing.records.get((leaf.code, subject))
        lines.append(f"{where}：{value_text(leaf, subject, record, standing, context)}")
    return [*shown(lines, LISTED, "……另有{}家"), f"回“为什么 {leaf.code}”看依据。"]


def value_text(
    leaf: Criterion, subject: str, record: LeafRecord | None, standing: Standing, context: Context
) -> str:
    """What that unit has reported of it, who did, and where it stands in review."""
    submission = record.submission if record is not None else None
    if record is not None and submission is None and record.assessed:
        figure = figure_entered(leaf)
        given = [f"{record.assessed[figure.name]}{'%' * (figure.type == 'percent')}"] if figure else []
        return f"{'，'.join(filter(None, [*given, points_now(context, leaf, subject, record)]))}（考核方评）"
    if record is None or submission is None or not record.reported:
        return (
            "还没有评"
            if is_assessed_only(leaf) and not leaf.before_review
            else f"未报（{standing.unit_of(leaf, subject)}）"
        )
    points = points_text(line_of(context, leaf, subject, record.inputs))
    who = f"{submission.unit}{month_day(submission.at)}报，{STATUS_NAMES[record.status]}"
    return f"{values_text(leaf, record.reported)}（{who}）{'，' + points if points else ''}"


def measured_by(leaf: Criterion) -> str | None:
    """The input that is held against a goal; None for a leaf that is not measured."""
    actual = actual_input(leaf)
    if actual is not None:
        return actual.name
    figures = [item for item in leaf.reported if item.type in ("percent", "number", "count")]
    return figures[0].name if len(figures) == 1 else None


def goal_of(leaf: Criterion, subject: str, record: LeafRecord | None, context: Context) -> Decimal | None:
    """The target that the office or the overlay has set for what is measured."""
    item = target_input(leaf)
    set_by_office = record.inputs.get(item.name) if item is not None and record is not None else None
    return figure_of(set_by_office if set_by_office is not None else signed_target(context, leaf, subject))
