"""各单位完成率排一下: the units by how much of what they owe is reported, whatever it scores."""

import re
from decimal import Decimal
from typing import Final

from handlers.campaign.standing import UnitStanding, standing_now
from handlers.context import Context
from handlers.lookups import overview
from handlers.messages import Reply
from handlers.wording import shown
from scoring.decimals import round_half_up

ASKED: Final = re.compile(r"(?:完成|填报|上报|报送|报数)(?:[率数度]|进[度展]|情况)?|进[度展]")
_LISTED: Final = 20


def completion(_text: str, context: Context) -> Reply:
    """“1 县旅游局 1/2项（50%）”, the fullest first; towns are ranked by the targets they reach."""
    standing = standing_now(context)
    if standing.rubric.has_targets:
        return overview.ranking("", context)
    rows = sorted((unit for unit in standing.units if unit.leaves), key=lambda unit: -_share(unit))
    lines = [
        f"{1 + sum(_share(other) > _share(unit) for other in rows)} {unit.unit} "
        f"{unit.leaves - len(unit.missing)}/{unit.leaves}项（{round_half_up(100 * _share(unit), 0)}%）"
        for unit in rows
    ]
    head = "各单位完成率（已报/应报，不论得分；并列的名次相同）："
    return Reply.of(
        head, *shown(lines, _LISTED, "……另有{}家"), "按得分率排回“排名”，缺哪几项回“没报 单位名”。"
    )


def _share(unit: UnitStanding) -> Decimal:
    return Decimal(unit.leaves - len(unit.missing)) / unit.leaves
