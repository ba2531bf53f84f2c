"""A desk for the tests of what is made from it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from store.database import Store
from tests.bot.documents.desk import Desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """Give an empty desk of 平顶山."""
    store = await Store.open("sqlite+aiosqlite:///:memory:")
    yield await Desk.open(store, tmp_path / "evidence")
    await store.close()
