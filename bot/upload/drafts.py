"""The pieces of unfinished uploads on disk: how far each has come is how long its file is."""

import asyncio
import fcntl
import hashlib
import os
import secrets
import time
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from pathlib import Path

from handlers.evidence.uploading import Limits

TAKEN_IN_AT_ONCE = 1
"""Taking in reads the whole file and waits for the disk; messages have to be answered meanwhile."""
BYTES_PER_SECOND = 20.0 * (1 << 20)
"""More than an office's line brings."""
_ENDING = ".part"
_READ = 1 << 20
_STILL_SECONDS = 3600


class Throttle:
    """Lets bytes through at a rate, first come first served, so that messages are answered meanwhile."""

    def __init__(self, bytes_per_second: float) -> None:
        self._rate = bytes_per_second
        self._free_at = 0.0

    async def spend(self, count: int) -> None:
        """Return when that many bytes may go on."""
        now = asyncio.get_running_loop().time()
        self._free_at = max(self._free_at, now) + count / self._rate
        await asyncio.sleep(self._free_at - now)


class BusyError(Exception):
    """Somebody else is writing or taking in this upload right now."""


class OffsetError(Exception):
    """The bytes do not go on where the file ends; `offset` is where they have to."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"the file has {offset} bytes")
        self.offset = offset


class Drafts:
    """The folder `root` with one file for each unfinished upload, named by its number.

    `limits` are how much a person may bring; `turns` bounds how many files are taken in at once, `throttle`
    how fast all of them come together.
    """

    def __init__(self, root: Path, limits: Limits) -> None:
        self.limits = limits
        self.turns = asyncio.Semaphore(TAKEN_IN_AT_ONCE)
        self.throttle = Throttle(BYTES_PER_SECOND)
        self._root = root

    def path(self, upload_id: int) -> Path:
        """Where the bytes of that upload are."""
        return self._root / f"{upload_id}{_ENDING}"

    def size(self, upload_id: int) -> int:
        """How many bytes of it have come."""
        try:
            return self.path(upload_id).stat().st_size
        except FileNotFoundError:
            return 0

    @asynccontextmanager
    async def held(self, upload_id: int) -> AsyncIterator["Draft"]:
        """Have the upload alone, among all processes, until the block ends; raises BusyError and OSError."""
        handle = await asyncio.to_thread(_open_alone, self.path(upload_id))
        try:
            yield Draft(handle)
        finally:
            await asyncio.to_thread(os.close, handle)

    @asynccontextmanager
    async def loose(self) -> AsyncIterator["Loose"]:
        """A file for bytes of which nobody knows yet how many they are; gone at the end unless it became one."""
        loose = await asyncio.to_thread(Loose, self._root)
        try:
            yield loose
        finally:
            await asyncio.to_thread(loose.close)

    def discard(self, upload_id: int) -> None:
        """Remove what has come of it; what was adopted keeps its bytes, which are never cut off."""
        self.path(upload_id).unlink(missing_ok=True)

    def sweep(self, wanted: Collection[int]) -> int:
        """Remove what belongs to no upload with one of these numbers and lies still; return how many."""
        names, before = {f"{upload_id}{_ENDING}" for upload_id in wanted}, time.time() - _STILL_SECONDS
        left = [
            path
            for path in self._root.glob(f"*{_ENDING}")
            if path.name not in names and path.stat().st_mtime <= before
        ]
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)


class Draft:
    """One upload's file while it is held."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @property
    def size(self) -> int:
        """How many bytes are there."""
        return os.fstat(self._handle).st_size

    def expect(self, offset: int) -> None:
        """Raise OffsetError unless the file ends at that offset."""
        if self.size != offset:
            raise OffsetError(self.size)

    async def write(self, part: bytes | bytearray) -> None:
        """Add bytes at the end; where the disk fails with OSError, those written before stay."""
        await asyncio.to_thread(_write_all, self._handle, part)

    async def sha256(self) -> str:
        """The SHA-256 of all bytes, in hexadecimal."""
        return await asyncio.to_thread(self._sha256)

    def _sha256(self) -> str:
        found, at = hashlib.sha256(), 0
        while part := os.pread(self._handle, _READ, at):
            at += len(part)
            found.update(part)
        return found.hexdigest()


class Loose:
    """A file that belongs to no upload yet; `name` is its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name = f"form-{secrets.token_hex(6)}"
        self.size = 0
        self._path = folder / f"{self.name}{_ENDING}"
        self._handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)

    async def write(self, part: bytes | bytearray) -> None:
        """Add bytes at the end; raises OSError."""
        await asyncio.to_thread(_write_all, self._handle, part)
        self.size += len(part)

    def become(self, path: Path) -> None:
        """Be the file of an upload from now on."""
        self._path.replace(path)

    def close(self) -> None:
        """Let it go, and remove it where it became nothing."""
        os.close(self._handle)
        self._path.unlink(missing_ok=True)


def _write_all(handle: int, part: bytes | bytearray) -> None:
    rest = memoryview(part)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _open_alone(path: Path) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    handle = os.open(path, flags, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise BusyError from None
    return handle
