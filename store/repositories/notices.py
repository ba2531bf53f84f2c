"""通知: what each person was told last of a thing, so that it is said once and again only where it is due."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import bindparam, select

from store.records import Notice
from store.repository import Repository, columns
from store.tables import CONTACT, NOTICE, OUTBOX
from store.upserting import replace_columns

_MARK = replace_columns(NOTICE, "day", "key", of=("contact_id", "about"))
_ALL = (
    select(*columns(NOTICE, Notice, outbox_state=OUTBOX.c.state))
    .select_from(NOTICE)
    .outerjoin(OUTBOX, OUTBOX.c.key == NOTICE.c.key)
)
_OF = _ALL.where(NOTICE.c.contact_id == bindparam("contact_id"))
_BETWEEN = _ALL.join(CONTACT, CONTACT.c.id == NOTICE.c.contact_id).where(
    CONTACT.c.campaign_id == bindparam("campaign_id"),
    NOTICE.c.contact_id.between(bindparam("first"), bindparam("last")),
)


class Notices(Repository):
    """The notices to the people of the campaigns."""

    def mark(self, contact_id: int, about: str, day: date | None, key: str) -> None:
        """Keep that the person is told of it on that day by the message of that key; None: tell it again."""
        row = {"contact_id": contact_id, "about": about, "day": day.isoformat() if day else "", "key": key}
        self._run(_MARK[self._connection.dialect.name], row)

    def mark_all(self, told: Iterable[tuple[int, str, date, str]]) -> None:
        """Keep many such (contact id, about, day, key); of two about the same the last counts."""
        rows = {
            (contact_id, about): {
                "contact_id": contact_id,
                "about": about,
                "day": day.isoformat(),
                "key": key,
            }
            for contact_id, about, day, key in told
        }
        for _ in self._add_many(_MARK, list(rows.values())):
            pass

    def of(self, contact_id: int) -> tuple[Notice, ...]:
        """Return what the person was told last of each thing."""
        return self._rows(Notice, _OF, {"contact_id": contact_id})

    def between(self, campaign_id: int, first: int, last: int) -> tuple[Notice, ...]:
        """Return the same for the people of the campaign whose ids lie from `first` to `last`."""
        values = {"campaign_id": campaign_id, "first": first, "last": last}
        return self._rows(Notice, _BETWEEN, values)
