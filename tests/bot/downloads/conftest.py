"""The signed links of a running server, on a stand-in platform."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from pydantic import SecretStr

from bot import keys
from bot.channels.wecom_api import WecomApi
from bot.clock import MovableClock
from bot.delivery.attempt import Surroundings
from bot.delivery.loop import Delivery
from bot.delivery.pace import quotas
from bot.downloads.routes import routes
from bot.downloads.streaming import AT_ONCE
from bot.links import Links
from bot.metrics import Metrics
from bot.sandbox.platform import Platform, listen, serving
from bot.settings import Settings
from store.database import Store
from tests.bot.documents.desk import PAPER, PICTURE, Desk
from tests.bot.downloads.window import Window


@pytest.fixture
async def window(platform: Platform, api: WecomApi, tmp_path: Path) -> AsyncIterator[Window]:
    """Gives a desk with a file and a picture for 1.3, and one browser."""
    store = await Store.open("sqlite+aiosqlite:///:memory:")
    desk = await Desk.open(store, tmp_path / "evidence")
    await desk.hand_in(
        "file", "1.3", content=PAPER, original_name="=平农〔2021〕45号.pdf", mime="application/pdf"
    )
    await desk.hand_in("image", "1.3", content=PICTURE, caption="<b>现场</b>", mime="image/png")
    platform.corp.add_member("song")
    clock, app, socket = MovableClock(desk.scene.now), web.Application(), listen()
    app[keys.STORE], app[keys.FILES], app[keys.LIBRARY] = store, desk.files, desk.scene.library
    app[keys.LINKS], app[keys.CLOCK], app[keys.API] = Links([b"k" * 32]), clock, api
    around = Surroundings(store, lambda _uow, _row, _now: True, clock, Metrics())
    app[keys.DELIVERY] = Delivery(around, {}, lambda name: quotas(name, 1, shared=True))
    app[keys.DOWNLOADS] = asyncio.Semaphore(AT_ONCE)
    app[keys.SETTINGS] = settings(platform, socket.getsockname()[1])
    app.add_routes(routes)
    async with serving(app, socket) as address:
        made = Window(desk, app[keys.LINKS], clock, address, platform, app[keys.DOWNLOADS])
        made.browser()
        yield made
        for browser in made.browsers:
            await browser.http.close()
    await store.close()


def settings(platform: Platform, port: int) -> Settings:
    """Those of an app that is set, with an address of its own."""
    own = platform.corp.app
    return Settings.model_construct(
        public_url=f"http://127.0.0.1:{port}/",
        wecom_corp_id=own.corp_id,
        wecom_agent_id=own.agent_id,
        wecom_secret=SecretStr(own.secret),
        wecom_token=SecretStr(own.token),
        wecom_aes_key=SecretStr(own.aes_key),
        wecom_oauth_base=platform.base_url,
    )
