"""自己的: one's own list, history, score and where points were lost."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from handlers.board import BoardLine
from handlers.calendar.deadlines import milestone_name
from handlers.evidence import handed_in
from handlers.lookups import explain, progress
from handlers.matters.register import standing as open_matters
from handlers.matters.register import until_of
from handlers.people import own_place
from handlers.reading.numbers import numeral
from handlers.receipts import line_of, values_text
from handlers.reporting.about import materials
from handlers.reporting.about.meant import said_before
from handlers.reporting.about.people import closed
from handlers.reporting.about.question import Question
from handlers.reporting.about.standing import changed_by, state_of, target_of
from handlers.reporting.withdraw import effective
from handlers.wording import clip, clock, leaf_name, local, marks_of, month_day, shown
from scoring.decimals import ZERO
from scoring.model import Criterion
from scoring.sheet import Line
from store.records import Submission

_LISTED: Final = 10
_MOST: Final = 14
_DAYS: Final = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2}


OWING: Final = re.compile("没报|未报|没交|差|缺|欠")


def missing(question: Question) -> str:
    """How many are owed, and which; of papers, where it asks for their list."""
    if _CATALOGUE.search(question.text):
        return handed_in.mine("", question.context).text
    if _SELF_SCORES.search(question.text):
        return _unassessed(question)
    if _BUT_FIGURES.search(question.text):
        return materials.lacking_of_list(question)
    return progress.still_open("", question.context).text


_SELF_SCORES: Final = re.compile("自评(?!报告)")


def _unassessed(question: Question) -> str:
    """The lines whose self-score is still owed, of whatever has come in besides."""
    asked = [line for line in question.board.lines if "self_points" in line.criterion.input_by_name]
    owed = [line for line in asked if "self_points" not in line.known]
    if not owed:
        return f"要自评分的共{len(asked)}项，没有没自评的。"
    rows = [f"{line.title}{marks_of(line.criterion)}" for line in owed]
    return "\n".join([f"还差{len(owed)}项的自评分：", *rows, "直接发“自评 序号 分数”，几项可以一条发完。"])


_BUT_FIGURES: Final = re.compile("除了(?:报|填)?(?:个)?(?:数(?!量)|数字|数值|数据|情况)")


def whose_open(question: Question) -> str:
    """Who has not reported: of who reports for several assessed units these; others' are not told."""
    many = len({line.subject for line in question.board.lines}) > 1
    return missing(question) if many and _SUBJECTS.search(question.text) else closed(question)


_SUBJECTS: Final = re.compile("[区县镇](?!局)")


def tasks(question: Question) -> str:
    """The whole list; of the assessed units that the text names, their lines."""
    lines = question.of_subjects()
    if lines:
        rows = [f"{line.title}，{state_of(question, line)}" for line in lines]
        return "\n".join([*shown(rows, _MOST, "……另有{}项"), progress.head(question.context)])
    return progress.my_tasks("", question.context).text


def done(question: Question) -> str:
    """How many are reported, and how many of the targets are met."""
    board = question.board
    reported = [line for line in board.lines if line.known]
    met = [line for line in reported if sheet_line(question, line).met]
    targets = f"，其中达到目标{len(met)}项" if question.context.rubric.has_targets else ""
    head = f"共{len(board.lines)}项，已报{len(reported)}项{targets}，还差{len(board.missing)}项。"
    rows = [f"{line.title}：{state_of(question, line)}" for line in reported]
    return "\n".join([head, *shown(rows, _LISTED, "……另有{}项"), "没报的回“还差什么”。"])


def met(question: Question) -> str:
    """Which lines have not reached their target or full points, which have, and which are not reported."""
    lines = question.of_subjects() or question.board.lines
    known = [line for line in lines if line.known]
    got = [(line, _is_met(question, line)) for line in known]
    goal = "达到目标" if question.context.rubric.has_targets else "得满分"
    rows = [
        *_standing(question, f"没{goal}", [line for line, full in got if full is False]),
        *_standing(question, f"已{goal}", [line for line, full in got if full]),
        *_standing(question, "报了还不能算", [line for line, full in got if full is None]),
    ]
    left = "".join(line.mark.strip() for line in lines if not line.known)
    return "\n".join(
        [*(rows or ["报了的还没有。"]), *([f"还没报：{left}"] if left else []), "单看一项回“为什么 序号”。"]
    )


def _is_met(question: Question, line: BoardLine) -> bool | None:
    got = sheet_line(question, line)
    if question.context.rubric.has_targets:
        return got.met
    return None if got.points is None else got.points >= (line.criterion.full_marks or ZERO)


def _standing(question: Question, head: str, lines: Sequence[BoardLine]) -> list[str]:
    rows = [f"{line.title}：{state_of(question, line)}" for line in lines]
    return [f"{head}的{len(lines)}项：", *shown(rows, _LISTED, "……另有{}项")] if lines else []


def targets(question: Question) -> str:
    """The targets of the list, and how far each line is."""
    leaves = question.leaves_of_list()
    if len(leaves) == 1:
        return target_of(question, leaves[0])
    rows = [
        f"{line.title}：{told}"
        for line in question.board.lines
        if "；目标" in (told := state_of(question, line))
    ]
    if not rows:
        return "您名下的项没有另设目标值（原文未规定），要求写在各项评分标准里：单问一项回“详情 序号”。"
    missed = None if question.among else _OF_OTHER.match(question.text)
    what = missed["what"] if missed is not None else ""
    titles = "".join(line.title for line in question.board.lines)
    is_other = what and not any(what[at : at + 2] in titles for at in range(len(what) - 1))
    head = f"您清单上没有“{what}”这一项，没有它的目标。您的项是：" if is_other else "目标和现在的数："
    return "\n".join([head, *shown(rows, _MOST, "……另有{}项")])


_OF_OTHER: Final = re.compile(
    "(?:请问|想问|我们?|咱们?|镇|区|县|局|上|今年|全年|的)*+"
    "(?P<what>(?:(?!目标|任务|指标|[每各我你他咱们总都有是要得该应定给差离报数这那还没几]|所有|全部|[上市省县镇]里|上面|现在|到底|最[少低高多]|至少|[今全]年|年[底度终末]|怎|咋|啥|什么|哪)[\u4e00-\u9fff]){2,8}?)"
    "(?:这块|这边|方面|[这那]一?[个项块])?的?(?:目标|任务|指标|[要得该应])"
)
"""专利要完成多少: what the target is asked of."""


def targets_change(question: Question) -> str:
    """The same, and who may change them."""
    return f"{targets(question)}\n{changed_by(question)}"


def history(question: Question) -> str:
    """What was reported, on the day that the text names or ever; what was handed in, where it asks for papers."""
    if _PAPERS.search(question.text):
        return handed_in.mine("", question.context).text
    context = question.context
    own = effective(
        context.uow.submissions.of_contact(context.speaker.campaign.id, context.speaker.contact.id)
    )
    word = next((word for word in _DAYS if word in question.text), "")
    if not word:
        return _reported(question)
    day: date = local(context.now).date() - timedelta(days=_DAYS[word])
    rows = [row for row in own if local(row.at).date() == day]
    if not rows:
        return f"{word}（{month_day(day)}）您没有报过数。\n{_reported(question)}"
    told = [_said(context.rubric.criterion(row.code), row) for row in rows]
    return "\n".join(
        [f"{word}（{month_day(day)}）您报了{len(rows)}次：", *shown(told, _LISTED, "……另有{}次")]
    )


_CATALOGUE: Final = re.compile("(?:材料|文件|佐证)的?(?:目录|清单)")
_PAPERS: Final = re.compile("材料|文件|照片|图片|佐证|附件")


def _said(leaf: Criterion, row: Submission) -> str:
    return f"{clock(row.at)} {leaf_name(leaf, 24)} {clip(values_text(leaf, row.given), 60)}"


def _reported(question: Question) -> str:
    lines = [line for line in (*question.board.lines, *question.later.lines) if line.known]
    if not lines:
        return f"您单位还没有报过数，共{len(question.board.lines)}项都未报。直接发“序号 数值”就行。"
    rows = [f"{line.title}：{state_of(question, line)}" for line in lines]
    return "\n".join([f"您单位报过{len(lines)}项：", *shown(rows, _LISTED, "……另有{}项")])


def reviewed(question: Question) -> str:
    """How each report of the unit was reviewed, and what is still to come."""
    if question.of_subjects():
        return tasks(question)
    return f"{_reported(question)}\n{progress.head(question.context)}"


def returned(question: Question) -> str:
    """What was returned or asked for in addition, and whether it has been reported again."""
    lines = (*question.board.lines, *question.later.lines)
    back = [f"{line.title}：{state_of(question, line)}，还没有重报" for line in lines if line.record.returned]
    again = [f"{line.title}：已重报，{state_of(question, line)}" for line in lines if line.record.resubmitted]
    asked = [
        f"要补的材料：{clip(row.text, 60)}（第{row.number}号，{until_of(row)}还没办结）"
        for row in open_matters(question.context, "material")
        if row.unit == question.context.seat.unit
    ]
    rows = [*back, *again, *asked]
    if not rows:
        return f"您单位没有被退回、要求补的。{progress.head(question.context)}"
    who = (
        [own_place.who_reviews("", question.context).text.split("\n", 1)[0]] if "谁" in question.text else []
    )
    return "\n".join([f"要补的{len(back) + len(asked)}项，已重报{len(again)}项：", *rows, *who])


def only(question: Question) -> str:
    """Whether there is one line only, and the list."""
    count, told = len(question.leaves_of_list()), _COUNT.search(question.text)
    meant = numeral(told[1]) if told is not None else None
    node = milestone_name(question.context.rubric, question.context.milestone)
    own = f"您名下{f'{node}节点' if node else ''}{'只有' if count == 1 else '共'}{count}项"
    said = f"对，{own}" if meant == count else f"不是，{own}"
    later = f"（后面的节点还有{len(question.later.lines)}项）" if question.later.lines else ""
    return f"{said}{later}。\n{tasks(question)}"


_COUNT: Final = re.compile("([一二两三四五六七八九十]|\\d{1,2})(?:项|个|条|样|件)")


def each(question: Question) -> str:
    """各区怎么样: the lines of every assessed unit; who reports for one only sees no others."""
    return tasks(question) if question.of_subjects() else closed(question)


def afterwards(question: Question) -> str:
    """What may still come once the list is complete."""
    later = len(question.later.lines)
    more = f"；后面的节点还有{later}项，到时候会提醒" if later else ""
    told = "审核员退回、要补材料的会告诉您（写明原因），改了重发就行"
    told = f"{told}；报齐就不再提醒" if _REVIEW.search(question.text) else f"报齐就不再提醒；{told}"
    return f"{told}{more}。\n{progress.head(question.context)}"


_REVIEW: Final = re.compile("[审核退]|不全|不合格|不行|不够")


def shown_line(question: Question, leaf: Criterion) -> str:
    """What the line is: all of it where it is the only one asked about, else its row."""
    rows = [progress.task_row(line) for line in question.lines_of(leaf)]
    if len(question.leaves) > 1 and _CLAUSE.search(question.text):
        return f"{question.title(leaf)}{marks_of(leaf)}，原文：{question.quoted(leaf)}"
    return (
        "\n".join(rows) if len(question.leaves) > 1 and rows else explain.of_leaf(leaf, question.context).text
    )


_CLAUSE: Final = re.compile("标准|细则|要求|原文|条文|规定|详情")


def further(question: Question) -> str | None:
    """更多: what the list that was shown last left out; None where none was."""
    before = said_before(question.context)
    return progress.rest_of(before[1], question.context) if before is not None else None


def whole(question: Question) -> str:
    """Every line of the list, or every one that is still open."""
    owing = OWING.search(question.text) is not None
    return progress.whole_list(question.context, missing=owing)


def sheet_line(question: Question, line: BoardLine) -> Line:
    """What the line comes to as it is reported."""
    return line_of(question.context, line.criterion, line.subject, line.known)
