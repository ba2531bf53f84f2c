"""A page as an answer: a template filled in, with the headers that shut all else out."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from aiohttp import web

from handlers.wording import local

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER: Final = Path(__file__).parent
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@cache
def _templates() -> "Environment":
    """The templates, from the first page that is asked for on."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 -- it takes 5 MB

    templates = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined)
    templates.filters["day"] = lambda at: f"{local(at):%Y-%m-%d %H:%M}"
    return templates


def document(
    name: str, values: Mapping[str, object], status: int = 200, headers: Mapping[str, str] = HEADERS
) -> web.Response:
    """One of the templates, by its path in this folder, filled in."""
    html = _templates().get_template(name).render(values)
    return web.Response(text=html, status=status, content_type="text/html", headers=headers)


def notice(title: str, text: str, status: int = 200) -> web.Response:
    """A page that only says something."""
    return document("upload/notice.html", {"title": title, "text": text}, status)


def opening(title: str, text: str, button: str) -> web.Response:
    """A page with one button, which a person's browser presses by itself.

    Programs that look at links before their readers do press none.
    """
    return document("upload/opening.html", {"title": title, "text": text, "button": button})


def away(place: str) -> web.Response:
    """Send the browser on."""
    return web.Response(status=303, headers={**HEADERS, "Location": place})
