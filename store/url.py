"""The database URLs that the settings may name."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from store.errors import DatabaseUrlError

MEMORY = ":memory:"


def parse(url: str) -> URL:
    """Return the URL with the driver that is used here; raises DatabaseUrlError for a database that is not known.

    `sqlite+aiosqlite` names the same database as `sqlite`: the store drives SQLite in a thread of its own.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise DatabaseUrlError("the database URL cannot be read") from error
    match parsed.drivername:
        case "sqlite" | "sqlite+pysqlite" | "sqlite+aiosqlite":
            return parsed.set(drivername="sqlite+pysqlite")
        case "postgresql" | "postgres" | "postgresql+psycopg":
            return parsed.set(drivername="postgresql+psycopg")
        case other:
            raise DatabaseUrlError(f"the database must be sqlite or postgresql, not {other}")


def is_sqlite(url: URL) -> bool:
    """Return whether the URL names an SQLite database."""
    return url.get_backend_name() == "sqlite"


def sqlite_path(url: URL) -> str:
    """Return the file of an SQLite URL, or `:memory:`."""
    return url.database or MEMORY
