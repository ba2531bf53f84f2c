"""填报: what was reported, amended and withdrawn, never changed afterwards."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NotRequired, TypedDict, Unpack

from sqlalchemy import Select, bindparam, func, insert, select

from store.connection import Connection
from store.records import Act, Submission
from store.repository import SUBJECTS_OF_PEOPLE, Repository, columns
from store.tables import CONTACT, INBOX, LATEST, SUBMISSION
from store.types import JsonObject


class NewSubmission(TypedDict):
    """`given` is what the message gave; `inputs` all that the leaf holds after it, None for nothing."""

    campaign_id: int
    code: str
    subject: str
    act: Act
    given: JsonObject
    inputs: JsonObject | None
    unit: str
    contact_id: int | None
    inbox_id: int | None
    at: datetime
    late: bool
    note: NotRequired[str]


_ALL = (
    select(*columns(SUBMISSION, Submission, contact_name=CONTACT.c.name, message_key=INBOX.c.message_key))
    .select_from(SUBMISSION)
    .outerjoin(CONTACT, CONTACT.c.id == SUBMISSION.c.contact_id)
    .outerjoin(INBOX, INBOX.c.id == SUBMISSION.c.inbox_id)
)
_OLDEST_FIRST = _ALL.order_by(SUBMISSION.c.id)
_IN_CAMPAIGN = SUBMISSION.c.campaign_id == bindparam("campaign_id")
_OF_CAMPAIGN = _OLDEST_FIRST.where(_IN_CAMPAIGN)
_OF_SUBJECT = SUBMISSION.c.subject == bindparam("subject")
_OF_CODE = SUBMISSION.c.code == bindparam("code")
_LATEST_ONLY = (
    select(*columns(SUBMISSION, Submission, contact_name=CONTACT.c.name, message_key=INBOX.c.message_key))
    .select_from(LATEST)
    .join(SUBMISSION, SUBMISSION.c.id == LATEST.c.submission_id)
    .outerjoin(CONTACT, CONTACT.c.id == SUBMISSION.c.contact_id)
    .outerjoin(INBOX, INBOX.c.id == SUBMISSION.c.inbox_id)
    .where(LATEST.c.campaign_id == bindparam("campaign_id"))
    .order_by(LATEST.c.subject, LATEST.c.code)
)
_CURRENT_OF_SUBJECT = _LATEST_ONLY.where(LATEST.c.subject == bindparam("subject"))
_HISTORY = _OF_CAMPAIGN.where(_OF_CODE, _OF_SUBJECT)
_IN_OF_PEOPLE = (
    select(SUBMISSION.c.subject, SUBMISSION.c.code, SUBMISSION.c.inputs)
    .select_from(LATEST)
    .join(SUBMISSION, SUBMISSION.c.id == LATEST.c.submission_id)
    .where(LATEST.c.campaign_id == bindparam("campaign_id"), LATEST.c.subject.in_(SUBJECTS_OF_PEOPLE))
)
_LAST_OF = (
    _ALL.where(_IN_CAMPAIGN, SUBMISSION.c.contact_id == bindparam("contact_id"))
    .order_by(SUBMISSION.c.id.desc())
    .limit(1)
)
_OF_CONTACT = _OF_CAMPAIGN.where(SUBMISSION.c.contact_id == bindparam("contact_id"))
_REVISION = select(func.coalesce(func.max(SUBMISSION.c.revision), 0)).where(
    _IN_CAMPAIGN, _OF_CODE, _OF_SUBJECT
)
_ADD = insert(SUBMISSION).returning(SUBMISSION.c.id)

_Leaf = tuple[int, str, str]
_Scope = tuple[int, str | None, str | None]


@cache
def _of_codes(clause: Select[Any], number: int) -> Select[Any]:
    """The statement for so many leaves, named by `code0`, `code1` and so on."""
    return clause.where(LATEST.c.code.in_([bindparam(f"code{at}") for at in range(number)]))


class Submissions(Repository):
    """The submissions of the campaigns.

    A row carries the next revision after the one that this unit has read. Where another unit has added
    that revision meanwhile, the unique key stops the insert and the store runs the unit again, so that no
    amendment is built on a state that was not the last.
    """

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._revisions: dict[_Leaf, int] = {}
        self._read: set[_Scope] = set()

    def add(self, **submission: Unpack[NewSubmission]) -> int:
        """Append one act on a leaf and return its id."""
        leaf = (submission["campaign_id"], submission["subject"], submission["code"])
        revision = self._last_revision(leaf) + 1
        row: dict[str, Any] = {"note": "", **submission, "revision": revision}
        submission_id = self._number(_ADD, row)
        self._revisions[leaf] = revision
        return submission_id

    def current(
        self, campaign_id: int, subject: str | None = None, codes: Sequence[str] | None = None
    ) -> tuple[Submission, ...]:
        """Return the last act on each leaf of each subject, withdrawn ones too, by subject and code."""
        values = {"campaign_id": campaign_id, "subject": subject}
        clause = _LATEST_ONLY if subject is None else _CURRENT_OF_SUBJECT
        if codes is not None:
            clause = _of_codes(clause, len(codes))
            values |= {f"code{at}": code for at, code in enumerate(codes)}
        found = self._rows(Submission, clause, values) if codes is None or codes else ()
        self._read.update((campaign_id, subject, code) for code in ((None,) if codes is None else codes))
        for row in found:
            self._revisions.setdefault((row.campaign_id, row.subject, row.code), row.revision)
        return found

    def inputs_of_people(
        self, campaign_id: int, first: int, last: int
    ) -> tuple[tuple[str, str, JsonObject | None], ...]:
        """Return (subject, code, inputs) of what stands for the assessed units of those people.

        They are those of the campaign whose ids lie from `first` to `last`; who has no assessed unit is one.
        """
        values = {"campaign_id": campaign_id, "first": first, "last": last}
        return tuple(
            (subject, code, inputs) for subject, code, inputs in self._connection.rows(_IN_OF_PEOPLE, values)
        )

    def history(self, campaign_id: int, code: str, subject: str) -> tuple[Submission, ...]:
        """Return every act on one leaf of one subject, oldest first."""
        values = {"campaign_id": campaign_id, "code": code, "subject": subject}
        return self._rows(Submission, _HISTORY, values)

    def last_of(self, campaign_id: int, contact_id: int) -> Submission | None:
        """Return the last act of one person."""
        values = {"campaign_id": campaign_id, "contact_id": contact_id}
        return self._row(Submission, _LAST_OF, values)

    def of_contact(self, campaign_id: int, contact_id: int) -> tuple[Submission, ...]:
        """Return every act of one person in the campaign, oldest first."""
        values = {"campaign_id": campaign_id, "contact_id": contact_id}
        return self._rows(Submission, _OF_CONTACT, values)

    def all(self, campaign_id: int | None = None) -> tuple[Submission, ...]:
        """Return every act, of one campaign or of all, oldest first."""
        if campaign_id is None:
            return self._rows(Submission, _OLDEST_FIRST)
        return self._rows(Submission, _OF_CAMPAIGN, {"campaign_id": campaign_id})

    def _last_revision(self, leaf: _Leaf) -> int:
        campaign_id, subject, code = leaf
        if leaf not in self._revisions and not self._has_read(leaf):
            values = {"campaign_id": campaign_id, "code": code, "subject": subject}
            self._revisions[leaf] = self._number(_REVISION, values)
        return self._revisions.get(leaf, 0)

    def _has_read(self, leaf: _Leaf) -> bool:
        campaign_id, subject, code = leaf
        scopes = {(campaign_id, s, c) for s in (subject, None) for c in (code, None)}
        return not scopes.isdisjoint(self._read)
