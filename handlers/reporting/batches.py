"""几条一起报: a draft of several lines that waits for one 是, and what is left of it without some of them."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from handlers.reading import ReportItem, RowReading, labels

State = Mapping[str, Any]
"""What is kept of a question until it is answered."""
Line = tuple[str, str]
"""A leaf's code and the assessed unit."""
ROW: Final = "· "
_COUNTED: Final = re.compile("(?<=下面)\\d+(?=条)|(?<=以上)\\d+(?=条)")


def parts_of(state: State) -> list[list[Mapping[str, Any]]]:
    """What the draft would report, line by line; nothing for a question that is no draft of several lines."""
    if len(state["choices"]) != 1:
        return []
    (choice,) = state["choices"]
    parts = [list(part) for _, part in groupby((choice, *choice.get("more", ())), key=line_of)]
    return parts if len(parts) > 1 and len(parts) == len(rows_of(state)) else []


def rows_of(state: State) -> list[str]:
    """The rows of the draft as they are shown."""
    return [line for line in state["question"].split("\n") if line.startswith(ROW)]


def line_of(one: Mapping[str, Any]) -> Line:
    """The line of a choice."""
    return one["code"], one["subject"]


def without(state: State, out: Collection[int]) -> State:
    """The draft without the parts at those places (from 0), of which some are left."""
    parts, (choice,) = parts_of(state), state["choices"]
    left = [one for at, part in enumerate(parts) if at not in out for one in part]
    gone = [row for at, row in enumerate(rows_of(state)) if at in out]
    count = str(len(parts) - len(out))
    question = "\n".join(line for line in state["question"].split("\n") if line not in gone)
    label = _COUNTED.sub(count, choice["label"])
    return {
        **state,
        "question": _COUNTED.sub(count, question),
        "again": _COUNTED.sub(count, state["again"]),
        "choices": [{**left[0], "label": label, "more": left[1:]}],
    }


def left_by(
    state: State, told: Collection[Line], parts: Sequence[Sequence[Mapping[str, Any]]]
) -> State | None:
    """The draft without the lines that are told anew; None where that is all of it."""
    out = [at for at, part in enumerate(parts) if line_of(part[0]) in told]
    if len(out) == len(parts):
        return None
    return without(state, out) if out else state


def items_of(row: RowReading) -> list[ReportItem]:
    """All that a row reports, or offers to."""
    return [row.item] if row.item else [item for choice in row.choices for item in choice.items]


def points_left(state: State, rows: Collection[RowReading]) -> State | None:
    """The draft of 是 and 否 of one line without the points that the rows tell anew; None where it is no such draft."""
    if len(state["choices"]) != 1:
        return None
    (choice,) = state["choices"]
    told = [item for row in rows for item in items_of(row)]
    here = [item for item in told if (item.criterion.code, item.subject) == line_of(choice)]
    anew = {name for item in here for name in item.inputs}
    left = {name: value for name, value in choice["inputs"].items() if name not in anew}
    points = all(isinstance(value, bool) for value in choice["inputs"].values())
    if not (left and anew and points) or choice.get("more") or choice["amend"]:
        return None
    (said,) = labels.item_labels([ReportItem(here[0].criterion, choice["subject"], left)], {})
    label = f"{choice['label'].partition('：')[0]}：{said.partition('：')[2]}"
    kept = any(choice["words"] in item.words for item in here)
    before = {name: value for name, value in (choice["before"] or {}).items() if name in left}
    words = "" if kept else choice["words"]
    rest = {**choice, "inputs": left, "label": label, "words": words, "before": before or None}
    return {**state, "question": _OTHERS, "again": _OTHERS, "choices": [rest]}


_OTHERS: Final = "前一条里其余的也报吗？是就回1，不报请回“取消”。"
