"""材料包: the evidence in its order as one archive, with the catalogue, the checklist and what is missing."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from bot.documents import zip_stream
from bot.documents.catalogue_paper import NAME as PAPER_NAME
from bot.documents.catalogue_paper import catalogue_paper
from bot.documents.manifest import NAME as MANIFEST_NAME
from bot.documents.manifest import manifest
from bot.documents.zip_stream import Member
from handlers.exports.catalogue import Catalogue, Item
from store.files import EvidenceFiles

PART: Final = 1 << 20
"""About how many bytes are handed on at once."""
LOST: Final = "服务器上的文件不见了，请联系信息人员"


@dataclass(frozen=True, slots=True)
class EvidenceZip:
    """An archive that is ready to be written: what lies in it, and how long it will be."""

    name: str
    members: tuple[Member, ...]
    catalogue: Catalogue

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return zip_stream.length(self.members)

    def parts(self) -> Iterator[bytes]:
        """Its bytes in order, read as they are asked for."""
        return _gathered(zip_stream.stream(self.members))

    async def stream(self) -> AsyncIterator[bytes]:
        """Its bytes, read in a thread: the disk is slow, and others want to be answered meanwhile."""
        parts = self.parts()
        while part := await asyncio.to_thread(next, parts, b""):
            yield part


def evidence_zip(catalogue: Catalogue, files: EvidenceFiles) -> EvidenceZip:
    """The archive of a catalogue; looks whether every file is there as it was stored, so it blocks."""
    sound = checked(catalogue, files)
    first = [
        _said(f"{sound.name}/{PAPER_NAME}", catalogue_paper(sound)),
        _said(f"{sound.name}/{MANIFEST_NAME}", manifest(sound)),
    ]
    members = [_member(item, files) for item in sound.items if item.path]
    return EvidenceZip(f"{sound.name}.zip", (*first, *members), sound)


def checked(catalogue: Catalogue, files: EvidenceFiles) -> Catalogue:
    """The catalogue in which a file that is not there, or not whole, is named as missing."""
    folders = [
        replace(folder, items=tuple(_checked(item, files) for item in folder.items))
        for folder in catalogue.folders
    ]
    return replace(catalogue, folders=tuple(folders))


def _checked(item: Item, files: EvidenceFiles) -> Item:
    sha256 = item.row.sha256
    if not item.path or item.words or sha256 is None:
        return item
    there = files.size(sha256) == item.row.size
    return item if there else replace(item, path="", missing=LOST)


def _member(item: Item, files: EvidenceFiles) -> Member:
    if item.words:
        # The mark tells the editors of Windows that this is UTF-8.
        return _said(item.path, item.words.encode("utf-8-sig"))
    return Member(item.path, item.row.size or 0, partial(files.parts, item.row.sha256 or ""))


def _said(path: str, content: bytes) -> Member:
    return Member(path, len(content), lambda: [content])


def _gathered(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Parts large enough to be worth their way to another thread."""
    kept: list[bytes] = []
    size = 0
    for part in parts:
        kept.append(part)
        size += len(part)
        if size >= PART:
            yield b"".join(kept)
            kept.clear()
            size = 0
    if kept:
        yield b"".join(kept)
