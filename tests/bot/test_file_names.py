"""Whatever a file is called, its safe name is one part of a path with its true ending."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.file_names import LONGEST_BYTES, is_told_otherwise, safe_name
from bot.file_types import TYPES

RESERVED = set('/\\<>:"|?*\n\r\t\0') | {chr(code) for code in range(32)}
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


@pytest.mark.parametrize(
    ("name", "extension", "safe"),
    [
        ("平农〔2021〕45号.pdf", "pdf", "平农〔2021〕45号.pdf"),
        ("照片.JPEG", "jpg", "照片.jpg"),
        ("报告.pdf.exe", "pdf", "报告.pdf"),
        ("报告.pdf", "docx", "报告.docx"),
        ("报告.docx.pdf.scr", "docx", "报告.docx"),
        ("v1.2 方案", "docx", "v1.2 方案.docx"),
        ("../../etc/passwd", "txt", "passwd.txt"),
        ("C:\\windows\\system32\\a.dll", "zip", "a.zip"),
        ("报告\u202efdp.exe", "png", "报告fdp.png"),
        ("a\x00b\n c.txt", "txt", "ab c.txt"),
        ("con.txt", "txt", "_con.txt"),
        ("COM1", "pdf", "_COM1.pdf"),
        ("console.txt", "txt", "console.txt"),
        ('a<b>:"c|?*.txt', "txt", "a_b___c___.txt"),
        ("", "pdf", "材料.pdf"),
        ("...", "pdf", "材料.pdf"),
        (".pdf", "pdf", "材料.pdf"),
        (" 报告 . pdf ", "pdf", "报告 . pdf.pdf"),
        ("报告.pdf.", "pdf", "报告.pdf"),
        ("材" * 500 + ".pdf", "pdf", "材" * 78 + ".pdf"),
    ],
)
def test_a_name_is_made_safe(name: str, extension: str, safe: str) -> None:
    assert safe_name(name, extension) == safe


@given(st.text(max_size=300), st.sampled_from(sorted(TYPES)))
def test_any_name_is_safe_and_stays_as_it_is_when_made_safe_again(name: str, extension: str) -> None:
    safe = safe_name(name, extension)
    assert safe.endswith(f".{extension}")
    assert len(safe.encode()) <= LONGEST_BYTES
    assert not RESERVED & set(safe)
    assert safe.strip(". ") == safe
    assert safe.split(".")[0].lower() not in DEVICES
    assert safe_name(safe, extension) == safe


@pytest.mark.parametrize(
    ("name", "extension", "otherwise"),
    [
        ("照片.jpeg", "jpg", False),
        ("照片", "jpg", False),
        ("v1.2", "pdf", False),
        ("报告.pdf", "docx", True),
        ("报告.exe", "pdf", True),
        ("报告.html", "txt", True),
    ],
)
def test_a_name_that_claims_another_type_is_noticed(name: str, extension: str, otherwise: bool) -> None:
    assert is_told_otherwise(name, extension) is otherwise
