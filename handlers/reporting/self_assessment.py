"""自评: points that a unit gives itself, held against what its reports give; stored where the sheet asks for them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from handlers.access import Act
from handlers.board import Board, BoardLine, board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import match_criterion, read_ordinals
from handlers.reading.numbers import numeral
from handlers.receipts import line_of
from handlers.reporting import report
from handlers.wording import clip, plain

ZERO: Final = Decimal(0)
_PAIR: Final = re.compile(
    r"(?P<name>[①-⑳]|\d{1,2}(?=\s*[:：、]|\s+\d)|[^\d\s，,、；;:：]{2,30}?)\s*[:：]?\s*(?P<points>\d{1,3}(?:\.\d{1,2})?)\s*分?(?=$|[\s，,、；;。])"
)
_HEAD: Final = re.compile(
    r"^(?>我们?|咱们?|本?单位|[我本]局|这边|[\s，,])*(?:自评|自己(?:打|评|给)|自打)(?:得|打|给|评)?分?[了是的]?[\s:：，,]*"
)
"""我们自己打分："""
_GAVE: Final = re.compile(r"(?:自[己评])?(?:都)?(?:打|给|评|得|是)(?=\s*\d)")
_ALONE: Final = re.compile(
    r"(?:(?P<count>[\d一二两三四五六七八九十]{1,2})项)?(?:各项)?(?:自评|自己|评|打|给|得|[也就])*(?P<all>都|全部?|均|各)?(?:自评|自己|评|打|给|得|是)*"
    r"\s*(?:(?P<points>\d{1,2}(?:\.\d{1,2})?)分?|满分)[吧了啊\s。]*"
)


@dataclass(frozen=True, slots=True)
class SelfAssessed:
    """What the unit gives itself on one of its lines, and what its reports give so far."""

    line: BoardLine
    said: Decimal
    provisional: Decimal


def compare(text: str, context: Context) -> Reply | None:
    """Both points of every line that is named; where the lines take such points as a value, they are reported."""
    board = board_of(context)
    said = _HEAD.sub("", text)
    if said == text and _ALONE.fullmatch(text) is None:
        return None
    if any(item.type == "points" for line in board.lines for item in line.duty.inputs):
        return report.report(f"自评 {said}", context)
    pairs = _of_all(said, board) or _PAIR.findall(_GAVE.sub("", said))
    rows, unknown = _rows(context, board, pairs)
    if not rows:
        form = " ".join(f"{line.mark}{plain(line.criterion.full_marks or ZERO)}" for line in board.lines[:3])
        return Reply(f"自评是哪几项、各几分？请这样发：“自评 {form}”。自评分不入库，用来和暂得分对照。")
    return Reply("\n".join(_told(rows, unknown)))


def _of_all(said: str, board: Board) -> list[tuple[str, str]]:
    """满分, 三项都是4分, or the figure alone of whoever has one line: the same for every line."""
    found = _ALONE.fullmatch(said)
    lines = board.lines
    count = found["count"] if found is not None else None
    sure = found is not None and (len(lines) == 1 or found["all"] or (count and numeral(count) == len(lines)))
    if found is None or not sure or (count and numeral(count) != len(lines)):
        return []
    given = found["points"]
    return [(f"{line.duty.ordinal}", given or str(line.criterion.full_marks or ZERO)) for line in lines]


def _rows(
    context: Context, board: Board, pairs: Sequence[tuple[str, str]]
) -> tuple[list[SelfAssessed], list[str]]:
    rows, unknown = [], []
    for name, points in pairs:
        line = _line(board, name)
        if line is None:
            unknown.append(name)
            continue
        provisional = line_of(context, line.criterion, line.subject, line.known).points or ZERO
        rows.append(SelfAssessed(line, Decimal(points), provisional))
    return rows, unknown


def _line(board: Board, name: str) -> BoardLine | None:
    places = read_ordinals(name) if not name.isdecimal() else (int(name),)
    if places:
        lines = board.of_ordinal(places[0])
        return lines[0] if len(lines) == 1 else None
    matches = match_criterion(name, board.tasks())
    sure = [match for match in matches if match.sure] or (matches if len(matches) == 1 else [])
    return board.line(sure[0].task.criterion.code) if sure else None


def _told(rows: Sequence[SelfAssessed], unknown: Sequence[str]) -> list[str]:
    marks = "、".join(f"{row.line.mark}{plain(row.said)}" for row in rows)
    said, provisional = sum((row.said for row in rows), ZERO), sum((row.provisional for row in rows), ZERO)
    full = sum((row.line.criterion.full_marks or ZERO for row in rows), ZERO)
    lines = [
        f"自评：{marks}，合计{plain(said)}/{plain(full)}分；按已报的数暂得{plain(provisional)}/{plain(full)}分。"
    ]
    lines += [_difference(row) for row in rows if row.said != row.provisional]
    if unknown:
        lines.append(f"没认出是哪一项：{clip('、'.join(unknown), 40)}。")
    lines.append("这份细则没有自评分一栏，自评分不入库，得分按所报情况计；请补报数据和材料。")
    return lines


def _difference(row: SelfAssessed) -> str:
    full = row.line.criterion.full_marks
    over = f"，超过满分{plain(full)}" if full is not None and row.said > full else ""
    why = "未报" if not row.line.known else f"暂得{plain(row.provisional)}"
    return f"不一致：{row.line.title} 自评{plain(row.said)}≠{plain(row.provisional)}（{why}{over}）"


COMMAND = Command(
    Act.REPORT,
    "自评 ①4 ②4",
    words(""),
    compare,
    re.compile(r"自评[\s:：，,]*(?!报告|材料).*\d.*", re.DOTALL),
    shy=True,
)
