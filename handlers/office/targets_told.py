"""目标值 as they stand: what was set, what is printed, and how many districts have got there."""

import re
from collections.abc import Sequence

from handlers.access import Act, may
from handlers.campaign.arrangements import arranged_for
from handlers.campaign.targets import AVERAGE, actual_input, average_of, target_input, target_of, with_targets
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import leaves_about, topic_of
from handlers.messages import Reply
from handlers.office.target_leaves import NO_SETTING
from handlers.reading import ReportItem
from handlers.wording import clip, leaf_name, month_day, plain, value_text
from scoring.model import Criterion, Input
from store.records import Arrangement


def told(leaf: Criterion, units: Sequence[str], context: Context) -> str:
    """What the target of a leaf is that the office sets, for all or for those assessed units."""
    item = target_input(leaf)
    if item is None:
        return f"{leaf.code} {leaf_name(leaf)}没有由质强办定的目标值。"
    own = [unit for unit in units if unit in context.speaker.campaign.subjects]
    now = "；".join(f"{unit}{value_before(leaf, item, unit, context)}" for unit in own) or value_before(
        leaf, item, "", context
    )
    unset = "没有目标的项不算分，已报的照存。" if now == "没有设" else ""
    return f"{leaf.code} {leaf_name(leaf)}的目标现在{now}，没有改动。{unset}要改回“{leaf.code} 目标 数值”。"


def targets(_text: str, context: Context) -> Reply:
    """目标: every leaf whose target is the office's, and what it is; how it is set for who may set it."""
    rows, sets = [], may(context.speaker.role, Act.TARGET)
    for criterion in context.rubric.criteria:
        item = target_input(criterion)
        if item is not None:
            now = f"{value_before(criterion, item, '', context)}{_of_units(criterion, item, context)}"
            rows.append(f"{criterion.code} {leaf_name(criterion, 18)}：{now}")
    if not rows:
        return Reply(where(context) if sets else _printed_where(context))
    how = ["改目标回“编号 目标 数值”。"] if sets else []
    return Reply.of(f"由质强办定的目标{len(rows)}项：", *rows[:20], *how)


def _printed_where(context: Context) -> str:
    if context.rubric.has_targets:
        return "目标印在任务分解表里：看一家的问“九华江苏名牌目标多少”，各家的问“各镇江苏名牌目标多少”。"
    return "这份细则没有由质强办定的目标值，各项照条文评。"


def where(context: Context) -> str:
    """目标在哪里设: here, in the printed table, or nowhere."""
    if context.rubric.has_targets:
        return (
            f"{_printed_where(context)}聊天里不设也不改，"
            "要改得有签发的补充方案，请装系统的信息人员换上。没有改动。"
        )
    leaves = with_targets(context.rubric)
    if not leaves:
        return f"{_printed_where(context)}不用设，没有改动。"
    return (
        f"就在这里说：发“指标名 目标 数值”，如“{clip(leaf_name(leaves[0]), 20)}目标95”；单独一家发“单位 指标名 目标 数值”；"
        f"按平均值发“{leaves[0].code} 用平均值”。现在设了哪些回“目标”。没有改动。"
    )


def _of_units(criterion: Criterion, item: Input, context: Context) -> str:
    """What was set for single units, behind what holds for all others."""
    rows = context.arranged.targets.items()
    own = [
        f"；{unit}{_set(row, item, context)}" for (code, unit), row in rows if unit and code == criterion.code
    ]
    return "".join(own)


def averages(criterion: Criterion, context: Context) -> bool:
    """Whether the target may be the average of the assessed units."""
    return len(context.speaker.campaign.subjects) > 1 and actual_input(criterion) is not None


def value_before(criterion: Criterion, item: Input, subject: str, context: Context) -> str:
    """What the target was until now, in words."""
    row = target_of(context.arranged, criterion.code, subject)
    return printed(criterion, item, context) if row is None else _set(row, item, context)


def goal_now(leaf: Criterion, unit: str, context: Context) -> str:
    """是95%（…）, 没有设: what the target of the leaf is for the assessed unit ("" for all)."""
    item = target_input(leaf)
    return value_before(leaf, item, unit, context) if item is not None else "没有"


def _set(row: Arrangement, item: Input, context: Context) -> str:
    who = f"{row.contact_name or ''}{month_day(row.at)}设"
    if row.value["method"] == AVERAGE:
        return f"是平均值（{who}；{progress_of(context.rubric.criterion(row.code), item, context)}）"
    return f"是{value_text(item, row.value['value'])}（{who}）"


def printed(criterion: Criterion, item: Input, context: Context) -> str:
    """What the document prints as the target, in words."""
    now = context.rubric.criterion(criterion.code).input(item.name)
    if now.default is not None:
        overlay = context.speaker.campaign.overlay
        paper = f"，{overlay['document']}" if overlay and overlay.get("document") else ""
        source = f"补充方案“{overlay.get('id')}”{paper}" if overlay else "细则"
        return f"是{value_text(item, plain(now.default))}（{source}）"
    return "没有设"


def progress_of(criterion: Criterion, item: Input, context: Context) -> str:
    """How far the average is: provisional with those that have reported, or final."""
    campaign = context.speaker.campaign
    reported = {(row.code, row.subject): row for row in context.uow.submissions.current(campaign.id)}
    actual = actual_input(criterion)
    row = arranged_for(context.uow, campaign.id).targets.get((criterion.code, ""))
    if row is None or actual is None:
        return ""
    average = average_of(row, campaign.subjects, reported)
    done = len(campaign.subjects) - len(average.waiting)
    if average.value is None:
        return f"还没有单位报数，报齐（{len(campaign.subjects)}家）前显示为暂估，报齐后自动重算并通知。"
    value = value_text(item, average.value)
    if average.final:
        return f"{done}家都已报齐，目标{value}。"
    return f"已报{done}/{len(campaign.subjects)}家，暂估{value}；报齐后自动重算并通知变化。"


def as_targets(unit: str, items: Sequence[ReportItem]) -> list[str]:
    """The printed targets beside what was said: they stand in a document and are not changed in chat."""
    lines = []
    for item in items:
        said = next(iter(item.inputs.values()))
        goal = item.criterion.targets.get(unit)
        lines.append(f"{item.criterion.code} {leaf_name(item.criterion, 20)}：{compared(said, goal)}")
    return as_printed(unit, lines)


def as_printed(unit: str, lines: Sequence[str]) -> list[str]:
    """The rows under what holds for all of them."""
    return [
        f"{unit}的目标由分解表印定，没有改动：",
        *lines,
        "要改目标须另有签发的补充方案，由装系统的信息人员换上。",
    ]


def compared(said: object, goal: object) -> str:
    """What is printed, beside what was said."""
    if goal is None:
        return "分解表是空格，没有这项任务"
    printed = plain(str(goal))
    return (
        f"目标就是{printed}，与您说的一致"
        if printed == plain(str(said))
        else f"印的是{printed}，您说的是{plain(str(said))}"
    )


def state(text: str, context: Context) -> Reply | None:
    """满意度目标没变吧: what the target of the one leaf is; None where the words name none."""
    rest = _WORDS.sub(" ", mentions(text, context).rest)
    candidates = with_targets(context.rubric)
    codes = re.findall(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])", text)
    found = [leaf for leaf in candidates if leaf.code in codes] or leaves_about(topic_of(rest), candidates)
    if len(found) != 1:
        return None
    return Reply(told(found[0], (), context)) if target_input(found[0]) is not None else None


def not_set(text: str, context: Context) -> Reply:
    """目标不是99, 听说目标要改成99: what the one that is named is; nothing is set."""
    said = state(NO_SETTING.sub("", text), context)
    return said or Reply("没有改动。要设目标请发“编号或指标名 目标 数值”，各项目标回“目标”。")


_WORDS = re.compile(
    "目标值?|现在|多少|没变|变了|变|[改设定调](?:[为成到])?|还没下达?|没下|没定|没有?设|先空着|空着|先不|别|不用|算分|打分|计分|是不是|对不对|对吗|[0-9.]+[%％]?|[，,。！？?吧吗呢啊了的是]"
)
