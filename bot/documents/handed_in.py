"""Tables that people hand in: Excel or CSV as rows of text, in the order that their program numbers them."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.channels.words import plain
from bot.documents import sheet_rows
from bot.refusals import why as refused

LARGEST_FILE = 10 * 1024 * 1024
SECONDS = 60
_ENCODINGS = ("utf-8-sig", "gb18030")

Table = Sequence[Sequence[str]]


class TableError(Exception):
    """A file that cannot be read as a table; the message names it."""


def read_table(path: Path) -> Table:
    """The rows of the file, the first sheet's where there are several; raises TableError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TableError(f"{path}：读不出（{refused(error)}）") from None
    if len(content) > LARGEST_FILE:
        raise TableError(f"{path}：超过{LARGEST_FILE // 1024 // 1024}MB")
    rows = _csv_rows(path, content) if path.suffix.lower() == ".csv" else _sheet_rows(path, content)
    # What cannot be seen in a table would still part one name from another, or write on somebody's terminal.
    return [[plain(cell) for cell in row] for row in rows]


def _csv_rows(path: Path, content: bytes) -> Table:
    """Excel writes CSV in UTF-8 with a mark, or in the Chinese code page."""
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        delimiter = "," if "," in text or "\t" not in text else "\t"
        try:
            table = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
        except csv.Error as error:
            raise TableError(f"{path}：不是能读的CSV文件（{error}）") from None
        if len(table) > sheet_rows.MOST_ROWS:
            raise TableError(f"{path}：超过{sheet_rows.MOST_ROWS}行")
        return table
    raise TableError(f"{path}：文字编码既不是UTF-8也不是GB18030")


def _sheet_rows(path: Path, content: bytes) -> Table:
    """Read by a program with bounds on memory and time: the file may claim more cells than any machine holds."""
    program = [sys.executable, str(Path(sheet_rows.__file__))]
    try:
        read = subprocess.run(program, input=content, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip()
        # What was ended by a signal or by its own memory says nothing that helps.
        why = said if error.returncode == 1 and said.count("\n") == 0 else "内容太大或已损坏"
        raise TableError(f"{path}：不是能读的Excel文件（{why}）") from None
    except subprocess.TimeoutExpired:
        raise TableError(f"{path}：不是能读的Excel文件（内容太大）") from None
    table: Table = json.loads(read.stdout)
    return table
