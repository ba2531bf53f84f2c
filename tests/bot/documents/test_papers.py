"""Word and Excel files as others open them: whole, in order, harmless, and the same every time."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
import python_calamine

from bot.documents.catalogue_paper import catalogue_paper
from bot.documents.report_paper import report_paper
from bot.documents.sheet_book import sheet_book
from handlers.exports.scope import Scope
from handlers.exports.self_report import SelfReport, self_report
from handlers.exports.sheet import FiledSheet, filed_sheet
from tests.bot.documents.desk import AGRICULTURE, PAPER, Desk

OFFICE = shutil.which("soffice")
WRITER = Path("/usr/lib/libreoffice/program/libswlo.so")
FORMULA = '=HYPERLINK("https://example.com","看")'


async def filed(desk: Desk, scope: Scope) -> FiledSheet:
    scene = desk.scene
    return await scene.store.read(
        lambda uow: filed_sheet(uow, scene.campaign, scene.library, scope, scene.now)
    )


async def reported(desk: Desk, scope: Scope) -> SelfReport:
    scene = desk.scene
    return await scene.store.read(
        lambda uow: self_report(uow, scene.campaign, scene.library, scope, scene.now)
    )


def words(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


async def test_the_catalogue_names_what_is_there_and_what_is_not(desk: Desk) -> None:
    await desk.hand_in("file", "1.3", content=PAPER, original_name="平农〔2021〕45号.pdf")
    await desk.hand_in("image", None, media_id="m", caption="6月10日\x01检查\ufffe")
    text = words(catalogue_paper(await desk.catalogue()))
    for fact in ("03-01", "平农〔2021〕45号", "宋莉", "缺项（67项还没有材料）", "缺失（1件", "6月10日检查"):
        assert fact in text
    assert "\x01" not in text


async def test_the_catalogue_says_whether_the_evidence_is_complete(desk: Desk) -> None:
    await desk.hand_in("file", "5.2", content=PAPER, original_name="农兽药残留限量国家标准宣贯情况.pdf")
    await desk.hand_in("file", "1.1", content=PAPER, original_name="别的.pdf")
    scene = desk.scene
    before = words(catalogue_paper(await desk.catalogue()))
    (band,) = set(re.findall("（1件）　材料：(.+)", before))
    assert band.startswith("提议“不全”：缺推进现代农业全产业链标准化生产情况；缺加大禁限用药物宣传力度情况")
    assert band.endswith("（审核员未定）")
    await scene.store.run(
        lambda uow: uow.completeness.add(
            campaign_id=scene.campaign.id,
            code="5.2",
            subject=scene.campaign.subjects[0],
            level="partial",
            reason="缺抽检台账",
            contact_id=None,
            inbox_id=None,
            at=scene.now,
        )
    )
    after = words(catalogue_paper(await desk.catalogue()))
    assert "（1件）　材料：审核员定“不全”：缺抽检台账" in after


async def test_the_report_shows_its_gaps(desk: Desk) -> None:
    text = words(report_paper(await reported(desk, Scope("公安局"))))
    assert text.startswith("公安局2021年度质量工作考核自评报告")
    assert text.count("【待填：案例") == 3


async def test_the_same_state_makes_the_same_files(desk: Desk) -> None:
    await desk.hand_in("file", "1.3", content=PAPER, original_name="a.pdf")
    made = [
        (
            catalogue_paper(await desk.catalogue()),
            report_paper(await reported(desk, Scope())),
            sheet_book(await filed(desk, Scope())),
        )
        for _ in range(2)
    ]
    assert made[0] == made[1]


async def test_the_sheet_holds_both_points_and_numbers_are_numbers(desk: Desk) -> None:
    await desk.scene.say("song", "5.1 自评0.5分")
    with python_calamine.load_workbook(io.BytesIO(sheet_book(await filed(desk, Scope(AGRICULTURE))))) as book:
        rows = book.get_sheet_by_index(0).to_python()
    (row,) = [row for row in rows if row[0] == "5.1"]
    assert row[3:8] == [AGRICULTURE, 1.0, "单位自评分（0–1）：0.5", 0.5, ""]
    assert row[9] == "待审"
    assert not [row for row in rows if row[0] == "1.1"], "another unit's leaf"


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "＝", "\t=", "\n=", " ="])
async def test_no_word_becomes_a_formula(desk: Desk, lead: str) -> None:
    desk.scene.campaign = await desk.scene.store.run(
        lambda uow: uow.campaigns.open(
            name=f"{lead}1+1",
            rubric=desk.scene.campaign.rubric,
            rubric_version=desk.scene.campaign.rubric_version,
            year=2021,
            subjects=(f"{lead}cmd", FORMULA),
            opened_at=desk.scene.now,
        )
    )
    content = sheet_book(await filed(desk, Scope()))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        texts = [package.read(name).decode() for name in package.namelist() if "worksheets" in name]
    assert len(texts) == 2
    assert not [text for text in texts if "<f>" in text or "<hyperlink" in text]
    with python_calamine.load_workbook(io.BytesIO(content)) as book:
        assert str(book.get_sheet_by_index(0).to_python()[0][0]).startswith("'")


@pytest.mark.skipif(OFFICE is None or not WRITER.exists(), reason="LibreOffice Writer is not installed")
async def test_libreoffice_opens_the_documents(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(catalogue_paper(await desk.catalogue()))
    (tmp_path / "b.docx").write_bytes(report_paper(await reported(desk, Scope())))
    convert(tmp_path, "a.docx", "b.docx")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
async def test_libreoffice_opens_the_sheet(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "c.xlsx").write_bytes(sheet_book(await filed(desk, Scope())))
    convert(tmp_path, "c.xlsx")


def convert(folder: Path, *names: str) -> None:
    """Turn the files into PDF as a reader's program would show them; a page for each at least."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    for name in names:
        assert (folder / name).with_suffix(".pdf").stat().st_size > 5_000
