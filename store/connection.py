"""Statements written and converted by SQLAlchemy, once, and run by the database's own driver.

Running one of our small statements through SQLAlchemy costs more than the database's own work on it, so that
it is asked for the SQL and for the conversion of values only (docs/decisions/0002).
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, Dialect, Insert, Select, Update
from sqlalchemy.types import TypeEngine

from store.errors import WithheldError

Clause = Select[Any] | Insert | Update
Values = Mapping[str, Any]
Row = tuple[Any, ...]
Convert = Callable[[Any], Any]

_NOTHING: Values = {}


class Connection:
    """A driver's connection inside of a transaction that somebody else begins and ends."""

    def __init__(self, dialect: Dialect, execute: Callable[[str, Sequence[Any]], Sequence[Row]]) -> None:
        self.dialect = dialect
        self._execute = execute
        self._error: Exception | None = None
        self.writes = 0
        """How many statements that may have changed something were run."""
        self.open_to: frozenset[str] | None = None
        """What may be written now, tables among it; None for all of them."""

    def rows(self, clause: Clause, values: Values = _NOTHING) -> Sequence[Row]:
        """Run a statement with a value for each of its named parameters; return the rows that it gives."""
        keys = tuple(values) if isinstance(clause, Insert) else None
        if not isinstance(clause, Select):
            table = getattr(clause.table, "name", "")
            if self.open_to is not None and table not in self.open_to:
                raise WithheldError(table)
            self.writes += 1
        try:
            prepared = _prepared(clause, self.dialect, keys)
            return prepared.values(self._execute(prepared.sql, prepared.parameters(values)))
        except Exception as error:
            self._error = error
            raise

    def check(self) -> None:
        """Raise the error of a statement that failed, lest a unit that caught it be committed in part."""
        if self._error is not None:
            raise self._error


class _Prepared:
    """A statement in the words of one database, with the conversions of what goes in and comes out."""

    def __init__(self, clause: Clause, dialect: Dialect, keys: tuple[str, ...] | None) -> None:
        compiled = clause.compile(dialect=dialect, column_keys=keys)
        self.sql: str = compiled.string
        if "POSTCOMPILE" in self.sql:
            raise TypeError("a statement cannot take a list: write `among` for fixed values")
        binds = [(name, compiled.binds[name]) for name in compiled.positiontup or ()]
        self._from_values = [_parameter(name, bind, dialect) for name, bind in binds]
        converts = [_from_database(column.type, dialect) for column in clause.exported_columns]
        self._to_values = [(at, convert) for at, convert in enumerate(converts) if convert]

    def parameters(self, values: Values) -> list[Any]:
        """Return the parameters in their order; raises KeyError where a value is missing."""
        return [
            (convert(values[name]) if convert else values[name]) if name else fixed
            for name, convert, fixed in self._from_values
        ]

    def values(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the rows with every column made the value that it stands for."""
        return [self._value(row) for row in rows] if self._to_values else rows

    def _value(self, row: Row) -> Row:
        items = list(row)
        for at, convert in self._to_values:
            items[at] = convert(items[at])
        return tuple(items)


@lru_cache(maxsize=512)
def _prepared(clause: Clause, dialect: Dialect, keys: tuple[str, ...] | None) -> _Prepared:
    return _Prepared(clause, dialect, keys)


def _parameter(
    name: str, bind: BindParameter[Any], dialect: Dialect
) -> tuple[str | None, Convert | None, Any]:
    """Return where a parameter comes from: the name of a value and its conversion, or what it always is."""
    convert = bind.type.dialect_impl(dialect).bind_processor(dialect)
    if bind.required:
        return name, convert, None
    return None, None, convert(bind.value) if convert else bind.value


def _from_database(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
