"""The question to which item the pieces belong: its numbered items and the record that it waits."""

from collections.abc import Sequence

from handlers import dialogs
from handlers.board import Board, BoardLine, board_of
from handlers.context import Context
from handlers.evidence.placing import described
from handlers.messages import Reply
from handlers.reading.naming.mentions import mentioned
from handlers.wording import clip, leaf_name, shown
from store.records import Evidence

QUESTION = "evidence"
LISTED = 8


def wait(context: Context, ids: Sequence[int], caption: str, code: str = "") -> None:
    """Keep that these pieces wait with their caption, once more where they waited already."""
    state = {"ids": list(ids), "caption": caption, "code": code}
    dialogs.ask(context, QUESTION, state, again=f"{len(ids)}件材料归到哪一项")


def ask_unsure(context: Context, rows: Sequence[Evidence], text: str, likely: Sequence[BoardLine]) -> Reply:
    """Ask for the assessed unit where the leaf is known, else for the leaf, the likely ones first."""
    if len(likely) > 1 and len({line.code for line in likely}) == 1:
        return which_unit(context, rows, described(text), likely)
    return ask_which(context, [row.id for row in rows], described(text), likely)


def ask_which(context: Context, ids: Sequence[int], caption: str, likely: Sequence[BoardLine] = ()) -> Reply:
    """Keep the words as the caption and ask for the leaf alone."""
    wait(context, ids, caption)
    board = board_of(context)
    if not likely and caption:
        near = mentioned(caption, board.tasks())
        likely = [line for line in board.lines if line.criterion in [one.criterion for one in near]]
    noted = f"说明记下了：“{clip(caption, 40)}”。" if caption else ""
    head = f"{noted}{len(ids)}件材料归到哪一项？请回序号："
    return Reply("\n".join([head, *choices_of(board, likely)]))


def which_unit(context: Context, rows: Sequence[Evidence], caption: str, lines: Sequence[BoardLine]) -> Reply:
    """Ask of which assessed unit the pieces are."""
    wait(context, [row.id for row in rows], caption, lines[0].code)
    units = [f"{place} {line.subject}" for place, line in enumerate(lines, start=1)]
    return Reply(
        "\n".join([f"{lines[0].title}：{len(rows)}件材料是哪个单位的？请回序号，几家共用回“都是”。", *units])
    )


def choices_of(board: Board, likely: Sequence[BoardLine] = ()) -> list[str]:
    """The person's lines with their numbers, the likely ones first."""
    lines = {line.duty.ordinal: line for line in (*likely, *board.lines)}.values()
    rows = [f"{line.duty.ordinal} {leaf_name(line.criterion, 26)}" for line in lines]
    return shown(rows, LISTED, "……另有{}项，全部序号见“我的任务”")
