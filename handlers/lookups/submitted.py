"""填报记录: every report with what became of it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from handlers.reporting.withdraw import effective
from store.records import Submission
from store.types import JsonObject
from store.unit_of_work import UnitOfWork

Status = Literal["current", "superseded", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Submitted:
    """One report or amendment.

    `inputs` are all that its leaf held after it; for the current one, all that the leaf holds now.
    """

    submission: Submission
    campaign: str
    status: Status
    inputs: JsonObject | None


def submitted(uow: UnitOfWork, campaign_id: int | None = None) -> tuple[Submitted, ...]:
    """Every report and amendment of one campaign, or of all, oldest first."""
    names = {campaign.id: campaign.name for campaign in uow.campaigns.list()}
    leaves: dict[tuple[int, str, str], list[Submission]] = defaultdict(list)
    for row in uow.submissions.all(campaign_id):
        leaves[row.campaign_id, row.code, row.subject].append(row)
    found = (one for rows in leaves.values() for one in _of_leaf(rows, names[rows[0].campaign_id]))
    return tuple(sorted(found, key=lambda one: one.submission.id))


def _of_leaf(rows: Sequence[Submission], campaign: str) -> Iterator[Submitted]:
    standing = effective(rows)
    for row in rows:
        if row.act == "withdraw":
            continue
        if row not in standing:
            yield Submitted(row, campaign, "withdrawn", row.inputs)
        elif row is standing[-1]:
            yield Submitted(row, campaign, "current", rows[-1].inputs)
        else:
            yield Submitted(row, campaign, "superseded", row.inputs)
