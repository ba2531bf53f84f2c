"""Whether the speaker may see what was reported and handed in for a leaf; none who has stepped back from it."""

from handlers.access import ASSESSING_COLUMN, assesses, reported_by_subjects, sees_values
from handlers.context import Context
from handlers.matters.register import covers, recusals_of
from handlers.matters.substitutes import seats
from scoring.model import Criterion, Rubric


def sees(context: Context, criterion: Criterion, subject: str) -> bool:
    """What `access` allows to him, or to whom he stands in for today; a reviewer not where he has stepped back."""
    if context.speaker.role != "reviewer":
        return sees_values(context.seat, context.rubric, criterion, subject)
    return judges(context, criterion) and not stepped_back(context, criterion.code, subject)


def judges(context: Context, criterion: Criterion) -> bool:
    """Whether that leaf is the speaker's to review, or that of somebody for whom he stands in today."""
    return any(assesses(seat, context.rubric, criterion) for seat in seats(context))


def stepped_back(context: Context, code: str, subject: str) -> bool:
    """Whether the speaker has stepped back from that leaf, or from a unit that reported it or handed in for it."""
    recusals = recusals_of(context.uow, context.speaker.contact)
    if not recusals:
        return False
    campaign, aliases = context.speaker.campaign.id, context.rubric.unit_aliases
    history = context.uow.submissions.history(campaign, code, subject)
    pieces = context.uow.evidence.list(campaign, code=code, subject=subject)
    units = {"", *(row.unit for row in history), *(aliases.get(row.unit, row.unit) for row in pieces)}
    return any(covers(recusals, unit, code, subject) for unit in units)


def concerned(context: Context, unit: str) -> bool:
    """Whether the speaker, or whom he stands in for today, assesses anything of that unit."""
    rubric, leaves = context.rubric, context.rubric.criteria
    if unit not in context.speaker.campaign.subjects:
        leaves = tuple(one for one in leaves if unit in _reporting(one, rubric))
    return any(judges(context, one) for one in leaves)


def _reporting(leaf: Criterion, rubric: Rubric) -> set[str]:
    """The units that report the leaf or share in it; who only judges it is none of them."""
    sharing = {unit for item in leaf.inputs for unit in item.by}
    if reported_by_subjects(rubric, leaf):
        return sharing
    return sharing | {leaf.reporter, *(() if rubric.role == ASSESSING_COLUMN else leaf.named_units)}
