"""科技局要是一项都没交, 城建局要是都补齐了: what becomes of one unit's points with none, or with all, of its items."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from handlers.campaign.standing import Standing, UnitStanding
from handlers.wording import plain

_ZERO: Final = Decimal(0)
_PRICED: Final = re.compile("[丢扣少减影响得损]|几分|多少|怎么样|咋样|后果|呢|[?？]")
_NOTHING: Final = re.compile(
    r"(?:[一1]项|什么|啥|一个|一样)(?:都|也)?(?:不|没)|(?:全|都|全部|所有的?项?)(?:都|也)?(?:不|没)(?:[报交有做弄]|完成)"
)
_ALL_IN: Final = re.compile(r"^(?!.*[没不未]).*(?:[补报交]齐|(?:全|都)[补报交])")


def tried(text: str, supposed: str, units: Sequence[str], standing: Standing) -> str:
    """What it comes to; "" where the words suppose neither of a unit."""
    if _ALL_IN.search(supposed):
        told = _all_reported
    elif _NOTHING.search(supposed) and _PRICED.search(text):
        told = _nothing_reported
    else:
        return ""
    rows = [told(one) for one in standing.units if one.unit in units]
    return f"试算（不入库）：{'；'.join(rows) or '这家没有自己报的项，不影响得分'}。" if units else ""


def _nothing_reported(unit: UnitStanding) -> str:
    """What its items are worth, and what it has so far."""
    return (
        f"{unit.unit}共{unit.leaves}项、满分{plain(unit.full)}分，一项都不报就是0分，丢{plain(unit.full)}分"
        f"（现暂得{plain(unit.points)}分，还差{len(unit.missing)}项没报；没报的一直不报，就还是{plain(unit.points)}分）"
    )


def _all_reported(unit: UnitStanding) -> str:
    """The most that it can still come to."""
    most = unit.points + sum((leaf.full_marks or _ZERO for leaf, _ in unit.missing), _ZERO)
    return (
        f"{unit.unit}现暂得{plain(unit.points)}分，还差{len(unit.missing)}项，"
        f"都补齐、都得满分就是{plain(most)}/{plain(unit.full)}分"
    )
