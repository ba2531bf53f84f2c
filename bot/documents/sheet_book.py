"""计分表 as an Excel workbook: a sheet for each assessed unit; words stay words, whatever they begin with."""

import io
import re
from decimal import Decimal
from typing import Any, Final

import xlsxwriter

from bot.channels.words import plain
from bot.documents.manifest import harmless
from handlers.calendar.deadlines import milestone_name
from handlers.exports.sheet import FiledSheet, SheetRow, SubjectSheet
from handlers.wording import local

_HEADINGS: Final = (
    "编号", "考核内容", "考核要点", "责任单位", "满分", "上报情况", "单位自评", "自评得分", "核定得分", "状态",
    "材料", "备注",
)  # fmt: skip
_WIDTHS: Final = (7, 18, 42, 18, 7, 30, 9, 9, 9, 8, 6, 30)
_POINTS: Final = frozenset({4, 6, 7, 8, 10})
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_LONGEST_CELL: Final = 32_767
_HEAD_ROWS: Final = 3
_LINE_POINTS: Final = 14.0
_LAST_ASCII: Final = "\x7f"


def sheet_book(filed: FiledSheet) -> bytes:
    """The workbook's bytes; the same sheet makes the same bytes."""
    written = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(written, options) as book:
        book.set_properties({"title": _title(filed), "created": local(filed.as_of).replace(tzinfo=None)})
        looks = {name: book.add_format({**_LOOK, **more}) for name, more in _LOOKS.items()}
        names: set[str] = set()
        for sheet in filed.sheets or (SubjectSheet("计分表", ()),):
            page = book.add_worksheet(_tab(sheet.subject, names))
            _head(page, filed, sheet, looks)
            for at, row in enumerate(sheet.rows, start=_HEAD_ROWS):
                _row(page, at, row, looks)
            _totals(page, _HEAD_ROWS + len(sheet.rows), sheet, looks)
    return written.getvalue()


_LOOK: Final[dict[str, Any]] = {
    "font_name": "宋体",
    "font_size": 10,
    "valign": "vcenter",
    "border": 1,
    "text_wrap": True,
}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {"font_size": 16, "bold": True, "align": "center", "border": 0, "text_wrap": False},
    "note": {"border": 0, "align": "center", "text_wrap": False},
    "head": {"bold": True, "align": "center", "bg_color": "#EDEDED"},
    "words": {},
    "points": {"align": "center", "num_format": "0.####"},
    "sum": {"bold": True, "align": "center", "num_format": "0.####"},
}


def _title(filed: FiledSheet) -> str:
    return f"{filed.campaign.name}计分表"


def _head(page: Any, filed: FiledSheet, sheet: SubjectSheet, looks: dict[str, Any]) -> None:  # noqa: ANN401 -- untyped library
    last = len(_HEADINGS) - 1
    node = milestone_name(filed.rubric, filed.milestone)
    at = local(filed.as_of)
    parts = [
        sheet.subject,
        filed.scope.unit,
        node,
        f"截至{at:%Y年%m月%d日%H:%M}",
        "自评按所报，核定按已通过的",
    ]
    page.merge_range(0, 0, 0, last, _cell(_title(filed)), looks["title"])
    page.merge_range(1, 0, 1, last, _cell("　".join(dict.fromkeys(filter(None, parts)))), looks["note"])
    page.set_row(0, 28)
    for column, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True)):
        page.set_column(column, column, width)
        page.write_string(2, column, heading, looks["head"])
    page.freeze_panes(_HEAD_ROWS, 3)
    page.repeat_rows(2)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(0.4, 0.4, 0.6, 0.6)
    page.set_footer("&C第 &P 页，共 &N 页")


def _row(page: Any, at: int, row: SheetRow, looks: dict[str, Any]) -> None:  # noqa: ANN401 -- untyped library
    cells: tuple[str | Decimal | int | None, ...] = (
        row.code,
        row.section,
        row.name,
        row.unit,
        row.full_marks,
        row.values,
        row.own_points,
        row.self_assessed,
        row.verified,
        row.status,
        row.evidence,
        row.remark,
    )
    # Not every program fits a row to its words by itself.
    page.set_row(at, _LINE_POINTS * max(map(_lines, cells, _WIDTHS)) + 2)
    for column, cell in enumerate(cells):
        look = looks["points" if column in _POINTS else "words"]
        if cell is None:
            page.write_blank(at, column, None, look)
        elif isinstance(cell, str):
            page.write_string(at, column, _cell(cell), look)
        else:
            page.write_number(at, column, cell, look)


def _totals(page: Any, at: int, sheet: SubjectSheet, looks: dict[str, Any]) -> None:  # noqa: ANN401 -- untyped library
    """The engine's totals: a sum of cells would know neither caps nor floors."""
    if sheet.full is None:
        return
    page.merge_range(at, 0, at, 3, "合计（按细则的合计办法）", looks["sum"])
    for column in range(4, len(_HEADINGS)):
        page.write_blank(at, column, None, looks["sum"])
    for column, points in ((4, sheet.full), (7, sheet.self_assessed), (8, sheet.verified)):
        if points is not None:
            page.write_number(at, column, points, looks["sum"])


def _tab(subject: str, names: set[str]) -> str:
    """A name that a tab takes and no other has."""
    name = _FORBIDDEN.sub("", plain(subject)).strip()[:_LONGEST_NAME] or "计分表"
    number = 1
    while name.casefold() in names:
        number += 1
        name = f"{name[: _LONGEST_NAME - 3]}{number}"
    names.add(name.casefold())
    return name


def _lines(cell: object, width: int) -> int:
    """How many lines the words take in a column of that width: a Chinese character is two wide."""
    words = cell if isinstance(cell, str) else ""
    wide = (sum(1 if one <= _LAST_ASCII else 2 for one in line) for line in words.split("\n"))
    return sum(max(1, -(-each // (width - 1))) for each in wide)


def _cell(text: str) -> str:
    return harmless(plain(text))[:_LONGEST_CELL]
