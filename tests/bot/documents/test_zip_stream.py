"""The archive is one that others open, of the length that was said, and always the same."""

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.documents import zip_stream
from bot.documents.zip_stream import LengthError, Member, length, stream

PART = bytes(1 << 20)
BIG = os.environ.get("KAOHE_BIG_ZIP") == "1"


def member(path: str, content: bytes) -> Member:
    return Member(path, len(content), lambda: [content[:3], content[3:]])


def written(members: Sequence[Member]) -> bytes:
    content = b"".join(stream(members))
    assert len(content) == length(members)
    return content


MEMBERS = [
    member("材料/01 制造业/01-01 报告.pdf", b"%PDF-1.4"),
    member("材料/空.txt", b""),
    member("a", bytes(9)),
]


def test_the_content_comes_back_under_its_chinese_names() -> None:
    with zipfile.ZipFile(io.BytesIO(written(MEMBERS))) as archive:
        assert archive.testzip() is None
        assert {one.filename: archive.read(one) for one in archive.infolist()} == {
            "材料/01 制造业/01-01 报告.pdf": b"%PDF-1.4",
            "材料/空.txt": b"",
            "a": bytes(9),
        }


def test_the_same_members_make_the_same_bytes() -> None:
    assert written(MEMBERS) == written(MEMBERS)


def test_an_archive_of_nothing_is_one() -> None:
    assert zipfile.ZipFile(io.BytesIO(written([]))).namelist() == []


@pytest.mark.skipif(shutil.which("unzip") is None, reason="unzip is not installed")
def test_info_zip_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(written(MEMBERS))
    tried = subprocess.run(["unzip", "-tq", tmp_path / "a.zip"], capture_output=True, text=True, check=False)
    assert (tried.returncode, tried.stderr) == (0, "")


def test_more_files_than_the_old_format_counts_are_all_there() -> None:
    many = [member(f"{number}", b"") for number in range(70_000)]
    with zipfile.ZipFile(io.BytesIO(written(many))) as archive:
        assert len(archive.namelist()) == 70_000


@pytest.mark.parametrize("size", [0, 8, 10])
def test_a_content_of_another_length_breaks_off(size: int) -> None:
    with pytest.raises(LengthError):
        list(stream([Member("a", 9, lambda: [bytes(size)])]))


def test_what_lies_beyond_the_old_limit_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same with small figures: what the format writes is larger, what is read is the same."""
    monkeypatch.setattr(zip_stream, "_MOST32", 16)
    content = written([member("large", bytes(range(40))), member("behind", b"here")])
    monkeypatch.undo()
    # With such small figures only the 64-bit fields of the end are looked at, not the marks in the directory.
    assert b"PK\6\6" in content
    assert b"PK\6\7" in content


@pytest.mark.skipif(not BIG, reason="KAOHE_BIG_ZIP=1 writes 5 GB")
def test_more_than_4_gigabytes_open(tmp_path: Path) -> None:
    parts = 4 * 1024 + 8
    members = [
        Member("large.bin", parts * len(PART), lambda: [PART] * parts),
        Member("behind.bin", len(PART), lambda: [PART]),
    ]
    path = tmp_path / "big.zip"
    with path.open("wb") as file:
        for part in stream(members):
            file.write(part)
    assert path.stat().st_size == length(members)
    with zipfile.ZipFile(path) as archive:
        assert [one.file_size for one in archive.infolist()] == [one.size for one in members]
        assert archive.testzip() is None
    if shutil.which("unzip"):
        subprocess.run(["unzip", "-tq", path], check=True, capture_output=True)
