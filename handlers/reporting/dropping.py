"""第二个撤掉: one row of a draft of several is left out, and the others are asked about as before."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers.board import board_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.numbers import whole_number
from handlers.reading.tokens.ordinals import read_ordinals
from handlers.reading.widths import clean
from handlers.reporting import questions
from handlers.reporting.batches import ROW, line_of, parts_of, rows_of, without

_OFF: Final = re.compile(
    r"(?:把|将|就|但是?|不过|[，,\s])*(?:第\s?(?P<place>\d{1,2}|[一二三四五六七八九十])\s?[个条行]|(?P<item>[①-⑳]|第?\d{1,2}项?))"
    r"(?:那?[个条项]|的|先|给我|帮我|有点|暂时|说的)*(?P<how>不对|错了?|有误|不准|[写报说]错了?|有问题|不是|撤[掉回了销]?|不要了?|去掉|删[掉了除]?|不报|不算|作废|拿掉|取消)[了吧啊呢]*"
    r"(?:[，,\s]*(?:其[他余它]|别的|剩下|另外).{0,8}(?:对|报|要|没问题|可以|没错)[的了吧]*)?"
)
_ONLY: Final = re.compile(
    r"(?=只|就|仅|先|前|第)(?:只|就|仅|先)?(?:要|报|留|保留|记|有)?(?:前(?P<several>[两二三四五2-5])[个条项行]|第\s?(?P<place>\d{1,2}|[一二三四五六七八九十])\s?[个条行]|(?P<item>[①-⑳]|第?\d{1,2}项?))"
    r"(?:那?[个条项]|的|都|是|就|对|没错|没问题|可以|行|要|报)*[了吧啊呢]*(?:[，,\s]*(?:其[他余它]|别的|剩下|另外).{0,3}(?:不|去掉|删|撤).{0,4})?"
)
_WRONG: Final = re.compile("不对|错|有误|不准|有问题|不是")


def leave_out(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The draft without the row that the words call wrong or not wanted; None for other words or drafts."""
    found = _OFF.fullmatch(clean(text).strip().rstrip("。.!！"))
    only = _ONLY.fullmatch(clean(text).strip().rstrip("。.!！")) if found is None else None
    parts = parts_of(state) if found is not None or only is not None else []
    out = _out(found, only, parts, context) if parts else []
    if not out or len(out) == len(parts):
        return None
    gone, fewer = [rows_of(state)[at] for at in out], without(state, out)
    then = "请把准的单独再发" if found is not None and _WRONG.search(found["how"]) else "要报请单独再发"
    head = f"好的，去掉了，没有入库：{'；'.join(row.removeprefix(ROW) for row in gone)}；{then}。"
    return Reply("\n".join([head, *questions.ask_next(context, [fewer, *state.get("later", [])])]))


def _out(
    found: re.Match[str] | None,
    only: re.Match[str] | None,
    parts: Sequence[Sequence[Mapping[str, Any]]],
    context: Context,
) -> list[int]:
    """The rows that are left out: the one that is called off, or all but those that are kept."""
    if found is not None or only is None:
        at = _which(found, parts, context) if found is not None else None
        return [at] if at is not None else []
    if only["several"]:
        kept = set(range(whole_number(only["several"])))
    else:
        at = _which(only, parts, context)
        kept = {at} if at is not None else set()
    return [at for at in range(len(parts)) if at not in kept] if kept else []


def _which(
    found: re.Match[str], parts: Sequence[Sequence[Mapping[str, Any]]], context: Context
) -> int | None:
    """The row that is called so: by the number of its item, else by its place."""
    (number,) = read_ordinals(found["item"] or f"第{found['place']}项") or (0,)
    if found["item"]:
        board = board_of(context)
        marks = [board.line(*line_of(part[0])) for part in parts]
        named = [at for at, line in enumerate(marks) if line is not None and line.duty.ordinal == number]
        if named:
            return named[0] if len(named) == 1 else None
    return number - 1 if 1 <= number <= len(parts) else None
