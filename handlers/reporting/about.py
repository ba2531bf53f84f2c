"""问一项: what somebody who reports asks about one line of the list: its target, its points, how far it is, whose it is."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from handlers import explain
from handlers.board import Board, BoardLine, board_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import Task
from handlers.reading.asides import is_question
from handlers.reading.mentions import MOST, mentioned, spoken_of
from handlers.receipts import line_of, points_text, target_text, values_text
from handlers.reporting.trial import try_out
from handlers.targets import actual_input
from handlers.wording import clip, plain, shown

ROLES: Final = frozenset({"contact", "supervisor"})
LONGEST: Final = 40
"""What is longer tells rather than asks."""
_ASKED: Final = re.compile(
    "目标(?:值|数)?(?:是|定|要)?(?:多少|几|咋|怎么)?|几分|分值|满分|多少分|得分|扣分|丢分|差多少|差几|还差|报了?(?:的是)?多少|报的?啥|是多少"
    "|谁[给来]?[报管填审评]|谁(?:负责|牵头)|归谁|归哪|哪个?(?:单位|局|部门)|牵头|也要报|该.{0,4}报|要求|怎么[评算报打]|咋[评算报打]|算[吗么不]|算不算"
    "|分开|合起来|还是|是不是|来着|审了|过了没|收到没|现在能报|能报[吗不]|什么意思|啥意思|够[吗不]|达标"
)
_NOT_ITS_OWN: Final = re.compile("图|照片|文件|附件|上传|撤|打包|导出|催|提醒|延期|别家|其他单位|排名|第几名")
_OF_ONE: Final = re.compile("目标|几分|分值|满分|扣|差多少|差几|还差|报了?多少|怎么[评算]|分开|合起来|达标")
_WORTH: Final = re.compile("(?:得|扣|是|能有|给)(?:几|多少)分?|几分|多少分")
_WHOSE: Final = re.compile(
    "谁[报管填]|谁(?:负责|牵头)|归谁|归哪|哪个?(?:单位|局|部门)|牵头|应该是?.{1,8}报|是不是.{0,8}报|几分|要求|怎么[评算]"
)
_OPEN: Final = re.compile("[?？吗么呢不没着]$|目标|满分|差|还是|是不是")
_WEIGHTIEST: Final = re.compile("哪[一几]?[项个些].{0,5}(?:最|容易|重要|要紧|分[高多值]|值钱)")
_LISTED: Final = 8
_FIGURE: Final = re.compile(r"(?<![\d.第①-⑳])\d+(?:\.\d+)?(?!\d*[号项月日年条])%?")
_MOST_FIGURES: Final = 3


def asked(text: str, context: Context) -> Reply | None:
    """What is known of the line that the text asks about; None where it asks about none, or about something else."""
    if context.speaker.role not in ROLES or len(text) > LONGEST or _NOT_ITS_OWN.search(text):
        return None
    if _WEIGHTIEST.search(text):
        return _weightiest(context)
    return (
        _of_one(text, context) if _ASKED.search(text) and (is_question(text) or _OPEN.search(text)) else None
    )


def _of_one(text: str, context: Context) -> Reply | None:
    board = board_of(context, text)
    meant = _meant(text, board)
    others = _of_others(text, board, context)
    if others is not None or not meant:
        return others
    lines = [line for line in board.lines if line.code in {task.criterion.code for task in meant}]
    return _tried(text, lines, context) or _told(text, lines, context)


def _weightiest(context: Context) -> Reply | None:
    """The own lines by the points that they carry."""
    lines = [line for line in board_of(context).lines if line.criterion.full_marks]
    rows = sorted(lines, key=lambda line: -(line.criterion.full_marks or 0))
    told = [
        f"{line.title}（{plain(line.criterion.full_marks or '0')}分）{_state(line, context)}" for line in rows
    ]
    ask = "怎么扣分回“详情 序号”。"
    return Reply("\n".join(["按分值从大到小：", *shown(told, _LISTED, "……另有{}项"), ask])) if told else None


def _meant(text: str, board: Board) -> Sequence[Task]:
    """The lines that the text speaks of; the only one of a list where it asks for what every line has."""
    tasks = board.tasks()
    later = tuple(task for task in tasks if not task.ordinal)
    found = mentioned(text, later) or mentioned(text, tasks) or later[:MOST]
    return found or (tasks if len(tasks) == 1 and _OF_ONE.search(text) else ())


def _of_others(text: str, board: Board, context: Context) -> Reply | None:
    """Whose a line is that is not one's own, and what it demands: that is no secret."""
    if not _WHOSE.search(text):
        return None
    running = [one for one in context.rubric.criteria if one.milestone in (None, context.milestone)]
    found = spoken_of(text, running)
    own = {line.code for line in board.lines}
    return explain.detail(found[0].code, context) if len(found) == 1 and found[0].code not in own else None


def _named_subject(text: str, lines: Sequence[BoardLine]) -> list[BoardLine]:
    """The lines of the assessed unit that the text names, else all of them."""
    named = [line for line in lines if line.subject in text or line.subject[:-1] in text]
    return named or list(lines)


def _told(text: str, lines: Sequence[BoardLine], context: Context) -> Reply:
    """One line whole; several in a row each."""
    if len({line.code for line in lines}) == 1:
        whole = explain.detail(lines[0].code, context).text.split("\n")
        rows = [_state(line, context) for line in _named_subject(text, lines)]
        return Reply("\n".join([whole[0], *rows, *whole[1:-1]]))
    rows = [f"{clip(line.title, 40)}：{_state(line, context)}" for line in lines]
    return Reply("\n".join([*rows, f"看要求回“详情 {lines[0].duty.ordinal or lines[0].code}”。"]))


def _state(line: BoardLine, context: Context) -> str:
    """“鄂城区：已报95.2%，暂得10/10分；目标95.0”."""
    where = f"{line.subject}：" if len(line.duty.subjects) > 1 else ""
    target = _target(line, context)
    if not line.known:
        return f"{where}现在：未报{target}"
    points = points_text(line_of(context, line.criterion, line.subject, line.known))
    values = clip(values_text(line.criterion, line.known), 80)
    return f"{where}现在：{values}{'，' + points if points else ''}{target}"


def _target(line: BoardLine, context: Context) -> str:
    """The target, printed or set, and how far the value is from it."""
    printed = line.criterion.targets.get(line.subject)
    if printed is None:
        return target_text(context, line.criterion, line.subject)
    item = actual_input(line.criterion) or line.duty.inputs[0]
    value = line.known.get(item.name)
    gap = Decimal(str(printed)) - Decimal(str(value)) if isinstance(value, int | str) else None
    return f"；目标{plain(printed)}" + (f"，还差{plain(gap)}" if gap is not None and gap > 0 else "")


def _tried(text: str, lines: Sequence[BoardLine], context: Context) -> Reply | None:
    """What the figures in a question after points would give; nothing of it is stored."""
    figures = _FIGURE.findall(text)
    named = _named_subject(text, lines)
    if not _WORTH.search(text) or not 0 < len(figures) <= _MOST_FIGURES or len(named) != 1:
        return None
    line = named[0]
    subject = f" {line.subject}" if len(line.duty.subjects) > 1 else ""
    tried = [try_out(f"{line.code}{subject} {figure}", context).text.split("\n") for figure in figures]
    told = [rows[1] for rows in tried if len(rows) > 1]
    return Reply("\n".join([tried[0][0], *told])) if len(told) == len(tried) else None
