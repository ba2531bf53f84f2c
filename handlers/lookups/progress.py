"""我的任务: what the speaker's unit has to report, until when, and how far it is."""

from collections.abc import Collection, Sequence
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from itertools import groupby, islice

from handlers.access import Act, may
from handlers.board import Board, BoardLine, board_of
from handlers.calendar.deadlines import Deadlines, milestone_name
from handlers.campaign.arrangements import Extended
from handlers.context import Context
from handlers.messages import Reply
from handlers.papers.words import besides, own_papers
from handlers.receipts import points_now, still_missing, values_text
from handlers.wording import clip, clock, listed, month_day, plain, shown

LISTED = 20
MORE = "回“更多”接着看"
NOTHING_DUE = "您单位现在没有要填报的任务。"
_UNREPORTED = "：未报"
"""Left out where nothing but what is missing is listed."""


def head(context: Context) -> str:
    """How the speaker's list stands, in one line; "" where it is empty."""
    board = board_of(context)
    return _head(context, board) if board.lines else ""


def owed(context: Context) -> str:
    """“还缺①③。6月30日18:00截止。”; "" for who has nothing to report."""
    board = board_of(context)
    if not board.lines:
        return ""
    first = next_deadline_of(context.deadlines, board.missing, *context.seat.names)
    return f"{still_missing(board)}{f'{clock(first)}截止。' if first else ''}"


def my_tasks(_text: str, context: Context) -> Reply:
    """The whole list, what is missing first named in the head line."""
    board = board_of(context)
    if not board.lines:
        return Reply("\n".join(_besides(context) or [NOTHING_DUE]))
    rows = [_head(context, board), *_rows(context, board.lines), *_besides(context), _foot(board, context)]
    return Reply("\n".join(rows))


def still_open(_text: str, context: Context) -> Reply:
    """Only what is missing."""
    board = board_of(context)
    if not board.lines:
        return Reply("\n".join(_besides(context) or [NOTHING_DUE]))
    if not board.missing:
        done = f"{context.seat.unit}的任务都报齐了，共{len(board.lines)}项。"
        return Reply("\n".join([done, *_besides(context)]))
    return Reply(whole_list(context, missing=True))


def whole_list(context: Context, *, missing: bool) -> str:
    """Every line, or every one that is missing, however many they are."""
    board = board_of(context)
    lines = board.missing if missing and board.missing else board.lines
    if not lines:
        return NOTHING_DUE
    rows = _rows(context, lines, most=len(lines))
    return "\n".join([_head(context, board), *rows, *_besides(context), _foot(board, context)])


def rest_of(shown_before: str, context: Context) -> str | None:
    """The lines behind the last one that a list has shown; None where it was none or has shown them all."""
    board = board_of(context)
    if not board.lines or _head(context, board) not in shown_before:
        return None if MORE not in shown_before else _rest(context, board, shown_before)
    return _rest(context, board, shown_before) or f"上面已经是全部，共{len(board.lines)}项，没有别的了。"


def _rest(context: Context, board: Board, shown_before: str) -> str | None:
    told = [place for place, line in enumerate(board.lines) if f"{task_row(line)}" in shown_before]
    rest = board.lines[told[-1] + 1 :] if told else ()
    if not rest:
        return None
    return "\n".join(_rows(context, rest, most=LISTED))


def task_row(line: BoardLine) -> str:
    """“②新开工建筑工程质量监督覆盖率 4分：未报”."""
    criterion = line.criterion
    wanted = _wanted_text(criterion.full_marks, criterion.targets.get(line.subject))
    return f"{line.title}{wanted}：{state_text(line)}"


def missing_rows(lines: Sequence[BoardLine], most: int, more: str, *, several: bool) -> list[str]:
    """“②新开工工程质量监督覆盖率 4分（东山区、西河区）”: what is missing, a row a leaf; `more` counts what is left out.

    `several`: the reader reports for several assessed units, so that each row says for which. Only what is shown is
    put into words, of however many lines.
    """
    if not several:
        return _with_rest([_unreported(line) for line in lines[:most]], len(lines) - most, more)
    rows, told = [], 0
    for row, alike in islice(groupby(lines, key=_unreported), most):
        subjects = [line.subject for line in alike]
        rows.append(f"{row}（{'、'.join(subjects)}）")
        told += len(subjects)
    return _with_rest(rows, len(lines) - told, more)


def _with_rest(rows: list[str], rest: int, more: str) -> list[str]:
    """The rows, and how many there are besides."""
    return [*rows, more.format(rest)] if rest > 0 else rows


def _unreported(line: BoardLine) -> str:
    return task_row(line).removesuffix(_UNREPORTED)


@lru_cache(maxsize=4096)
def _wanted_text(marks: Decimal | None, target: Decimal | None) -> str:
    worth = f" {plain(marks)}分" if marks is not None else ""
    return f"{worth} 目标{plain(target)}" if target is not None else worth


def state_text(line: BoardLine) -> str:
    """What has arrived for the line: the value, what is missing of it, or 未报."""
    if not line.known:
        return "未报"
    if line.missing:
        return f"差{len(line.missing)}个数据（{listed([clip(item.label, 20) for item in line.missing], 1)}）"
    own = {item.name: line.known[item.name] for item in line.duty.inputs if item.name in line.known}
    values = clip(values_text(line.criterion, own), 40)
    record = line.record
    if record.status == "returned" and record.last is not None:
        return f"{values} 被退回（{clip(record.last.reason, 40)}）"
    return f"{'已通过' if record.status == 'accepted' else '已报'} {values}"


def next_deadline_of(deadlines: Deadlines, lines: Sequence[BoardLine], *units: str) -> datetime | None:
    """The earliest deadline that the unit has among those lines."""
    return deadlines.earliest([(line.criterion, line.subject) for line in lines], *units)


def _head(context: Context, board: Board) -> str:
    node = milestone_name(context.rubric, context.milestone)
    name = f"{context.seat.unit}·{node}节点" if node else f"{context.seat.unit}"
    due = next_deadline_of(context.deadlines, board.missing or board.lines, *context.seat.names)
    if due is None:
        return f"{name}：共{len(board.lines)}项，还差{len(board.missing)}项"
    return (
        f"{name}（{month_day(due)}截止，{context.deadlines.left(context.now, due)}）："
        f"共{len(board.lines)}项，还差{len(board.missing)}项"
    )


def _besides(context: Context) -> list[str]:
    return besides(own_papers(context), context.deadlines, context.now)


def _rows(context: Context, lines: Sequence[BoardLine], most: int = LISTED) -> list[str]:
    many = len(context.speaker.campaign.subjects) > 1 and len({line.subject for line in lines}) > 1
    longer = {*context.arranged.extensions} if many else set()
    rows = [f"{task_row(line)}{_whose(line, context, longer) if many else ''}" for line in lines]
    return shown(rows, most, "……另有{}项，" + MORE)


def _whose(line: BoardLine, context: Context, longer: Collection[Extended]) -> str:
    """“（华容区）”, with the day where this one alone has more time: “（华容区，延到1月20日）”."""
    alone = next(
        (which for which in longer if (which.code, which.subject) == (line.code, line.subject)), None
    )
    if alone is None or alone.unit not in context.seat.names:
        return f"（{line.subject}）"
    return f"（{line.subject}，延到{month_day(context.arranged.extensions[alone])}）"


def _foot(board: Board, context: Context) -> str:
    line = (board.missing or board.lines)[0]
    if not may(context.speaker.role, Act.REPORT):
        return f"回“详情 {line.duty.ordinal}”看要求；上报由本单位联络员发。"
    return f"回“详情 {line.duty.ordinal}”看要求，直接发“{line.how_to_report}”上报。"


def set_by_review(context: Context) -> list[str]:
    """The own lines for which an assessor has set other points than the report comes to."""
    rows = [
        f"{line.mark.strip()}{points_now(context, line.criterion, line.subject, line.record)}"
        for line in board_of(context).lines
        if line.record.assessment is not None and line.record.verified != line.record.inputs
    ]
    return [f"其中审核已定：{'；'.join(shown(rows, _RULED, '另有{}项'))}。"] if rows else []


_RULED = 5
