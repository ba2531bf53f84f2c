"""前置检查: what still stands in the way of archiving or publishing."""

from dataclasses import dataclass

from handlers.campaign.standing import standing_of
from handlers.context import Context
from handlers.office.days.moving import leaves_of
from handlers.review.decisions import records_of


@dataclass(frozen=True, slots=True)
class Check:
    """前置检查: counts of leaves; the first four have to be 0."""

    waiting: int
    returned: int
    undecided: int
    appeals: int
    unreported: int

    @property
    def passed(self) -> bool:
        """Whether nothing stands in the way; what was never reported counts as no points."""
        return not (self.waiting or self.returned or self.undecided or self.appeals)

    @property
    def text(self) -> str:
        """“待审7、退回未改0、疑点2、异议1；未报9项（不得分）”."""
        return (
            f"待审{self.waiting}、退回未改{self.returned}、疑点待定{self.undecided}、异议{self.appeals}；"
            f"未报{self.unreported}项（归档后不得分）"
        )


def check(milestone: str | None, context: Context) -> Check:
    """Look at the leaves of one milestone ("": those that belong to none), or with None at all of them."""
    codes = (
        {criterion.code for criterion in context.rubric.criteria}
        if milestone is None
        else {criterion.code for criterion in leaves_of(milestone, context)}
    )
    campaign = context.speaker.campaign.id
    records = {key: row for key, row in records_of(context.uow, campaign).items() if key[0] in codes}
    states = [record.status for record in records.values()]
    appeals = [row for row in context.uow.matters.standing(campaign, ("appeal",)) if row.code in {"", *codes}]
    return Check(
        waiting=states.count("waiting"),
        returned=states.count("returned"),
        undecided=_undecided(codes, context),
        appeals=len(appeals),
        unreported=_unreported(codes, context),
    )


def _undecided(codes: set[str], context: Context) -> int:
    """Verified leaves whose points are a range or unpriced, and that no assessor has decided."""
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)
    return sum(
        line.code in codes and (line.gap or line.provisional)
        for sheet in standing.verified.values()
        for line in sheet.lines.values()
    )


def _unreported(codes: set[str], context: Context) -> int:
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)
    return sum(criterion.code in codes for unit in standing.units for criterion, _ in unit.missing)
