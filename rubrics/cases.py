"""One scoring question as JSON in, one answer out: the contract of `kaohe score --cases`."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from rubrics import load
from rubrics.errors import RubricError
from rubrics.overlays import parse_overlay
from scoring.decimals import plain
from scoring.engine import score_leaf, score_sheet
from scoring.errors import ScoringError
from scoring.explanation import explain_sheet
from scoring.grading import grade, grade_steps
from scoring.inputs import parse_decimal
from scoring.model import Overlay, Rubric
from scoring.sheet import Line, ScoreSheet, Why

Answer = dict[str, object]
Overlays = Mapping[str, Overlay]
"""Loaded overlays by id."""

_NONE_LOADED: Final[Overlays] = {}
_TOTAL_KEYS: Final = frozenset({"facts", "milestone", "policy", "overlay"})
_GRADE_KEYS: Final = frozenset({"total", "veto", "overlay"})
_MAX_INT_DIGITS: Final = 4000


@dataclass(frozen=True, slots=True)
class Question:
    """一问: which rubric and code, the values asked about, and whose they are."""

    rubric: Rubric
    code: str
    inputs: Mapping[str, object]
    subject: str | None
    overlay: Overlay | None


def answer_line(line: bytes, overlays: Overlays = _NONE_LOADED, directory: Path | None = None) -> bytes:
    """Answer one JSON line with one JSON line (no newline); whatever the line holds, there is an answer."""
    try:
        case = json.loads(line, parse_int=_integer, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        given = _refusal(None, ScoringError("bad_type", f"这一行不是可用的JSON（{type(error).__name__}）。"))
    else:
        given = answer(case, overlays, directory)
    # A lone surrogate from a \ud800 escape cannot be UTF-8: it goes back out as the escape it came in as.
    return json.dumps(given, ensure_ascii=False).encode("utf-8", "backslashreplace")


def answer(case: object, overlays: Overlays = _NONE_LOADED, directory: Path | None = None) -> Answer:
    """Answer one case `{"id", "rubric", "code", "inputs", "subject"?}`; an error is an answer too."""
    try:
        question = _question(case, overlays, directory)
        return {"id": _id_of(case), **_answered(question)}
    except ScoringError as error:
        return _refusal(_id_of(case), error)


def _question(case: object, overlays: Overlays, directory: Path | None) -> Question:
    if not isinstance(case, dict):
        raise ScoringError("bad_type", "每一行应为一个JSON对象。")
    rubric = _rubric(_word(case, "rubric"), directory)
    code = _word(case, "code")
    inputs = _table(case, "inputs")
    subject = None if case.get("subject") is None else _word(case, "subject")
    overlay = None if "overlay" not in inputs else _overlay(inputs["overlay"], overlays)
    return Question(rubric, code, inputs, subject, overlay)


def _table(table: Mapping[str, object], name: str) -> dict[str, Any]:
    value = table.get(name)
    if value is None:
        raise ScoringError("missing_input", f"还缺“{name}”。", name)
    if not isinstance(value, dict):
        raise ScoringError("bad_type", f"“{name}”应为“名称：值”的集合。", name)
    return value


def _word(table: Mapping[str, object], name: str) -> str:
    value = table.get(name)
    if value is None:
        raise ScoringError("missing_input", f"还缺“{name}”。", name)
    if not isinstance(value, str):
        raise ScoringError("bad_type", f"“{name}”应为文字。", name)
    return value


def _rubric(name: str, directory: Path | None) -> Rubric:
    try:
        return load(name, directory)
    except RubricError as error:
        raise ScoringError("unknown_code", str(error.problems[0].message), "rubric") from error


def _overlay(given: object, overlays: Overlays) -> Overlay:
    if isinstance(given, dict):
        return parse_overlay(given)
    found = overlays.get(given) if isinstance(given, str) else None
    if found is None:
        raise ScoringError("overlay_invalid", "没有载入这个补充方案（overlay）。", "overlay")
    return found


def _answered(question: Question) -> Answer:
    if question.code == "$total":
        return _total(question)
    if question.code == "$grade":
        return _grade(question)
    if question.code == "$overlay":
        return _valid(question)
    return _leaf(question)


def _valid(question: Question) -> Answer:
    for name in question.inputs.keys() - {"overlay"}:
        raise ScoringError("unknown_input", f"补充方案的检查没有填报项“{name[:40]}”。", name)
    if question.overlay is None:
        raise ScoringError("missing_input", "还缺“overlay”。", "overlay")
    rubric = question.overlay.applied_to(question.rubric, None)
    steps = tuple(f"{item.label}：各项分值合计{plain(item.rows)}分。" for item in rubric.sections)
    total = rubric.total
    why = Why(dict(question.inputs), total.clause, total.reading, steps, rubric.name, rubric.version)
    return {"points": None, "valid": True, "why": _why(why)}


def _leaf(question: Question) -> Answer:
    values = {name: value for name, value in question.inputs.items() if name != "overlay"}
    line = score_leaf(
        question.rubric, question.code, values, subject=question.subject, overlay=question.overlay
    )
    if line.error is not None:
        raise line.error
    return {"points": _text(line.points), **_line_facts(line), "why": _why(line.why())}


def _line_facts(line: Line) -> Answer:
    facts: Answer = {}
    if line.reference is not None:
        facts["reference"] = True
    if line.points is not None:
        facts |= {"gap": line.gap, "provisional": line.provisional}
    if line.criterion.rule.most_bonus:
        facts |= {"base": _text(line.base), "bonus": _text(line.bonus)}
    if line.criterion.targets:
        facts |= {"met": line.met, "ratio": _text(line.ratio)}
    if line.warnings:
        facts["warnings"] = list(line.warnings)
    veto = line.rubric.veto
    if veto is not None and veto.code == line.code:
        status = str(line.inputs.values[veto.input])
        facts |= {
            "veto": status == "confirmed",
            "pending": status == "preliminary",
            "grade": veto.grade if status == "confirmed" else None,
        }
    return facts


def _total(question: Question) -> Answer:
    inputs = question.inputs
    section_policies = _section_policies(question.rubric, inputs)
    facts = _table(inputs, "facts")
    sheet = score_sheet(
        question.rubric,
        facts,
        milestone=_optional_word(inputs, "milestone"),
        subject=question.subject,
        policy=_optional_word(inputs, "policy"),
        section_policies=section_policies,
        overlay=question.overlay,
    )
    if sheet.error is not None:
        raise sheet.error
    return {**_sheet_facts(sheet), "why": _why(explain_sheet(sheet))}


def _section_policies(rubric: Rubric, inputs: Mapping[str, object]) -> dict[str, str]:
    keys = {f"section{section.name}_policy": section.name for section in rubric.sections}
    for name in inputs:
        if name not in keys and name not in _TOTAL_KEYS:
            raise ScoringError("unknown_input", f"总分没有填报项“{name[:40]}”。", name)
    return {keys[name]: _word(inputs, name) for name in inputs if name in keys}


def _optional_word(table: Mapping[str, object], name: str) -> str | None:
    return None if table.get(name) is None else _word(table, name)


def _sheet_facts(sheet: ScoreSheet) -> Answer:
    facts: Answer = {
        "points": _text(sheet.points),
        "full": _text(sheet.full),
        "sections": {name: plain(points) for name, points in sheet.sections.items()},
        "missing": list(sheet.missing),
        "warnings": list(sheet.warnings),
        "grade": sheet.grade,
        "in_gap": sheet.in_gap,
    }
    if sheet.bonus is not None:
        facts["bonus"] = plain(sheet.bonus)
    if sheet.veto is not None:
        facts |= {"veto": sheet.veto, "pending": sheet.pending}
    if sheet.policy is not None:
        facts["policy"] = sheet.policy
    if sheet.references:
        facts["reference"] = {code: plain(value) for code, value in sheet.references.items()}
    if sheet.assigned is not None:
        rows = {code: {"met": row.met, "ratio": _text(row.ratio)} for code, row in sheet.rows.items()}
        return {**facts, "assigned": sheet.assigned, "met": sheet.met, "rows": rows}
    lines = sheet.lines.values()
    flags = {"gap": any(line.gap for line in lines), "provisional": any(line.provisional for line in lines)}
    return {**facts, **flags}


def _grade(question: Question) -> Answer:
    rubric, inputs = question.rubric, question.inputs
    for name in inputs.keys() - _GRADE_KEYS:
        raise ScoringError("unknown_input", f"等次没有填报项“{name[:40]}”。", name)
    total = parse_decimal(_word(inputs, "total"))
    if total is None:
        raise ScoringError("bad_type", "“total”应为十进制数字。", "total")
    graded = grade(rubric, total, _event_status(inputs.get("veto")))
    answered: Answer = {"points": None, "grade": graded.grade, "in_gap": graded.in_gap}
    if graded.veto is not None:
        answered |= {"veto": graded.veto, "pending": graded.pending}
    steps = tuple(grade_steps(rubric, total, graded))
    why = Why(dict(inputs), rubric.total.clause, rubric.total.reading, steps, rubric.name, rubric.version)
    return {**answered, "why": _why(why)}


def _event_status(given: object) -> str | None:
    if isinstance(given, bool):
        return "confirmed" if given else "none"
    if given is None or isinstance(given, str):
        return given
    raise ScoringError("bad_type", "“veto”应为事件状态。", "veto")


def _why(why: Why) -> Answer:
    return asdict(why)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _integer(digits: str) -> int:
    # Beyond any count; cut so that int() does not refuse, the bounds then do.
    return int(digits[:_MAX_INT_DIGITS])


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    names = dict(pairs)
    if len(names) != len(pairs):
        raise ValueError("duplicate name")
    return names


def _id_of(case: object) -> object:
    given = case.get("id") if isinstance(case, dict) else None
    return given if isinstance(given, str | int) else None


def _refusal(case_id: object, error: ScoringError) -> Answer:
    return {"id": case_id, "error": error.code, "message": error.message}
