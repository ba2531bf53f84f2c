"""准备得咋样了, 自评报告还有几家没给: before an examination from above what counts is what has been handed in."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from handlers.access import Act
from handlers.calendar.schedule import asks_when, when_due
from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.campaign.units import mentions
from handlers.command import command
from handlers.context import Context
from handlers.leading.one_unit.unit_view import viewed
from handlers.leading.orders.relaying import urged_of_units
from handlers.messages import Reply
from handlers.papers.due import Paper, papers_of_all
from handlers.papers.forms import partly
from handlers.people.enrolled import enrolled, kept_evidence, printed_unit
from handlers.review.sight import concerned
from handlers.wording import clock, listed, local
from scoring.model import Duty

NAMED = 6
_NAMES: Final = {
    "自评报告": re.compile(
        "自评(?:报告|材料)|自查报告|[交报送]了?自评(?!得?分)|自评(?:还)?(?:没|都)?(?:有)?[交报送]"
    ),
    "联系人": re.compile("联系人(?:表|名单)?(?=.*(?:报|交|给|送|齐))|联系表|附件4"),
    "整改": re.compile("整改报告"),
    "信息": re.compile("(?:月|质量年|活动)[^,，。]{0,6}信息|信息(?:报送)?(?=.{0,4}(?:报|交|没))"),
}
_ASKED: Final = re.compile(
    "[没未不缺差欠](?:有)?(?:给|交|报|送|来|齐|拿)|[还缺差欠](?:几|哪|谁|多少)|(?:几|哪|多少|谁).{0,6}(?:给|交|报|送|齐)"
    "|(?:给|交|报(?!告)|收|送)(?:上来|上|齐|到)?(?:了|没)|(?:几|多少)(?:天|个?工作日|[家份])|收(?:到|上)|齐|自评(?:报告)?了(?:没有?|吗)"
)
_OTHERS: Final = re.compile(
    "怎么写|模板|格式|发我|给我|看看|催|让|叫|告诉|通知|提醒|[转捎带]|导出|起草|生成|写[好份完]|什么时候|几号|哪天|交给谁|电子|纸质|案例|整改措施|报给谁|报到哪"
)
_BESIDE: Final = re.compile("(?:印证|佐证|证明)材料")
"""Of both together 准备情况 tells."""
_MANY: Final = 20
_OWN: Final = re.compile(
    "(?<=的)(?=[^的]{0,8}(?:必须|务必|之?前|今天|明天|下班|本周|这周))[^的催提让叫]{3,30}$"
)
"""让没交自评报告的今天交上来: the speaker's own words."""
_URGED: Final = re.compile(
    "(?=.*(?:催|提醒|督促|抓紧|让|叫|通知))(?:.*[没未欠](?:有)?(?:给|交|报|送)|.*(?:赶紧|尽快|抓紧|快点?).{0,4}[交报送])(?!.*(?:别|不[用要]|先不|[吗谁几?？]))"
)


def readiness(text: str, context: Context) -> Reply:
    """People named, values reported, evidence handed in, each counted by unit, and the terms that run."""
    if (of_unit := viewed(text, context)) is not None:
        return of_unit
    if asks_when(text):
        return when_due(text, context)
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
    for person in enrolled(context):
        unit = printed_unit(person, context)
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
    proved = {(row.code, row.subject) for row in kept_evidence(context)}
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
    wanted = [paper.unit for paper in papers_of_all(standing.deadlines) if paper.id == duty.id]
    handed = [unit for unit in wanted if (duty.id, unit) in standing.deadlines.arranged.handed_in]
    if not wanted:
        return term
    who = f"（{listed(handed, NAMED)}）" if handed else ""
    return f"{term}，登记已交{len(handed)}家{who}、没交{len(wanted) - len(handed)}家"


def paper_asked(text: str, context: Context) -> Reply | None:
    """The paper's state, to a reviewer of the units that he assesses; None for anything else, or no such paper."""
    if _ASKED.search(text) is None or _OTHERS.search(text):
        return None
    names = [name for name, telling in _NAMES.items() if telling.search(text)]
    alone = len(names) == 1 and not _BESIDE.search(text)
    rows = _papers(names[0], context) if alone else []
    if context.speaker.role == "reviewer":
        rows = [paper for paper in rows if concerned(context, paper.unit)]
    return Reply.of(*_told(rows, mentions(text, context).units, context)) if rows else None


def paper_urged(text: str, context: Context) -> Reply | None:
    """把没交自评报告的催一遍: those who have not handed that paper in, reminded of it after 是; None for anything else."""
    names = [name for name, telling in _NAMES.items() if telling.search(text)]
    if _URGED.match(text) is None or len(names) != 1 or _BESIDE.search(text):
        return None
    units = mentions(text, context).units
    handed = context.arranged.handed_in
    lacking = [paper for paper in _papers(names[0], context) if not units or paper.unit in units]
    lacking = [paper for paper in lacking if (paper.id, paper.unit) not in handed]
    if not lacking:
        return None
    paper = min(lacking, key=lambda one: one.due)
    own = _OWN.search(text)
    words = f"请尽快交{paper.name}（{clock(paper.due)}截止）{f'：{own[0]}' if own is not None else ''}"
    owing = [one.unit for one in lacking]
    units_owing = listed(owing, 6, "家")
    nobody = f"没交{paper.name}的{len(owing)}家名册里都没有能收到消息的联络员，没有发送：{units_owing}。请质强办补人。"
    return urged_of_units(owing, words, context) or Reply(nobody)


def _papers(name: str, context: Context) -> list[Paper]:
    standing = standing_now(context)
    papers = papers_of_all(standing.deadlines)
    return [paper for paper in papers if name in paper.name and _of_now(paper, context)]


def _of_now(paper: Paper, context: Context) -> bool:
    """Of what comes every month the running one."""
    return not paper.lapses or (paper.begins <= local(context.now).date() and paper.due >= context.now)


def _told(papers: Sequence[Paper], units: Sequence[str], context: Context) -> list[str]:
    """Of the units that are named alone, where any are."""
    handed = context.arranged.handed_in
    first = min(papers, key=lambda paper: paper.due)
    until = f"{clock(first.due)}截止，{context.deadlines.left(context.now, first.due)}"
    asked_of = [paper for paper in papers if not units or paper.unit in units]
    if not asked_of:
        return [f"{first.name}：{listed(list(units), 4, '家')}不用交（{until}）。"]
    done = [paper.unit for paper in asked_of if (paper.id, paper.unit) in handed]
    open_ = [
        f"{paper.unit}{partly(paper, context.arranged)}"
        for paper in asked_of
        if (paper.id, paper.unit) not in handed
    ]
    lines = [f"{first.name}（{until}）：登记已交{len(done)}家，没交{len(open_)}家。"]
    lines += [f"没交：{listed(open_, _MANY)}"] if open_ else []
    lines += [f"已交：{listed(done, _MANY)}"] if done else []
    return [*lines, "按登记算：单位自己说交了，或质强办记了，才算已交。"]


COMMANDS = (
    command(
        Act.OVERVIEW,
        "省里考核准备得咋样了",
        "准备情况 迎考情况 迎检情况 准备得咋样了 准备得怎么样了",
        readiness,
        r"(?P<rest>.{0,12})(?:准备|迎考|迎检|迎省考)(?:得|工作|情况|好|材料)?.{0,3}(?:没有?$|了[吗没]|咋样|怎么样|如何|怎样|进展|进度|情况|齐不齐|到位).{0,3}",
    ),
)
