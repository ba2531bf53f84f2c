"""试算: what other values would give the speaker's own unit; read as a report is, and never stored."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from handlers.access import Act
from handlers.board import Board, BoardLine, board_of
from handlers.campaign.targets import actual_input
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import ReportItem, RowReading, Task, read_report
from handlers.reading.numbers import numeral
from handlers.reading.widths import clean
from handlers.receipts import line_of, points_text, values_text
from handlers.reporting.about.meant import about
from handlers.reporting.situations.affirmed import answers_in
from handlers.wording import clip, plain
from scoring.decimals import ZERO

_SUPPOSED: Final = re.compile(
    "试算(?:一下)?|还没(?:有)?报[哈啊呢]?|要是|如果|假如|假设|假使|万一|(?<![\u4e00-\u9fff])若|的话|我?先?(?:不|别|莫|不要)(?:报|记|入库|存|录)[哈啊呢]?"
    "|先?(?:帮我?|给我?|替我)?(?:算一?下|算一算|算算)看?|我?(?:[就先只]?是?[想要]先?|先)(?:问|晓得|知道|看|了解)(?:一?下|[看问])?[哈啊呢]?|[的话]?分数[是会]|[能会还可得]?有没?有?分[吗么没不]?"
    "|(?>单位|我们|咱们?|俺们?|[我咱]局|全局|这[项条个]|大概|总共|一共|合计|总计|加起来|加一?块|最后|现在|[就还比能会该可得拿有是给到算加扣多考])*(?:几|多少|好多)个?分?"
    r"|会怎么?样|怎么样|行不行|[?？]|[只填]?(?:填|报|写|做|弄|搞|达|改)[到成为个]?(?:满分)?(?=\s*[\d一二三四五六七八九十百])|满分(?=\s*[\d一二三四五六七八九])"
)
"""What says that something is only supposed, and asks for its points."""
ASKS: Final = re.compile(
    "[几少多]分|分数?[是会有能](?:几|多少)|值(?:多少|几)|[能会还可][得有拿]分|有没有分|[得有给]分[吗么没不]|能到(?:多少|几)|总共(?:多少|几)|(?:多|加|扣|拿|得)(?:多少|几)|一分[都也]?(?:没|不)|算一?下|算一?算|试算"
)
_IF: Final = re.compile(
    r"试算|(?<![主只])要是|如果|假如|假设|假使|万一|的话|(?:不|别|莫)(?:报|记|入库)|算一?下|算一?算|先问|先[看算]|[只报填达做弄到](?:满分)?\s*[\d一二三四五六七八九十百]"
)
_THRESHOLD: Final = re.compile(
    "[低高大小少多]于|不到|达不|没到|没达|未达|超过?|以[上下]|不够|为什么|为啥|凭|怎么(?:才|就|只)|咋(?:才|就|只)"
)
"""What asks for the clause, not for the points of a value."""
_WHOLE: Final = re.compile(
    "(?<!有)满分|[弄做办搞整](?:好|完|成|齐)|[都也全]有|完成|齐全?|过关|达标|拿满|到位"
)
_LACKS: Final = re.compile("没|不|未|缺|差|无")
_PART: Final = re.compile(r"[，,、；;。\s]+|(?:然后|并且|而且|另外)")
_FIGURE: Final = re.compile(r"\d")
NOT_CERTAIN: Final = "要试算哪一项、什么数？请这样发：“要是覆盖率报100 能得几分”。试算不入库。"
MOVED: Final = re.compile(
    r"(?:再|还|又|要是|如果|假如|能|多)(?:能|再|往上|往下)*(?:提高|提升|增加|上升|上涨|降低|下降|减少|提|高|多|涨|加|升|降|低|少|掉)(?:出|了|个|上)?(?P<by>\d+(?:\.\d+)?)(?!\d|[个]?(?:月|年|天|分))"
)
"""再高0.5, of what is reported."""


@dataclass(frozen=True, slots=True)
class Supposal:
    """What is supposed of a line: its inputs; none where it is supposed to get full marks."""

    line: BoardLine
    inputs: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What is supposed, and what could not be made out."""

    supposed: Sequence[Supposal]
    notes: Sequence[str]


def try_out(text: str, context: Context) -> Reply:
    """The points of the supposed values, and what they make of the unit's sum."""
    found = _found(text, context)
    return Reply(f"{found}{NOT_CERTAIN}") if isinstance(found, str) else _tried(found, context)


def imagined(text: str, context: Context) -> Reply | None:
    """The same where the words ask for points of what they suppose; None where a figure of them stays open."""
    if ASKS.search(text) is None or _THRESHOLD.search(text):
        return None
    if (denied := _denied(text, context)) is not None:
        return denied
    if _IF.search(text) is None:
        return None
    found = _found(text, context)
    if isinstance(found, str):
        return None
    known = {str(one.line.duty.ordinal) for one in found.supposed}
    known |= {str(value) for one in found.supposed for value in one.inputs.values()}
    return _tried(found, context) if _figures(text) <= known else None


def _denied(text: str, context: Context) -> Reply | None:
    """平台我们没有，这项能拿分吗: the line with 否 there, and all else of it one way or the other."""
    if _LACKS.search(text) is None or _FIGURE.search(clean(text)):
        return None
    said = " ".join(one for one in _CLAUSE.split(_SUPPOSED.sub(" ", text)) if not ASKS.search(one)).strip()
    line = _line(said, board_of(context, said), context) if said else None
    told = answers_in(Task(1, line.criterion, line.duty.inputs, (line.subject,)), said) if line else {}
    if line is None or False not in told.values():
        return None
    rest = [item.name for item in line.duty.inputs if item.type == "bool" and item.name not in told]
    ways = [dict.fromkeys(rest, way) for way in (True, False)] if rest else [{}]
    first, *more = (_told(context, Supposal(line, {**told, **way})) for way in ways)
    return Reply("\n".join(["试算（不入库）：", *(one.partition("。原文：")[0] for one in more), first]))


def _figures(text: str) -> set[str]:
    return {f"{Decimal(figure).normalize():f}" for figure in _FIGURES.findall(clean(text))}


_FIGURES: Final = re.compile(r"\d{1,12}(?:\.\d{1,6})?")


def _tried(found: Found, context: Context) -> Reply:
    told = [_told(context, one) for one in found.supposed]
    sums = _sums(context, board_of(context), found.supposed)
    return Reply("\n".join(["试算（不入库）：", *told, *sums, *found.notes]))


def _run(text: str, context: Context) -> Reply | None:
    """要是公示的分不对怎么办 supposes no value."""
    told = try_out(text, context)
    return None if NOT_CERTAIN in told.text and _WHAT_THEN.search(text) else told


_WHAT_THEN: Final = re.compile("怎么办|咋办|咋整|找谁|怎么弄")


def _found(text: str, context: Context) -> Found | str:
    """What is supposed of each line; where that is not certain why, or nothing."""
    moved = _moved(text, context)
    if moved is not None:
        return moved
    text = _CHANGED.sub("", text)
    supposed = _SUPPOSED.sub(" " if _FIGURE.search(clean(text)) else "", text.strip()).strip(" ，,。")
    board = board_of(context, supposed)
    best, said = _at_best(supposed, board, context), supposed
    for part in best:
        said = said.replace(part, " ")
    rows = _read(said, board, context) if _FIGURE.search(said) or not best else ()
    refused = next((row.reason for row in rows if row.outcome == "refused"), "")
    items = [_item(row, board, context) for row in rows]
    found = [
        Supposal(line, item.inputs)
        for item in items
        if item is not None and (line := board.line(item.criterion.code, item.subject)) is not None
    ]
    if refused or len(found) != len(items) or not (found or best):
        return refused
    known = {one.line.code for one in found}
    full = {line.code: Supposal(line, {}) for line in best.values() if line.code not in known}
    notes = [
        f"“{clip(part, 20)}”没有算进去：请说清是哪一档、多少。"
        for part in _CLAUSE.split(said)
        if not _FIGURE.search(part) and (line := _line(part, board, context)) and line.code not in known
    ]
    return Found((*found, *full.values()), notes)


def _moved(text: str, context: Context) -> Found | None:
    """再高0.5: the value that is stored moved so far; why not where none is; None where no value is moved."""
    found = MOVED.search(clean(text))
    if found is None:
        return None
    board = board_of(context, text)
    leaves = about(text, text, MOVED.sub(" ", text), "", context).leaves
    lines = [line for line in board.lines if not leaves or line.criterion in leaves]
    lines = [line for line in lines if line.subject[:-1] in text] or lines
    if len(lines) != 1:
        return None
    line, item = lines[0], actual_input(lines[0].criterion) or next(iter(lines[0].duty.inputs), None)
    known = line.known.get(item.name) if item is not None else None
    where = f"（{line.subject}）" if len(line.duty.subjects) > 1 else ""
    if item is None or not isinstance(known, int | str) or not _NUMBER.fullmatch(str(known)):
        return Found(
            (), [f"{line.title}{where}还没有报过数，没有可以加减的；直接说是多少，如“要是报98 能得几分”。"]
        )
    by = Decimal(found["by"]) * (-1 if _DOWN.search(found[0]) else 1)
    value = Decimal(str(known)) + by
    if value < ZERO or (item.type == "percent" and value > _HUNDRED):
        return Found((), [f"{line.title}{where}现在是{known}，这样就成了{plain(value)}，报不了。"])
    moved = int(value) if isinstance(known, int) and value == value.to_integral() else plain(value)
    return Found([Supposal(line, {item.name: moved})], ())


_DOWN: Final = re.compile("降|低|减|少|掉")
_HUNDRED: Final = 100


_CLAUSE: Final = re.compile("[，,；;。\n]")


_CHANGED: Final = re.compile(
    r"(?:从)?\d+(?:\.\d+)?%?(?:改|变|降|升|调|换|掉|涨)(?:成|为|到)(?=\s*\d)|目标(?:值|数)?(?:是|为|定的?)?\d+(?:\.\d+)?[%家个件]?(?=[\s，,])"
)
"""95.2改成94.8: only what it becomes is tried."""


def _line(part: str, board: Board, context: Context) -> BoardLine | None:
    """The only own line that the words name."""
    question = about(part, part, _WHOLE.sub(" ", part), "", context)
    lines = [line for leaf in question.leaves if (line := board.line(leaf.code)) is not None]
    return lines[0] if len(lines) == 1 else None


def _item(row: RowReading, board: Board, context: Context) -> ReportItem | None:
    """What a row says: what it says certainly, or the only thing that it may say; it is said back and not stored."""
    if row.item is not None and row.outcome == "certain":
        return row.item
    if not row.choices and row.outcome == "asks":
        return _bare(row.piece, board, context)
    single = row.choices[0].items if len(row.choices) == 1 else ()
    if len(single) != 1 or single[0].amend:
        return None
    return single[0] if _figures(row.piece) <= {str(value) for value in single[0].inputs.values()} else None


def _bare(piece: str, board: Board, context: Context) -> ReportItem | None:
    """专利12件: the figure alone, of the line that the words name; the unit of measure may be another."""
    line, figures = _line(piece, board, context), _NUMBER.findall(clean(piece))
    value = numeral(figures[0]) if len(figures) == 1 else None
    if line is None or value is None:
        return None
    task = Task(1, line.criterion, line.duty.inputs, (line.subject,))
    rows = read_report(plain(value), [task], pending=task, subjects=(line.subject,))
    return rows[0].item if len(rows) == 1 and rows[0].outcome == "certain" else None


_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?|[一二三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?")


def _read(said: str, board: Board, context: Context) -> Sequence[RowReading]:
    campaign = context.speaker.campaign
    return read_report(
        said, board.tasks(), others=context.rubric.criteria, subjects=campaign.subjects, year=campaign.year
    )


def _at_best(supposed: str, board: Board, context: Context) -> dict[str, BoardLine]:
    """{words without a figure that suppose a line done: that line}."""
    found = {}
    for part in _PART.split(supposed):
        if _FIGURE.search(part) or not _WHOLE.search(part) or _LACKS.search(part):
            continue
        line = _line(part, board, context)
        if line is not None and line.criterion.full_marks is not None:
            found[part] = line
    return found


def _points(context: Context, one: Supposal) -> Decimal | None:
    if not one.inputs:
        return one.line.criterion.full_marks
    scored = line_of(context, one.line.criterion, one.line.subject, {**one.line.known, **one.inputs})
    return scored.points


def _told(context: Context, one: Supposal) -> str:
    line = one.line
    where = f"（{line.subject}）" if len(context.speaker.campaign.subjects) > 1 else ""
    clause = clip(" ".join(line.criterion.clause.split()), 80)
    if not one.inputs:
        marks = plain(line.criterion.full_marks or ZERO)
        return f"{line.title}{where} 如果得满分：{marks}/{marks}分。原文：{clause}"
    scored = line_of(context, line.criterion, line.subject, {**line.known, **one.inputs})
    points = points_text(scored).replace("暂得", "") or "数据不齐，还不能计分"
    return f"{line.title}{where} {values_text(line.criterion, one.inputs)}：{points}。原文：{clause}"


def _sums(context: Context, board: Board, supposals: Sequence[Supposal]) -> Sequence[str]:
    """Now, with the supposed values, and the most if the rest came in full."""
    lines = [line for line in board.lines if line.criterion.full_marks]
    if not lines or len(context.speaker.campaign.subjects) > 1:
        return ()
    supposed = {one.line.code: one for one in supposals}
    now = tried = most = full = ZERO
    rest = ""
    for line in lines:
        marks = line.criterion.full_marks or ZERO
        stored = line_of(context, line.criterion, line.subject, line.known).points or ZERO
        one = supposed.get(line.code)
        other = (_points(context, one) or ZERO) if one is not None else stored
        is_open = one is None and not line.known
        rest += line.mark.strip() if is_open else ""
        now, tried, full = now + stored, tried + other, full + marks
        most += marks if is_open else other
    further = f"；{rest}如果也得满分，合计{plain(most)}/{plain(full)}" if rest else ""
    return (f"本单位现在{plain(now)}/{plain(full)}分，这样报合计{plain(tried)}/{plain(full)}{further}。",)


COMMAND = Command(
    Act.TRY_OWN,
    "要是覆盖率报100 我们能得几分",
    words(""),
    _run,
    re.compile(r"(?:试算|(?<![主只])要是|如果|假如|假设|假使|万一|若).{2,80}", re.DOTALL),
    shy=True,
)
