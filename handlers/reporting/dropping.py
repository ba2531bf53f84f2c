"""第二个撤掉: one row of a draft of several is left out, and the others are asked about as before."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from handlers.board import board_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.ordinals import read_ordinals
from handlers.reading.widths import clean
from handlers.reporting import questions

_OFF: Final = re.compile(
    r"(?:把|将|就|但是?|不过|[，,\s])*(?:第\s?(?P<place>\d{1,2}|[一二三四五六七八九十])\s?[个条行]|(?P<item>[①-⑳]|第?\d{1,2}项?))"
    r"(?:那?[个条项]|的|先|给我|帮我|有点|暂时|说的)*(?P<how>不对|错了?|有误|不准|[写报说]错了?|有问题|不是|撤[掉回了销]?|不要了?|去掉|删[掉了除]?|不报|不算|作废|拿掉|取消)[了吧啊呢]*"
    r"(?:[，,\s]*(?:其[他余它]|别的|剩下|另外).{0,8}(?:对|报|要|没问题|可以|没错)[的了吧]*)?"
)
_ROW: Final = "· "
_WRONG: Final = re.compile("不对|错|有误|不准|有问题|不是")
_COUNTED: Final = re.compile("(?<=下面)\\d+(?=条)|(?<=以上)\\d+(?=条)")


def leave_out(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The draft without the row that the words call wrong or not wanted; None for other words or drafts."""
    found = _OFF.fullmatch(clean(text).strip().rstrip("。.!！"))
    if found is None or len(state["choices"]) != 1:
        return None
    (choice,) = state["choices"]
    parts = [list(part) for _, part in groupby((choice, *choice.get("more", ())), key=_place)]
    rows = [line for line in state["question"].split("\n") if line.startswith(_ROW)]
    at = _which(found, parts, context)
    if at is None or len(parts) < len("两条") or len(rows) != len(parts):
        return None
    left = [one for part in (*parts[:at], *parts[at + 1 :]) for one in part]
    question = "\n".join(line for line in state["question"].split("\n") if line != rows[at])
    fewer = {
        **state,
        "question": _COUNTED.sub(str(len(parts) - 1), question),
        "again": _COUNTED.sub(str(len(parts) - 1), state["again"]),
        "choices": [
            {**left[0], "label": _COUNTED.sub(str(len(parts) - 1), choice["label"]), "more": left[1:]}
        ],
    }
    then = "请把准的单独再发" if _WRONG.search(found["how"]) else "要报请单独再发"
    head = f"好的，去掉了，没有入库：{rows[at].removeprefix(_ROW)}；{then}。"
    return Reply("\n".join([head, *questions.ask_next(context, [fewer, *state.get("later", [])])]))


def _place(one: Mapping[str, Any]) -> tuple[str, str]:
    return one["code"], one["subject"]


def _which(
    found: re.Match[str], parts: Sequence[Sequence[Mapping[str, Any]]], context: Context
) -> int | None:
    """The row that is called so: by the number of its item, else by its place."""
    (number,) = read_ordinals(found["item"] or f"第{found['place']}项") or (0,)
    if found["item"]:
        board = board_of(context)
        marks = [board.line(*_place(part[0])) for part in parts]
        named = [at for at, line in enumerate(marks) if line is not None and line.duty.ordinal == number]
        if named:
            return named[0] if len(named) == 1 else None
    return number - 1 if 1 <= number <= len(parts) else None
