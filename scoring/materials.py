"""What is handed in beside the values (材料): kinds of evidence, example cases, contact list columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ExampleCases:
    """典型案例: how many a self-assessment holds at most, and how many of those may be of counties.

    `required` is the number that a unit must write, by unit.
    """

    most: int
    most_of_counties: int
    required: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Materials:
    """材料要求: kinds of evidence and what belongs to each, example cases, the columns of 联系人名单."""

    evidence_kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    example_cases: ExampleCases | None = None
    contact_fields: tuple[str, ...] = ()
