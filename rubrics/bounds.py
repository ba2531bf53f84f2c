"""What a rule's numbers must be: bands in order, divisors above 0, an assessor's figures within the mark."""

from collections.abc import Iterator
from itertools import pairwise

from scoring.decimals import ZERO
from scoring.derived import Rounded
from scoring.model import Criterion, Input
from scoring.rules import Assessed, Bands, Deduct, ShortfallBands, Target, Unpriced
from scoring.rules.deduct import Shortfall


def find_bound_problems(criterion: Criterion) -> Iterator[str]:
    """Everything that would hide a band, divide by nothing or cut a judgement down."""
    yield from _unreachable(criterion)
    yield from _divisors(criterion)
    yield from _steps_and_targets(criterion)
    yield from _judgements(criterion)


def _unreachable(criterion: Criterion) -> Iterator[str]:
    """Bands that an earlier one always takes away: the first that holds gives the points."""
    for part in criterion.rule.parts:
        if isinstance(part.rule, Bands):
            bands = part.rule.bands
            falling = [band.limit for band in bands if band.bound in ("at_least", "above")]
            rising = [band.limit for band in bands if band.bound in ("at_most", "below")]
        elif isinstance(part.rule, ShortfallBands):
            falling, rising = [], [ZERO, *(band.within for band in part.rule.bands)]
        else:
            continue
        if any(one < other for one, other in pairwise(falling)):
            yield "分段（at_least、above）应从高到低写，否则后一段到不了"
        if any(one >= other for one, other in pairwise(rising)):
            yield "分段（at_most、below、within）应从低到高写，否则后一段到不了"


def _divisors(criterion: Criterion) -> Iterator[str]:
    names = [derived.per for derived in criterion.rule.derived if isinstance(derived, Rounded)]
    names += [part.rule.target for part in criterion.rule.parts if isinstance(part.rule, Unpriced)]
    for name in filter(None, names):
        item = criterion.input_by_name.get(name)
        if item is None or not _is_positive(item):
            yield f"“{name}”是除数，应是大于0的填报项（写明“min”或“above”）"


def _is_positive(item: Input) -> bool:
    if item.above is not None:
        return item.above >= ZERO
    return item.minimum is not None and item.minimum > ZERO


def _steps_and_targets(criterion: Criterion) -> Iterator[str]:
    for part in criterion.rule.parts:
        if isinstance(part.rule, Deduct):
            measures = [deduction.measure for deduction in part.rule.deductions]
            if any(isinstance(one, Shortfall) and one.step_size <= ZERO for one in measures):
                yield "扣分的“step”应大于0"
        elif isinstance(part.rule, Target) and not part.rule.strict:
            goals = criterion.targets.values()
            if any(goal is not None and goal <= ZERO for goal in goals):
                yield "目标值应大于0"


def _judgements(criterion: Criterion) -> Iterator[str]:
    names = {part.rule.input: part.cap for part in criterion.rule.parts if isinstance(part.rule, Assessed)}
    if criterion.assessable:
        names["assessed_points"] = criterion.full_marks
    for name, most in names.items():
        item = criterion.input_by_name.get(name)
        if item is None or most is None:
            continue
        if item.type != "points" or item.maximum is None or item.maximum > most:
            yield f"填报项“{name}”应为“points”，并写明不超过分值的“max”"
