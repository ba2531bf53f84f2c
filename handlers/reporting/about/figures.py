"""数怎么报: unit, decimals, the day that a value is of, what a word means, where a value comes from, last year's."""

import re
from typing import Final

from handlers.calendar.deadlines import milestone_name
from handlers.reporting.about.clause import pairs
from handlers.reporting.about.question import Question, clause_of
from handlers.wording import bare_label, clip, clock, wanted_word
from scoring.model import Ambiguity, Criterion

_KINDS: Final = {
    "percent": "按百分数报，“98.5”“98.5%”都认", "number": "直接报数，不用写单位", "count": "报个数，整数",
    "money": "按万元报", "points": "报分数", "bool": "回“是”或“否”", "choice": "从几种情况里选一种",
    "text": "用文字写",
}  # fmt: skip
_PERIOD: Final = re.compile(
    r"[^，。；（）\s]{0,8}(?:截至|截止|至本节点末|\d{1,2}月\d{1,2}日至)[^，。；（）]{0,16}|(?:20\d\d年)?\d{1,2}月(?:底|末)[^，。；]{0,12}"
)
_LISTED: Final = 3
_PREVIOUS: Final = re.compile("上年|去年|前一年|20\\d\\d年")


def unit(question: Question, leaf: Criterion) -> str:
    """In what form each value is reported."""
    told = [f"{clip(bare_label(item), 30)}{_KINDS[item.type]}" for item in leaf.reported[:_LISTED]]
    return f"{question.title(leaf)}：{'；'.join(told)}。"


def decimals(question: Question, _leaf: Criterion | None = None) -> str:
    """Nothing is rounded."""
    return f"保留几位小数原文未规定：报几位存几位，不四舍五入，按您统计的数原样报就行。要统一位数请问{question.office}。"


def how(question: Question, leaf: Criterion) -> str:
    """What to send for the leaf."""
    line = next(iter(question.lines_of(leaf)), None)
    if line is None:
        return whose_value(question, leaf)
    ordinal = line.duty.ordinal or line.code
    labels = "；".join(clip(item.label, 30) for item in (line.missing or line.duty.inputs)[:_LISTED])
    none = "没有发生就报“无”或0。" if any(item.type == "count" for item in line.duty.inputs) else ""
    labels = labels.rstrip("。")
    sent = wanted_word(line.missing or line.duty.inputs)
    return f"{question.title(leaf)}：直接发“{ordinal} {sent}”，要报的是{labels}。{none}"


def reference(question: Question, leaf: Criterion) -> str:
    """The day up to which a value counts, where the document says one."""
    printed = [
        found[0].strip()
        for text in (clause_of(leaf), *(item.label for item in leaf.inputs))
        if (found := _PERIOD.search(text))
    ]
    context = question.context
    node = milestone_name(context.rubric, leaf.milestone)
    due = context.deadlines.of(leaf, *context.seat.names)
    said = f"原文写的是“{printed[0]}”" if printed else "数统计到哪一天、按哪个时点，原文未规定"
    of_node = f"这是{node}节点的数，" if node else ""
    until = f"{of_node}{clock(due)}前报（原文时限：{leaf.deadline or '未规定'}）" if due else of_node
    return f"{question.title(leaf)}：{said}。{until}；具体截到哪天请问{question.office}。"


def near(text: str, leaf: Criterion, only: re.Pattern[str] | None = None) -> list[Ambiguity]:
    """The doubt that shares most with the text: more than the words that its clause and name are made of.

    `only` are those that it is found in; of these one that shares nothing else counts where there is no other.
    """
    worn = pairs(f"{leaf.name} {clause_of(leaf)} {' '.join(item.label for item in leaf.inputs)}")
    telling = pairs(text) - worn
    rows = [
        row
        for row in leaf.ambiguities
        if (pairs(row.open) & telling if only is None else only.search(row.open))
        and all(word in f"{row.open}{row.alternatives}" for word in _OF_RATIO.findall(text))
    ]
    weighed = [(len(pairs(f"{row.open} {' '.join(row.alternatives)}") & telling), row) for row in rows]
    least = _NEAR if only is None or len(rows) > 1 else 0
    found = sorted(weighed, key=lambda pair: -pair[0])
    return [row for weight, row in found if weight >= least][:1]


def reading(row: Ambiguity) -> str:
    """What the document leaves open, and how it is taken until the office says otherwise."""
    return f"原文未规定“{clip(row.open, 60)}”，暂按“{clip(row.default, 50)}”。"


_NEAR: Final = 2
_OF_RATIO: Final = re.compile("分母|分子|基数")
"""What asks for these is answered by nothing else."""


def source(question: Question, leaf: Criterion) -> str:
    """Who gives the value, and where the unit has it from, as far as that is printed."""
    by = list(dict.fromkeys(unit for item in leaf.reported for unit in item.by)) or [leaf.reporter]
    reporter = "、".join(unit for unit in by if unit) or "各被考核单位自己"
    return f"{question.title(leaf)}：这个数由{reporter}报；由谁测、从哪里取数，原文只写到这里：{question.quoted(leaf)}\n"


def whose_value(question: Question, leaf: Criterion) -> str:
    """The same, and what to do without the value."""
    return (
        f"{source(question, leaf)}"
        f"以谁的数为准没有写的就是原文未规定：手里没有数可以先不报（不会按0记），向出数的部门要，或问{question.office}。"
    )


def comes_out(question: Question, leaf: Criterion | None = None) -> str:
    """When others give the figure is not printed; until when it may be reported."""
    context = question.context
    leaves = (leaf,) if leaf is not None else question.leaves_of_list()
    dues = {due for one in leaves if (due := context.deadlines.of(one, *context.seat.names)) is not None}
    until = (
        f"出了直接报，{clock(min(dues))}前报都行；" if dues and min(dues) >= context.now else "出了直接报；"
    )
    return (
        f"{f'{question.title(leaf)}：' if leaf is not None else ''}抽查、监测的数什么时候出，原文未规定，我这里也看不到。"
        f"{until}没出先不用报（不会按0记），可以向出数的部门问，赶不上时限回“申请延期”。"
    )


def whose_values(question: Question) -> str:
    """The same where no line is named."""
    return (
        "数由谁测、以谁的为准、从哪里取，原文没有逐项写（原文未规定）：由您单位报，手里没有数可以先不报（不会按0记），"
        f"向出数的部门要，或问{question.office}。"
    )


def last_year(question: Question, leaf: Criterion) -> str:
    """Last year's value where the leaf takes it; else it is not here."""
    asked = [item for item in leaf.reported if _PREVIOUS.search(item.label)]
    line = next(iter(question.lines_of(leaf)), None)
    if asked:
        known = line.known.get(asked[0].name) if line is not None else None
        has = f"已报{known}" if known is not None else "还没报，要由您单位报上来"
        return f"{question.title(leaf)}：{clip(asked[0].label, 40)}{has}；去年的台账系统里没有。"
    return f"{question.title(leaf)}：{no_last_year(question)}"


def no_last_year(question: Question) -> str:
    """Nothing of earlier years is in the store."""
    year = question.context.speaker.campaign.year
    return (
        f"去年的数和得分这里没有，系统里只有{year}年这次考核的；请查本单位上年台账，或问{question.office}。"
    )
