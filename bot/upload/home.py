"""The page itself and its files."""

from aiohttp import web

from bot.keys import DRAFTS
from bot.pages import ICON
from bot.pages.answers import FOLDER, HEADERS, document
from bot.upload.answers import notice
from bot.upload.doors import FORBIDDEN, GONE, HOME, as_visitor, form_seal, session_of
from bot.upload.oauth import identify
from handlers.context import Context
from handlers.evidence import uploading
from handlers.evidence.upload_links import NoEntryError

_SCRIPT = "text/javascript"
_STATIC = {
    "opening.js": _SCRIPT,
    "sha256.js": _SCRIPT,
    "upload.js": _SCRIPT,
    "upload.css": "text/css",
    ICON.name: "image/svg+xml",
}
_MEGABYTE = 1 << 20

routes = web.RouteTableDef()


@routes.get(HOME)
async def page(request: web.Request) -> web.StreamResponse:
    """The page of whoever has opened a link or is known to the platform."""
    try:
        values = await as_visitor(request, _values)
    except NoEntryError as error:
        return identify(request) or notice(str(error), GONE if session_of(request) else FORBIDDEN)
    values |= {"seal": form_seal(session_of(request))}
    values |= {"megabytes": request.app[DRAFTS].limits.file // _MEGABYTE}
    return document("upload/upload.html", values)


@routes.get(HOME + "/static/{name}")
async def static(request: web.Request) -> web.FileResponse:
    """The page's own script and style, and the icon of every page."""
    name = request.match_info["name"]
    if name not in _STATIC:
        raise web.HTTPNotFound
    headers = {**HEADERS, "Cache-Control": "no-cache", "Content-Type": f"{_STATIC[name]}; charset=utf-8"}
    return web.FileResponse(ICON if name == ICON.name else FOLDER / "upload" / name, headers=headers)


def _values(context: Context) -> dict[str, object]:
    person, campaign = context.speaker.contact, context.speaker.campaign
    return {
        "name": person.name,
        "unit": context.seat.unit,
        "campaign": campaign.name,
        "places": uploading.places(context),
    }
