"""Who is let in to the upload page: the signed link and the browser that opened it first."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from typing import TypeVar

from aiohttp import web

from bot import member
from bot.keys import CLOCK, DELIVERY, LIBRARY, LINKS, STORE
from bot.links import Link, LinkError
from bot.pages.answers import away, opening
from bot.upload.answers import TITLE, notice
from handlers.context import Context
from handlers.evidence import upload_links
from handlers.evidence.upload_links import ASK_AGAIN, LINK_LIFETIME, PAGE, SESSION_LIFETIME, NoEntryError
from store.unit_of_work import UnitOfWork

HOME = "/upload"
RETURN = f"{HOME}/oauth"
"""Where the platform sends a browser back, and tells whose it is."""
COOKIE = "kaohe_upload"
FORBIDDEN = 403
GONE = 410
_OWN = "own"
_ONE_DEVICE = "这个链接只能在一台设备上用：在这里打开后，别处就打不开了。"
T = TypeVar("T")

routes = web.RouteTableDef()


@routes.get(HOME + "/{token}")
async def look(request: web.Request) -> web.Response:
    """Offer to open the link; only the button uses it up."""
    try:
        link = _link(request)
    except LinkError as error:
        return await _old_link(request, error)
    now = request.app[CLOCK].now()
    if await request.app[STORE].read(lambda uow: _is_own(uow, request, link)):
        return away(HOME)
    if await member.can_name_owner(request, link.contact_id):
        return member.asked(request, RETURN)
    why = await _run(request, lambda uow: upload_links.knock(uow, link.contact_id, link.target, now))
    return notice(why, GONE) if why else opening(TITLE, _ONE_DEVICE, "打开上传页")


@routes.post(HOME + "/{token}")
async def open_link(request: web.Request) -> web.Response:
    """Use the link up: this browser gets a cookie and the page, every other one is kept out."""
    try:
        link = _link(request)
    except LinkError as error:
        return await _old_link(request, error)
    session = secrets.token_urlsafe(32)
    now = request.app[CLOCK].now()

    def work(uow: UnitOfWork) -> str:
        if _is_own(uow, request, link):
            return _OWN
        return upload_links.enter(uow, link.contact_id, link.target, hashed(session), now)

    why = await _run(request, work)
    if why == _OWN:
        return away(HOME)
    return notice(why, GONE) if why else let_in(request, session)


def let_in(request: web.Request, session: str) -> web.Response:
    """Send the browser to the page with the cookie by which it is known from now on."""
    answer = away(HOME)
    member.give_cookie(request, answer, COOKIE, session, int(SESSION_LIFETIME.total_seconds()), path=HOME)
    return answer


def hashed(session: str) -> str:
    """How the database knows a browser: the cookie itself stands nowhere but in it."""
    return hashlib.sha256(b"upload session:" + session.encode("utf-8", "surrogateescape")).hexdigest()


def form_seal(session: str) -> str:
    """What a form of this browser's page holds, and no other page can know."""
    return hmac.new(session.encode("utf-8", "surrogateescape"), b"upload form", hashlib.sha256).hexdigest()


def is_sealed(seal: str, session: str) -> bool:
    """Whether that is the seal of this browser's page."""
    return hmac.compare_digest(seal.encode("utf-8", "surrogateescape"), form_seal(session).encode())


def session_of(request: web.Request) -> str:
    """The browser's cookie, "" for none."""
    return request.cookies.get(COOKIE, "")


async def as_visitor(request: web.Request, work: Callable[[Context], T], *, writes: bool = False) -> T:
    """Do something as the person whose page this is, in one unit of work. Raises NoEntryError, StoreError."""
    session, now, library = session_of(request), request.app[CLOCK].now(), request.app[LIBRARY]
    if not session:
        raise NoEntryError(f"还没有打开上传页。{ASK_AGAIN}")

    def unit(uow: UnitOfWork) -> T:
        return work(upload_links.visitor(uow, hashed(session), now, library))

    store = request.app[STORE]
    done = await (store.run(unit) if writes else store.read(unit))
    if writes:
        request.app[DELIVERY].wake()
    return done


async def _run(request: web.Request, work: Callable[[UnitOfWork], str]) -> str:
    done = await request.app[STORE].run(work)
    request.app[DELIVERY].wake()
    return done


def _link(request: web.Request) -> Link:
    return request.app[LINKS].open(request.match_info["token"], PAGE, request.app[CLOCK].now())


async def _old_link(request: web.Request, error: LinkError) -> web.Response:
    """Whoever has opened the page goes on after the link has expired."""
    try:
        await as_visitor(request, lambda _: None)
    except NoEntryError:
        minutes = int(LINK_LIFETIME.total_seconds()) // 60
        return notice(f"{error}上传链接{minutes}分钟内打开有效。{ASK_AGAIN}", GONE)
    return away(HOME)


def _is_own(uow: UnitOfWork, request: web.Request, link: Link) -> bool:
    """Whether this browser is the one that has opened the link."""
    found = uow.upload_passes.of(link.contact_id)
    session = session_of(request)
    return (
        found is not None
        and found.link == link.target
        and found.session_hash is not None
        and hmac.compare_digest(found.session_hash, hashed(session))
    )
