"""The honest questions and reasons in the place of what may not be offered."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from handlers.reading.certainty.questions import asks, wanted
from handlers.reading.labels import PIECE_WIDTH, title
from handlers.reading.tasks import MOST_CHOICES, RowReading, Task
from handlers.wording import bare_label, clip, leaf_name
from scoring.model import Criterion

_SHORT_TITLE: Final = 18


def only_part(piece: str, kinds: Sequence[str], task: Task) -> RowReading:
    """A figure of one kind only, where the line takes one for several together: 食品97.3 of 食品、药品质量合格率."""
    every = f"{'、'.join(kinds)}合起来" if len(kinds) > 1 else "全部合起来"
    asked = f"{title(task)}报{every}的一个数，请发合起来的那一个。"
    return asks(piece, (), f"“{clip(piece, PIECE_WIDTH)}”只是其中一部分，没有入库：{asked}", task)


def exact_wanted(piece: str, figure: str, task: Task, *, disputed: bool = False) -> RowReading:
    """A figure that is only about so much, or that is itself called wrong: the exact one is asked for."""
    why = f"按您说的，{figure}不能就这么报" if disputed else f"“{figure}”不是准数"
    number = f"{task.ordinal} " if task.ordinal else ""
    place = f"{task.subjects[0]} " if len(task.subjects) > 1 else ""
    asked = f"{title(task)}准的数是多少？请直接发，如“{number}{place}数值”；还没定就等定了再报。"
    return asks(piece, (), f"“{clip(piece, PIECE_WIDTH)}”没有入库：{why}。{asked}", task)


def of_another_unit(piece: str, figure: str, task: Task) -> RowReading:
    """A count where a rate is asked for, or a rate where a count is."""
    head = f"“{clip(piece, PIECE_WIDTH)}”没有入库：{figure}不是这一项要的数。"
    per = next((found[0] for item in task.inputs if (found := _PER.search(item.label))), "")
    if per:
        base = _BASE[per]
        return asks(
            piece,
            (),
            f"{head}{title(task)}要按{per}折算：连同{base}一起发我来折算，或直接发折算好的数。",
            task,
        )
    asked = wanted(piece, task)
    return replace(asked, question=head + asked.question)


_BASE: Final = {"万人": "常住人口", "万台": "特种设备总台数"}
_PER: Final = re.compile("|".join(_BASE))


def none_of_yours(piece: str, tasks: Sequence[Task]) -> RowReading:
    """A value of goods, or of a level, that no line of the list is of."""
    listed = "、".join(clip(title(task), _SHORT_TITLE) for task in tasks[:MOST_CHOICES])
    more = "等" if len(tasks) > MOST_CHOICES else ""
    reason = f"“{clip(piece, PIECE_WIDTH)}”没有入库：和您名下的项对不上（{listed}{more}）。是其中一项就请回“序号 数值”。"
    return RowReading(piece, "unread", reason=reason)


def fits_none(piece: str, abroad: Sequence[Criterion] = ()) -> RowReading:
    """A figure of something that no line of the list asks for; whose it may be, where those `abroad` are one item."""
    said = clip(piece, PIECE_WIDTH)
    one = (
        len({(line.path[-1:], leaf_name(line), line.reporter) for line in abroad}) == 1 and abroad[0].reporter
    )
    whose = f"像是“{leaf_name(abroad[0], PIECE_WIDTH)}”，由{abroad[0].reporter}报。" if one else ""
    how = f"是其中一项请回“序号 数值”，要留作材料请发“材料 序号 {clip(piece, 20)}”，序号见“我的任务”。"
    return RowReading(piece, "unread", reason=f"“{said}”和您名下的项都对不上，没有入库。{whose}{how}")


def to_come(piece: str, task: Task) -> RowReading:
    """合格率还没出来: no figure yet, and where to send it."""
    said = f"“{clip(piece, PIECE_WIDTH)}”：知道了，还没有数，没有入库，有了直接发。"
    return asks(piece, (), said + f"（{title(task)}）", task)


def which_points(piece: str, task: Task) -> RowReading:
    """做了两条, or what the whole line is called: which points of it are meant."""
    points = [item for item in task.inputs if item.type == "bool"]
    listed = "；".join(f"{at} {clip(bare_label(item), _POINT)}" for at, item in enumerate(points, start=1))
    said = f"“{clip(piece, PIECE_WIDTH)}”没有入库：{title(task)}有{len(points)}条（{listed}），"
    return asks(piece, (), f"{said}哪几条是、哪几条否？请回如“1是2否”。", task)


_POINT: Final = 24


def together(rows: Iterable[RowReading]) -> tuple[RowReading, ...]:
    """The rows, those that are refused an answer for the very same reason as one."""
    found: dict[object, RowReading] = {}
    for at, row in enumerate(rows):
        why = row.question.partition("”")[2]
        alike = row.outcome == "asks" and not row.choices and bool(why)
        key: object = (row.task.criterion.code if row.task is not None else "", why) if alike else at
        before = found.get(key)
        if before is not None:
            piece = f"{before.piece}，{row.piece}"
            found[key] = replace(before, piece=piece, question=f"“{clip(piece, PIECE_WIDTH)}”{why}")
        else:
            found[key] = row
    return tuple(found.values())
