"""材料齐全程度: what reviewers said of the evidence for the leaves."""

from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import bindparam, insert, select

from store.records import Completeness, CompletenessLevel
from store.repository import Repository, columns
from store.tables import COMPLETENESS, CONTACT


class NewCompleteness(TypedDict):
    """One thing said of one leaf of one subject."""

    campaign_id: int
    code: str
    subject: str
    level: CompletenessLevel
    reason: str
    contact_id: int | None
    inbox_id: int | None
    at: datetime


_ADD = insert(COMPLETENESS).returning(COMPLETENESS.c.id)
_OF_CAMPAIGN = (
    select(*columns(COMPLETENESS, Completeness, contact_name=CONTACT.c.name))
    .select_from(COMPLETENESS)
    .outerjoin(CONTACT, CONTACT.c.id == COMPLETENESS.c.contact_id)
    .where(COMPLETENESS.c.campaign_id == bindparam("campaign_id"))
    .order_by(COMPLETENESS.c.id)
)


class CompletenessNotes(Repository):
    """What was said of the completeness of evidence; the newest of a leaf and subject wins."""

    def add(self, **said: Unpack[NewCompleteness]) -> int:
        """Append it and return its id."""
        return self._number(_ADD, said)

    def of_campaign(self, campaign_id: int) -> dict[tuple[str, str], Completeness]:
        """Return the newest by code and subject."""
        rows = self._rows(Completeness, _OF_CAMPAIGN, {"campaign_id": campaign_id})
        return {(row.code, row.subject): row for row in rows}
