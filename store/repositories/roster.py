"""花名册: the people of a campaign and the accounts that they are bound to."""

import hashlib
from datetime import datetime
from functools import cache
from typing import NotRequired, TypedDict, Unpack

from sqlalchemy import Update, and_, bindparam, exists, insert, select, update

from store.connection import Connection
from store.records import Contact, Role
from store.repository import Repository, columns, narrowed
from store.tables import CONTACT
from store.types import Utc
from store.ways import home_of


class ContactFields(TypedDict, total=False):
    """What may be said of a person."""

    name: str
    gender: str
    unit: str
    title: str
    telephone: str
    mobile: str
    email: str
    role: Role
    subject: str


class NewContact(TypedDict):
    """A person to add; what is left out is empty."""

    campaign_id: int
    name: str
    unit: str
    role: Role
    gender: NotRequired[str]
    title: NotRequired[str]
    telephone: NotRequired[str]
    mobile: NotRequired[str]
    email: NotRequired[str]
    subject: NotRequired[str]


_EMPTY = dict.fromkeys(("gender", "title", "telephone", "mobile", "email", "subject"), "")
_FIELDS = columns(CONTACT, Contact)
_ADD = insert(CONTACT).returning(CONTACT.c.id)
_GET = select(*_FIELDS).where(CONTACT.c.id == bindparam("contact_id"))
_LIST = select(*_FIELDS).order_by(CONTACT.c.id)
_PAGE = _LIST.where(
    CONTACT.c.campaign_id == bindparam("campaign_id"),
    CONTACT.c.id > bindparam("after"),
    CONTACT.c.account.is_not(None),
    CONTACT.c.active,
).limit(bindparam("most"))
_THIS = update(CONTACT).where(CONTACT.c.id == bindparam("contact_id"))
_other = CONTACT.alias("other")
_ELSEWHERE = (
    select(*_FIELDS)
    .select_from(CONTACT)
    .join(_other, and_(_other.c.channel == CONTACT.c.channel, _other.c.account == CONTACT.c.account))
    .where(
        _other.c.campaign_id == bindparam("campaign_id"),
        _other.c.id.between(bindparam("first"), bindparam("last")),
        CONTACT.c.campaign_id != bindparam("campaign_id"),
        CONTACT.c.active,
    )
    .order_by(CONTACT.c.id)
)
_BIND = (
    _THIS.values(channel=bindparam("new_channel"), account=bindparam("new_account"), bound_at=bindparam("at"))
    .where(
        ~exists().where(
            _other.c.campaign_id == CONTACT.c.campaign_id,
            _other.c.channel == bindparam("new_channel"),
            _other.c.account == bindparam("new_account"),
            _other.c.id != CONTACT.c.id,
        )
    )
    .returning(CONTACT.c.id)
)
_UNBIND = _THIS.values(channel=None, account=None, bound_at=None)
_ISSUE_CODE = (
    _THIS.values(code_hash=bindparam("new_hash"), code_expires_at=bindparam("expires_at"))
    .where(~exists().where(_other.c.code_hash == bindparam("new_hash"), _other.c.id != CONTACT.c.id))
    .returning(CONTACT.c.id)
)
_HOLDS_CODE = (
    CONTACT.c.code_hash == bindparam("hash"),
    CONTACT.c.code_expires_at > bindparam("now", type_=Utc),
    CONTACT.c.active,
)
_HOLDER = select(*_FIELDS).where(*_HOLDS_CODE)
_REDEEM = update(CONTACT).where(*_HOLDS_CODE).values(code_hash=None, code_expires_at=None).returning(*_FIELDS)
_DEACTIVATE = _THIS.values(active=False, code_hash=None, code_expires_at=None)
_REACTIVATE = _THIS.values(active=True)
_ERASE = _DEACTIVATE.values(
    name=bindparam("mask"),
    channel=None,
    account=None,
    bound_at=None,
    **dict.fromkeys(("gender", "title", "telephone", "mobile", "email"), ""),
)


class Roster(Repository):
    """The people of the campaigns."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._listed: dict[tuple[int, Role | None, str | None], tuple[int, tuple[Contact, ...]]] = {}

    def add(self, **contact: Unpack[NewContact]) -> int:
        """Add a person, unbound and active; return its id."""
        return self._number(_ADD, {**_EMPTY, **contact, "active": True})

    def change(self, contact_id: int, **fields: Unpack[ContactFields]) -> None:
        """Change what is said of a person."""
        self._run(_change(tuple(fields)), {"contact_id": contact_id, **fields})

    def get(self, contact_id: int) -> Contact | None:
        """Return the person with this id, active or not."""
        return self._row(Contact, _GET, {"contact_id": contact_id})

    def list(
        self, campaign_id: int, role: Role | None = None, unit: str | None = None
    ) -> tuple[Contact, ...]:
        """Return the campaign's people in the order in which they were added, inactive ones too.

        The readers of one message ask many times: the same list is read again only after something was written.
        """
        asked = {"campaign_id": campaign_id, "role": role, "unit": unit}
        wanted = {name: value for name, value in asked.items() if value is not None}
        key, writes = (campaign_id, role, unit), self._connection.writes
        known = self._listed.get(key)
        if known is None or known[0] != writes:
            people = self._rows(Contact, narrowed(_LIST, CONTACT, wanted), wanted)
            known = self._listed[key] = writes, people
        return known[1]

    def page(self, campaign_id: int, after: int, most: int) -> tuple[Contact, ...]:
        """Return the campaign's next people on duty who can be reached, by id, `after` that id."""
        return self._rows(Contact, _PAGE, {"campaign_id": campaign_id, "after": after, "most": most})

    def elsewhere(self, campaign_id: int, first: int, last: int) -> tuple[Contact, ...]:
        """Return what the accounts of those people (ids from `first` to `last`) are in other campaigns."""
        values = {"campaign_id": campaign_id, "first": first, "last": last}
        return self._rows(Contact, _ELSEWHERE, values)

    def bind(self, contact_id: int, channel: str, userid: str, at: datetime) -> bool:
        """Bind the person to an account; False where that account is another person of the campaign."""
        home = home_of(channel)
        row = {"contact_id": contact_id, "new_channel": home, "new_account": userid, "at": at}
        return self._hit(_BIND, row)

    def unbind(self, contact_id: int) -> None:
        """Part the person from its account."""
        self._run(_UNBIND, {"contact_id": contact_id})

    def issue_code(self, contact_id: int, code: str, expires_at: datetime) -> bool:
        """Give the person a binding code, which ends an earlier one; False where another person has it."""
        row = {"contact_id": contact_id, "new_hash": _code_hash(code), "expires_at": expires_at}
        return self._hit(_ISSUE_CODE, row)

    def holder(self, code: str, now: datetime) -> Contact | None:
        """Whose binding code that is, without using it up; None where it is wrong, used or expired."""
        return self._row(Contact, _HOLDER, {"hash": _code_hash(code), "now": now})

    def redeem(self, code: str, now: datetime) -> Contact | None:
        """Use a binding code up and return whose it was; None where it is wrong, used or expired."""
        return self._row(Contact, _REDEEM, {"hash": _code_hash(code), "now": now})

    def deactivate(self, contact_id: int) -> None:
        """Take the person off duty: its account loses what it might do, its history stays."""
        self._run(_DEACTIVATE, {"contact_id": contact_id})

    def reactivate(self, contact_id: int) -> None:
        """Put a person back on duty, with the account that it had."""
        self._run(_REACTIVATE, {"contact_id": contact_id})

    def erase(self, contact_id: int, mask: str) -> None:
        """Leave of a person only unit, role and the masked name, under which its history stays readable."""
        self._run(_ERASE, {"contact_id": contact_id, "mask": mask})


@cache
def _change(names: tuple[str, ...]) -> Update:
    return _THIS.values({name: bindparam(name) for name in names})


def _code_hash(code: str) -> str:
    # Not against guessing, which expiry and the lock prevent: it keeps codes out of backups and sight.
    return hashlib.sha256(b"binding code:" + code.encode()).hexdigest()
