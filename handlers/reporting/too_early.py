"""节点还没到: what is reported for a milestone that has not begun."""

from handlers.calendar.deadlines import milestone_name
from handlers.context import Context
from handlers.reading import RowReading
from handlers.reading.labels import answers


def not_begun(row: RowReading, text: str, context: Context) -> RowReading:
    """What is reported for a milestone that has not begun, unless by its code, is confirmed first."""
    task, item = row.task, row.item
    if item is None or task is None or task.ordinal or item.criterion.code.lower() in text.lower():
        return row
    node = milestone_name(context.rubric, item.criterion.milestone)
    choices = answers([item], {task.criterion.code: task})
    question = f"{node}节点还没到，{choices[0].label}，先报上吗？是就回1。"
    return RowReading(row.piece, "asks", question=question, choices=choices, task=task)
