"""Bringing a database to the schema that this program needs."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool, StaticPool

from store.errors import StoreError, StoreUnavailableError, one_line
from store.sqlite import connect
from store.url import is_sqlite, parse, sqlite_path

_MIGRATIONS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = 5_270_101  # The number of the lock that puts migrating processes in line.


def migrate(url: str) -> None:
    """Bring the database to the newest schema, wholly or not at all; a missing SQLite file is made.

    Raises StoreError: for a URL that is not understood, where the database is away, and where a newer program
    has brought it further than this one knows.
    """
    with transaction(url) as connection:
        upgrade(connection)


def is_current(url: str) -> bool:
    """Return whether the database has the newest schema; raises as `migrate` and makes nothing."""
    parsed = parse(url)
    if is_sqlite(parsed) and not Path(sqlite_path(parsed)).exists():
        return False
    with transaction(url) as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    return found == ScriptDirectory.from_config(configuration()).get_current_head()


def upgrade(connection: Connection) -> None:
    """Bring the database behind the connection to the newest schema, within its transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ONE_AT_A_TIME})
    try:
        command.upgrade(configuration(connection), "head")
    except CommandError as error:
        raise StoreError(one_line(error)) from error


def upgrade_memory(raw: sqlite3.Connection) -> None:
    """Give the database in memory that only this connection can see its tables."""
    engine = create_engine("sqlite+pysqlite://", creator=lambda: raw, poolclass=StaticPool)
    with engine.connect() as connection:
        upgrade(connection)


def draft(url: str, message: str) -> None:
    """Write a new migration from a current database at the URL to the tables as they are declared now."""
    with transaction(url) as connection:
        command.revision(configuration(connection), message, autogenerate=True)


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's settings, which need no file, for the database behind the connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


@contextmanager
def transaction(url: str) -> Iterator[Connection]:
    """Open one transaction in which tables may be made and changed, committed at the end."""
    engine = _engine(parse(url))
    try:
        with engine.begin() as connection:
            yield connection
    except OperationalError as error:
        raise StoreUnavailableError(one_line(error.orig or error)) from error


def _engine(url: URL) -> Engine:
    if not is_sqlite(url):
        return create_engine(url, poolclass=NullPool)
    path = sqlite_path(url)
    Path(path).parent.mkdir(parents=True, exist_ok=True)

    def open_file() -> sqlite3.Connection:
        # Foreign keys are off because a table that SQLite cannot alter is copied, dropped and renamed.
        return connect(path, foreign_keys=False)

    engine = create_engine(url, creator=open_file, poolclass=NullPool)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
