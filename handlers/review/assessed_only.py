"""由考核方直接评分的项: leaves that nobody reports, so that they never come into the queue."""

from handlers.access import assesses
from handlers.context import Context
from handlers.review.decisions import records_of
from handlers.wording import leaf_name, listed
from scoring.model import Criterion, Input

_POINTS = ("assessed_points", "assessed_deduction", "assessed_deduct")


def takes_points(criterion: Criterion) -> bool:
    """Whether an assessor may give or take points, or choose a priced level."""
    priced = any(choice.points is not None for item in criterion.inputs for choice in item.choices)
    return priced or any(name in criterion.input_by_name for name in _POINTS)


def is_assessed_only(criterion: Criterion) -> bool:
    """Whether nobody but the assessor enters anything, and what he enters are points or a survey's figure."""
    return _only_assessor(criterion) and (
        "assessed_points" in criterion.input_by_name or figure_of(criterion) is not None
    )


def figure_of(criterion: Criterion) -> Input | None:
    """The figure that only the assessor enters, a survey's result; None for points, and where units report."""
    found = [item for item in criterion.inputs if item.source == "assessor" and not item.optional]
    alone = len(found) == 1 and found[0].type in ("percent", "number")
    return found[0] if alone and _only_assessor(criterion) else None


def _only_assessor(criterion: Criterion) -> bool:
    sources = {item.source for item in criterion.inputs if not item.optional}
    return bool(sources) and sources <= {"assessor", "config", "overlay"}


def still_to_assess(context: Context, only: str = "") -> str:
    """One line that names the speaker's leaves of this sort without points yet, of all or one unit; "" for none."""
    subjects = (only,) if only else context.speaker.campaign.subjects
    known = records_of(context.uow, context.speaker.campaign.id)
    open_leaves = [
        leaf
        for leaf in context.running
        if is_assessed_only(leaf)
        and assesses(context.seat, context.rubric, leaf)
        and any(not ((record := known.get((leaf.code, one))) and record.assessed) for one in subjects)
    ]
    if not open_leaves:
        return ""
    names = listed([f"{leaf.code} {leaf_name(leaf, 12)}" for leaf in open_leaves], 5)
    whom = f" {subjects[0]}" if len(context.speaker.campaign.subjects) > 1 else ""
    wanted = "分数 理由" if figure_of(open_leaves[0]) is None else "数值"
    how = f"直接发“{open_leaves[0].code}{whom} {wanted}”。"
    return f"{only}由考核方直接评分、还没评完的{len(open_leaves)}项：{names}。{how}"
