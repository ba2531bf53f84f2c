"""自己的分: one's own score, where points were lost, the most that is still open, and the lines by their points."""

from typing import Final

from handlers.lookups import overview
from handlers.reporting.about.own import OWING, done, sheet_line
from handlers.reporting.about.people import others_closed
from handlers.reporting.about.question import Question
from handlers.reporting.about.standing import state_of
from handlers.wording import plain, shown
from scoring.decimals import ZERO

_LISTED: Final = 10
_MOST: Final = 14


def score(question: Question) -> str:
    """The unit's own score; of the assessed units that the text names, theirs on what the unit reports."""
    lines = question.of_subjects()
    if not lines:
        return overview.own_score("", question.context).text
    rows = [f"{line.title}，{state_of(question, line)}" for line in lines]
    return "\n".join([*shown(rows, _MOST, "……另有{}项"), "以上为暂得，以核定为准。依据回“为什么 序号”。"])


def compared(question: Question) -> str:
    """Which of the assessed units that the speaker reports for stands how; others' are not told."""
    return score(question) if question.of_subjects() else others_closed(question)


def reckons(question: Question) -> str:
    """Points follow from the document and from what is reported; nobody makes them up."""
    told = "会：报了数我按细则当场试算，给出暂得几分和依据（回“为什么 序号”看），以核定为准；原文没有给分值的不算分。"
    return f"{told}\n{overview.own_score('', question.context).text}"


def provisional(question: Question) -> str:
    """What 暂得 is, and what may still change it."""
    own = "自评分是您单位自己打的，只作对照，不顶替下面的分。" if "自评" in question.text else ""
    told = (
        f"{own}暂得是按您报的数照细则当场算的，还没核定：审核员退回、改档，目标值变了都会变，最后以核定为准。"
    )
    return f"{told}\n{overview.own_score('', question.context).text}"


def losses(question: Question) -> str:
    """Where points were lost, and what is still open."""
    rows, lost, still = [], ZERO, ZERO
    for line in question.board.lines:
        marks = line.criterion.full_marks or ZERO
        points = sheet_line(question, line).points if line.known else None
        if points is None:
            still += marks
        elif points < marks:
            lost += marks - points
            rows.append(f"{line.title} 丢{plain(marks - points)}分：{state_of(question, line)}")
    if question.context.rubric.has_targets:
        return done(question)
    head = f"已报的共丢{plain(lost)}分" if rows else "已报的没有丢分"
    return "\n".join(
        [f"{head}，没报（或不齐）的还有{plain(still)}分没有着落。", *rows, "依据回“为什么 序号”。"]
    )


def most(question: Question) -> str:
    """What the list can still come to."""
    if question.context.rubric.has_targets:
        return done(question)
    now = best = whole = ZERO
    for line in question.board.lines:
        marks = line.criterion.full_marks or ZERO
        points = sheet_line(question, line).points if line.known else None
        now, best, whole = now + (points or ZERO), best + (marks if points is None else points), whole + marks
    left = len(question.board.missing)
    return f"最多能到{plain(best)}/{plain(whole)}分（没报的{left}项都得满分）；现在暂得{plain(now)}分。以核定为准。"


def weightiest(question: Question) -> str:
    """The own lines by the points that they carry."""
    board = question.board
    open_only = OWING.search(question.text) is not None
    lines = [line for line in (board.missing if open_only else board.lines) if line.criterion.full_marks]
    rows = sorted(lines, key=lambda line: -(line.criterion.full_marks or ZERO))
    told = [
        f"{line.title}（{plain(line.criterion.full_marks or ZERO)}分）{state_of(question, line)}"
        for line in rows
    ]
    if not told:
        return "您名下的项原文没有给分值（原文未规定）。"
    return "\n".join(["按分值从大到小：", *shown(told, _LISTED, "……另有{}项"), "怎么扣分回“详情 序号”。"])
