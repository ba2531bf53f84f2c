"""Names of files that people send, as they would lie on a disk of any system."""

import random
import re
import unicodedata

import pytest

from handlers.exports.names import safe_name, split_suffix

PIECES = (
    "报告", "a", "平农〔2021〕45号", "..", "../", "..\\", "/etc/passwd", "C:", "C:\\Windows", "\\\\host\\share", "CON",
    "nul", "com1", "LPT¹", "aux.txt", " ", "　", "\t", "\n", "\r", "\0", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\u2066",
    "<", ">", ":", '"', "|", "?", "*", "~", "$", "%00", "。", ".", "...", "-", "=1+1", "🏭", "\U000e0041", "e\u0301",
    "名" * 90, "x" * 300, ".pdf", ".exe", ".tar.gz", "\ud800",
)  # fmt: skip
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def hostile(count: int) -> list[str]:
    dice = random.Random(20150624)
    return ["".join(dice.choices(PIECES, k=dice.randint(1, 5))) for _ in range(count)]


def lies_well(name: str, longest: int) -> bool:
    return (
        len(name.encode("utf-16-le")) // 2 <= longest
        and not re.search(r'[<>:"/\\|?*]', name)
        and not any(unicodedata.category(one)[0] == "C" for one in name)
        and name == name.strip(" .")
        and not name.startswith("~")
        and not RESERVED.fullmatch(name)
    )


@pytest.mark.parametrize("longest", [10, 60])
def test_300_hostile_names_lie_on_every_disk(longest: int) -> None:
    names = [safe_name(name, longest) for name in hostile(300)]
    assert [name for name in names if not lies_well(name, longest)] == []
    assert sum(bool(name) for name in names) > 250


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("关于质量月的通知", "关于质量月的通知"),
        ("../../etc/passwd", "／..／etc／passwd"),
        ("con", "_con"),
        ("NUL.tar", "_NUL.tar"),
        ("a<b>c:d|e?f*g", "a＜b＞c：d｜e？f＊g"),
        ("现场\u202egpj.照片", "现场gpj.照片"),
        ("  一  二\n三 . . ", "一 二 三"),
        ("\u200b.\ufeff", ""),
    ],
)
def test_what_cannot_be_in_a_name_is_written_otherwise_or_left_out(written: str, name: str) -> None:
    assert safe_name(written, 60) == name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("报告.PDF", ("报告", ".pdf")),
        ("报告.final.docx", ("报告.final", ".docx")),
        (".gitignore", (".gitignore", "")),
        ("报告.第二稿", ("报告.第二稿", "")),
        ("报告", ("报告", "")),
        ("a.b/c", ("a.b/c", "")),
    ],
)
def test_an_ending_is_letters_and_digits_after_the_last_dot(name: str, parts: tuple[str, str]) -> None:
    assert split_suffix(name) == parts
