"""The office of the tests of delivery."""

import pytest

from bot.channels.wecom_api import WecomApi
from bot.sandbox.platform import Platform
from store.database import Store
from tests.bot.delivery.office import Office


@pytest.fixture
async def office(store: Store, api: WecomApi, platform: Platform) -> Office:
    return Office(store, api, platform)
