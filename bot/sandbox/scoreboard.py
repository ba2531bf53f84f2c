"""The demo's score board: how a campaign stands, computed by the scoring engine from what the store holds."""

from datetime import datetime
from decimal import Decimal

from handlers.calendar.deadlines import milestone_name
from handlers.campaign.library import Library
from handlers.campaign.standing import Standing, UnitStanding, standing_of
from handlers.wording import leaf_name, local, plain
from scoring.sheet import Line, ScoreSheet
from store.records import Campaign
from store.unit_of_work import UnitOfWork

Board = dict[str, object]


def scoreboard(uow: UnitOfWork, campaign: Campaign, library: Library, now: datetime) -> Board:
    """The board as JSON: head lines, a row for each assessed unit, section and responsible unit."""
    standing = standing_of(uow, campaign, library, now)
    sheets = standing.sheets
    return {
        "title": campaign.name,
        "due": _due(standing, now),
        "reported": sum(unit.leaves - len(unit.missing) for unit in standing.units),
        "leaves": sum(unit.leaves for unit in standing.units),
        "subjects": [_subject(subject, sheet) for subject, sheet in sheets.items()],
        "sections": _sections(standing) if len(sheets) == 1 else [],
        "units": [_unit(unit) for unit in sorted(standing.units, key=lambda unit: unit.unit)],
        "lines": _reported_lines(standing),
    }


def _due(standing: Standing, now: datetime) -> str:
    node = milestone_name(standing.rubric, standing.milestone)
    due = standing.deadlines.current(standing.milestone)
    until = f"{local(due):%Y-%m-%d %H:%M} 截止，{standing.deadlines.left(now, due)}" if due else ""
    return "，".join(part for part in (f"{node}节点" if node else "", until) if part)


def _subject(subject: str, sheet: ScoreSheet) -> Board:
    """An assessed unit's total: points of full marks, or tasks met of tasks assigned."""
    if sheet.assigned is not None:
        return {
            "name": subject,
            "points": str(sheet.met),
            "full": str(sheet.assigned),
            "unit": "项",
            "note": "",
        }
    note = f"等次 {sheet.grade}" if sheet.grade else "等次待定" if sheet.pending else ""
    return {
        "name": subject,
        "points": _text(sheet.points),
        "full": _text(sheet.full) if sheet.full is not None else "",
        "unit": "分",
        "note": note,
    }


def _sections(standing: Standing) -> list[Board]:
    (sheet,) = standing.sheets.values()
    known = {section.name: section for section in standing.rubric.sections}
    return [
        {
            "name": known[name].label or name,
            "points": _text(points),
            "full": _text(known[name].rows),
        }
        for name, points in sheet.sections.items()
    ]


def _unit(unit: UnitStanding) -> Board:
    return {
        "name": unit.unit,
        "reported": unit.leaves - len(unit.missing),
        "leaves": unit.leaves,
        "points": _text(unit.points) if unit.full else "",
        "full": _text(unit.full) if unit.full else "",
    }


def _reported_lines(standing: Standing) -> list[Board]:
    """Every scored leaf, so that a message is seen to move the board."""
    several = len(standing.sheets) > 1
    return [
        {
            "name": (f"{subject} · " if several else "") + f"{line.code} {leaf_name(line.criterion, 24)}",
            **_gain(line),
        }
        for subject, sheet in standing.sheets.items()
        for line in sheet.lines.values()
        if line.state == "scored"
    ]


def _gain(line: Line) -> Board:
    if line.points is None:
        return {"points": {True: "达到", False: "未达到", None: "已报"}[line.met], "full": ""}
    return {"points": _text(line.points), "full": _text(line.full_marks)}


def _text(points: Decimal | None) -> str:
    return "—" if points is None else plain(points)
