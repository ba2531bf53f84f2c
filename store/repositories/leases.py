"""租约: which process alone does what only one may do, until it lets go or is silent for too long."""

from datetime import datetime
from typing import Any

from sqlalchemy import Insert, bindparam, select, update

from store.records import Lease
from store.repository import Repository, columns
from store.tables import LEASE
from store.types import Utc
from store.upserting import Upsert

_GET = select(*columns(LEASE, Lease)).where(LEASE.c.name == bindparam("name"))
_now = bindparam("now", type_=Utc)


def _take(insert: Any) -> Insert:  # noqa: ANN401 -- either dialect's
    """Add the lease, or take over one that ran out; the fence counts the owners."""
    new = insert.excluded
    taken: Insert = insert.on_conflict_do_update(
        index_elements=["name"],
        set_={"fence": LEASE.c.fence + 1, "owner": new.owner, "until": new.until, "note": new.note},
        where=LEASE.c.until <= _now,
    )
    return taken.returning(LEASE.c.fence)


_TAKE = Upsert(LEASE, _take)
_RENEW = (
    update(LEASE)
    .where(LEASE.c.name == bindparam("of_name"), LEASE.c.fence == bindparam("of_fence"))
    .values(until=bindparam("new_until"), note=bindparam("new_note"))
    .returning(LEASE.c.fence)
)


class Leases(Repository):
    """The leases by name. Times are of the machines' real clocks, which have to agree to a few seconds."""

    def take(self, name: str, owner: str, now: datetime, until: datetime) -> int | None:
        """Take a lease that nobody holds at `now`; return its fence, None where somebody holds it.

        The fence is a number that no earlier owner had: with it the lease is renewed and let go.
        """
        row = {"name": name, "owner": owner, "fence": 1, "until": until, "note": "", "now": now}
        rows = self._connection.rows(_TAKE[self._connection.dialect.name], row)
        return int(rows[0][0]) if rows else None

    def renew(self, name: str, fence: int, until: datetime, note: str) -> bool:
        """Hold the lease till `until`, with what the owner says of itself; False where it was taken over."""
        values = {"of_name": name, "of_fence": fence, "new_until": until, "new_note": note}
        return self._hit(_RENEW, values)

    def find(self, name: str) -> Lease | None:
        """Return the lease, held or run out; None where nobody ever took it."""
        return self._row(Lease, _GET, {"name": name})
