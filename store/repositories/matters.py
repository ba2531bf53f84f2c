"""事项: what people registered for the office to decide, and the decisions; never changed afterwards."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NotRequired, TypedDict, Unpack

from sqlalchemy import and_, bindparam, func, insert, select

from store.connection import Connection
from store.records import Matter, MatterKind
from store.repository import Repository, columns
from store.tables import CONTACT, MATTER
from store.types import JsonObject


class NewMatter(TypedDict):
    """A matter to register; what is left out is empty."""

    campaign_id: int
    kind: MatterKind
    text: str
    detail: NotRequired[JsonObject]
    unit: NotRequired[str]
    code: NotRequired[str]
    subject: NotRequired[str]
    contact_id: int | None
    inbox_id: int | None
    at: datetime


class Closing(TypedDict):
    """How a matter was decided: `outcome` in words, by whom and when."""

    outcome: str
    contact_id: int | None
    inbox_id: int | None
    at: datetime


_EMPTY: dict[str, Any] = {"detail": {}, "unit": "", "code": "", "subject": ""}
_closing = MATTER.alias("closing")
_OF_CAMPAIGN = (
    select(
        *columns(
            MATTER, Matter, contact_name=CONTACT.c.name, closed_at=_closing.c.at, outcome=_closing.c.text
        )
    )
    .select_from(MATTER)
    .outerjoin(CONTACT, CONTACT.c.id == MATTER.c.contact_id)
    .outerjoin(
        _closing,
        and_(
            _closing.c.campaign_id == MATTER.c.campaign_id,
            _closing.c.number == MATTER.c.number,
            _closing.c.act == "close",
        ),
    )
    .where(MATTER.c.campaign_id == bindparam("campaign_id"), MATTER.c.act == "open")
    .order_by(MATTER.c.number)
)
_NUMBER = select(func.coalesce(func.max(MATTER.c.number), 0)).where(
    MATTER.c.campaign_id == bindparam("campaign_id")
)
_ADD = insert(MATTER).returning(MATTER.c.id)


class Matters(Repository):
    """The matters of the campaigns; a unit of work reads those of a campaign once.

    Two that are registered, or decided, without knowledge of each other collide on their number, and the
    store runs the second again.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._read: dict[int, tuple[Matter, ...]] = {}

    def open(self, **matter: Unpack[NewMatter]) -> int:
        """Register a matter and return its number."""
        campaign_id = matter["campaign_id"]
        number = self._number(_NUMBER, {"campaign_id": campaign_id}) + 1
        self._number(_ADD, {**_EMPTY, **matter, "act": "open", "number": number})
        self._read.pop(campaign_id, None)
        return number

    def close(self, matter: Matter, **closing: Unpack[Closing]) -> None:
        """Keep how an open matter was decided."""
        row: dict[str, Any] = {**_EMPTY, **closing, "act": "close", "text": closing["outcome"]}
        del row["outcome"]
        self._number(
            _ADD, {**row, "campaign_id": matter.campaign_id, "kind": matter.kind, "number": matter.number}
        )
        self._read.pop(matter.campaign_id, None)

    def of_campaign(self, campaign_id: int) -> tuple[Matter, ...]:
        """Return every matter of the campaign, oldest first."""
        found = self._read.get(campaign_id)
        if found is None:
            found = self._rows(Matter, _OF_CAMPAIGN, {"campaign_id": campaign_id})
            self._read[campaign_id] = found
        return found

    def standing(self, campaign_id: int, kinds: Iterable[MatterKind] = ()) -> tuple[Matter, ...]:
        """Return the campaign's open matters, of these kinds or of all, oldest first."""
        wanted = frozenset(kinds)
        rows = (row for row in self.of_campaign(campaign_id) if row.closed_at is None)
        return tuple(row for row in rows if not wanted or row.kind in wanted)
