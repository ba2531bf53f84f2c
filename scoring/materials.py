"""What is handed in beside the values (材料): kinds of evidence, example cases, contact list columns, report form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class ExampleCases:
    """典型案例: how many a self-assessment holds at most, and how many of those may be of counties.

    `required` is the number that a unit must write, by unit.
    """

    most: int
    most_of_counties: int
    required: Mapping[str, int] = field(default_factory=dict)


Holds = Literal["", "results", "problems"]
"""What is known for a part of a self-assessment: nothing, what was reported and earned, what is wanting."""


@dataclass(frozen=True, slots=True)
class ReportHeading:
    """A printed heading; `level` 2 stands below the one of level 1 before it."""

    text: str
    level: int
    holds: Holds


@dataclass(frozen=True, slots=True)
class ReportForm:
    """自评报告模板: printed title, headings in order, and the heading of its annex of example cases.

    `author` are the words of the title in whose place the name of who reports is written.
    """

    title: str
    author: str
    headings: tuple[ReportHeading, ...]
    annex: str = ""


@dataclass(frozen=True, slots=True)
class Materials:
    """材料要求: kinds of evidence and what belongs to each, example cases, the columns of 联系人名单, 自评报告."""

    evidence_kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    example_cases: ExampleCases | None = None
    contact_fields: tuple[str, ...] = ()
    report_form: ReportForm | None = None
