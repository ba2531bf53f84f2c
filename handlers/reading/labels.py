"""How items are called to the person who chooses among them: ①名称（单位）：value."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from handlers.reading.tasks import MOST_CHOICES, Answer, ReportItem, Task
from handlers.wording import bare_label, circled, clip, labelled, leaf_name, only_value, value_text
from scoring.model import Criterion

PIECE_WIDTH: Final = 30
LABEL_WIDTH: Final = 80
MILESTONES: Final = {"H1": "半年", "Q3": "前三季度", "Y": "年终"}


def title(task: Task) -> str:
    """① with the line's name, as the person's list shows it."""
    if task.ordinal:
        return f"{circled(task.ordinal)}{leaf_name(task.criterion)}"
    node = MILESTONES.get(task.criterion.milestone or "", "")
    return leaf_name(task.criterion) + (f"（{node}）" if node else "")


def by_code(tasks: Iterable[Task]) -> dict[str, Task]:
    """The tasks by the codes of their lines."""
    return {task.criterion.code: task for task in tasks}


def answers(items: Iterable[ReportItem], tasks: Mapping[str, Task]) -> tuple[Answer, ...]:
    """Numbered answers, each with line, subject and values in words; no two alike. `tasks` are by code."""
    offered: dict[str, Answer] = {}
    for item in items:
        label = label_of(item, tasks.get(item.criterion.code))
        offered.setdefault(label, Answer(label, item))
        if len(offered) == MOST_CHOICES:
            break
    return tuple(offered.values())


def label_of(item: ReportItem, task: Task | None) -> str:
    """Line, subject and values in one line of a question."""
    name = clip(title(task) if task else leaf_name(item.criterion), PIECE_WIDTH)
    subject = f"（{item.subject}）" if item.subject and task and len(task.subjects) > 1 else ""
    values = list(item.inputs.values())
    if _all_alike(values):
        return f"{name}{subject}：{_each_of(item)}"
    if len(values) == 1:
        return clip(f"{name}{subject}：{values_text(item.criterion, item.inputs)}", LABEL_WIDTH)
    width = max(_SHORT_LABEL, (LABEL_WIDTH - len(name)) // len(values) - _SHORT_LABEL // 2)
    return f"{name}{subject}：{values_text(item.criterion, item.inputs, width)}"


_SHORT_LABEL: Final = 12


def item_labels(items: Iterable[ReportItem], tasks: Mapping[str, Task]) -> list[str]:
    """The lines of a draft, each with every value that it would store; `tasks` are by code."""
    return [_item_label(item, tasks.get(item.criterion.code)) for item in items]


def _item_label(item: ReportItem, task: Task | None) -> str:
    name = clip(title(task) if task else leaf_name(item.criterion), _DRAFT_WIDTH)
    if _all_alike(list(item.inputs.values())):
        return f"{name}：{_each_of(item)}"
    return f"{name}：{_COMMENT.sub('', values_text(item.criterion, item.inputs))}"


def _all_alike(values: Sequence[object]) -> bool:
    """Whether they are several points with the same answer."""
    return len(values) > 1 and isinstance(values[0], bool) and all(value is values[0] for value in values)


def _each_of(item: ReportItem) -> str:
    """3条都是, and which they are: nothing is stored that was not printed."""
    names = [clip(bare_label(item.criterion.input(name)), _POINT) for name in item.inputs]
    answer = "是" if next(iter(item.inputs.values())) else "否"
    return f"{len(names)}条都{answer}（{'；'.join(names)}）"


_POINT: Final = 20
_DRAFT_WIDTH: Final = 24
_COMMENT: Final = re.compile("（(?:口径|按目标理解)[^（）]*）")


def values_text(criterion: Criterion, inputs: Mapping[str, object], width: int = 32) -> str:
    """The values as a person writes them, each with its label where the line takes more than one."""
    only = only_value(criterion)
    if only is not None and inputs.keys() == {only.name}:
        return value_text(only, inputs[only.name])
    return "，".join(labelled(criterion.input(name), value, width) for name, value in inputs.items())
