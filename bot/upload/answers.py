"""The answers of the upload page: its documents, and JSON for the calls of its script."""

from collections.abc import Mapping

from aiohttp import web

from bot.pages import answers
from bot.pages.answers import HEADERS

TITLE = "上传材料"


def notice(text: str, status: int = 200) -> web.Response:
    """A page that only says something."""
    return answers.notice(TITLE, text, status)


def said(values: Mapping[str, object], status: int = 200) -> web.Response:
    """What the page's script is answered."""
    return web.json_response(values, status=status, headers=HEADERS)


def problem(text: str, status: int, **values: object) -> web.Response:
    """Why something was not done, in one Chinese line that the page shows."""
    return said({"problem": text, **values}, status)
