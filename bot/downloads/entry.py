"""Who is let in by a signed link: its owner where the platform can tell, else the browser that opened it first."""

import hashlib
import hmac
import math
import secrets
from collections.abc import Callable
from typing import Final, TypeVar

from aiohttp import web

from bot import member
from bot.keys import CLOCK, DELIVERY, LINKS, STORE
from bot.links import Link, LinkError
from bot.pages.answers import away, notice, opening
from handlers.exports.opening import FOREIGN, TAKEN, claim, take_over, tell_owner
from store.records import LinkPass
from store.unit_of_work import UnitOfWork

COOKIE: Final = "kaohe_link"
BACK: Final = "me"
"""The last part of the address to which the platform sends a browser back."""
TITLE: Final = "打开材料"
ONE_DEVICE: Final = "这个链接只发给您一个人，只能在一台设备上用：在这里打开后，别处就打不开了。"
FORBIDDEN: Final = 403
T = TypeVar("T")


def opened(request: web.Request, kind: str) -> Link:
    """What the address says; raises LinkError."""
    return request.app[LINKS].open(request.match_info["token"], kind, request.app[CLOCK].now())


def home_of(request: web.Request, kind: str) -> str:
    """The address of the link itself."""
    return f"/{kind}/{request.match_info['token']}"


async def held(request: web.Request, kind: str) -> Link:
    """The link, where this browser has it; raises LinkError."""
    link = opened(request, kind)
    holder = await request.app[STORE].read(lambda uow: uow.link_passes.of(link.id))
    if not _is_own(request, holder):
        raise LinkError("请先打开聊天里的链接。")
    return link


async def let_in(request: web.Request, kind: str) -> Link | web.Response:
    """The link, where this browser has it; what any other one is shown instead. Raises LinkError."""
    link = opened(request, kind)
    holder = await request.app[STORE].read(lambda uow: uow.link_passes.of(link.id))
    if _is_own(request, holder):
        return link
    if await member.can_name_owner(request, link.contact_id):
        return member.asked(request, f"{home_of(request, kind)}/{BACK}")
    if holder is None:
        return opening(TITLE, ONE_DEVICE, "打开")
    now = request.app[CLOCK].now()
    await _run(request, lambda uow: tell_owner(uow, link.id, link.contact_id, now))
    return notice(TITLE, TAKEN, FORBIDDEN)


async def press(request: web.Request, kind: str) -> web.Response:
    """The button was pressed: the browser has the link, if no other one has it. Raises LinkError."""
    link, now = opened(request, kind), request.app[CLOCK].now()
    if await member.can_name_owner(request, link.contact_id):
        return away(home_of(request, kind))
    session = request.cookies.get(COOKIE) or secrets.token_urlsafe(32)
    wanted = _pass(link, session)
    if not await _run(request, lambda uow: claim(uow, wanted, now)):
        return notice(TITLE, TAKEN, FORBIDDEN)
    return _given(request, link, session)


async def come_back(request: web.Request, kind: str) -> web.Response:
    """The platform has sent the browser back: the link's owner has it, wherever it was open. Raises LinkError."""
    link, now, session = opened(request, kind), request.app[CLOCK].now(), secrets.token_urlsafe(32)
    try:
        account = await member.told(request)
    except member.UnknownMemberError as error:
        answer = notice(TITLE, f"{error}请从聊天里重新打开链接。", error.status)
    else:
        wanted = _pass(link, session)
        is_owner = await _run(request, lambda uow: take_over(uow, wanted, account, now))
        answer = _given(request, link, session) if is_owner else notice(TITLE, FOREIGN, FORBIDDEN)
    answer.del_cookie(member.STATE, path=request.path)
    return answer


async def _run(request: web.Request, work: Callable[[UnitOfWork], T]) -> T:
    done = await request.app[STORE].run(work)
    request.app[DELIVERY].wake()
    return done


def _given(request: web.Request, link: Link, session: str) -> web.Response:
    """Send the browser to the link's address with the cookie by which it is known there."""
    home = home_of(request, link.kind)
    answer = away(home)
    left = math.ceil((link.expires_at - request.app[CLOCK].now()).total_seconds())
    member.give_cookie(request, answer, COOKIE, session, left, path=home)
    return answer


def _pass(link: Link, session: str) -> LinkPass:
    return LinkPass(link.id, link.contact_id, _hashed(session), link.expires_at)


def _is_own(request: web.Request, holder: LinkPass | None) -> bool:
    session = request.cookies.get(COOKIE, "")
    return holder is not None and hmac.compare_digest(holder.session_hash, _hashed(session))


def _hashed(session: str) -> str:
    """How the database knows a browser: the cookie itself stands nowhere but in it."""
    return hashlib.sha256(b"link session:" + session.encode("utf-8", "surrogateescape")).hexdigest()
