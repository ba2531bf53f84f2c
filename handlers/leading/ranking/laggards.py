"""哪些单位拖后腿: the units that cost the total most, with what is not reported and what was lost."""

import re
from collections.abc import Sequence
from decimal import Decimal

from handlers.access import Act, may
from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.campaign.units import mentions
from handlers.command import command, shy
from handlers.context import Context
from handlers.leading.one_unit.spoken_of import by_stem
from handlers.leading.one_unit.unit_view import in_short, remember, view, viewed
from handlers.messages import Reply
from handlers.reminding import urging
from handlers.wording import plain, shown
from scoring.decimals import ZERO

LISTED = 8
_DISTRICTS = re.compile("个?(?:县区|区县|[区县镇乡]|街道)")
_LACKS = re.compile("缺|差什么|差啥|[差低弱丢]在|为什么|为啥|原因")
_MANY = 15
BUT = re.compile(
    r"^(?!.*催).{0,4}除(?:了|开|去)?(?P<but>[^,，。]{2,12}?)(?:以外|之外|外)?[,，\s]*(?:还有|还|其他|其它|别的|另外|剩下|哪|谁).{0,8}(?:[没未]|[差缺欠])"
)


def laggards(text: str, context: Context) -> Reply:
    """The units below their full marks (or with anything missing), the dearest first; of 三个区 the assessed ones."""
    standing = standing_now(context)
    if len(standing.sheets) > 1 and standing.has_points and _DISTRICTS.search(text):
        return worst("", context)
    rows = behind(standing)
    if not rows:
        return Reply("没有拖后腿的：各单位都报齐了，也没有丢分。")
    remember(rows[0].unit, context)
    by = "按离满分差多少排" if standing.has_points else "按没报齐的项数排"
    lines = [f"拖后腿的{len(rows)}家（{by}）："]
    lines += shown([f"{place} {_row(row)}" for place, row in enumerate(rows, start=1)], LISTED, "……另有{}家")
    lines.append("未报的按0分计，均为暂得。回单位名看明细，回“催办”提醒欠报的。")
    return Reply.of(*lines)


def behind(standing: Standing) -> Sequence[UnitStanding]:
    """The units that lack points or reports, those that lack most first."""
    rows = [unit for unit in standing.units if unit.missing or unit.points < unit.full]
    if standing.has_points:
        return sorted(rows, key=lambda unit: (unit.points - unit.full, -len(unit.missing)))
    return sorted(rows, key=lambda unit: -len(unit.missing))


def most_behind(rows: Sequence[UnitStanding], by_points: bool) -> Sequence[UnitStanding]:
    """Whoever of those lacks most points, else reports, with all who lack as much."""
    lacking = [one.full - one.points if by_points else len(one.missing) for one in rows]
    return [one for one, lacks in zip(rows, lacking, strict=True) if lacks == max(lacking)]


def _row(unit: UnitStanding) -> str:
    missing = f"未报{len(unit.missing)}项" if unit.missing else "已报齐"
    if not unit.full:
        return f"{unit.unit} {missing}，共{unit.leaves}项"
    return f"{unit.unit} {plain(unit.points)}/{plain(unit.full)}分，差{plain(unit.full - unit.points)}分（{missing}）"


def worst(text: str, context: Context) -> Reply:
    """哪个区最差: the assessed units by their totals, the lowest named; units that report where there is one."""
    standing = standing_now(context)
    if len(standing.sheets) == 1 or not standing.has_points:
        return laggards(text, context)
    totals = {subject: sheet.points or ZERO for subject, sheet in standing.sheets.items()}
    checked = {subject: sheet.points or ZERO for subject, sheet in standing.verified.items()}
    given = {subject: _given(subject, standing) for subject in totals}
    told = [("暂得", totals), ("已核定", checked), ("考核单位已评", given)]
    by, marks = next((pair for pair in told if len(set(pair[1].values())) > 1), told[0])
    rows = sorted(marks, key=lambda subject: marks[subject])
    lowest = [subject for subject in rows if marks[subject] == marks[rows[0]]]
    if len(lowest) == len(rows):
        return Reply(
            f"{len(rows)}家现在一样，都是{by}{plain(marks[rows[0]])}分，分不出最差的。回“没报”看谁没报。"
        )
    remember(lowest[0] if len(lowest) == 1 else "", context)
    if _LACKS.search(text) and len(lowest) == 1:
        return Reply.of(*view(mentions(lowest[0], context), context))
    lines = [f"{by}最低的是{'、'.join(lowest)}，{plain(marks[lowest[0]])}分："]
    totalled = [
        f"{subject} 暂得{plain(totals[subject])}分（已核定{plain(checked[subject])}分）" for subject in rows
    ]
    lines += shown(totalled, LISTED, "……另有{}家")
    lines.append("未报的按0分计，均为暂得。回单位名看明细。")
    return Reply.of(*lines)


def silent(text: str, context: Context) -> Reply:
    """谁一项都没报: the units that have reported nothing of what they owe; of a unit that is named, how it stands."""
    told = viewed(text, context)
    if told is not None:
        return told
    standing = standing_now(context)
    rows = [unit for unit in standing.units if unit.missing and len(unit.missing) == unit.leaves]
    if not rows:
        return Reply("没有一项都没报的单位。回“没报”看各家还缺什么。")
    if _URGES.search(context.incoming.text) and may(context.speaker.role, Act.URGE):
        return urging.urge("、".join(unit.unit for unit in rows), context)
    names = shown([f"{unit.unit} {unit.leaves}项" for unit in rows], _MANY, "……另有{}家")
    return Reply.of(f"一项都没报的{len(rows)}家：", *names, "回“催办”逐个提醒。")


_URGES = re.compile("催(?![了过办]).{0,6}$")


def others_owing(text: str, context: Context) -> Reply | None:
    """除了市场局还有谁没报: whoever else owes."""
    found = BUT.search(text)
    units = (
        mentions(found["but"], context).units or by_stem(found["but"], context) if found is not None else ()
    )
    if not units:
        return None
    rows = [one for one in standing_now(context).owing if one.unit not in units]
    head = f"除{'、'.join(units)}外，没报齐的{len(rows)}家" if rows else f"除{'、'.join(units)}外都报齐了。"
    return Reply.of(f"{head}：" if rows else head, *in_short(rows))


def _given(subject: str, standing: Standing) -> Decimal:
    """What the assessors have given the unit, reported or not."""
    rows = [record.assessed for (_, unit), record in standing.records.items() if unit == subject]
    return sum((Decimal(str(row.get("assessed_points") or 0)) for row in rows), ZERO)


COMMANDS = (
    command(
        Act.RANKING,
        "哪个区最差",
        "",
        worst,
        r".{0,8}哪(?:一?个|些|几个|家)?(?:被考核)?(?:单位)?(?:县区|区县|区|县|镇|乡镇|街道)(?:现在|目前|的?得?分数?)*(?:是)?(?:拖后腿|最差|最危险|最悬|最弱|最不行|垫底|落后|最低|最少|最慢|倒数|排最后)(?:的|是|呢|啊|了|[,，。?？\s])*(?:(?:差|低|弱)在哪.{0,3}|(?:为什么|咋|怎么).{0,6}|什么原因)?"
        r"|最(?:差|低|后)的?(?:那|这)?个?(?:县区|区县|区|县|镇|街道)(?:是|缺|差|为|怎|咋|还).{0,8}",
    ),
    shy(
        Act.MISSING,
        "谁一项都没报",
        silent,
        r"(?P<rest>.{0,8}(?:谁|哪|有没有|单位|局|镇|区|县).{0,8}(?:一项|一个|一条|一样|啥|什么|一点儿?)(?:数)?(?:都|也)?(?:还)?没有?(?:报|交|动|填).{0,6})"
        r"|.{0,6}(?:谁|哪[些几]?[个家]?(?:单位|局|部门|镇|区)?)(?:还|都)*(?:一直|始终|至今|到现在)(?:都|还)*没(?:有)?(?:动静|动|反应|吭声).{0,4}"
        r"|(?:还)?(?:一项|一个|一条|一样|啥|什么)(?:都|也)?(?:还)?没有?(?:报|交|动|填)(?:过)?的.{0,10}",
    ),
    command(
        Act.RANKING,
        "哪些单位拖后腿",
        "拖后腿 谁拖后腿 哪些单位拖后腿 哪家拖后腿 谁最差 最差的是谁 谁垫底 倒数 垫底",
        laggards,
        r"(?P<rest>.{0,8})(?:谁|哪些?|哪几?)(?:家|个)?(?:单位|部门|局)?(?:在)?(?:拖后腿|最差|垫底|落后|进度慢|最慢).{0,3}|.{0,6}[差缺]在(?:哪[几些]?[家个](?:单位|局)?|谁(?:家|那里?)?).{0,3}",
    ),
)
