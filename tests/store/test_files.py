"""The bytes of evidence: whole under their hash, or not there at all."""

import asyncio
import errno
import hashlib
import os
import resource
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.files import EvidenceFiles, TooLargeError

LIMIT = 10_000_000
KEEP_GOING = """
import asyncio, os, sys
from pathlib import Path
from store.files import EvidenceFiles

async def main():
    files = EvidenceFiles(Path(sys.argv[1]))
    while True:
        print((await files.put(os.urandom(200_000), 10_000_000)).sha256, flush=True)

asyncio.run(main())
"""


@pytest.fixture
def files(tmp_path: Path) -> EvidenceFiles:
    """Give an empty folder."""
    return EvidenceFiles(tmp_path / "evidence")


def _kept(tmp_path: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (tmp_path / "evidence").rglob("*") if path.is_file()}


async def _in_parts(
    content: bytes, size: int, between: Callable[[], None] = lambda: None
) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]
        between()


@contextmanager
def _files_no_longer_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("content", [b"", b"x", os.urandom(3_000_000)], ids=["empty", "one", "large"])
async def test_bytes_lie_under_their_hash(files: EvidenceFiles, tmp_path: Path, content: bytes) -> None:
    stored = await files.put(content, LIMIT)
    assert (stored.sha256, stored.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert files.path(stored.sha256).read_bytes() == content
    assert _kept(tmp_path) == {stored.sha256: content}


@pytest.mark.parametrize("size", [1_000, 700_000, 5_000_000])
async def test_bytes_that_arrive_in_parts_are_the_same(files: EvidenceFiles, size: int) -> None:
    content = os.urandom(2_500_000)
    stored = await files.put(_in_parts(content, size), LIMIT)
    assert files.path(stored.sha256).read_bytes() == content


async def test_the_same_bytes_are_kept_once_also_when_they_come_at_once(
    files: EvidenceFiles, tmp_path: Path
) -> None:
    content = os.urandom(100_000)
    stored = await asyncio.gather(*(files.put(content, LIMIT) for _ in range(8)))
    assert len(set(stored)) == 1
    assert list(_kept(tmp_path).values()) == [content]


async def test_a_file_is_not_seen_before_it_is_whole(files: EvidenceFiles, tmp_path: Path) -> None:
    content = os.urandom(4_000_000)
    name = hashlib.sha256(content).hexdigest()
    seen: list[bool] = []
    await files.put(_in_parts(content, 500_000, lambda: seen.append(files.path(name).exists())), LIMIT)
    assert seen == [False] * 8
    assert files.path(name).exists()


@pytest.mark.parametrize("excess", [1, 2_000_000])
async def test_too_many_bytes_are_refused_and_leave_nothing(
    files: EvidenceFiles, tmp_path: Path, excess: int
) -> None:
    content = os.urandom(1_500_000 + excess)
    with pytest.raises(TooLargeError):
        await files.put(_in_parts(content, 100_000), 1_500_000)
    with pytest.raises(TooLargeError):
        await files.put(content, 1_500_000)
    assert _kept(tmp_path) == {}
    assert (await files.put(content, len(content))).size == len(content)


async def test_a_sender_that_breaks_off_leaves_nothing(files: EvidenceFiles, tmp_path: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield os.urandom(2_000_000)
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await files.put(broken(), LIMIT)
    assert _kept(tmp_path) == {}


async def test_a_cancelled_put_leaves_nothing(files: EvidenceFiles, tmp_path: Path) -> None:
    arrived = asyncio.Event()

    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield os.urandom(1_100_000)
            arrived.set()
            await asyncio.sleep(0)

    putting = asyncio.create_task(files.put(endless(), 1 << 40))
    await arrived.wait()
    putting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await putting
    assert _kept(tmp_path) == {}


async def test_a_disk_that_takes_no_more_is_said_and_leaves_nothing(
    files: EvidenceFiles, tmp_path: Path
) -> None:
    with _files_no_longer_than(500_000), pytest.raises(OSError, match="too large"):
        await files.put(os.urandom(3_000_000), LIMIT)
    assert _kept(tmp_path) == {}
    assert (await files.put(b"fits again", LIMIT)).size == 10


async def test_a_disk_that_fails_to_sync_is_said_and_leaves_nothing(
    files: EvidenceFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        await files.put(os.urandom(1_000), LIMIT)
    assert _kept(tmp_path) == {}


def test_a_killed_process_leaves_no_half_file_and_loses_none_that_it_reported(
    files: EvidenceFiles, tmp_path: Path
) -> None:
    folder = tmp_path / "evidence"
    with subprocess.Popen(
        [sys.executable, "-c", KEEP_GOING, folder], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        reported = [process.stdout.readline().strip() for _ in range(20)]
        process.send_signal(signal.SIGKILL)
        reported += [line.strip() for line in process.stdout if line.endswith("\n")]
    files.sweep(timedelta(0))
    kept = _kept(tmp_path)
    assert [name for name in reported if name not in kept] == []
    assert [name for name, content in kept.items() if hashlib.sha256(content).hexdigest() != name] == []


def test_only_old_drafts_are_swept(files: EvidenceFiles, tmp_path: Path) -> None:
    assert files.sweep() == 0
    incoming = tmp_path / "evidence" / "incoming"
    incoming.mkdir(parents=True)
    yesterday = datetime.now(UTC) - timedelta(days=1)
    for name in ("old", "new"):
        (incoming / name).touch()
    os.utime(incoming / "old", (yesterday.timestamp(), yesterday.timestamp()))
    assert files.sweep() == 1
    assert [path.name for path in incoming.iterdir()] == ["new"]


@pytest.mark.parametrize(
    "name", ["", "..", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n", "a/" * 32]
)
def test_a_name_that_is_no_hash_is_refused(files: EvidenceFiles, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        files.path(name)
