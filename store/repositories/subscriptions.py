"""推送订阅: how often each person wants summaries."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from store.records import Rhythm, Subscription
from store.repository import Repository, columns
from store.tables import SUBSCRIPTION

_KEY = ("contact_id",)
_CHANGED = ("rhythm", "weekday", "changed_at")
_sqlite, _postgresql = sqlite.insert(SUBSCRIPTION), postgresql.insert(SUBSCRIPTION)
_SET = {
    "sqlite": _sqlite.on_conflict_do_update(
        index_elements=_KEY, set_={name: _sqlite.excluded[name] for name in _CHANGED}
    ),
    "postgresql": _postgresql.on_conflict_do_update(
        index_elements=_KEY, set_={name: _postgresql.excluded[name] for name in _CHANGED}
    ),
}
_GET = select(*columns(SUBSCRIPTION, Subscription)).where(
    SUBSCRIPTION.c.contact_id == bindparam("contact_id")
)


class Subscriptions(Repository):
    """Who has said how often; the others get the usual summaries."""

    def set(self, contact_id: int, rhythm: Rhythm, weekday: int, at: datetime) -> None:
        """Keep what the person wants from now on."""
        row = {"contact_id": contact_id, "rhythm": rhythm, "weekday": weekday, "changed_at": at}
        self._run(_SET[self._connection.dialect.name], row)

    def of(self, contact_id: int) -> Subscription | None:
        """Return what the person wants, None where it has said nothing."""
        return self._row(Subscription, _GET, {"contact_id": contact_id})
