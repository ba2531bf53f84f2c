"""准备得咋样了: before an examination from above what counts is what has been handed in, not the points."""

import re
from datetime import datetime

from handlers.access import Act
from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.papers.due import all_papers, seats_with_papers
from handlers.wording import clock, listed
from scoring.model import Duty

NAMED = 6


def readiness(_text: str, context: Context) -> Reply:
    """People named, values reported, evidence handed in, each counted by unit, and the terms that run."""
    standing = standing_now(context)
    units = standing.units
    lines = [f"《{standing.campaign.name}》准备情况（截至{clock(context.now)}，{len(units)}家责任单位）："]
    lines.append(_people(units, context))
    empty = [unit for unit in units if len(unit.missing) == unit.leaves]
    full = [unit for unit in units if not unit.missing]
    lines.append(
        f"填报：报齐{len(full)}家、部分{len(units) - len(full) - len(empty)}家、没动{len(empty)}家；"
        f"缺{standing.missing}项。"
    )
    lines.append(_evidence(standing, context))
    lines += _terms(standing, context.now)
    lines.append("看报送不看分；要看分回“现在多少分”，看缺项回“没报”。")
    return Reply.of(*lines)


def _people(units: tuple[UnitStanding, ...], context: Context) -> str:
    """各单位要指定1名分管领导、1名工作人员."""
    roles: dict[str, set[str]] = {}
    for person in context.uow.roster.list(context.speaker.campaign.id):
        if person.active:
            unit = context.rubric.unit_aliases.get(person.unit, person.unit)
            roles.setdefault(unit, set()).add(person.role)
            roles.setdefault(person.subject, set()).add(person.role)
    lacking = [unit.unit for unit in units if "contact" not in roles.get(unit.unit, set())]
    heads = sum("supervisor" in roles.get(unit.unit, set()) for unit in units)
    named = "、".join(lacking[:NAMED]) + ("等" if len(lacking) > NAMED else "")
    without = f"，没有的{len(lacking)}家：{named}" if lacking else ""
    return (
        f"联系人：名册上有联络员的{len(units) - len(lacking)}家{without}；有分管领导的{heads}家"
        f"（缺{len(units) - heads}家）。"
    )


def _evidence(standing: Standing, context: Context) -> str:
    """Units with at least one piece of evidence for every leaf that they report."""
    rows = context.uow.evidence.list(standing.campaign.id)
    proved = {(row.code, row.subject) for row in rows if row.state in ("stored", "pending")}
    leaves: dict[str, list[bool]] = {}
    for subject, sheet in standing.sheets.items():
        for line in sheet.lines.values():
            unit = standing.unit_of(line.criterion, subject)
            leaves.setdefault(unit, []).append((line.code, subject) in proved)
    units = {unit.unit for unit in standing.units}
    full = sum(all(found) for unit, found in leaves.items() if unit in units)
    some = sum(any(found) and not all(found) for unit, found in leaves.items() if unit in units)
    return f"印证材料：每项都有的{full}家、部分有的{some}家、一件没有的{len(units) - full - some}家。"


def _terms(standing: Standing, now: datetime) -> list[str]:
    """The printed terms ahead, and the campaign's own deadline."""
    terms = [(duty, standing.deadlines.of_duty(duty)) for duty in standing.rubric.schedule]
    rows = [_term(duty, due, standing, now) for duty, due in terms if due is not None]
    if rows:
        return ["时限：" + "；".join(rows) + "。"]
    due = standing.deadlines.current(standing.milestone)
    return [f"时限：{clock(due)}（{standing.deadlines.left(now, due)}）。"] if due else []


def _term(duty: Duty, due: datetime, standing: Standing, now: datetime) -> str:
    what = re.split("[（(：:]", duty.what)[0]
    term = f"{what.strip()} {clock(due)}（{standing.deadlines.left(now, due)}）"
    wanted = [
        paper.unit
        for seat in seats_with_papers(standing.deadlines)
        for paper in all_papers(standing.deadlines, seat)
        if paper.id == duty.id
    ]
    handed = [unit for unit in wanted if (duty.id, unit) in standing.deadlines.arranged.handed_in]
    if not wanted:
        return term
    who = f"（{listed(handed, NAMED)}）" if handed else ""
    return f"{term}，登记已交{len(handed)}家{who}、没交{len(wanted) - len(handed)}家"


COMMANDS = (
    Command(
        Act.OVERVIEW,
        "省里考核准备得咋样了",
        words("准备情况 迎考情况 迎检情况 准备得咋样了 准备得怎么样了"),
        readiness,
        re.compile(
            r".{0,12}(?:准备|迎考|迎检|迎省考)(?:得|工作|情况|好|材料)?.{0,3}(?:没有?$|了[吗没]|咋样|怎么样|如何|怎样|进展|进度|情况|齐不齐|到位).{0,3}"
        ),
    ),
)
