"""Opened from the app's menu: the platform tells who it is, without a link."""

import secrets

from aiohttp import web

from bot import member
from bot.channels.wecom_messages import NAME
from bot.keys import CLOCK, LIBRARY, STORE
from bot.upload.answers import notice
from bot.upload.doors import FORBIDDEN, RETURN, hashed, let_in
from handlers.evidence import upload_links
from handlers.evidence.upload_links import ASK_AGAIN, NoEntryError
from handlers.messages import Incoming

routes = web.RouteTableDef()


def identify(request: web.Request) -> web.Response | None:
    """Send the platform's own browser to it to be told who that is; None for every other browser."""
    return member.asked(request, RETURN) if member.can_be_told(request) else None


@routes.get(RETURN)
async def come_back(request: web.Request) -> web.Response:
    """Let in whom the platform names."""
    answer = await _entered(request)
    answer.del_cookie(member.STATE, path=RETURN)
    return answer


async def _entered(request: web.Request) -> web.Response:
    session, now, library = secrets.token_urlsafe(32), request.app[CLOCK].now(), request.app[LIBRARY]
    try:
        seen = Incoming(NAME, "", await member.told(request), "event", now)
    except member.UnknownMemberError as error:
        return notice(f"{error}请从应用菜单重新打开；还不行，{ASK_AGAIN}", error.status)
    try:
        await request.app[STORE].run(
            lambda uow: upload_links.enter_as(seen, uow, hashed(session), now, library)
        )
    except NoEntryError as error:
        return notice(str(error), FORBIDDEN)
    return let_in(request, session)
