"""到没到: whether a line has reached its target, or full marks, and what is still missing."""

import re
from decimal import Decimal
from typing import Final

from handlers.board import BoardLine
from handlers.campaign.targets import actual_input
from handlers.receipts import line_of
from handlers.reporting.about.judging import clause, target_told, worth
from handlers.reporting.about.own import targets
from handlers.reporting.about.question import Question
from handlers.reporting.about.standing import state, state_of, target_named
from handlers.wording import clip, marks_of, plain, shown
from scoring.model import Criterion

_LISTED: Final = 10


def reached(question: Question, leaf: Criterion) -> str:
    """达标没: whether what is reported reaches the target of the line, else its full marks; else what is asked."""
    lines = question.lines_of(leaf)
    known = [line for line in lines if line.known]
    if not known:
        return f"{state(question, leaf)}\n{clause(question, leaf)}" if lines else worth(question, leaf)
    rows = [_reached(question, line) for line in known]
    owed = [line.subject for line in lines if not line.known]
    rest = [f"未报：{'、'.join(owed)}"] if owed else []
    return "\n".join([f"{question.title(leaf)}{marks_of(leaf)}：{rows[0]}", *rows[1:], *rest])


def reached_of_list(question: Question) -> str:
    """The same of every line that something was reported for; the targets where nothing was."""
    known = {line.code: line.criterion for line in question.board.lines if line.known}
    told = [reached(question, leaf) for leaf in known.values()]
    return "\n".join(shown(told, _LISTED, "……另有{}项")) if told else targets(question)


def _reached(question: Question, line: BoardLine) -> str:
    """“还没达标。现在：98%，…，暂得0/4分。到100就是满分，还差2。”; only how it stands where nothing tells."""
    got, full_marks = (
        line_of(question.context, line.criterion, line.subject, line.known),
        line.criterion.full_marks,
    )
    state_now = f"{state_of(question, line)}。"
    if got.met is not None:
        return f"{'已' if got.met else '还没'}达标。{state_now}"
    if got.points is None or full_marks is None:
        return state_now
    if got.points == full_marks:
        return f"已达标，是满分。{state_now}"
    return f"还没达标。{state_now}{_short_of_full(question, line, full_marks)}"


def full(question: Question, leaf: Criterion) -> str:
    """What gives full marks: the best level, else the clause."""
    best = max(
        (choice for item in leaf.inputs for choice in item.choices if choice.points is not None),
        key=lambda choice: choice.points or 0,
        default=None,
    )
    how = f"要报到“{best.label}”这一档。" if best is not None else ""
    verdict = "".join(_verdict(question, line) for line in question.lines_of(leaf) if line.known)
    targets = dict.fromkeys(target_told(question, line).strip("；") for line in question.lines_of(leaf))
    target = "；".join(filter(None, targets)) if leaf.full_marks is not None else ""
    goal = f"{'目标' if verdict else target}达到了就是满分。" if target else ""
    marks = marks_of(leaf) or "原文没有给分值"
    return f"{question.title(leaf)}满分{marks}：{goal}{how}{verdict}原文：{question.quoted(leaf)}"


def full_of_list(question: Question) -> str:
    """The same of every line of the list, each in short."""
    leaves = question.leaves_of_list()
    rows = [full(question, leaf) if len(leaves) == 1 else clip(full(question, leaf), 90) for leaf in leaves]
    return "\n".join(shown(rows, _LISTED, "……另有{}项，单问一项回“详情 序号”"))


def _verdict(question: Question, line: BoardLine) -> str:
    """Whether what is reported has full points by now: “98.6%，不是满分，暂得0/4分。”."""
    got = line_of(question.context, line.criterion, line.subject, line.known)
    full_marks = line.criterion.full_marks
    if got.points is None or full_marks is None:
        return f"{state_of(question, line)}。"
    if got.points == full_marks:
        return f"现在已是满分（{state_of(question, line)}）。"
    return f"现在还不是满分（{state_of(question, line)}）。{_short_of_full(question, line, full_marks)}"


def _short_of_full(question: Question, line: BoardLine, full_marks: Decimal) -> str:
    """到12就是满分，还差0.5: the printed figure next to the value with which the engine gives full marks."""
    item = actual_input(line.criterion) or next(iter(line.duty.inputs), None)
    known = line.known.get(item.name) if item is not None else None
    if (
        item is None
        or isinstance(known, bool)
        or not isinstance(known, int | str)
        or not _PLAIN.fullmatch(str(known))
    ):
        return ""
    now, target = Decimal(str(known)), target_named(question, line)
    printed = {Decimal(one) for one in _PLAIN.findall(line.criterion.clause)[:_MOST_PRINTED]}
    for value in sorted(
        printed | ({target} if target is not None else set()), key=lambda one: abs(one - now)
    ):
        moved = int(value) if isinstance(known, int) and value == value.to_integral() else plain(value)
        tried = line_of(question.context, line.criterion, line.subject, {**line.known, item.name: moved})
        if tried.points == full_marks:
            return f"到{plain(value)}就是满分，还差{plain(abs(value - now))}。"
    return ""


_PLAIN: Final = re.compile(r"\d{1,6}(?:\.\d{1,4})?")
_MOST_PRINTED: Final = 12
