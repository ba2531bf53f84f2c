"""What signed links open: a file that was asked for, and a reviewer's page of one leaf's evidence."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import quote

import structlog
from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.documents.made import Made
from bot.documents.rendering import KIND, made, order_of
from bot.keys import CLOCK, FILES, LIBRARY, LINKS, STORE
from bot.links import Link, LinkError
from handlers.exports.looking import LOOK, Leaf, leaf_for
from handlers.exports.orders import NAMES, Order, OrderError, filled
from handlers.wording import local
from store.errors import StoreError

AT_ONCE: Final = 4
"""So many downloads are under way at most."""
STALLED_SECONDS: Final = 60.0
"""Who takes nothing for so long is let go."""
THUMBNAIL: Final = "image/jpeg"
SHOWN: Final = ("image/jpeg", "image/png", "image/gif", "image/webp")
"""What a browser shows as a picture and runs nothing of."""
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_FILE_POLICY: Final = "default-src 'none'; sandbox"
_PAGE_POLICY: Final = (
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "pages" / "look"),
    autoescape=True,
    undefined=StrictUndefined,
)
_TEMPLATES.filters["day"] = lambda at: f"{local(at):%Y-%m-%d %H:%M}"
_log = structlog.get_logger()
_under_way = asyncio.Semaphore(AT_ONCE)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
routes = web.RouteTableDef()


def told(handler: Handler) -> Handler:
    """Let what cannot be opened be a page of one Chinese sentence."""

    async def opened(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except (LinkError, OrderError) as error:
            return _page("told.html", HTTPStatus.FORBIDDEN, words=str(error))
        except (StoreError, OSError):
            _log.exception("download_failed")
            return _page("told.html", HTTPStatus.SERVICE_UNAVAILABLE, words="现在打不开，请过一会儿再试。")

    return opened


@routes.get(f"/{KIND}/{{token}}")
@told
async def file(request: web.Request) -> web.StreamResponse:
    """Stream what was asked for, as it is now."""
    link = _link(request, KIND)
    order = order_of(link.target, link.contact_id)
    return await _streamed(request, await _made(request, order), order)


@routes.get(f"/{LOOK}/{{token}}")
@told
async def look(request: web.Request) -> web.StreamResponse:
    """Show the evidence of one leaf at the width of a phone."""
    link = _link(request, LOOK)
    leaf = await _leaf(request, link)
    return _page("leaf.html", HTTPStatus.OK, leaf=leaf, token=request.match_info["token"], shown=SHOWN)


@routes.get(f"/{LOOK}/{{token}}/{{id:\\d{{1,12}}}}")
@told
async def item(request: web.Request) -> web.StreamResponse:
    """Give one piece of the leaf: a picture to be seen, anything else to be kept."""
    order = await _order_in_leaf(request)
    return await _streamed(request, await _made(request, order), order, inline=True)


@routes.get(f"/{LOOK}/{{token}}/{{id:\\d{{1,12}}}}/small")
@told
async def small(request: web.Request) -> web.StreamResponse:
    """Give the small picture of a piece, or the piece where none was made."""
    order = await _order_in_leaf(request)
    row = next(
        row for row in (await _leaf(request, _link(request, LOOK))).rows if row.id == order.evidence_id
    )
    content = await asyncio.to_thread(request.app[FILES].thumbnail, row.sha256 or "")
    if content is None:
        return await _streamed(request, await _made(request, order), order, inline=True)
    headers = {**_HEADERS, "Content-Security-Policy": _FILE_POLICY}
    return web.Response(body=content, content_type=THUMBNAIL, headers=headers)


def _link(request: web.Request, kind: str) -> Link:
    return request.app[LINKS].open(request.match_info["token"], kind, request.app[CLOCK].now())


async def _leaf(request: web.Request, link: Link) -> Leaf:
    library = request.app[LIBRARY]
    return await request.app[STORE].read(lambda uow: leaf_for(uow, link.contact_id, link.target, library))


async def _order_in_leaf(request: web.Request) -> Order:
    link, wanted = _link(request, LOOK), int(request.match_info["id"])
    leaf = await _leaf(request, link)
    if wanted not in {row.id for row in leaf.rows}:
        raise OrderError("没有这件材料，或您现在不能看。")
    return Order("item", link.contact_id, evidence_id=wanted)


async def _made(request: web.Request, order: Order) -> Made:
    """The file as things are now; who opens it is checked again, and noted."""
    library, now = request.app[LIBRARY], request.app[CLOCK].now()
    content = await request.app[STORE].read(lambda uow: filled(uow, order, library, now))
    if request.method != "HEAD":
        actor, detail = f"contact:{order.contact_id}", order.written()
        await request.app[STORE].run(
            lambda uow: uow.audit.record(now, actor, "open", NAMES[order.what], detail)
        )
    return await asyncio.to_thread(made, order.what, content, request.app[FILES])


async def _streamed(
    request: web.Request, ready: Made, order: Order, *, inline: bool = False
) -> web.StreamResponse:
    shown = inline and ready.mime in SHOWN
    response = web.StreamResponse(headers={**_HEADERS, "Content-Security-Policy": _FILE_POLICY})
    response.content_type = ready.mime if shown else "application/octet-stream"
    response.content_length = ready.size
    response.headers["Content-Disposition"] = disposition(ready.name, inline=shown)
    if request.method == "HEAD":
        await response.prepare(request)
        return response
    if _under_way.locked():
        return _page(
            "told.html", HTTPStatus.SERVICE_UNAVAILABLE, words="正在下载的人多，请过几分钟再点链接。"
        )
    async with _under_way:
        await response.prepare(request)
        try:
            await _written(response, ready)
        except Exception as error:  # noqa: BLE001 -- half a file must not pass for a whole one, whatever happened
            if not isinstance(error, ConnectionError):
                _log.exception("download_broken_off", what=order.what)
            if request.transport is not None:
                request.transport.abort()
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


def _page(template: str, status: HTTPStatus, **values: object) -> web.Response:
    text = _TEMPLATES.get_template(template).render(**values)
    headers = {**_HEADERS, "Content-Security-Policy": _PAGE_POLICY}
    return web.Response(text=text, status=status, content_type="text/html", headers=headers)
