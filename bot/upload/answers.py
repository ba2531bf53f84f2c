"""The answers of the upload page: its documents, JSON for its calls, and the headers that shut all else out."""

from collections.abc import Mapping
from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

PAGES = Path(__file__).parents[1] / "pages" / "upload"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_templates = Environment(loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined)


def document(name: str, values: Mapping[str, object], status: int = 200) -> web.Response:
    """One of the templates, filled in."""
    html = _templates.get_template(name).render(values)
    return web.Response(text=html, status=status, content_type="text/html", headers=HEADERS)


def notice(text: str, status: int = 200) -> web.Response:
    """A page that only says something."""
    return document("notice.html", {"text": text}, status)


def said(values: Mapping[str, object], status: int = 200) -> web.Response:
    """What the page's script is answered."""
    return web.json_response(values, status=status, headers=HEADERS)


def problem(text: str, status: int, **values: object) -> web.Response:
    """Why something was not done, in one Chinese line that the page shows."""
    return said({"problem": text, **values}, status)


def away(place: str) -> web.Response:
    """Send the browser on."""
    return web.Response(status=303, headers={**HEADERS, "Location": place})
