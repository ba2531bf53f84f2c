"""The one way in for files, whoever brings them: looked at first, and kept only when they may be."""

import asyncio
from collections.abc import AsyncIterable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Final

import structlog

from bot.channels.words import plain
from bot.file_names import is_told_otherwise, safe_name
from bot.file_types import TOO_LARGE, FileType, RefusedFileError, recognise
from bot.pictures import EXTENSIONS, Look, PixelBombError, UnreadablePictureError, look_at
from handlers.evidence.limits import LARGEST_MEGABYTES
from handlers.links import untagged
from handlers.secrecy import rule_of
from store.files import Draft, EvidenceFiles, TooLargeError
from store.records import ReceivedFile

LOOKED_AT_ONCE: Final = 2
NO_LOOK: Final = "HEIC格式，网页上不能预览，要下载看"
_READ_FOR_MARKS: Final = 1 << 16
_ENCODINGS: Final = ("utf-8", "gb18030", "utf-16")
_log = structlog.get_logger()


class MarkedSecretError(Exception):
    """The file bears a mark of secrecy by the rule of that name: nothing of it was kept."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


class Intake:
    """Takes files in for one process; few pictures are looked at at once."""

    def __init__(self, files: EvidenceFiles) -> None:
        self._files = files
        self._looking = asyncio.Semaphore(LOOKED_AT_ONCE)

    async def take_in(self, content: bytes | AsyncIterable[bytes], name: str) -> ReceivedFile:
        """Keep the bytes durably and say what they are; `name` is as the sender wrote it, or "".

        Raises RefusedFileError and MarkedSecretError, and OSError where the store fails; nothing of the file
        is left then.
        """
        return await self._kept(self._files.receive(content, LARGEST_MEGABYTES << 20), name)

    async def adopt(self, path: Path, sha256: str, name: str) -> ReceivedFile:
        """The same with a whole file of this machine, to which nobody writes any more; its own name stays."""
        return await self._kept(self._files.adopt(path, sha256, LARGEST_MEGABYTES << 20), name)

    async def _kept(self, coming: AbstractAsyncContextManager[Draft], name: str) -> ReceivedFile:
        name = untagged(" ".join(plain(name).split()))
        if rule := rule_of(name):
            raise MarkedSecretError(rule)
        try:
            async with coming as draft:
                found = await asyncio.to_thread(_examined, draft.path, name, draft.size)
                look, remark = await self._look(draft.path, found)
                stored = await self._files.keep(draft)
        except TooLargeError:
            raise RefusedFileError(TOO_LARGE) from None
        if look is not None:
            await self._show(stored.sha256, look)
        if is_told_otherwise(name, found.extension):
            remark = f"名称与内容不符：内容是{found.extension}，已按{found.extension}保存" + remark
        return ReceivedFile(
            sha256=stored.sha256,
            size=stored.size,
            kind=found.kind,
            mime=found.mime,
            original_name=name,
            file_name=safe_name(name, found.extension),
            remark=remark,
            picture_hash=look.picture_hash if look else "",
        )

    async def _look(self, path: Path, found: FileType) -> tuple[Look | None, str]:
        """What the picture looks like, and what is to be said where it cannot be shown."""
        if found.extension not in EXTENSIONS:
            return None, NO_LOOK if found.kind == "image" else ""
        async with self._looking:
            try:
                return await look_at(path), ""
            except PixelBombError:
                raise RefusedFileError("图片像素太多，请缩小或截图后再发") from None
            except UnreadablePictureError as error:
                _log.warning("picture_unreadable", reason=str(error))
                return None, "图片打不开，可能没有传完整，请核对后重发"

    async def _show(self, sha256: str, look: Look) -> None:
        try:
            await asyncio.to_thread(self._files.put_thumbnail, sha256, look.thumbnail)
        except OSError as error:
            # It can be made again; the file itself is safe.
            _log.warning("thumbnail_not_kept", error=type(error).__name__)


def _examined(path: Path, name: str, size: int) -> FileType:
    """The type of the file; words are searched for marks of secrecy as well."""
    found = recognise(path, name, size)
    if found.extension in ("txt", "csv"):
        with path.open("rb") as file:
            head = file.read(_READ_FOR_MARKS)
        for encoding in _ENCODINGS:
            if rule := rule_of(head.decode(encoding, "ignore")):
                raise MarkedSecretError(rule)
    return found
