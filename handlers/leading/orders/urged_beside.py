"""“哪家分丢得最多，催一下”: units that a leader asks about and has reminded in one line; how they stand, and who is."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.campaign.standing import Standing, UnitStanding, standing_now
from handlers.context import Context
from handlers.leading.one_unit.unit_view import named
from handlers.leading.ranking.laggards import behind
from handlers.messages import Reply
from handlers.reminding.urging import urge
from handlers.wording import listed, plain

_URGED: Final = re.compile(
    r"[,，。;；\s]*(?:赶紧|赶快|帮我|给我|替我|你|再|都|就|那就|请|先|快)*催(?:一下|一催|催|办|下)?(?:他们?|它们?|这家|一下)?[吧啊呀]*[。!！]*$"
)
_SPARED: Final = re.compile(
    r"(?<![特分])别(?!的|家|人)|不[用要必]|先不|甭|不再|免了|除|以外|之外|没催|没有催|[几谁]催"
)
_WORST: Final = re.compile(
    r"(?:丢|扣|失|差|欠|缺|没报|未报).{0,4}最多|最(?:差|低|慢|后|拖)|拖后腿|垫底|倒数第?一|分.{0,2}最少"
)


def asked_before(words: str) -> str | None:
    """What stands before the order to remind them; None where there is none, or nothing before it."""
    order = _URGED.search(words)
    return (
        words[: order.start()] if order is not None and order.start() and not _SPARED.search(words) else None
    )


def urged(words: str, context: Context) -> Reply | None:
    """食药监局怎么一个都没报，催一下: how they stand in a line each, and whom it would remind."""
    units = named(words, context).units
    standing = standing_now(context)
    rows: Sequence[UnitStanding] = [one for one in standing.units if one.unit in units]
    if not units and _WORST.search(words):
        rows = _worst(words, standing)
    if not rows:
        return None
    told = [_line(one) for one in rows]
    reply = urge("、".join(one.unit for one in rows), context)
    gone = [one.unit for one in rows if one.unit not in reply.text] if rows[1:] else []
    beside = [f"名册里没有联络员、发不到的：{listed(gone, 6)}。"] if gone else []
    return Reply.of(*told, *beside, reply.text)


def _worst(words: str, standing: Standing) -> Sequence[UnitStanding]:
    """Whoever lacks most, with all who lack as much; of the assessed units alone where these are asked for."""
    rows = list(behind(standing))
    if re.search(r"哪个?(?:县区|区县|区|县|镇|街道)", words):
        rows = [one for one in rows if one.unit in standing.sheets] or rows
    if not standing.has_points or re.search("没报|未报|欠|缺", words):
        rows.sort(key=lambda one: -len(one.missing))
        return [one for one in rows if len(one.missing) == len(rows[0].missing)]
    return [one for one in rows if one.full - one.points == rows[0].full - rows[0].points]


def _line(one: UnitStanding) -> str:
    owed = f"还有{len(one.missing)}项没报" if one.missing else "都报齐了"
    if not one.full:
        return f"{one.unit}：共{one.leaves}项，{owed}。"
    return f"{one.unit}：暂得{plain(one.points)}/{plain(one.full)}分，差{plain(one.full - one.points)}分，{owed}。"
