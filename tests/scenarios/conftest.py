"""The scenes of the chat contract, each on a bot and a platform of its own."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import structlog

from bot import logs
from tests.scenarios.play import Play, playing

Enter = Callable[[str], Awaitable[Play]]


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Log as the running bot does."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    logs.configure()
    yield
    root.handlers[:], root.level = before
    structlog.reset_defaults()


@pytest.fixture
async def enter(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Enter]:
    """Begin the scene of that name (T15, E13, P21, R18, Z16)."""
    async with AsyncExitStack() as stack:

        async def begin(scene: str) -> Play:
            return await stack.enter_async_context(playing(scene, sqlite_url, tmp_path))

        yield begin
