import resource
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from bot.documents.handed_in import LARGEST_FILE, TableError, read_table


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_is_read_in_both_encodings_of_chinese_offices(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes('姓名,职务\r\n张三,"科员, 主任"\r\n'.encode(encoding))
    assert read_table(file) == [["姓名", "职务"], ["张三", "科员, 主任"]]


def test_csv_pasted_with_tabs_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.CSV"
    file.write_text("姓名\t单位\n张三\t市农委\n", "utf-8")
    assert read_table(file) == [["姓名", "单位"], ["张三", "市农委"]]


def test_excel_rows_keep_their_numbers_and_merged_cells_their_value(tmp_path: Path) -> None:
    file = tmp_path / "名单.xlsx"
    with xlsxwriter.Workbook(file) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(1, 0, ["姓名", "单位", "手机"])
        sheet.merge_range(2, 1, 3, 1, "市农委")
        sheet.write_row(2, 0, ["甲"])
        sheet.write(2, 2, 13800000000)
        sheet.write_row(3, 0, ["乙"])
        sheet.write_datetime(3, 2, datetime(2018, 1, 2), workbook.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001
    assert read_table(file) == [
        ["", "", ""],
        ["姓名", "单位", "手机"],
        ["甲", "市农委", "13800000000"],
        ["乙", "市农委", "2018-01-02"],
    ]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.xlsx", b"PK\x03\x04", "不是能读的Excel文件（不是xlsx或xls，或已损坏）"),
        ("a.xlsx", b"", "不是能读的Excel文件"),
        ("a.csv", b"\xff\xfe\x80\x80\xff", "文字编码既不是UTF-8也不是GB18030"),
        ("a.csv", b'a,"b', "不是能读的CSV文件"),
        ("a.csv", b"a" * (LARGEST_FILE + 1), "超过10MB"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(TableError, match=problem):
        read_table(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"none\.csv：读不出"):
        read_table(tmp_path / "none.csv")


def sheet_with(file: Path, *cells: str) -> Path:
    """An Excel file whose only sheet has these rows, whatever they claim; written piece by piece."""
    with xlsxwriter.Workbook(file) as workbook:
        workbook.add_worksheet().write(0, 0, "甲")
    with zipfile.ZipFile(file) as plain:
        parts = {name: plain.read(name) for name in plain.namelist()}
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as changed:
        for name, content in parts.items():
            if name != "xl/worksheets/sheet1.xml":
                changed.writestr(name, content)
        with changed.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<?xml version="1.0"?><worksheet xmlns="{main}"><sheetData>'.encode())
            for piece in cells:
                sheet.write(piece.encode())
            sheet.write(b"</sheetData></worksheet>")
    return file


def refused(file: Path) -> str:
    """Why it is refused, with this process none the larger for it."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TableError) as error:
        read_table(file)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024
    return str(error.value)


def test_two_cells_far_apart_claim_no_memory(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert "不是能读的Excel文件" in refused(sheet_with(tmp_path / "a.xlsx", cells))


def test_a_million_rows_are_refused(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(1, 300_001))
    assert "超过20000行" in refused(sheet_with(tmp_path / "a.xlsx", rows))
    (tmp_path / "a.csv").write_text("a\n" * 1_000_000)
    assert "超过20000行" in refused(tmp_path / "a.csv")


def test_a_bomb_of_zeros_is_refused(tmp_path: Path) -> None:
    zeros = ["0" * 1_000_000] * 600
    head, tail = '<row r="1"><c r="A1" t="inlineStr"><is><t>', "</t></is></c></row>"
    file = sheet_with(tmp_path / "a.xlsx", head, *zeros, tail)
    assert file.stat().st_size < LARGEST_FILE
    assert "不是能读的Excel文件" in refused(file)


def test_a_formula_is_text_that_nobody_computes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('姓名,单位\n"=HYPERLINK(""http://x"")",@SUM(1)\n', "utf-8")
    assert read_table(tmp_path / "a.csv")[1] == ['=HYPERLINK("http://x")', "@SUM(1)"]


def test_what_cannot_be_seen_is_taken_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("姓名,单位\n张\u200b三\u202e,\x1b[2J市农委\x07\n", "utf-8")
    assert read_table(tmp_path / "a.csv")[1] == ["张三", "[2J市农委"]
