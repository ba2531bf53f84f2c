"""Bringing a database to the schema that this program needs."""

from functools import cache

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import StaticPool

from store.errors import StoreError, one_line
from store.schema import MIGRATIONS, transaction
from store.sqlite_driver import driver

_ONE_AT_A_TIME = 5_270_101  # The number of the lock that puts migrating processes in line.


def migrate(url: str) -> None:
    """Bring the database to the newest schema, wholly or not at all; a missing SQLite file is made.

    Raises StoreError: for a URL that is not understood, where the database is away, and where a newer program
    has brought it further than this one knows.
    """
    with transaction(url) as connection:
        upgrade(connection)


def upgrade(connection: Connection) -> None:
    """Bring the database behind the connection to the newest schema, within its transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ONE_AT_A_TIME})
    try:
        command.upgrade(configuration(connection), "head")
    except CommandError as error:
        raise StoreError(one_line(error)) from error


def upgrade_memory(raw: driver.Connection) -> None:
    """Give the database in memory that only this connection can see its tables."""
    _migrated_memory().backup(raw)


def draft(url: str, message: str) -> None:
    """Write a new migration from a current database at the URL to the tables as they are declared now."""
    with transaction(url) as connection:
        command.revision(configuration(connection), message, autogenerate=True)


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's settings, which need no file, for the database behind the connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


@cache
def _migrated_memory() -> driver.Connection:
    """A database with the newest schema and nothing in it: to copy it takes a hundredth of the time to make it."""
    raw = driver.connect(":memory:", isolation_level=None, check_same_thread=False)
    engine = create_engine("sqlite+pysqlite://", module=driver, creator=lambda: raw, poolclass=StaticPool)
    with engine.connect() as connection:
        upgrade(connection)
    return raw
