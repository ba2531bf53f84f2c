"""A folder of evidence: a disk that fails or fills up, a process that dies, and what that leaves behind."""

import errno
import hashlib
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.folder_files import FolderFiles

LIMIT = 10_000_000
KEEP_GOING = """
import asyncio, os, sys
from pathlib import Path
from store.folder_files import FolderFiles

async def main():
    files = FolderFiles(Path(sys.argv[1]))
    while True:
        print((await files.put(os.urandom(200_000), 10_000_000)).sha256, flush=True)

asyncio.run(main())
"""


@pytest.fixture
def files(tmp_path: Path) -> FolderFiles:
    """Give an empty folder."""
    return FolderFiles(tmp_path / "evidence")


def _kept(tmp_path: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (tmp_path / "evidence").rglob("*") if path.is_file()}


@contextmanager
def _files_no_longer_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_a_disk_that_takes_no_more_is_said_and_leaves_nothing(
    files: FolderFiles, tmp_path: Path
) -> None:
    with _files_no_longer_than(500_000), pytest.raises(OSError, match="too large"):
        await files.put(os.urandom(3_000_000), LIMIT)
    assert _kept(tmp_path) == {}
    assert (await files.put(b"fits again", LIMIT)).size == 10


async def test_a_disk_that_fails_to_sync_is_said_and_leaves_nothing(
    files: FolderFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        await files.put(os.urandom(1_000), LIMIT)
    assert _kept(tmp_path) == {}


def test_a_killed_process_leaves_no_half_file_and_loses_none_that_it_reported(
    files: FolderFiles, tmp_path: Path
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


def test_only_old_drafts_are_swept(files: FolderFiles, tmp_path: Path) -> None:
    assert files.sweep() == 0
    incoming = tmp_path / "evidence" / "incoming"
    incoming.mkdir(parents=True)
    yesterday = datetime.now(UTC) - timedelta(days=1)
    for name in ("old", "new"):
        (incoming / name).touch()
    os.utime(incoming / "old", (yesterday.timestamp(), yesterday.timestamp()))
    assert files.sweep() == 1
    assert [path.name for path in incoming.iterdir()] == ["new"]
