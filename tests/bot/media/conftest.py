"""Something that a contact has sent, to be fetched."""

from pathlib import Path

import pytest

from bot.channels.wecom_api import WecomApi
from bot.sandbox.platform import Platform
from store.database import Store
from tests.bot.media.shelf import Shelf


@pytest.fixture
def shelf(store: Store, api: WecomApi, platform: Platform, tmp_path: Path) -> Shelf:
    return Shelf(store, api, platform, tmp_path / "evidence")
