"""The bytes of evidence: a folder in which every file is named by its SHA-256 and is whole or not there."""

import asyncio
import hashlib
import os
import re
import tempfile
import time
from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

_GATHERED = 1 << 20
_ABANDONED = timedelta(days=1)
_SHA256 = re.compile("[0-9a-f]{64}")


class TooLargeError(Exception):
    """The bytes go on beyond the limit; nothing of them was kept."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Bytes that are safely on disk: their SHA-256 in hexadecimal and their number."""

    sha256: str
    size: int


class EvidenceFiles:
    """The content-addressed folder under `root`, which is made where it is missing."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._incoming = root / "incoming"

    async def put(self, content: bytes | AsyncIterable[bytes], limit: int) -> StoredFile:
        """Keep the bytes and return once they are durable; the same bytes are kept once.

        Raises TooLargeError beyond `limit` bytes and OSError where the disk fails; nothing half is left then.
        """
        draft = await asyncio.to_thread(_Draft, self._incoming)
        try:
            async for part in _parts(content):
                await asyncio.to_thread(draft.write, part, limit)
            return await asyncio.to_thread(draft.keep, self._root)
        finally:
            await asyncio.to_thread(draft.discard)

    def path(self, sha256: str) -> Path:
        """Return where the bytes with this SHA-256 lie, if kept; raises ValueError for anything else."""
        if not _SHA256.fullmatch(sha256):
            raise ValueError("not a SHA-256 in lower-case hexadecimal")
        return _place(self._root, sha256)

    def sweep(self, age: timedelta = _ABANDONED) -> int:
        """Remove drafts not written to for so long, which a killed process left behind; return how many."""
        before = time.time() - age.total_seconds()
        left = [path for path in self._incoming.glob("*") if path.stat().st_mtime <= before]
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)


class _Draft:
    """A file being written, under a name that nobody looks for."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder)
        self._path = Path(name)
        self._file: BinaryIO = os.fdopen(handle, "wb", buffering=0)
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, part: bytes, limit: int) -> None:
        self._size += len(part)
        if self._size > limit:
            raise TooLargeError(f"more than {limit} bytes")
        self._hash.update(part)
        rest = memoryview(part)
        while rest:
            rest = rest[self._file.write(rest) :]

    def keep(self, root: Path) -> StoredFile:
        os.fsync(self._file.fileno())
        stored = StoredFile(self._hash.hexdigest(), self._size)
        target = _place(root, stored.sha256)
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
            _sync_folder(target.parent.parent)
        self._path.replace(target)
        _sync_folder(target.parent)
        return stored

    def discard(self) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)


def _place(root: Path, sha256: str) -> Path:
    return root / sha256[:2] / sha256


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


async def _parts(content: bytes | AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """Yield the content in parts large enough to be worth the way to another thread."""
    if isinstance(content, bytes):
        yield content
        return
    gathered = bytearray()
    async for part in content:
        gathered += part
        if len(gathered) >= _GATHERED:
            yield bytes(gathered)
            gathered.clear()
    yield bytes(gathered)
