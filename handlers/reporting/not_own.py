"""不是自己的数: a figure that the words say is of another office, a wider area, a time that is over, or of nothing named."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.board import board_of
from handlers.calendar.deadlines import milestone_name
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.reading import ReportItem, RowReading
from handlers.reading.certainty.questions import not_wanted, unknown_line
from handlers.reading.labels import answers
from handlers.reading.naming.printed import tells_only_level
from handlers.wording import local

_OFFICES: Final = (
    "旅游|文旅|教育|卫生|卫健|卫计|农业(?:农村)?|农发|林业|水利|水务|住建|建设|城建|交通(?:运输)?|环保|生态环境|公安|财政|发改|经信|工信"
    "|科技|商务|民政|人社|市场监[督管](?:管理)?|质监|食药监|药监|工商|安监|应急|统计|税务|司法|审计|体育|国土|规划|城管"
)
_OFFICE: Final = rf"[市县区省]?(?P<whose>{_OFFICES})[局委厅](?:那边)?的?"
_OF_OFFICE: Final = (
    re.compile(rf"^\s*(?:那个|这个)?{_OFFICE}(?=[\u4e00-\u9fff]{{2}})(?![报给说])"),
    re.compile(rf"\d[%个家项件]?[，,\s]*(?:都|这)?是{_OFFICE}[吧啊呀。!\s]*$"),
)
_SAID_OF: Final = re.compile(
    r"\d[%个家项件]?[，,\s]*(?:都|这)?是(?P<whose>[\u4e00-\u9fff]{2,8})的[吧啊呀。!\s]*$"
)
_WIDER: Final = re.compile(
    "^\\s*(?P<area>全国|全省|省里|全[市县区]|[市县区]里)(?!的?(?:监督)?[抽检级考])的?(?=[\u4e00-\u9fff]{2})"
)
_OVER: Final = re.compile(r"(?P<when>上半年|前?三季度|[一二]季度)的?(?:是|为|有|共)*\s*\d")
_YEAR: Final = re.compile(r"(?<![\d比较从自到至〔\[(])(?P<year>20\d\d)年(?!\d{1,2}[月.-])")
_FIRST_OVER: Final = 10
"""From October on the half year and the third quarter are over."""


def asked(rows: Sequence[RowReading], context: Context) -> tuple[RowReading, ...]:
    """The rows, without what would report such a figure as one's own."""
    place = _of_place(context)
    return tuple(_without(row, place, context) for row in rows)


def _of_place(context: Context) -> str:
    """体系认证4是白蒲的: the assessed unit that the figure is said to be of, where it is not the speaker's; else ""."""
    found = _SAID_OF.search(context.incoming.text)
    units = mentions(found["whose"], context).units if found is not None else ()
    own = {context.seat.unit, *context.seat.names, *(line.subject for line in board_of(context).lines)}
    return units[0] if len(units) == 1 and units[0] not in own else ""


def _without(row: RowReading, place: str, context: Context) -> RowReading:
    items = (row.item,) if row.item is not None else tuple(one for way in row.choices for one in way.items)
    figures = [one for one in items if _has_figure(one)]
    if not figures:
        return row
    if row.choices and tells_only_level(row.piece):
        return unknown_line(row.piece)
    whose = place or _whose(row.piece, figures, context)
    return not_wanted(row.piece, f"{whose}的数", row.task if len(items) == 1 else None) if whose else row


def _has_figure(item: ReportItem) -> bool:
    return any(item.criterion.input(name).type in ("count", "number", "percent") for name in item.inputs)


def _whose(piece: str, items: Sequence[ReportItem], context: Context) -> str:
    """Whose figure the words call it, or of when; "" for one's own."""
    labels = (one.criterion.input(name).label for one in items for name in one.inputs)
    printed = "".join([*(one.criterion.name for one in items), *labels])
    return _of_another(piece, printed, context) or _of_then(piece, printed, context)


def _of_another(piece: str, printed: str, context: Context) -> str:
    seat = context.seat
    office = next((found for pattern in _OF_OFFICE if (found := pattern.search(piece))), None)
    if office is not None and office["whose"] not in seat.unit + printed:
        return f"{office['whose']}局"
    wider = _WIDER.match(piece)
    if wider is None or wider["area"].strip("全里") in printed:
        return ""
    return wider["area"] if seat.subjects or wider["area"][-1] in "国省里" else ""


def _of_then(piece: str, printed: str, context: Context) -> str:
    year, now = context.speaker.campaign.year, local(context.now)
    years = [found["year"] for found in _YEAR.finditer(piece)]
    if years and str(year) not in years and not any(one in printed for one in years):
        return f"{years[-1]}年"
    over = _OVER.search(piece)
    is_over = (now.year, now.month) >= (year, _FIRST_OVER)
    return over["when"] if over is not None and is_over and over["when"] not in printed else ""


def not_begun(row: RowReading, text: str, context: Context) -> RowReading:
    """What is reported for a milestone that has not begun, unless by its code, is confirmed first."""
    task, item = row.task, row.item
    if item is None or task is None or task.ordinal or item.criterion.code.lower() in text.lower():
        return row
    node = milestone_name(context.rubric, item.criterion.milestone)
    choices = answers([item], {task.criterion.code: task})
    question = f"{node}节点还没到，{choices[0].label}，先报上吗？是就回1。"
    return RowReading(row.piece, "asks", question=question, choices=choices, task=task)
