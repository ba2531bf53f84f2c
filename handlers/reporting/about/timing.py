"""什么时候: until when a line is due, what is the most urgent, what comes later, and whether it can still be changed."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from handlers.board import BoardLine
from handlers.calendar.deadlines import milestone_name
from handlers.calendar.schedule import duty_meant, when_due
from handlers.lookups import explain
from handlers.lookups.progress import head, next_deadline_of, task_row
from handlers.papers.words import besides, own_papers
from handlers.reporting.about.facet import OFF_HOURS
from handlers.reporting.about.question import Question
from handlers.wording import clock, month_day, plain, shown
from scoring.model import Criterion

_LISTED: Final = 8
_NODES: Final = {
    "前三季度": "Q3",
    "三季度": "Q3",
    "下季度": "Q3",
    "下个季度": "Q3",
    "年底": "Y",
    "年终": "Y",
    "四季度": "Y",
    "12月": "Y",
    "十二月": "Y",
    "9月": "Q3",
    "九月": "Q3",
}


def due(question: Question, leaf: Criterion) -> str:
    """When the line is due."""
    context = question.context
    at = context.deadlines.of(leaf, *context.seat.names)
    until = f"{clock(at)}截止，{context.deadlines.left(context.now, at)}" if at else "时限未定"
    until += context.deadlines.longer(leaf, *context.seat.names)
    printed = f"（原文：{leaf.deadline or '原文未规定'}）"
    return f"{question.title(leaf)}：{until}{printed}，到那之前随时能报{_any_hour(question)}。{_of_review(question)}"


def _any_hour(question: Question) -> str:
    """That nights and days off count, where they are asked about."""
    return "（夜里、周末发也算）" if re.search(OFF_HOURS, question.text) else ""


def _of_review(question: Question) -> str:
    """That the day is that of the report, where the words speak of the review."""
    return "这是报上来的时限，不是审完的；几时审完原文未规定。" if "审" in question.text else ""


def not_now(question: Question, leaf: Criterion) -> str | None:
    """That a line of a milestone to come is not due now, and when it is; None for one that is on the list."""
    line = next((line for line in question.later.lines if line.code == leaf.code), None)
    if line is None:
        return None
    context = question.context
    running = milestone_name(context.rubric, context.milestone) or "这一个"
    told = f"现在是{running}节点，这项现在不用报，到它的节点再报，到时会提醒。"
    return f"{_later_row(question, line)}：{told}\n{head(context)}"


def dues(question: Question) -> str:
    """When the list is due; a paper that the text names comes first."""
    if duty_meant(question.text, question.context.rubric.schedule) is not None:
        return when_due(question.text, question.context).text
    at = _due_of(question, question.board.missing or question.board.lines)
    today = f"今天{month_day(question.context.now)}。" if _TODAY.search(question.text) else ""
    printed = _printed(question) if _SET_BY.search(question.text) else ""
    hour = (
        f"最早的{clock(at)}截止，到那之前随时能报{_any_hour(question)}。{_of_review(question)}" if at else ""
    )
    return "\n".join(filter(None, [today + head(question.context), hour, printed]))


_TODAY: Final = re.compile("今天(?:是)?(?:几[月号]|多少号|星期几|周几|哪天)")
_SET_BY: Final = re.compile("谁(?:定|规定|要求)|哪来|依据|哪里(?:写|规定|定)|凭(?:什么|啥)")


def _printed(question: Question) -> str:
    """Where the day is from: what is printed for the list, else that the office has set it."""
    days = dict.fromkeys(leaf.deadline for leaf in question.leaves_of_list() if leaf.deadline)
    if not days:
        return "原文没有印截止日期（原文未规定），这个日子是质强办定的。"
    return f"原文印的时限：{'、'.join(list(days)[:3])}；具体到几点由质强办定。"


def _due_of(question: Question, lines: Sequence[BoardLine]) -> datetime | None:
    context = question.context
    return next_deadline_of(context.deadlines, lines, *context.seat.names)


def urgent(question: Question) -> str:
    """What is due first; of several at once what weighs most."""
    context = question.context
    lines = question.board.missing
    if not lines:
        return "\n".join(
            ["您的任务都报齐了，没有急的。", *besides(own_papers(context), context.deadlines, context.now)]
        )
    first = _due_of(question, lines)
    ahead = [
        line for line in lines if next_deadline_of(context.deadlines, [line], *context.seat.names) == first
    ]
    ahead.sort(key=lambda line: -(line.criterion.full_marks or 0))
    until = f"{clock(first)}截止，{context.deadlines.left(context.now, first)}" if first else "没有定时限"
    alike = f"；同一天截止的有{len(ahead)}项，按分值从大到小" if len(ahead) > 1 else ""
    rows = shown([task_row(line) for line in ahead], _LISTED, "……另有{}项")
    return "\n".join(
        [
            f"最急的是{ahead[0].title}（{until}{alike}）：",
            *rows,
            *besides(own_papers(context), context.deadlines, context.now),
        ]
    )


def of_node(question: Question, leaf: Criterion) -> str | None:
    """What a line of a milestone to come demands, and until when; None for one that is on the list now."""
    is_later = any(line.code == leaf.code for line in question.later.lines)
    return explain.of_leaf(leaf, question.context).text if is_later else None


def later(question: Question) -> str:
    """What the speaker reports at the milestones to come, or at the one that the text names."""
    context = question.context
    node = next((node for word, node in _NODES.items() if word in question.text), None)
    lines = [line for line in question.later.lines if node in (None, line.criterion.milestone)]
    if not context.rubric.milestones:
        return f"这次考核不分节点，要报的都在这张清单上：\n{head(context)}"
    order = [one.id for one in context.rubric.milestones]
    lines.sort(key=lambda line: order.index(line.criterion.milestone or order[-1]))
    name = milestone_name(context.rubric, node) or "后面的节点"
    if not lines:
        return f"{name}没有您单位另外要报的项。现在的：{head(context)}"
    rows = [_later_row(question, line) for line in lines]
    works = {line.criterion.item for line in question.board.lines}
    same = works == {line.criterion.item for line in lines}
    return "\n".join(
        [
            f"{name}您单位还要报{len(lines)}项{'（和现在是同样的工作，要求以各节点的为准）' if same else ''}：",
            *shown(rows, _LISTED, "……另有{}项"),
            f"现在的：{head(context)}",
        ]
    )


def _later_row(question: Question, line: BoardLine) -> str:
    context = question.context
    at = next_deadline_of(context.deadlines, [line], *context.seat.names)
    worth = f"{plain(line.criterion.full_marks)}分，" if line.criterion.full_marks is not None else ""
    node = milestone_name(context.rubric, line.criterion.milestone)
    return f"{line.title}（{worth}{node}{f'，{clock(at)}截止' if at else ''}）"


def change(question: Question, leaf: Criterion) -> str:
    """Whether what was reported can still be changed, until when and how."""
    lines = question.lines_of(leaf)
    if any(line.record.status == "accepted" for line in lines) or question.context.arranged.is_locked(leaf):
        return (
            f"{question.title(leaf)}：已核定通过或已归档，不能直接改；确需更正请联系{question.office}解锁。"
        )
    return f"{question.title(leaf)}：{_changing(question, _due_of(question, lines))}"


def changes(question: Question) -> str:
    """The same of the whole list."""
    told = _changing(question, _due_of(question, question.board.lines))
    return (
        f"{_SETTLED}请联系{question.office}解锁。还没核定的：{told}"
        if _PASSED.search(question.text)
        else told
    )


_PASSED: Final = re.compile("(?:通过|核定|审[核完过定]|归档|锁定?)(?:了|之?后|完|的)")
_SETTLED: Final = "已核定通过、已归档的不能直接改，确需更正"


def _changing(question: Question, at: datetime | None) -> str:
    context = question.context
    if context.speaker.campaign.state == "closed":
        return f"《{context.speaker.campaign.name}》已经结束，不能改；确需更正请联系{question.office}。"
    over = at is not None and context.now > at
    until = (
        f"{clock(at)}已过截止，还能报、能改，会记为逾期"
        if at and over
        else f"能改，{clock(at)}截止前随时改、随时补"
        if at
        else "能改"
    )
    after = "" if over or at is None else "过了截止还能补报，会记为逾期，来不及请回“申请延期”；"
    return f"{until}：带上指标名重发（如“覆盖率改成98%”），或回“撤回”。{after}已核定通过的要请{question.office}解锁。"


def mistaken(question: Question, leaf: Criterion) -> str:
    """A slip costs nothing while it can be mended, as often as need be."""
    return f"{_unpunished(question)}{change(question, leaf)}"


def mistaken_of_list(question: Question) -> str:
    """The same of the whole list."""
    return f"{_unpunished(question)}{changes(question)}"


def _unpunished(question: Question) -> str:
    if "退" in question.text:
        return (
            "退回本身扣不扣分原文没有写，分按最后一次报的算；"
            "退回几次都能改了重报，次数原文没有限定（原文未规定），以最后一次为准。"
        )
    return "报错了改过来就行，不因为改过扣分，也不限次数，以最后一次为准（原文没有写改数扣分；改了几次留有记录）。"


def postponed(question: Question) -> str:
    """Whether a day off moves the deadline: the document does not say."""
    return f"截止日碰上周末、节假日顺不顺延，原文未规定：以这里的时限为准，有改动会通知您。\n{dues(question)}"


def partly(question: Question, _leaf: Criterion | None = None) -> str:
    """Values may come one after the other; what is due at a milestone to come may come ahead."""
    node = next((node for word, node in _NODES.items() if word in question.text), None)
    ahead = [line.criterion for line in question.later.lines if node and line.criterion.milestone == node]
    if ahead:
        return "\n".join(due(question, one) for one in ahead[:_LISTED])
    at = _due_of(question, question.board.missing or question.board.lines)
    until = f"{clock(at)}前" if at else "之后"
    return f"可以，有几个先报几个，没出来的{until}再补，不影响已报的。这条没有记录任何数据，直接发“序号 数值”就行。"


def granted(question: Question) -> str:
    """A later day counts once it stands here: nothing that is only said."""
    return (
        f"以这里的时限为准，没有改：{dues(question)}\n延期由质强办批准，批了我会通知您，时限也会改；"
        f"别人口头说的请问{question.office}。要申请回“申请延期”。"
    )


def until_then(question: Question, leaf: Criterion | None = None) -> str:
    """明天给行吗: any day until the deadline; nothing has been taken down."""
    context = question.context
    at = (
        context.deadlines.of(leaf, *context.seat.names)
        if leaf is not None
        else _due_of(question, question.board.missing or question.board.lines)
    )
    name = f"{question.title(leaf)}：" if leaf is not None else ""
    until = (
        f"{clock(at)}前报都行（{context.deadlines.left(context.now, at)}）"
        if at
        else "没有定截止时间，有了就报"
    )
    return f"{name}{until}。现在没有记录任何数据，有了直接发“序号 数值”；过了截止再报会记为逾期，要缓报回“申请延期”。"
