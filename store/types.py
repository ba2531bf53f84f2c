"""How values are stored: times as UTC, JSON without floats, both the same on SQLite and PostgreSQL."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from json.scanner import make_scanner
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect
from sqlalchemy.types import TypeDecorator

JsonObject = Mapping[str, Any]
Convert = Callable[[Any], Any]


class Utc(TypeDecorator[datetime]):
    """An aware time, stored in UTC and read back as aware UTC; a naive one is refused with ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Turn the time to UTC, since SQLite keeps the digits and drops the zone."""
        return None if value is None else _in_utc(value)

    def bind_processor(self, dialect: Dialect) -> Convert | None:
        """Write what SQLite keeps in one step."""
        return _time_text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give the time back as aware UTC, whatever zone the database session speaks."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Convert | None:
        """Read what SQLite keeps, which is text in UTC, in one step: hardly a value is read more often."""
        return _time_of if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


class Json(TypeDecorator[Any]):
    """A JSON value, or SQL NULL for None; the engines write it with `exact_json`."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Convert | None:
        """Read the text that SQLite keeps in one step."""
        return _json_of if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


class Names(TypeDecorator[tuple[str, ...]]):
    """Several names in their order, kept as a JSON array."""

    impl = JSON
    cache_ok = True

    def process_result_value(self, value: list[str] | None, _dialect: Dialect) -> tuple[str, ...] | None:
        """Give the names back as a tuple, so that a record stays frozen."""
        return None if value is None else tuple(value)


def _in_utc(value: datetime) -> datetime:
    if value.tzinfo is UTC:
        return value
    if value.utcoffset() is None:
        raise ValueError(f"a time without a zone cannot be stored: {value.isoformat()}")
    return value.astimezone(UTC)


def _time_text(value: datetime | None) -> str | None:
    return None if value is None else _in_utc(value).replace(tzinfo=None).isoformat(" ", "microseconds")


def _time_of(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


def _json_of(text: str | None) -> object:
    return None if text is None else _SCANNER(text, 0)[0]


def exact_json(value: object) -> str:
    """Return a value as JSON text, keys in their order, decimals as strings.

    Raises TypeError for a float or anything else that JSON would not give back unchanged.
    """
    _refuse_floats(value)
    return _WRITER.encode(value)


def canonical_json(value: object) -> str:
    """Return the one JSON text of a value, keys sorted, so that it can be hashed; raises as `exact_json`."""
    _refuse_floats(value)
    return _CANONICAL_WRITER.encode(value)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be stored as JSON")


def _refuse_floats(value: object) -> None:
    items: Iterable[object] = ()
    if isinstance(value, list | tuple):
        items = value
    elif isinstance(value, dict | Mapping):  # The first is nearly always enough, and quick.
        items = value.values()
    elif isinstance(value, float):
        raise TypeError(f"a float cannot be stored exactly: {value!r}")
    for item in items:
        if type(item) not in _PLAIN:  # Nearly everything is, and needs no call.
            _refuse_floats(item)


_PLAIN = frozenset((str, int, bool, type(None)))
_SCANNER = make_scanner(json.JSONDecoder())  # type: ignore[arg-type]
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_plain)
_CANONICAL_WRITER = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), allow_nan=False, sort_keys=True, default=_plain
)
