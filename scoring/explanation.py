"""Why a sheet's total is what it is: each line's points, how they are added, squared, combined and graded."""

from collections.abc import Iterator
from decimal import localcontext
from typing import Final

from scoring.decimals import EXACT, ZERO, plain
from scoring.grading import Grade, grade_steps
from scoring.model import Section
from scoring.sheet import Line, ScoreSheet, Why

_UNSCORED: Final = {
    "missing": "未填报，不计分",
    "invalid": "填报有误，不计分",
    "no_task": "无此项任务",
    "no_batch": "无抽查批次，不计入任务数",
    "unpriced": "没有补充方案，不计分",
}
_COMBINED: Final = {
    "latest": "取最后一个印出的节点",
    "item_mean": "取各印出节点的平均，四舍五入到0.01",
    "min": "取最低的节点",
    "sum": "各节点相加",
    "year_end_only": "只取年终",
}


def explain_sheet(sheet: ScoreSheet) -> Why:
    """Explain the sheet; a line's own arithmetic is in its `why`."""
    asked = {"milestone": sheet.milestone, "policy": sheet.policy, "subject": sheet.subject}
    facts = {code: dict(line.inputs.raw) for code, line in sheet.lines.items() if line.inputs.raw}
    with localcontext(EXACT):
        steps = (*map(_line_step, sheet.lines.values()), *_sums(sheet))
    return Why(
        inputs={**{name: value for name, value in asked.items() if value is not None}, "facts": facts},
        clause=sheet.rubric.total.clause,
        reading=sheet.rubric.total.reading,
        steps=steps,
        rubric=sheet.rubric.name,
        version=sheet.rubric.version,
    )


def _line_step(line: Line) -> str:
    if line.state != "scored":
        return f"{line.code}：{_UNSCORED[line.state]}。"
    if line.points is not None:
        bonus = f"（其中加分{plain(line.bonus)}分）" if line.bonus else ""
        return f"{line.code}：{plain(line.points)}分{bonus}。"
    if line.met is not None:
        return f"{line.code}：{'完成' if line.met else '未完成'}。"
    return f"{line.code}：不计分。"


def _sums(sheet: ScoreSheet) -> Iterator[str]:
    if sheet.assigned is not None:
        yield f"任务{sheet.assigned}项，完成{sheet.met}项。"
        return
    if sheet.points is None:
        yield "没有补充方案（overlay），不计总分。"
        return
    yield from (_section_step(sheet, section) for section in sheet.rubric.sections)
    if sheet.policy is not None:
        yield f"年度合成办法 {sheet.policy}（{_COMBINED[sheet.policy]}）：原文未规定各节点如何合成，按此办法取各项得分。"
        yield from (_item_step(sheet, item) for item in sheet.items)
    yield from _total_steps(sheet)


def _counted(sheet: ScoreSheet) -> list[Line]:
    """The lines that count towards the full marks and have points."""
    bonus = None if sheet.rubric.bonus is None else sheet.rubric.bonus.code
    return [line for line in sheet.lines.values() if line.code != bonus and line.base is not None]


def _section_step(sheet: ScoreSheet, section: Section) -> str:
    lines = [line for line in _counted(sheet) if line.criterion.section == section.name]
    added = sum((line.base or ZERO for line in lines), ZERO)
    codes = "、".join(line.code for line in lines) or "无"
    return (
        f"{section.label or section.name}（{codes}）合计{plain(added)}分"
        f"{_squaring(sheet, section, plain(added))}{'，最低0分' if added < ZERO else ''}，"
        f"小计{plain(sheet.sections[section.name])}分。"
    )


def _squaring(sheet: ScoreSheet, section: Section, added: str) -> str:
    """How the lines' sum was squared with the mark that the heading prints."""
    if not section.policies or section.printed is None:
        return ""
    policy = sheet.section_policies.get(section.name, section.policies[0])
    printed, rows = plain(section.printed), plain(section.rows)
    words = {
        "scale": f"{added} × {printed} ÷ {rows}，四舍五入到0.01",
        "cap": f"最多{printed}分",
        "raw": "不折算",
    }
    return f"，标题印{printed}分、各行共{rows}分，按 {policy}：{words[policy]}"


def _item_step(sheet: ScoreSheet, item: str) -> str:
    lines = (line for line in sheet.lines.values() if line.criterion.item == item)
    points = "、".join(f"{line.code} {plain(line.base or ZERO)}分" for line in lines)
    return f"{item}（{points}）取{plain(sheet.items[item])}分。"


def _total_steps(sheet: ScoreSheet) -> Iterator[str]:
    points, bonus = sheet.points or ZERO, sheet.bonus or ZERO
    most = None if sheet.rubric.bonus is None else sheet.rubric.bonus.total_max
    limit = f"，连加分最多{plain(most)}分" if bonus and most is not None else ""
    more = f"（含加分{plain(bonus)}分{limit}）" if bonus else ""
    yield f"总分{plain(points)}分{more}，满分{plain(sheet.full or ZERO)}分。"
    given = Grade(sheet.grade, sheet.in_gap, sheet.veto, sheet.pending)
    yield from grade_steps(sheet.rubric, points, given)
