"""The demo's page: people's phones, the clock and the score board, kept up to date by server-sent events."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.pages import ICON
from bot.pages.fonts import FONT
from bot.sandbox.callback import Delivery
from bot.sandbox.members import Bubble
from bot.sandbox.platform import Platform
from bot.sandbox.refusal import RefusedError
from bot.sandbox.scenes import Scene
from bot.sandbox.stage import Stage, StageError
from handlers.wording import SHANGHAI, local

STAGE = web.AppKey("stage", Stage)
PLATFORM = web.AppKey("platform", Platform)
_PAGES = Path(__file__).parents[1] / "pages" / "demo"
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_HEARTBEAT_SECONDS = 10
_FILE_BYTES = 20 * 1024 * 1024
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}
_OWN_NAMES = ("127.0.0.1", "localhost", "::1")
_YEARS = range(2000, 2100)
_WEEKDAYS = "一二三四五六日"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
routes = web.RouteTableDef()
_templates = Environment(loader=FileSystemLoader(_PAGES), autoescape=True, undefined=StrictUndefined)


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Take acts from our own page only, under this machine's own name, and say a failure in one Chinese line.

    A foreign page can have its name lead to this machine and would then be of one origin with ours.
    """
    if request.url.host not in _OWN_NAMES:
        return _problem("演示页只能用本机地址打开。", 403)
    if request.method == "POST" and request.path.startswith("/scenes/") and "X-Kaohe" not in request.headers:
        return _problem("这个请求不是演示页发来的。", 403)
    try:
        return await handler(request)
    except (StageError, RefusedError) as error:
        return _problem(str(error), 409)


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Let the page load nothing but its own files."""
    response.headers.update(_HEADERS)


@routes.get("/")
async def page(request: web.Request) -> web.Response:
    """The page of one scene; the first one where none is named."""
    scenes = request.app[STAGE].scenes
    scene = scenes.get(request.query.get("scene", ""), next(iter(scenes.values())))
    html = _templates.get_template("demo.html").render(scene=scene, scenes=scenes.values())
    return web.Response(text=html, content_type="text/html")


@routes.get("/fonts/noto-sans-sc.woff2")
async def font(_request: web.Request) -> web.FileResponse:
    """The shipped font."""
    return web.FileResponse(FONT, headers={"Cache-Control": "max-age=86400", "Content-Type": "font/woff2"})


@routes.get("/icon.svg")
async def icon(_request: web.Request) -> web.FileResponse:
    """The tab's picture."""
    return web.FileResponse(ICON)


@routes.get("/scenes/{rubric}/events")
async def events(request: web.Request) -> web.StreamResponse:
    """Send the scene's whole state at once and after every change."""
    scene = _scene(request)
    changed = request.app[PLATFORM].corp.changed
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    while True:
        seen = changed.count
        state = json.dumps(await _state(request, scene), ensure_ascii=False)
        await response.write(f"data: {state}\n\n".encode())
        try:
            async with asyncio.timeout(_HEARTBEAT_SECONDS):
                await changed.after(seen)
        except TimeoutError:
            continue


@routes.post("/scenes/{rubric}/enter")
async def enter(request: web.Request) -> web.Response:
    """Make this the running scene."""
    await request.app[STAGE].enter(_scene(request))
    return _done(request)


@routes.post("/scenes/{rubric}/clock")
async def clock(request: web.Request) -> web.Response:
    """Move the clock by a button or to a time."""
    scene, asked = _scene(request), await _asked(request)
    if "at" in asked:
        await request.app[STAGE].move_to(_picked(str(asked["at"])))
    else:
        await request.app[STAGE].move(scene, str(asked.get("move")))
    return _done(request)


@routes.post("/scenes/{rubric}/code")
async def code(request: web.Request) -> web.Response:
    """Issue a binding code for the newcomer."""
    account = _account(request, await _asked(request, "account"))
    issued = await request.app[STAGE].fresh_code(_scene(request), account)
    return web.json_response({"code": issued})


@routes.post("/scenes/{rubric}/say")
async def say(request: web.Request) -> web.Response:
    """Let a person send a text."""
    asked = await _asked(request, "account", "text")
    account = _account(request, asked)
    return _delivered(request, await request.app[PLATFORM].say(account, str(asked["text"])))


@routes.post("/scenes/{rubric}/click")
async def click(request: web.Request) -> web.Response:
    """Let a person press a button of a card."""
    asked = await _asked(request, "account", "bubble", "key")
    account, platform = _account(request, asked), request.app[PLATFORM]
    bubble = next(
        (one for one in platform.corp.member(account).bubbles if one.number == asked["bubble"]), None
    )
    if bubble is None:
        return _problem("没有这张卡片。", 404)
    return _delivered(request, await platform.click(account, bubble, str(asked["key"])))


@routes.post("/scenes/{rubric}/attach")
async def attach(request: web.Request) -> web.Response:
    """Let a person send a picture or a file."""
    form = await request.post()
    account, file = _account(request, {"account": form.get("account")}), form.get("file")
    if not isinstance(file, web.FileField):
        return _problem("没有收到文件。", 400)
    data = file.file.read()
    if len(data) > _FILE_BYTES:
        return _problem("企业微信发不出超过20MB的文件。", 413)
    platform = request.app[PLATFORM]
    send = platform.send_image if _picture_type(data) else platform.send_file
    return _delivered(request, await send(account, data, file.filename))


@routes.get("/media/{media_id}")
async def media(request: web.Request) -> web.Response:
    """A picture as a picture, everything else as a download."""
    try:
        stored = request.app[PLATFORM].corp.media.get(request.match_info["media_id"])
    except RefusedError:
        raise web.HTTPNotFound from None
    picture = _picture_type(stored.data)
    headers = {} if picture else {"Content-Disposition": "attachment"}
    return web.Response(body=stored.data, content_type=picture or "application/octet-stream", headers=headers)


def add_console(app: web.Application) -> None:
    """Add the page to an application that will hold STAGE and PLATFORM when it runs."""
    app.middlewares.append(guard)
    app.on_response_prepare.append(add_headers)
    app.add_routes(routes)
    app.router.add_static("/static", _PAGES)


async def _state(request: web.Request, scene: Scene) -> Mapping[str, object]:
    stage, corp = request.app[STAGE], request.app[PLATFORM].corp
    now = stage.now()
    return {
        "active": stage.active == scene.rubric,
        "now": f"{now.year}年{now.month}月{now.day}日 周{_WEEKDAYS[now.weekday()]} {now:%H:%M}",
        "picked": f"{now:%Y-%m-%dT%H:%M}",
        "talks": {
            person.account: [_bubble(bubble) for bubble in corp.member(person.account).bubbles]
            for person in scene.people
        },
        "board": await stage.board(scene),
    }


def _bubble(bubble: Bubble) -> Mapping[str, object]:
    content, at = bubble.content, local(bubble.at)
    return {
        "number": bubble.number,
        "way": bubble.way,
        "kind": content.kind,
        "text": _plain(content.text) if content.kind == "textcard" else content.text,
        "title": content.title,
        "url": content.url,
        "button": content.button,
        "buttons": content.card.get("button_list", ()),
        "media": content.media_id,
        "name": content.name,
        "withdrawn": bubble.withdrawn,
        "minute": int(at.timestamp()) // 60,
        "at": f"{at.month}月{at.day}日 {at:%H:%M}",
    }


def _plain(description: str) -> str:
    """A card's description without the few tags that the platform allows in it."""
    return re.sub(r"<[^>]*>", "", re.sub(r"<br\s*/?>|</div>", "\n", description)).strip()


async def _asked(request: web.Request, *needed: str) -> Mapping[str, object]:
    """What the page asks for, with everything that is needed."""
    try:
        asked = json.loads(await request.text())
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict) or not asked.keys() >= set(needed):
        raise StageError("看不懂这个请求。")
    return asked


def _picked(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)
    except ValueError:
        raise StageError("看不懂这个时间。") from None
    if at.year not in _YEARS:
        raise StageError(f"只能拨到{_YEARS.start}年到{_YEARS.stop - 1}年之间。")
    return at


def _scene(request: web.Request) -> Scene:
    scene = request.app[STAGE].scenes.get(request.match_info["rubric"])
    if scene is None:
        raise web.HTTPNotFound
    return scene


def _account(request: web.Request, asked: Mapping[str, object]) -> str:
    account = str(asked.get("account"))
    if account not in {person.account for person in _scene(request).people}:
        raise StageError("这个场景里没有这个人。")
    return account


def _picture_type(data: bytes) -> str | None:
    return next((kind for beginning, kind in _PICTURES.items() if data.startswith(beginning)), None)


def _delivered(request: web.Request, delivery: Delivery) -> web.Response:
    request.app[PLATFORM].corp.changed.fire()
    problem = f"机器人没有收下这条消息：{delivery.problem}" if delivery.problem else ""
    return web.json_response({"problem": problem})


def _done(request: web.Request) -> web.Response:
    request.app[PLATFORM].corp.changed.fire()
    return web.json_response({})


def _problem(text: str, status: int) -> web.Response:
    return web.json_response({"problem": text}, status=status)
