"""还缺什么、顺序对不对: what the clauses ask and a unit has not handed in, and whether what it has is in order."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.access import Act
from handlers.board import BoardLine, board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.evidence.completeness import NOT_PRINTED, demands, propose
from handlers.lookups import progress
from handlers.messages import Reply
from handlers.wording import circled, clip, leaf_name, listed, shown
from store.records import Evidence

LISTED: Final = 12
SHORT: Final = 3
_OWN_NUMBER: Final = re.compile(r"^\s*(?:附件)?(?P<number>\d{1,2})\s*[.、．_-](?!\d)")


def lacking(_text: str, context: Context) -> Reply:
    """还缺什么材料: by line, what is asked and is not there."""
    lines = _in_order(context)
    if not lines:
        return Reply("您单位现在没有要交材料的项。")
    rows = _rows(context, lines, named_alone=False)
    if not any(demands(line.criterion) for line in lines):
        return Reply(f"{NOT_PRINTED}；有什么就直接发图片、文件或链接，全不全由审核员定。")
    if not rows:
        return Reply("条文要的材料，名称和说明里都提到了；全不全由审核员定。")
    foot = "只看名称和说明里有没有提到；直接发图片、文件或链接，再回序号。"
    return Reply("\n".join([f"还缺材料的{len(rows)}项：", *shown(rows, LISTED, "……另有{}项"), foot]))


def everything(text: str, context: Context) -> Reply:
    """还缺什么: the values that are owed, then the evidence."""
    values = progress.still_open(text, context)
    rows = _rows(context, _in_order(context))
    if not rows:
        return values
    said = [f"材料还缺{len(rows)}项：", *shown(rows, SHORT, "……另有{}项，回“还缺什么材料”看全")]
    return Reply("\n".join([values.text, *said]))


def order(_text: str, context: Context) -> Reply:
    """顺序对不对: the pieces in the order of the document, and what would stand in the wrong place."""
    lines = _in_order(context)
    rows = _own(context)
    if not rows:
        return Reply("还没有交材料；交了以后打包时按细则的顺序自动编号，不用改文件名。")
    places = {line.criterion.code: line.duty.ordinal for line in lines}
    counts = [(line, [row for row in rows if row.code == line.criterion.code]) for line in lines]
    said = "、".join(f"{line.mark.strip()}{len(items)}件" for line, items in counts if items)
    out = [f"打包时按细则的顺序自动编号，不用改文件名：{said or '还没有归类的'}。"]
    loose = [row for row in rows if row.code is None]
    if loose:
        out.append(f"还没归类的{len(loose)}件会放在最后，请回序号归类。")
    wrong = [row for row in rows if row.code in places and _claims_other(row, places[row.code])]
    named = [f"“{clip(row.original_name, 20)}”归在{circled(places[row.code or ''])}" for row in wrong]
    if named:
        out.append(f"名称里的编号和归类不一致，请核对：{listed(named, 5)}；归错了回“改归 3-1 到 5”。")
    if not loose and not named:
        out.append("顺序没有问题。")
    return Reply("\n".join(out))


def _in_order(context: Context) -> list[BoardLine]:
    """The unit's lines, each leaf once, in the order of the document."""
    lines = {line.criterion.code: line for line in board_of(context).lines}
    codes = [criterion.code for criterion in context.rubric.criteria]
    return sorted(lines.values(), key=lambda line: codes.index(line.criterion.code))


def _own(context: Context) -> list[Evidence]:
    """The unit's pieces; bureaus of several districts may go by one name."""
    rows = context.uow.evidence.list(context.speaker.campaign.id, unit=context.seat.unit)
    own = context.seat.subject
    return [row for row in rows if row.state in ("stored", "pending") and own in ("", row.subject)]


def _rows(context: Context, lines: Sequence[BoardLine], *, named_alone: bool = True) -> list[str]:
    """What each line lacks; one of which the document names no papers, where nothing has come, unless `named_alone`."""
    mine, owed = _own(context), {line.code for line in board_of(context).missing}
    said = []
    for line in lines:
        if not (
            named_alone or demands(line.criterion) or any(row.code == line.criterion.code for row in mine)
        ):
            unsaid = "，也还没有报" if line.code in owed else ""
            said.append(f"{line.mark}{leaf_name(line.criterion, 20)}：没有材料{unsaid}；要哪些原文没有列")
        if demands(line.criterion):
            missing = propose(
                line.criterion, [row for row in mine if row.code == line.criterion.code]
            ).missing
            if missing:
                what = "；".join(clip(item, 30) for item in missing[:SHORT])
                more = f"等{len(missing)}条" if len(missing) > SHORT else ""
                said.append(f"{line.mark}{leaf_name(line.criterion, 20)}：{what}{more}")
    return said


def _claims_other(row: Evidence, place: int) -> bool:
    found = _OWN_NUMBER.match(row.original_name)
    return found is not None and int(found["number"]) != place


COMMANDS = (
    Command(
        Act.TASKS,
        "还缺什么材料",
        words("还缺什么材料 还缺哪些材料 缺什么材料 材料还缺什么 材料缺什么 还差什么材料 缺哪些材料"),
        lacking,
    ),
    Command(Act.TASKS, "还缺什么", words("还缺什么 还缺啥 缺什么"), everything),
    Command(
        Act.EVIDENCE,
        "顺序对不对",
        words("顺序对不对 材料顺序对不对 顺序对吗 材料顺序对吗 排得对不对 排序对不对"),
        order,
    ),
)
