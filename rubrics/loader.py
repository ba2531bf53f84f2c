"""A rubric's folder becomes a Rubric: rubric.toml read, every mistake found, the version a hash of it."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rubrics.criteria import Common, read_ambiguity, read_criterion
from rubrics.errors import Problem, RubricError
from rubrics.materials import read_materials
from rubrics.tables import Table
from rubrics.validity import find_problems
from rubrics.written import figure, written
from scoring.decimals import ZERO
from scoring.model import (
    Bonus,
    Criterion,
    Duty,
    GradeBand,
    GradeScale,
    Milestone,
    Rubric,
    Section,
    TotalText,
    Veto,
)

_VERSION_LENGTH: Final = 12
_POSITION: Final = re.compile(r"at line (\d+)")
_KEY: Final = re.compile(r"rubric\.toml\.([a-z_]+)")
_PLACE: Final = re.compile(r"考核要点(.+?)(?:\.[a-z].*)?$")


def load_folder(folder: Path) -> Rubric:
    """Load `folder/rubric.toml`; RubricError lists everything that is wrong with it."""
    try:
        content = written(folder / "rubric.toml")
    except ValueError as error:
        raise RubricError(folder.name, (Problem("rubric.toml", str(error)),)) from error
    return load_content(content, folder.name)


def load_content(content: bytes, name: str) -> Rubric:
    """Load what a rubric.toml holds; `name` is what errors call it."""
    text = content.decode("utf-8", errors="replace")
    try:
        data = tomllib.loads(text, parse_float=figure)
    except tomllib.TOMLDecodeError as error:
        raise RubricError(name, (_not_toml(str(error)),)) from error
    except (ValueError, RecursionError) as error:
        raise RubricError(name, (Problem("rubric.toml", str(error)),)) from error
    problems: list[Problem] = []
    version = hashlib.sha256(content).hexdigest()[:_VERSION_LENGTH]
    rubric = _read_rubric(Table(data, "rubric.toml", problems), version)
    misread = {_criterion_at(problem.where) for problem in problems} - {None}
    problems += [found for found in find_problems(rubric) if _criterion_at(found.where) not in misread]
    if problems:
        located = tuple(Problem(found.where, found.message, _line(text, found.where)) for found in problems)
        raise RubricError(name, located)
    return rubric


def _not_toml(reason: str) -> Problem:
    at = _POSITION.search(reason)
    line = None if at is None else int(at[1])
    return Problem("rubric.toml", f"不是可读的 TOML（{reason}）", line)


def _criterion_at(where: str) -> str | None:
    found = _PLACE.match(where)
    return None if found is None else found[1]


def _line(text: str, where: str) -> int | None:
    # A TOML reader gives no positions: a criterion is found again by its code, before any key of its table,
    # and a key of the document by its name.
    code, key = _criterion_at(where), _KEY.match(where)
    if code is not None:
        found = re.search(rf'^code = "{re.escape(code)}"$', text, re.MULTILINE)
    elif key is not None:
        found = re.search(rf"^(?:\[\[?)?{key[1]}(?:\]| *=)", text, re.MULTILINE)
    else:
        return None
    return None if found is None else text.count("\n", 0, found.start()) + 1


def _read_rubric(table: Table, version: str) -> Rubric:
    subjects = table.texts("subjects")
    milestones = tuple(_read_milestone(item) for item in table.tables("milestones"))
    shared = table.table("shared_ambiguities")
    doubts = {name: read_ambiguity(shared.table(name)) for name in shared.names()}
    common = Common({item.id: item for item in milestones}, subjects, doubts)
    criteria = tuple(read_criterion(item, common) for item in table.tables("criteria"))
    rubric = Rubric(
        name=table.text("name"),
        version=version,
        title=table.text("title"),
        subjects=subjects,
        criteria=criteria,
        milestones=milestones,
        sections=tuple(_read_section(item, criteria) for item in table.tables("sections")),
        annual_policies=table.texts("annual_policies"),
        total=_read_total(table.optional_table("total")),
        grades=_read_grades(table.optional_table("grades")),
        total_max=table.optional_decimal("total_max"),
        veto=_read_veto(table.optional_table("veto")),
        bonus=_read_bonus(table.optional_table("bonus")),
        unit_aliases=_read_aliases(table.table("unit_aliases")),
        schedule=tuple(_read_duty(item) for item in table.tables("schedule")),
        materials=read_materials(table.table("materials")),
        role=table.text("role", ""),
        notes=table.text("notes", ""),
        enquiries=table.text("enquiries", ""),
        clause_joints=table.text("clause_joints", ""),
    )
    table.close()
    return rubric


def _read_milestone(table: Table) -> Milestone:
    milestone = Milestone(
        table.text("id"), table.text("name"), table.optional_text("deadline"), table.optional_text("due")
    )
    table.close()
    return milestone


def _read_section(table: Table, criteria: tuple[Criterion, ...]) -> Section:
    name = table.text("name")
    marks = (item.full_marks or ZERO for item in criteria if item.section == name)
    section = Section(
        name,
        table.optional_decimal("printed"),
        sum(marks, ZERO),
        table.texts("policies"),
        table.text("label", name),
    )
    table.close()
    return section


def _read_total(table: Table | None) -> TotalText:
    if table is None:
        return TotalText()
    total = TotalText(table.text("clause", ""), table.text("reading"))
    table.close()
    return total


def _read_grades(table: Table | None) -> GradeScale | None:
    if table is None:
        return None
    bands = []
    for band in table.tables("bands"):
        bands.append(GradeBand(band.text("grade"), band.optional_decimal("min"), band.text("printed")))
        band.close()
    gaps = []
    for gap in table.tables("gaps"):
        gaps.append((gap.decimal("above"), gap.decimal("below")))
        gap.close()
    table.close()
    return GradeScale(tuple(bands), tuple(gaps))


def _read_veto(table: Table | None) -> Veto | None:
    if table is None:
        return None
    veto = Veto(table.text("code"), table.text("grade"), table.text("input", "event_status"))
    table.close()
    return veto


def _read_bonus(table: Table | None) -> Bonus | None:
    if table is None:
        return None
    bonus = Bonus(table.text("code"), table.decimal("cap"))
    table.close()
    return bonus


def _read_aliases(table: Table) -> Mapping[str, str]:
    return {name: table.text(name) for name in table.names()}


def _read_duty(table: Table) -> Duty:
    duty = Duty(
        id=table.text("id"),
        printed=table.text("printed"),
        what=table.text("what"),
        by=table.text("by"),
        due=table.optional_text("due"),
        to=table.text("to", ""),
        form=table.texts("form"),
    )
    table.close()
    return duty
