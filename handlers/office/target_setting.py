"""设目标: targets that the document leaves to the office, fixed or as the average of the assessed units."""

import re
from collections.abc import Sequence

from handlers import dialogs
from handlers.access import Act
from handlers.campaign.targets import AVERAGE, FIXED, actual_input, target_input, with_targets
from handlers.campaign.units import mentions
from handlers.command import Command, nameless, saying, words
from handlers.context import Context
from handlers.leading.topics import topic_of
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.target_leaves import NO_SETTING, leaf_meant
from handlers.office.targets_told import (
    averages,
    not_set,
    printed,
    progress_of,
    state,
    targets,
    told,
    value_before,
)
from handlers.reading import Certain, Impossible, read_value
from handlers.suggesting import offering
from handlers.wording import clip, leaf_name, value_text
from scoring.errors import ScoringError
from scoring.inputs import check_inputs
from scoring.model import Criterion, Input

LAST = "target"
"""The open talk that remembers which leaf's target was set last."""
_PARTS = re.compile(
    r"(?:把|将)?(?P<leaf>.{1,40}?)(?>今年的?|当年的?|本年度?的?|的)?(?:目标值?|任务|全[市县区]平均值?)(?:数)?(?:定为|设为|改为|改成|调到|调成|调为|定到|改到|下达|改|调|给|按|下|定|设|是|为|[=:：])?\s*(?P<value>[\d.]+\s*[%％]?)\s*(?:个?(?:百分)?点|分|个|家|件)?"
)


def sets(text: str) -> bool:
    """Whether the words set a target: a leaf, 目标 and a figure."""
    found = _PARTS.fullmatch(text.strip())
    once = found is not None and "目标" not in found["leaf"] and not _UNCHANGED.search(found["leaf"])
    return once and re.search("目标|任务", text) is not None and not _ASKED.search(text)


_UNCHANGED = re.compile("不[改动变]|照旧")


def names_leaf(text: str, context: Context) -> bool:
    """Whether words that set a target name the leaf itself, not only the unit that reports it."""
    found = _PARTS.fullmatch(text.strip())
    return found is not None and isinstance(
        leaf_meant(mentions(found["leaf"], context).rest, context), Criterion
    )


def set_fixed(text: str, context: Context) -> Reply | None:
    """制造业目标95: for every assessed unit, or for those that the words name."""
    found = _PARTS.fullmatch(text.strip())
    if found is None:
        return Reply("请这样发：“制造业目标95”。没有改动。")
    if _ASKED.search(text) or NO_SETTING.search(text):
        return state(text, context) if _ASKED.search(text) else not_set(text, context)
    mentioned = mentions(found["leaf"], context)
    if context.rubric.has_targets or "目标" in found["leaf"]:
        return None
    subjects = [unit for unit in mentioned.units if unit in context.speaker.campaign.subjects]
    criterion = leaf_meant(mentioned.rest, context)
    if not isinstance(criterion, Criterion):
        whom = f"{'、'.join(subjects)} " if subjects else ""
        return which_leaf(
            f"“{clip(text.strip(), 24)}”是哪一项的目标？", f" 目标 {found['value']}", criterion, context, whom
        )
    if "目标" not in text and "平均" in text and "平均" not in criterion.clause:
        return Reply(
            f"{criterion.code} {leaf_name(criterion)}：原文没有说目标就是平均值，没有改动。要把{found['value']}当目标，"
            f"发“{criterion.code} 目标 {found['value']}”。"
        )
    return _checked(criterion, found["value"], subjects, context)


def _checked(criterion: Criterion, said: str, subjects: Sequence[str], context: Context) -> Reply:
    """Keep the value where the leaf's target takes it."""
    value = value_of(criterion, said)
    item = target_input(criterion)
    if isinstance(value, Reply) or item is None:
        return value if isinstance(value, Reply) else Reply("没有改动。")
    return keep(criterion, item, value, subjects, context)


def value_of(criterion: Criterion, said: str) -> str | Reply:
    """What the figure is as that leaf's target; the refusal where it can be none."""
    item = target_input(criterion)
    read = read_value(item, said) if item is not None else None
    if item is None or not isinstance(read, Certain):
        why = f"：{item.label}{read.reason}" if item and isinstance(read, Impossible) else ""
        return Reply(f"“{said}”不能作{criterion.code} {leaf_name(criterion, 20)}的目标{why}，没有改动。")
    try:
        check_inputs(criterion, {item.name: read.value}, partial=True)
    except ScoringError as error:
        return Reply(f"没有改动：{error.message}")
    return str(read.value)


def keep(
    criterion: Criterion, item: Input, value: object, subjects: Sequence[str], context: Context
) -> Reply:
    """Keep the value for those assessed units (none: for all) and say what it was before."""
    before = value_before(criterion, item, next(iter(subjects), ""), context)
    for subject in subjects or ("",):
        content = {"input": item.name, "method": FIXED, "value": value}
        arrange(context, "target", content, code=criterion.code, unit=subject)
    dialogs.ask(context, LAST, {"code": criterion.code, "units": list(subjects)})
    whom = "、".join(subjects) or f"{len(context.speaker.campaign.subjects)}家被考核单位"
    lines = [
        f"已设：{criterion.code} {leaf_name(criterion)} 目标{value_text(item, value)}（固定值，{whom}），原来{before}。",
        f"原文：{clip(criterion.clause, 80)}",
    ]
    if averages(criterion, context):
        lines.append("若按各单位平均值自动算，回“用平均值”。")
    lines.append(f"得分已按新目标算；设错回“取消目标 {criterion.code}”。")
    return Reply("\n".join(lines))


_ASKED = re.compile("没变|变了吗|变没变|[吗吧呢?？]$|是不是|对不对|对吗|还是|多少|几")


_NOT_MEAN = re.compile(r"别(?!固定|定死|写死)|不(?:要|能|再|想)?(?:用|按|取)|[吗?？]\s*$")


def set_average(text: str, context: Context) -> Reply | None:
    """用平均值: the mean of what the assessed units report, provisional until all have."""
    if _NOT_MEAN.search(text):
        return None
    criterion = _meant(text, context)
    if not isinstance(criterion, Criterion):
        return which_leaf("哪一项的目标用平均值？", " 用平均值", criterion, context)
    item, actual = target_input(criterion), actual_input(criterion)
    if item is None or actual is None or not averages(criterion, context):
        return Reply(
            f"{criterion.code} {leaf_name(criterion)}没有可以平均的数（只有一家或没有同类数据），没有改动。"
        )
    content = {"input": item.name, "method": AVERAGE, "of": actual.name}
    arrange(context, "target", content, code=criterion.code)
    lines = [
        f"已设：{criterion.code} {leaf_name(criterion)} 目标＝各被考核单位“{actual.label}”的简单平均（原文没有公式）。"
    ]
    return Reply("\n".join([*lines, progress_of(criterion, item, context)]))


how_averaged = saying(
    "平均值：目标＝各被考核单位所报数的简单平均（原文没有公式），没报齐前显示为暂估，报齐后自动重算并通知。"
    "要用就发“编号 用平均值”。没有改动。"
)


def cancel(text: str, context: Context, units: Sequence[str] = ()) -> Reply:
    """取消目标: what the overlay or the document says counts again; only for those `units`, where given ("": for all)."""
    criterion = _meant(text, context)
    if not isinstance(criterion, Criterion):
        return which_leaf("取消哪一项的目标？", "", criterion, context, "取消目标 ")
    rows = [row for (code, _), row in context.arranged.targets.items() if code == criterion.code]
    rows = [row for row in rows if not units or row.unit in units]
    if not rows:
        return Reply(f"{criterion.code}没有在这里设过目标，没有改动。{told(criterion, (), context)}")
    for row in rows:
        arrange(context, "target", {}, code=row.code, unit=row.unit)
    item = target_input(criterion)
    now = f"，现在{printed(criterion, item, context)}" if item is not None else ""
    return Reply(f"已取消{criterion.code} {leaf_name(criterion)}在聊天里设的目标{now}。记录保留。")


BACK = (
    "(?:再|还是|又|给|把|它)*(?:改|调|换|恢复|还原|退|变)(?:回|成|到|为)*(?:去)?(?:原来|原先|之前|以前|原样|默认|文件|印)的?.{0,4}$"
    "|(?:恢复|还原|改回去|退回去).{0,3}$"
)


def back(text: str, context: Context) -> Reply:
    """制造业目标改回原来的: what it was before; which, where it was set here more than once."""
    criterion = _meant(re.sub(f"{BACK}|目标值?|[那这]个|的", "", text), context)
    if not isinstance(criterion, Criterion):
        return which_leaf("哪一项的目标改回原来的？", "", criterion, context, "取消目标 ")
    item = target_input(criterion)
    rows = [row for row in context.arranged.rows if row.kind == "target" and row.code == criterion.code]
    earlier = [str(row.value["value"]) for row in rows if row.value and row.value["method"] == FIXED]
    if item is None or len(set(earlier)) < _SEVERAL or not rows[-1].value:
        return cancel(criterion.code, context)
    before = earlier[-2] if rows[-1].value["method"] == FIXED else earlier[-1]
    choices = (
        (f"{criterion.code} 目标 {before}", f"改回上一次设的{before}"),
        (f"取消目标 {criterion.code}", f"聊天里设的都取消，回到原先{printed(criterion, item, context)}"),
    )
    return offering.choose(f"{criterion.code}的目标改回哪一个？没有改动。", choices, context)


def not_average(text: str, context: Context) -> Reply | None:
    """平均值先不用了，还按95: that figure, else what was before, for the one leaf whose target is the average."""
    rows, value = _averaged_now(context), _FIGURE.search(text)
    if len(rows) != 1:
        return None if rows else Reply("现在没有哪一项的目标是按平均值算的，没有改动。各项目标回“目标”。")
    code = rows.pop()
    return set_fixed(f"{code} 目标 {value[0]}", context) if value is not None else back(code, context)


_FIGURE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?:%|％)?$")
_SEVERAL = 2
_MOST = 9


def average_wondered(_text: str, context: Context) -> Reply:
    """要不还是平均值？ 平均先按两个区算着: offered, and set only when it is chosen; provisional until all have reported."""
    if rows := "、".join(sorted(_averaged_now(context))):
        return Reply(
            f"{rows}的目标已按平均值：没报齐前按已报的暂估，报齐后自动重算并通知；没有“报齐才算”的开关，没有改动。"
        )
    criterion = _meant("", context)
    if not isinstance(criterion, Criterion):
        return which_leaf("哪一项的目标用平均值？", " 用平均值", criterion, context)
    order = f"{criterion.code} 用平均值"
    choices = ((order, f"{order}（未报齐前暂估，报齐后自动重算）"),)
    return offering.choose("没有改动。要改用平均值吗？", choices, context)


def _averaged_now(context: Context) -> set[str]:
    """The leaves whose target is the average."""
    return {code for (code, _), row in context.arranged.targets.items() if row.value.get("method") == AVERAGE}


def which_leaf(
    asked: str, order: str, leaves: Sequence[Criterion], context: Context, whom: str = ""
) -> Reply:
    """Ask of which leaf the rest of the order is said; the choice does it."""
    if not leaves:
        return Reply("这份细则没有由质强办定的目标值，没有改动。")
    choices = [
        (f"{whom}{leaf.code}{order}", f"{whom}{leaf.code} {leaf_name(leaf, 24)}：{order.strip()}")
        for leaf in leaves[:_MOST]
    ]
    return offering.choose(f"{asked}没有改动。", choices, context)


def _meant(text: str, context: Context) -> Criterion | Sequence[Criterion]:
    """The leaf that the words name, else the one whose target was set last."""
    if topic_of(text):
        return leaf_meant(text, context)
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is not None and state["kind"] == LAST:
        return context.rubric.criterion(str(state["code"]))
    leaves = with_targets(context.rubric)
    averaged = [leaf for leaf in leaves if averages(leaf, context)]
    return averaged[0] if len(averaged) == 1 else averaged


COMMANDS = (
    Command(
        Act.TARGET,
        "用平均值",
        words("用平均值 按平均值 平均值 用全市平均值 用平均数"),
        set_average,
        re.compile(r"(?P<rest>.{0,20}?)(?:目标)?(?:用|按|取)(?:全市|各区|各县)?平均(?:值|数).{0,20}"),
        shy=True,
    ),
    Command(
        Act.TARGET,
        "平均值怎么算的",
        words(""),
        how_averaged,
        re.compile(
            r"(?:目标)?(?:用|按|的)?(?:全市|各区|各县)?平均(?:值|数)?(?:是)?(?:怎么|咋|如何)(?:算|定|来)的?[?？呢]?"
        ),
        shy=True,
    ),
    Command(
        Act.TARGET,
        "取消目标 1.1",
        words("取消目标"),
        cancel,
        re.compile(r"取消目标值?[\s:：]*(?P<rest>.{1,20})"),
        shy=True,
    ),
    Command(Act.TARGETS_SET, "目标", words("目标 目标值 看目标 目标清单 各项目标"), targets),
    Command(
        Act.TARGET,
        "制造业目标95",
        words(""),
        set_fixed,
        re.compile(rf"(?P<rest>{nameless(_PARTS)})"),
        shy=True,
    ),
    Command(
        Act.TARGET,
        "满意度目标没变吧",
        words(""),
        state,
        re.compile(r"(?P<rest>.{2,20}目标.{0,16})"),
        shy=True,
    ),
)
