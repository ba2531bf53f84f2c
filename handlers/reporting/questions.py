"""追问: the doubtful rows of a report, asked one after the other; nothing of them is stored before the answer."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from handlers import dialogs
from handlers.board import Board
from handlers.context import Context
from handlers.reading import ReportItem, RowReading, Task
from handlers.receipts import line_of, points_text
from handlers.wording import clip, plain
from scoring.sheet import Line

QUESTION = "report"
State = Mapping[str, Any]
_AGAIN_WIDTH = 60


def ask(context: Context, board: Board, rows: Sequence[RowReading]) -> list[str]:
    """Ask the first of these rows and keep the others for later; the lines that ask it."""
    states = [_state(context, board, row) for row in rows]
    return ask_next(context, sorted(states, key=_is_open_ended))


def ask_next(context: Context, states: Sequence[State]) -> list[str]:
    """Ask the first of these questions and keep the others; nothing for none."""
    if not states:
        dialogs.close(context)
        return []
    first, later = states[0], list(states[1:])
    dialogs.ask(context, QUESTION, {**first, "later": later}, again=clip(first["again"], _AGAIN_WIDTH))
    lines = [first["question"], *numbered(first)]
    return [*lines, f"（另有{len(later)}条也要确认，答完接着问。）"] if later else lines


def numbered(state: State) -> list[str]:
    """The answers that the question offers."""
    return [f"{place} {choice['label']}" for place, choice in enumerate(state["choices"], start=1)]


def chosen(context: Context, state: State, text: str) -> ReportItem | None:
    """The item that the text chooses: by its number, by 是 where there is only one, by its assessed unit."""
    choices: Sequence[Mapping[str, Any]] = state["choices"]
    place = dialogs.chosen(text, len(choices))
    if place is None and len(choices) == 1 and dialogs.yes_or_no(text) is True:
        place = 0
    if place is None:
        word = text.strip("。.!！ 是的吧")
        named = [at for at, choice in enumerate(choices) if word and word in (choice["subject"] or "")]
        place = named[0] if len(named) == 1 and len({choice["subject"] for choice in choices}) > 1 else None
    if place is None:
        place = _named(context, choices, text)
    return None if place is None else _item(context, choices[place])


_THAT_ONE = re.compile(
    r"(?:是|就是|选|报)?(?P<word>[^\W\d]{2,8}?)(?:的|那个|那项|那条|这个|这项)+[。.!！吧]*"
)


def _named(context: Context, choices: Sequence[Mapping[str, Any]], text: str) -> int | None:
    """The only choice of several lines whose name holds the word: 食品的, 江苏那个."""
    found = _THAT_ONE.fullmatch(text.strip())
    if found is None or len({choice["code"] for choice in choices}) != len(choices):
        return None
    names = [context.rubric.criterion(choice["code"]).name for choice in choices]
    named = [at for at, name in enumerate(names) if found["word"] in name]
    return named[0] if len(named) == 1 and len(choices) > 1 else None


def is_no_choice(state: State, text: str) -> bool:
    """Whether a lone digit is beyond the numbered choices: as likely a wrong number as a value.

    It is a value where one of the choices holds just that.
    """
    digit = text.strip().strip("。.!！ ")
    values = {str(value) for choice in state["choices"] for value in choice["inputs"].values()}
    return bool(state["choices"]) and len(digit) == 1 and digit.isdecimal() and digit not in values


def is_asked_for(context: Context, state: State, text: str) -> bool:
    """Whether the text is 是 or 否 and the open question is of a line that takes it."""
    if text.strip().strip("。.!！ ") not in ("是", "是的", "否") or not state["code"]:
        return False
    return any(item.type == "bool" for item in context.rubric.criterion(state["code"]).inputs)


def pending(context: Context, board: Board) -> Task | None:
    """The line that the open question asks for, so that a bare value belongs to it."""
    state = dialogs.open_question(context.speaker.account, context.now)
    code = state.get("code") if state is not None and state["kind"] == QUESTION else None
    return next((task for task in board.tasks() if task.criterion.code == code), None)


def settled_by(state: State | None, codes: Sequence[str]) -> bool:
    """Whether the open question asked for nothing but lines that have just been reported otherwise."""
    if state is None or state["kind"] != QUESTION:
        return False
    asked = {choice["code"] for choice in state["choices"]} | ({state["code"]} if state["code"] else set())
    return bool(asked) and asked <= set(codes)


def _state(context: Context, board: Board, row: RowReading) -> dict[str, Any]:
    choices = [
        {
            "label": choice.label,
            "code": choice.item.criterion.code,
            "subject": choice.item.subject,
            "inputs": dict(choice.item.inputs),
            "amend": choice.item.amend,
        }
        for choice in row.choices
    ]
    code = row.task.criterion.code if row.task else None
    effect = _effect(context, board, row.choices[0].item) if len(row.choices) == 1 else ""
    return {"question": row.question + effect, "again": row.question, "choices": choices, "code": code}


def _is_open_ended(state: State) -> bool:
    return not state["choices"]


def _effect(context: Context, board: Board, item: ReportItem) -> str:
    """What a correction would do to the points."""
    line = board.line(item.criterion.code, item.subject)
    if line is None or not item.amend or not line.record.reported:
        return ""
    before = line_of(context, item.criterion, line.subject, line.known)
    after = line_of(context, item.criterion, line.subject, {**line.known, **item.inputs})
    if not points_text(before) or not points_text(after):
        return "原记录保留在历史里。"
    return f"现在{_short(before)}，改后{_short(after)}。原记录保留在历史里。"


def _short(line: Line) -> str:
    if line.met is not None:
        ratio = f"完成率{plain(line.ratio * 100)}%，" if line.ratio is not None else ""
        return f"{ratio}{'达到' if line.met else '未达到'}目标"
    return points_text(line)


def _item(context: Context, choice: Mapping[str, Any]) -> ReportItem:
    criterion = context.rubric.criterion(choice["code"])
    return ReportItem(
        criterion=criterion, subject=choice["subject"], inputs=choice["inputs"], amend=choice["amend"]
    )
