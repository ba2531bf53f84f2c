"""校验清单: a line for every piece of evidence, in the archive or not, as CSV that Excel opens and runs nothing of."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from handlers.exports.catalogue import Catalogue, Folder, Item, title_of
from handlers.wording import local

NAME: Final = "00 校验清单.csv"
HEADINGS: Final = (
    "序号",
    "状态",
    "路径",
    "要点",
    "单位",
    "被考核单位",
    "类别",
    "名称",
    "说明",
    "文号",
    "材料日期",
    "收到时间",
    "来源",
    "报送人",
    "字节",
    "SHA-256",
    "备注",
)
_LEADS: Final = "=+-@＝＋－＠\t\r\n\0"
_UNSEEN: Final = "\ufeff\u200b\u200c\u200d\u2060 \u3000\"'"


def manifest(catalogue: Catalogue) -> bytes:
    """The list in UTF-8 with the mark by which Excel knows it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for row in _rows(catalogue):
        writer.writerow([harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """The words so that no table program takes them for a formula: ' before what would begin one."""
    return f"'{cell}" if cell.lstrip(_UNSEEN)[:1] in _LEADS and cell.strip(_UNSEEN) else cell


def _rows(catalogue: Catalogue) -> Iterator[list[str]]:
    for folder in catalogue.folders:
        for item in folder.items:
            yield _row(item, folder, "缺失：" + item.missing if item.missing else "在内")
    for item in catalogue.withdrawn:
        criterion = catalogue.rubric.by_code.get(item.row.code or "")
        folder = Folder("", item.row.unit, item.row.subject, criterion, ())
        yield _row(item, folder, f"已撤回（{_time(item.row.withdrawn_at)}），不在内")
    for task in catalogue.lacking:
        blank = [""] * (len(HEADINGS) - 6)
        yield ["", "没有材料", "", title_of(task.criterion), task.unit, task.subject, *blank]


def _row(item: Item, folder: Folder, state: str) -> list[str]:
    row = item.row
    return [
        item.number,
        state,
        item.path,
        folder.title,
        folder.unit,
        folder.subject,
        item.kind,
        item.title,
        row.caption,
        item.document_number,
        "" if row.dated is None else row.dated.isoformat(),
        _time(row.at),
        item.source,
        row.contact_name or "",
        "" if row.size is None else str(row.size),
        row.sha256 or "",
        row.remark,
    ]


def _time(at: datetime | None) -> str:
    return f"{local(at):%Y-%m-%d %H:%M}" if at is not None else ""
