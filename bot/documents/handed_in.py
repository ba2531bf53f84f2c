"""Tables that people hand in: Excel or CSV as rows of text, in the order that their program numbers them."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import python_calamine

LARGEST_FILE = 10 * 1024 * 1024
_ENCODINGS = ("utf-8-sig", "gb18030")

Table = Sequence[Sequence[str]]


class TableError(Exception):
    """A file that cannot be read as a table; the message names it."""


def read_table(path: Path) -> Table:
    """The rows of the file, the first sheet's where there are several; raises TableError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TableError(f"{path}：读不出（{error.strerror}）") from None
    if len(content) > LARGEST_FILE:
        raise TableError(f"{path}：超过{LARGEST_FILE // 1024 // 1024}MB")
    if path.suffix.lower() == ".csv":
        return _csv_rows(path, content)
    try:
        return _sheet_rows(content)
    except python_calamine.CalamineError as error:
        raise TableError(f"{path}：不是能读的Excel文件（{error}）") from None


def _csv_rows(path: Path, content: bytes) -> Table:
    """Excel writes CSV in UTF-8 with a mark, or in the Chinese code page."""
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        delimiter = "," if "," in text or "\t" not in text else "\t"
        try:
            return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        except csv.Error as error:
            raise TableError(f"{path}：不是能读的CSV文件（{error}）") from None
    raise TableError(f"{path}：文字编码既不是UTF-8也不是GB18030")


def _sheet_rows(content: bytes) -> Table:
    with python_calamine.load_workbook(io.BytesIO(content)) as workbook:
        sheet = workbook.get_sheet_by_index(0)
        rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
            for row in rows[top : bottom + 1]:
                row[left : right + 1] = [rows[top][left]] * len(row[left : right + 1])
    return rows


def _text(cell: object) -> str:
    """A whole number is written without the point that the table program stores it with (13800000000.0)."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
