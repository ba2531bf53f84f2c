"""试算: what other values would give the speaker's own unit; read as a report is, and never stored."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from handlers.access import Act
from handlers.board import Board, BoardLine, board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading import ReportItem, read_report
from handlers.receipts import line_of, points_text, values_text
from handlers.wording import clip, plain

ZERO: Final = Decimal(0)
_SUPPOSED: Final = re.compile(
    "^(?:试算|要是|如果|假如|假设|假使|万一|若)(?:一下)?|(?:我们|我单位|本单位|我局|这项|这样|那)?(?:能|会|可以|该|就)?"
    "(?:得|拿|有|是)(?:到)?(?:几|多少)分?.{0,4}$|(?:的话|会怎么样|会怎样|怎么样|行不行)|几分[啊呢]?$|[?？]"
)
NOT_CERTAIN = "要试算哪一项、什么数？请这样发：“要是覆盖率报100 能得几分”。试算不入库。"


def try_out(text: str, context: Context) -> Reply | None:
    """The points of the supposed values, and what they make of the unit's sum."""
    supposed = _SUPPOSED.sub(" ", text.strip()).strip(" ，,。")
    board = board_of(context, supposed)
    rows = read_report(
        supposed,
        board.tasks(),
        others=context.rubric.criteria,
        subjects=context.speaker.campaign.subjects,
        year=context.speaker.campaign.year,
    )
    refused = next((row.reason for row in rows if row.outcome == "refused"), "")
    items = [row.item for row in rows if row.outcome == "certain" and row.item is not None]
    lines = [line for item in items if (line := board.line(item.criterion.code, item.subject)) is not None]
    if refused or not items or len(items) != len(rows) or len(lines) != len(items):
        return Reply(f"{refused}{NOT_CERTAIN}")
    supposals = {(line.criterion.code, line.subject): item for line, item in zip(lines, items, strict=True)}
    told = [_told(context, line, item) for line, item in zip(lines, items, strict=True)]
    return Reply("\n".join(["试算（不入库）：", *told, *_sums(context, board, supposals)]))


def _told(context: Context, line: BoardLine, item: ReportItem) -> str:
    scored = line_of(context, line.criterion, line.subject, {**line.known, **item.inputs})
    points = points_text(scored).replace("暂得", "") or "数据不齐，还不能计分"
    where = f"（{line.subject}）" if len(context.speaker.campaign.subjects) > 1 else ""
    clause = clip(" ".join(line.criterion.clause.split()), 80)
    return f"{line.title}{where} {values_text(line.criterion, item.inputs)}：{points}。原文：{clause}"


def _sums(context: Context, board: Board, supposals: Mapping[tuple[str, str], ReportItem]) -> Sequence[str]:
    """Now, with the supposed values, and the most if the rest came in full."""
    lines = [line for line in board.lines if line.criterion.full_marks]
    if not lines or len(context.speaker.campaign.subjects) > 1:
        return ()
    now = tried = most = full = ZERO
    rest = ""
    for line in lines:
        item = supposals.get((line.criterion.code, line.subject))
        marks = line.criterion.full_marks or ZERO
        stored = line_of(context, line.criterion, line.subject, line.known).points or ZERO
        inputs = {**line.known, **(item.inputs if item else {})}
        other = line_of(context, line.criterion, line.subject, inputs).points or ZERO
        is_open = item is None and not line.known
        rest += line.mark.strip() if is_open else ""
        now, tried, full = now + stored, tried + other, full + marks
        most += marks if is_open else other
    further = f"；{rest}如果也得满分，合计{plain(most)}/{plain(full)}" if rest else ""
    return (f"本单位现在{plain(now)}/{plain(full)}分，这样报合计{plain(tried)}/{plain(full)}{further}。",)


COMMAND = Command(
    Act.TRY_OWN,
    "要是覆盖率报100 我们能得几分",
    words(""),
    try_out,
    re.compile(r"(?:试算|(?<![主只])要是|如果|假如|假设|假使|万一|若).{2,80}", re.DOTALL),
    shy=True,
)
