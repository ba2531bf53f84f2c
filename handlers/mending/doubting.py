"""Corrections that their own words speak against: 93不对 offers no 93, 药品应为99.1 no rate of food and drugs."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.mending.naming import Reader
from handlers.mending.plans import Plan
from handlers.reading import ReportItem, RowReading, read_number
from handlers.reading.certainty.guarding import objection_to
from handlers.reporting import questions
from handlers.wording import leaf_name


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
            doubt = objection_to(_as_printed(said, item, reader), item, reader.locator)
            if doubt is not None:
                return doubt
    return None


_COUNTED: Final = re.compile(r"\d(?P<unit>[件个家台])")
_LIKE: Final = 3
"""A value so many times the one before is of the same scale."""


def _as_printed(said: str, item: ReportItem, reader: Reader) -> str:
    """应该是12件 as 应该是12 for 万人发明专利拥有量12件以上 that stood at 8: the line itself counts its rate so."""
    counted = _COUNTED.search(leaf_name(item.criterion))
    given = {(one.line.code, one.line.subject): dict(one.row.given) for one in reader.rows}
    before = given.get((item.criterion.code, item.subject or ""), {})
    alike = all(_is_like(before.get(name), value) for name, value in item.inputs.items())
    return re.sub(rf"(?<=\d){counted['unit']}", "", said) if counted is not None and alike else said


def _is_like(before: object, value: object) -> bool:
    old, new = (read_number(str(one)) for one in (before, value))
    if old is None or new is None or not old.value or not new.value:
        return False
    return max(old.value, new.value) <= _LIKE * min(old.value, new.value)
