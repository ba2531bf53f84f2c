"""没读进去的: the parts of a line that a report was read out of which say nothing of what is stored."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from handlers.board import Board, board_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import RowReading, Task
from handlers.reading.certainty.questions import is_unknown_line
from handlers.reading.naming.topics import pieces_of, spoken
from handlers.reading.tokens.asides import bare, split_times, without_asides, without_courtesy
from handlers.reporting.remarks import is_remark, only_names
from handlers.reporting.situations import levels, signs
from handlers.talking.parts import Part, parts_of, without
from handlers.wording import clip

Read = Callable[[str], Sequence[RowReading]]
"""Reads a text as the report was read."""
_SHORTEST: Final = 4
"""What is shorter is hardly more than a filler."""
_MOST: Final = 3
_LONGEST: Final = 300
_DIGIT: Final = re.compile(r"\d")
_RANK: Final = re.compile(
    r"排名?第?\s*\d|第\s*\d+\s*[名位]|[\u4e00-\u9fff]{3}(?<!相比)(?<!同期)(?<!去年)(?:增长|下降)了?\s*\d"
)
"""How one stands among others, and by how much something else has grown: no line asks for that."""


def unheard(text: str, rows: Sequence[RowReading], read: Read) -> list[str]:
    """One line that names what of the text was not taken in; nothing where all of it was, or something is asked."""
    if len(text) > _LONGEST or any(row.outcome != "certain" or row.item is None for row in rows):
        return []
    beside = [part for part in _beside(text, _names(rows)) if not is_remark(part.said)]
    left = [part for part in beside[:_MOST] if _same(read(without(text, [part])), rows)]
    if not left:
        return []
    theirs = [(part, reason) for part in left if (reason := _whose(read(part.said)))]
    lines = list(dict.fromkeys(reason for _, reason in theirs))
    left = [part for part in left if part not in [one for one, _ in theirs]]
    said = "”、“".join(clip(part.said, 30) for part in left)
    return [
        *lines,
        *([f"“{said}”没有哪一项要，没有记录{_how(rows[0].task, left[0].said)}。"] if left else []),
    ]


def _whose(rows: Sequence[RowReading]) -> str:
    """Whose line it is that the words are of, where it is somebody else's."""
    return next((row.reason for row in rows if row.outcome == "refused" and row.task is None), "")


def beside_read(rows: Sequence[RowReading], context: Context, board: Board) -> list[RowReading]:
    """The rows; what means no line beside one that was read is named, kept with that line, or passed over."""
    read = [row for row in rows if row.item is not None or row.choices]
    if not read:
        rows = list(map(_no_score, rows))
        alone = len(rows) == 1 and is_unknown_line(rows[0]) and _MERE.fullmatch(rows[0].piece)
        return [levels.fits_none(rows[0].piece, board.tasks(), context)] if alone else list(rows)
    tasks = {row.task.criterion.code: row.task for row in read if row.task is not None}
    task = next(iter(tasks.values())) if len(tasks) == 1 else None
    found = []
    for row in rows:
        if not is_unknown_line(row):
            found.append(_no_score(row))
        elif not (is_remark(row.piece) or only_names(row.piece, "")):
            found.append(_named(row, task))
    return found


def _no_score(row: RowReading) -> RowReading:
    """抽查合格率97.8 of a line that takes no figure but a self-score: no bad score, but words of the line."""
    task = row.task
    if (
        task is None
        or row.outcome != "refused"
        or "自评分" not in row.reason
        or not _IS_RATE.search(row.piece)
    ):
        return row
    if len(task.subjects) != 1 or levels.takes_figures(task) or "自评" in row.piece:
        return row
    return levels.words_alone(task, row.piece, task.subjects)


_IS_RATE: Final = re.compile(r"(?:率|满意度|指数|比例|占比)[^\d，,]{0,4}\d")


def _is_deed(said: str) -> bool:
    """Whether it tells of a deed; a rate is some line's figure, and of no other one's papers."""
    return signs.tells_deed(said) and _IS_RATE.search(said) is None


def _prints(said: str, task: Task) -> bool:
    """Whether the line's own name has a long number of the words: 12315办结率100."""
    return any(number in task.criterion.name for number in re.findall(r"\d{4,}", said))


def _named(row: RowReading, task: Task | None) -> RowReading:
    """What is said beside the line: kept as its material at one tap where it tells of a deed, else said not to be wanted."""
    figure = _DIGIT.search(without_asides(row.piece)) is not None
    told = _is_deed(row.piece) or (task is not None and _prints(row.piece, task))
    if task is not None and len(task.subjects) == 1 and levels.is_told(task) and told:
        return levels.words_alone(task, row.piece, task.subjects)
    what = "这个数您名下没有哪一项要" if figure else "没看懂是哪一项"
    return replace(row, reason=f"“{clip(row.piece, 30)}”{what}，没有入库{_how(task, row.piece)}。")


def fits_none(text: str, context: Context) -> Reply | None:
    """The answer to a figure by itself of something that no line of the speaker's asks for."""
    alone = _MERE.fullmatch(text.strip().rstrip("。"))
    if context.speaker.role != "contact" or alone is None:
        return None
    return Reply(levels.fits_none(text.strip(), board_of(context).tasks(), context).reason)


_MERE: Final = re.compile(
    r"[\u4e00-\u9fff]{3,16}?(?:是|为|有|达到?|共)?\s*\d+(?:\.\d+)?\s*(?:%|％|[家个件起处人次批项场台户吨份名篇]+|万元|亿元|万|分)?"
)


def _how(task: Task | None, words: str) -> str:
    return f"；要留作材料请发“材料 {task.ordinal} {clip(words, 20)}”" if task and task.ordinal else ""


def _names(rows: Sequence[RowReading]) -> str:
    """What the lines of the rows and their figures are called."""
    lines = [row.item.criterion for row in rows if row.item is not None]
    return "|".join(
        bare(words) for line in lines for words in (line.name, *(one.label for one in line.inputs))
    )


def _beside(text: str, named: str) -> list[Part]:
    """The parts without a figure that are more than a filler and neither name the line nor the figure behind them."""
    parts = parts_of(text)
    return [
        part
        for part, after in zip(parts, [*parts[1:], None], strict=True)
        if not only_names(part.said, named) and (_is_idle(part, after) or _counts_else(part, named))
    ]


def _is_idle(part: Part, after: Part | None) -> bool:
    """Whether the part has no figure, names none behind it, and is more than a filler."""
    if _RANK.search(part.said):
        return after is None or not _DIGIT.search(after.said)
    if _DIGIT.search(part.said) or (after is not None and _DIGIT.search(after.said)):
        return False
    return len(split_times(without_courtesy(bare(without_asides(part.said))))[0]) >= _SHORTEST


def _counts_else(part: Part, named: str) -> bool:
    """旅游安全检查3次 beside a rate: a count of something that the lines stored do not speak of in any word."""
    return signs.counts(part.said) and "第" not in part.said and not pieces_of(spoken(bare(part.said)), named)


def _same(found: Sequence[RowReading], rows: Sequence[RowReading]) -> bool:
    return [row.item for row in found] == [row.item for row in rows]
