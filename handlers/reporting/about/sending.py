"""怎么发: whether a figure, a choice or words are wanted, what where there is nothing to report, what was sent elsewhere."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.access import Act, may
from handlers.lookups.progress import head
from handlers.reporting.about import figures
from handlers.reporting.about.figures import near, reading, whose_value
from handlers.reporting.about.meant import names_others, recent
from handlers.reporting.about.people import reporters
from handlers.reporting.about.question import Question, clause_of
from handlers.reporting.trial import try_out
from handlers.wording import bare_label, clip, leaf_name, listed, shown, wanted_word
from scoring.model import Criterion, Input

_KINDS: Final = {
    "percent": "填百分数", "number": "填数", "count": "填个数，没有就报“无”或0", "money": "填万元数", "points": "填分数",
    "bool": "回“是”或“否”", "text": "写文字",
}  # fmt: skip
_LISTED: Final = 5
_TOGETHER: Final = "一个 两个 综合 合并 分别"
_NOTHING: Final = re.compile(
    r"(?:期间|全年|年度|当年|辖区|该项|某.{0,4}).{0,4}(?:没有|无|未)(?!印|写|定|规)|0/0|没有(?:大中型|项目)"
)
"""A doubt about what there is nothing of: 期间没有新开工项目（0/0）."""
_NOTED: Final = re.compile(r"（([^（）]*(?:无|没有|未)[^（）]*)）")


def form(question: Question, leaf: Criterion) -> str:
    """In what form each value of the leaf is sent, and for how many assessed units."""
    line = next(iter(question.lines_of(leaf)), None)
    if line is None:
        return whose_value(question, leaf)
    if names_others(question.text, question.context):
        return reporters(question, leaf)
    inputs = line.duty.inputs or leaf.reported
    rows = [f"{clip(bare_label(item), 40)}——{_kind(item)}" for item in inputs]
    count = f"要报{len(rows)}个数据：" if len(rows) > 1 else "只报一个数据："
    told = "；".join(shown(rows, _LISTED, "……另有{}个"))
    readings = "".join(reading(row) for row in near(f"{question.text} {_TOGETHER}", leaf, _DOUBLE))
    ordinal = line.duty.ordinal or line.code
    return (
        f"{question.title(leaf)}：{count}{told}。{_each(line.duty.subjects)}{readings}"
        f"直接发“{ordinal} {wanted_word(inputs)}”；文件、照片是材料，另外发给我就行。"
    )


def how_of_list(question: Question) -> str | None:
    """What to send for the line spoken of last, else for each of the list."""
    leaves = recent(question)
    return figures.how(question, leaves[0]) if leaves else form_of_list(question)


def form_of_list(question: Question) -> str:
    """The same of the whole list, each line in short."""
    leaves = question.leaves_of_list()
    if len(leaves) == 1:
        return form(question, leaves[0])
    lines = {line.code: line for line in question.board.lines}.values()
    rows = [
        f"{line.title}：{'；'.join(dict.fromkeys(_kind(item) for item in line.duty.inputs))}"
        for line in lines
    ]
    return "\n".join(["各项这样发：", *shown([clip(row, 90) for row in rows], _MOST, "……另有{}项"), _AT_ONCE])


_AT_ONCE: Final = "可以一项一项发，也可以几项一条发完，如“1 …，2 …”；一项的细节回“详情 序号”。"
_MOST: Final = 40


def at_once(question: Question) -> str:
    """Several lines may be reported in one message."""
    if _TABLE.search(question.text):
        return pasted(question)
    return f"可以。{_AT_ONCE}\n{head(question.context)}".rstrip()


def spoken(_question: Question) -> str:
    """What is spoken is kept as a piece of evidence; no figure is heard in it."""
    return (
        "语音我只当材料收，里面的数听不出来，不会替您填。报数请打字发“序号 数值”"
        "（用手机输入法的语音转文字也行，发前看一眼数）。"
    )


_TABLE: Final = re.compile("表|excel", re.IGNORECASE)


def pasted(question: Question) -> str:
    """What is copied out of a table is read line by line; the figures in a file are not."""
    if _REPORT.search(question.text):
        return (
            "报告、通报发来只作材料收，里面的数我不读、不替您填：数要另外打字发“序号 数值”，"
            f"可以一行一项（或一行一家）一次发完。\n{head(question.context)}"
        ).rstrip()
    return (
        "可以：几项写成几行一次发来（如“1 …，2 …”），或在Excel、Word的表里选中、复制，直接粘贴发来就行，"
        "一行一项（或一行一家），我逐行认、逐行回执，认不准的会问。"
        "整个文件发来只作材料收，里面的数我不读、不替您填。\n"
        f"{head(question.context)}"
    ).rstrip()


_REPORT: Final = re.compile("报告|通报|公报|截图")


def spared(question: Question) -> str:
    """Every line of the list is to be reported; where there is nothing of the kind the office decides."""
    count = len(question.leaves_of_list())
    seat, rubric = question.context.seat, question.context.rubric
    if rubric.has_targets:
        own = {leaf.code for leaf in question.leaves_of_list()}
        blank = [
            f"{leaf.code} {leaf_name(leaf)}"
            for leaf in rubric.criteria
            if leaf.targets and leaf.code not in own
        ]
        named = (
            f"没给{seat.own}任务、不用报的{len(blank)}项：{'、'.join(blank)}。" if blank else "没有空着的项。"
        )
        return f"原文分解表里{named}其余{count}项都要报。"
    return f"清单上的{count}项都是原文列在您单位名下的，没有印着可以不报的。{absent_of_list(question)}"


def self_points(question: Question, leaf: Criterion) -> str | None:
    """Points that the unit gives itself where the rubric takes them; None where it takes none."""
    item = next((item for item in leaf.inputs if item.name == "self_points"), None)
    line = next(iter(question.lines_of(leaf)), None)
    if item is None or line is None:
        return None
    return (
        f"{question.title(leaf)}：{item.label}由您单位自己打，发“自评 {line.duty.ordinal} 分数”；打多少原文未规定，"
        "按材料如实打，不顶替核定的分。"
    )


def self_points_of_list(question: Question) -> str | None:
    """The same where no line is named."""
    leaf = next((leaf for leaf in question.leaves_of_list() if "self_points" in leaf.input_by_name), None)
    if leaf is None:
        return None
    return "单位自评分由您单位自己打，发“自评 序号 分数”，不超过该项满分；打多少合适原文未规定，按材料如实打，以核定为准。"


def _kind(item: Input) -> str:
    if item.type != "choice":
        return _KINDS[item.type]
    return f"不填数，选一种：{'、'.join(clip(choice.label, 20) for choice in item.choices)}"


def _each(subjects: Sequence[str]) -> str:
    return f"{listed(subjects, 4, '家')}分开报，各报一个数，不报合起来的。" if len(subjects) > 1 else ""


_DOUBLE: Final = re.compile("两个.{0,4}率|一个数|各一个|合起来")


def absent(question: Question, leaf: Criterion) -> str:
    """What there is nothing of: how the document is read there, or that it does not say; nothing is made up."""
    line = next(iter(question.lines_of(leaf)), None)
    if line is None:
        return f"{question.title(leaf)}：不在您单位的清单上，不用报。"
    readings = near(question.text, leaf, _NOTHING)
    ordinal = line.duty.ordinal or line.code
    noted = [found[1] for item in line.duty.inputs for found in _NOTED.finditer(item.label)]
    none = any(item.nullable for item in line.duty.inputs)
    said = [reading(row) for row in readings] or [f"填报说明写着：{note}。" for note in noted[:1]]
    if none:
        said = [*said, f"确实没有就发“{ordinal} 没有”，不填数。"]
    count = next(
        (item for item in line.duty.inputs if item.type == "count" or _EVENTS.search(item.label)), None
    )
    if count is not None and not said:
        said = [
            f"{clip(bare_label(count), 30)}没有就报“无”或0，如“{ordinal} 0”；不涉及能不能免，原文未规定。"
        ]
    if count is not None and _ZERO.search(question.text):
        tried = try_out(
            f"{line.code} {line.subject if len(line.duty.subjects) > 1 else ''} 0", question.context
        )
        said += [f"试算（不入库）：{row}" for row in tried.text.split("\n")[1:2]]
    told = "".join(said) or (
        f"没有这类情况怎么报、怎么计分，原文未规定（原文：“{clip(clause_of(leaf), 80)}”）。"
        "先不要随便报“是”或数：没报的先不计分，不会按0记，由质强办定。"
    )
    return f"{question.title(leaf)}：{told}"


_ZERO: Final = re.compile("(?:报|填|写)个?[0零]")
_EVENTS: Final = re.compile("事故率|死亡率|事件|起数")
"""What is 0 where nothing has happened."""


def absent_of_list(question: Question) -> str:
    """The same where no line is named; of events, which lines count them, now or later."""
    if _OF_EVENTS.search(question.text):
        return _event_lines(question)
    return (
        "没有的、不涉及的怎么报怎么计分，原文没有统一写（原文未规定）：先不要随便报，没报的先不计分，不会按0记，"
        f"由{question.office}定。"
    )


_OF_EVENTS: Final = re.compile("出事|事故|事件|发生|安全问题")


def _event_lines(question: Question) -> str:
    counted = [
        (line, line in question.board.lines)
        for line in (*question.board.lines, *question.later.lines)
        if any(item.type == "count" and _EVENT.search(item.label) for item in line.duty.inputs)
    ]
    now = [line for line, is_now in counted if is_now]
    if now:
        return (
            f"没有发生就报“无”或0：{'；'.join(f'{line.title}，如“{line.duty.ordinal} 0”' for line in now)}。"
        )
    later = listed([f"{line.code} {leaf_name(line.criterion, 24)}" for line, _ in counted], 4)
    told = f"后面的节点有：{later}，到时候没有发生报“无”或0。" if later else ""
    return f"您现在的清单上没有“有无发生”的项，不用报0。{told}\n{head(question.context)}"


_EVENT: Final = re.compile("事故|事件|起数")


def handed_elsewhere(question: Question, leaf: Criterion | None = None) -> str:
    """What went to somebody by paper, mail or another way is not here."""
    line = next(iter(question.lines_of(leaf)), None) if leaf is not None else None
    how = (
        f"{question.title(line.criterion)}直接发“{line.duty.ordinal} {wanted_word(line.duty.inputs)}”"
        if line is not None and line.duty.ordinal and line.duty.inputs
        else "直接发“序号 情况或数值”"
    )
    owed = head(question.context) if may(question.context.speaker.role, Act.TASKS) else ""
    return (
        "在这里也要报一次：纸质、邮箱、微信、报告里交过的我这里看不到，没在这里报就还是“未报”。"
        f"{how}；材料拍照或把文件发给我就行。\n{owed}"
    ).rstrip()
