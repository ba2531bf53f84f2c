"""安排: what the office has arranged for its campaigns, never changed afterwards."""

from datetime import datetime
from typing import NotRequired, TypedDict, Unpack

from sqlalchemy import bindparam, insert, select

from store.connection import Connection
from store.records import Arrangement, ArrangementKind
from store.repository import Repository, columns
from store.tables import ARRANGEMENT, CONTACT
from store.types import JsonObject


class NewArrangement(TypedDict):
    """What is left out of the scope does not matter."""

    campaign_id: int
    kind: ArrangementKind
    milestone: NotRequired[str]
    code: NotRequired[str]
    unit: NotRequired[str]
    subject: NotRequired[str]
    value: JsonObject
    reason: NotRequired[str]
    contact_id: int | None
    inbox_id: int | None
    at: datetime


_EMPTY = dict.fromkeys(("milestone", "code", "unit", "subject", "reason"), "")
_ADD = insert(ARRANGEMENT).returning(ARRANGEMENT.c.id)
_OF_CAMPAIGN = (
    select(*columns(ARRANGEMENT, Arrangement, contact_name=CONTACT.c.name))
    .select_from(ARRANGEMENT)
    .outerjoin(CONTACT, CONTACT.c.id == ARRANGEMENT.c.contact_id)
    .where(ARRANGEMENT.c.campaign_id == bindparam("campaign_id"))
    .order_by(ARRANGEMENT.c.id)
)


class Arrangements(Repository):
    """The arrangements of the campaigns; a unit of work reads those of a campaign once."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._read: dict[int, tuple[Arrangement, ...]] = {}

    def add(self, **arrangement: Unpack[NewArrangement]) -> int:
        """Append an arrangement and return its id."""
        self._read.pop(arrangement["campaign_id"], None)
        return self._number(_ADD, {**_EMPTY, **arrangement})

    def of_campaign(self, campaign_id: int) -> tuple[Arrangement, ...]:
        """Return everything that was arranged for the campaign, oldest first."""
        found = self._read.get(campaign_id)
        if found is None:
            found = self._rows(Arrangement, _OF_CAMPAIGN, {"campaign_id": campaign_id})
            self._read[campaign_id] = found
        return found
