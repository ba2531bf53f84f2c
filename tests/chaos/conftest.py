"""A stand-in enterprise for processes that get killed, and how large the tests are (KAOHE_CHAOS messages)."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

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


def settings_of(platform: Platform, url: str, folder: Path) -> dict[str, str]:
    """The environment of one `kaohe serve`."""
    app = platform.corp.app
    return {
        "KAOHE_DATABASE_URL": url,
        "KAOHE_DATA_DIR": str(folder / "data"),
        "KAOHE_WECOM_CORP_ID": app.corp_id,
        "KAOHE_WECOM_AGENT_ID": str(app.agent_id),
        "KAOHE_WECOM_SECRET": app.secret,
        "KAOHE_WECOM_TOKEN": app.token,
        "KAOHE_WECOM_AES_KEY": app.aes_key,
        "KAOHE_WECOM_API_BASE": platform.base_url,
    }
