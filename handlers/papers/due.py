"""谁什么时候交什么: the papers that a document wants of each unit, and which of them are still open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from handlers.calendar.deadlines import Deadlines
from handlers.calendar.printed import month_ends
from handlers.papers.naming import name_of, name_of_month
from handlers.people.speaker import Seat
from handlers.wording import local
from scoring.model import Criterion, Duty, Rubric

_OF_SUBJECTS: Final = re.compile("县|区|镇|乡|街道")
_OF_GRADE: Final = re.compile(r"(?P<grade>[A-Da-d])\s*级")
MONTHLY: Final = "per_month"
"""The kind of a leaf that is about one report in each month (每月)."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One thing that `unit` has to hand in; `id` is the printed duty's, or the leaf's with the month (N1@2015-06).

    `forms` are those in which it is wanted (电子版, 纸质版).

    Nothing is said of it before the day on which it `begins`; what `lapses` is not asked for after it was due.
    """

    id: str
    unit: str
    name: str
    due: datetime
    to: str = ""
    begins: date = date.min
    lapses: bool = False
    forms: tuple[str, ...] = ()


def open_papers(deadlines: Deadlines, seat: Seat, now: datetime) -> tuple[Paper, ...]:
    """What the seat's unit is asked for and has not handed in, the earliest first."""
    papers = all_papers(deadlines, seat)
    if not papers:
        return ()
    handed, today = deadlines.arranged.handed_in, local(now).date()
    return tuple(
        paper
        for paper in papers
        if paper.begins <= today
        and not (paper.lapses and paper.due < now)
        and (paper.id, paper.unit) not in handed
    )


def all_papers(deadlines: Deadlines, seat: Seat) -> tuple[Paper, ...]:
    """Everything with a moment that the seat's unit has to hand in, but for what is archived."""
    dated, monthly = _wanted(deadlines.rubric)
    if not dated and not monthly:
        return ()
    papers = [*_of_schedule(deadlines, seat, dated), *_of_months(deadlines, seat, monthly)]
    return tuple(sorted(papers, key=lambda paper: paper.due))


def papers_of_all(deadlines: Deadlines) -> Iterator[Paper]:
    """Whatever any unit is to hand in besides its leaves."""
    return (paper for seat in seats_with_papers(deadlines) for paper in all_papers(deadlines, seat))


def undated(deadlines: Deadlines) -> tuple[Duty, ...]:
    """What units have to hand in without a printed day, as long as the office has set none (原文未规定日期)."""
    rubric, subjects = deadlines.rubric, deadlines.campaign.subjects
    return tuple(
        duty
        for duty in rubric.schedule
        if "公告后" not in duty.printed and deadlines.of_duty(duty) is None and _units(duty, rubric, subjects)
    )


def paper_dues(deadlines: Deadlines) -> frozenset[datetime]:
    """Every moment at which any paper of the campaign is due."""
    dated, monthly = _wanted(deadlines.rubric)
    dues = {deadlines.of_duty(duty) for duty in dated}
    dues.update(_months(deadlines) if monthly else ())
    return frozenset(due for due in dues if due is not None)


def seats_with_papers(deadlines: Deadlines) -> Iterator[Seat]:
    """Who has to hand in anything by the document, whether there is a contact for it or not."""
    rubric, subjects = deadlines.rubric, deadlines.campaign.subjects
    dated, monthly = _wanted(rubric)
    units = [unit for duty in dated for unit in _units(duty, rubric, subjects)]
    for unit in dict.fromkeys([*units, *(criterion.reporter for criterion in monthly)]):
        yield Seat.of_unit(unit, subjects)


def _of_schedule(deadlines: Deadlines, seat: Seat, duties: tuple[Duty, ...]) -> Iterator[Paper]:
    if _is_archived(deadlines):
        return
    own = (seat.unit, seat.subject)
    for duty in duties:
        due = deadlines.of_duty(duty)
        if due is None:
            continue
        unit = next((unit for unit in _units(duty, deadlines.rubric, seat.subjects) if unit in own), "")
        if unit and _has_grade(duty, unit, deadlines):
            yield Paper(duty.id, unit, name_of(duty), due, duty.to, forms=duty.form)


def _of_months(deadlines: Deadlines, seat: Seat, criteria: tuple[Criterion, ...]) -> Iterator[Paper]:
    """One for each month from the one in which the campaign was opened; a month that is over was missed (少报)."""
    opened = local(deadlines.campaign.opened_at).date()
    for criterion in criteria:
        if criterion.reporter != seat.unit or deadlines.arranged.is_locked(criterion):
            continue
        for end in _months(deadlines):
            if end.date() >= opened:
                month = f"{criterion.code}@{end:%Y-%m}"
                name = name_of_month(criterion, end.month)
                yield Paper(month, seat.unit, name, end, begins=end.date().replace(day=1), lapses=True)


def _months(deadlines: Deadlines) -> tuple[datetime, ...]:
    """原文未规定每月几日: the month's last day."""
    return month_ends("每月", deadlines.campaign.year, deadlines.arranged.hours)


def _units(duty: Duty, rubric: Rubric, subjects: tuple[str, ...]) -> tuple[str, ...]:
    """Who the words mean: the assessed units, or every unit that the document names; else nobody is guessed."""
    if _OF_SUBJECTS.search(duty.by):
        return subjects
    return _named(rubric) if "单位" in duty.by else ()


def _has_grade(duty: Duty, unit: str, deadlines: Deadlines) -> bool:
    """Whether the unit is meant where only those of a published grade are (d级的县)."""
    wanted = _OF_GRADE.search(duty.by)
    if wanted is None:
        return True
    published = deadlines.arranged.publication
    result = published.value.get(unit, "") if published is not None else ""
    return str(result).endswith(f"等次{wanted['grade']}")


def _is_archived(deadlines: Deadlines) -> bool:
    """Whether everything is: the one lock without milestones, else each milestone."""
    nodes = {node.id for node in deadlines.rubric.milestones} or {""}
    return nodes <= deadlines.arranged.locked


@lru_cache(maxsize=64)
def _wanted(rubric: Rubric) -> tuple[tuple[Duty, ...], tuple[Criterion, ...]]:
    """What the document prints besides its leaves, and the leaves that want a report a month."""
    return tuple(rubric.schedule), tuple(one for one in rubric.criteria if one.kind == MONTHLY)


@lru_cache(maxsize=64)
def _named(rubric: Rubric) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for criterion in rubric.criteria for unit in criterion.named_units))
