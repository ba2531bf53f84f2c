"""What all tests share: Hypothesis without a clock, and the two kinds of database.

Every test that asks for `database_url` or `store` runs on both kinds.
"""

import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from store.database import Store
from store.migrate import migrate
from tests import s3, scratch
from tests.postgres import Databases, PostgresMissingError, databases

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("kaohe", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kaohe")
scratch.use_memory()


@pytest.fixture(scope="session")
def migrated_sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an SQLite file with the newest schema and nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(migrated_sqlite_file: Path, tmp_path: Path) -> str:
    """Give the URL of a migrated SQLite database of the test's own."""
    path = tmp_path / "kaohe.db"
    shutil.copy(migrated_sqlite_file, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Databases]:
    """Give a PostgreSQL server to make databases on."""
    if os.environ.get("KAOHE_SKIP_PG") == "1":
        pytest.skip("KAOHE_SKIP_PG=1")
    try:
        with databases() as made:
            yield made
    except PostgresMissingError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def postgres_url(postgres: Databases) -> Iterator[str]:
    """Give the URL of a migrated PostgreSQL database of the test's own."""
    url = postgres.migrated()
    yield url
    postgres.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of a migrated database of the test's own, once of each kind."""
    name = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param]
    return str(request.getfixturevalue(name))


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """Give the address of a running S3 server."""
    with s3.server() as address:
        yield address


@pytest.fixture
def bucket(s3_server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the s3:// URL of an empty bucket, with the environment set as its users need it."""
    for name, value in {**s3.KEYS, "AWS_ENDPOINT_URL": s3_server}.items():
        monkeypatch.setenv(name, value)
    return s3.bucket(s3_server)


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    """Give a store on a migrated database of the test's own, once of each kind."""
    opened = await Store.open(database_url)
    yield opened
    await opened.close()
