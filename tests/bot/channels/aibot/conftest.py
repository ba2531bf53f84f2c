"""A stand-in platform for one robot, served, and a store for it."""

from collections.abc import AsyncIterator

import pytest

from bot.sandbox.platform import listen, serving
from bot.sandbox.robot import RobotPlatform
from bot.sandbox.robot_server import create_robot_platform
from store.database import Store


@pytest.fixture
async def robots() -> AsyncIterator[RobotPlatform]:
    platform = RobotPlatform()
    async with serving(create_robot_platform(platform), listen()) as address:
        platform.base_url = address
        yield platform


@pytest.fixture
async def sqlite(sqlite_url: str) -> AsyncIterator[Store]:
    opened = await Store.open(sqlite_url)
    yield opened
    await opened.close()
