"""A file on its way to a browser: whole or broken off, and nothing in it runs on our page."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from http import HTTPStatus
from typing import Final
from urllib.parse import quote

import structlog
from aiohttp import web

from bot.documents.made import Made
from bot.documents.rendering import made
from bot.downloads.pages import HEADERS, page
from bot.keys import CLOCK, DOWNLOADS, FILES, LIBRARY, STORE
from handlers.exports.orders import NAMES, Order, filled

AT_ONCE: Final = 4
"""So many downloads are under way at most."""
WAIT_SECONDS: Final = 10.0
"""So long one more waits for its turn: the pictures of a page are asked for all at once."""
STALLED_SECONDS: Final = 60.0
"""Who takes nothing for so long is let go."""
SHOWN: Final = ("image/jpeg", "image/png", "image/gif", "image/webp")
"""What a browser shows as a picture and runs nothing of."""
FILE_POLICY: Final = "default-src 'none'; sandbox"
_log = structlog.get_logger()


async def made_for(request: web.Request, order: Order) -> Made:
    """The file as things are now; who opens it is checked again, and noted."""
    library, now = request.app[LIBRARY], request.app[CLOCK].now()
    content = await request.app[STORE].read(lambda uow: filled(uow, order, library, now))
    if request.method != "HEAD":
        actor, detail = f"contact:{order.contact_id}", order.written()
        await request.app[STORE].run(
            lambda uow: uow.audit.record(now, actor, "open", NAMES[order.what], detail)
        )
    return await made(order.what, content, request.app[FILES])


async def streamed(
    request: web.Request, ready: Made, order: Order, *, inline: bool = False
) -> web.StreamResponse:
    """Send the file part by part; only a picture is shown where it is, and only if it is `inline`."""
    shown = inline and ready.mime in SHOWN
    response = web.StreamResponse(headers={**HEADERS, "Content-Security-Policy": FILE_POLICY})
    response.content_type = ready.mime if shown else "application/octet-stream"
    response.content_length = ready.size
    response.headers["Content-Disposition"] = disposition(ready.name, inline=shown)
    if request.method == "HEAD":
        await response.prepare(request)
        return response
    turns = request.app[DOWNLOADS]
    try:
        async with asyncio.timeout(WAIT_SECONDS):
            await turns.acquire()
    except TimeoutError:
        return page("told.html", HTTPStatus.SERVICE_UNAVAILABLE, words="正在下载的人多，请过几分钟再点链接。")
    try:
        await response.prepare(request)
        await _written(response, ready)
    except Exception as error:  # noqa: BLE001 -- half a file must not pass for a whole one, whatever happened
        if not isinstance(error, ConnectionError):
            _log.exception("download_broken_off", what=order.what)
        if request.transport is not None:
            request.transport.abort()
    finally:
        turns.release()
    return response


async def _written(response: web.StreamResponse, ready: Made) -> None:
    async for part in _read(ready.parts()):
        async with asyncio.timeout(STALLED_SECONDS):
            await response.write(part)
    await response.write_eof()


async def _read(parts: Iterator[bytes]) -> AsyncIterator[bytes]:
    """The parts, each once the next has been read: the last is given only when the end has proved sound.

    A part is read in a thread while another is on its way.
    """
    held = await asyncio.to_thread(next, parts, b"")
    ahead = asyncio.create_task(asyncio.to_thread(next, parts, b""))
    try:
        while held:
            following = await ahead
            if following:
                ahead = asyncio.create_task(asyncio.to_thread(next, parts, b""))
            yield held
            held = following
    finally:
        # Nothing may be read from the parts when they are let go.
        with suppress(Exception):
            await ahead


def disposition(name: str, *, inline: bool = False) -> str:
    """The header by which a browser keeps the file under its Chinese name (RFC 5987), with a plain one for old ones."""
    _, dot, ending = name.rpartition(".")
    plain = f"download{dot}{ending}" if dot and ending.isascii() and ending.isalnum() else "download"
    return f"{'inline' if inline else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
