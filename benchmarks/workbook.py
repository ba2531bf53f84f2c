"""A rubric's sheets as an office would keep them: one row a subject, a formula for every criterion."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from scoring.conditions import Answered, Chosen, Condition, Test
from scoring.decimals import ONE, plain
from scoring.derived import Derived, Rounded
from scoring.model import Criterion, Rubric
from scoring.rule import Part
from scoring.rules import AnyRule, Bands, Checklist, Deduct, Levels, Proportional, Tally, VetoStatus
from scoring.rules.deduct import Counted, Deduction, Measure, Unmet

Facts = Mapping[str, Mapping[str, object]]
SHEET = "S"
FIRST_ROW = 2


@dataclass(frozen=True)
class Layout:
    """Which columns hold the inputs, the criteria, the total and the place."""

    inputs: Mapping[tuple[str, str], str]
    criteria: Mapping[str, str]
    total: str
    place: str


def layout_of(rubric: Rubric) -> Layout:
    names = [(criterion.code, item.name) for criterion in rubric.criteria for item in criterion.inputs]
    columns = iter(map(xl_col_to_name, range(len(names) + len(rubric.criteria) + 2)))
    inputs = dict(zip(names, columns, strict=False))
    criteria = {criterion.code: next(columns) for criterion in rubric.criteria}
    return Layout(inputs, criteria, next(columns), next(columns))


def write_workbook(file: Path, rubric: Rubric, subjects: Sequence[Facts]) -> Layout:
    """Write the subjects' facts, with the defaults of what is not given, and the formulas over them."""
    layout = layout_of(rubric)
    defaults = [
        {item.name: plain(item.default) for item in criterion.inputs if item.default is not None}
        for criterion in rubric.criteria
    ]
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet(SHEET)
        for (code, name), column in layout.inputs.items():
            sheet.write_string(f"{column}1", f"{code} {name}")
        for row, facts in enumerate(subjects, FIRST_ROW):
            for criterion, default in zip(rubric.criteria, defaults, strict=True):
                for name, value in {**default, **facts.get(criterion.code, {})}.items():
                    sheet.write(f"{layout.inputs[criterion.code, name]}{row}", cell(value))
            for column, formula in _formulas(rubric, layout, row, len(subjects)):
                sheet.write_formula(f"{column}{row}", formula)
    return layout


def cell(value: object) -> float | bool | str:
    """A reported value as a workbook holds it."""
    if value is None:
        return "null"
    if isinstance(value, str) and value.replace(".", "").removeprefix("-").isdigit():
        return float(value)
    assert isinstance(value, bool | int | str)
    return value


def _formulas(rubric: Rubric, layout: Layout, row: int, subjects: int) -> Iterator[tuple[str, str]]:
    for criterion in rubric.criteria:
        yield layout.criteria[criterion.code], "=" + _Row(criterion, layout, row).formula()
    scored = [layout.criteria[item.code] for item in rubric.criteria if not _is_veto(item)]
    yield layout.total, f"=ROUND(SUM({scored[0]}{row}:{scored[-1]}{row}),2)"
    last = FIRST_ROW + subjects - 1
    totals = f"${layout.total}${FIRST_ROW}:${layout.total}${last}"
    yield layout.place, f"=RANK({layout.total}{row},{totals})"


def _is_veto(criterion: Criterion) -> bool:
    return isinstance(criterion.rule.parts[0].rule, VetoStatus)


class _Row:
    """One criterion's rule as a formula over the cells of one row."""

    def __init__(self, criterion: Criterion, layout: Layout, row: int) -> None:
        self._criterion = criterion
        self._derived = {derived.name: derived for derived in criterion.rule.derived}
        self._cells = {
            item.name: f"{layout.inputs[criterion.code, item.name]}{row}" for item in criterion.inputs
        }

    def formula(self) -> str:
        formula = "+".join(self._part(part) for part in self._criterion.rule.parts)
        if "assessed_points" in self._cells:
            assessed = self._cells["assessed_points"]
            return f"IF(ISNUMBER({assessed}),{assessed},{formula})"
        return formula

    def _part(self, part: Part) -> str:
        formula = self._rule(part.rule)
        if part.cap is not None:
            formula = f"MAX({plain(part.floor)},MIN({plain(part.cap)},{formula}))"
        return formula if part.requires is None else f"IF({self._condition(part.requires)},{formula},0)"

    def _rule(self, rule: AnyRule) -> str:
        match rule:
            case Checklist():
                return _added(
                    f"IF({self._condition(item.when)},{plain(item.points)},0)" for item in rule.items
                )
            case Bands():
                return self._bands(rule)
            case Deduct():
                return plain(rule.start) + "".join(f"-{self._deduction(item)}" for item in rule.deductions)
            case Proportional():
                return self._proportional(rule)
            case _:
                return self._counted(rule)

    def _counted(self, rule: AnyRule) -> str:
        match rule:
            case Levels():
                levels = [
                    (f'{self._of(rule.input)}="{word}"', plain(marks)) for word, marks in rule.points.items()
                ]
                return _chain(levels, "0")
            case Tally():
                counted = _added(f"{self._of(name)}*{plain(mark)}" for name, mark in rule.marks)
                return f"MIN({plain(rule.cap)},{counted})"
            case VetoStatus():
                return f'IF({self._of(rule.input)}="confirmed",1,0)'
            case _:
                raise TypeError(f"no formula for {type(rule).__name__}")

    def _bands(self, rule: Bands) -> str:
        value, unit = self._of(rule.of), ""
        if rule.percent_of is not None:
            value, unit = f"{value}*100", f"*{self._of(rule.percent_of)}"
        signs = {"at_least": ">=", "above": ">", "at_most": "<=", "below": "<"}
        bands = [(f"{value}{signs[b.bound]}{plain(b.limit)}{unit}", plain(b.points)) for b in rule.bands]
        if rule.null_points is not None:
            bands.insert(0, (f'{value}="null"', plain(rule.null_points)))
        return _chain(bands, plain(rule.otherwise))

    def _proportional(self, rule: Proportional) -> str:
        actual, target, marks = self._of(rule.actual), self._of(rule.target), plain(rule.marks)
        share = f"IF({actual}>={target},{marks},ROUND({actual}*{marks}/{target},2))"
        return f"IF({actual}<{plain(rule.zero_below)},0,{share})"

    def _deduction(self, item: Deduction) -> str:
        amount = plain(item.each)
        if item.measure is not None:
            amount = f"{amount}*{self._times(item.measure)}"
        if item.at_most is not None:
            amount = f"MIN({plain(item.at_most)},{amount})"
        return amount if item.when is None else f"IF({self._condition(item.when)},{amount},0)"

    def _times(self, measure: Measure) -> str:
        match measure:
            case Counted():
                return self._of(measure.input)
            case Unmet():
                return f"({_added(f'IF({self._condition(one)},0,1)' for one in measure.conditions)})"
        target = plain(measure.target) if isinstance(measure.target, Decimal) else self._of(measure.target)
        # The inner rounding takes off what binary fractions add, lest a whole step be counted twice.
        return f"ROUNDUP(ROUND(MAX(0,({target}-{self._of(measure.actual)})/{plain(measure.step_size)}),9),0)"

    def _condition(self, condition: Condition) -> str:
        rows = [_joined("AND", [self._test(test) for test in tests]) for tests in condition.alternatives]
        return _joined("OR", rows)

    def _test(self, test: Test) -> str:
        value = self._of(test.name)
        match test:
            case Answered():
                return f"{value}={'TRUE' if test.expected else 'FALSE'}"
            case Chosen():
                return f'{value}="{"null" if test.word is None else test.word}"'
        bound = plain(test.bound)
        if test.other is not None:
            bound = self._of(test.other) + ("" if test.bound == ONE else f"*{bound}")
        sign = {"≥": ">=", "≤": "<=", "＞": ">", "＜": "<", "＝": "="}[test.sign]
        return f"{value}{sign}{bound}"

    def _of(self, name: str) -> str:
        derived = self._derived.get(name)
        return self._cells[name] if derived is None else self._worked_out(derived)

    def _worked_out(self, derived: Derived) -> str:
        if isinstance(derived, Rounded):
            per = "" if derived.per is None else f"/{self._of(derived.per)}"
            return f"ROUND({self._of(derived.of)}*{plain(derived.times)}{per},{derived.places})"
        return (
            "("
            + "+".join(map(self._of, derived.plus))
            + "".join(f"-{self._of(n)}" for n in derived.minus)
            + ")"
        )


def _chain(cases: Iterable[tuple[str, str]], otherwise: str) -> str:
    formula = otherwise
    for condition, value in reversed(list(cases)):
        formula = f"IF({condition},{value},{formula})"
    return formula


def _added(terms: Iterable[str]) -> str:
    return "+".join(terms)


def _joined(word: str, terms: list[str]) -> str:
    return terms[0] if len(terms) == 1 else f"{word}({','.join(terms)})"
