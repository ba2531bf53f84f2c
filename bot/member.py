"""Who uses a browser, as the platform tells it (企业微信网页授权, snsapi_base); only its own browser can be told."""

import hmac
import secrets
from typing import Final
from urllib.parse import urlencode

import structlog
from aiohttp import web

from bot.channels.base import DeliveryError
from bot.channels.wecom_messages import NAME
from bot.keys import API, SETTINGS, STORE
from bot.pages.answers import HEADERS
from handlers.exports.opening import is_on

STATE: Final = "kaohe_state"
STATE_SECONDS: Final = 600
_OWN_BROWSER: Final = "wxwork"
"""企业微信's built-in browser says so in its User-Agent; in any other the platform refuses."""
_LONGEST_CODE: Final = 512
_FORBIDDEN: Final = 403
_UNAVAILABLE: Final = 503
_log = structlog.get_logger()


class UnknownMemberError(Exception):
    """The platform has not told who it is; the message is Chinese, for the page, `status` that of the answer."""

    def __init__(self, text: str, status: int) -> None:
        super().__init__(text)
        self.status = status


def can_be_told(request: web.Request) -> bool:
    """Whether the platform tells who uses that browser."""
    settings = request.app[SETTINGS]
    return (
        settings.public_url is not None
        and settings.has_app
        and settings.wecom_oauth
        and _OWN_BROWSER in request.headers.get("User-Agent", "").lower()
    )


async def can_name_owner(request: web.Request, contact_id: int) -> bool:
    """Whether the platform tells if this is the browser of that person of the roster."""
    if not can_be_told(request):
        return False
    return await request.app[STORE].read(lambda uow: is_on(uow, contact_id, NAME))


def asked(request: web.Request, back: str) -> web.Response:
    """Send the browser to the platform, which sends it to the path `back` with a code that tells who it is."""
    settings, state = request.app[SETTINGS], secrets.token_hex(32)
    query = {
        "appid": settings.wecom.corp_id,
        "redirect_uri": (settings.public_url or "").rstrip("/") + back,
        "response_type": "code",
        "scope": "snsapi_base",
        "state": state,
        "agentid": settings.wecom.agent_id,
    }
    base = settings.wecom_oauth_base.rstrip("/")
    place = f"{base}/connect/oauth2/authorize?{urlencode(query)}#wechat_redirect"
    answer = web.Response(status=302, headers={**HEADERS, "Location": place})
    give_cookie(request, answer, STATE, state, STATE_SECONDS, path=back)
    return answer


async def told(request: web.Request) -> str:
    """The lower-cased account of whoever has come back from the platform; raises UnknownMemberError.

    State and code are good for once.
    """
    code, state = request.query.get("code", ""), request.query.get("state", "")
    expected = request.cookies.get(STATE, "")
    sent_by_us = bool(expected) and hmac.compare_digest(_bytes(state), _bytes(expected))
    if not sent_by_us or not 0 < len(code) <= _LONGEST_CODE:
        raise UnknownMemberError("没能确认您的身份。", _FORBIDDEN)
    try:
        account = await request.app[API].member_of(code)
    except DeliveryError as error:
        _log.warning("oauth_failed", code=error.code, reason=error.reason)
        raise UnknownMemberError("企业微信没能确认您的身份。", _UNAVAILABLE) from None
    if not account:
        raise UnknownMemberError("只有本单位企业微信里的人能用。", _FORBIDDEN)
    return account


def _bytes(text: str) -> bytes:
    """Whatever a browser has sent."""
    return text.encode("utf-8", "surrogateescape")


def give_cookie(
    request: web.Request, answer: web.StreamResponse, name: str, value: str, seconds: int, *, path: str
) -> None:
    """Let the browser, and no script in it, bring that value back to us under that path."""
    secure = (request.app[SETTINGS].public_url or "").startswith("https:")
    answer.set_cookie(name, value, max_age=seconds, path=path, httponly=True, samesite="Lax", secure=secure)
