"""审核: what reviewers decided about reported leaves, and every earlier decision."""

from datetime import datetime
from typing import Any, NotRequired, TypedDict, Unpack

from sqlalchemy import bindparam, func, insert, literal, select

from store.records import Decision, Review
from store.repository import SUBJECTS_OF_PEOPLE, Repository, columns
from store.tables import CONTACT, REVIEW
from store.types import JsonObject


class NewReview(TypedDict):
    """One decision; what is left out is empty."""

    campaign_id: int
    code: str
    subject: str
    revision: int
    act: Decision
    given: NotRequired[JsonObject]
    reason: NotRequired[str]
    undoes: NotRequired[int | None]
    unit: str
    contact_id: int | None
    inbox_id: int | None
    at: datetime


_EMPTY: dict[str, Any] = {"given": {}, "reason": "", "undoes": None}
_IN_CAMPAIGN = REVIEW.c.campaign_id == bindparam("campaign_id")
_OF_LEAF = (REVIEW.c.code == bindparam("code"), REVIEW.c.subject == bindparam("subject"))
_OF_CAMPAIGN = (
    select(*columns(REVIEW, Review, contact_name=CONTACT.c.name))
    .select_from(REVIEW)
    .outerjoin(CONTACT, CONTACT.c.id == REVIEW.c.contact_id)
    .where(_IN_CAMPAIGN)
    .order_by(REVIEW.c.id)
)
_HISTORY = _OF_CAMPAIGN.where(*_OF_LEAF)
_OF_SUBJECT = _OF_CAMPAIGN.where(REVIEW.c.subject == bindparam("subject"))
_OF_CONTACT = _OF_CAMPAIGN.where(REVIEW.c.contact_id == bindparam("contact_id"))
_RETURNED = (
    select(REVIEW.c.subject)
    .where(_IN_CAMPAIGN, REVIEW.c.subject.in_(SUBJECTS_OF_PEOPLE), REVIEW.c.act == literal("return"))
    .distinct()
)
_NUMBER = select(func.coalesce(func.max(REVIEW.c.number), 0)).where(_IN_CAMPAIGN, *_OF_LEAF)
_ADD = insert(REVIEW).returning(REVIEW.c.id)


class Reviews(Repository):
    """The decisions of the campaigns.

    Two decisions about one leaf that were made without knowledge of each other collide on its number, and the
    store runs the second again on what the first left.
    """

    def add(self, **review: Unpack[NewReview]) -> int:
        """Append a decision and return its id."""
        leaf = {name: review[name] for name in ("campaign_id", "code", "subject")}
        number = self._number(_NUMBER, leaf) + 1
        return self._number(_ADD, {**_EMPTY, **review, "number": number})

    def returned_of_people(self, campaign_id: int, first: int, last: int) -> frozenset[str]:
        """Return the assessed units of those people, by their ids, to which anything was ever returned."""
        values = {"campaign_id": campaign_id, "first": first, "last": last}
        return frozenset(subject for (subject,) in self._connection.rows(_RETURNED, values))

    def of_campaign(self, campaign_id: int, subject: str | None = None) -> tuple[Review, ...]:
        """Return every decision of the campaign, or of one of its subjects, oldest first."""
        if subject is None:
            return self._rows(Review, _OF_CAMPAIGN, {"campaign_id": campaign_id})
        return self._rows(Review, _OF_SUBJECT, {"campaign_id": campaign_id, "subject": subject})

    def history(self, campaign_id: int, code: str, subject: str) -> tuple[Review, ...]:
        """Return every decision on one leaf of one subject, oldest first."""
        values = {"campaign_id": campaign_id, "code": code, "subject": subject}
        return self._rows(Review, _HISTORY, values)

    def of_contact(self, campaign_id: int, contact_id: int) -> tuple[Review, ...]:
        """Return every decision of one person, oldest first."""
        return self._rows(Review, _OF_CONTACT, {"campaign_id": campaign_id, "contact_id": contact_id})
