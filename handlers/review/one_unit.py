"""城建局三项都过: accept what a unit has reported; what lacks its value or its evidence is split out by name."""

import re
from dataclasses import dataclass

from handlers.access import Act
from handlers.board import BoardLine, duties_at, load_board
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.units import mentions
from handlers.messages import Reply
from handlers.review.deciding import accept_items
from handlers.review.waiting import QueueItem, recused, waiting
from handlers.speaker import Seat
from handlers.wording import clip, leaf_name
from scoring.model import Criterion


@dataclass(frozen=True, slots=True)
class Left:
    """A line that could not be accepted, and why."""

    name: str
    why: str


def accept_unit(text: str, context: Context) -> Reply | None:
    """Accept the unit's lines that are complete; None where the words name no single unit."""
    units = mentions(text, context.rubric, context.speaker.campaign.subjects).units
    if len(units) != 1:
        return None
    unit = units[0]
    items = [item for item in waiting(context) if unit in (item.unit, item.subject)]
    accepted = [item for item in items if not _lacks(item)]
    left = [Left(_name(item.criterion), _lacks(item)) for item in items if _lacks(item)]
    left += _others(context, unit, {(item.criterion.code, item.subject) for item in items})
    accept_items(context, accepted)
    lines = []
    if accepted:
        names = "、".join(_name(item.criterion) for item in accepted)
        lines.append(f"{unit}已通过{len(accepted)}项：{names}。5分钟内可回“撤销”。")
    lines += [f"{row.name}：{row.why}，没有通过。" for row in left]
    return Reply("\n".join(lines) or f"{unit}没有待审的件，没有处理。")


def _lacks(item: QueueItem) -> str:
    """Why the item cannot be accepted in passing; "" where nothing is wanting."""
    if "数据不齐" in item.risks:
        return "数据不齐"
    return "还没有材料" if wants_evidence(item.criterion) and not item.evidence else ""


def wants_evidence(criterion: Criterion) -> bool:
    """Whether the printed clause judges evidence."""
    return "材料" in criterion.clause


def _others(context: Context, unit: str, listed: set[tuple[str, str]]) -> list[Left]:
    """The unit's lines that wait for no decision because nothing is reported, or for another reviewer."""
    subjects = context.speaker.campaign.subjects
    seat = Seat("contact", unit, unit if unit in subjects else "", subjects)
    board = load_board(
        context.uow, context.speaker.campaign.id, duties_at(context.rubric, seat, context.milestone)
    )
    rows = []
    for line in board.lines:
        key = (line.criterion.code, line.subject)
        if key not in listed and (why := _why_not(context, unit, line)):
            rows.append(Left(_name(line.criterion), why))
    return rows


def _why_not(context: Context, unit: str, line: BoardLine) -> str:
    if line.record.status == "unreported":
        return "还没有上报"
    if line.record.status == "returned":
        return "已退回，还没有重报"
    if line.record.status == "waiting":
        own = recused(context, unit, line.criterion.code, line.subject)
        return "您已回避" if own else "不能由您审"
    return ""


def _name(criterion: Criterion) -> str:
    return f"{criterion.code} {clip(leaf_name(criterion), 16)}"


COMMAND = Command(
    Act.REVIEW,
    "城建局三项都过",
    words(""),
    accept_unit,
    re.compile(
        r"(?!除)\D{2,10}?(?:报的?|交的?|这边)(?:都|全)?(?:对|没问题|没毛病|可以|行)的?[\s,，]*(?:都|全|全部|一起)?(?:给)?(?:通过|过)(?:了|吧|掉)*|(?!除)[^\d\s,，]{2,14}?(?:[一二两三四五六七八九十\d]{0,2}\s*[项件个])?(?:全部?|都|一起)(?:通过|过)(?:了|吧)?"
    ),
    shy=True,
)
