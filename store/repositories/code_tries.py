"""绑定码试错: how many wrong binding codes all accounts together may try within the life of a code."""

from datetime import UTC, datetime

from sqlalchemy import bindparam, or_, select, update

from store.repository import Repository
from store.tables import CODE_TRY
from store.types import Utc

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_free = (
    select(CODE_TRY.c.place)
    .where(or_(CODE_TRY.c.at <= bindparam("since", type_=Utc), CODE_TRY.c.at > bindparam("now", type_=Utc)))
    .order_by(CODE_TRY.c.at)
    .limit(1)
    .with_for_update(skip_locked=True)
    .scalar_subquery()
)
_TAKE = (
    update(CODE_TRY)
    .where(CODE_TRY.c.place == _free)
    .values(at=bindparam("now", type_=Utc))
    .returning(CODE_TRY.c.place)
)
_GIVE_BACK = update(CODE_TRY).where(CODE_TRY.c.place == bindparam("taken")).values(at=bindparam("free"))


class CodeTries(Repository):
    """The places for wrong codes: there are twenty, so that no code ever stands against more than twenty tries."""

    def take(self, now: datetime, since: datetime) -> int | None:
        """Take a place that has been free since then; None where there is none and no code may be tried.

        A place that was taken at a later time than now is free: the clock of a rehearsal goes back and forth.
        """
        rows = self._connection.rows(_TAKE, {"now": now, "since": since})
        return int(rows[0][0]) if rows else None

    def give_back(self, place: int) -> None:
        """The code was right: the place is free for another."""
        self._run(_GIVE_BACK, {"taken": place, "free": _LONG_AGO})
