"""追问: the doubtful rows of a report, asked one after the other; nothing of them is stored before the answer."""

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from handlers import dialogs
from handlers.board import Board, standing_values
from handlers.context import Context
from handlers.drafts import choosing
from handlers.drafts.choosing import picked
from handlers.messages import Reply
from handlers.reading import ReportItem, RowReading, Task, read_number
from handlers.reporting import batches
from handlers.reporting.batches import Line, State
from handlers.reporting.effects import of_item
from handlers.wording import clip

QUESTION = "report"
_AGAIN_WIDTH = 60
MOST_WAITING = 12
"""No more questions than this wait; what was told before them has to be told again."""


def ask(
    context: Context, board: Board, rows: Sequence[RowReading], told: Collection[RowReading] = ()
) -> list[str]:
    """Ask the first of these rows and keep the others for later; the lines that ask it.

    What was asked before and is not answered or asked again by any row that the message has `told` waits behind them.
    """
    asked = sorted(states(context, board, rows), key=_is_open_ended)
    return ask_next(context, [*asked, *_unanswered(context, [*rows, *told])])


def _unanswered(context: Context, rows: Sequence[RowReading]) -> list[State]:
    """The open question and those behind it, but for those that these rows speak of."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != QUESTION:
        return []
    spoken = [_spoken(row) for row in rows]
    every = [one for lines in spoken for one in lines]
    told = {(code, subject or "") for lines in spoken if len(set(lines)) == 1 for code, subject in lines}
    left: list[State] = []
    for one in (state, *state.get("later", ())):
        parts = batches.parts_of(one)
        beside = batches.points_left(one, rows) if _is_spoken_of(one, every) else one
        rest = batches.left_by(one, told, parts) if parts else beside
        left += [rest] if rest is not None else []
    return left


def _spoken(row: RowReading) -> list[tuple[str, str | None]]:
    """The lines that a row speaks of, with the assessed unit where it is known."""
    items = batches.items_of(row)
    if row.task is not None and not items:
        return [(row.task.criterion.code, _subject_in(row.piece, row.task))]
    return [(item.criterion.code, item.subject) for item in items]


def _is_spoken_of(state: State, spoken: Sequence[tuple[str, str | None]]) -> bool:
    codes, subject = codes_of(state), state.get("subject")
    return not codes or any(code in codes and subject in (None, unit) for code, unit in spoken)


def _subject_in(piece: str, task: Task | None) -> str | None:
    """The one assessed unit of the line that the words name, where there are several."""
    if task is None or len(task.subjects) < len("两个"):
        return None
    named = [one for one in task.subjects if one in piece or (len(one) > len("两字") and one[:-1] in piece)]
    return named[0] if len(named) == 1 else None


def states(context: Context, board: Board, rows: Sequence[RowReading]) -> list[State]:
    """What is kept of each of these rows until it is asked and answered."""
    return [_state(context, board, row) for row in rows]


def ask_next(context: Context, waiting: Sequence[State]) -> list[str]:
    """Ask the first of these questions and keep the others; nothing for none."""
    if not waiting:
        dialogs.close(context)
        return []
    first, later = waiting[0], list(waiting[1:MOST_WAITING])
    dialogs.ask(context, QUESTION, {**first, "later": later}, again=clip(first["again"], _AGAIN_WIDTH))
    lines = [first["question"], *numbered(first)]
    return [*lines, f"（另有{len(later)}条也要确认，答完接着问。）"] if later else lines


def numbered(state: State) -> list[str]:
    """The answers that the question offers."""
    choices = enumerate(state["choices"], start=1)
    return [f"{place} {choice['label']}" for place, choice in choices if choice["label"]]


def chosen(context: Context, state: State, text: str) -> tuple[ReportItem, ...] | None:
    """What the text chooses: one or several by number or by words of them, 是 where there is only one.

    () for none of them, None where the text is something else or leaves several that exclude each other.
    """
    choices: Sequence[Mapping[str, Any]] = state["choices"]
    if len(choices) == 1 and (choosing.agrees(text) or choosing.names_it(text, choices[0]["label"])):
        return _items(context, choices[0])
    places = picked(text, [choice["label"] for choice in choices], [_figures(one) for one in choices])
    if places is None or (len(places) == 1 and _says_half(text, choices[places[0]]["label"])):
        return None
    items = tuple(item for at in places for item in _items(context, choices[at]))
    given = [(item.criterion.code, item.subject, name) for item in items for name in item.inputs]
    certain = len(places) <= 1 or (choosing.names_several(text) and len(set(given)) == len(given))
    return items if certain else None


def _says_half(text: str, label: str) -> bool:
    """Whether it says no more than the first of two things that the level asks for: 有方案 is not 有方案并有证明材料."""
    first, both, _ = label.partition("并有")
    said = text.strip().rstrip("的了。.!！")
    return bool(both) and len(said) > 1 and said in first


def _figures(choice: Mapping[str, Any]) -> frozenset[Decimal]:
    """The figure of a choice that would report nothing but one."""
    if len(choice["inputs"]) > 1 or choice.get("more"):
        return frozenset()
    values = (value for value in choice["inputs"].values() if isinstance(value, str | int))
    numbers = (read_number(str(value)) for value in values if not isinstance(value, bool))
    return frozenset(number.value for number in numbers if number is not None and number.value is not None)


def fewer(state: State, text: str) -> State | None:
    """The same question with only the choices that the words still fit; None where they leave it as it is.

    A choice that is made with a doubt is left alone to be confirmed.
    """
    choices: Sequence[Mapping[str, Any]] = state["choices"]
    labels, figures = [choice["label"] for choice in choices], [_figures(one) for one in choices]
    places = (
        picked(text, labels, figures)
        or picked(choosing.doubtful(text), labels, figures)
        or choosing.left_by(text, labels)
    )
    if not places or len(places) >= len(choices):
        return None
    return {**state, "choices": [choices[at] for at in places]}


def is_no_choice(state: State, text: str) -> bool:
    """Whether a lone digit is beyond the numbered choices: as likely a wrong number as a value.

    It is a value where one of the choices holds just that; levels hold no number of two digits either.
    """
    digits = text.strip().strip("。.!！ ")
    values = [value for choice in state["choices"] for value in choice["inputs"].values()]
    longest = 1 if any(read_number(str(value)) is not None for value in values) else len("10")
    return bool(values) and len(digits) <= longest and digits.isdecimal() and digits not in map(str, values)


def is_asked_for(context: Context, state: State, text: str) -> bool:
    """Whether the text is 是 or 否, of each or of some, and the open question is of a line that takes it."""
    if not _YES_OR_NO.fullmatch(text) or not state["code"]:
        return False
    return any(item.type == "bool" for item in context.rubric.criterion(state["code"]).inputs)


_YES_OR_NO = re.compile(
    "(?=.*[是否有没无做不])(?>[第前后]?[一二三四五六七八九十两0-9]+[个条项点]?|[都全均也是否有没无不做了的、，,。.!！\\s])+"
)
"""是, 都是, 前两个是, 1是2否, 第一第二是 第三不是."""


def pending(context: Context, board: Board) -> Task | None:
    """The line that the open question asks for, so that a bare value belongs to it."""
    state = dialogs.open_question(context.speaker.account, context.now)
    code = state.get("code") if state is not None and state["kind"] == QUESTION else None
    return next((task for task in board.tasks() if task.criterion.code == code), None)


def settled_by(state: State | None, given: Mapping[Line, Collection[str]]) -> bool:
    """Whether the open question asked for nothing but values that have just been given otherwise.

    `given` are the inputs by their line; another value of the same leaf settles nothing, and a draft of several
    lines is settled by all of them alone.
    """
    codes: dict[str, set[str]] = {}
    for (code, _), names in given.items():
        codes.setdefault(code, set()).update(names)
    if state is None or state["kind"] != QUESTION or not codes_of(state) <= codes.keys():
        return False
    if parts := batches.parts_of(state):
        return batches.left_by(state, given.keys(), parts) is None
    choices = [one for choice in state["choices"] for one in (choice, *choice.get("more", ()))]
    return bool(codes_of(state)) and all(set(one["inputs"]) <= codes[one["code"]] for one in choices)


def left_by(state: State, given: Collection[Line]) -> State | None:
    """The open draft of several lines without those that have just been given; None where it stays as it is."""
    parts = batches.parts_of(state) if state["kind"] == QUESTION else []
    rest = batches.left_by(state, given, parts) if parts else None
    return rest if rest is not state else None


def codes_of(state: State) -> frozenset[str]:
    """The lines that a question is about."""
    choices = [one for choice in state["choices"] for one in (choice, *choice.get("more", ()))]
    return frozenset(choice["code"] for choice in choices) | ({state["code"]} if state["code"] else set())


_REFUSED = re.compile("^“[^”]*”没有入库。(?=.)")
"""What was refused in between is no part of the question that is repeated."""


def _state(context: Context, board: Board, row: RowReading) -> dict[str, Any]:
    choices = [
        {
            "label": choice.label,
            **_kept(board, choice.item),
            "more": [_kept(board, item) for item in choice.more],
        }
        for choice in row.choices
    ]
    code = row.task.criterion.code if row.task else None
    effect = of_item(context, board, row.choices[0].item) if len(row.choices) == 1 else ""
    state = {
        "question": row.question + effect,
        "again": _REFUSED.sub("", row.question.partition("\n")[0]),
        "choices": choices,
        "code": code,
    }
    return state if choices else {**state, "subject": _subject_in(row.piece, row.task)}


def _kept(board: Board, item: ReportItem) -> dict[str, Any]:
    line = board.line(item.criterion.code, item.subject or None)
    return {
        "code": item.criterion.code,
        "subject": item.subject,
        "inputs": dict(item.inputs),
        "amend": item.amend,
        "words": item.words,
        "before": standing_values(line, item.inputs) if line is not None else None,
    }


def _is_open_ended(state: State) -> bool:
    return not state["choices"]


def _items(context: Context, choice: Mapping[str, Any]) -> tuple[ReportItem, ...]:
    """All that the choice would report."""
    return tuple(_item(context, one) for one in (choice, *choice.get("more", ())))


def _item(context: Context, choice: Mapping[str, Any]) -> ReportItem:
    criterion = context.rubric.criterion(choice["code"])
    return ReportItem(
        criterion=criterion,
        subject=choice["subject"],
        inputs=choice["inputs"],
        amend=choice["amend"],
        words=choice.get("words", ""),
        before=choice.get("before"),
    )


def not_chosen(context: Context, text: str, rows: Sequence[RowReading]) -> Reply | None:
    """The numbered answers once more, for a few words that fit none of them and report nothing else."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != QUESTION or not state["choices"] or len(text) > choosing.LONGEST:
        return None
    codes = codes_of(state)
    empty = all(
        row.item is None and not row.choices and (row.task is None or row.task.criterion.code in codes)
        for row in rows
    )
    if not empty or any(map(str.isdigit, text)):
        return None
    head = f"“{clip(text.strip(), _AGAIN_WIDTH)}”对不上下面的哪一个，没有入库。{state['again']}"
    return Reply("\n".join([head, *numbered(state)]))


def lacking_first(context: Context, told: str, codes: frozenset[str] | set[str], *, papers: bool) -> str:
    """What was told, with no complete level first in its question: the papers, or something of these, are to come."""
    state = dialogs.present(context)
    choices = state["choices"] if state is not None and state["kind"] == QUESTION else []
    if state is None or len(choices) < _SEVERAL or not _complete(choices[0]):
        return told
    if not (codes & codes_of(state) if codes else papers):
        return told
    turned = {**state, "choices": sorted(choices, key=_complete)}
    dialogs.ask(context, QUESTION, turned, again=clip(state["again"], _AGAIN_WIDTH))
    return told.replace("\n".join(numbered(state)), "\n".join([*numbered(turned), _WAIT]))


_WAIT = "要等齐了再报，回“取消”就不记。"
_SEVERAL = 2


def _complete(choice: Mapping[str, Any]) -> int:
    """How many of its lines it would report complete."""
    return sum("full" in item["inputs"].values() for item in (choice, *choice.get("more", ())))
