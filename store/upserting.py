"""Inserts that know what to do where the row is there already, which SQLAlchemy writes apart for each database."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from sqlalchemy import Insert, Table


class Upsert(dict[str, Insert]):
    """Such an insert by dialect name, built at first use.

    Not before: PostgreSQL's dialect takes 2 MB that an installation with SQLite does without.
    """

    def __init__(self, table: Table, on_conflict: Callable[[Any], Insert]) -> None:
        """`on_conflict` says, of the dialect's plain insert, what happens where the row is there."""
        super().__init__()
        self._table, self._on_conflict = table, on_conflict

    def __missing__(self, dialect: str) -> Insert:
        """Build it for that database, such as sqlite."""
        plain = import_module(f"sqlalchemy.dialects.{dialect}").insert(self._table)
        return self.setdefault(dialect, self._on_conflict(plain))


def insert_once(table: Table, *key: str, gives: str = "id") -> Upsert:
    """Return an insert that does nothing where a row with this key is there already.

    For each row that was added it gives that column.
    """
    return Upsert(
        table,
        lambda insert: insert.on_conflict_do_nothing(index_elements=key or None).returning(table.c[gives]),
    )


def replace_columns(table: Table, *names: str, of: tuple[str, ...]) -> Upsert:
    """Return an insert that changes only those columns where a row with the key `of` is there already."""
    return Upsert(
        table,
        lambda insert: insert.on_conflict_do_update(
            index_elements=of, set_={name: insert.excluded[name] for name in names}
        ),
    )
