"""What every repository is built from: reading rows into records, and three kinds of statement parts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Insert, Select, Table, bindparam, case, literal, select

from store.connection import Clause, Connection, Row, Values
from store.tables import CONTACT

R = TypeVar("R")
Columns = tuple[ColumnElement[Any], ...]
_MOST_ROWS = 32
"""So many rows go into one statement, or half as many and so on: a few statements serve every number."""


SUBJECTS_OF_PEOPLE = select(case((CONTACT.c.subject != "", CONTACT.c.subject), else_=CONTACT.c.unit)).where(
    CONTACT.c.campaign_id == bindparam("campaign_id"),
    CONTACT.c.id.between(bindparam("first"), bindparam("last")),
)
"""The assessed units of those people of a campaign whose ids lie from `first` to `last`."""


class Repository:
    """The statements on one subject, run on the connection of one unit of work.

    The statements stand at the head of their module, since building one costs far more than running it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _rows(self, record: Callable[..., R], clause: Clause, values: Values | None = None) -> tuple[R, ...]:
        return tuple([record(*row) for row in self._connection.rows(clause, values or {})])

    def _row(self, record: Callable[..., R], clause: Clause, values: Values | None = None) -> R | None:
        rows = self._connection.rows(clause, values or {})
        return record(*rows[0]) if rows else None

    def _number(self, clause: Clause, values: Values) -> int:
        """Run a statement that gives one number, such as the id of an added row, and return it."""
        return int(self._connection.rows(clause, values)[0][0])

    def _hit(self, clause: Clause, values: Values) -> bool:
        """Run a statement that returns the rows which it has written; tell whether there was one."""
        return bool(self._connection.rows(clause, values))

    def _run(self, clause: Clause, values: Values) -> None:
        self._connection.rows(clause, values)

    def _add_many(self, inserts: Mapping[str, Insert], rows: Sequence[Values]) -> Iterator[Row]:
        """Run the dialect's insert for many rows of the same columns; yield what it returns."""
        insert, left = inserts[self._connection.dialect.name], list(rows)
        while left:
            size = min(_MOST_ROWS, 1 << (len(left).bit_length() - 1))
            taken, left = left[:size], left[size:]
            values = {f"{name}_{at}": value for at, row in enumerate(taken) for name, value in row.items()}
            yield from self._connection.rows(_of_rows(insert, tuple(taken[0]), size), values)


@cache
def _of_rows(insert: Insert, names: tuple[str, ...], count: int) -> Insert:
    """The same insert of so many rows, the value of a column being `name_0`, `name_1` …"""
    kinds = {name: insert.table.c[name].type for name in names}
    return insert.values(
        [{name: bindparam(f"{name}_{at}", type_=kind) for name, kind in kinds.items()} for at in range(count)]
    )


def columns(table: Table, record: type[Any], **joined: ColumnElement[Any]) -> Columns:
    """Return the columns in the order of a record's fields, so that `record(*row)` reads a row.

    `joined` gives the fields that come from another table.
    """
    names = [field.name for field in fields(record)]
    return tuple(joined[name].label(name) if name in joined else table.c[name] for name in names)


def narrowed(clause: Select[Any], table: Table, wanted: Values) -> Select[Any]:
    """Return the statement for the rows whose columns have the wanted values, to be run with these values."""
    return _narrowed(clause, table, tuple((name, value is None) for name, value in wanted.items()))


@cache
def _narrowed(clause: Select[Any], table: Table, names: tuple[tuple[str, bool], ...]) -> Select[Any]:
    conditions = [
        table.c[name].is_(None) if is_null else table.c[name] == bindparam(name) for name, is_null in names
    ]
    return clause.where(*conditions)


def among(column: ColumnElement[str], *values: str) -> ColumnElement[bool]:
    """Return the condition that the column has one of these fixed values."""
    return column.in_([literal(value) for value in values])
