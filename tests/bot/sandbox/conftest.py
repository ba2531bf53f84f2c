"""A stand-in enterprise with three members, and a small bot behind its callback."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, web

from bot.sandbox.corp import Corp
from bot.sandbox.envelope import CorpApp
from bot.sandbox.platform import Platform, running_platform
from tests.bot.sandbox.small_bot import SmallBot


@pytest.fixture
def corp() -> Corp:
    made = Corp(CorpApp.invent())
    made.add_member("WangMin", "王敏")
    made.add_member("liqiang", "李强", licensed=False)
    made.add_member("zhaolei", "赵磊", visible=False)
    return made


@pytest.fixture
def small_bot(corp: Corp) -> SmallBot:
    return SmallBot(corp.app)


@pytest.fixture
async def platform(corp: Corp, small_bot: SmallBot) -> AsyncIterator[Platform]:
    app = web.Application()
    app.router.add_post("/wecom/callback", small_bot.take)
    app.router.add_get("/wecom/callback", small_bot.verify)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with running_platform(corp) as made:
        made.callback.url = f"http://127.0.0.1:{runner.addresses[0][1]}/wecom/callback"
        yield made
    await runner.cleanup()


@pytest.fixture
async def http(platform: Platform) -> AsyncIterator[ClientSession]:
    async with ClientSession(platform.base_url) as session:
        yield session
