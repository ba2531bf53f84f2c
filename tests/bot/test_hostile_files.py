"""Five hundred hostile files: each is kept whole under a safe name as what it really is, or leaves nothing at all."""

import errno
import hashlib
import os
import random
import resource
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from bot.file_names import LONGEST_BYTES
from bot.file_types import TYPES, RefusedFileError
from bot.intake import Intake, MarkedSecretError
from bot.pictures import EXTENSIONS
from handlers.evidence.limits import LARGEST_MEGABYTES
from store.folder_files import FolderFiles
from store.records import ReceivedFile
from tests.bot.files import SAMPLES, archive, compound, picture
from tests.bot.test_pictures import bomb

COUNT = 500
FORBIDDEN = (b"MZ", b"\x7fELF", b"#!/", b"<", b"\xef\xbb\xbf<")
NAMES = (
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/absolute/报告.pdf",
    "报告.pdf.exe",
    "照片.jpg.html",
    "报告\u202efdp.exe",
    "con.pdf",
    "a\x00b.pdf",
    "x" * 400 + ".pdf",
    "材" * 300 + ".docx",
    ".htaccess",
    "...",
    "",
    "报告.pdf\n\r.sh",
    "%2e%2e%2fpasswd",
    "nul",
    "报告 .pdf .",
    "报告.pdf::$DATA",
    '"><script>alert(1)</script>.pdf',
    "$(rm -rf ~).txt",
    "\ud83d.pdf",
    "机密★1年.pdf",
    "～\u200b\ufeff报告.xlsx",
)
BOMB = archive({"a.txt": bytes(8_000_000)})
CONTENTS = (
    b"",
    b"MZ" + bytes(2000),
    b"\x7fELF" + bytes(2000),
    b"#!/bin/sh\necho",
    b"<html><script>alert(1)</script></html>",
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><svg xmlns="http://www.w3.org/2000/svg"/>',
    b"GIF89a<script>alert(1)</script>" + bytes(20),
    b"%PDF-1.4\n" + archive({"evil.exe": b"MZ"}),
    b"MZ" + archive({"a": b"a"}),
    archive({"../../../../tmp/evil": b"x", "C:\\evil": b"x", "/abs": b"x"}),
    BOMB,
    archive({f"{number}.zip": BOMB for number in range(3)}),
    archive({"a.zip": archive({"b.zip": archive({"c.zip": b"PK\x03\x04"})})}),
    archive({"[Content_Types].xml": b"<!ENTITY", "word/document.xml": bytes(3_000_000)}),
    archive({"[Content_Types].xml": b"", "xl/vbaProject.bin": b""}),
    archive({"META-INF/MANIFEST.MF": b"", "A.class": b"\xca\xfe\xba\xbe"}),
    archive({"a": b"a"})[:-10],
    compound("WordDocument", "Macros", "_VBA_PROJECT"),
    compound("EncryptedPackage"),
    b"{\\rtf1{\\object\\objdata 0105000002000000}}",
    "密级：机密".encode(),
    b"=cmd|' /C calc'!A0,1\n",
    "\ufeff=HYPERLINK(1)".encode("utf-16"),
    bytes(range(256)),
)
PICTURES = (
    bomb(65_000, 65_000),
    bomb(3_000, 3_000),
    picture("JPEG") + b"<?php system($_GET[0]); ?>",
    picture("JPEG")[:300],
    picture("PNG") + archive({"evil.exe": b"MZ"}),
    picture("WEBP"),
)


def hostile(number: int) -> tuple[bytes, str]:
    """The content and the name of one of the files; the same number gives the same file."""
    name = NAMES[number % len(NAMES)]
    if number < len(PICTURES):
        return PICTURES[number], name
    if number < 250:
        return CONTENTS[number % len(CONTENTS)], name
    chance = random.Random(number)
    extension = chance.choice(sorted(SAMPLES.keys() - EXTENSIONS))
    content = bytearray(SAMPLES[extension])
    if chance.random() < 0.4:
        del content[chance.randrange(len(content)) :]
    for _ in range(chance.randrange(6)):
        if content:
            content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content), f"{chance.choice(NAMES)}.{chance.choice(sorted(TYPES))}"


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_each_is_kept_as_what_it_is_or_leaves_nothing(tmp_path: Path) -> None:
    files = FolderFiles(tmp_path / "evidence")
    intake = Intake(files)
    kept: dict[str, ReceivedFile] = {}
    refused = 0
    for number in range(COUNT):
        content, name = hostile(number)
        try:
            received = await intake.take_in(content, name)
        except (RefusedFileError, MarkedSecretError):
            refused += 1
            continue
        _check(received, content)
        kept[received.sha256] = received
    assert refused > COUNT // 4
    assert len(kept) > 20
    assert {file.sha256 for file in files.kept()} == set(kept)
    assert {path.name for path in _entries(tmp_path)} == {"evidence"}
    assert _files(tmp_path / "evidence" / "incoming") == set()


def _check(received: ReceivedFile, content: bytes) -> None:
    assert received.sha256 == hashlib.sha256(content).hexdigest()
    assert received.size == len(content) > 0
    known = next(found for found in TYPES.values() if found.mime == received.mime)
    assert received.kind == known.kind
    assert received.file_name.endswith(f".{known.extension}")
    assert len(received.file_name.encode()) <= LONGEST_BYTES
    assert not set('/\\<>:"|?*\n\r\0\u202e') & set(received.file_name)
    assert not content.startswith(FORBIDDEN)


async def test_a_byte_beyond_the_limit_leaves_nothing_and_twenty_megabytes_and_one_are_taken(
    tmp_path: Path,
) -> None:
    files = FolderFiles(tmp_path)

    async def large(size: int) -> AsyncIterator[bytes]:
        yield SAMPLES["pdf"]
        left = size - len(SAMPLES["pdf"])
        while left:
            part = bytes(min(left, 1 << 20))
            left -= len(part)
            yield part

    with pytest.raises(RefusedFileError, match=f"超过{LARGEST_MEGABYTES}MB"):
        await Intake(files).take_in(large((LARGEST_MEGABYTES << 20) + 1), "大.pdf")
    assert _files(tmp_path) == set()
    received = await Intake(files).take_in(large((20 << 20) + 1), "二十.pdf")
    assert files.size(received.sha256) == (20 << 20) + 1


@contextmanager
def _full_disk(_patch: pytest.MonkeyPatch) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def _failing(patch: pytest.MonkeyPatch, call: str) -> Iterator[None]:
    """The operating system answers this call with an input/output error."""

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with patch.context() as patched:
        patched.setattr(os, call, fail)
        yield


@pytest.mark.parametrize(
    "trouble",
    [_full_disk, lambda patch: _failing(patch, "fsync"), lambda patch: _failing(patch, "replace")],
    ids=["full", "sync", "rename"],
)
async def test_a_disk_in_trouble_never_keeps_half_and_recovers(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: Callable[[pytest.MonkeyPatch], AbstractContextManager[None]],
) -> None:
    files = FolderFiles(tmp_path)
    intake = Intake(files)
    content = SAMPLES["pdf"] + bytes(5000)
    for _ in range(20):
        with trouble(monkeypatch), pytest.raises(OSError, match=r"rror|large"):
            await intake.take_in(content, "报告.pdf")
        assert list(files.kept()) == []
    assert _files(tmp_path) == set()
    received = await intake.take_in(content, "报告.pdf")
    assert b"".join(files.parts(received.sha256)) == content
