"""分几次报: at which milestones the same work is reported, under which codes, and until when."""

from handlers.board import BoardLine
from handlers.calendar.deadlines import milestone_name
from handlers.lookups.progress import head, next_deadline_of
from handlers.reporting.about.question import Question
from handlers.reporting.about.timing import later
from handlers.wording import clock, leaf_name
from scoring.model import Criterion


def again(question: Question, leaf: Criterion) -> str:
    """Every milestone of the leaf's work with its name, its date and whether it has been reported."""
    context = question.context
    order = [one.id for one in context.rubric.milestones]
    lines = {
        line.code: line
        for line in (*question.board.lines, *question.later.lines)
        if line.criterion.item == leaf.item
    }
    own = sorted(
        lines.values(), key=lambda line: order.index(line.criterion.milestone or order[-1]) if order else 0
    )
    if not order or not own or own[0].criterion.milestone is None:
        return f"{question.title(leaf)}：{_once(question, leaf)}"
    rows = [_row(question, line) for line in own]
    first = f"分{len(own)}次报，各报各的，每个节点报一次：" if len(own) > 1 else "只报这一次："
    return "\n".join([f"{leaf_name(own[0].criterion)}：{first}", *rows])


def again_of_list(question: Question) -> str:
    """The same of the whole list."""
    if not question.context.rubric.milestones:
        return f"{_once(question, None)}\n{head(question.context)}"
    return f"各节点分开报，每个节点报一次，这次报的不顶下次的。\n{later(question)}"


def _row(question: Question, line: BoardLine) -> str:
    leaf, context = line.criterion, question.context
    at = next_deadline_of(context.deadlines, [line], *context.seat.names)
    until = f"，{clock(at)}截止" if at else ""
    state = "已报" if line.done and line.known else "报了一部分" if line.known else "未报"
    return f"{milestone_name(context.rubric, leaf.milestone)} {leaf.code} {leaf_name(leaf, 30)}（{state}{until}）"


def _once(question: Question, leaf: Criterion | None) -> str:
    """A campaign without milestones: once a year, amended as often as wanted until the deadline."""
    context = question.context
    names = context.seat.names
    at = (
        context.deadlines.of(leaf, *names)
        if leaf is not None
        else next_deadline_of(context.deadlines, question.board.lines, *names)
    )
    until = f"{clock(at)}前" if at else "结束前"
    return f"这次考核不分季度、半年，一年报一次；{until}数有变化就再发一次，以最后一次为准。"
