"""不是这个，是④: what a question would keep belongs to another line or another district."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from handlers.board import board_of
from handlers.context import Context
from handlers.mending.elsewhere import misplaced
from handlers.mending.lines import lines_named
from handlers.mending.naming import Reader
from handlers.messages import Reply
from handlers.people.speaking import afresh
from handlers.reading.tokens.ordinals import PATTERN
from handlers.reporting import questions, report
from handlers.reporting.about.meant import said_before
from handlers.reporting.situations import levels


def elsewhere(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """不是这个，是④; 是华容的: what the draft would keep or store belongs to that line or district."""
    meant = misplaced(text, asked=True)
    if meant is None:
        return None
    board = board_of(context, text)
    reader = Reader(context, board, ())
    own = sorted(questions.codes_of(state))
    lines = lines_named(meant.to, reader, own[0] if own else "")
    task = next(
        (task for task in board.tasks() if {task.criterion.code} == {line.code for line in lines}), None
    )
    if task is None or not task.ordinal:
        return None
    if [task.criterion.code] == own:
        return _of_unit(state, [line.subject for line in lines], reader)
    words = _drafted(state, context)
    if not words or task.criterion.code in own:
        return None
    rows = [levels.of_line(task, words)]
    if levels.takes_figures(task) or not levels.is_told(task):
        rows = list(report.read(f"第{task.ordinal}项 {words}", context)[1])
    items = [row.item for row in rows if row.item is not None]
    later = [
        *questions.states(context, board, [row for row in rows if not row.item]),
        *state.get("later", []),
    ]
    return (
        report.take(context, items, later) if items else Reply("\n".join(questions.ask_next(context, later)))
    )


def _of_unit(state: Mapping[str, Any], units: Sequence[str], reader: Reader) -> Reply | None:
    """What was asked about, read again as the other district's."""
    said = _SAID.match(state["question"])
    old = {choice["subject"] for choice in state["choices"]} | {state.get("subject")} - {None}
    if said is None or len(units) != 1 or len(old) != 1 or units[0] in old:
        return None
    known = reader.locator.book.subjects
    names = sorted((name for name in known if known[name] in old), key=len, reverse=True)
    name = next((name for name in names if name in said[1]), "")
    words = said[1].replace(name, units[0]) if name else f"{units[0]} {said[1]}"
    questions.ask_next(reader.context, state.get("later", []))
    return report.report(words, afresh(reader.context))


def _drafted(state: Mapping[str, Any], context: Context) -> str:
    """The words of which one line is asked, without its number, as they were typed."""
    kept = {str(choice.get("words") or "") for choice in state["choices"]}
    codes = {choice["code"] for choice in state["choices"]}
    if len(codes) != 1 or len(kept) != 1:
        return ""
    said, before = _SAID.match(state["question"]), said_before(context)
    quoted = said[1] if said is not None and before is not None and said[1] in before[0] else ""
    return kept.pop() or _PLACE.sub("", quoted)


_SAID = re.compile("“([^”]+)”")
_PLACE = re.compile(rf"^\s*(?:{PATTERN}|\d{{1,2}}(?=\s)|第?\d{{1,2}}项)\s*")
