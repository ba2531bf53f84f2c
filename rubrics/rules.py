"""The rule of a criterion, read from its table: parts by kind, derived quantities, unpriced states."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics.tables import Table
from scoring.decimals import ONE, ZERO
from scoring.derived import Derived, Rounded, Sum
from scoring.model import Input
from scoring.rule import Gap, Part, Rule
from scoring.rules import (
    AnyRule,
    Assessed,
    Bands,
    Checklist,
    Deduct,
    EqualSplit,
    Incident,
    Levels,
    Proportional,
    Reference,
    ShortfallBands,
    States,
    Tally,
    Target,
    Unpriced,
    VetoStatus,
)
from scoring.rules.bands import BOUNDS, Band
from scoring.rules.checklist import Item
from scoring.rules.deduct import Counted, Deduction, Measure, Shortfall, Unmet
from scoring.rules.equal_split import Share
from scoring.rules.shortfall import ShortfallBand
from scoring.rules.states import State

_PLACES: Final = range(5)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule's table may lean on: the criterion's inputs and the part's printed mark."""

    inputs: Mapping[str, Input]
    marks: Decimal


def read_rule(table: Table, inputs: Mapping[str, Input], full_marks: Decimal | None) -> Rule:
    """Read `rule`, `derive` and `gap` of a criterion."""
    tables = table.tables("rule")
    if not tables:
        table.note("缺“rule”")
    parts = tuple(_read_part(part, inputs, full_marks, alone=len(tables) == 1) for part in tables)
    derived = tuple(_read_derived(item) for item in table.tables("derive"))
    gaps = tuple(_read_gap(item) for item in table.tables("gap"))
    return Rule(parts, derived, gaps)


def _read_part(table: Table, inputs: Mapping[str, Input], full_marks: Decimal | None, *, alone: bool) -> Part:
    marks = full_marks if alone and not table.has("marks") else None
    if marks is None and (full_marks is not None or table.has("marks")):
        marks = table.decimal("marks")
    kind = table.text("kind")
    reader = _KINDS.get(kind)
    if reader is None:
        table.note(f"没有“{kind}”这种评分方式")
        return Part(Levels("", {"": ZERO}, {}))
    rule = reader(table, Surroundings(inputs, ZERO if marks is None else marks))
    # What happened takes points off elsewhere; every other part gives at least 0.
    least = -rule.max_deduction if isinstance(rule, Incident) else ZERO
    part = Part(
        rule,
        cap=marks,
        floor=table.decimal("floor", least),
        label=table.text("label", ""),
        requires=table.optional_condition("requires"),
    )
    table.close()
    return part


def _read_gap(table: Table) -> Gap:
    gap = Gap(table.condition("when"), table.text("note"))
    table.close()
    return gap


def _read_derived(table: Table) -> Derived:
    name, label = table.text("name"), table.text("label")
    derived: Derived
    if table.has("plus"):
        derived = Sum(name, label, table.texts("plus"), table.texts("minus"))
    else:
        times, places = table.decimal("times", ONE), table.decimal("places", ZERO)
        if places not in _PLACES:
            table.note("“places”应为0至4的整数")
        derived = Rounded(name, label, table.text("of"), table.optional_text("per"), times, int(places))
    table.close()
    return derived


def _levels(table: Table, around: Surroundings) -> AnyRule:
    name = table.text("input")
    given = around.inputs.get(name)
    choices = () if given is None else given.choices
    if not choices or any(choice.points is None for choice in choices):
        table.note(f"“{name}”应为每个选项都有分值的选择项")
        return Levels(name, {"": ZERO}, {})
    points = {choice.value: choice.points or ZERO for choice in choices}
    return Levels(name, points, {choice.value: choice.label for choice in choices})


def _checklist(table: Table, _around: Surroundings) -> AnyRule:
    items = []
    for item in table.needed_tables("items"):
        items.append(Item(item.condition("when"), item.decimal("points")))
        item.close()
    return Checklist(tuple(items))


def _states(table: Table, _around: Surroundings) -> AnyRule:
    states = []
    for state in table.needed_tables("states"):
        states.append(State(state.condition("when"), state.decimal("points"), state.decimal("bonus", ZERO)))
        state.close()
    return States(tuple(states), table.decimal("otherwise", ZERO))


def _bands(table: Table, _around: Surroundings) -> AnyRule:
    return Bands(
        table.text("of"),
        table.optional_text("percent_of"),
        tuple(read_band(band) for band in table.needed_tables("bands")),
        table.decimal("otherwise", ZERO),
        table.optional_decimal("null"),
    )


def read_band(table: Table) -> Band:
    """Read one band: its only bound and its points."""
    bounds = [bound for bound in BOUNDS if table.has(bound)]
    if len(bounds) != 1:
        table.note(f"应恰有一个界限：{'、'.join(BOUNDS)}")
        bounds = ["at_least"]
    band = Band(bounds[0], table.decimal(bounds[0], ZERO), table.decimal("points"))
    table.close()
    return band


def _deduct(table: Table, around: Surroundings) -> AnyRule:
    deductions = tuple(_deduction(item) for item in table.needed_tables("deductions"))
    return Deduct(table.decimal("from", around.marks), deductions)


def _deduction(table: Table) -> Deduction:
    deduction = Deduction(
        table.decimal("each" if table.has("each") else "points"),
        _measure(table),
        table.optional_condition("when"),
        table.optional_decimal("at_most"),
    )
    table.close()
    return deduction


def _measure(table: Table) -> Measure | None:
    if table.has("count"):
        return Counted(table.text("count"))
    if table.has("unmet"):
        return Unmet(table.conditions("unmet"))
    if table.has("actual"):
        named = table.optional_text("target")
        target = table.decimal("target_value") if named is None else named
        return Shortfall(table.text("actual"), target, table.decimal("step", ONE))
    return None


def _proportional(table: Table, around: Surroundings) -> AnyRule:
    return Proportional(
        table.text("actual"), table.text("target"), around.marks, table.decimal("zero_below", ZERO)
    )


def _tally(table: Table, around: Surroundings) -> AnyRule:
    marks = []
    for item in table.needed_tables("items"):
        marks.append((item.text("count"), item.decimal("points")))
        item.close()
    return Tally(tuple(marks), around.marks)


def _veto(table: Table, around: Surroundings) -> AnyRule:
    name = table.text("input")
    given = around.inputs.get(name)
    return VetoStatus(name, {} if given is None else {choice.value: choice.label for choice in given.choices})


def _target(table: Table, _around: Surroundings) -> AnyRule:
    compare = table.text("compare")
    if compare not in ("at_least", "below"):
        table.note("“compare”应为 at_least 或 below")
    return Target(table.text("input"), strict=compare == "below")


def _shortfall_bands(table: Table, around: Surroundings) -> AnyRule:
    bands = tuple(read_shortfall_band(band) for band in table.needed_tables("bands"))
    return ShortfallBands(table.text("of"), around.marks, bands, table.optional_text("assessed"))


def read_shortfall_band(table: Table) -> ShortfallBand:
    """Read one band of a shortfall."""
    band = ShortfallBand(table.decimal("within"), table.decimal("deduct"), table.optional_decimal("up_to"))
    table.close()
    return band


def _equal_split(table: Table, around: Surroundings) -> AnyRule:
    shares = []
    for item in table.needed_tables("items"):
        conditions = item.conditions("all") if item.has("all") else (item.condition("when"),)
        shares.append(Share(conditions, item.text("label", "")))
        item.close()
    return EqualSplit(tuple(shares), around.marks)


def _incident(table: Table, _around: Surroundings) -> AnyRule:
    each, assessed = table.optional_decimal("each"), table.optional_text("assessed")
    if (each is None) == (assessed is None):
        table.note("“each”和“assessed”应恰有一个")
    return Incident(table.text("count"), table.decimal("max_deduction"), each, assessed)


def _unpriced(table: Table, _around: Surroundings) -> AnyRule:
    return Unpriced(table.optional_text("actual"), table.optional_text("target"))


def _reference(table: Table, _around: Surroundings) -> AnyRule:
    return Reference(table.text("input"))


def _assessed(table: Table, _around: Surroundings) -> AnyRule:
    return Assessed(table.text("input"))


_KINDS: Final[dict[str, Callable[[Table, Surroundings], AnyRule]]] = {
    "assessed": _assessed,
    "bands": _bands,
    "checklist": _checklist,
    "deduct": _deduct,
    "equal_split": _equal_split,
    "incident": _incident,
    "levels": _levels,
    "proportional": _proportional,
    "reference": _reference,
    "shortfall_bands": _shortfall_bands,
    "states": _states,
    "tally": _tally,
    "target": _target,
    "unpriced": _unpriced,
    "veto": _veto,
}

KINDS: Final = tuple(_KINDS)
