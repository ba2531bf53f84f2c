"""Which schema a database has, found out without Alembic: a running bot asks for it, and does not need the rest."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from store.errors import StoreUnavailableError, one_line
from store.sqlite import connect
from store.sqlite_driver import driver
from store.url import is_sqlite, parse, sqlite_path

MIGRATIONS = Path(__file__).parent / "migrations"


def is_current(url: str) -> bool:
    """Return whether the database has the newest schema; makes nothing.

    Raises StoreError for a URL that is not understood, and where the database is away.
    """
    parsed = parse(url)
    if is_sqlite(parsed) and not Path(sqlite_path(parsed)).exists():
        return False
    with transaction(url) as connection:
        return _found(connection) == newest()


def newest() -> str:
    """The number of the newest migration; their files carry it in front (`0001_first_tables.py`)."""
    return max(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def _found(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


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

    def open_file() -> driver.Connection:
        # Foreign keys are off because a table that SQLite cannot alter is copied, dropped and renamed.
        return connect(path, foreign_keys=False)

    engine = create_engine(url, module=driver, creator=open_file, poolclass=NullPool)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
