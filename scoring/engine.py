"""Facts into lines, lines into a sheet."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, localcontext

from scoring.annual import check_milestone, counted
from scoring.decimals import EXACT, ZERO
from scoring.errors import MissingValue, ScoringError, overlay_required
from scoring.grading import grade, graded
from scoring.inputs import Inputs, check_inputs, missing_input
from scoring.model import Criterion, Overlay, Rubric
from scoring.rules.base import Outcome
from scoring.sheet import Line, ScoreSheet, State, TownRow
from scoring.totals import total

__all__ = ["Inputs", "check_inputs", "grade", "rescore", "score_leaf", "score_sheet"]

Facts = Mapping[str, Mapping[str, object]]


def score_leaf(
    rubric: Rubric,
    code: str | Criterion,
    raw: Mapping[str, object] | Inputs,
    *,
    subject: str | None = None,
    overlay: Overlay | None = None,
) -> Line:
    """Score one criterion from reported (or already checked) values.

    Missing or refused values make a line with `error` set and no points. Raises UnknownCode; ScoringError for
    a subject that a town rubric needs or does not know, and for an overlay that does not fit.
    """
    rubric = _with_overlay(rubric, overlay, subject)
    criterion = rubric.criterion(code.code if isinstance(code, Criterion) else code)
    _check_subject(rubric, subject)
    with localcontext(EXACT):
        return _line(rubric, criterion, raw, subject)


def score_sheet(  # noqa: PLR0913 - one call takes everything a sheet depends on, by name
    rubric: Rubric,
    facts: Facts,
    *,
    milestone: str | None = None,
    subject: str | None = None,
    policy: str | None = None,
    section_policies: Mapping[str, str] | None = None,
    overlay: Overlay | None = None,
) -> ScoreSheet:
    """Score a whole sheet from facts by code; the order of the facts does not matter.

    `milestone` is required where the rubric has milestones: one of them, or `annual` with an optional
    `policy`. Facts of other milestones are left aside. Raises UnknownCode for a code the rubric does not
    have, ScoringError for a milestone, policy, subject or overlay it does not take; refused values become
    `invalid` lines.
    """
    rubric = _with_overlay(rubric, overlay, subject)
    _check_subject(rubric, subject)
    policy = check_milestone(rubric, milestone, policy)
    for code in facts:
        rubric.criterion(code)
    with localcontext(EXACT):
        lines = {
            criterion.code: _line(rubric, criterion, facts.get(criterion.code, {}), subject)
            for criterion in counted(rubric, milestone, policy)
        }
        sheet = ScoreSheet(rubric, lines, milestone=milestone, policy=policy, subject=subject)
        return _summed(sheet, section_policies or {})


def rescore(
    sheet: ScoreSheet,
    code: str,
    raw: Mapping[str, object] | Inputs,
    *,
    section_policies: Mapping[str, str] | None = None,
) -> ScoreSheet:
    """Score one changed criterion of a sheet; the other lines stand, the totals are added anew.

    Sections are squared as the sheet's were unless other policies are given.

    The sheet comes back as it is where it does not count the criterion (another milestone's). Raises
    UnknownCode for a code the rubric does not have.
    """
    criterion = sheet.rubric.criterion(code)
    if code not in sheet.lines:
        return sheet
    with localcontext(EXACT):
        line = _line(sheet.rubric, criterion, raw, sheet.subject)
        chosen = sheet.section_policies if section_policies is None else section_policies
        return _summed(replace(sheet, lines={**sheet.lines, code: line}), chosen)


def _summed(sheet: ScoreSheet, section_policies: Mapping[str, str]) -> ScoreSheet:
    lines = sheet.lines
    sheet = replace(sheet, missing=_codes(lines, "missing"), invalid=_codes(lines, "invalid"))
    return _judged(sheet) if sheet.rubric.has_targets else _added(sheet, section_policies)


def _with_overlay(rubric: Rubric, overlay: Overlay | None, subject: str | None) -> Rubric:
    return rubric if overlay is None else overlay.applied_to(rubric, subject)


def _check_subject(rubric: Rubric, subject: str | None) -> None:
    if not rubric.has_targets:
        return
    if subject is None:
        raise ScoringError("missing_input", "还缺“被考核单位”。", "subject")
    if subject not in rubric.subjects:
        raise ScoringError("bad_choice", f"被考核单位应为以下之一：{'、'.join(rubric.subjects)}。", "subject")


def _line(
    rubric: Rubric, criterion: Criterion, raw: Mapping[str, object] | Inputs, subject: str | None
) -> Line:
    context = criterion.context(subject)
    no_task = bool(criterion.targets) and context.target is None
    try:
        partial = no_task or criterion.rule.unpriced
        inputs = raw if isinstance(raw, Inputs) else check_inputs(criterion, raw, partial=partial)
        if no_task:
            return Line(rubric, criterion, inputs, "no_task", subject=subject)
        outcome = criterion.rule.score(inputs.values, context)
    except MissingValue as absent:
        lacking = missing_input(criterion, [criterion.input(absent.name)])
        return Line(rubric, criterion, _as_reported(raw), "missing", error=lacking)
    except ScoringError as error:
        state: State = "missing" if error.code == "missing_input" else "invalid"
        return Line(rubric, criterion, _as_reported(raw), state, error=error)
    if criterion.rule.unpriced:
        return _unpriced(rubric, criterion, inputs, outcome)
    judged = not criterion.targets or outcome.met is not None
    return Line(rubric, criterion, inputs, "scored" if judged else "no_batch", outcome, subject)


def _unpriced(rubric: Rubric, criterion: Criterion, inputs: Inputs, outcome: Outcome) -> Line:
    needed = (item.name for item in criterion.inputs if not item.optional and item.source != "overlay")
    state: State = "unpriced" if all(name in inputs.values for name in needed) else "missing"
    error = overlay_required(f"{rubric.name} {criterion.code}")
    return Line(rubric, criterion, inputs, state, outcome, error=error)


def _as_reported(raw: Mapping[str, object] | Inputs) -> Inputs:
    return raw if isinstance(raw, Inputs) else Inputs({}, raw)


def _codes(lines: Mapping[str, Line], state: State) -> tuple[str, ...]:
    return tuple(code for code, line in lines.items() if line.state == state)


def _added(sheet: ScoreSheet, section_policies: Mapping[str, str]) -> ScoreSheet:
    rubric, lines = sheet.rubric, sheet.lines
    if rubric.unpriced:
        return _graded(sheet, None)
    summed = total(rubric, lines.values(), sheet.policy, section_policies)
    bonus = sum((line.bonus for line in lines.values()), ZERO)
    added = replace(
        sheet,
        full=summed.full,
        bonus=bonus if rubric.gives_bonus else None,
        sections=summed.sections,
        items=summed.items,
        section_policies=section_policies,
        warnings=summed.warnings + rubric.warnings,
    )
    return _graded(added, _limited(rubric, summed.points + bonus))


def _limited(rubric: Rubric, points: Decimal) -> Decimal:
    if rubric.bonus is None or rubric.bonus.total_max is None:
        return points
    return min(points, rubric.bonus.total_max)


def _graded(sheet: ScoreSheet, points: Decimal | None) -> ScoreSheet:
    result = graded(sheet.rubric, points, _event_status(sheet.rubric, sheet.lines))
    return replace(
        sheet,
        points=points,
        veto=result.veto,
        pending=result.pending,
        grade=result.grade,
        in_gap=result.in_gap,
    )


def _event_status(rubric: Rubric, lines: Mapping[str, Line]) -> str | None:
    if rubric.veto is None:
        return None
    # An unreported status withholds the grade: nobody has said that nothing happened.
    return str(lines[rubric.veto.code].inputs.values.get(rubric.veto.input, "preliminary"))


def _judged(sheet: ScoreSheet) -> ScoreSheet:
    lines = sheet.lines.values()
    return replace(
        sheet,
        assigned=sum(line.state not in ("no_task", "no_batch") for line in lines),
        met=sum(line.met is True for line in lines),
        rows={line.code: TownRow(line.met, line.ratio) for line in lines},
    )
