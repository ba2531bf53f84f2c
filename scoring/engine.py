"""Facts into lines, lines into a sheet."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, localcontext

from scoring.annual import check_milestone, counted
from scoring.decimals import EXACT, ZERO
from scoring.errors import MissingValue, ScoringError
from scoring.grading import grade, graded
from scoring.inputs import Inputs, check_inputs, missing_input
from scoring.model import Criterion, Overlay, Rubric
from scoring.rules.base import Context, Outcome
from scoring.sheet import Line, ScoreSheet, State, TownRow
from scoring.totals import total

__all__ = ["Inputs", "check_inputs", "grade", "score_leaf", "score_sheet"]

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
    rubric = _with_overlay(rubric, overlay)
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
    rubric = _with_overlay(rubric, overlay)
    _check_subject(rubric, subject)
    policy = check_milestone(rubric, milestone, policy)
    for code in facts:
        rubric.criterion(code)
    with localcontext(EXACT):
        lines = {
            criterion.code: _line(rubric, criterion, facts.get(criterion.code, {}), subject)
            for criterion in counted(rubric, milestone, policy)
        }
        sheet = ScoreSheet(
            rubric,
            lines,
            missing=_codes(lines, "missing"),
            invalid=_codes(lines, "invalid"),
            milestone=milestone,
            policy=policy,
            subject=subject,
        )
        if rubric.has_targets:
            return _judged(sheet)
        return _added(sheet, section_policies or {})


def _with_overlay(rubric: Rubric, overlay: Overlay | None) -> Rubric:
    return rubric if overlay is None else overlay.applied_to(rubric)


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
    target = criterion.targets.get(subject) if subject is not None else None
    no_task = bool(criterion.targets) and target is None
    reported = raw.raw if isinstance(raw, Inputs) else raw
    try:
        inputs = raw if isinstance(raw, Inputs) else check_inputs(criterion, raw, partial=no_task)
        outcome = criterion.rule.score(inputs.values, Context(criterion.labels, criterion.full_marks, target))
    except MissingValue as absent:
        return _refused(rubric, criterion, reported, missing_input(criterion, [criterion.input(absent.name)]))
    except ScoringError as error:
        return _refused(rubric, criterion, reported, error)
    if no_task:
        return Line(rubric, criterion, reported, inputs.values, "no_task")
    return _scored(rubric, criterion, inputs, outcome, target)


def _refused(rubric: Rubric, criterion: Criterion, raw: Mapping[str, object], error: ScoringError) -> Line:
    state: State = "missing" if error.code == "missing_input" else "invalid"
    return Line(rubric, criterion, raw, {}, state, error=error)


def _scored(
    rubric: Rubric, criterion: Criterion, inputs: Inputs, outcome: Outcome, target: Decimal | None
) -> Line:
    base, bonus = outcome.points, outcome.bonus
    computed = None if base is None else base + bonus
    assessed = inputs.values.get("assessed_points") if criterion.assessable else None
    if isinstance(assessed, Decimal):
        base, bonus = assessed, ZERO
    judged = criterion.targets and outcome.met is None
    return Line(
        rubric,
        criterion,
        inputs.raw,
        inputs.values,
        "no_batch" if judged else "scored",
        points=None if base is None else base + bonus,
        base=base,
        bonus=bonus,
        computed=computed,
        gap=outcome.gap and assessed is None,
        provisional=outcome.provisional,
        met=outcome.met,
        ratio=outcome.ratio,
        target=target,
        warnings=tuple(item.absent_warning for item in inputs.absent if item.absent_warning is not None),
    )


def _codes(lines: Mapping[str, Line], state: State) -> tuple[str, ...]:
    return tuple(code for code, line in lines.items() if line.state == state)


def _added(sheet: ScoreSheet, section_policies: Mapping[str, str]) -> ScoreSheet:
    rubric, lines = sheet.rubric, sheet.lines
    summed = total(rubric, lines.values(), sheet.policy, section_policies)
    bonus = sum((line.bonus for line in lines.values()), ZERO)
    points = summed.points + bonus
    result = graded(rubric, points, _event_status(rubric, lines))
    return replace(
        sheet,
        points=points,
        full=summed.full,
        bonus=bonus if any(criterion.rule.most_bonus for criterion in rubric.criteria) else None,
        sections=summed.sections,
        items=summed.items,
        warnings=summed.warnings,
        veto=result.veto,
        pending=result.pending,
        grade=result.grade,
        in_gap=result.in_gap,
    )


def _event_status(rubric: Rubric, lines: Mapping[str, Line]) -> str | None:
    if rubric.veto is None:
        return None
    # An unreported status withholds the grade: nobody has said that nothing happened.
    return str(lines[rubric.veto.code].values.get(rubric.veto.input, "preliminary"))


def _judged(sheet: ScoreSheet) -> ScoreSheet:
    lines = sheet.lines.values()
    return replace(
        sheet,
        assigned=sum(line.state not in ("no_task", "no_batch") for line in lines),
        met=sum(line.met is True for line in lines),
        rows={line.code: TownRow(line.met, line.ratio) for line in lines},
    )
