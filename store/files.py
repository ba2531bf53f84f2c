"""The bytes of evidence: each named by its SHA-256, whole or not there, wherever they are kept."""

import asyncio
import hashlib
import os
import re
import secrets
import shutil
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Final

PART: Final = 1 << 20
"""How many bytes are read or written at once: enough to be worth the way to another thread."""
_ABANDONED: Final = timedelta(days=1)
_SHA256: Final = re.compile("[0-9a-f]{64}")


class TooLargeError(Exception):
    """The bytes go on beyond the limit; nothing of them was kept."""


class LostWriteError(OSError):
    """The disk failed to write bytes that lie in a file of their own: what is read of it may not be on the disk."""


class DamagedFileError(Exception):
    """The bytes that are kept under a hash have another one."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Bytes that are safely kept: their SHA-256 in hexadecimal and their number."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file as it lies in the store; `kept_at` is when its bytes were last written, aware."""

    sha256: str
    size: int
    kept_at: datetime


class Draft:
    """Bytes that come in, in a file of their own under a name that nobody looks for."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder)
        self.path = Path(name)
        self.size = 0
        self._file: BinaryIO = os.fdopen(handle, "wb", buffering=0)
        self._hash = hashlib.sha256()

    @property
    def stored(self) -> StoredFile:
        """What it is called once it is kept."""
        return StoredFile(self._hash.hexdigest(), self.size)

    def write(self, part: bytes, limit: int) -> None:
        """Append; raises TooLargeError beyond `limit` bytes in all."""
        self.size += len(part)
        if self.size > limit:
            raise TooLargeError(f"more than {limit} bytes")
        self._hash.update(part)
        rest = memoryview(part)
        while rest:
            rest = rest[self._file.write(rest) :]

    def finish(self) -> None:
        """Return when the bytes are on the disk."""
        os.fsync(self._file.fileno())

    def discard(self) -> None:
        """Remove it, where it has not become a kept file."""
        self._file.close()
        self.path.unlink(missing_ok=True)


class Adopted(Draft):
    """A whole file of this machine that is not copied: it gets a second name in the folder, its own is left alone.

    Nobody may write to it any more. `sha256` is what its bytes have been found to have.
    """

    def __init__(self, folder: Path, path: Path, sha256: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"adopted-{secrets.token_hex(8)}"
        _second_name(path, self.path)
        self._sha256 = checked(sha256)
        self._file = self.path.open("rb", buffering=0)
        self.size = os.fstat(self._file.fileno()).st_size
        # Of what has lain long enough without a record the bytes are swept: this begins to lie now.
        os.utime(self.path)

    @property
    def stored(self) -> StoredFile:
        """What it is called once it is kept."""
        return StoredFile(self._sha256, self.size)

    def finish(self) -> None:
        """Return when the bytes are on the disk; raises LostWriteError, after which a second try would not tell."""
        try:
            super().finish()
        except OSError as error:
            raise LostWriteError(error.errno, error.strerror) from None


class EvidenceFiles(ABC):
    """Where evidence is kept. Drafts lie in the folder `incoming` on this machine.

    What is not `async` blocks and is meant for a thread. Everything raises OSError where the disk or the
    server fails, and ValueError for a name that is no SHA-256.
    """

    def __init__(self, incoming: Path) -> None:
        self._incoming = incoming

    async def put(self, content: bytes | AsyncIterable[bytes], limit: int) -> StoredFile:
        """Keep the bytes and return once they are durable; the same bytes are kept once.

        Raises TooLargeError beyond `limit` bytes; nothing half is left then, nor after any other error.
        """
        async with self.receive(content, limit) as draft:
            return await self.keep(draft)

    @asynccontextmanager
    async def receive(self, content: bytes | AsyncIterable[bytes], limit: int) -> AsyncIterator[Draft]:
        """Take the bytes in, to be looked at and then kept; who does not `keep` them leaves nothing behind."""
        draft = await asyncio.to_thread(Draft, self._incoming)
        try:
            async for part in _parts(content):
                await asyncio.to_thread(draft.write, part, limit)
            await asyncio.to_thread(draft.finish)
            yield draft
        finally:
            await asyncio.to_thread(draft.discard)

    @asynccontextmanager
    async def adopt(self, path: Path, sha256: str, limit: int) -> AsyncIterator[Draft]:
        """The same with a whole file of this machine, which stays where it is; raises TooLargeError."""
        draft = await asyncio.to_thread(Adopted, self._incoming, path, sha256)
        try:
            if draft.size > limit:
                raise TooLargeError(f"more than {limit} bytes")
            await asyncio.to_thread(draft.finish)
            yield draft
        finally:
            await asyncio.to_thread(draft.discard)

    async def keep(self, draft: Draft) -> StoredFile:
        """Keep what was received and return once it is durable."""
        await asyncio.to_thread(self._keep, draft)
        return draft.stored

    async def open(self, sha256: str) -> AsyncIterator[bytes]:
        """Give the bytes in parts; raises as `parts`."""
        parts = self.parts(sha256)
        while part := await asyncio.to_thread(next, parts, b""):
            yield part

    def parts(self, sha256: str) -> Iterator[bytes]:
        """Give the bytes in parts; raises FileNotFoundError, and DamagedFileError at the end."""
        seen = hashlib.sha256()
        for part in self._read(checked(sha256)):
            seen.update(part)
            yield part
        if seen.hexdigest() != sha256:
            raise DamagedFileError(sha256)

    def sweep(self, age: timedelta = _ABANDONED) -> int:
        """Remove drafts not written to for so long, which a killed process left behind; return how many."""
        before = time.time() - age.total_seconds()
        left = [path for path in self._incoming.glob("*") if path.stat().st_mtime <= before]
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)

    @abstractmethod
    def check(self) -> None:
        """Return where files can be kept."""

    @abstractmethod
    def size(self, sha256: str) -> int | None:
        """How many bytes are kept under that hash; None where there are none."""

    @abstractmethod
    def kept(self) -> Iterator[KeptFile]:
        """All files, in the order of their hashes where the store has one."""

    @abstractmethod
    def remove(self, sha256: str) -> None:
        """Drop the bytes and what was made of them; nothing happens where there are none."""

    @abstractmethod
    def put_thumbnail(self, sha256: str, content: bytes) -> None:
        """Keep a small picture of the file; it can be made again and need not be durable."""

    @abstractmethod
    def thumbnail(self, sha256: str) -> bytes | None:
        """The small picture, where one was made."""

    @abstractmethod
    def _keep(self, draft: Draft) -> None:
        """Make the draft a kept file, durably."""

    @abstractmethod
    def _read(self, sha256: str) -> Iterator[bytes]:
        """Give what lies under that hash, unchecked; raises FileNotFoundError."""


def checked(sha256: str) -> str:
    """The name itself; raises ValueError where it is no SHA-256, so that no path can be made of it."""
    if not _SHA256.fullmatch(sha256):
        raise ValueError("not a SHA-256 in lower-case hexadecimal")
    return sha256


def _second_name(path: Path, other: Path) -> None:
    try:
        os.link(path, other)
    except OSError:  # Another disk, or one without links.
        try:
            shutil.copyfile(path, other)
        except BaseException:
            other.unlink(missing_ok=True)
            raise


async def _parts(content: bytes | AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """Yield the content in parts large enough to be worth the way to another thread."""
    if isinstance(content, bytes):
        yield content
        return
    gathered = bytearray()
    async for part in content:
        if not gathered and len(part) >= PART:
            yield part
            continue
        gathered += part
        if len(gathered) >= PART:
            yield bytes(gathered)
            gathered.clear()
    yield bytes(gathered)
