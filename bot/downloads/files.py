"""A file that was asked for: its link opens for its owner and leads to an address that gives it, for a short time."""

from datetime import timedelta
from typing import Final

from aiohttp import web

from bot.documents.rendering import KIND, order_of, target_of
from bot.downloads.entry import BACK, come_back, let_in, opened, press
from bot.downloads.pages import told
from bot.downloads.streaming import made_for, streamed
from bot.keys import CLOCK, LINKS
from bot.links import Link
from bot.pages.answers import away
from handlers.exports.orders import Order

FETCH: Final = "fetch"
"""The kind of the links that give a file to whoever asks: many a browser leaves that to another program, which
knows none of its cookies."""
TO_FETCH: Final = timedelta(minutes=2)

routes = web.RouteTableDef()


@routes.get(f"/{KIND}/{{token}}")
@told
async def file(request: web.Request) -> web.StreamResponse:
    """Lead to what was asked for."""
    link = await let_in(request, KIND)
    return fetched(request, order_of(link.target, link.contact_id)) if isinstance(link, Link) else link


@routes.post(f"/{KIND}/{{token}}")
@told
async def open_file(request: web.Request) -> web.StreamResponse:
    """Let this browser have the link."""
    return await press(request, KIND)


@routes.get(f"/{KIND}/{{token}}/{BACK}")
@told
async def told_of_file(request: web.Request) -> web.StreamResponse:
    """Let its owner have the link."""
    return await come_back(request, KIND)


@routes.get(f"/{FETCH}/{{token}}")
@told
async def fetch(request: web.Request) -> web.StreamResponse:
    """Stream what was asked for, as it is now."""
    link = opened(request, FETCH)
    order = order_of(link.target, link.contact_id)
    return await streamed(request, await made_for(request, order), order)


def fetched(request: web.Request, order: Order) -> web.Response:
    """Send the browser to where the file is, for a little while."""
    until = request.app[CLOCK].now() + TO_FETCH
    return away(f"/{FETCH}/{request.app[LINKS].sign(FETCH, order.contact_id, target_of(order), until)}")
