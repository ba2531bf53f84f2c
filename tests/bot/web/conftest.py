"""The bot's HTTP routes around a conversation that is sometimes slow and sometimes fails."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.pipeline import Patience
from store.database import Store
from tests.bot.small_app import Client, client_of, small_app
from tests.bot.web.calling import answer


@pytest.fixture
async def sqlite_store(sqlite_url: str) -> AsyncIterator[Store]:
    store = await Store.open(sqlite_url)
    yield store
    await store.close()


@pytest.fixture
async def client(sqlite_store: Store, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Client]:
    app = small_app(sqlite_store, sqlite_url, tmp_path, answer, Patience(reply=0.3, thought=0))
    async with client_of(app) as made:
        yield made
