"""试算的是什么: which leaf a supposition is about, with the list to choose it from, or all of a unit."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.campaign.standing import Standing, UnitStanding
from handlers.leading.topics import item_said, leaves_about, leaves_of_item, likest, topic_of
from handlers.wording import leaf_name, plain
from scoring.decimals import ZERO
from scoring.model import Criterion
from scoring.outlook import best_total

LISTED: Final = 24
_SHORT, _LONG, _MANY = 12, 24, 8
"""A long list has short names: a message holds only so much."""
_NUMBERS: Final = frozenset({"percent", "number", "money", "points", "count"})
_EVENT: Final = re.compile(
    "(?:重大|安全|质量)*(?:事故|事件)|出了?[个起点]?(?:大|问题|事)*事|[那这]个?事情?|(?:怎么|咋|如何)[扣算]"
)
_OF_EVENTS: Final = re.compile("事故|事件")
FIGURE: Final = re.compile(r"\d|百分之|[一二三四五六七八九十]+成")
_PRICED: Final = re.compile("[丢扣少减影响得损]|几分|多少|怎么样|咋样|后果|呢|[?？]")
_NOTHING: Final = re.compile(
    r"(?:[一1]项|什么|啥|一个|一样)(?:都|也)?(?:不|没)|(?:全|都|全部|所有的?项?)(?:都|也)?(?:不|没)(?:[报交有做弄]|完成)"
)
_TOTAL: Final = re.compile("总(?:分|得分|成绩)|一共|总共|合计|我们|咱们?|全[县市区]")
_ALL_IN: Final = re.compile(
    r"^(?!.*[没不未]).*(?:[补报交]齐|(?:全|都)[补报交]|再[补报交]上?[一两几]项|(?:都|全|得|拿)[得拿]?满分|[最至][多高少低]能?|最[坏差]|保底|顶多|撑死)"
)


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
        or (
            _EVENT.search(text)
            and [leaf for leaf in own if _OF_EVENTS.search(f"{leaf.name} {leaf.path[-1]} {leaf.clause}")]
        )
        or likest(topic_of(text), own)
        or own
    )


def by_number(text: str, standing: Standing) -> Sequence[Criterion]:
    """万一第20项完不成: the running leaf of that item, where items are known by their place alone."""
    place = item_said(text) if standing.rubric.milestones else None
    if place is None:
        return ()
    running = {leaf.code for leaf in leaves_of(standing, ())}
    return [leaf for leaf in leaves_of_item(place, standing.rubric) if leaf.code in running]


def to_choose(about: Sequence[Criterion], supposed: str) -> Sequence[Criterion]:
    """Those that take the figure where one is supposed."""
    taking = [leaf for leaf in about if any(one.type in _NUMBERS for one in leaf.before_review)]
    return ((taking if FIGURE.search(supposed) else []) or [*about])[:LISTED]


def menu(rows: Sequence[Criterion]) -> str:
    """The question, with a line for each leaf."""
    width = _LONG if len(rows) <= _MANY else _SHORT
    lines = [f"{place} {leaf.code} {leaf_name(leaf, width)}" for place, leaf in enumerate(rows, start=1)]
    return "\n".join(["试算哪一项？（不入库）", *lines, "回序号、编号或指标名都行，或回“取消”。"])


def chosen_by_name(text: str, rows: Sequence[Criterion]) -> tuple[str, str] | None:
    """The code of the one of those that the words name, and another figure where they give one: 18项 12.1."""
    both = _CODE_AND_VALUE.fullmatch(text.strip())
    if both is not None and any(leaf.code == both["code"] for leaf in rows):
        return both["code"], both["value"]
    found = leaves_about(topic_of(text), rows)
    return (found[0].code, "") if len(found) == 1 else None


def tried(text: str, supposed: str, units: Sequence[str], standing: Standing) -> str:
    """What it comes to; "" where the words suppose neither of a unit."""
    if _ALL_IN.search(supposed):
        told = _all_reported
    elif _NOTHING.search(supposed) and _PRICED.search(text):
        told = _nothing_reported
    else:
        return ""
    rows = [told(one) for one in standing.units if one.unit in units]
    rows += _in_all(told is _all_reported, units, standing) if _TOTAL.search(text) else []
    return f"试算（不入库）：{'；'.join(rows) or '这家没有自己报的项，不影响得分'}。" if units else ""


def _in_all(full: bool, units: Sequence[str], standing: Standing) -> list[str]:
    """What becomes of the total, where one is assessed: how far the others alone can bring it, or these."""
    sheet, *others = standing.sheets.values()
    if others:
        return []
    now, own = sheet.points or ZERO, [one for one in standing.units if one.unit in units]
    open_ = sum((leaf.full_marks or ZERO for one in own for leaf, _ in one.missing), ZERO)
    if full:
        return [
            f"总分现暂得{plain(now)}分，加上这{plain(open_)}分就是{plain(now + open_)}/{plain(sheet.full or ZERO)}分"
        ]
    most = (best_total(sheet) or now) - open_
    given = sum((one.points for one in own), ZERO)
    without = (
        f"；连已报的{plain(given)}分也没有，就是{plain(now - given)}—{plain(most - given)}分" if given else ""
    )
    return [f"总分现暂得{plain(now)}分，这家没报的一直不报，最多到{plain(most)}分{without}"]


def _nothing_reported(unit: UnitStanding) -> str:
    """What its items are worth, and what it has so far."""
    return (
        f"{unit.unit}共{unit.leaves}项、满分{plain(unit.full)}分，一项都不报就是0分，丢{plain(unit.full)}分"
        f"（现暂得{plain(unit.points)}分，还差{len(unit.missing)}项没报；没报的一直不报，就还是{plain(unit.points)}分）"
    )


def _all_reported(unit: UnitStanding) -> str:
    """The most that it can still come to."""
    most = unit.points + sum((leaf.full_marks or ZERO for leaf, _ in unit.missing), ZERO)
    return (
        f"{unit.unit}现暂得{plain(unit.points)}分，还差{len(unit.missing)}项，"
        f"都补齐、都得满分就是{plain(most)}/{plain(unit.full)}分"
    )


def spoken_of_before(
    rows: Sequence[Criterion], units: Sequence[str], standing: Standing, before: str
) -> Sequence[Criterion]:
    """要是到12.1 behind 专利那块到12件没有: of several the one that was asked of right before."""
    meant = leaves_meant(before, units, standing) if before and len(rows) > 1 else ()
    return [leaf for leaf in rows if leaf in meant] if len(meant) == 1 else rows


_CODE_AND_VALUE: Final = re.compile(
    r"第?(?P<code>[A-Z]?\d{1,2}(?:\.\d{1,2})?)(?:项|[,，\s])\s*(?:到|按|是|报)?(?P<value>\d+(?:\.\d+)?[%％]?)"
)
"""18项 12.1: which, and another figure than before."""
