"""The bot's own HTTP routes: the WeCom callback, and what the operator's tools ask."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from urllib.parse import unquote

import structlog
from aiohttp import web
from multidict import MultiDict

from bot.channels.base import CallError
from bot.channels.wechat import WechatCallback
from bot.channels.wecom import WecomCallback
from bot.keys import API, CALLBACK, CLOCK, METRICS, PIPELINE, SETTINGS, STORE, WECHAT_CALLBACK
from bot.metrics import CONTENT_TYPE
from store.errors import StoreError
from store.schema import is_current

BODY_BYTES = 64 * 1024
BODY_SECONDS = 5.0
READY_SECONDS = 3.0
_XML = "application/xml"
_XML_TYPES = ("text/xml", "application/xml")

routes = web.RouteTableDef()
callback_routes = web.RouteTableDef()
"""What is served where the self-built app is set."""
wechat_routes = web.RouteTableDef()
"""What is served where the 公众号 is set."""
_log = structlog.get_logger()


async def say_nothing_of_us(_request: web.Request, response: web.StreamResponse) -> None:
    """Leave out which program of which version answers."""
    response.headers.pop("Server", None)


@callback_routes.get("/wecom/callback")
async def verify(request: web.Request) -> web.Response:
    """Echo what the platform sends when the administrator saves the address."""
    return _echoed(request, request.app[CALLBACK])


@callback_routes.post("/wecom/callback")
async def receive(request: web.Request) -> web.Response:
    """Take one message or event in and answer it; everything that is not one gets a status without a body."""
    return await _answered(request, request.app[CALLBACK])


@wechat_routes.get("/wechat/callback")
async def verify_wechat(request: web.Request) -> web.Response:
    """Echo what the platform sends when the administrator saves the address of the 公众号."""
    return _echoed(request, request.app[WECHAT_CALLBACK])


@wechat_routes.post("/wechat/callback")
async def receive_wechat(request: web.Request) -> web.Response:
    """Take one message or event of the 公众号 in and answer it."""
    return await _answered(request, request.app[WECHAT_CALLBACK])


@routes.get("/healthz")
async def alive(request: web.Request) -> web.Response:
    """Say that the process runs."""
    del request
    return web.Response(text="ok\n")


@routes.get("/readyz")
async def ready(request: web.Request) -> web.Response:
    """Say whether messages can be taken in: the database answers and has the tables of this version."""
    store, url = request.app[STORE], request.app[SETTINGS].database_url
    try:
        async with asyncio.timeout(READY_SECONDS):
            await store.read(lambda uow: uow.outbox.waiting(datetime.now(UTC)))
            migrated = await asyncio.to_thread(is_current, url)
    except Exception:  # noqa: BLE001 -- whatever it is, the bot is not ready
        _log.exception("not_ready")
        return web.Response(status=503, text="database: no\n")
    return web.Response(status=200 if migrated else 503, text=f"migrations: {'ok' if migrated else 'no'}\n")


@routes.get("/metrics")
async def metrics(request: web.Request) -> web.Response:
    """Show what was counted, and how it stands with the outbox now."""
    app = request.app
    now = app[CLOCK].now()
    with suppress(StoreError, TimeoutError):
        async with asyncio.timeout(READY_SECONDS):
            app[METRICS].show_waiting(await app[STORE].read(lambda uow: uow.outbox.waiting(now)), now)
    if API in app:
        app[METRICS].tokens.set(app[API].tokens_fetched)
    return web.Response(body=request.app[METRICS].exposition(), headers={"Content-Type": CONTENT_TYPE})


def _echoed(request: web.Request, callback: WecomCallback | WechatCallback) -> web.Response:
    try:
        echo = callback.verify(_literal_query(request))
    except CallError as error:
        return _refused(request, error)
    return web.Response(body=echo, content_type="text/plain")


async def _answered(request: web.Request, callback: WecomCallback | WechatCallback) -> web.Response:
    try:
        call = callback.receive(request.query, await _body(request))
        reply = await request.app[PIPELINE].receive(call.incoming)
    except CallError as error:
        return _refused(request, error)
    except StoreError:
        return web.Response(status=503)
    if not reply.text:
        return web.Response()
    return web.Response(body=callback.reply(call, reply.text), content_type=_XML)


def _literal_query(request: web.Request) -> MultiDict[str]:
    """Read the parameters so that a plus is a plus: it is a letter of base64, and no space is."""
    pairs = (pair.partition("=") for pair in request.rel_url.raw_query_string.split("&"))
    return MultiDict((unquote(name), unquote(value)) for name, _, value in pairs)


async def _body(request: web.Request) -> bytes:
    """Read the body within its bounds; raises CallError."""
    headers = request.headers
    if "Content-Encoding" in headers:
        raise CallError(415, "encoding")
    if "Content-Type" in headers and request.content_type not in _XML_TYPES:
        raise CallError(415, "type")
    if (request.content_length or 0) > BODY_BYTES:
        raise CallError(413, "size")
    try:
        if request.content.is_eof():
            return await request.read()
        async with asyncio.timeout(BODY_SECONDS):
            return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise CallError(413, "size") from None
    except TimeoutError:
        raise CallError(408, "slow") from None


def _refused(request: web.Request, error: CallError) -> web.Response:
    request.app[METRICS].refused_calls.labels(error.reason).inc()
    return web.Response(status=error.status)
