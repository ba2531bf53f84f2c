"""The calls by which the page brings files: begin, go on at an offset, take in, cancel."""

import asyncio
import errno
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

import structlog
from aiohttp import web

from bot.channels.words import file_name, plain
from bot.file_names import ending_of, is_program
from bot.keys import DRAFTS
from bot.upload import body
from bot.upload.answers import problem, said
from bot.upload.doors import FORBIDDEN, HOME, as_visitor, is_sealed, session_of
from bot.upload.drafts import BusyError, Draft, Drafts, OffsetError, Throttle
from bot.upload.taking_in import TornError, take_in
from handlers.context import Context
from handlers.evidence import uploading
from handlers.evidence.upload_links import ASK_AGAIN, NoEntryError
from handlers.evidence.uploading import Refused
from store.errors import StoreError
from store.records import Upload

CHUNK_BYTES = 1024 * 1024
"""The page sends a file in pieces of this size; what a broken connection costs is less than one."""
_CALL_BYTES = 16 * 1024
_LONGEST_MODIFIED = 20
_OWN_HEADER = "X-Kaohe"
"""Holds the seal of the page, which no foreign page knows, nor one that was opened for somebody else."""
_SHA256 = re.compile("[0-9a-f]{64}")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_GONE, _CONFLICT, _UNPROCESSABLE, _STORAGE, _UNAVAILABLE = 401, 409, 422, 507, 503

Handler = Callable[[web.Request], Awaitable[web.Response]]
routes = web.RouteTableDef()
_log = structlog.get_logger()


def call(handler: Handler) -> Handler:
    """Take calls from our own page alone, and say every failure in one Chinese line."""

    async def handle(request: web.Request) -> web.Response:
        seal, session = request.headers.get(_OWN_HEADER), session_of(request)
        if seal is None:
            return problem("这个请求不是上传页发来的。", FORBIDDEN)
        if session and not is_sealed(seal, session):
            return problem(f"这个浏览器里后来打开了别的上传链接，这一页不能再用。{ASK_AGAIN}", _GONE)
        try:
            return await handler(request)
        except (NoEntryError, BusyError, OffsetError, StoreError, OSError) as error:
            return _failed(error)

    return handle


def _failed(error: Exception) -> web.Response:
    match error:
        case NoEntryError():
            return problem(str(error), _GONE)
        case BusyError():
            return problem("这个文件正在传，请稍等。", _CONFLICT, busy=True)
        case OffsetError(offset=offset):
            return problem("接着传的位置不对。", _CONFLICT, offset=offset)
        case OSError():
            return problem(disk_trouble(error), _STORAGE)
        case _:
            return problem("系统忙，没有保存，请稍后再试。", _UNAVAILABLE)


def disk_trouble(error: OSError) -> str:
    """What to say when the disk fails: nothing was saved, and who can help."""
    _log.error("upload_disk_failed", error=errno.errorcode.get(error.errno or 0, type(error).__name__))
    why = "磁盘满了" if error.errno in _FULL else "磁盘出错"
    return f"服务器{why}，这个文件没有保存。请联系质强办；处理好后选同一个文件接着传。"


@routes.get(f"{HOME}/state")
@call
async def state(request: web.Request) -> web.Response:
    """Who may put files where, what was not finished, and the limits."""
    drafts = request.app[DRAFTS]

    def work(context: Context) -> Mapping[str, Any]:
        places = [{"value": place.value, "label": place.label} for place in uploading.places(context)]
        unfinished = context.uow.uploads.unfinished(context.speaker.contact.id)
        return {"places": places, "unfinished": [_shown(row, drafts) for row in unfinished]}

    found = await as_visitor(request, work)
    return said({**found, "chunk": CHUNK_BYTES, "largest": drafts.limits.file})


@routes.post(f"{HOME}/files")
@call
async def begin(request: web.Request) -> web.Response:
    """Begin with a file, or go on with the same one: its number, and the offset from which to send."""
    asked, drafts = await _asked(request), request.app[DRAFTS]
    name, size, modified = (
        file_name(str(asked.get("name"))),
        asked.get("size"),
        plain(str(asked.get("modified"))),
    )
    if not name or not isinstance(size, int) or isinstance(size, bool) or len(modified) > _LONGEST_MODIFIED:
        return problem("看不懂这个请求。", _UNPROCESSABLE)
    if is_program(ending_of(name)):
        return problem("是程序或脚本，不收。", _UNPROCESSABLE)
    begun = await as_visitor(
        request,
        lambda context: uploading.start(context, name, size, modified, drafts.limits),
        writes=True,
    )
    return _told(begun, drafts)


@routes.get(HOME + r"/files/{upload:[0-9]{1,9}}")
@call
async def progress(request: web.Request) -> web.Response:
    """How far an upload has come."""
    return _told(await _upload(request), request.app[DRAFTS])


@routes.put(HOME + r"/files/{upload:[0-9]{1,9}}")
async def go_on(request: web.Request) -> web.Response:
    """Add bytes at `offset`; where that is not where the file ends, the answer says where it does."""
    answer = await _add(request)
    if answer.status != web.HTTPOk.status_code:
        await body.drop(request, CHUNK_BYTES)
    return answer


@call
async def _add(request: web.Request) -> web.Response:
    upload, drafts = await _upload(request), request.app[DRAFTS]
    offset, length = request.query.get("offset", ""), request.content_length
    if not re.fullmatch("[0-9]{1,12}", offset) or length is None or not 0 < length <= CHUNK_BYTES:
        return problem("看不懂这个请求。", _UNPROCESSABLE)
    if upload.state != "open":
        return _told(upload, drafts)
    if int(offset) + length > upload.size:
        return problem("文件变长了，请重新选择。", _CONFLICT, offset=drafts.size(upload.id))
    async with drafts.held(upload.id) as draft:
        draft.expect(int(offset))
        await _append(draft, body.parts(request, length), drafts.throttle)
        return said({"id": upload.id, "offset": draft.size, "state": upload.state})


async def _append(draft: Draft, parts: AsyncIterator[bytes | bytearray], throttle: Throttle) -> None:
    try:
        async for part in parts:
            await draft.write(part)
            await throttle.spend(len(part))
    except body.BrokenOffError:
        _log.info("upload_broken_off", size=draft.size)


@routes.post(HOME + r"/files/{upload:[0-9]{1,9}}/finish")
@call
async def finish(request: web.Request) -> web.Response:
    """Take the whole file in as evidence; repeated, the same answer."""
    asked, upload, drafts = await _asked(request), await _upload(request), request.app[DRAFTS]
    sha256, place, caption = (plain(str(asked.get(name, ""))) for name in ("sha256", "place", "caption"))
    if not _SHA256.fullmatch(sha256):
        return problem("看不懂这个请求。", _UNPROCESSABLE)
    if upload.state != "open":
        return _told(upload, drafts)
    described = await as_visitor(
        request, lambda context: uploading.describe(context, upload, place, caption), writes=True
    )
    if isinstance(described, Refused):
        return await _left(request, upload, described)
    try:
        taken = await take_in(request, described, sha256)
    except TornError:
        return problem("传输中出了差错，将从头再传。", _CONFLICT, offset=0)
    return await _left(request, upload, taken) if isinstance(taken, Refused) else _told(taken, drafts)


@routes.delete(HOME + r"/files/{upload:[0-9]{1,9}}")
@call
async def cancel(request: web.Request) -> web.Response:
    """Give an unfinished upload up."""
    upload = await _upload(request)
    await as_visitor(request, lambda context: uploading.cancel(context, upload), writes=True)
    request.app[DRAFTS].discard(upload.id)
    return said({"id": upload.id, "state": "cancelled"})


async def _left(request: web.Request, upload: Upload, refused: Refused) -> web.Response:
    """Say why it is not evidence; where that is final, its bytes are gone, else the page mends what lacks."""
    now = await _upload(request)
    if now.state != "open":
        request.app[DRAFTS].discard(upload.id)
    return problem(refused.reason, _UNPROCESSABLE, state=now.state)


async def _upload(request: web.Request) -> Upload:
    number = int(request.match_info["upload"])
    found = await as_visitor(
        request, lambda context: context.uow.uploads.get(number, context.speaker.contact.id)
    )
    if found is None:
        raise NoEntryError("没有这个文件，请重新选择。")
    return found


async def _asked(request: web.Request) -> Mapping[str, Any]:
    """What the page asks for; {} for what cannot be understood."""
    if (request.content_length or _CALL_BYTES + 1) > _CALL_BYTES:
        return {}
    try:
        async with asyncio.timeout(body.SILENCE_SECONDS):
            asked = json.loads(await request.read())
    except (ValueError, RecursionError, TimeoutError):
        return {}
    return asked if isinstance(asked, dict) else {}


def _told(upload: Upload | Refused, drafts: Drafts) -> web.Response:
    if isinstance(upload, Refused):
        return problem(upload.reason, _UNPROCESSABLE)
    return said(_shown(upload, drafts))


def _shown(upload: Upload, drafts: Drafts) -> Mapping[str, Any]:
    offset = drafts.size(upload.id) if upload.state == "open" else upload.size
    return {
        "id": upload.id,
        "name": upload.name,
        "size": upload.size,
        "modified": upload.modified,
        "place": f"{upload.code}|{upload.subject}" if upload.code else "",
        "caption": upload.caption,
        "state": upload.state,
        "offset": offset,
    }
