"""The plain form, for browsers in which the page's script does not run: several files in one go."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial

from aiohttp import BodyPartReader, ClientError, MultipartReader, web
from aiohttp.http import HttpProcessingError

from bot.channels.words import file_name, plain
from bot.file_names import ending_of, is_program
from bot.keys import DRAFTS
from bot.pages.answers import document
from bot.upload.answers import TITLE, notice
from bot.upload.body import GATHERED, SILENCE_SECONDS
from bot.upload.doors import FORBIDDEN, GONE, HOME, as_visitor, is_sealed, session_of
from bot.upload.drafts import Drafts, Loose
from bot.upload.files import disk_trouble
from bot.upload.taking_in import take_in
from handlers.context import Context
from handlers.evidence import uploading
from handlers.evidence.upload_links import NoEntryError
from handlers.evidence.uploading import Refused
from store.errors import StoreError
from store.records import Upload

MOST_FILES = 20
_FIELD_BYTES = 4096
_FIELDS = ("seal", "place", "caption")

routes = web.RouteTableDef()


@routes.post(HOME + "/form")
async def receive(request: web.Request) -> web.Response:
    """Take in the files of the form one after the other, and show what became of each."""
    if not request.content_type.startswith("multipart/form-data"):
        return notice("没有收到文件。", web.HTTPBadRequest.status_code)
    try:
        await as_visitor(request, lambda _: None)
        results = [result async for result in _results(request, await request.multipart())]
    except NoEntryError as error:
        return notice(str(error), GONE)
    except PermissionError:
        return notice("这个请求不是上传页发来的。", FORBIDDEN)
    except (ValueError, ClientError, TimeoutError, ConnectionError, HttpProcessingError):
        return notice("没有传完，连接断了。请返回重新选择文件。", web.HTTPBadRequest.status_code)
    return document("upload/results.html", {"title": TITLE, "results": results})


async def _results(request: web.Request, form: MultipartReader) -> AsyncIterator[tuple[str, str]]:
    """(name, what became of it) of each file; the other fields come before the files."""
    fields: dict[str, str] = {}
    taken = 0
    while True:
        async with asyncio.timeout(SILENCE_SECONDS):
            part = await form.next()
        if part is None:
            return
        if not isinstance(part, BodyPartReader):
            continue
        if part.name in _FIELDS and not part.filename:
            fields[part.name] = plain(await _field(part))
        elif part.filename:
            if not is_sealed(fields.get("seal", ""), session_of(request)):
                raise PermissionError
            taken += 1
            name = file_name(part.filename)
            yield (
                name,
                await _take(request, part, name, fields) if taken <= MOST_FILES else "一次太多，没有保存",
            )


async def _take(request: web.Request, part: BodyPartReader, name: str, fields: dict[str, str]) -> str:
    if is_program(ending_of(name)):
        return "是程序或脚本，不收"
    drafts = request.app[DRAFTS]
    try:
        async with drafts.loose() as loose:
            if not await _stream(part, loose, drafts):
                return f"超过{drafts.limits.file >> 20}MB，没有保存"
            begun = await _begun(request, name, loose, fields)
            taken = begun if isinstance(begun, Refused) else await take_in(request, begun, "")
    except (TimeoutError, ConnectionError):
        raise
    except OSError as error:
        return disk_trouble(error)
    except StoreError:
        return "系统忙，没有保存，请稍后再试"
    if isinstance(taken, Refused):
        await _forget(request, begun)
        return taken.reason
    return "已保存"


async def _begun(request: web.Request, name: str, loose: Loose, fields: dict[str, str]) -> Upload | Refused:
    """Open and describe an upload with the bytes that have come."""
    drafts = request.app[DRAFTS]

    def work(context: Context) -> Upload | Refused:
        # No browser tells of a form when the file was changed, so it is never gone on with.
        begun = uploading.start(context, name, loose.size, loose.name, drafts.limits)
        if isinstance(begun, Refused):
            return begun
        return uploading.describe(context, begun, fields.get("place", ""), fields.get("caption", ""))

    begun = await as_visitor(request, work, writes=True)
    if isinstance(begun, Upload):
        await asyncio.to_thread(loose.become, drafts.path(begun.id))
    return begun


async def _forget(request: web.Request, begun: Upload | Refused) -> None:
    """Nobody can mend what a form brought: it has to be sent again."""
    if isinstance(begun, Upload):
        await as_visitor(request, partial(_cancelled, begun), writes=True)
        request.app[DRAFTS].discard(begun.id)


def _cancelled(upload: Upload, context: Context) -> bool:
    return uploading.cancel(context, upload)


async def _stream(part: BodyPartReader, loose: Loose, drafts: Drafts) -> bool:
    """Write the file down; False where it is too large, after all of it was read."""
    most = drafts.limits.file
    while True:
        async with asyncio.timeout(SILENCE_SECONDS):
            chunk = await part.read_chunk(GATHERED)
        if not chunk:
            return loose.size <= most
        if loose.size <= most:
            await loose.write(chunk)
        await drafts.throttle.spend(len(chunk))


async def _field(part: BodyPartReader) -> str:
    async with asyncio.timeout(SILENCE_SECONDS):
        data = await part.read_chunk(_FIELD_BYTES)
        if not part.at_eof() and await part.read_chunk(1):
            raise ValueError("a field is too long")
    return data.decode("utf-8", "replace")
