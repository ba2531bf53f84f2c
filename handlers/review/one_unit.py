"""城建局三项都过: accept what a unit has reported; what lacks its value or its evidence is split out by name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from handlers.access import Act
from handlers.board import duties_of_unit, load_board
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.tokens.asides import bare
from handlers.review.deciding import accept_items
from handlers.review.listed import asked_to_pass
from handlers.review.spoken.elsewhere import why_not
from handlers.review.waiting import QueueItem, listed_items, waiting
from handlers.wording import clip, leaf_name, listed
from scoring.model import Criterion

_LISTED: Final = 5
_SPARES: Final = re.compile("除|[以之]外|外(?=都|全|的|其)|别|不(?!错)|等|先")
"""白蒲除外都过 passes all but that unit's."""
_COUNTED: Final = re.compile(r"[一二两三四五六七八九十\d]\s*[项件个]")

_OF_ALL: Final = re.compile(
    "[一二两三四五六七八九十\\d几]+\\s*[项件个]|没问题|没毛病|可以|通过|全部|一起|待审|上报|材料|今天|刚才|这边|那边|所有|[都全对行报交给把过了吧掉的数那这些就也]"
)
"""What is said of a unit that stands for all of it; what else is said names some of its items: 九华的事故率和死亡率都过."""


@dataclass(frozen=True, slots=True)
class Left:
    """A line that could not be accepted, and why."""

    name: str
    why: str


def accept_unit(text: str, context: Context) -> Reply | None:
    """Accept the unit's lines that are complete; None for no single unit.

    After 是 where one bears a ⚠ and the list was not seen, or the speaker did not say how many: 三项都过 has counted them.
    """
    named = mentions(text, context)
    if len(named.units) != 1 or _SPARES.search(text) or bare(_OF_ALL.sub("", named.rest)):
        return None
    unit = named.units[0]
    items = [item for item in waiting(context) if unit in (item.unit, item.subject)]
    accepted = [item for item in items if not _lacks(item)]
    left = [Left(_name(item.criterion), _lacks(item)) for item in items if _lacks(item)]
    left += others(context, unit, {(item.criterion.code, item.subject) for item in items})
    seen = listed_items(context)
    counted = seen is not None and _COUNTED.search(text) is not None
    unseen = not counted and any(item.risks for item in accepted)
    lines: list[str] = []
    if accepted and not unseen:
        accept_items(context, accepted)
        names = "、".join(f"{_name(item.criterion)}{_noted(item)}" for item in accepted)
        lines.append(f"{unit}已通过{len(accepted)}项：{names}。5分钟内可回“撤销”。")
    lines += told_of(left, "没有通过")
    lines += [asked_to_pass(seen or items, accepted, "", context).text] if unseen else []
    return Reply("\n".join(lines) or f"{unit}没有待审的件，没有处理。")


def _noted(item: QueueItem) -> str:
    return f"⚠{'、'.join(item.risks)}" if item.risks else ""


def _lacks(item: QueueItem) -> str:
    """Why the item cannot be accepted in passing; "" where nothing is wanting."""
    if "数据不齐" in item.risks:
        return "数据不齐"
    return "还没有材料" if wants_evidence(item.criterion) and not item.evidence else ""


def wants_evidence(criterion: Criterion) -> bool:
    """Whether the printed clause judges evidence."""
    return "材料" in criterion.clause


def told_of(left: Sequence[Left], outcome: str) -> list[str]:
    """A line for each reason, with the names of what is left for it."""
    reasons = dict.fromkeys(row.why for row in left)
    by_reason = {why: listed([row.name for row in left if row.why == why], _LISTED) for why in reasons}
    return [f"{names}：{why}，{outcome}。" for why, names in by_reason.items()]


def others(context: Context, unit: str, listed: set[tuple[str, str]]) -> list[Left]:
    """The unit's lines that wait for no decision because nothing is reported, or for another reviewer."""
    campaign, rows = context.speaker.campaign, []
    board = load_board(context.uow, campaign.id, duties_of_unit(unit, context))
    several = len(campaign.subjects) > 1
    for line in board.lines:
        key = (line.criterion.code, line.subject)
        if key not in listed and (why := why_not(line.criterion, line.subject, line.record, context)):
            where = f"{line.subject}·" if several and line.subject != unit else ""
            rows.append(Left(f"{where}{_name(line.criterion)}", why))
    return rows


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
