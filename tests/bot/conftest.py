"""A stand-in enterprise whose HTTP API runs, and the bot's client of it."""

import logging
from collections.abc import AsyncIterator, Iterator

import pytest
import structlog

from bot import logs
from bot.channels.wecom_api import WecomApi
from bot.sandbox.corp import Corp
from bot.sandbox.envelope import CorpApp
from bot.sandbox.platform import Platform, running_platform


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Log as the running bot does: without words, and without a traceback that takes seconds to draw."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    logs.configure()
    yield
    root.handlers[:], root.level = before
    structlog.reset_defaults()


@pytest.fixture
def corp() -> Corp:
    made = Corp(CorpApp.invent())
    made.add_member("WangMin", "王敏")
    made.add_member("chenhong", "陈红")
    made.add_member("liqiang", "李强", licensed=False)
    made.add_member("zhaolei", "赵磊", visible=False)
    return made


@pytest.fixture
async def platform(corp: Corp) -> AsyncIterator[Platform]:
    async with running_platform(corp) as made:
        yield made


@pytest.fixture
async def api(platform: Platform) -> AsyncIterator[WecomApi]:
    app = platform.corp.app
    async with WecomApi(platform.base_url, app.corp_id, app.secret, timeout=1.0) as made:
        yield made
