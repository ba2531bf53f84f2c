"""A pipeline on both kinds of database, and one in a hurry."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from store.database import Store
from tests.bot.pipeline.desk import HURRIED, Desk


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    return Desk(store, tmp_path)


@pytest.fixture
async def hurried(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    """On SQLite, whose handlers have a thread of their own, so that a test can keep one waiting."""
    store = await Store.open(sqlite_url)
    yield Desk(store, tmp_path, HURRIED)
    await store.close()
