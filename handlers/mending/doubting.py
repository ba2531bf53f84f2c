"""Corrections that their own words speak against: 93不对 offers no 93, 药品应为99.1 no rate of food and drugs."""

from collections.abc import Sequence

from handlers.mending.naming import Reader
from handlers.mending.plans import Plan
from handlers.reading import ReportItem, RowReading
from handlers.reading.certainty.guarding import objection_to
from handlers.reporting import questions


def fair(said: str, found: Sequence[Plan], reader: Reader) -> tuple[Plan, ...]:
    """The plans that the words of the text do not speak against."""
    return tuple(plan for plan in found if _doubt(said, plan, reader) is None)


def instead(said: str, found: Sequence[Plan], reader: Reader) -> list[str]:
    """The question in the place of the first plan that they speak against."""
    doubts = [doubt for plan in found if (doubt := _doubt(said, plan, reader)) is not None]
    return questions.ask(reader.context, reader.board, doubts[:1])


def _doubt(said: str, plan: Plan, reader: Reader) -> RowReading | None:
    for step in plan.steps:
        if "inputs" in step:
            criterion = reader.context.rubric.criterion(step["code"])
            item = ReportItem(criterion, step["subject"], step["inputs"])
            doubt = objection_to(said, item, reader.locator)
            if doubt is not None:
                return doubt
    return None
