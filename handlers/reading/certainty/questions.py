"""The one question that a doubtful row asks, its numbered answers, and the refusals."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from handlers.reading.labels import MILESTONES, PIECE_WIDTH, answers, by_code, label_of, title, values_text
from handlers.reading.tasks import MOST_CHOICES, Answer, ReportItem, RowReading, Task
from handlers.wording import bare_label, clip, leaf_name
from scoring.model import Criterion, Input

_KINDS: Final = {
    "percent": "百分数", "number": "数", "money": "金额", "points": "分数", "count": "个数", "bool": "“是”或“否”",
    "choice": "选项", "text": "文字说明",
}  # fmt: skip


"""Of several values each is printed whole, however short their labels get."""


def asks(piece: str, choices: tuple[Answer, ...], question: str, task: Task | None = None) -> RowReading:
    """A row that stores nothing until it has been answered."""
    return RowReading(piece, "asks", question=question, choices=choices, task=task)


def which_meaning(piece: str, choices: tuple[Answer, ...], task: Task | None) -> RowReading:
    """Values whose meaning is open; without any guess a fresh value is asked for."""
    if not choices and task is not None:
        asked = wanted(piece, task)
        return replace(asked, question=f"“{_clipped(piece)}”没有入库。{asked.question}")
    if len(choices) == 1:
        signs = "".join(sign for sign in _SIGN.findall(piece) if sign not in choices[0].label)
        unread = f"没读进去的：“{signs}”。" if signs else ""
        return asks(
            piece, choices, f"“{_clipped(piece)}”是不是下面这个意思？是就回1，不是请重发。{unread}", task
        )
    return asks(piece, choices, f"“{_clipped(piece)}”是哪个意思？请回序号，都不是请重发。", task)


def doubted(row: RowReading) -> RowReading:
    """A certain row of a message that hesitates, or one that was read out of its place: it is asked about."""
    if row.outcome != "certain" or row.item is None:
        return row
    return which_meaning(row.piece, answers([row.item], by_code([row.task] if row.task else [])), row.task)


_SIGN: Final = re.compile(r"(?<!\d)(?<!\d\s)‰|‰(?=\d)|[¥￥$€£℃℉°㎡㎥∞]")
"""A sign that no value was read with; ‰ behind a figure is part of it."""


def whole_draft(
    piece: str, items: Sequence[ReportItem], unread: Sequence[str], tasks: Mapping[str, Task]
) -> RowReading:
    """All that a message seems to report, to be stored at once as it is printed; `unread` are its other words."""
    rest = f"没读进去的：{'、'.join(f'“{_clipped(words)}”' for words in unread)}。" if unread else ""
    labels = [label_of(item, tasks.get(item.criterion.code)) for item in items]
    task = tasks.get(items[0].criterion.code) if len(items) == 1 else None
    if len(items) == 1:
        answer = Answer(labels[0], items[0])
        question = f"“{_clipped(piece)}”是不是下面这个意思？是就回1，不是请重发。{rest}"
        return asks(piece, (answer,), question, task)
    answer = Answer(f"以上{len(items)}条都对，入库", items[0], tuple(items[1:]))
    question = "\n".join(
        [f"是不是报下面{len(items)}条？是就回1，不是请重发。{rest}", *(f"· {label}" for label in labels)]
    )
    return asks(piece, (answer,), question)


def only_states(piece: str, tasks: Sequence[Task]) -> RowReading:
    """Figures from somebody whose whole list asks for none."""
    first = tasks[0] if tasks else None
    item = first.inputs[0] if first else None
    if first is None or item is None:
        return unknown_line(piece)
    kinds = "、".join(clip(choice.label, 12) for choice in item.choices) or "是、否"
    reason = f"“{_clipped(piece)}”里的数不用报，没有入库：您名下的项只报情况，如{title(first)}报{kinds}，请发“1 情况”。"
    return RowReading(piece, "unread", reason=reason)


def not_wanted(piece: str, what: str, task: Task | None) -> RowReading:
    """A figure that says it is last year's, a target or a difference."""
    head = f"“{_clipped(piece)}”说的是{what}，没有入库。"
    if task is None:
        return RowReading(piece, "unread", reason=head)
    asked = wanted(piece, task)
    return replace(asked, question=head + asked.question)


def only_changed(row: RowReading) -> RowReading:
    """A line of which only the difference to last year was said."""
    if row.outcome != "asks" or row.choices or any(character.isdigit() for character in row.piece):
        return row
    return replace(row, question=f"只说了比去年多少，没有入库。{row.question}")


def one_figure_only(piece: str, figures: Sequence[str], task: Task) -> RowReading:
    """Several figures of a line that takes one for all of them: 食品97.5药品99."""
    known = "、".join(figures)
    head = f"“{_clipped(piece)}”有{len(figures)}个数（{known}），没有入库："
    return asks(piece, (), f"{head}{title(task)}只报一个数，请发合起来的（准的）那一个。", task)


def still_out(piece: str) -> RowReading:
    """Who says that there is no figure yet."""
    return RowReading(piece, "unread", reason=f"“{_clipped(piece)}”：知道了，没有入库，有数了再报。")


def whole_area(piece: str, task: Task) -> RowReading:
    """One value for the whole city of a line that is reported for each part of it."""
    names = "、".join(task.subjects[:3]) + ("等" if len(task.subjects) > 3 else "")  # noqa: PLR2004
    reason = (
        f"“{_clipped(piece)}”没有入库：{title(task)}按{names}分别报，请逐个发，如“{task.subjects[0]} 数值”。"
    )
    return RowReading(piece, "refused", reason=reason, task=task)


def not_listed(piece: str, name: str, task: Task) -> RowReading:
    """A value of something that is no assessed unit of the line."""
    names = "、".join(task.subjects[:MOST_CHOICES])
    reason = f"“{name}”不在名单里，没有入库：{title(task)}按{names}报。"
    return RowReading(piece, "unread", reason=reason, task=task)


def which_line(piece: str, choices: tuple[Answer, ...]) -> RowReading:
    """A value that fits several lines; a line that is named without one."""
    if not choices:
        return asks(piece, (), f"“{_clipped(piece)}”没有入库：没看懂是哪一项、什么情况，请发“指标名 数值”。")
    return asks(piece, choices, f"“{_clipped(piece)}”是哪一项？请回序号，都不是请带上指标名重发。")


def which_subject(piece: str, choices: tuple[Answer, ...], task: Task) -> RowReading:
    """A value without the assessed unit that it is of."""
    names = "、".join(task.subjects[:3])
    if len(task.subjects) > MOST_CHOICES:
        return asks(piece, (), f"“{_clipped(piece)}”是哪个单位的？请带上名称（如{names}）重发。", task)
    return asks(piece, choices, f"“{_clipped(piece)}”是哪个单位的？请回序号。", task)


def wanted(piece: str, task: Task) -> RowReading:
    """A line that was named without a value that fits it: its choices, or what to send."""
    missing = [item for item in task.inputs if item.name not in task.known] or list(task.inputs)
    items = [item for item in missing if not item.optional] or missing
    if len(items) == 1 and items[0].type in ("choice", "bool") and len(task.subjects) == 1:
        values: list[object] = [choice.value for choice in items[0].choices] or [True, False]
        found = (ReportItem(task.criterion, task.subjects[0], {items[0].name: value}) for value in values)
        choices = answers(found, {task.criterion.code: task})
        return asks(piece, choices, f"{title(task)}是哪一种？请回序号。", task)
    labels = "、".join(_with_kind(item) for item in items[:3])
    return asks(piece, (), f"{title(task)}要报{labels}，请直接发。", task)


def _with_kind(item: Input) -> str:
    """The label, and what sort of value it takes unless the label itself says so: 覆盖率（百分数）."""
    label = clip(bare_label(item), PIECE_WIDTH)
    return label if label.endswith("）") else f"{label}（{_KINDS[item.type]}）"


def no_such_place(piece: str, tasks: Sequence[Task]) -> RowReading:
    """A number that the list does not have."""
    last = max((task.ordinal for task in tasks), default=0)
    no_such = f"“{_clipped(piece)}”：您的任务里没有这个序号（序号到{last}为止），没有入库。"
    reason = no_such if last else "您现在没有要报的项，没有入库。"
    return RowReading(piece, "unread", reason=reason)


def place_left_out(piece: str, number: int, others: Sequence[Criterion]) -> RowReading:
    """A number alone that the list passes over: no line of the unit's, and no value of a named one."""
    name = next((f"（{clip(leaf_name(one), 24)}）" for one in others if one.code == str(number)), "")
    reason = (
        f"您的清单里没有第{number}项{name}：序号照原文编号，没有下达任务的空着，不用报，没有入库。"
        f"要报的数就是{number}，请带上序号，如“1 {number}”。"
    )
    return RowReading(piece, "unread", reason=reason)


def impossible(piece: str, task: Task, problem: str) -> RowReading:
    """A value that cannot be."""
    return RowReading(piece, "refused", reason=f"{title(task)}没有入库：{problem}，请核对后重发。", task=task)


def not_yours(
    piece: str, criterion: Criterion, items: Sequence[Input], mine: Collection[str] = ()
) -> RowReading:
    """A value of a line that somebody else reports; of one that other units are charged with, but not `mine`."""
    node = MILESTONES.get(criterion.milestone or "", "")
    name = clip(leaf_name(criterion), PIECE_WIDTH) + (f"（{node}）" if node else "")
    if items and all(item.source in ("config", "overlay") for item in items):
        said = f"“{name}”的{clip(bare_label(items[0]), PIECE_WIDTH)}由质强办定，不用您单位报，没有入库。"
        return RowReading(piece, "refused", reason=said)
    charged = [unit for unit, target in criterion.targets.items() if target is not None]
    if len(mine) == 1 and charged and not set(mine) & set(charged):
        said = f"“{name}”没有给{'、'.join(mine)}下达任务（有任务的是{'、'.join(charged)}），没有入库。"
        return RowReading(piece, "refused", reason=said)
    return RowReading(piece, "refused", reason=f"“{name}”由{_reporter(criterion, items)}报，没有入库。")


def _reporter(criterion: Criterion, items: Sequence[Input]) -> str:
    units = [unit for item in items for unit in item.by]
    if not units and items and all(item.source == "subject" for item in items):
        return "被考核的区、镇自己"
    if not units and not items:
        return "考核部门"
    return (
        "、".join(dict.fromkeys(units)) or criterion.reporter or "、".join(criterion.named_units) or "质强办"
    )


def other_subject(piece: str, subject: str) -> RowReading:
    """A value of an assessed unit that this person does not report for."""
    return RowReading(piece, "refused", reason=f"“{subject}”的数由{subject}自己报，没有入库。")


def no_such_subject(piece: str, name: str, subjects: Sequence[str]) -> RowReading:
    """A value of a place that is not assessed."""
    known = "、".join(subjects[:MOST_CHOICES])
    reason = f"“{name}”不是被考核单位（有{known}{'等' if len(subjects) > MOST_CHOICES else ''}），没有入库。"
    return RowReading(piece, "unread", reason=reason)


def no_incident_line(piece: str) -> RowReading:
    """没有发生 from somebody who is asked about no incidents."""
    return RowReading(piece, "unread", reason="您名下没有“有无发生”的项，没有入库；请带上指标名重发。")


def _clipped(piece: str) -> str:
    return clip(piece, PIECE_WIDTH)


def unknown_line(piece: str) -> RowReading:
    """A value beside words that mean no line."""
    return RowReading(piece, "unread", reason=f"“{_clipped(piece)}”{_UNKNOWN}")


_UNKNOWN: Final = "没看懂是哪一项，没有入库。"


def is_unknown_line(reading: RowReading) -> bool:
    """Whether a row's words mean no line: by itself it may be no report at all."""
    return reading.outcome == "unread" and reading.reason.endswith(_UNKNOWN)


_NO_REFERENCE: Final = "没有说是哪一项、多少，没有入库，请直接发“指标名 数值”。"


def no_reference(piece: str) -> RowReading:
    """同上次一样 where nothing says which line and how much."""
    return asks(piece, (), f"“{_clipped(piece)}”{_NO_REFERENCE}")


def refers_back(reading: RowReading) -> bool:
    """Whether a row points to what was reported before, and to nothing that is known."""
    return reading.question.endswith(_NO_REFERENCE)


def as_last_year(piece: str, tasks: Sequence[Task]) -> RowReading:
    """没变化，同去年: what was reported last year is not kept here, so that every line wants its own."""
    named = "、".join(map(title, tasks)) or "各项"
    return asks(
        piece,
        (),
        f"“{_clipped(piece)}”没有入库：去年的数和情况这里没有，{named}请直接报今年的（“序号 数值或情况”）。",
    )


def which_amendment(piece: str, choices: tuple[Answer, ...], tasks: Sequence[Task]) -> RowReading:
    """A correction to be confirmed, old value and new."""
    if not choices:
        return asks(piece, (), "要更正哪一项、改成多少？请带上指标名，如“覆盖率改成89%”。")
    if len(choices) > 1:
        return asks(piece, choices, f"“{_clipped(piece)}”要更正哪一项？请回序号，都不是请带上指标名重发。")
    item = choices[0].item
    task = next((task for task in tasks if task.criterion.code == item.criterion.code), None)
    known = {name: task.known[name] for name in item.inputs if name in task.known} if task else {}
    old = f"由{values_text(item.criterion, known)}" if known else ""
    name = title(task) if task else leaf_name(item.criterion)
    if known and values_text(item.criterion, known) == values_text(item.criterion, item.inputs):
        return asks(piece, (), f"{name}现在报的就是{values_text(item.criterion, known)}，没有改动。", task)
    question = f"把{name}{old}改为{values_text(item.criterion, item.inputs)}吗？是就回1。"
    return asks(piece, (Answer(f"是，{choices[0].label}", item),), question, task)
