"""Files on a disk that fails at any call: nothing is said to be kept that is not there, whole."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CC = shutil.which("cc")
SOURCE = Path(__file__).with_name("failing_disk.c")
KEEP = """
import asyncio, ctypes, hashlib, os, sys
from pathlib import Path
from store.folder_files import FolderFiles

disk, root, failure = ctypes.CDLL(None), Path(sys.argv[1]), int(sys.argv[2])
disk.calls_made.restype = ctypes.c_long
brought = root / "brought"
brought.mkdir(parents=True)

async def put(files, content):
    return await files.put(content, 10_000_000)

async def adopt(files, content):
    (brought / "file").write_bytes(content)
    async with files.adopt(brought / "file", hashlib.sha256(content).hexdigest(), 10_000_000) as draft:
        return await files.keep(draft)

async def main():
    failed = kept = 0
    for way in (put, adopt):
        first, done = 1, False
        while not done:
            files, content = FolderFiles(root / f"{way.__name__}{first}"), os.urandom(30_000)
            disk.fail_from(0, 0)
            if way is adopt:
                (brought / "file").write_bytes(content)
            disk.fail_from(first, failure)
            try:
                stored, done = await way(files, content), disk.calls_made() < first
            except OSError as error:
                assert error.errno == failure, error
                stored = None
            disk.fail_from(0, 0)
            there = {one.sha256: b"".join(files.parts(one.sha256)) for one in files.kept()}
            if stored is None:
                assert there in ({}, {hashlib.sha256(content).hexdigest(): content}), there.keys()
            else:
                assert there == {stored.sha256: content}
            assert (await way(files, content)).size == len(content)
            failed, kept, first = failed + (stored is None), kept + (stored is not None), first + 1
    print(failed, kept)

asyncio.run(main())
"""


@pytest.mark.skipif(CC is None or sys.platform != "linux", reason="there is no C compiler, or no Linux")
@pytest.mark.parametrize("failure", [errno.EIO, errno.ENOSPC], ids=errno.errorcode.get)
def test_nothing_half_is_kept_wherever_the_disk_fails(tmp_path: Path, failure: int) -> None:
    assert CC is not None
    library = tmp_path / "failing_disk.so"
    subprocess.run([CC, "-shared", "-fPIC", "-o", library, SOURCE, "-ldl"], check=True)
    done = subprocess.run(
        [sys.executable, "-c", KEEP, tmp_path / "files", str(failure)],
        env={**os.environ, "LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    failed, kept = map(int, done.stdout.split())
    assert failed >= 12
    assert kept == 2
