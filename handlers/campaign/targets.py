"""目标值: the targets that the office sets for leaves, fixed or as the average of the assessed units."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from handlers.campaign.arrangements import Arranged
from handlers.wording import plain
from scoring.decimals import round_half_up
from scoring.model import Criterion, Input, Rubric
from store.records import Arrangement, Submission

AVERAGE = "average"
FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Average:
    """A target that is the mean of what the assessed units reported; None while nobody has reported.

    It is provisional (暂估) until `waiting`, the units without a report, is empty.
    """

    value: str | None
    waiting: tuple[str, ...]

    @property
    def final(self) -> bool:
        """Whether everybody has reported."""
        return not self.waiting


def target_input(criterion: Criterion) -> Input | None:
    """The value of a leaf that the office sets: its target, or what else the rubric leaves to the office."""
    return next((item for item in criterion.inputs if is_office_value(item)), None)


def with_targets(rubric: Rubric) -> tuple[Criterion, ...]:
    """The leaves of which the office sets a value."""
    return tuple(leaf for leaf in rubric.criteria if target_input(leaf) is not None)


def is_office_value(item: Input) -> bool:
    """Whether the office sets that value, not the unit that reports."""
    return item.source in ("config", "overlay") or item.name == "target_percent"


def actual_input(criterion: Criterion) -> Input | None:
    """The value that is held against the target: the reported one of the same kind."""
    target = target_input(criterion)
    if target is None:
        return None
    return next(
        (item for item in criterion.before_review if item.type == target.type and not is_office_value(item)),
        None,
    )


def office_values(
    arranged: Arranged, subjects: Iterable[str], reported: Mapping[tuple[str, str], Submission]
) -> Mapping[tuple[str, str], Mapping[str, object]]:
    """{(code, assessed unit): {input: value}} of everything that the office has set.

    `reported` has to hold the last submission of every assessed unit for leaves whose target is an average.
    """
    subjects = tuple(subjects)
    values: dict[tuple[str, str], Mapping[str, object]] = {}
    for code in dict.fromkeys(code for code, _ in arranged.targets):
        for subject in subjects:
            row = target_of(arranged, code, subject)
            value = None if row is None else _value(row, subjects, reported)
            if row is not None and value is not None:
                values[code, subject] = {row.value["input"]: value}
    return values


def target_of(arranged: Arranged, code: str, subject: str) -> Arrangement | None:
    """What was set for that assessed unit, else for all of them."""
    return arranged.targets.get((code, subject)) or arranged.targets.get((code, ""))


def average_of(
    row: Arrangement, subjects: Iterable[str], reported: Mapping[tuple[str, str], Submission]
) -> Average:
    """The mean of the values reported so far, to 0.01 half up (原文没有公式: 简单平均)."""
    name = row.value["of"]
    given: dict[str, Decimal] = {}
    waiting = []
    for subject in subjects:
        submission = reported.get((row.code, subject))
        value = (submission.inputs or {}).get(name) if submission is not None else None
        if value is None:
            waiting.append(subject)
        else:
            given[subject] = Decimal(str(value))
    if not given:
        return Average(None, tuple(waiting))
    mean = round_half_up(sum(given.values(), Decimal(0)) / len(given), 2)
    return Average(plain(mean), tuple(waiting))


def _value(
    row: Arrangement, subjects: tuple[str, ...], reported: Mapping[tuple[str, str], Submission]
) -> object | None:
    if row.value["method"] == AVERAGE:
        return average_of(row, subjects, reported).value
    fixed: object = row.value["value"]
    return fixed
