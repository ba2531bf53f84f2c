"""Lists of tasks as people have them, made from the shipped rubrics, and what a reading would store."""

from collections.abc import Mapping, Sequence
from functools import cache

import rubrics
from handlers.reading import RowReading, Task, read_report
from scoring.model import Criterion, Input, Rubric

Stored = dict[str, dict[str, object]]


@cache
def rubric(name: str) -> Rubric:
    """The shipped rubric of that name."""
    return rubrics.load(name)


def list_of(
    name: str,
    unit: str = "",
    *,
    codes: Sequence[str] = (),
    subjects: Sequence[str] = ("本地",),
    known: Mapping[str, Mapping[str, object]] | None = None,
) -> tuple[Task, ...]:
    """The numbered list of a unit of a rubric, or of all units; `codes` keeps only those lines.

    A line that has anything reported in `known` is done.
    """
    by_code = all(criterion.code.isdecimal() for criterion in rubric(name).criteria)
    reported = known or {}
    tasks: list[Task] = []
    for criterion in rubric(name).criteria:
        inputs = tuple(item for item in criterion.inputs if _is_reported(criterion, item, unit))
        if inputs and (not codes or criterion.code in codes):
            tasks.append(
                Task(
                    ordinal=int(criterion.code) if by_code else len(tasks) + 1,
                    criterion=criterion,
                    inputs=inputs,
                    subjects=tuple(subjects),
                    done=criterion.code in reported,
                    known=reported.get(criterion.code, {}),
                )
            )
    return tuple(tasks)


def _is_reported(criterion: Criterion, item: Input, unit: str) -> bool:
    if item.source not in ("contact", "subject"):
        return False
    return not unit or unit in (item.by or (criterion.reporter,))


@cache
def every_list() -> tuple[tuple[str, tuple[Task, ...]], ...]:
    """The list of every unit of every shipped rubric, with the rubric's name."""
    return tuple(
        (name, tasks)
        for name in rubrics.available()
        for unit in _units(name)
        if (tasks := list_of(name, unit))
    )


def _units(name: str) -> tuple[str, ...]:
    units = [
        unit
        for criterion in rubric(name).criteria
        for item in criterion.inputs
        if item.source in ("contact", "subject")
        for unit in item.by or (criterion.reporter,)
    ]
    return tuple(dict.fromkeys(units))


def read(
    text: str,
    name: str,
    tasks: Sequence[Task],
    *,
    subjects: Sequence[str] = (),
    pending: Task | None = None,
    year: int | None = None,
) -> tuple[RowReading, ...]:
    """Read a message on that list among all lines of its rubric."""
    return read_report(
        text, tasks, others=rubric(name).criteria, subjects=subjects, pending=pending, year=year
    )


def stored(rows: Sequence[RowReading]) -> Stored:
    """What the rows would store, by code; two values for one input are an error of the reading."""
    found: Stored = {}
    for row in rows:
        if row.outcome == "certain":
            assert row.item is not None
            values = found.setdefault(row.item.criterion.code, {})
            assert all(values.get(name, value) == value for name, value in row.item.inputs.items())
            values.update(row.item.inputs)
    return found


def outcomes(rows: Sequence[RowReading]) -> list[str]:
    """What became of each row."""
    return [row.outcome for row in rows]


def offered(rows: Sequence[RowReading]) -> list[dict[str, object]]:
    """The values of the numbered answers of the single row."""
    assert len(rows) == 1
    return [dict(choice.item.inputs) for choice in rows[0].choices]
