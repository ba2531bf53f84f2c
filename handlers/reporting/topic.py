"""话头: a lone value that may be of several lines is likeliest of the one that was asked about just before."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from handlers.board import Board
from handlers.context import Context
from handlers.reading import MOST_CHOICES, ReportItem, RowReading
from handlers.reading.certainty.questions import which_line
from handlers.reading.labels import answers, by_code
from handlers.reporting.about.meant import last_heard, last_reported, said_before
from handlers.reporting.about.question import Question

_ALONE: Final = re.compile(
    r"(?:那|就|是|有|报|填|我们|又|现在|目前|[一总]?共|[，,\s])*(?P<value>[\d.一二两三四五六七八九十百]+[^\d\s，,。]{0,2})[吧了的。]*"
)
_ANSWERED: Final = re.compile("没有入库|请回序号")
_STORED: Final = re.compile("已收")
_COUNTED: Final = re.compile(r".*[^\d.]", re.DOTALL)
"""5家: what no place of the list is."""
Read = Callable[[str], Sequence[RowReading]]


def of_the_topic(
    text: str, rows: Sequence[RowReading], board: Board, context: Context, read: Read
) -> Sequence[RowReading]:
    """The rows; 3家 after 体系认证怎么算, or behind its receipt, asks of that line first. `read` reads on the same list."""
    found = _ALONE.fullmatch(text.strip())
    if found is None or len(rows) != 1 or rows[0].task is not None or len(rows[0].choices) == 1:
        return rows
    before = said_before(context)
    if before is None:
        return rows
    codes = _refused(before[1], board)
    stored = _STORED.search(before[1]) is not None
    if not codes and (_ANSWERED.search(before[1]) or (stored and not _COUNTED.fullmatch(found["value"]))):
        return rows
    heard = last_reported if stored else last_heard
    codes = codes or [leaf.code for leaf in heard(Question(text, context))]
    task = next((task for task in board.tasks() if [task.criterion.code] == codes and task.ordinal), None)
    if task is None:
        return rows
    meant = [item for row in read(f"第{task.ordinal}项 {found['value']}") for item in _items(row)]
    others = [item for item in _items(rows[0]) if item.criterion.code not in codes]
    offered = answers([*meant, *others][:MOST_CHOICES], by_code(board.tasks()))
    return [which_line(rows[0].piece, offered)] if meant else rows


def _refused(answer: str, board: Board) -> list[str]:
    """The only line whose figure the answer has just refused as impossible: the next one is for it."""
    titles = [line.partition("没有入库：")[0] for line in answer.split("\n") if "没有入库：" in line]
    codes = {line.code for line in board.lines if line.title in titles}
    return list(codes) if len(codes) == len(titles) == 1 else []


def _items(row: RowReading) -> list[ReportItem]:
    return [row.item] if row.item is not None else [one.item for one in row.choices if not one.more]
