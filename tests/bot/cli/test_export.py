"""`kaohe export`: files to hand over, written whole or not at all."""

import zipfile
from pathlib import Path

import pytest

from tests.console import Kaohe

CAMPAIGN = "2021年度质量工作考核"


@pytest.fixture
def opened(kaohe: Kaohe) -> Kaohe:
    """Gives the command line of an office that has opened a campaign."""
    assert kaohe("campaign", "open", "pingdingshan-2021", "--name", CAMPAIGN).code == 0
    return kaohe


def test_an_archive_without_evidence_says_what_is_missing(opened: Kaohe, tmp_path: Path) -> None:
    ran = opened("export", "evidence")
    assert (ran.code, ran.err) == (0, "")
    assert f"{CAMPAIGN}材料.zip：0件" in ran.out
    with zipfile.ZipFile(tmp_path / f"{CAMPAIGN}材料.zip") as archive:
        assert len(archive.namelist()) == 2
        listed = archive.read(f"{CAMPAIGN}材料/00 校验清单.csv").decode("utf-8-sig")
    assert listed.count("没有材料") > 60


def test_a_unit_is_known_by_its_alias(opened: Kaohe, tmp_path: Path) -> None:
    ran = opened("export", "catalogue", "--unit", "文化和旅游局", "-o", str(tmp_path / "目录.docx"))
    assert ran.code == 0, ran.err
    assert (tmp_path / "目录.docx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--unit", "气象局"), "没有单位“气象局”"),
        (("--subject", "新城区"), "没有被考核单位“新城区”"),
        (("--campaign", "另一个"), "没有名为“另一个”的考核任务"),
        (("--output", "nowhere/a.zip"), "没有文件夹 nowhere"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_nothing(
    opened: Kaohe, tmp_path: Path, words: tuple[str, str], why: str
) -> None:
    before = sorted(tmp_path.iterdir())
    ran = opened("export", "evidence", *words)
    assert (ran.code, ran.out) == (1, "")
    assert why in ran.err
    assert ran.err.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_is_there_is_kept_unless_told_otherwise(opened: Kaohe, tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    target.write_text("mine")
    assert "已经有了" in opened("export", "evidence", "-o", str(target)).err
    assert target.read_text() == "mine"
    assert opened("export", "evidence", "-o", str(target), "--force").code == 0
    assert zipfile.is_zipfile(target)


def test_report_and_sheet_are_written_under_their_usual_names(opened: Kaohe, tmp_path: Path) -> None:
    assert "公安局2021年度质量工作考核自评报告" in opened("export", "report", "--unit", "公安局").out
    assert (tmp_path / "公安局自评报告.docx").is_file()
    assert "69项" in opened("export", "sheet").out
    assert (tmp_path / f"{CAMPAIGN}计分表.xlsx").is_file()


def test_the_sheet_as_json_lines(opened: Kaohe, tmp_path: Path) -> None:
    rows = opened("export", "sheet", "--json", "--unit", "水利局").rows
    assert {row["unit"] for row in rows} == {"水利局"}
    first = rows[0]
    assert (first["code"], first["full_marks"], first["self_assessed"], first["status"]) == (
        "1.6",
        "5",
        None,
        "未报",
    )
    assert not list(tmp_path.glob("*.xlsx"))
