"""怎么算分: the clause, the marks, what full marks take, why so many, and what a supposed value would give."""

import re
from decimal import Decimal
from typing import Final

from handlers.access import subjects_of
from handlers.board import BoardLine
from handlers.lookups import explain
from handlers.reading.numbers import numeral
from handlers.receipts import line_of
from handlers.reporting.about.numbered import without_places
from handlers.reporting.about.of_target import share_tried
from handlers.reporting.about.own import targets
from handlers.reporting.about.own_points import losses, score
from handlers.reporting.about.people import not_own
from handlers.reporting.about.question import Question
from handlers.reporting.about.standing import state, state_of
from handlers.reporting.trial import NOT_CERTAIN, try_out
from handlers.wording import marks_of, plain
from scoring.model import Criterion

_LISTED: Final = 10
FIGURE: Final = re.compile(r"(?<![\d.第①-⑳~～至到-])\d+(?:\.\d+)?%?(?![\d.]|\d*(?:个?点|[号项月日年条分点]))")
"""A value that is asked about: no place on a list, date or number of points."""
_MOST_FIGURES: Final = 3
_POINTS: Final = re.compile(r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3}(?![一二三四五六七八九十个百]))分")
VALUE: Final = re.compile(
    rf"^(?!.*(?<![算于])(?:低于|不到|达不到|没到|未达|少于|超过|高于|大于|小于|以[上下]|够不到|为什么|为啥|凭什么)).*(?:{FIGURE.pattern}|百分之|[一二三四五六七八九十]成|[一二三四五六七八九]十[一二三四五六七八九]?(?:点[零一二三四五六七八九]+|(?![项个条分]))|百分百)"
)
"""A message with a value in it that may be asked about; 低于92 is none."""
_BAND: Final = (
    "(?<=[\\d%])(?:应该|就|那)?(?:算|属于?|归|落在?|是|在)(?:在|扣|减)?(?:低于|高于|不到|差|超过?)?(?:目标值?)?\\d{1,3}(?:\\.\\d+)?(?:[-~到至]\\d{1,3})?"
    "(?:个?(?:百分点|点)|分|%)?(?:以内|之内|以下|之间)?的?[那这]?一?个?(?:档|区间|段|级)?的?[对是]?[吧吗么]"
)
"""94.95算低于1个点以内吧: into which step of the clause a value falls."""
WORTH: Final = (
    f"{_BAND}|"
    "(?:能|可以?|会|还|该)?(?:给|得|拿|有|算|扣)(?:到)?(?:几|多少)?(?:个)?满?分|几分|多少分|扣(?:多少|几)|(?:算|能|会)?不?算?达[标到]"
    "|[填报写]的?对|这样对|行不行|行[不吗]|可以[吗不]|够不够|够[吗不]|合格[吗不]|过关|会?(?:咋|怎么)样|试算|(?<![主只])要是|如果|假如|假设|万一|得了[吗不]|(?<=[\\d件%家个起])算\\d+(?:\\.\\d+)?[%件家个起]?[吗么不]|(?:是不是|是|算|算不算)(?:在)?(?:同一个?|一个|哪一?个?|什么|啥)档|能(?:报|填|写|打)(?=\\d)|扣[\\d一二两三四五六]分还是|(?:怎么|咋)(?:个)?(?:算|扣)(?:分)?(?:[?？啊呢\\s，,]|$)"
)
"""What asks for the points of a value."""
_WORTH: Final = re.compile(WORTH)


def clause(question: Question, leaf: Criterion) -> str:
    """The printed clause, and the target that it is held against."""
    targets = "".join(
        dict.fromkeys(
            line_target
            for line in question.lines_of(leaf)[:1]
            if (line_target := target_told(question, line))
        )
    )
    unpriced = (
        "（原文没有给分值，得几分、扣几分原文未规定）"
        if leaf.full_marks is None and _COUNTED.search(question.text)
        else ""
    )
    known = "".join(f"\n{state_of(question, line)}" for line in question.lines_of(leaf) if line.known)
    return (
        f"{question.title(leaf)}{marks_of(leaf)}{unpriced}，原文：{question.quoted(leaf)}{known or targets}"
    )


_COUNTED: Final = re.compile("分")


def target_told(question: Question, line: BoardLine) -> str:
    """“；目标95（市质兴办2013-11-30定）”; "" where the line has none."""
    told = state_of(question, line)
    return "；目标" + told.partition("；目标")[2] if "；目标" in told else ""


def over(question: Question) -> str:
    """What lies beyond a target has the points that the clause prints; more are not given."""
    leaves = question.leaves_of_list()
    if len(leaves) == 1:
        return clause(question, leaves[0])
    if question.context.rubric.has_targets:
        return "分解表只印了目标，没有分值，超额给不给奖励、加分原文未规定：到了目标就是达到，完成率照实算。"
    return (
        "超过目标给不给另外的分，原文没有统一写（没写到的原文未规定）："
        "每项最多得它的满分，写明加分的照各项评分标准（回“详情 序号”）。"
    )


def marks(question: Question, leaf: Criterion) -> str:
    """How many points it is worth, and how it stands."""
    worth = "原文没有给分值（原文未规定）" if leaf.full_marks is None else f"满分{plain(leaf.full_marks)}分"
    states = "；".join(state_of(question, line) for line in question.lines_of(leaf))
    return f"{question.title(leaf)}：{worth}。{states}"


def worth(question: Question, leaf: Criterion) -> str:
    """What it has got where something was reported, else how it is judged, and who knows where that is not the speaker."""
    lines = question.lines_of(leaf)
    if not lines:
        return f"{clause(question, leaf)}\n{not_own(question, leaf)}"
    is_reported = any(line.known for line in lines)
    return marks(question, leaf) if is_reported else clause(question, leaf)


def gap(question: Question, leaf: Criterion) -> str:
    """How far a line is from its target: of a document without points how it stands, else how its points came about."""
    return state(question, leaf) if question.context.rubric.has_targets else why(question, leaf)


def gap_of_list(question: Question) -> str:
    """How far the only line is from its target; else every line with its target."""
    leaves = question.leaves_of_list()
    return why(question, leaves[0]) if len(leaves) == 1 else targets(question)


def enough(question: Question) -> str:
    """The same of the only line; else the own score."""
    leaves = question.leaves_of_list()
    return worth(question, leaves[0]) if len(leaves) == 1 else score(question)


def all_marks(question: Question) -> str:
    """The sum of the lines that are meant, else of the list, and each line's share."""
    leaves = question.leaves or question.leaves_of_list()
    if len(leaves) == 1:
        return marks(question, leaves[0])
    worth = [leaf.full_marks for leaf in leaves if leaf.full_marks is not None]
    if not worth:
        return f"您名下共{len(leaves)}项，原文没有给分值（原文未规定）。"
    rows = [
        f"{line.mark.strip()}{plain(line.criterion.full_marks or Decimal(0))}分"
        for line in {line.code: line for line in question.board.lines}.values()
        if line.criterion in leaves
    ]
    if question.leaves:
        return f"这{len(leaves)}项满分合计{plain(sum(worth, Decimal(0)))}分：{' '.join(rows)}。"
    return f"您名下共{len(leaves)}项，满分合计{plain(sum(worth, Decimal(0)))}分：{' '.join(rows)}。"


def why(question: Question, leaf: Criterion) -> str:
    """How its points came about; of what is not reported, what the value in the question would give."""
    lines = question.lines_of(leaf)
    said = _POINTS.search(question.text)
    if (
        said
        and numeral(said[0].removesuffix("分")) == leaf.full_marks
        and not any(line.known for line in lines)
    ):
        told = f"{question.title(leaf)}：{said[0]}是原文给这一项的满分，为什么定这么多原文未规定。"
        return f"{told}原文：{question.quoted(leaf)}"
    if lines and not any(line.known for line in lines) and (tried := trial(question, leaf)):
        printed = "" if "原文" in tried else f"\n原文：{question.quoted(leaf)}"
        return f"{question.title(leaf)}还没有上报。{tried}{printed}"
    if len(lines := _at_issue(question, lines)) > 1:
        return explain.why(leaf.code, question.context).text
    context = question.context
    subject = lines[0].subject if lines else subjects_of(context.seat, context.rubric, leaf)[0]
    return explain.reckoned(leaf, subject, context).text


def _at_issue(question: Question, lines: tuple[BoardLine, ...]) -> tuple[BoardLine, ...]:
    """Of several lines of one leaf the only one with the points that are named, else the only one that lost any."""
    said = _POINTS.search(question.text)
    known = [line for line in lines if line.known]
    just = tuple(line for line in known if said is not None and _has(question, line, said[0]))
    if len(just) == 1:
        return just
    lost = tuple(line for line in known if not _has(question, line, f"{line.criterion.full_marks or 0}分"))
    return lost if len(lost) == 1 and said is None and _LOST.search(question.text) else lines


_LOST: Final = re.compile("扣|丢|没满|不满|才|只")


def trial(question: Question, leaf: Criterion) -> str | None:
    """What the values in the question would give; nothing of it is stored. None for no values.

    The whole is read as a report would be; what so names no item certainly is tried for the leaf.
    """
    share = share_tried(question, leaf)
    if share is not None:
        return share
    said = without_places(question.text)
    bare = _WORTH.sub(" ", question.text)
    whole = try_out(f"要是{bare}", question.context).text
    if NOT_CERTAIN not in whole:
        return whole
    text = said if leaf.code.isdecimal() else said.replace(leaf.code, " ")
    figures = FIGURE.findall(text)[:_MOST_FIGURES]
    lines = question.lines_of(leaf)
    if not figures or not lines:
        return None
    line = lines[0]
    subject = f" {line.subject}" if len(line.duty.subjects) > 1 else ""
    tried = [
        try_out(f"{line.code}{subject} {figure}", question.context).text.split("\n") for figure in figures
    ]
    told = [rows[1] for rows in tried if len(rows) > 1]
    if len(told) == len(tried):
        return "\n".join([tried[0][0], *told])
    return tried[0][0].removesuffix(NOT_CERTAIN) or None


def why_so_many(question: Question) -> str:
    """Why the only own line with just those points has them; else of the only leaf; else where points were lost."""
    points, leaves = _POINTS.search(question.text), question.leaves_of_list()
    just = [line for line in question.board.lines if points is not None and _has(question, line, points[0])]
    if len(just) == 1:
        return explain.reckoned(just[0].criterion, just[0].subject, question.context).text
    return why(question, leaves[0]) if len(leaves) == 1 else losses(question)


def _has(question: Question, line: BoardLine, points: str) -> bool:
    got = line_of(question.context, line.criterion, line.subject, line.known).points if line.known else None
    return got is not None and got == numeral(points.removesuffix("分"))
