"""一条情况怎么问: the level of a line that wants one, with the words kept; else the words alone."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from handlers.board import Board
from handlers.context import Context
from handlers.reading import ReportItem, RowReading, Task, labels
from handlers.reading.certainty import objecting, questions
from handlers.reading.naming.book import book_of
from handlers.reading.naming.locating import Locator
from handlers.reading.tasks import Answer
from handlers.reading.telling.levels import values
from handlers.reading.telling.telling import tell
from handlers.reading.widths import clean
from handlers.reporting.situations import signs
from handlers.reporting.situations.affirmed import level_in
from handlers.reporting.situations.figures import Figures, figures_in, score_left, told, values_in
from handlers.wording import bare_label, clip, value_text
from scoring.model import Input

LISTED: Final = 12
_SHORT_NAME: Final = 14
_MOST: Final = 3
_NAME: Final = 24
_WHOLE: Final = "full"
_MEASURED: Final = frozenset({"percent", "number", "count", "money"})


def is_told(task: Task) -> bool:
    """Whether a line is told of in words: a level, yes or no, points or text, and no figure alone."""
    return any(item.type not in _MEASURED for item in task.inputs)


def takes_figures(task: Task) -> bool:
    """Whether a line takes a figure that is no self-score."""
    return any(item.type in _MEASURED for item in task.inputs)


def level_of(task: Task) -> Input | None:
    """The level that a line still wants."""
    return next((item for item in task.inputs if item.type == "choice" and item.name not in task.known), None)


def wanted(item: ReportItem, board: Board) -> list[RowReading]:
    """The question for the level, or whose it is, of what was told of a line that has just been chosen for it."""
    if item.inputs or not item.words:
        return []
    task = next((task for task in board.tasks() if task.criterion.code == item.criterion.code), None)
    whose = task is not None and item.subject is None and len(task.subjects) > 1
    return [of_line(task, item.words, item.subject)] if task is not None and (whose or level_of(task)) else []


def of_line(task: Task, words: str, subject: str | None = None) -> RowReading:
    """What is asked of words told of that line; nothing of it is stored before the answer."""
    subjects = [subject] if subject and not _SHARED.search(words) else list(task.subjects)
    level = level_of(task)
    if level is None or len(subjects) > 1:
        return words_alone(task, words, subjects)
    head = f"{labels.title(task)}是哪一种？请回序号，都不是请回“取消”。\n原话一并记作它的文字材料：“{quoted(words)}”"
    name = f"{labels.title(task)}"
    given = values_in(task, words).given
    beside = f"，{told(task, given)}" if given else ""
    choices = tuple(
        Answer(
            f"{clip(name, _NAME)}：{value_text(level, value)}{beside}",
            ReportItem(task.criterion, subjects[0], {level.name: value, **given}, words=words),
        )
        for value in _ranked(task, level, words)
    )
    return questions.asks(words, choices, head, task)


def _ranked(task: Task, level: Input, words: str) -> list[object]:
    """The levels, first those that the words speak of."""
    told = tell(clean(words), Locator([task], book_of([task])))
    said = [standing for one in told for standing in one.facts.get((0, level.name), [])][:4]
    first = list(values(level, said)) if said else []
    found = list(dict.fromkeys([*first, *(choice.value for choice in level.choices)]))
    if len(found) == len((_WHOLE, "none")) and signs.begins_done(words):
        return sorted(found, key=lambda value: value != _WHOLE)
    return sorted(found, key=lambda value: value == _WHOLE) if signs.lacks(words) else found


def is_whole(answer: Answer) -> bool:
    """Whether the answer says that something is done, its papers complete."""
    return any(value in (_WHOLE, True) for item in answer.items for value in item.inputs.values())


def words_alone(task: Task, words: str, subjects: Sequence[str]) -> RowReading:
    """The words as evidence of that line, with the figures in them that are surely of its inputs.

    A figure that may be of several is asked about at once, the words kept with each answer.
    """
    known = "" if level_of(task) or not task.known else "（已报的不变）"
    name = labels.title(task) + (f"（{subjects[0]}）" if len(task.subjects) > len(subjects) == 1 else "")
    if len(subjects) > 1 and _SHARED.search(words):
        items = [ReportItem(task.criterion, one, {}, words=words) for one in subjects]
        head = f"把原话记作{name}的文字材料，{'、'.join(subjects)}共用吗？是就回1，不是请回“取消”。"
        return questions.asks(
            words, (Answer(f"{len(subjects)}家共用", items[0], tuple(items[1:])),), head, task
        )
    if len(subjects) > 1:
        head = f"原话“{quoted(words)}”记作{name}的文字材料，是哪个单位的？请回序号，几家共用回“都是”。"
        choices = tuple(Answer(one, ReportItem(task.criterion, one, {}, words=words)) for one in subjects)
        return questions.asks(words, choices, head, task)
    raised = level_in(task, words)
    if raised:
        item = ReportItem(task.criterion, subjects[0], raised, amend=True, words=words)
        return questions.which_amendment(
            words, (Answer(f"改为{told(task, raised)}；原话{_kept(words)}", item),), [task]
        )
    found = values_in(task, words)
    still = _left(task, words, found)
    kept = _kept(words)
    ways = [found.given, *({**found.given, **one} for one in _open(found))]
    ways = ways[1:] + ways[:1]
    choices = tuple(
        Answer(
            f"{told(task, way)}；原话{kept}" if way else kept,
            ReportItem(task.criterion, subjects[0], way, words=words),
        )
        for way in ways
    )
    if len(choices) > 1:
        head = f"把原话记作{name}的文字材料{known}，“{found.open[0][0]}”报哪一个？请回序号，都不是请回“取消”。{still}"
        return questions.asks(words, choices, head, task)
    several = "下面几个" if len(found.given) > 1 else told(task, found.given)
    given = f"，并报{several}" if found.given else ""
    head = f"把原话记作{name}的文字材料{known}{given}吗？是就回1，不是请回“取消”。{still}"
    return questions.asks(words, choices, head, task)


def _kept(words: str) -> str:
    return f"记作文字材料：“{quoted(words)}”"


_SHARED: Final = re.compile(
    "(?:各|每个?|[两三四五六七八九]个)[区县镇](?:都|均|全|的材料)(?!没|不|未)|共用|通用"
)
"""三个县都在里头: the words are of every assessed unit."""


def _open(found: Figures) -> list[Mapping[str, object]]:
    """What the one figure that may be of several inputs would report."""
    return [{name: value} for name, value in found.open[0][1].items()] if len(found.open) == 1 else []


def _left(task: Task, words: str, found: Figures) -> str:
    """What of the words is not stored as a figure, and what the line wants besides."""
    if len(task.subjects) > 1:
        return ""
    over = "、".join(f"“{one}”" for one in found.over) if takes_figures(task) else ""
    said = f"{over}不是这一项要的数，只留在原话里。" if over else ""
    return score_left(task, words) + said + owed(task, found.given)


def owed(task: Task, given: Mapping[str, object]) -> str:
    """What the line wants besides, as 这项还要报单位自评分（0–1）; "" for nothing."""
    open_inputs = [item for item in task.inputs if item.name not in task.known and item.name not in given]
    if not open_inputs:
        return ""
    open_ = "、".join(clip(bare_label(item), _NAME) for item in open_inputs[:_MOST])
    more = f"等{len(open_inputs)}个" if len(open_inputs) > _MOST else ""
    kinds = "“是”或“否”" if all(item.type == "bool" for item in open_inputs) else ""
    return f"这项还要报：{open_}{more}{f'（{kinds}）' if kinds else ''}，另外再发。"


def which_line(words: str, tasks: Sequence[Task], likely: Sequence[int]) -> RowReading:
    """Which line the words are told of: one of the likely ones, else of the whole list by its numbers."""
    offered = [tasks[at] for at in likely] or list(tasks)
    values = [figures_in(task, words).given if len(offered) <= LISTED else {} for task in offered]
    choices = tuple(
        Answer(
            _called(task) + (f"，{told(task, given)}" if given else "") if at < LISTED else "",
            ReportItem(
                task.criterion, task.subjects[0] if len(task.subjects) == 1 else None, given, words=words
            ),
        )
        for at, (task, given) in enumerate(zip(offered, values, strict=True))
    )
    more = "（其余序号见“我的任务”。）" if len(offered) > LISTED else ""
    return questions.asks(
        words,
        choices,
        f"“{quoted(words)}”是哪一项的情况？请回序号，原话会记到那一项；都不是请回“取消”。{more}",
    )


def figure_or_words(
    words: str, figures: Sequence[Answer], tasks: Sequence[Task], likely: Sequence[int]
) -> RowReading | None:
    """Which line is meant: one whose figure it may be, or one that the words may be told of; None for no other."""
    codes = {item.criterion.code for answer in figures for item in answer.items}
    others = [tasks[at] for at in likely if tasks[at].criterion.code not in codes]
    kept = [
        Answer(
            f"{_called(task)}：原话记作文字材料",
            ReportItem(
                task.criterion, task.subjects[0] if len(task.subjects) == 1 else None, {}, words=words
            ),
        )
        for task in others
    ]
    head = f"“{quoted(words)}”是哪一项？请回序号；都不是请回“取消”。"
    return questions.asks(words, (*figures, *kept), head) if kept else None


def _called(task: Task) -> str:
    """The line, with what is wanted of it where its name is short."""
    name = clip(labels.title(task), _NAME)
    choices = [item.label for item in task.inputs if item.type == "choice"]
    return f"{name}（{clip(choices[0], _NAME)}）" if choices and len(name) < _SHORT_NAME else name


def together(rows: Sequence[RowReading]) -> list[RowReading]:
    """The rows, several that ask the same of the same words as one, and all that only keep words in one draft."""
    found: list[RowReading] = []
    for row in rows:
        before = found[-1] if found else None
        if before is not None and before.outcome == row.outcome == "asks" and _alike(before, row):
            found[-1] = _joined(before, row)
        else:
            found.append(row)
    alone = [row for row in found if _keeps_words(row)]
    if len(alone) <= 1:
        return found
    return [*(row for row in found if row not in alone), _all_words(alone)]


def _keeps_words(row: RowReading) -> bool:
    if row.outcome != "asks" or len(row.choices) != 1:
        return False
    item = row.choices[0].item
    levels = {item.criterion.input(name).type for name in item.inputs} & {"choice", "bool"}
    return bool(item.words) and not levels


def _all_words(rows: Sequence[RowReading]) -> RowReading:
    items = [item for row in rows for item in row.choices[0].items]
    titles = [labels.title(row.task) if row.task else "" for row in rows]
    given = [told(row.task, row.choices[0].item.inputs) if row.task else "" for row in rows]
    said = [
        f"· {title}：{f'{values}，' if values else ''}“{quoted(row.choices[0].item.words)}”"
        for title, values, row in zip(titles, given, rows, strict=True)
    ]
    head = (
        f"把下面{len(rows)}条记作各项的文字材料吗？是就回1，不是请回“取消”。还要报的另外再发，见“详情 序号”。"
    )
    stored = "，报的数入库" if any(given) else ""
    answer = Answer(f"以上{len(rows)}条都对，记作文字材料{stored}", items[0], tuple(items[1:]))
    return questions.asks("；".join(row.piece for row in rows), (answer,), "\n".join([head, *said]))


def _alike(one: RowReading, other: RowReading) -> bool:
    return one.piece == other.piece and [_value(a) for a in one.choices] == [_value(a) for a in other.choices]


def _value(answer: Answer) -> list[object]:
    return [answer.label.partition("：")[2], *answer.item.inputs.values()]


def _joined(one: RowReading, other: RowReading) -> RowReading:
    choices = tuple(
        Answer(f"{a.label.partition('：')[0]}、{b.label}", a.item, (*a.more, b.item))
        for a, b in zip(one.choices, other.choices, strict=True)
    )
    head = f"原话“{quoted(one.piece)}”记作下面各项的文字材料，是哪一种？请回序号，都不是请回“取消”。"
    return questions.asks(one.piece, choices, head)


def quoted(words: str) -> str:
    """The words as they stand between quotation marks; those of several messages apart."""
    return "”“".join(words.split("\n"))


def fits_none(said: str, tasks: Sequence[Task], context: Context) -> RowReading:
    """That no own line asks for it, and whose it is: 旅游投诉处理了35件."""
    book = book_of(tasks, context.rubric.criteria, context.speaker.campaign.subjects)
    return objecting.fits_none(said, book.kinship.only_abroad(said))
