"""Bringing a database to the schema that this program needs."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool

from store.sqlite import connect
from store.url import is_sqlite, parse, sqlite_path

_MIGRATIONS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = 5_270_101  # The number of the lock that puts migrating processes in line.


def migrate(url: str) -> None:
    """Bring the database to the newest schema in one transaction; a missing SQLite file is made."""
    engine = engine_for(url)
    with engine.begin() as connection:
        upgrade(connection)
    engine.dispose()


def is_current(url: str) -> bool:
    """Return whether the database has the newest schema; raises where it cannot be reached."""
    engine = engine_for(url)
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    return found == ScriptDirectory.from_config(configuration()).get_current_head()


def upgrade(connection: Connection) -> None:
    """Bring the database behind the connection to the newest schema, within its transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ONE_AT_A_TIME})
    command.upgrade(configuration(connection), "head")


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's settings, which need no file, for the database behind the connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def engine_for(url: str) -> Engine:
    """Return a plain synchronous engine whose transactions may hold DDL, for migrations."""
    parsed = parse(url)
    if not is_sqlite(parsed):
        return create_engine(parsed, poolclass=NullPool)
    path = sqlite_path(parsed)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    # Foreign keys are off because a table that SQLite cannot alter is copied, dropped and renamed.
    engine = create_engine(parsed, creator=lambda: connect(path, foreign_keys=False), poolclass=NullPool)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
