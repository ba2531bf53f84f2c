"""回执: what a person reads after a report: value, provisional points, clause and what is missing."""

from collections.abc import Mapping

from handlers.board import Board, BoardLine, is_owed
from handlers.calendar.deadlines import milestone_name
from handlers.campaign.targets import AVERAGE, target_of
from handlers.context import Context
from handlers.review.decisions import LeafRecord
from handlers.wording import (
    circled,
    clip,
    labelled,
    leaf_name,
    listed,
    month_day,
    only_value,
    plain,
    value_text,
)
from scoring.engine import score_leaf
from scoring.model import Criterion
from scoring.sheet import Line

CLAUSE_WIDTH = 90
STEP_WIDTH = 60
MARKS_LISTED = 12
HOW_TO_CORRECT = "发错请回“撤回”。"


def values_text(criterion: Criterion, given: Mapping[str, object]) -> str:
    """The given values, each with its label where the leaf takes more than one."""
    only = only_value(criterion)
    if only is not None and only.name in given:
        return value_text(only, given[only.name])
    return "；".join(labelled(criterion.input(name), value) for name, value in given.items())


def change_text(criterion: Criterion, old: Mapping[str, object], given: Mapping[str, object]) -> str:
    """“98%→89%” for every given value that replaces another."""
    changes = []
    for name, value in given.items():
        item = criterion.input(name)
        if name in old and old[name] != value:
            changes.append(f"{value_text(item, old[name])}→{value_text(item, value)}")
    return "，".join(changes)


def where_text(context: Context, criterion: Criterion, subject: str) -> str:
    """The milestone and, where there are several, the assessed unit: “（半年）”, “（华容区）”."""
    parts = [milestone_name(context.rubric, criterion.milestone)] if criterion.milestone else []
    if len(context.speaker.campaign.subjects) > 1:
        parts.insert(0, subject)
    return f"（{'·'.join(parts)}）" if parts else ""


def line_of(context: Context, criterion: Criterion, subject: str, inputs: Mapping[str, object]) -> Line:
    """The engine's line for the leaf on what is stored."""
    campaign, library = context.speaker.campaign, context.library
    return score_leaf(
        library.adopted(context.uow, campaign),
        criterion.code,
        inputs,
        subject=subject,
        overlay=library.overlay_of(campaign),
    )


def points_text(line: Line) -> str:
    """“暂得4/4分”, “达到目标，完成率100%（分解表没有分值）”; "" where the engine gives nothing."""
    if line.state == "no_task":
        return "本单位这项没有任务，已记录，不作考核"
    if line.met is not None:
        return _met_text(line)
    if line.points is None or line.full_marks is None:
        return ""
    marks = f"暂得{plain(line.points)}/{plain(line.full_marks)}分"
    if line.gap:
        marks += "（原文未规定，按口径暂取，待核定）"
    elif line.provisional:
        marks += "（区间分，待核定）"
    return marks


def points_now(context: Context, criterion: Criterion, subject: str, record: LeafRecord) -> str:
    """“暂得4/4分”; where an assessor has set it “核定2/4分（审核说明：缺过程记录）”."""
    ruled = record.assessment
    if ruled is None:
        return points_text(line_of(context, criterion, subject, record.inputs))
    points = points_text(line_of(context, criterion, subject, record.verified)).replace("暂得", "核定", 1)
    return f"{points}（审核说明：{clip(ruled.reason, 40)}）" if points and ruled.reason else points


def points_change(context: Context, line: BoardLine, given: Mapping[str, object]) -> str:
    """“（暂得4/4分→0/4分）” of a value that replaces another, else “（暂得4/4分）”; "" without points."""
    after = points_text(line_of(context, line.criterion, line.subject, {**line.known, **given}))
    before = points_text(line_of(context, line.criterion, line.subject, line.known)) if line.known else ""
    if not after.startswith("暂得"):
        return ""
    return f"（{before}→{after.removeprefix('暂得')}）" if before else f"（{after}）"


def _met_text(line: Line) -> str:
    ratio = f"，完成率{plain(line.ratio * 100)}%" if line.ratio is not None else ""
    return f"{'达到' if line.met else '未达到'}目标{ratio}（分解表没有分值）"


def receipt(context: Context, line: BoardLine, given: Mapping[str, object], *, late: bool) -> list[str]:
    """The lines for one stored report; `line` is as it stood before it."""
    criterion = line.criterion
    inputs = {**line.known, **given}
    values = change_text(criterion, line.known, given) or values_text(criterion, given)
    where = where_text(context, criterion, line.subject)
    lines = [f"已收：{line.title}：{values}{where}"]
    scored = line_of(context, criterion, line.subject, inputs)
    if points := points_text(scored):
        lines.append(f"{points}：{printed_goal(criterion, line.subject) or _reason(scored)}")
        if scored.points == 0 and scored.full_marks:
            lines.append("注意：这个值不得分，如不是实际情况请直接重发。")
    elif missing := [item for item in criterion.inputs if is_owed(item) and item.name not in inputs]:
        labels = listed([clip(item.label, 24) for item in missing], 3)
        lines.append(f"这项还差{len(missing)}个数据才能计分：{labels}。")
    if late:
        lines.append("已过完成时限，按逾期记录。")
    return lines


def printed_goal(criterion: Criterion, subject: str) -> str:
    """“分解表给九华的目标2”, where the clause lists all units' goals; "" for any other leaf."""
    listed_all = sum(unit in criterion.clause for unit in criterion.targets) > 1
    goal = criterion.targets.get(subject) if listed_all else None
    return f"分解表给{subject}的目标{plain(goal)}" if goal is not None else ""


def _reason(line: Line) -> str:
    """The clause; where it is too long to be shown whole, first the step that gave the points."""
    clause = " ".join(line.criterion.clause.split())
    if len(clause) <= CLAUSE_WIDTH:
        return clause
    return f"{_last_step(line)}原文：{clip(clause, CLAUSE_WIDTH)}"


def _last_step(line: Line) -> str:
    steps = line.why().steps
    return f"{clip(steps[-1].rstrip('。'), STEP_WIDTH)}。" if steps else ""


def still_missing(board: Board, just_done: frozenset[tuple[str, str]] = frozenset()) -> str:
    """“还缺①③。” after the given (code, subject) pairs were completed."""
    left = [line for line in board.missing if (line.criterion.code, line.subject) not in just_done]
    if not left:
        return "您的任务都报齐了，谢谢！"
    marks = dict.fromkeys(circled(line.duty.ordinal) for line in left)
    head = "".join(list(marks)[:MARKS_LISTED])
    if len(marks) == 1 and len({line.subject for line in board.lines}) > 1:
        return f"还缺{head}：{listed((line.subject for line in left), counter='家')}。"
    return f"还缺{head}{f'等{len(marks)}项' if len(marks) > MARKS_LISTED else ''}。"


def short_receipt(context: Context, line: BoardLine, given: Mapping[str, object]) -> str:
    """One line for a row of a batch; where points are lost, with the step that took them."""
    scored = line_of(context, line.criterion, line.subject, {**line.known, **given})
    points = points_text(scored)
    lost = scored.points is not None and scored.full_marks is not None and scored.points < scored.full_marks
    why = f"（{_last_step(scored).rstrip('。')}）" if lost and points else ""
    values = values_text(line.criterion, given)
    where = where_text(context, line.criterion, line.subject)
    name = leaf_name(line.criterion, 20)
    return f"{line.mark}{name}：{values}{where} 已收{'，' + points if points else ''}{why}"


def target_text(context: Context, criterion: Criterion, subject: str) -> str:
    """“；目标95（市质兴办2013年11月30日定）”; "" where nobody has set one for the leaf."""
    row = target_of(context.deadlines.arranged, criterion.code, subject)
    if row is not None and row.value.get("method") != AVERAGE:
        return f"；目标{plain(str(row.value['value']))}（质强办{month_day(row.at)}设）"
    overlay = context.library.overlay_of(context.speaker.campaign)
    value = signed_target(context, criterion, subject)
    if overlay is None or value is None:
        return ""
    return f"；目标{plain(str(value))}（{overlay.data['issuer']}{overlay.data['date']}定）"


def signed_target(context: Context, criterion: Criterion, subject: str) -> object:
    """The target that the overlay sets for the leaf of that assessed unit; None for none."""
    overlay = context.library.overlay_of(context.speaker.campaign)
    targets = overlay.data.get("targets") if overlay is not None else None
    value = targets.get(criterion.code) if isinstance(targets, Mapping) else None
    return value.get(subject) if isinstance(value, Mapping) else value
