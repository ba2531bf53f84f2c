"""范围: whose part of a campaign an export holds, and what of it that is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handlers.access import reported_by_subjects
from handlers.board import is_owed, wants_a_word
from handlers.campaign.campaigns import CampaignError
from handlers.campaign.units import units_of
from handlers.people.speaker import Seat
from scoring.model import Criterion, Rubric
from store.records import Campaign, Evidence

WHOLE_CAMPAIGN = ("office", "leader")


@dataclass(frozen=True, slots=True)
class Scope:
    """One responsible unit's own part (责任单位, by the rubric's name for it), of one assessed unit; "" is all."""

    unit: str = ""
    subject: str = ""

    @classmethod
    def of(cls, seat: Seat) -> "Scope":
        """What a person may have: all of the campaign, or the own unit's part."""
        return cls() if seat.role in WHOLE_CAMPAIGN else cls(seat.unit, seat.subject)

    def holds(self, rubric: Rubric, row: Evidence) -> bool:
        """Whether that evidence is in this part."""
        unit = rubric.unit_aliases.get(row.unit, row.unit)
        return self.unit in ("", unit) and self.subject in ("", row.subject)


@dataclass(frozen=True, slots=True)
class Task:
    """A leaf of one assessed unit, and the unit that has to report it."""

    criterion: Criterion
    subject: str
    unit: str


def scope_named(
    rubric: Rubric, campaign: Campaign, people_of: Iterable[str], unit: str, subject: str
) -> Scope:
    """The part of the unit and the assessed unit so named; raises CampaignError where there is no such one."""
    own = rubric.unit_aliases.get(unit, unit)
    known = {
        *units_of(rubric, campaign.subjects),
        *(rubric.unit_aliases.get(name, name) for name in people_of),
    }
    if own and own not in known:
        raise CampaignError(f"考核任务“{campaign.name}”里没有单位“{unit}”")
    if subject and subject not in campaign.subjects:
        raise CampaignError(f"没有被考核单位“{subject}”，只有：{'、'.join(campaign.subjects)}")
    return Scope(own, subject)


def tasks_of(rubric: Rubric, campaign: Campaign, scope: Scope) -> Iterator[Task]:
    """What the units of that part have to report, in the order of the document."""
    for criterion in rubric.criteria:
        asked = any(is_owed(item) for item in criterion.reported)
        if not (asked or wants_a_word(criterion)):
            continue
        by_subject = reported_by_subjects(rubric, criterion)
        for subject in campaign.subjects:
            unit = subject if by_subject else criterion.reporter
            has_task = criterion.targets.get(subject, 0) is not None
            if has_task and scope.unit in ("", unit) and scope.subject in ("", subject):
                yield Task(criterion, subject, unit)
