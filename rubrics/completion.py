"""A rubric completed by an overlay: its open lines priced, targets, units and deadlines set."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from rubrics.errors import Problem
from rubrics.pricing import price_lines
from rubrics.tables import Table
from rubrics.validity import find_problems
from scoring.errors import ScoringError
from scoring.inputs import bounded, parse_decimal
from scoring.model import Criterion, Duty, Input, Rubric

_PRICING_KEYS: Final = ("weights", "kinds", "default_kind", "params", "social", "blocks")


class WrittenTable(Table):
    """A table whose numbers may also be written as decimal text."""

    def decimal(self, key: str, default: Decimal | None = None) -> Decimal:
        """A number; without `default` it is needed."""
        written = parse_decimal(self._data.get(key))
        return super().decimal(key, default) if written is None else self._asked_for(key, written)

    def _asked_for(self, key: str, value: Decimal) -> Decimal:
        self._asked.add(key)
        return value


def completed(
    rubric: Rubric, data: Mapping[str, object], subject: str | None
) -> tuple[Rubric, tuple[Problem, ...]]:
    """The rubric with what the overlay says, `subject`'s own targets too, and everything wrong with that."""
    problems: list[Problem] = []
    table = WrittenTable(data, "补充方案", problems)
    name = table.text("id")
    _check_heading(table, rubric)
    if rubric.unpriced:
        rubric = price_lines(rubric, table, name)
    else:
        for key in _PRICING_KEYS:
            table.refuse(key, f"原文已印分值和评分标准，不能另定“{key}”")
    rubric = _assigned(rubric, table, subject)
    table.close()
    # What a wrong table leaves half read would only be complained of twice.
    return rubric, tuple(problems or find_problems(rubric))


def _check_heading(table: Table, rubric: Rubric) -> None:
    base = table.text("base", rubric.name)
    if base != rubric.name:
        table.note(f"是 {base} 的补充方案，不是 {rubric.name} 的")
    for key in ("issuer", "document"):
        table.text(key, "")
    if table.has("date"):
        _date(table, "date")


def _date(table: Table, key: str) -> str:
    text = table.text(key)
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        table.note(f"“{key}”应为日期，如 2016-12-31")
        return ""


def _assigned(rubric: Rubric, table: Table, subject: str | None) -> Rubric:
    targets, units, deadlines = (table.table(key) for key in ("targets", "units", "deadlines"))
    criteria = tuple(
        _with_deadline(_with_units(_with_target(criterion, targets, subject), units), deadlines)
        for criterion in rubric.criteria
    )
    schedule = tuple(_duty_with_deadline(duty, deadlines) for duty in rubric.schedule)
    for read in (targets, units, deadlines):
        read.close()
    return replace(rubric, criteria=criteria, schedule=schedule)


def _with_target(criterion: Criterion, targets: Table, subject: str | None) -> Criterion:
    code = criterion.code
    if not targets.has(code):
        return criterion
    item = _target_input(criterion)
    if item is None:
        targets.refuse(code, f"考核要点{code}没有由办公室定的数")
        return criterion
    value = _target(targets, code, item, subject)
    if value is None:
        return criterion
    known = replace(item, optional=True, default=value)
    inputs = tuple(known if given is item else given for given in criterion.inputs)
    return replace(criterion, inputs=inputs)


def _target_input(criterion: Criterion) -> Input | None:
    """The value that the office sets on a line: its target (目标值), or a city-wide average."""
    named = (
        item
        for item in criterion.inputs
        if item.source in ("config", "overlay") or item.name == "target_percent"
    )
    return next(named, None)


def _target(targets: Table, code: str, item: Input, subject: str | None) -> Decimal | None:
    if not targets.holds_table(code):
        return _within(targets, code, item)
    by_subject = targets.table(code)
    values = {name: _within(by_subject, name, item) for name in by_subject.names()}
    return values.get(subject or "")


def _within(table: Table, key: str, item: Input) -> Decimal:
    value = table.decimal(key)
    try:
        return bounded(item, value)
    except ScoringError as error:
        table.note(f"“{key}”：{error.message.rstrip('。')}")
        return value


def _with_units(criterion: Criterion, units: Table) -> Criterion:
    named = units.texts(criterion.code)
    if not named:
        return criterion
    return replace(criterion, named_units=named, reporter=named[0])


def _with_deadline(criterion: Criterion, deadlines: Table) -> Criterion:
    if not deadlines.has(criterion.code):
        return criterion
    due = _date(deadlines, criterion.code)
    return replace(criterion, deadline=due, due=due)


def _duty_with_deadline(duty: Duty, deadlines: Table) -> Duty:
    return replace(duty, due=_date(deadlines, duty.id)) if deadlines.has(duty.id) else duty
