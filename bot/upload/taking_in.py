"""A whole upload becomes evidence: compared, told by its content, made durable, and only then said to be saved."""

from aiohttp import web

from bot.file_types import RefusedFileError
from bot.intake import MarkedSecretError
from bot.keys import DRAFTS, INTAKE
from bot.upload.doors import as_visitor
from handlers.evidence import uploading
from handlers.evidence.uploading import Refused
from store.files import LostWriteError
from store.records import Upload


class TornError(Exception):
    """What came is not what was sent; it is gone, and has to be sent again from its first byte."""


async def take_in(request: web.Request, upload: Upload, sha256: str) -> Upload | Refused:
    """Make evidence of a described upload; `sha256` is the sender's, "" where it cannot tell.

    Raises TornError, BusyError, OffsetError where bytes are missing, NoEntryError, StoreError and OSError;
    except for the first, and where the disk has lost them, the bytes stay, and it can be tried again.
    """
    drafts = request.app[DRAFTS]
    async with drafts.turns, drafts.held(upload.id) as draft:
        draft.expect(upload.size)
        found = await draft.sha256()
        if sha256 not in ("", found):
            drafts.discard(upload.id)
            raise TornError
        try:
            # The bytes first, then the row: a crash between the two leaves bytes that nobody was told of.
            received = await request.app[INTAKE].adopt(drafts.path(upload.id), found, upload.name)
        except LostWriteError:
            drafts.discard(upload.id)
            raise
        except RefusedFileError as error:
            await as_visitor(request, lambda context: uploading.cancel(context, upload), writes=True)
            return Refused(f"{error}，没有保存。")
        except MarkedSecretError as error:
            rule = error.rule
            return await as_visitor(
                request, lambda context: uploading.withhold(context, upload, rule), writes=True
            )
        taken = await as_visitor(
            request, lambda context: uploading.take_in(context, upload, received), writes=True
        )
        if isinstance(taken, Upload):
            drafts.discard(upload.id)
    return taken
