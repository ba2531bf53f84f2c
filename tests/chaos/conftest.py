"""A stand-in enterprise for processes that get killed, and how large the tests are (KAOHE_CHAOS messages)."""

import os
from collections.abc import AsyncIterator

import pytest

from bot.sandbox.corp import Corp
from bot.sandbox.envelope import CorpApp
from bot.sandbox.platform import Platform, running_platform

SMALL = 500


@pytest.fixture
def messages() -> int:
    """How many messages a test sends."""
    return int(os.environ.get("KAOHE_CHAOS", str(SMALL)))


@pytest.fixture
async def platform() -> AsyncIterator[Platform]:
    async with running_platform(Corp(CorpApp.invent())) as made:
        yield made
