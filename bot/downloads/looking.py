"""A reviewer's page of one leaf's evidence, and the pieces on it."""

import asyncio
from typing import Final

from aiohttp import web

from bot.downloads.entry import BACK, come_back, held, let_in, press
from bot.downloads.files import fetched
from bot.downloads.pages import HEADERS, page, told
from bot.downloads.streaming import FILE_POLICY, SHOWN, made_for, streamed
from bot.file_types import TYPES
from bot.keys import FILES, LIBRARY, STORE
from bot.links import Link
from bot.pictures import EXTENSIONS
from handlers.exports.looking import LOOK, Leaf, leaf_for
from handlers.exports.orders import Order, OrderError
from store.records import Evidence

THUMBNAIL: Final = "image/jpeg"
SEEN: Final = frozenset(TYPES[extension].mime for extension in EXTENSIONS)
"""What has a small picture to be seen."""

routes = web.RouteTableDef()


@routes.get(f"/{LOOK}/{{token}}")
@told
async def look(request: web.Request) -> web.StreamResponse:
    """Show the evidence of one leaf at the width of a phone."""
    link = await let_in(request, LOOK)
    if not isinstance(link, Link):
        return link
    leaf = await _leaf(request, link)
    return page("leaf.html", leaf=leaf, token=request.match_info["token"], seen=SEEN)


@routes.post(f"/{LOOK}/{{token}}")
@told
async def open_look(request: web.Request) -> web.StreamResponse:
    """Let this browser have the link."""
    return await press(request, LOOK)


@routes.get(f"/{LOOK}/{{token}}/{BACK}")
@told
async def told_of_look(request: web.Request) -> web.StreamResponse:
    """Let its owner have the link."""
    return await come_back(request, LOOK)


@routes.get(f"/{LOOK}/{{token}}/{{id:\\d{{1,12}}}}")
@told
async def item(request: web.Request) -> web.StreamResponse:
    """Give one piece of the leaf: a picture to be seen, anything else to be kept."""
    order, row = await _piece(request)
    return await _shown(request, order) if row.mime in SHOWN else fetched(request, order)


@routes.get(f"/{LOOK}/{{token}}/{{id:\\d{{1,12}}}}/small")
@told
async def small(request: web.Request) -> web.StreamResponse:
    """Give the small picture of a piece, or the piece where none was made."""
    order, row = await _piece(request)
    content = await asyncio.to_thread(request.app[FILES].thumbnail, row.sha256 or "")
    if content is None:
        return await _shown(request, order)
    headers = {**HEADERS, "Content-Security-Policy": FILE_POLICY}
    return web.Response(body=content, content_type=THUMBNAIL, headers=headers)


async def _shown(request: web.Request, order: Order) -> web.StreamResponse:
    return await streamed(request, await made_for(request, order), order, inline=True)


async def _piece(request: web.Request) -> tuple[Order, Evidence]:
    """The piece that the address names, where it is one of the leaf; raises LinkError and OrderError."""
    link = await held(request, LOOK)
    wanted = int(request.match_info["id"])
    row = next((row for row in (await _leaf(request, link)).rows if row.id == wanted), None)
    if row is None:
        raise OrderError("没有这件材料，或您现在不能看。")
    return Order("item", link.contact_id, evidence_id=wanted), row


async def _leaf(request: web.Request, link: Link) -> Leaf:
    library = request.app[LIBRARY]
    return await request.app[STORE].read(lambda uow: leaf_for(uow, link.contact_id, link.target, library))
