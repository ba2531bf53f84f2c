"""报了多少了: how far the reports and the reviews of the running milestone are, in counts."""

import re

from handlers.access import Act
from handlers.calendar.deadlines import milestone_name
from handlers.campaign.standing import standing_now, standing_of
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.one_unit import unit_view
from handlers.matters.listing import listing
from handlers.messages import Reply
from handlers.office.days.items_named import leaf_named
from handlers.office.days.moving import milestone_in
from handlers.wording import shown

_HEAD = re.compile(r"(?P<of>\S{2,6}?)(?:现在|目前|已经?|都)?(?:报|交)了")
REPORTED = ("waiting", "returned", "accepted")


def counts(text: str, context: Context) -> Reply | None:
    """Leaves by state, units by completeness, people by binding; None for 专利报了多少, which is of one leaf."""
    if _is_of_one_leaf(text, context):
        return None
    said = context.incoming.text if len(mentions(text, context).units) != 1 else text
    if len(units := mentions(said, context).units) == 1 and not mentions(said, context).heard:
        return unit_view.unit(units[0], context)
    standing = standing_of(context.uow, context.speaker.campaign, context.library, context.now)
    codes = {
        (line.code, subject) for subject, sheet in standing.sheets.items() for line in sheet.lines.values()
    }
    states = [record.status for key, record in standing.records.items() if key in codes]
    leaves = sum(unit.leaves for unit in standing.units)
    full = sum(not unit.missing for unit in standing.units)
    empty = sum(len(unit.missing) == unit.leaves for unit in standing.units)
    node = milestone_name(standing.rubric, standing.milestone)
    people = [person for person in context.uow.roster.list(standing.campaign.id) if person.active]
    bound = sum(person.account is not None for person in people)
    asked = milestone_in(text, context)
    ahead = (
        f"{milestone_name(standing.rubric, asked)}节点还没开始报，现在的是：\n"
        if _is_ahead(asked, context)
        else ""
    )
    reported = sum(state in REPORTED for state in states)
    return Reply(
        f"{ahead}{node + '节点' if node else ''}应报{leaves}项：报齐{leaves - standing.missing}、没报齐{standing.missing}；"
        f"有填报的{reported}项里待审{states.count('waiting')}、已通过{states.count('accepted')}、"
        f"退回未改{states.count('returned')}。\n"
        f"单位{len(standing.units)}家：齐{full}、部分{len(standing.units) - full - empty}、空{empty}。"
        f"名册{len(people)}人，已绑定{bound}人。\n"
        "回“没报”看名单，“催办”提醒欠报的，“待审”去审核。"
    )


def _is_of_one_leaf(text: str, context: Context) -> bool:
    head = _HEAD.match(text)
    leaves = [leaf for leaf in context.rubric.criteria if leaf.milestone in (None, context.milestone)]
    return head is not None and leaf_named(head["of"], leaves) is not None


def _is_ahead(milestone: str, context: Context) -> bool:
    """Whether that milestone comes behind the running one."""
    order = [node.id for node in context.rubric.milestones]
    known = milestone in order and context.milestone in order
    return known and order.index(milestone) > order.index(context.milestone or "")


def by_unit(_text: str, context: Context) -> Reply:
    """每个单位应报几项已报几项: so many of each, whoever owes most first."""
    units = sorted(standing_now(context).units, key=lambda unit: (-len(unit.missing), unit.unit))
    rows = [
        f"{unit.unit} 应报{unit.leaves}、已报{unit.leaves - len(unit.missing)}、还差{len(unit.missing)}"
        for unit in units
    ]
    return Reply(
        "\n".join([f"{len(units)}家单位：", *shown(rows, 30, "……另有{}家"), "要表格回“导出计分表”。"])
    )


def reported(_text: str, context: Context) -> Reply:
    """谁报了: the units that have reported anything, and how much of theirs."""
    units = [unit for unit in standing_now(context).units if len(unit.missing) < unit.leaves]
    empty = len(standing_now(context).units) - len(units)
    rest = f"一项都没报齐的{empty}家，名单回“没报”。" if empty else "没有一项都没报齐的。"
    if not units:
        return Reply(f"还没有单位报过。{rest}")
    rows = [f"{unit.unit} {unit.leaves - len(unit.missing)}/{unit.leaves}项" for unit in units]
    return Reply(
        "\n".join([f"报过的{len(units)}家（报齐的项/应报）：", *shown(rows, 20, "……另有{}家"), rest])
    )


def appeals(_text: str, context: Context) -> Reply:
    """有几个申诉: the open ones."""
    return listing("异议", context)


COMMANDS = (
    Command(
        Act.MATTERS,
        "有几个申诉",
        words("有几个申诉 有几个异议 几个申诉 申诉 异议 申诉情况 异议情况 有没有申诉 有没有异议"),
        appeals,
        re.compile(
            r".{0,8}(?:异议|申诉)(?:都|现在|的)?(?:处理|办理|办|进展|到哪|情况|怎么样|几[起个件条]|收到).{0,14}|.{0,8}(?:收到|有)了?(?:几|多少)[起个件条](?:异议|申诉).{0,6}"
        ),
    ),
    Command(
        Act.MISSING,
        "谁报了",
        words("谁报了 谁已经报了 哪些单位报了 哪几家报了 都有谁报了 已报的单位 已经报的有哪些"),
        reported,
        re.compile(
            r"(?:现在|目前|到现在|都|有)*(?:谁|哪[些几]?个?(?:单位|家|局|镇|区|县|部门))(?:是)?(?:已经|都)*[报交]了(?:的|数)?[?？啊呀]*"
            r"|已?经?[报交]了?的(?:都)?(?:是|有)?(?:谁|哪[些几]?个?(?:单位|家|局|镇)?)[?？啊呀]*"
        ),
        shy=True,
    ),
    Command(
        Act.MISSING,
        "报了多少了",
        words(
            "报了多少了 报了多少 完整率 完成率 报送情况 上报情况 填报情况 统计 报送进度 交了多少了 交了多少"
        ),
        counts,
        re.compile(
            r"(?!.*(?:今天|昨天|前天|最近|刚|[这本上]一?个?(?:周|星期|礼拜))).{0,6}(?:报|交)了(?:多少|几)(?:项|家|个)?了?.{0,2}"
        ),
        shy=True,
    ),
)
