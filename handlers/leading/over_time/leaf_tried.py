"""试算哪一项: which leaf a supposition is about, and the list to choose it from."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.campaign.standing import Standing
from handlers.leading.topics import item_said, items_of, leaves_about, likest, topic_of
from handlers.wording import leaf_name
from scoring.model import Criterion, Input

LISTED: Final = 24
_SHORT, _LONG, _MANY = 12, 24, 8
"""A long list has short names: a message holds only so much."""
_NUMBERS: Final = frozenset({"percent", "number", "money", "points", "count"})
_EVENT: Final = re.compile(
    "(?:重大|安全|质量)*(?:事故|事件)|出了?[个起点]?(?:大|问题|事)*事|[那这]个?事情?|(?:怎么|咋|如何)[扣算]"
)
_OF_EVENTS: Final = re.compile("事故|事件")
FIGURE: Final = re.compile(r"\d|百分之|[一二三四五六七八九十]+成")


def leaves_of(standing: Standing, units: Sequence[str]) -> list[Criterion]:
    """The running leaves that those units report; all where they report none."""
    sheet = next(iter(standing.sheets.values()))
    leaves = [line.criterion for line in sheet.lines.values() if line.full_marks or not standing.has_points]
    own = [leaf for leaf in leaves if {leaf.reporter, *leaf.named_units} & set(units)]
    return own or leaves


def leaves_meant(text: str, units: Sequence[str], standing: Standing) -> Sequence[Criterion]:
    """The leaves that the words may be about, of those units: by number, by name, by the event that is supposed."""
    own = leaves_of(standing, units)
    return (
        by_number(text, standing)
        or leaves_about(topic_of(_EVENT.sub(" ", text)), own)
        or (_EVENT.search(text) and [leaf for leaf in own if _tells_of_events(leaf)])
        or likest(topic_of(text), own)
        or own
    )


def by_number(text: str, standing: Standing) -> Sequence[Criterion]:
    """万一第20项完不成: the running leaf of that item, where items are known by their place alone."""
    place = item_said(text) if standing.rubric.milestones else None
    items = items_of(standing.rubric)
    if place is None or not 1 <= place <= len(items):
        return ()
    running = {leaf.code for leaf in leaves_of(standing, ())}
    return [leaf for leaf in items[place - 1] if leaf.code in running]


def _tells_of_events(leaf: Criterion) -> bool:
    return _OF_EVENTS.search(f"{leaf.name} {leaf.path[-1]} {leaf.clause}") is not None


def to_choose(about: Sequence[Criterion], supposed: str) -> Sequence[Criterion]:
    """Those that take the figure where one is supposed."""
    taking = [leaf for leaf in about if any(one.type in _NUMBERS for one in reported(leaf))]
    return ((taking if FIGURE.search(supposed) else []) or [*about])[:LISTED]


def menu(rows: Sequence[Criterion]) -> str:
    """The question, with a line for each leaf."""
    width = _LONG if len(rows) <= _MANY else _SHORT
    lines = [f"{place} {leaf.code} {leaf_name(leaf, width)}" for place, leaf in enumerate(rows, start=1)]
    return "\n".join(["试算哪一项？（不入库）", *lines, "回序号、编号或指标名都行，或回“取消”。"])


def chosen_by_name(text: str, rows: Sequence[Criterion]) -> Criterion | None:
    """The one of those that the words name."""
    found = leaves_about(topic_of(text), rows)
    return found[0] if len(found) == 1 else None


def reported(criterion: Criterion) -> tuple[Input, ...]:
    """What a unit reports of the leaf."""
    return tuple(item for item in criterion.inputs if item.source != "assessor")
