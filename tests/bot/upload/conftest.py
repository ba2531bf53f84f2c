"""The whole bot on a stand-in platform, with contacts who have been given links, and browsers to open them in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import keys
from bot.app import create_app
from bot.clock import MovableClock
from bot.listener import listening
from bot.sandbox.platform import Platform
from bot.settings import Settings
from tests.bot.serving import free_port
from tests.bot.upload.desk import NOW, Desk
from tests.scene import Scene, at


@pytest.fixture
async def desk(platform: Platform, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Desk]:
    """平顶山 with a contact of 农业农村局, one of 公安局, a reviewer and the office."""
    port = free_port()
    own, clock = platform.corp.app, MovableClock(at(NOW))
    settings = Settings.model_construct(
        database_url=sqlite_url,
        data_dir=tmp_path / "data",
        public_url=f"http://127.0.0.1:{port}/",
        wecom_corp_id=own.corp_id,
        wecom_agent_id=own.agent_id,
        wecom_secret=SecretStr(own.secret),
        wecom_token=SecretStr(own.token),
        wecom_aes_key=SecretStr(own.aes_key),
        wecom_api_base=platform.base_url,
        wecom_oauth_base=platform.base_url,
        upload_megabytes=3,
        upload_day_megabytes=8,
    )
    app = create_app(settings, clock=clock)
    async with listening(app, "127.0.0.1", port):
        platform.callback.url = f"http://127.0.0.1:{port}/wecom/callback"
        scene = await Scene.open(
            app[keys.STORE], "pingdingshan-2021", NOW, opened=NOW, deadline="2022-01-17 18:00"
        )
        desk = Desk(app, scene, platform, clock, tmp_path / "data", f"http://127.0.0.1:{port}")
        await desk.enrol("song", "农业农村局", name="宋莉")
        await desk.enrol("gao", "公安局", name="高洋")
        await desk.enrol("du", "市场监督管理局", "reviewer", name="杜鹃")
        await desk.enrol("qin", "市场监督管理局", "office", name="秦岭")
        yield desk
        await desk.close()
