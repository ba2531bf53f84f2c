"""The content decides what a file is; what is not on the list is refused with a reason."""

import struct
from pathlib import Path

import pytest

from bot.file_types import TYPES, FileType, RefusedFileError, recognise
from handlers.evidence.limits import LARGEST_MEGABYTES
from tests.bot.files import INSTALLER, SAMPLES, archive, compound, picture


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


def _recognised(folder: Path, content: bytes, name: str) -> FileType:
    path = folder / "file"
    path.write_bytes(content)
    return recognise(path, name, len(content))


@pytest.mark.parametrize("extension", SAMPLES)
@pytest.mark.parametrize("name", ["材料.{}", "材料.{}.", "材料.zzz.{}"])
def test_every_type_is_told_by_its_content(folder: Path, extension: str, name: str) -> None:
    found = _recognised(folder, SAMPLES[extension], name.format(extension))
    assert found == TYPES[extension]


@pytest.mark.parametrize("name", ["材料.exe", "材料.html", "材料.jpg.js", "材料.bat"])
@pytest.mark.parametrize("extension", sorted(SAMPLES.keys() - {"txt", "csv"}))
def test_a_wrong_name_changes_nothing(folder: Path, extension: str, name: str) -> None:
    assert _recognised(folder, SAMPLES[extension], name).extension == extension


@pytest.mark.parametrize(
    ("stream", "ending", "extension"),
    [
        ("WordDocument", "wps", "wps"),
        ("WordDocument", "xls", "doc"),
        ("Workbook", "et", "et"),
        ("Book", "xls", "xls"),
        ("PowerPoint Document", "dps", "dps"),
    ],
)
def test_wps_saves_the_same_format_under_its_own_endings(
    folder: Path, stream: str, ending: str, extension: str
) -> None:
    assert _recognised(folder, compound(stream), f"台账.{ending}").extension == extension


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "空.pdf", "0字节"),
        (b"MZ\x90\x00" + bytes(100), "报告.pdf", "程序"),
        (b"\x7fELF" + bytes(100), "报告", "程序"),
        (b"\xca\xfe\xba\xbe" + bytes(100), "照片.jpg", "程序"),
        (b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(100), "快捷方式.pdf", "程序"),
        (b"#!/bin/sh\nrm -rf ~\n", "说明.txt", "程序"),
        (b"@echo off\r\ndel *.*", "说明.txt", "程序"),
        (b"alert(1)", "说明.js", "程序"),
        (b"Set x = 1", "说明.txt.vbs", "程序"),
        (b"<html><script>alert(1)</script>", "照片.jpg", "网页"),
        (b"\xef\xbb\xbf  <!DOCTYPE html>", "报告.doc", "网页"),
        (b'<?xml version="1.0"?><svg onload="alert(1)"/>', "图.svg", "网页"),
        (b"hello <ScRiPt>alert(1)</script>", "说明.txt", "网页"),
        ("<html>".encode("utf-16"), "说明.txt", "网页"),
        (compound("WordDocument", "_VBA_PROJECT"), "报告.doc", "宏"),
        (compound("EncryptedPackage", "EncryptionInfo"), "报告.docx", "密码"),
        (compound("Data", clsid=INSTALLER), "报告.doc", "程序"),
        (compound("SomethingElse"), "报告.doc", "认不出"),
        (archive({"[Content_Types].xml": b"", "word/vbaProject.bin": b""}), "报告.docx", "宏"),
        (archive({"META-INF/MANIFEST.MF": b"", "A.class": b""}), "材料.zip", "程序"),
        (archive({"a": b"a"})[:-1], "材料.zip", "损坏"),
        (archive({"a": b"a"}) + b"x", "材料.zip", "损坏"),
        (archive({"a": b"a" * 9})[:40], "材料.zip", "损坏"),
        (picture()[:4], "照片.png", "认不出"),
        (b"\xff\xd8", "照片.jpg", "认不出"),
        (b"%PDF", "报告.txt\x00", ""),
        (bytes(range(256)) * 20, "报告.pdf", "认不出"),
        (b"words\x00more", "说明.txt", "认不出"),
    ],
)
def test_what_is_not_taken_is_refused_with_its_reason(
    folder: Path, content: bytes, name: str, reason: str
) -> None:
    if not reason:  # Four letters and no more are words.
        assert _recognised(folder, content, name).extension == "txt"
        return
    with pytest.raises(RefusedFileError, match=reason):
        _recognised(folder, content, name)


def test_one_byte_too_many_is_refused_and_the_limit_is_said(folder: Path) -> None:
    path = folder / "file"
    path.write_bytes(SAMPLES["pdf"])
    assert recognise(path, "a.pdf", LARGEST_MEGABYTES << 20).extension == "pdf"
    with pytest.raises(RefusedFileError, match=f"超过{LARGEST_MEGABYTES}MB"):
        recognise(path, "a.pdf", (LARGEST_MEGABYTES << 20) + 1)


def test_a_directory_of_a_hundred_thousand_entries_is_not_read_to_its_end(folder: Path) -> None:
    one = archive({"a": b""})
    start = one.index(b"PK\x01\x02")
    directory = one[start : start + 47] * 100_000
    end = struct.pack("<4s4HIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(directory), start, 0)
    many = one[:start] + directory + end
    assert _recognised(folder, many, "许多.zip").extension == "zip"
