"""别名: words that the office has taught, put in the terms that everybody's list is read by."""

import re
from collections.abc import Mapping

from handlers.board import Board
from handlers.wording import circled
from scoring.model import Criterion, Rubric

_BEHIND = r"(?=$|[\s\d\W]|是|有|为|达|完成|无|没|齐|不|零|一|二|三|四|五|六|七|八|九|十|两|百|约)"
"""What may stand behind a taught word: the end, a figure, or a word that begins a value."""


def translated(text: str, aliases: Mapping[str, str], board: Board, rubric: Rubric) -> str:
    """The text with each taught word replaced by its place on the person's list, else by its code.

    A taught word counts only where it stands by itself, not as part of a longer one.
    """
    for words in sorted(aliases, key=len, reverse=True):
        if words in text:
            pattern = rf"(?<![\u4e00-\u9fffA-Za-z]){re.escape(words)}{_BEHIND}"
            text = re.sub(pattern, f"{_place(aliases[words], board, rubric)} ", text)
    return text


def leaf_of(code: str, milestone: str | None, rubric: Rubric) -> Criterion | None:
    """The leaf with that code; of an item with several milestones the one that runs."""
    if code in rubric.by_code:
        return rubric.criterion(code)
    own = [criterion for criterion in rubric.criteria if criterion.item == code]
    return next((criterion for criterion in own if criterion.milestone == milestone), None) or next(
        iter(own), None
    )


def _place(code: str, board: Board, rubric: Rubric) -> str:
    lines = [line for line in board.lines if code in (line.criterion.code, line.criterion.item)]
    if lines and lines[0].duty.ordinal:
        return circled(lines[0].duty.ordinal)
    leaf = leaf_of(code, None, rubric)
    return lines[0].criterion.code if lines else leaf.code if leaf is not None else code
