"""The demo as one process: the bot, the stand-in platform that calls it, and the page to play on."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web
from pydantic import SecretStr

from bot.app import create_app
from bot.clock import MovableClock
from bot.keys import DELIVERY, LIBRARY, STORE
from bot.sandbox.console import PLATFORM, STAGE, add_console
from bot.sandbox.corp import Corp
from bot.sandbox.envelope import CorpApp
from bot.sandbox.platform import Platform, create_platform, listen, serving
from bot.sandbox.scenes import all_scenes
from bot.sandbox.stage import Stage
from bot.settings import Settings
from handlers import notices
from store.migrate import migrate


@asynccontextmanager
async def running_demo(data: Path, port: int) -> AsyncIterator[str]:
    """Run everything until the block ends; yield the page's address.

    `port` is the page's; a free one is taken where it is in use. What the folder `data` holds is played on.
    """
    corp = Corp(CorpApp.invent())
    page, bot = listen(port), listen()
    settings = _settings(corp.app, data, page.getsockname()[1], bot.getsockname()[1])
    await asyncio.to_thread(migrate, settings.database_url)
    clock = MovableClock(datetime.now(UTC))
    corp.now = clock.now
    app = create_app(settings, clock=clock)
    async with serving(app, bot) as bot_address:
        platform = Platform(corp)
        platform.callback.url = f"{bot_address}/wecom/callback"
        stage = Stage(app[STORE], app[LIBRARY], clock, lambda: _remind(app, clock))
        await stage.prepare(all_scenes(), platform)
        pages = create_platform(corp)
        pages[STAGE], pages[PLATFORM] = stage, platform
        add_console(pages)
        async with serving(pages, page) as address:
            platform.base_url = address
            yield address


async def run(data: Path, port: int, announce: Callable[[str], None]) -> None:
    """Run the demo until it is interrupted; `announce` is told the address."""
    stopped = asyncio.Event()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(signal_number, stopped.set)
    async with running_demo(data, port) as address:
        announce(address)
        await stopped.wait()


async def _remind(app: web.Application, clock: MovableClock) -> None:
    """Do at once what the next tick would do."""
    await app[STORE].run(lambda uow: notices.remind(uow, clock.now(), app[LIBRARY]))
    app[DELIVERY].wake()


def _settings(corp_app: CorpApp, data: Path, page_port: int, bot_port: int) -> Settings:
    """The demo's settings; neither the environment nor `.env` is read, so that no real account is touched."""
    return Settings.model_construct(
        database_url=f"sqlite+aiosqlite:///{data / 'kaohe.db'}",
        data_dir=data,
        port=bot_port,
        public_url=f"http://127.0.0.1:{bot_port}",
        wecom_corp_id=corp_app.corp_id,
        wecom_agent_id=corp_app.agent_id,
        wecom_secret=SecretStr(corp_app.secret),
        wecom_token=SecretStr(corp_app.token),
        wecom_aes_key=SecretStr(corp_app.aes_key),
        wecom_api_base=f"http://127.0.0.1:{page_port}",
    )
