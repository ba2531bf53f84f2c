"""The pages that signed links open, and what is said where they open nothing."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final

import structlog
from aiohttp import web

from bot.links import LinkError
from bot.pages.answers import document
from handlers.exports.orders import OrderError
from store.errors import StoreError

HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_PAGE_POLICY: Final = (
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_log = structlog.get_logger()

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def page(template: str, status: HTTPStatus = HTTPStatus.OK, **values: object) -> web.Response:
    """A page without any script."""
    headers = {**HEADERS, "Content-Security-Policy": _PAGE_POLICY}
    return document(f"look/{template}", values, status, headers)


def told(handler: Handler) -> Handler:
    """Let what cannot be opened be a page of one Chinese sentence."""

    async def opened(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except (LinkError, OrderError) as error:
            return page("told.html", HTTPStatus.FORBIDDEN, words=str(error))
        except (StoreError, OSError):
            _log.exception("download_failed")
            return page("told.html", HTTPStatus.SERVICE_UNAVAILABLE, words="现在打不开，请过一会儿再试。")

    return opened
