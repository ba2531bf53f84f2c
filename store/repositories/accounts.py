"""Who writes to the bot: the conversation with each account, and the roster entries bound to it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import and_, bindparam, select, update

from store.connection import Row
from store.records import Account, Contact
from store.repository import Repository, columns
from store.tables import ACCOUNT, CONTACT
from store.types import JsonObject
from store.upserting import insert_once
from store.ways import home_of

_ACCOUNT_FIELDS = columns(ACCOUNT, Account, contacts=CONTACT.c.id)[:-1]
_WIDTH = len(_ACCOUNT_FIELDS)
_FIND = (
    select(*_ACCOUNT_FIELDS, *columns(CONTACT, Contact))
    .select_from(ACCOUNT)
    .outerjoin(
        CONTACT,
        and_(CONTACT.c.channel == bindparam("home"), CONTACT.c.account == ACCOUNT.c.userid, CONTACT.c.active),
    )
    .where(ACCOUNT.c.channel == bindparam("channel"), ACCOUNT.c.userid == bindparam("userid"))
    .order_by(CONTACT.c.id)
)
# The lock puts two units of the same sender in line, also when they run in different processes.
_SPEAKER = _FIND.with_for_update(of=ACCOUNT)
_CREATE = insert_once(ACCOUNT, "channel", "userid")
_THIS = update(ACCOUNT).where(ACCOUNT.c.id == bindparam("account_id"))
_SET_DIALOG = _THIS.values(dialog=bindparam("dialog"), dialog_expires_at=bindparam("dialog_expires_at"))
_NOTE_FAILURE = _THIS.values(
    binding_failures=ACCOUNT.c.binding_failures + 1, locked_until=bindparam("locked_until")
)
_CLEAR_FAILURES = _THIS.values(binding_failures=0, locked_until=None)
_SET_CAMPAIGN = _THIS.values(current_campaign_id=bindparam("campaign_id"))
_ERASE = (
    update(ACCOUNT)
    .where(ACCOUNT.c.channel == bindparam("of_channel"), ACCOUNT.c.userid == bindparam("of_userid"))
    .values(userid=bindparam("pseudonym"), dialog=None, dialog_expires_at=None)
)
_SET_MISUNDERSTANDINGS = _THIS.values(misunderstandings=bindparam("count"))


class Accounts(Repository):
    """The accounts that have written to the bot."""

    def speaker(self, channel: str, userid: str) -> Account:
        """Return the sender with all that the bot knows of it; a new sender is created."""
        key = {"channel": channel, "userid": userid}
        wanted = {**key, "home": home_of(channel)}
        rows = self._connection.rows(_SPEAKER, wanted)
        if not rows:
            created = {**key, "binding_failures": 0, "misunderstandings": 0}
            self._run(_CREATE[self._connection.dialect.name], created)
            rows = self._connection.rows(_SPEAKER, wanted)
        return _account(rows)

    def find(self, channel: str, userid: str) -> Account | None:
        """Return the account without creating or locking it, as reading needs."""
        wanted = {"channel": channel, "userid": userid, "home": home_of(channel)}
        rows = self._connection.rows(_FIND, wanted)
        return _account(rows) if rows else None

    def set_dialog(self, account: Account, dialog: JsonObject | None, expires_at: datetime | None) -> None:
        """Keep the question that the bot waits on, or None when it waits on nothing."""
        row = {"account_id": account.id, "dialog": dialog, "dialog_expires_at": expires_at}
        self._run(_SET_DIALOG, row)

    def note_binding_failure(self, account: Account, locked_until: datetime | None) -> None:
        """Count a wrong binding code and lock the account till then, if it is to be locked."""
        row = {"account_id": account.id, "locked_until": locked_until}
        self._run(_NOTE_FAILURE, row)

    def clear_binding_failures(self, account: Account) -> None:
        """Forget the wrong codes and the lock."""
        self._run(_CLEAR_FAILURES, {"account_id": account.id})

    def set_current_campaign(self, account: Account, campaign_id: int | None) -> None:
        """Keep which campaign the account speaks about when it has several."""
        self._run(_SET_CAMPAIGN, {"account_id": account.id, "campaign_id": campaign_id})

    def set_misunderstandings(self, account: Account, count: int) -> None:
        """Keep how many times in a row the bot did not understand."""
        self._run(_SET_MISUNDERSTANDINGS, {"account_id": account.id, "count": count})

    def erase(self, channel: str, userid: str, pseudonym: str) -> None:
        """Put a pseudonym in the place of the account's name on its platform."""
        self._run(_ERASE, {"of_channel": channel, "of_userid": userid, "pseudonym": pseudonym})


def _account(rows: Sequence[Row]) -> Account:
    contacts = tuple(Contact(*row[_WIDTH:]) for row in rows if row[_WIDTH] is not None)
    return replace(Account(*rows[0][:_WIDTH]), contacts=contacts)
