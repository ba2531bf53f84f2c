"""The bytes of evidence: whole under their hash, or not there at all, wherever they are kept."""

import asyncio
import errno
import hashlib
import os
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.files import DamagedFileError, EvidenceFiles, StoredFile, TooLargeError
from store.folder_files import FolderFiles
from store.s3_files import S3Files

LIMIT = 10_000_000


@pytest.fixture(params=["folder", "s3"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> EvidenceFiles:
    """Give an empty store, once of each kind."""
    if request.param == "folder":
        return FolderFiles(tmp_path / "evidence")
    return S3Files(str(request.getfixturevalue("bucket")), tmp_path / "incoming")


def _content(files: EvidenceFiles) -> dict[str, bytes]:
    return {kept.sha256: b"".join(files.parts(kept.sha256)) for kept in files.kept()}


def _drafts(tmp_path: Path) -> list[Path]:
    return [path for path in tmp_path.rglob("incoming/*") if path.is_file()]


async def _in_parts(
    content: bytes, size: int, between: Callable[[], None] = lambda: None
) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]
        between()


@pytest.mark.parametrize("content", [b"", b"x", os.urandom(3_000_000)], ids=["empty", "one", "large"])
async def test_bytes_lie_under_their_hash(files: EvidenceFiles, content: bytes) -> None:
    before = datetime.now(UTC) - timedelta(seconds=2)
    stored = await files.put(content, LIMIT)
    assert (stored.sha256, stored.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert files.size(stored.sha256) == len(content)
    assert b"".join([part async for part in files.open(stored.sha256)]) == content
    (kept,) = files.kept()
    assert (kept.sha256, kept.size) == (stored.sha256, stored.size)
    assert before < kept.kept_at < datetime.now(UTC) + timedelta(seconds=2)


async def test_bytes_that_arrive_in_parts_are_the_same(files: EvidenceFiles) -> None:
    content = os.urandom(2_500_000)
    stored = {await files.put(_in_parts(content, size), LIMIT) for size in (1_000, 700_000, 5_000_000)}
    assert _content(files) == {one.sha256: content for one in stored}
    assert len(stored) == 1


async def test_the_same_bytes_are_kept_once_also_when_they_come_at_once(files: EvidenceFiles) -> None:
    content = os.urandom(100_000)
    stored = await asyncio.gather(*(files.put(content, LIMIT) for _ in range(8)))
    assert len(set(stored)) == 1
    assert list(_content(files).values()) == [content]


async def test_a_file_is_not_seen_before_it_is_kept(files: EvidenceFiles, tmp_path: Path) -> None:
    content = os.urandom(2_000_000)
    name = hashlib.sha256(content).hexdigest()
    seen: list[int | None] = []
    parts = _in_parts(content, 500_000, lambda: seen.append(files.size(name)))
    async with files.receive(parts, LIMIT) as draft:
        assert seen == [None] * 4
        assert (draft.path.read_bytes(), draft.size) == (content, len(content))
        assert files.size(name) is None
        assert (await files.keep(draft)).sha256 == name
    assert files.size(name) == len(content)
    assert _drafts(tmp_path) == []


async def test_what_is_looked_at_and_not_wanted_leaves_nothing(files: EvidenceFiles, tmp_path: Path) -> None:
    async with files.receive(b"unwanted", LIMIT):
        pass
    with pytest.raises(ZeroDivisionError):
        async with files.receive(b"unwanted", LIMIT):
            raise ZeroDivisionError
    assert (_content(files), _drafts(tmp_path)) == ({}, [])


async def _adopted(files: EvidenceFiles, path: Path, content: bytes) -> StoredFile:
    async with files.adopt(path, hashlib.sha256(content).hexdigest(), LIMIT) as draft:
        return await files.keep(draft)


@pytest.mark.parametrize("linked", [True, False])
async def test_a_file_of_this_machine_is_kept_and_stays_where_it_is(
    files: EvidenceFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, linked: bool
) -> None:
    if not linked:
        monkeypatch.setattr(os, "link", _no_links)
    path, content = tmp_path / "brought", os.urandom(100_000)
    path.write_bytes(content)
    os.utime(path, (0, 0))
    stored = await _adopted(files, path, content)
    assert await _adopted(files, path, content) == stored
    assert path.read_bytes() == content
    path.unlink()
    assert _content(files) == {stored.sha256: content}
    (kept,) = files.kept()
    assert kept.kept_at > datetime.now(UTC) - timedelta(hours=1)
    assert _drafts(tmp_path) == []


def _no_links(*_: object) -> None:
    raise OSError(errno.EXDEV, "no links across disks")


async def test_a_file_of_this_machine_that_is_not_wanted_leaves_nothing(
    files: EvidenceFiles, tmp_path: Path
) -> None:
    path = tmp_path / "brought"
    path.write_bytes(b"x" * 100)
    sha256 = hashlib.sha256(b"x" * 100).hexdigest()
    async with files.adopt(path, sha256, LIMIT):
        pass
    with pytest.raises(TooLargeError):
        async with files.adopt(path, sha256, 99):
            pass
    with pytest.raises(FileNotFoundError):
        async with files.adopt(tmp_path / "missing", sha256, LIMIT):
            pass
    assert list(files.kept()) == []
    assert _drafts(tmp_path) == []
    assert path.stat().st_nlink == 1


@pytest.mark.parametrize("excess", [1, 2_000_000])
async def test_too_many_bytes_are_refused_and_leave_nothing(
    files: EvidenceFiles, tmp_path: Path, excess: int
) -> None:
    content = os.urandom(1_500_000 + excess)
    with pytest.raises(TooLargeError):
        await files.put(_in_parts(content, 100_000), 1_500_000)
    with pytest.raises(TooLargeError):
        await files.put(content, 1_500_000)
    assert (_content(files), _drafts(tmp_path)) == ({}, [])
    assert (await files.put(content, len(content))).size == len(content)


async def test_a_sender_that_breaks_off_leaves_nothing(files: EvidenceFiles, tmp_path: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield os.urandom(2_000_000)
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await files.put(broken(), LIMIT)
    assert (_content(files), _drafts(tmp_path)) == ({}, [])


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
    assert (_content(files), _drafts(tmp_path)) == ({}, [])


async def test_what_is_removed_is_gone_and_may_come_again(files: EvidenceFiles) -> None:
    stored = await files.put(b"one", LIMIT)
    files.put_thumbnail(stored.sha256, b"small")
    files.remove(stored.sha256)
    files.remove(stored.sha256)
    assert (files.size(stored.sha256), files.thumbnail(stored.sha256), _content(files)) == (None, None, {})
    with pytest.raises(FileNotFoundError):
        next(files.parts(stored.sha256))
    assert await files.put(b"one", LIMIT) == stored


async def test_a_thumbnail_lies_beside_its_file_and_is_none_itself(files: EvidenceFiles) -> None:
    stored = await files.put(b"picture", LIMIT)
    assert files.thumbnail(stored.sha256) is None
    files.put_thumbnail(stored.sha256, b"small")
    files.put_thumbnail(stored.sha256, b"smaller")
    assert files.thumbnail(stored.sha256) == b"smaller"
    assert _content(files) == {stored.sha256: b"picture"}


@pytest.mark.parametrize(
    "name", ["", "..", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n", "a/" * 32]
)
def test_a_name_that_is_no_hash_is_refused(files: EvidenceFiles, name: str) -> None:
    calls: list[Callable[[], object]] = [
        lambda: files.size(name),
        lambda: next(files.parts(name)),
        lambda: files.remove(name),
        lambda: files.thumbnail(name),
        lambda: files.put_thumbnail(name, b""),
    ]
    for call in calls:
        with pytest.raises(ValueError, match="SHA-256"):
            call()


def test_a_store_that_can_be_used_says_so(files: EvidenceFiles) -> None:
    files.check()


async def test_bytes_that_have_changed_are_not_given_out_as_whole(tmp_path: Path) -> None:
    files = FolderFiles(tmp_path)
    stored = await files.put(b"one", LIMIT)
    files.path(stored.sha256).write_bytes(b"two")
    with pytest.raises(DamagedFileError):
        b"".join(files.parts(stored.sha256))
    assert await files.put(b"one", LIMIT) == stored
    assert b"".join(files.parts(stored.sha256)) == b"one"
