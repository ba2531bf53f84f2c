"""`kaohe evidence import`: a folder becomes evidence once, filed by its names, and nothing is guessed."""

from pathlib import Path

import pytest

from handlers.campaign.library import Library
from handlers.evidence.importing import leaf_of
from tests.console import Kaohe

CAMPAIGN = "2021年度质量工作考核"
PDF = b"%PDF-1.4\n%%EOF\n"
UNIT = ("--unit", "农业农村局")


@pytest.fixture
def opened(kaohe: Kaohe) -> Kaohe:
    """Gives the command line of an office that has opened a campaign."""
    assert kaohe("campaign", "open", "pingdingshan-2021", "--name", CAMPAIGN).code == 0
    return kaohe


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Gives a folder as an office gets it on a disk."""
    contents = {
        "03 1.3 农产品质量/平农〔2021〕45号 通知.pdf": PDF + b"1",
        "推进农业标准化生产工作/方案.pdf": PDF + b"2",
        "5.1 合格证.pdf": PDF + b"3",
        "会议.pdf": PDF + b"4",
        "病毒.pdf.exe": b"MZ" + bytes(100),
        "秘密★1年 名单.pdf": PDF + b"5",
        ".DS_Store": b"x",
        "~$方案.docx": b"x",
        "00 材料目录.docx": b"x",
    }
    for name, content in contents.items():
        path = tmp_path / "送来的" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "送来的"


def states(kaohe: Kaohe, folder: Path, *words: str) -> dict[str, tuple[str, str | None]]:
    ran = kaohe("evidence", "import", str(folder), *UNIT, "--json", *words)
    return {Path(row["path"]).name: (row["state"], row["code"]) for row in ran.rows}


def test_files_are_filed_by_their_names_and_what_is_not_taken_is_told(opened: Kaohe, folder: Path) -> None:
    expected = {
        "平农〔2021〕45号 通知.pdf": ("导入", "1.3"),
        "方案.pdf": ("导入", "5.2"),
        "5.1 合格证.pdf": ("导入", "5.1"),
        "会议.pdf": ("导入", None),
        "病毒.pdf.exe": ("不收", None),
        "秘密★1年 名单.pdf": ("不收", None),
    }
    assert states(opened, folder, "--dry-run") == expected
    assert states(opened, folder) == expected
    again = states(opened, folder)
    assert {name: state for name, (state, _) in again.items() if state != "不收"} == dict.fromkeys(
        [name for name, (state, _) in expected.items() if state == "导入"], "已有"
    )
    assert again == states(opened, folder, "--dry-run")


def test_what_was_imported_is_in_the_package(opened: Kaohe, folder: Path, tmp_path: Path) -> None:
    ran = opened("evidence", "import", str(folder), *UNIT)
    assert ran.code == 1
    assert ran.out.splitlines()[-1] == "导入4件，不收2件；其中1件没有归类"
    out = opened("export", "sheet", "--json", *UNIT).rows
    assert {row["code"]: row["evidence"] for row in out if row["evidence"]} == {"1.3": 1, "5.1": 1, "5.2": 1}
    assert opened("export", "evidence", *UNIT).out.startswith("农业农村局材料.zip：4件")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("nowhere", *UNIT), "没有文件夹 nowhere"),
        ((".", "--unit", "气象局"), "没有单位“气象局”"),
        (("empty", *UNIT), "里没有文件"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    opened: Kaohe, folder: Path, tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    (tmp_path / "empty").mkdir()
    ran = opened("evidence", "import", *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert why in ran.err


def test_a_link_out_of_the_folder_is_not_followed(opened: Kaohe, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(PDF)
    (folder / "外面.pdf").symlink_to(tmp_path / "secret.pdf")
    assert "外面.pdf" not in states(opened, folder)


@pytest.mark.parametrize(
    ("rubric", "path", "code"),
    [
        ("pingdingshan-2021", "1.3 检查/a.pdf", "1.3"),
        ("pingdingshan-2021", "1.3检查/a.pdf", "1.3"),
        ("pingdingshan-2021", "1.30/a.pdf", None),
        ("pingdingshan-2021", "1.3.1/a.pdf", None),
        ("pingdingshan-2021", "1.10 食源性/a.pdf", "1.10"),
        ("pingdingshan-2021", "5.1 合格证/1.3 检查.pdf", "1.3"),
        ("pingdingshan-2021", "5.1 合格证/2021年5.1活动.pdf", "5.1"),
        ("rugao-2018-towns", "3 质量/1 照片.jpg", "3"),
        ("rugao-2018-towns", "3月/1.jpg", None),
        ("tieling-2015", "T17-H1 覆盖率/a.pdf", "T17-H1"),
        ("tieling-2015", "T17/a.pdf", None),
    ],
)
def test_a_leaf_is_named_by_code_or_not_at_all(rubric: str, path: str, code: str | None) -> None:
    *folders, name = path.split("/")
    found = leaf_of(Library().rubric(rubric), folders, name)
    assert (found.code if found else None) == code
