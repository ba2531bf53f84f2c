"""Who may do what, written once more from the contract for chat and from nothing of the handlers.

The roles' table: a contact reports, withdraws and proves what its unit answers for, and sees that and nothing of
other units; a supervisor sees the same; a reviewer decides about what its unit assesses; a leader sees all and changes
nothing; the office has the whole campaign. Of a leaf with several units each input is the unit's that the rubric gives
it to, otherwise the first unit's; where nobody is named, or the named ones are the assessed units themselves, each
assessed unit answers for itself.
"""

from dataclasses import dataclass, replace
from typing import Protocol

from scoring.model import Criterion, Input, Rubric
from store.records import Role

ASSESSORS_COLUMN = "考核部门"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the roster."""

    account: str
    role: Role
    unit: str
    subject: str = ""
    contact_id: int = 0

    def entered(self, contact_id: int) -> "Person":
        """The same person with its place on the roster."""
        return replace(self, contact_id=contact_id)


class Campaign(Protocol):
    """What the rules need to know of a campaign."""

    @property
    def rubric(self) -> Rubric:
        """Its document."""

    @property
    def subjects(self) -> tuple[str, ...]:
        """Its assessed units."""


def each_for_itself(criterion: Criterion, campaign: Campaign) -> bool:
    """Whether the assessed units answer for the leaf."""
    named = set(criterion.named_units)
    if any(item.source == "subject" for item in criterion.inputs):
        return True
    return not criterion.reporter or (len(campaign.subjects) > 1 and named <= set(campaign.subjects))


def assessed_unit(person: Person, campaign: Campaign) -> str | None:
    """The assessed unit that the person belongs to."""
    unit = person.subject or person.unit
    return unit if unit in campaign.subjects else None


def subjects_of(person: Person, criterion: Criterion, campaign: Campaign) -> tuple[str, ...]:
    """The assessed units for which the leaf is the person's business."""
    own = assessed_unit(person, campaign)
    if own is not None:
        return (own,)
    return () if each_for_itself(criterion, campaign) else campaign.subjects


def reports(person: Person, criterion: Criterion, campaign: Campaign) -> tuple[Input, ...]:
    """The inputs that are the person's to report."""
    if person.role == "office":
        veto = campaign.rubric.veto
        facts_of_office = veto is not None and veto.code == criterion.code
        return tuple(item for item in criterion.inputs if facts_of_office or item.source != "assessor")
    if person.role != "contact":
        return ()
    return tuple(item for item in criterion.inputs if _is_of(person, criterion, item, campaign))


def _is_of(person: Person, criterion: Criterion, item: Input, campaign: Campaign) -> bool:
    if item.source not in ("contact", "subject"):
        return False
    if item.by:
        return person.unit in item.by
    if each_for_itself(criterion, campaign):
        return assessed_unit(person, campaign) is not None
    return person.unit == criterion.reporter


def sees(person: Person, criterion: Criterion, subject: str, campaign: Campaign) -> bool:
    """Whether the values and points of that leaf of that assessed unit are the person's to know."""
    if person.role in ("leader", "office"):
        return True
    if person.role == "reviewer":
        return reviews(person, criterion, campaign)
    if subject not in subjects_of(person, criterion, campaign):
        return False
    shares = person.unit in criterion.named_units and not each_for_itself(criterion, campaign)
    return shares or bool(reports(replace(person, role="contact"), criterion, campaign))


def reviews(person: Person, criterion: Criterion, campaign: Campaign) -> bool:
    """Whether the person may decide about the leaf, where it is not his own report."""
    if person.role == "office":
        return True
    listed = campaign.rubric.role != ASSESSORS_COLUMN or person.unit in criterion.named_units
    return person.role == "reviewer" and listed


def proves(person: Person, criterion: Criterion, campaign: Campaign) -> bool:
    """Whether the person may hand evidence in for the leaf: who reports it, and who shares it."""
    if person.role == "office":
        return True
    return person.role == "contact" and any(
        sees(person, criterion, subject, campaign) for subject in campaign.subjects
    )
