"""领导的问题: 现在多少分, 排名, 谁没报, 丢分在哪 — each in one screen."""

import re
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from handlers.access import Act, may
from handlers.calendar.deadlines import milestone_name
from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.one_unit.unit_view import in_short, owed_in_full
from handlers.lookups.progress import my_tasks, set_by_review
from handlers.messages import Reply
from handlers.papers.words import counted, not_handed_in
from handlers.wording import clip, clock, leaf_name, listed, month_day, plain
from scoring.decimals import ZERO
from scoring.sheet import Line

LISTED = 10
UNPRICED = "总分：文件没有规定各项分值（另行制定），挂接补充方案后才能计分；填报、材料和提醒照常。"
NO_POINTS = "（文件没有规定分值，按完成任务数排）"


def overview(_text: str, context: Context) -> Reply:
    """现在多少分: the provisional total, what is not reported and who owes most."""
    return Reply(overview_text(standing_now(context), context.now))


def overview_text(standing: Standing, now: datetime) -> str:
    """The same for a pushed summary."""
    lines = [_head(standing, now)]
    lines += _totals(standing)
    owing = standing.owing
    if owing:
        names = "、".join(f"{unit.unit}{len(unit.missing)}项" for unit in owing[:4])
        lines.append(f"未报{standing.missing}项，缺得最多：{names}。")
    else:
        lines.append("各单位都报齐了。")
    lines.append("暂得按上报计算，以核定为准。回“排名”“没报”“丢分”看明细。")
    return "\n".join(lines)


def ranking(text: str, context: Context) -> Reply:
    """排名: by assessed unit where there are several, then by responsible unit; 从差到好 the last ones first."""
    standing = standing_now(context)
    step = -1 if BACKWARDS.search(text) else 1
    lines = [UNPRICED] if standing.rubric.unpriced else []
    if len(standing.campaign.subjects) > 1 and not standing.rubric.unpriced:
        lines.append(f"被考核单位排名{'' if standing.has_points else NO_POINTS}：")
        lines += _subject_rows(standing)[::step]
    if not standing.rubric.has_targets:
        by = "暂得/应得，按得分率" if standing.has_points else "已报/应报，按完成率"
        lines.append(f"责任单位排名（{by}）：")
        lines += [_unit_row(place, unit) for place, unit in _placed(standing.units)[::step][:20]]
    lines.append("并列的名次相同；未报的项按0分计入，均为暂得。")
    return Reply("\n".join(lines))


BACKWARDS = re.compile("从(?:差|低|后|少|慢|末)(?:到|往|至|开始)|倒(?:着|序|过来|排)|由低到高|由差到好")


def ranking_rows(standing: Standing) -> list[str]:
    """“2 县城建局 4/12”: the assessed units where there are several, else the responsible ones, the best first."""
    if len(standing.campaign.subjects) > 1 and not standing.rubric.unpriced:
        return _subject_rows(standing)
    return [_unit_row(place, unit) for place, unit in _placed(standing.units)]


def missing(text: str, context: Context) -> Reply:
    """谁没报: units with what each owes; with a unit's name, that unit's whole list."""
    if _OWN.search(context.incoming.text) and may(context.speaker.role, Act.REPORT):
        return my_tasks("", context)
    standing = standing_now(context)
    owing = standing.owing
    papers = not_handed_in(standing.deadlines, context.now)
    if not owing:
        return Reply("\n".join(["各单位都报齐了，没有缺项。", *papers]))
    whose = mentions(text, context).units if text.strip() else ()
    named = [unit for unit in owing if text.strip() and (text.strip() in unit.unit or whose == (unit.unit,))]
    if named:
        return Reply("\n".join(owed_in_full(named[0], context)))
    of = [one for one in whose if len(standing.sheets) > 1 and one in standing.sheets]
    if of:
        left = [replace(unit, missing=tuple(one for one in unit.missing if one[1] in of)) for unit in owing]
        owing, papers = [unit for unit in left if unit.missing], []
    count = sum(len(unit.missing) for unit in owing)
    lines = [f"{'、'.join(of)}未报{count}项，涉及{len(owing)}家：", *in_short(owing)]
    lines += counted(papers)
    lines.append("回“催办”逐个提醒，回“没报 单位名”看全部缺项。")
    return Reply("\n".join(lines))


_OWN = re.compile("(?:我们?|咱们?|本)(?:局|办|单位|科)?(?:里)?自己|我局|我办|本(?:单位|局)|我们[局办]")


def missing_papers(text: str, context: Context) -> Reply | None:
    """哪些单位没报联系人: who has not handed in what is due besides the leaves; None where nothing such is named."""
    if re.search("电话|手机|号码|联系方式", text):
        return None
    rows = not_handed_in(standing_now(context).deadlines, context.now)
    named = [row for row in rows if any(word in text and word in row for word in _PAPERS)]
    if named:
        return Reply("\n".join(named))
    known = any(word in duty.what for duty in context.rubric.schedule for word in _PAPERS if word in text)
    return Reply("这一项没有没交的单位（只算到今天该交的）。") if known else None


_PAPERS = ("联系人", "自评", "整改报告", "印证材料", "信息")


def losses(_text: str, context: Context) -> Reply:
    """丢分在哪: scored leaves below full marks, the dearest first."""
    standing = standing_now(context)
    if standing.rubric.has_targets:
        return Reply("\n".join(_missed_targets(standing)))
    if standing.rubric.unpriced:
        return Reply(UNPRICED)
    rows = standing.losses
    open_marks = sum((line.full_marks or ZERO for line in _unreported(standing)), ZERO)
    if not rows:
        return Reply(f"已报的项目前没有丢分；未报的项还有{plain(open_marks)}分没有着落。")
    total = sum((lost for _, _, lost in rows), ZERO)
    lines = [f"已报的{len(rows)}项共丢{plain(total)}分；未报的项另有{plain(open_marks)}分没有着落。"]
    several = len(standing.campaign.subjects) > 1
    for line, subject, lost in rows[:LISTED]:
        where = f"{subject}·" if several else ""
        name = leaf_name(line.criterion, 20)
        lines.append(f"{where}{line.code} {name} −{plain(lost)}分（{line.criterion.reporter}）")
    lines.append("回“为什么 编号”看依据。")
    return Reply("\n".join(lines))


def losses_of(text: str, context: Context) -> Reply | None:
    """为什么这么低: where points are lost; None where the words before it name something of their own."""
    return losses("", context) if not _ABOUT.sub("", text.strip()) else None


_ABOUT = re.compile("我们|咱们?|全县|全市|全区|整体|总体|总分|分数?|得分|的|现在|目前|[，,。\\s]")


def own_score(_text: str, context: Context) -> Reply:
    """我的得分: the speaker's unit alone."""
    standing = standing_now(context)
    own = next(
        (unit for unit in standing.units if unit.unit in (context.seat.unit, context.seat.subject)), None
    )
    if own is None:
        return Reply("您单位没有单独计分的项。")
    node = milestone_name(context.rubric, standing.milestone)
    if standing.rubric.has_targets:
        sheet = standing.sheets[context.seat.subject or context.seat.unit]
        lines = [f"{own.unit}：{sheet.assigned}项任务，已达到{sheet.met}项（分解表没有分值）。"]
    else:
        lines = [f"{own.unit}{'·' + node if node else ''}：暂得{plain(own.points)}/{plain(own.full)}分。"]
    if own.missing:
        names = listed(own.owed(18), 5)
        lines.append(f"还差{len(own.missing)}项没报齐：{names}。")
    else:
        lines.append("各项都报齐了。")
    lines += set_by_review(context)
    lines.append("以上为暂得，最终以核定为准。回“为什么 序号”看依据。")
    return Reply("\n".join(lines))


def _head(standing: Standing, now: datetime) -> str:
    node = milestone_name(standing.rubric, standing.milestone)
    due = standing.deadlines.current(standing.milestone)
    until = f"，{month_day(due)}截止（{standing.deadlines.left(now, due)}）" if due else ""
    return (
        f"《{clip(standing.campaign.name, 30)}》截至{clock(now)}{' ' + node + '节点' if node else ''}{until}"
    )


def _totals(standing: Standing) -> list[str]:
    sheets = standing.sheets
    if standing.rubric.has_targets:
        met = sum(sheet.met or 0 for sheet in sheets.values())
        assigned = sum(sheet.assigned or 0 for sheet in sheets.values())
        return [f"{len(sheets)}家被考核单位，{assigned}项任务已达到{met}项（分解表没有分值）。"]
    if standing.rubric.unpriced:
        return [UNPRICED]
    if len(sheets) > 1:
        return _subject_rows(standing)[:LISTED]
    ((subject, sheet),) = sheets.items()
    lines = [f"暂得{plain(sheet.points or ZERO)}/{plain(sheet.full or ZERO)}分{_veto_text(standing)}"]
    lines.append(_split_text(standing, subject))
    if sheet.sections:
        labels = {section.name: section.label or section.name for section in standing.rubric.sections}
        parts = [f"{labels.get(name, name)}{plain(points)}" for name, points in sheet.sections.items()]
        lines.append("，".join(parts) + (f"；其中加分{plain(sheet.bonus)}" if sheet.bonus else ""))
    return lines


def _split_text(standing: Standing, subject: str) -> str:
    """How much of it has been verified, how much waits, and how many marks nothing was reported for."""
    verified, waiting = ZERO, ZERO
    for code, line in standing.sheets[subject].lines.items():
        record = standing.records.get((code, subject))
        if record is not None and record.verified:
            verified += standing.verified[subject].lines[code].points or ZERO
        else:
            waiting += line.points or ZERO
    unreported = sum((line.full_marks or ZERO for line in _unreported(standing)), ZERO)
    return f"其中已核定{plain(verified)}分，待核定{plain(waiting)}分；未报的项共{plain(unreported)}分"


def _veto_text(standing: Standing) -> str:
    (sheet,) = standing.sheets.values()
    if sheet.grade is not None:
        return f"，等次：{sheet.grade}"
    return "，否决项未核定，等次暂不定" if sheet.pending else ""


def _subject_rows(standing: Standing) -> list[str]:
    if standing.has_points:
        scored = [(subject, sheet.points or ZERO) for subject, sheet in standing.sheets.items()]
        scored.sort(key=lambda row: -row[1])
        return [f"{_place(scored, row[1])} {row[0]} {plain(row[1])}分" for row in scored]
    tasks = [(subject, Decimal(sheet.met or 0), sheet.assigned) for subject, sheet in standing.sheets.items()]
    shares = sorted(
        ((subject, met / (of or 1), met, of) for subject, met, of in tasks), key=lambda row: -row[1]
    )
    return [
        f"{_place([(s, share) for s, share, *_ in shares], row[1])} {row[0]} {plain(row[2])}/{row[3]}项"
        for row in shares
    ]


def _place(rows: list[tuple[str, Decimal]], value: Decimal) -> int:
    return 1 + sum(other > value for _, other in rows)


def _placed(units: tuple[UnitStanding, ...]) -> list[tuple[int, UnitStanding]]:
    return [(1 + sum(other.share > unit.share for other in units), unit) for unit in units]


def _unit_row(place: int, unit: UnitStanding) -> str:
    left = f"，差{len(unit.missing)}项" if unit.missing else ""
    if not unit.full:
        return f"{place} {unit.unit} 已报{unit.leaves - len(unit.missing)}/{unit.leaves}项"
    return f"{place} {unit.unit} {plain(unit.points)}/{plain(unit.full)}{left}"


def _unreported(standing: Standing) -> list[Line]:
    return [
        line for sheet in standing.sheets.values() for line in sheet.lines.values() if line.state == "missing"
    ]


def _missed_targets(standing: Standing) -> list[str]:
    lines = ["分解表没有分值，未达到目标的有："]
    for subject, sheet in standing.sheets.items():
        missed = [line for line in sheet.lines.values() if line.met is False]
        if missed:
            lines.append(
                f"{subject} {len(missed)}项：{listed([leaf_name(line.criterion, 14) for line in missed], 3)}"
            )
    return lines if len(lines) > 1 else ["已报的任务都达到目标；没报的看“没报”。"]


COMMANDS = (
    Command(
        Act.LOSSES,
        "为什么这么低",
        words(""),
        losses_of,
        re.compile(
            r"(?P<rest>.{0,14}?)(?:为什么|为啥|怎么|咋|凭什么)(?:分|得分|分数|总分)?(?:会|就)?(?:这么|那么|才这么|这样|才)(?:低|少|差|点儿?|惨|不高)的?(?:分)?[呢啊呀了?？]*"
        ),
        shy=True,
    ),
    Command(
        Act.LOSSES,
        "哪几项没达标",
        words(""),
        losses,
        re.compile(
            r"(?:还)?(?:有)?(?:哪[些几]?|多少|几)个?(?:项|指标|任务)?(?:都)?(?:没|未|不)(?:有)?(?:达标|达到|合格|到位).{0,4}"
            r"|(?:为什么|为啥|怎么|咋|凭什么)(?:会|就|被|要)?(?:扣|丢|失)了?分[了的呢啊]*[?？]?"
        ),
        shy=True,
    ),
    Command(
        Act.MISSING,
        "哪些单位没报联系人",
        words(""),
        missing_papers,
        re.compile(
            r"(?P<rest>(?=.*(?:谁|哪|几家|单位))(?=.*(?:没|未)(?:有)?(?:报|交)).{0,20}(?:联系人|自评(?!得?分)|整改报告|印证材料|信息).{0,16})"
        ),
        shy=True,
    ),
)
"""What is asked of these in other words; the plain words stand in the list of all commands."""
