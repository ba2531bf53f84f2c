"""自评: points that a unit gives itself, held against what its reports give; stored where the sheet asks for them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from handlers.access import Act
from handlers.board import Board, BoardLine, board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import match_criterion, read_ordinals
from handlers.reading.numbers import numeral
from handlers.receipts import line_of, still_missing, values_text
from handlers.reporting import report, self_points
from handlers.wording import clip, plain
from scoring.decimals import ZERO

_NUMERAL: Final = re.compile("[零一二两三四五六七八九十]{1,3}(?:点[零一二三四五六七八九]{1,2})?(?=分)")
_GLUED: Final = re.compile(r"(?<=\d分)(?=[\u4e00-\u9fff第①-⑳])")
"""执法检查四分覆盖率四分: a pair ends with its points."""
_NAME: Final = r"[①-⑳]|第?\d{1,2}项|\d{1,2}(?=\s*[:：、]|\s+\d)|[^\d\s，,、；;:：。]{2,30}?"
_PAIR: Final = re.compile(
    rf"(?P<name>{_NAME})\s*[:：]?\s*(?P<lost>扣\s*)?(?:(?P<points>\d{{1,3}}(?:\.\d{{1,2}})?)\s*分?|(?P<full>满分))[吧了啊哈报算来]*(?=$|[\s，,、；;。①-⑳])"
)
_TOTAL: Final = re.compile(
    r"(?:合计|总分|总共|一共|共计|总计|加起来)(?:是|为|得)?\s*(?P<total>\d{1,3}(?:\.\d{1,2})?)\s*分?"
)
_OTHERS: Final = re.compile(r"(?:其[它他余]|剩下|另外|别)的?[一两二三四五六七八九\d]*[个项]?[都各均也]*$")
"""其它两个各3: every line that is not named."""
SAYS_OWN: Final = "自评|自估|自打|自(?:己|个儿?)(?:给|打|评|估|算)"
_HEAD: Final = re.compile(
    rf"(?>我们?|咱们?|俺们?|本?单位|[我本咱]局|这边|嗯|[\s，,])*(?:{SAYS_OWN})(?>得|打|给|评|估|算|了|是|的|呢|就|话)*(?:分(?!别))?(?:就是|报一?下|是)?[\s:：，,]*"
)
"""我们自己打分：, wherever it stands."""
_GAVE: Final = re.compile(r"(?:自[己评])?都?(?:打|给|评|得|是|按|报)(?=\s*(?:\d|满分))")
_ALONE: Final = re.compile(
    r"(?:(?P<count>[\d一二两三四五六七八九十]{1,2})项)?(?:各项)?(?:自评|自己|评|打|给|得|[也就])*(?P<all>都|全部?|均|各)?(?:自评|自己|评|打|给|得|是)*"
    r"\s*(?:(?P<points>\d{1,2}(?:\.\d{1,2})?)分?|满分)[吧了啊\s。]*"
)

_BY: Final = re.compile(r"自评分?(?:[也再都]*[加减]|[多少](?:打|报|给|写)了)\d")
"""自评也加0.1 moves what stands by so much."""


@dataclass(frozen=True, slots=True)
class SelfAssessed:
    """What the unit gives itself on one of its lines, and what its reports give so far."""

    line: BoardLine
    said: Decimal
    provisional: Decimal


def compare(text: str, context: Context) -> Reply | None:
    """Both points of every line that is named; where the lines take such points as a value, they are reported."""
    if (beside := _compared_beside(text, context)) is not None:
        return beside
    board = board_of(context)
    digits = _in_digits(text)
    said = _HEAD.sub("", digits).strip()
    if _BY.search(text) or (said == digits and _ALONE.fullmatch(digits) is None):
        return None
    if any(item.type == "points" for line in board.lines for item in line.duty.inputs):
        head = _HEAD.match(digits)
        told = self_points.drafted(digits, board, context) or _only_the_sum(said, board)
        return told or (
            report.report(f"自评 {digits[head.end() :] if head else digits}", context)
            if head or _ALONE.fullmatch(said)
            else None
        )
    total = _TOTAL.search(said)
    said = _TOTAL.sub(" ", said)
    pairs = _of_all(said, board) or _in_order(said, board) or _pairs(_GAVE.sub(" ", said), board)
    rows, unknown = _rows(context, board, pairs)
    if rows:
        return Reply("\n".join(_told(rows, unknown, Decimal(total["total"]) if total else None)))
    if total is not None:
        return Reply(_of_sum(Decimal(total["total"]), board, context))
    return Reply(f"自评是哪几项、各几分？请这样发：“自评 {_form(board)}”。自评分不入库，用来和暂得分对照。")


def _compared_beside(text: str, context: Context) -> Reply | None:
    """标准化机制有，认证没做，自评4.5分 where points are no value: what stands before them is reported, then compared."""
    own = _BESIDE.fullmatch(text.strip())
    points = any(item.type == "points" for line in board_of(context).lines for item in line.duty.inputs)
    if own is None or points:
        return None
    told = report.report(own["rest"], context)
    head = _PLACE.match(own["rest"])
    compared = compare(f"自评 {head[0]}{own['points']}分" if head else own["own"], context)
    return Reply(f"{compared.text}\n{told.text}") if told and compared else None


_BESIDE: Final = re.compile(
    rf"(?P<rest>(?!.*(?:{SAYS_OWN}).*[，,；;。])(?:(?!\d分|满分).){{6,}}?)[，,；;。\s]+(?P<own>(?:{SAYS_OWN})[^，,；;。\d]{{0,3}}(?P<points>\d+(?:\.\d+)?)分?[。\s]*)"
)
_PLACE: Final = re.compile(r"[①-⑳]|第\d{1,2}项|\d{1,2}(?=[、\s])\s*")


def _only_the_sum(said: str, board: Board) -> Reply | None:
    """合计6分, where the points are reported line by line."""
    if _TOTAL.fullmatch(said.strip("。，, ")) is None:
        return None
    return Reply(
        f"没有入库：自评分要一项一项报，合计由系统加。请这样发：“自评 {_form(board)}”，都是满分就发“自评都满分”。"
    )


def _form(board: Board) -> str:
    worth = [(line.mark, line.criterion.full_marks) for line in board.lines if line.criterion.full_marks]
    return " ".join(f"{mark}{plain(marks)}" for mark, marks in worth[:3])


def advised(_: str, context: Context) -> Reply | None:
    """打几分合适, where such points are not reported: nobody says; the reports give so many."""
    board = board_of(context)
    if any(item.type == "points" for line in board.lines for item in line.duty.inputs):
        return None
    return Reply(f"自评打几分由您单位自己定，怎么打原文未规定。{_so_far(board, context)}")


def misjudged(_: str, context: Context) -> Reply:
    """自评高估了: what is not stored needs no taking back; what is stored as a value is reported anew."""
    board = board_of(context)
    lines = [line for line in board.lines if any(item.type == "points" for item in line.duty.inputs)]
    known = [line for line in lines if line.known]
    if known:
        told = "；".join(
            f"{line.title} {values_text(line.criterion, line.record.reported)}" for line in known[:5]
        )
        return Reply(f"没有改动。现在报的：{told}。要改哪一项，直接发“序号 新的分”，点一下才改。")
    kept = "还没有报过自评分" if lines else "自评分不入库，不用撤"
    return Reply(f"没有改动：{kept}。要重打直接发，如“自评 {_form(board)}”，再和暂得分对照。")


def _in_digits(text: str) -> str:
    """The text with its numbers of points in digits, and a break behind each."""
    said = _NUMERAL.sub(
        lambda found: plain(value) if (value := numeral(found[0])) is not None else found[0], text
    )
    return _GLUED.sub("，", said)


def _pairs(said: str, board: Board) -> list[tuple[str, str]]:
    """Every line that is named with its points; 满分 and 扣1分 by the line's own marks."""
    found: list[tuple[str, str]] = []
    for pair in _PAIR.finditer(said):
        named = _line(board, pair["name"])
        if _OTHERS.search(pair["name"]) is not None:
            named_now = {line.code for name, _ in found if (line := _line(board, name)) is not None}
            found += [
                (str(line.duty.ordinal), _given(pair, line))
                for line in board.lines
                if line.code not in named_now
            ]
        else:
            found.append((pair["name"], _given(pair, named)))
    return found


def _given(pair: re.Match[str], line: BoardLine | None) -> str:
    marks = (line.criterion.full_marks if line is not None else None) or ZERO
    if pair["full"]:
        return str(marks)
    return str(marks - Decimal(pair["points"])) if pair["lost"] else pair["points"]


def _of_sum(total: Decimal, board: Board, context: Context) -> str:
    """The sum alone, held against what the reports give."""
    full = sum((line.criterion.full_marks or ZERO for line in board.lines), ZERO)
    return f"自评合计{plain(total)}/{plain(full)}分；{_so_far(board, context)}"


def _so_far(board: Board, context: Context) -> str:
    """What the reports give, and how to hold an own assessment against it."""
    lines = board.lines
    provisional = sum(
        (line_of(context, line.criterion, line.subject, line.known).points or ZERO for line in lines), ZERO
    )
    full = sum((line.criterion.full_marks or ZERO for line in lines), ZERO)
    return (
        f"按已报的数暂得{plain(provisional)}/{plain(full)}分。{still_missing(board)}\n"
        f"自评分不入库；要逐项对照请发“自评 {_form(board)}”。"
    )


_BY_ORDER: Final = re.compile(
    r"(?:.{1,2}[个项])?(?:各项)?(?:分别|依次|按顺序|按次序)?[是为给打]?(?P<points>[\d.分、，,;；/\s]+)[吧了]?。?"
)


def _in_order(said: str, board: Board) -> list[tuple[str, str]]:
    """4 4 2: the points of every line in the order of the list, only where their number fits."""
    found = _BY_ORDER.fullmatch(said)
    points = _POINTS.findall(found["points"]) if found is not None else []
    if len(points) != len(board.lines):
        return []
    return [(str(line.duty.ordinal), given) for line, given in zip(board.lines, points, strict=True)]


_POINTS: Final = re.compile(r"\d+(?:\.\d+)?")


def _of_all(said: str, board: Board) -> list[tuple[str, str]]:
    """满分, 三项都是4分, or the figure alone of whoever has one line: the same for every line."""
    found = _ALONE.fullmatch(said)
    lines = board.lines
    count = found["count"] if found is not None else None
    sure = found is not None and (len(lines) == 1 or found["all"] or (count and numeral(count) == len(lines)))
    if found is None or not sure or (count and numeral(count) != len(lines)):
        return []
    given = found["points"]
    return [(f"{line.duty.ordinal}", given or str(line.criterion.full_marks or ZERO)) for line in lines]


def _rows(
    context: Context, board: Board, pairs: Sequence[tuple[str, str]]
) -> tuple[list[SelfAssessed], list[str]]:
    rows, unknown = [], []
    for name, points in pairs:
        line = _line(board, name)
        if line is None:
            unknown.append(name)
            continue
        provisional = line_of(context, line.criterion, line.subject, line.known).points or ZERO
        rows.append(SelfAssessed(line, Decimal(points), provisional))
    return rows, unknown


def _line(board: Board, name: str) -> BoardLine | None:
    name = _AROUND.sub("", name) or name
    places = read_ordinals(name) if not name.isdecimal() else (int(name),)
    if places:
        lines = board.of_ordinal(places[0])
        return lines[0] if len(lines) == 1 else None
    matches = match_criterion(name, board.tasks())
    sure = [match for match in matches if match.sure] or (matches if len(matches) == 1 else [])
    return board.line(sure[0].task.criterion.code) if sure else None


_AROUND: Final = re.compile(
    r"^(?:就|那个|这个|[是呢的])+|(?:那|这)(?:[个项块条])?$|[是就给打的]+$|^第?(?=\d{1,2}项$)|(?<=\d)项$"
)
"""就覆盖率那个, 1项."""


def _told(rows: Sequence[SelfAssessed], unknown: Sequence[str], total: Decimal | None) -> list[str]:
    marks = "、".join(f"{row.line.mark}{plain(row.said)}" for row in rows)
    said, provisional = sum((row.said for row in rows), ZERO), sum((row.provisional for row in rows), ZERO)
    full = sum((row.line.criterion.full_marks or ZERO for row in rows), ZERO)
    lines = [
        f"自评：{marks}，合计{plain(said)}/{plain(full)}分；按已报的数暂得{plain(provisional)}/{plain(full)}分。"
    ]
    lines += [_difference(row) for row in rows if row.said != row.provisional]
    if total is not None and total != said:
        lines.append(f"您说合计{plain(total)}分，各项加起来是{plain(said)}分，请核对。")
    if unknown:
        lines.append(f"没认出是哪一项：{clip('、'.join(unknown), 40)}。")
    lines.append("这份细则没有自评分一栏，自评分不入库，得分按所报情况计；请补报数据和材料。")
    return lines


def _difference(row: SelfAssessed) -> str:
    full = row.line.criterion.full_marks
    over = f"，超过满分{plain(full)}" if full is not None and row.said > full else ""
    why = "未报" if not row.line.known else f"暂得{plain(row.provisional)}"
    return f"不一致：{row.line.title} 自评{plain(row.said)}≠{plain(row.provisional)}（{why}{over}）"


COMMAND = Command(
    Act.REPORT,
    "自评 ①4 ②4",
    words(""),
    compare,
    re.compile(r"自评[\s:：，,]*(?!报告|材料).*\d.*", re.DOTALL),
    shy=True,
)
