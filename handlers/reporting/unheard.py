"""没读进去的: the parts of a line that a report was read out of which say nothing of what is stored."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from handlers.reading import RowReading, Task
from handlers.reading.asides import bare, split_times, without_asides, without_courtesy
from handlers.reading.questions import is_unknown_line
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
_REMARK: Final = re.compile(
    "(?:也|应该|总算|终于|肯定|这下|这样|都|还|就|那)*(?:算是?|能|可以)?(?:达标|达到目标|完成任务|完成目标|合格|够|及格|过关|超额|可以|不错|挺好|挺高|还行|稳|没问题|满分)"
    "(?:了|的|吧|呀|啊|哈|嘛|呢|没)*"
    "|(?:这|那|这个|以上|上面)?(?:都|也|就)?是?.{0,4}?(?:年|月|季度|日|号|今天|昨天|目前|最新|最终|初步)的?(?:底|初|末)?的?(?:数|数据|口径|情况)"
    "|.{0,6}?(?:还|可能|也许)?(?:要|会|得)?(?:再|有)?(?:变|变化|变动|调整)的?"
)
"""算达标了吧, 这是11月底的数: a remark on what is reported, which needs no answer beside the receipt."""


def is_remark(words: str) -> bool:
    """Whether the words only remark on the figure beside them."""
    parts = [bare(part.said) for part in parts_of(words)]
    return bool(parts) and all(_REMARK.fullmatch(one) for one in parts)


def unheard(text: str, rows: Sequence[RowReading], read: Read) -> list[str]:
    """One line that names what of the text was not taken in; nothing where all of it was, or something is asked."""
    if len(text) > _LONGEST or any(row.outcome != "certain" or row.item is None for row in rows):
        return []
    beside = [part for part in _beside(text) if not is_remark(part.said)]
    left = [part for part in beside[:_MOST] if _same(read(without(text, [part])), rows)]
    if not left:
        return []
    said = "”、“".join(clip(part.said, 30) for part in left)
    return [f"“{said}”没有哪一项要，没有记录{_how(rows[0].task, left[0].said)}。"]


def beside_read(rows: Sequence[RowReading]) -> list[RowReading]:
    """The rows; what means no line beside one that was read is named, kept with that line, or passed over."""
    read = [row for row in rows if row.item is not None or row.choices]
    if not read:
        return list(rows)
    tasks = {row.task.criterion.code: row.task for row in read if row.task is not None}
    task = next(iter(tasks.values())) if len(tasks) == 1 else None
    found = []
    for row in rows:
        if not is_unknown_line(row):
            found.append(row)
        elif not is_remark(row.piece):
            found.append(_named(row, task))
    return found


def _named(row: RowReading, task: Task | None) -> RowReading:
    """What is said beside the line: kept as its material at one tap where it tells of a deed, else said not to be wanted."""
    figure = _DIGIT.search(without_asides(row.piece)) is not None
    if task is not None and len(task.subjects) == 1 and levels.is_told(task) and signs.tells_deed(row.piece):
        return levels.words_alone(task, row.piece, task.subjects)
    what = "这个数您名下没有哪一项要" if figure else "没看懂是哪一项"
    return replace(row, reason=f"“{clip(row.piece, 30)}”{what}，没有入库{_how(task, row.piece)}。")


def _how(task: Task | None, words: str) -> str:
    return f"；要留作材料请发“材料 {task.ordinal} {clip(words, 20)}”" if task and task.ordinal else ""


def _beside(text: str) -> list[Part]:
    """The parts without a figure that are more than a filler and do not name the figure behind them."""
    parts = parts_of(text)
    return [
        part
        for part, after in zip(parts, [*parts[1:], None], strict=True)
        if (not _DIGIT.search(part.said) or _RANK.search(part.said))
        and (after is None or not _DIGIT.search(after.said))
        and (
            _RANK.search(part.said)
            or len(split_times(without_courtesy(bare(without_asides(part.said))))[0]) >= _SHORTEST
        )
    ]


def _same(found: Sequence[RowReading], rows: Sequence[RowReading]) -> bool:
    return [row.item for row in found] == [row.item for row in rows]
