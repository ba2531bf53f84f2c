"""Units: one unit under several printed names."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from rubrics.checks.findings import Finding
from scoring.model import Criterion, Rubric

_SHORTEST: Final = 5
_BRACKETED: Final = re.compile(r"（[^）]*）$")
_OPEN: Final = re.compile(r"等$|相关")


def check_units(rubric: Rubric, source: str) -> Iterator[Finding]:
    """Names that stand for one unit: the recorded aliases that are printed, and names that nearly agree."""
    variants: dict[str, list[str]] = {}
    for variant, name in rubric.unit_aliases.items():
        if variant in source and not _OPEN.search(variant):
            variants.setdefault(name, []).append(variant)
    for name, printed in variants.items():
        codes = tuple(item.code for item in rubric.criteria if any(word in _text(item) for word in printed))
        yield Finding("unit_names", codes, f"同一单位有{len(printed) + 1}种写法。", (*printed, name))
    known = {*rubric.unit_aliases, *rubric.unit_aliases.values()}
    for one, other in combinations(sorted(_names(rubric)), 2):
        if not {one, other} <= known and nearly_same(one, other):
            yield Finding("unit_names", (), "两个单位名只差一字，是否同一单位？", (one, other))


def _text(criterion: Criterion) -> str:
    return criterion.clause + criterion.responsible_printed


def _names(rubric: Rubric) -> set[str]:
    units = {unit for item in rubric.criteria for unit in (*item.named_units, *item.responsible)}
    return {_BRACKETED.sub("", unit) for unit in units if not _OPEN.search(unit)}


def nearly_same(one: str, other: str) -> bool:
    """Whether two long names differ in one character: changed, added or left out.

    The 市, 县 or 区 before a name is left aside, as a list prints it once (市发改委、农委).
    """
    short, long = sorted((name.lstrip("市县区") for name in (one, other)), key=len)
    if short == long or len(short) < _SHORTEST or len(long) - len(short) > 1:
        return False
    # One character changed in `short`, or one put in, makes it `long`.
    places = range(len(long))
    changed = len(short) == len(long)
    return any(short[:place] + long[place] + short[place + changed :] == long for place in places)
