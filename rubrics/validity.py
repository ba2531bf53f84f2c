"""What must hold for the engine to use a rubric: names that resolve, marks that add up inside a line."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rubrics.bounds import find_bound_problems
from rubrics.errors import Problem
from rubrics.frame import find_frame_problems
from scoring.conditions import Answered, Compared, Condition, Test
from scoring.decimals import ZERO, plain
from scoring.model import Criterion, Input, Rubric
from scoring.rules import Levels, VetoStatus

_NUMERIC = frozenset({"percent", "number", "money", "points", "count"})


def find_problems(rubric: Rubric) -> list[Problem]:
    """Everything that would make the engine fail or contradict the printed marks."""
    codes = Counter(criterion.code for criterion in rubric.criteria)
    problems = [Problem(f"考核要点{code}", "编号重复") for code, times in codes.items() if times > 1]
    for criterion in rubric.criteria:
        problems += [Problem(f"考核要点{criterion.code}", message) for message in _of_criterion(criterion)]
    return [*problems, *find_frame_problems(rubric)]


def _of_criterion(criterion: Criterion) -> Iterator[str]:
    for name, times in Counter(item.name for item in criterion.inputs).items():
        if times > 1:
            yield f"填报项“{name}”重复"
    for item in criterion.inputs:
        words = [choice.value for choice in item.choices]
        if len(set(words)) < len(words) or (item.type == "choice") != bool(words):
            yield f"填报项“{item.name}”：选择项（choice）要有“choices”，且不能重复；别的填报项不能有"
    yield from _unknown_names(criterion)
    yield from _wrong_types(criterion)
    yield from _wrong_marks(criterion)
    yield from find_bound_problems(criterion)


def _unknown_names(criterion: Criterion) -> Iterator[str]:
    known = set(criterion.input_by_name)
    used = set[str]()
    for derived in criterion.rule.derived:
        yield from (f"“{derived.name}”用到未定义的“{name}”" for name in sorted(derived.names - known))
        used |= derived.names
        known.add(derived.name)
    for names in (*(part.names for part in criterion.rule.parts), *(c.names for c in _conditions(criterion))):
        used |= names
    used |= {name for check in criterion.checks for name in check.given}
    yield from (f"规则用到未定义的“{name}”" for name in sorted(used - known))
    stored = {item.name for item in criterion.inputs if not item.affects_points}
    unused = criterion.input_by_name.keys() - used - stored - {"assessed_points"}
    yield from (f"规则没有用到填报项“{name}”" for name in sorted(unused))


def _conditions(criterion: Criterion) -> Iterator[Condition]:
    rule = criterion.rule
    for part in rule.parts:
        yield from part.rule.conditions
        yield from () if part.requires is None else (part.requires,)
    yield from (gap.when for gap in rule.gaps)
    yield from (check.holds for check in criterion.checks)
    yield from (item.required_when for item in criterion.inputs if item.required_when is not None)


def _wrong_types(criterion: Criterion) -> Iterator[str]:
    for condition in _conditions(criterion):
        for test in (test for tests in condition.alternatives for test in tests):
            for item in _inputs(criterion, test.names):
                if not _fits(test, item):
                    yield f"条件“{condition.text}”与填报项“{item.name}”的类型不符"
    for item in _inputs(criterion, _numbers(criterion)):
        if item.type not in _NUMERIC:
            yield f"填报项“{item.name}”应为数"


def _inputs(criterion: Criterion, names: Iterable[str]) -> Iterator[Input]:
    return (criterion.input_by_name[name] for name in sorted(names) if name in criterion.input_by_name)


def _numbers(criterion: Criterion) -> frozenset[str]:
    """The names that a rule calculates with."""
    names = frozenset[str]().union(*(derived.names for derived in criterion.rule.derived))
    for part in criterion.rule.parts:
        if not isinstance(part.rule, Levels | VetoStatus):
            tested = frozenset[str]().union(*(condition.names for condition in part.rule.conditions))
            names |= part.rule.names - tested
    return names


def _fits(test: Test, item: Input) -> bool:
    if isinstance(test, Answered):
        return item.type == "bool"
    if isinstance(test, Compared):
        return item.type in _NUMERIC
    return item.nullable if test.word is None else any(choice.value == test.word for choice in item.choices)


def _wrong_marks(criterion: Criterion) -> Iterator[str]:
    parts = criterion.rule.parts
    for part in parts:
        most = None if part.rule.most is None else part.rule.most or part.rule.most_bonus
        if part.cap is not None and most is not None and most != part.cap:
            yield f"最多可得{plain(most)}分，与分值{plain(part.cap)}分不符"
    printed = sum((part.cap or ZERO for part in parts), ZERO)
    if criterion.full_marks is not None and printed != criterion.full_marks:
        yield f"各部分合计{plain(printed)}分，与分值{plain(criterion.full_marks)}分不符"
