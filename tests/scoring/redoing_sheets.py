"""An outsider's small script: the total of a sheet again, from the words of its explanation alone."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

N = r"-?\d+(?:\.\d+)?"
ZERO = Decimal(0)
Points = dict[str, tuple[Decimal, Decimal]]
"""The points of each line and how much of them is bonus."""


def half_up(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def redo_sheet(steps: Sequence[str]) -> Decimal:
    """The total that the steps lead to; every sum, squaring and share on the way must come out."""
    lines = _lines(steps)
    sums = [found for step in steps if (found := _section(step, lines)) is not None]
    method = next((step for step in steps if step.startswith("年度合成办法")), "")
    shares = [found for step in steps if method and (found := _share(step, lines, method)) is not None]
    total, bonus, most = _printed_total(steps)
    assert bonus == sum((added for _, added in lines.values()), ZERO)
    parts = sums or shares or [points - added for points, added in lines.values()]
    redone = sum(parts, bonus)
    assert total == (redone if most is None else min(redone, most)), (redone, steps)
    return total


def _lines(steps: Sequence[str]) -> Points:
    found = (re.fullmatch(rf"(\S+)：({N})分(?:（其中加分({N})分）)?。", step) for step in steps)
    return {line[1]: (Decimal(line[2]), Decimal(line[3] or 0)) for line in found if line}


def _section(step: str, lines: Points) -> Decimal | None:
    found = re.fullmatch(rf".+?（([^（）]*)）合计({N})分(.*)，小计({N})分。", step)
    if found is None:
        return None
    codes = [] if found[1] == "无" else found[1].split("、")
    added = sum((lines[code][0] - lines[code][1] for code in codes), ZERO)
    assert added == Decimal(found[2]), step
    assert _squared(added, found[3]) == Decimal(found[4]), step
    return Decimal(found[4])


def _squared(added: Decimal, how: str) -> Decimal:
    if scaled := re.search(rf"({N}) × ({N}) ÷ ({N})，四舍五入到0\.01", how):
        assert Decimal(scaled[1]) == added
        return half_up(added * Decimal(scaled[2]) / Decimal(scaled[3]))
    if capped := re.search(rf"：最多({N})分", how):
        return min(added, Decimal(capped[1]))
    return max(ZERO, added) if "最低0分" in how else added


def _share(step: str, lines: Points, method: str) -> Decimal | None:
    found = re.fullmatch(rf"\S+?（(.*)）取({N})分。", step)
    if found is None:
        return None
    nodes = [Decimal(points) for points in re.findall(rf"\S+? ({N})分", found[1])]
    for code, points in re.findall(rf"([^、（]+) ({N})分", found[1]):
        whole, bonus = lines.get(code, (ZERO, ZERO))
        assert Decimal(points) == whole - bonus, step
    total = sum(nodes, ZERO)
    by_method = {"平均": half_up(total / len(nodes)), "最低": min(nodes), "相加": total}
    share = next((points for word, points in by_method.items() if word in method), nodes[-1])
    assert share == Decimal(found[2]), step
    return share


def _printed_total(steps: Sequence[str]) -> tuple[Decimal, Decimal, Decimal | None]:
    bonus = rf"（含加分({N})分(?:，连加分最多({N})分)?）"
    (found,) = (
        line for step in steps if (line := re.fullmatch(rf"总分({N})分(?:{bonus})?，满分{N}分。", step))
    )
    return Decimal(found[1]), Decimal(found[2] or 0), None if found[3] is None else Decimal(found[3])
