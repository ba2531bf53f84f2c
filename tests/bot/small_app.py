"""The bot's HTTP routes and pipeline around a conversation that a test can see through."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot import keys
from bot.channels.wecom import WecomCallback
from bot.clock import SystemClock
from bot.metrics import Metrics, counting
from bot.pipeline import Answer, Patience, Pipeline
from bot.settings import Settings
from bot.spool import Spool
from bot.web import BODY_BYTES, callback_routes, routes, say_nothing_of_us
from store.database import Store
from tests.bot.channels.callers import AES_KEY, AGENT_ID, CORP_ID, TOKEN

Client = TestClient[web.Request, web.Application]


def small_app(store: Store, url: str, folder: Path, answer: Answer, patience: Patience) -> web.Application:
    """The application, on an open store."""
    metrics = Metrics()
    app = web.Application(client_max_size=BODY_BYTES, middlewares=[counting(metrics)])
    app.on_response_prepare.append(say_nothing_of_us)
    app[keys.SETTINGS] = Settings.model_construct(database_url=url)
    app[keys.METRICS] = metrics
    app[keys.STORE] = store
    app[keys.CLOCK] = SystemClock()
    app[keys.CALLBACK] = WecomCallback(CORP_ID, AGENT_ID, TOKEN, AES_KEY)
    app[keys.PIPELINE] = Pipeline(store, answer, SystemClock(), Spool(folder / "late"), metrics, patience)
    app.add_routes(routes)
    app.add_routes(callback_routes)
    return app


@asynccontextmanager
async def client_of(app: web.Application) -> AsyncIterator[Client]:
    """Serve it on this machine and give a client."""
    async with TestClient(TestServer(app)) as client:
        yield client
