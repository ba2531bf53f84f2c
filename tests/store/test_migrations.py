"""Migrations: they make exactly the tables, may be run again or by several at once, all or nothing."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlmodel import SQLModel

import store.migrate
from store.errors import StoreError, StoreUnavailableError
from store.migrate import configuration, draft, migrate
from store.schema import MIGRATIONS, is_current, newest, transaction
from store.sqlite_driver import driver
from tests import raw_sql
from tests.postgres import Databases


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give a database with nothing in it, once of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'kaohe.db'}"
        return
    databases: Databases = request.getfixturevalue("postgres")
    url = databases.empty()
    yield url
    databases.drop(url)


def _schema(url: str) -> dict[str, list[str]]:
    with transaction(url) as connection:
        inspector = inspect(connection)
        return {
            name: sorted(c["name"] for c in inspector.get_columns(name))
            for name in inspector.get_table_names()
        }


def test_the_migrations_make_the_tables_as_they_are_declared(empty_url: str) -> None:
    migrate(empty_url)
    with transaction(empty_url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []
        command.check(configuration(connection))
        made = set(inspect(connection).get_table_names())
    assert made - {"alembic_version"} == set(SQLModel.metadata.tables)


def test_migrating_again_changes_nothing(empty_url: str) -> None:
    assert not is_current(empty_url)
    migrate(empty_url)
    assert is_current(empty_url)
    raw_sql.run(
        empty_url,
        "INSERT INTO account (channel, userid, binding_failures, misunderstandings) VALUES ('a', 'b', 0, 0)",
    )
    migrate(empty_url)
    assert is_current(empty_url)
    assert raw_sql.run(empty_url, "SELECT count(*) FROM account") == [(1,)]


async def test_several_programs_that_start_together_migrate_once(empty_url: str) -> None:
    await asyncio.gather(*(asyncio.to_thread(migrate, empty_url) for _ in range(3)))
    assert is_current(empty_url)
    assert raw_sql.run(empty_url, "SELECT count(*) FROM audit_head") == [(1,)]


def test_every_migration_can_be_undone_and_done_again(empty_url: str) -> None:
    migrate(empty_url)
    schema = _schema(empty_url)
    with transaction(empty_url) as connection:
        command.downgrade(configuration(connection), "base")
    assert set(_schema(empty_url)) == {"alembic_version"}
    migrate(empty_url)
    assert _schema(empty_url) == schema


def test_a_migration_that_breaks_off_leaves_nothing_behind(empty_url: str) -> None:
    with transaction(empty_url) as connection:
        command.upgrade(configuration(connection), "0001")
        command.downgrade(configuration(connection), "base")
    # The last thing that the first migration makes is in the way.
    raw_sql.run(empty_url, "CREATE TABLE submission (id INTEGER)")
    with pytest.raises(Exception, match="already exists"):
        migrate(empty_url)
    assert set(_schema(empty_url)) == {"alembic_version", "submission"}
    assert not is_current(empty_url)


def test_asking_whether_a_missing_file_is_current_does_not_make_it(tmp_path: Path) -> None:
    path = tmp_path / "data" / "kaohe.db"
    assert not is_current(f"sqlite+aiosqlite:///{path}")
    assert not path.parent.exists()


def test_an_unreachable_database_is_said_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "kaohe.db").mkdir()
    for url in ("postgresql+psycopg://127.0.0.1:1/kaohe", f"sqlite:///{tmp_path / 'kaohe.db'}"):
        with pytest.raises(StoreUnavailableError) as caught:
            migrate(url)
        assert "\n" not in str(caught.value)


def test_a_database_of_a_newer_program_is_left_alone_and_said_on_one_line(empty_url: str) -> None:
    migrate(empty_url)
    raw_sql.run(empty_url, "UPDATE alembic_version SET version_num = '9999'")
    assert not is_current(empty_url)
    with pytest.raises(StoreError, match="9999"):
        migrate(empty_url)


def test_the_newest_schema_is_the_one_that_alembic_takes_for_the_head() -> None:
    assert newest() == ScriptDirectory.from_config(configuration()).get_current_head()


def test_a_migration_is_drafted_from_what_the_tables_lack(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    monkeypatch.setattr(store.migrate, "MIGRATIONS", folder)
    migrate(empty_url)
    raw_sql.run(empty_url, "ALTER TABLE outbox DROP COLUMN lease_owner")
    draft(empty_url, "lease owner")
    (drafted,) = folder.glob("versions/*_lease_owner.py")
    assert "sa.Column('lease_owner', sa.String(), nullable=False)" in drafted.read_text()
    compile(drafted.read_text(), drafted, "exec")


def test_the_migrated_file_refers_to_nothing_that_is_missing(sqlite_url: str) -> None:
    with driver.connect(sqlite_url.removeprefix("sqlite+aiosqlite:///")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
