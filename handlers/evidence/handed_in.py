"""材料目录: what a unit has handed in for each of its lines, in the order of the document, and what is missing."""

import re
from collections.abc import Sequence

from handlers.access import Act
from handlers.board import BoardLine, board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.evidence.captions import is_bare
from handlers.evidence.kinds import KIND_NAMES, kind_of
from handlers.messages import Reply
from handlers.wording import leaf_name, listed
from store.records import Evidence


def mine(_text: str, context: Context) -> Reply:
    """我的材料: one row a line, those without any named at the end."""
    rows = context.uow.evidence.list(context.speaker.campaign.id, unit=context.seat.unit)
    # Bureaus of several districts may go by one name.
    own = context.seat.subject
    kept = [row for row in rows if row.state in ("stored", "pending") and own in ("", row.subject)]
    lines = list({line.criterion.code: line for line in board_of(context).lines}.values())
    codes = [criterion.code for criterion in context.rubric.criteria]
    lines.sort(key=lambda line: codes.index(line.criterion.code))
    if not lines and not kept:
        return Reply("您单位现在没有要交材料的项。")
    said = [f"{context.seat.unit}材料目录（按细则顺序），已交{len(kept)}件："]
    said += [_row(context, line, [row for row in kept if row.code == line.criterion.code]) for line in lines]
    known = {line.criterion.code for line in lines}
    if loose := [row for row in kept if row.code not in known]:
        said.append(f"未归类或归在其他项：{counted(context, loose)}")
    return Reply("\n".join([*said, *_foot(lines, kept)]))


def counted(context: Context, items: Sequence[Evidence]) -> str:
    """“文件2、图片3”: by the document's kinds where it lists some, else by what was sent."""
    names = [_kind_name(context, row) for row in items]
    parts = [f"{name}{names.count(name)}" for name in dict.fromkeys(names)]
    waiting = sum(row.state == "pending" for row in items)
    return "、".join(parts) + (f"（{waiting}件保存中）" if waiting else "")


def _kind_name(context: Context, row: Evidence) -> str:
    words = f"{row.original_name} {row.text} {row.caption}"
    return row.category or kind_of(context.rubric.materials, row.kind, words) or KIND_NAMES[row.kind]


def _row(context: Context, line: BoardLine, items: Sequence[Evidence]) -> str:
    bare = sum(map(is_bare, items))
    lacking = f"（{bare}张图片没有说明）" if bare else ""
    return (
        f"{line.mark}{leaf_name(line.criterion, 24)}：{counted(context, items) if items else '无'}{lacking}"
    )


def _foot(lines: Sequence[BoardLine], kept: Sequence[Evidence]) -> list[str]:
    handed_in = {row.code for row in kept}
    missing = [line for line in lines if line.criterion.code not in handed_in]
    if not missing:
        return [f"共{len(lines)}项，各项都有材料；回“我的材料 序号”看每一件。"]
    names = listed([leaf_name(line.criterion, 14) for line in missing], 6)
    return [
        f"共{len(lines)}项，缺{len(missing)}项：{names}。",
        "图片、视频、链接直接发给我，文号发“材料 序号 内容”；回“我的材料 序号”看每一件。",
    ]


_WE = "(?:我们?(?:局|单位|镇)?|我局|我单位|本单位|本局|俺们?|咱们?)?"
_THINGS = "(?:证明|佐证|印证)?(?:材料|文件|东西|附件|照片|图片)"
_ASKED = (
    rf"{_WE}(?:之前|以前|前面|一共|总共|都|已经?|到底)*(?:交|传|上传|提交|报送)(?:上去|过|了|的)*"
    rf"(?:(?:哪些|什么|啥|几[份个样件]|多少[份个样件]?){_THINGS}|{_THINGS}(?:一共|总共|都)?(?:有|是)?(?:哪[些几]|几[份个样件]|多少[份个样件]?|什么|啥))[^\d]{{0,20}}"
)
"""交了几样材料, 交上去的文件有几个."""

COMMAND = Command(
    Act.EVIDENCE,
    "我的材料",
    words("我的材料 材料 材料清单 材料目录 交了哪些材料 我们交了哪些材料 材料齐了吗"),
    mine,
    re.compile(
        rf"{_ASKED}|材料.{{0,4}}顺序对不对.{{0,4}}"
        r"|(?:我们|我单位|我局)?的?材料(?:目录|清单)(?!怎么|咋|如何)[^\d]{0,12}"
    ),
)
