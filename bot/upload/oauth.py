"""Opened from the app's menu (企业微信网页授权, snsapi_base): the platform tells who it is, without a link."""

import hmac
import secrets
from urllib.parse import urlencode

import structlog
from aiohttp import web

from bot.channels.base import DeliveryError
from bot.channels.wecom_messages import NAME
from bot.keys import API, CLOCK, LIBRARY, SETTINGS, STORE
from bot.upload.answers import HEADERS, notice
from bot.upload.doors import FORBIDDEN, HOME, hashed, is_secure, let_in
from handlers import upload_links
from handlers.messages import Incoming
from handlers.upload_links import ASK_AGAIN, NoEntryError

RETURN = f"{HOME}/oauth"
STATE = "kaohe_state"
STATE_SECONDS = 600
_OWN_BROWSER = "wxwork"
"""企业微信's built-in browser says so in its User-Agent; in any other the platform refuses."""
_LONGEST_CODE = 512
_UNAVAILABLE = 503

routes = web.RouteTableDef()
_log = structlog.get_logger()


def identify(request: web.Request) -> web.Response | None:
    """Send the platform's own browser to it to be told who that is; None for every other browser."""
    settings = request.app[SETTINGS]
    if settings.public_url is None or not settings.has_app:
        return None
    if _OWN_BROWSER not in request.headers.get("User-Agent", "").lower():
        return None
    state = secrets.token_hex(32)
    asked = {
        "appid": settings.wecom.corp_id,
        "redirect_uri": settings.public_url.rstrip("/") + RETURN,
        "response_type": "code",
        "scope": "snsapi_base",
        "state": state,
        "agentid": settings.wecom.agent_id,
    }
    base = settings.wecom_oauth_base.rstrip("/")
    place = f"{base}/connect/oauth2/authorize?{urlencode(asked)}#wechat_redirect"
    answer = web.Response(status=302, headers={**HEADERS, "Location": place})
    answer.set_cookie(
        STATE,
        state,
        max_age=STATE_SECONDS,
        path=RETURN,
        httponly=True,
        samesite="Lax",
        secure=is_secure(request),
    )
    return answer


@routes.get(RETURN)
async def come_back(request: web.Request) -> web.Response:
    """Let in whom the platform names for the code; state and code are good for once."""
    answer = await _entered(request)
    answer.del_cookie(STATE, path=RETURN)
    return answer


async def _entered(request: web.Request) -> web.Response:
    code, state = request.query.get("code", ""), request.query.get("state", "")
    expected = request.cookies.get(STATE, "")
    sent_by_us = bool(expected) and hmac.compare_digest(state.encode(), expected.encode())
    if not sent_by_us or not 0 < len(code) <= _LONGEST_CODE:
        return notice(f"没能确认您的身份。请从应用菜单重新打开；还不行，{ASK_AGAIN}", FORBIDDEN)
    session, now = secrets.token_urlsafe(32), request.app[CLOCK].now()
    try:
        userid = await request.app[API].member_of(code)
    except DeliveryError as error:
        _log.warning("oauth_failed", code=error.code, reason=error.reason)
        return notice(f"企业微信没能确认您的身份。请从应用菜单重新打开；还不行，{ASK_AGAIN}", _UNAVAILABLE)
    if not userid:
        return notice("只有本单位企业微信里的人能用。", FORBIDDEN)
    seen, library = Incoming(NAME, "", userid, "event", now), request.app[LIBRARY]
    try:
        await request.app[STORE].run(
            lambda uow: upload_links.enter_as(seen, uow, hashed(session), now, library)
        )
    except NoEntryError as error:
        return notice(str(error), FORBIDDEN)
    return let_in(request, session)
