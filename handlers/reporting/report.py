"""填报: values typed by a contact become append-only submissions, each with a receipt."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from handlers import dialogs
from handlers.board import Board, board_of
from handlers.campaign.taught import translated
from handlers.context import Context
from handlers.matters.register import standing
from handlers.messages import Reply
from handlers.reading import ReportItem, RowReading, Task, is_plain, match_criterion, read_report
from handlers.reading.certainty.questions import refers_back
from handlers.reading.tokens.heads import REST_NOT_OURS, begins, headed, in_turn
from handlers.reading.tokens.ordinals import PATTERN
from handlers.reading.values import is_incident
from handlers.receipts import HOW_TO_CORRECT, receipt, short_receipt, still_missing
from handlers.reporting import added_since, not_own, questions, words_kept
from handlers.reporting.events import told_where
from handlers.reporting.not_own import not_begun
from handlers.reporting.situations import keeping, levels
from handlers.reporting.situations.parts import rather_named
from handlers.reporting.storing import NotStored, Stored, changed_since, closed, store_each
from handlers.reporting.topic import of_the_topic
from handlers.reporting.unheard import beside_read, unheard
from handlers.suggesting.guessing import guess
from handlers.wording import leaf_name, listed, local

__all__ = ["answered", "on_lines", "read", "report", "take"]
OWN_LINES = 4
"""So many lines of one's own are named beside the refusal of somebody else's."""


_MISTYPED = re.compile(r"\d{1,6}(?:\.\d{1,4})?[%％]?(?![wWkK])[A-Za-z]{1,4}")
"""1111q, 95%q: a slip of the fingers, and no figure of any line."""


def report(text: str, context: Context, *, keep: bool = True) -> Reply | None:
    """Store what the text certainly reports, ask about the rest; None where it is no report at all.

    The words that it is told in are kept where a level is asked for, but without `keep`.
    """
    if _MISTYPED.fullmatch(text.strip()):
        return Reply(f"“{text.strip()}”没看懂，没有入库。报数请发“序号 数值”，序号见“我的任务”。")
    board, rows = read(text, context)
    if not rows or _is_talk(text, rows, context):
        return None
    if (again := questions.not_chosen(context, text, rows)) is not None:
        return again
    hear = partial(_rows, context, board)
    rows = tuple(
        keeping.with_answers(
            text, beside_read(of_the_topic(text, rows, board, context, hear), context, board)
        )
    )
    if keep:
        told = keeping.with_words(text, rows)
        rows = tuple(keeping.with_waiting(told, words_kept.words_waiting(context)))
    return Reply("\n".join([answered(context, board, rows).text, *unheard(text, rows, hear)]))


def on_lines(text: str, context: Context) -> str:
    """The text, places of the speaker's list that ascend through it each on a line of its own."""
    text = REST_NOT_OURS.sub("", text)
    if is_plain(text) or not (begins(text) or "项" in text):
        return text
    places = {task.ordinal for task in board_of(context, text).tasks()}
    return headed(text, places) if begins(text) else in_turn(text, places)


def _rows(context: Context, board: Board, text: str) -> tuple[RowReading, ...]:
    return _read(text, context, board)[1]


def answered(context: Context, board: Board, rows: Sequence[RowReading]) -> Reply:
    """Store what is certain of the rows, ask about the others, and say what came of each."""
    rows = _once(rows)
    outcomes = store_each(context, board, [_to_store(row) for row in rows if row.outcome != "asks"])
    lines = _receipts(context, board, outcomes, alone=len(rows) == 1)
    lines += _own_lines(board, rows)
    lines += _asked(context, board, rows, outcomes)
    return Reply("\n".join([*lines, *_foot(context, board, outcomes)]))


_ASKS = re.compile(r"[?？吗]\s*$")


def _is_talk(text: str, rows: Sequence[RowReading], context: Context) -> bool:
    """Whether nothing in it is certain, and the whole is said beside the matter, or tells no line and no figure."""
    if any(row.item or row.task or refers_back(row) for row in rows):
        return False
    if context.speaker.role == "office" and _ASKS.search(text) and not any(row.choices for row in rows):
        return True
    if not _FIGURE.search(text) and not any(row.choices for row in rows) and rows[0].outcome == "asks":
        return True
    found = guess(text, context)
    return found.told and bool(found.talk)


def read(text: str, context: Context) -> tuple[Board, tuple[RowReading, ...]]:
    """The speaker's list, and what the text says of it; read once for all readers of the message.

    Figures that no line of now takes are held against the lines of the milestones to come.
    """
    return context.once(("read", text), lambda: _read_ahead(text, context))


def _read_ahead(text: str, context: Context) -> tuple[Board, tuple[RowReading, ...]]:
    board, rows = _read(text, context)
    if not rows and _FIGURE.search(text) and len(context.rubric.milestones) > 1:
        later = _read(text, context, board_of(context, _WHOLE_YEAR))
        if any(row.outcome in ("certain", "asks") for row in later[1]):
            return later
    return board, rows


_SO_MANY = re.compile(r"[两三四五六七八九]\s*个\s*[县区镇]")
_FIGURE = re.compile(r"\d|[一二三四五六七八九十两]")
_WHOLE_YEAR = "全年"


def _pending(text: str, context: Context, board: Board) -> Task | None:
    """The line that was asked for, unless the words name another one of the list: 质量标兵没有 is none of 名牌."""
    asked = questions.pending(context, board)
    named = match_criterion(_AROUND.sub("", text), board.tasks()) if asked is not None else ()
    return None if named and named[0].sure and named[0].task != asked else asked


_AROUND = re.compile(r"[那这]个|[那这]项|没有?|[是也有的\d.%吧了啊]")


_THIS_YEAR = re.compile("今年|本年")
_QUIET_YEAR = re.compile(
    r"(?:去年|上年度?)(?:全年|一整?年)?(?=[^，,；;。\n\d比较同]{0,20}?(?:没有?|未|无|零)(?:发生|出现|出)?[^，,；;。\n\d]{0,16}(?:事故|事件|$|[，,；;。\n]))"
)
"""去年没出过事故 said in January: last year is the year that is assessed."""


def _read(text: str, context: Context, board: Board | None = None) -> tuple[Board, tuple[RowReading, ...]]:
    board = board or board_of(context, text)
    if local(context.now).year == context.speaker.campaign.year + 1 and not _THIS_YEAR.search(text):
        text = _QUIET_YEAR.sub("今年", text)
    text = translated(text, context.arranged.aliases, board, context.rubric)
    rows = _named_rather(text, _rows_of(text, context, board), board)
    rows = not_own.asked(added_since.asked(rows, board), context)
    return board, told_where([not_begun(row, text, context) for row in rows], board, context)


def _rows_of(text: str, context: Context, board: Board) -> tuple[RowReading, ...]:
    """What the text says of the list; words that are whole without the line that was asked for are none of its."""
    read_it = partial(
        read_report,
        text,
        board.tasks(),
        others=context.rubric.criteria,
        subjects=context.speaker.campaign.subjects,
        year=context.speaker.campaign.year,
    )
    asked = _pending(text, context, board)
    rows = read_it(pending=asked)
    codes = {item.criterion.code for row in rows for item in _items_of(row)}
    if asked is None or asked.criterion.code not in codes or len(codes) == 1:
        return rows
    alone = read_it(pending=None)
    return alone if alone and all(map(_items_of, alone)) else rows


def _items_of(row: RowReading) -> Sequence[ReportItem]:
    return [row.item] if row.item is not None else [item for one in row.choices for item in one.items]


def _named_rather(text: str, rows: Sequence[RowReading], board: Board) -> tuple[RowReading, ...]:
    """第2项 with the whole name of another line behind it asks which of them is meant."""
    tasks = board.tasks()
    if len(rows) != 1 or rows[0].task not in tasks or not re.search(PATTERN, text):
        return tuple(rows)
    places = rather_named(tasks.index(rows[0].task), text, tasks)
    return tuple(rows) if len(places) == 1 else (levels.which_line(text, tasks, places),)


def take(context: Context, items: Sequence[ReportItem], later: Sequence[Mapping[str, Any]] = ()) -> Reply:
    """Store what the person has just confirmed, and ask what waits behind it."""
    board = board_of(context, " ".join(item.criterion.code for item in items))
    placed = levels.together([row for item in items for row in levels.wanted(item, board)])
    outcomes = store_each(context, board, [item for item in items if not levels.wanted(item, board)])
    lines = _receipts(context, board, outcomes, alone=len(items) == 1)
    asked = questions.ask_next(context, [*questions.states(context, board, placed), *later])
    return Reply("\n".join([*lines, *_foot(context, board, outcomes), *asked]))


def hindered(context: Context, items: Sequence[ReportItem]) -> list[str]:
    """Why these cannot be stored any more, of each that cannot; nothing is stored."""
    board = board_of(context, " ".join(item.criterion.code for item in items)) if items else Board(())
    found = [(board.line(item.criterion.code, item.subject), item) for item in items]
    told = [
        closed(context, line) or changed_since(line, item)
        if line is not None
        else f"“{leaf_name(item.criterion)}”不在您的任务里，没有入库。"
        for line, item in found
    ]
    return [one for one in told if one]


def _once(rows: Sequence[RowReading]) -> list[RowReading]:
    """Every row once: what is said of a leaf a second time with the same value, or only named, is no second report."""
    told = {row.item.criterion.code for row in rows if row.item is not None}
    kept: list[RowReading] = []
    for row in rows:
        if row.task is not None and row.task.criterion.code in told and _only_named(row):
            continue
        if row.outcome != "certain" or row.item not in [other.item for other in kept]:
            kept.append(row)
    return kept


def _only_named(row: RowReading) -> bool:
    """Whether a row asks for the value of a line that is named once more and nothing else."""
    return row.outcome == "asks" and not row.choices and not _FIGURE.search(_SO_MANY.sub("", row.piece))


def _to_store(row: RowReading) -> ReportItem | NotStored:
    if row.outcome == "certain" and row.item is not None:
        return row.item
    return NotStored(row.reason or f"“{row.piece}”没看懂，没有入库。")


def _receipts(
    context: Context, board: Board, outcomes: Sequence[Stored | NotStored], *, alone: bool
) -> list[str]:
    """The whole receipt for a single row, one line for each row of a batch."""
    first = outcomes[0] if outcomes else None
    if alone and isinstance(first, Stored):
        kept = [first.kept] if first.kept else []
        return [*(receipt(context, first.before, first.given, late=first.late) if first.given else []), *kept]
    lines = [_short(context, outcome) for outcome in outcomes]
    return [*lines, still_missing(board)] if alone and lines else lines


def _short(context: Context, outcome: Stored | NotStored) -> str:
    if isinstance(outcome, NotStored):
        return outcome.text
    said = [short_receipt(context, outcome.before, outcome.given)] if outcome.given else []
    return "\n".join([*said, outcome.kept] if outcome.kept else said)


def _own_lines(board: Board, rows: Sequence[RowReading]) -> list[str]:
    """Whoever reported somebody else's line hears which are his own."""
    if not any(row.outcome == "refused" and row.task is None for row in rows):
        return []
    titles = list(dict.fromkeys(line.title for line in board.lines))
    if not titles or len(titles) > OWN_LINES:
        return ["您名下的项见“我的任务”。"]
    return [f"您名下是{listed(titles)}。"]


def _asked(
    context: Context, board: Board, rows: Sequence[RowReading], outcomes: Sequence[Stored | NotStored]
) -> list[str]:
    """The question about what is doubtful; an open one that the stored rows have settled is dropped."""
    asked = [row for row in rows if row.outcome == "asks"]
    if asked:
        return questions.ask(context, board, asked, rows)
    state = dialogs.open_question(context.speaker.account, context.now)
    stored = [row for row in outcomes if isinstance(row, Stored)]
    given = {(row.before.criterion.code, row.before.subject): row.given.keys() for row in stored}
    if state is None:
        return []
    if questions.settled_by(state, given):
        return questions.ask_next(context, state.get("later", []))
    left = questions.left_by(state, given.keys())
    return questions.ask_next(context, [left, *state.get("later", [])]) if left is not None else []


def _foot(context: Context, board: Board, outcomes: Sequence[Stored | NotStored]) -> list[str]:
    stored = [outcome for outcome in outcomes if isinstance(outcome, Stored)]
    if not stored:
        return []
    done = frozenset((row.before.criterion.code, row.before.subject) for row in stored if row.completed)
    return [*_unverified(context, stored), still_missing(board, done) + HOW_TO_CORRECT]


def _unverified(context: Context, stored: Sequence[Stored]) -> list[str]:
    """没有发生 does not undo what was registered as a suspected event."""
    zero = any(
        value == 0 and is_incident(row.before.criterion.input(name))
        for row in stored
        for name, value in row.given.items()
    )
    events = [row for row in standing(context, "incident") if row.unit == context.seat.unit] if zero else []
    return [f"已登记的疑似事件（第{row.number}号）仍待核实，零报告不改变它。" for row in events]
