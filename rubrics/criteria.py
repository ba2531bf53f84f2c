"""One criterion, read from its table in rubric.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from rubrics.rules import read_rule
from rubrics.tables import Table
from scoring.decimals import HUNDRED, ZERO
from scoring.inputs import INPUT_TYPES
from scoring.model import Ambiguity, Check, Choice, Criterion, Input, Milestone

_NUMERIC: Final = ("percent", "number", "money", "points", "count")
_SOURCES: Final = ("contact", "assessor", "subject", "config", "overlay")
_UNBOUNDED: Final = "none"
_NO_MILESTONE: Final = Milestone("", "")


@dataclass(frozen=True, slots=True)
class Common:
    """What all criteria of a document share: its milestones, its subjects, ambiguities met more than once."""

    milestones: Mapping[str, Milestone]
    subjects: tuple[str, ...]
    ambiguities: Mapping[str, Ambiguity]


def read_criterion(table: Table, common: Common) -> Criterion:
    """Read a criterion; its milestone lends it deadline and due date."""
    code = table.text("code")
    table.where = f"考核要点{code}"
    full_marks = table.optional_decimal("full_marks")
    focus_items = table.texts("focus_items")
    inputs = tuple(_read_input(item) for item in table.tables("inputs")) + _evidence_inputs(focus_items)
    units = table.texts("named_units") or table.texts("responsible")
    milestone = table.optional_text("milestone")
    node = common.milestones.get(milestone, _NO_MILESTONE) if milestone is not None else _NO_MILESTONE
    if milestone is not None and node is _NO_MILESTONE:
        table.note(f"没有考核节点“{milestone}”")
    criterion = Criterion(
        code=code,
        name=table.text("name"),
        path=table.texts("path"),
        section=table.text("section", ""),
        full_marks=full_marks,
        clause=table.text("clause"),
        reading=table.text("reading"),
        kind=table.text("kind"),
        rule=read_rule(table, {item.name: item for item in inputs}, full_marks),
        inputs=inputs,
        reporter=table.text("reporter", units[0] if units else ""),
        responsible=table.texts("responsible"),
        responsible_printed=table.text("responsible_printed", "、".join(table.texts("responsible"))),
        named_units=units,
        open_ended=table.flag("open_ended"),
        ambiguities=tuple(_ambiguity(item, common) for item in table.tables("ambiguities")),
        checks=tuple(_read_check(item) for item in table.tables("checks")),
        item=table.text("item", code),
        milestone=milestone,
        sheet=table.text("sheet") if table.has("sheet") else milestone,
        deadline=table.text("deadline") if table.has("deadline") else node.deadline,
        due=table.text("due") if table.has("due") else node.due,
        targets=_read_targets(table, common.subjects),
        focus_items=focus_items,
        notes=table.text("notes", ""),
    )
    table.close()
    return criterion


def _read_input(table: Table) -> Input:
    kind = table.text("type")
    if kind not in INPUT_TYPES:
        table.note(f"没有“{kind}”这种填报类型")
    source = table.text("from", "contact")
    if source not in _SOURCES:
        table.note(f"“from”应为以下之一：{'、'.join(_SOURCES)}")
    above = table.optional_decimal("above")
    read = Input(
        name=table.text("name"),
        type=kind,
        label=table.text("label"),
        choices=tuple(_read_choice(choice) for choice in table.tables("choices")),
        optional=table.flag("optional"),
        nullable=table.flag("nullable"),
        by=table.texts("by"),
        source=source,
        entered_by=table.texts("entered_by"),
        minimum=_minimum(table, kind),
        maximum=_maximum(table, kind),
        above=above,
        default=table.optional_decimal("default"),
        suggested=table.optional_decimal("suggested"),
        suggested_from=table.text("suggested_from", ""),
        required_when=table.optional_condition("required_when"),
        absent_warning=table.optional_text("absent_warning"),
        affects_points=not table.flag("only_stored"),
    )
    table.close()
    return read


def _evidence_inputs(focus_items: tuple[str, ...]) -> tuple[Input, ...]:
    """One stored yes-no for each point of work whose evidence is examined."""
    return tuple(
        Input(f"focus_{number}", "bool", f"有印证材料：{item}", optional=True, affects_points=False)
        for number, item in enumerate(focus_items, 1)
    )


def _minimum(table: Table, kind: str) -> Decimal | None:
    if table.has("min"):
        return table.decimal("min")
    return ZERO if kind in _NUMERIC and not table.has("above") else None


def _maximum(table: Table, kind: str) -> Decimal | None:
    if table.has("max") and kind == "percent" and table.text("max", "") == _UNBOUNDED:
        return None
    if table.has("max"):
        return table.decimal("max")
    return HUNDRED if kind == "percent" else None


def _read_choice(table: Table) -> Choice:
    choice = Choice(table.text("value"), table.text("label"), table.optional_decimal("points"))
    table.close()
    return choice


def _ambiguity(table: Table, common: Common) -> Ambiguity:
    if not table.has("shared"):
        return read_ambiguity(table)
    shared = common.ambiguities.get(table.text("shared"))
    if shared is None:
        table.note("没有这条共用的存疑")
    table.close()
    return shared or Ambiguity("", "", "")


def read_ambiguity(table: Table) -> Ambiguity:
    """Read one ambiguity."""
    ambiguity = Ambiguity(
        table.text("open"), table.text("default"), table.text("reason"), table.texts("alternatives")
    )
    table.close()
    return ambiguity


def _read_check(table: Table) -> Check:
    check = Check(table.condition("holds"), table.text("message"), table.texts("given"))
    table.close()
    return check


def _read_targets(table: Table, subjects: tuple[str, ...]) -> dict[str, Decimal | None]:
    if table.has("target_for_all"):
        return dict.fromkeys(subjects, table.decimal("target_for_all"))
    given = table.optional_table("targets")
    if given is None:
        return {}
    targets = {subject: given.optional_decimal(subject) for subject in subjects}
    for name in given.names():
        if name not in subjects:
            given.note(f"没有被考核单位“{name}”")
    return targets
