"""Who is talking: the account, the person of the roster behind it and the campaign that the talk is about."""

from dataclasses import dataclass

from scoring.model import Rubric
from store.records import Account, Campaign, Contact


@dataclass(frozen=True, slots=True)
class Seat:
    """What a person stands for in a campaign; two people with one seat have the same duties.

    `unit` is under the rubric's own name for it; `subject` is the assessed unit that the person belongs to,
    or ""; `subjects` are all assessed units of the campaign.
    """

    role: str
    unit: str
    subject: str
    subjects: tuple[str, ...]

    @property
    def own(self) -> str:
        """The assessed unit that it belongs to or is, where it is any."""
        return self.subject or self.unit

    @property
    def names(self) -> tuple[str, str]:
        """Under which names the office may have given it more time: the unit's and the assessed unit's."""
        return self.unit, self.subject

    @classmethod
    def of(cls, contact: Contact, campaign: Campaign, rubric: Rubric) -> "Seat":
        """The seat of somebody on the roster."""
        unit = rubric.unit_aliases.get(contact.unit, contact.unit)
        return cls(contact.role, unit, contact.subject, campaign.subjects)

    @classmethod
    def of_unit(cls, unit: str, subjects: tuple[str, ...]) -> "Seat":
        """What a contact of that unit stands for."""
        return cls("contact", unit, unit if unit in subjects else "", subjects)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A bound person in one campaign."""

    account: Account
    contact: Contact
    campaign: Campaign

    @property
    def role(self) -> str:
        """contact, supervisor, leader, reviewer or office."""
        return self.contact.role
