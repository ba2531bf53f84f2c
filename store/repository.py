"""What every repository is built from: reading rows into records, and two kinds of statement parts."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Executable, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite

R = TypeVar("R")
Columns = tuple[ColumnElement[Any], ...]
Values = Mapping[str, Any]


class Repository:
    """The statements on one subject, run on the connection of one unit of work.

    Statements are built once, when their module is imported, so that SQLAlchemy compiles each of them once.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _rows(
        self, record: Callable[..., R], statement: Executable, values: Values | None = None
    ) -> tuple[R, ...]:
        return tuple(record(*row) for row in self._connection.execute(statement, values))

    def _row(self, record: Callable[..., R], statement: Executable, values: Values | None = None) -> R | None:
        row = self._connection.execute(statement, values).one_or_none()
        return None if row is None else record(*row)

    def _added(self, statement: Insert, row: Values) -> int:
        return int(self._connection.execute(statement, row).scalar_one())

    def _hit(self, statement: Executable, values: Values) -> bool:
        """Run a statement that returns the id of the row which it has written; tell whether there was one."""
        return self._connection.execute(statement, values).scalar() is not None

    def _run(self, statement: Executable, values: Values) -> None:
        self._connection.execute(statement, values)


def columns(table: Table, record: type[Any], **joined: ColumnElement[Any]) -> Columns:
    """Return the columns in the order of a record's fields, so that `record(*row)` reads a row.

    `joined` gives the fields that come from another table.
    """
    names = [field.name for field in fields(record)]
    return tuple(joined[name].label(name) if name in joined else table.c[name] for name in names)


def insert_once(table: Table, *key: str) -> dict[str, Insert]:
    """Return, by dialect name, an insert that does nothing where a row with this key is there already."""
    return {
        "sqlite": sqlite.insert(table).on_conflict_do_nothing(index_elements=key).returning(table.c.id),
        "postgresql": postgresql.insert(table)
        .on_conflict_do_nothing(index_elements=key)
        .returning(table.c.id),
    }
