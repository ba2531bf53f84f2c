"""没报体系认证的催一下, 没达标的催一下: those who owe one item, or have not reached its target, are urged for just that."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.campaign.standing import Standing, standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.leaf_rows import running
from handlers.leading.orders.addressed import DEMANDED
from handlers.leading.orders.relaying import urged_of_units
from handlers.leading.topics import leaves_called, topic_of
from handlers.messages import Reply
from handlers.wording import leaf_name, listed
from scoring.model import Criterion

_URGED: Final = re.compile(
    "(?=.*(?:催|提醒|督促|抓紧))(?!.*(?:别|不[用要]|先不|[吗谁几?？]|材料|名单|报告|领导|截止))"
)
_LACKS: Final = re.compile(
    "(?:还|都|仍|一直|到现在)*(?:没有?|未)(?:能|有)?(?P<how>上?报|填|完成|达到?标|达到目标|到目标|过线)(?:上来|任务|目标)*"
)
_ASIDE: Final = re.compile(
    "催办?|提醒|督促|抓紧|赶紧|尽快|把|给|让|叫|帮我|请|都|再|也|的|那些?|这些?|几|各个?|所有|全部|单位|部门|县区|区县|乡镇|[镇区县局家]"
    "|一?[下遍次声]|发个?|通知|完成|[报填交]|吧|呗|一?催|里面?|哪"
)
_OWN: Final = re.compile(
    rf"[,，。\s]+(?:就?说(?:是|我说的)?[,，\s]*)?(?P<own>[^,，。\s]{{0,12}}(?:{DEMANDED}|之?前|必须|务必)[^催]{{0,30}})$"
)
"""没报体系认证的催一下 25号前: the speaker's own words."""
_NAMED: Final = 6
_MOST: Final = 3
"""More items than this are no item that is named."""


def urged(text: str, context: Context) -> Reply | None:
    """The draft to just those units, in words that name the item; None where the words name no item, or a unit."""
    lacks = _LACKS.search(text)
    if lacks is None or not _URGED.match(text) or mentions(text, context).units:
        return None
    standing = standing_now(context)
    falls_short = lacks["how"] not in ("报", "上报", "填")
    beside = _OWN.search(text, lacks.end())
    said = text[: beside.start()] if beside is not None else text
    topic = topic_of(_ASIDE.sub(" ", _LACKS.sub(" ", said)))
    leaves = leaves_called(topic, running(standing))
    if len(leaves) > _MOST or (not leaves and (topic or not falls_short)):
        return None
    own = f"：{beside['own']}" if beside is not None else ""
    undone = lacks["how"] == "完成" and bool(leaves)
    return urged_for(leaves, context, falls_short=falls_short, owed=undone or not falls_short, own=own)


def urged_for(
    leaves: Sequence[Criterion], context: Context, *, falls_short: bool, owed: bool, own: str = ""
) -> Reply:
    """Whoever owes the items, or has not reached their targets; of no item, of all that is reported."""
    standing = standing_now(context)
    units = _units(leaves or running(standing), standing, falls_short=falls_short, owed=owed)
    names = "、".join(leaf_name(leaf, 20) for leaf in leaves) or "已报的指标"
    short = "还没有达到目标" if falls_short else "还没有报"
    if not units:
        return Reply(f"{names}都{'达到目标' if falls_short else '报'}了，没有要催的，没有发送。")
    told = urged_of_units(units, f"{names}{short}，请抓紧{own}", context)
    return told or Reply(
        f"{names}{short}的是{listed(units, _NAMED, '家')}，名册里都没有能收到消息的联络员，没有发送。"
    )


def _units(leaves: Sequence[Criterion], standing: Standing, *, falls_short: bool, owed: bool) -> list[str]:
    """Whoever owes one of the leaves (where `owed`), or has reported less than its target or full marks."""
    found = []
    for leaf in leaves:
        for subject, sheet in standing.sheets.items():
            line = sheet.lines.get(leaf.code)
            if line is None or line.state == "no_task":
                continue
            record = standing.records.get((leaf.code, subject))
            reported = record is not None and record.reported
            short = line.met is False or (
                line.met is None and line.points is not None and line.points != line.full_marks
            )
            if (reported and falls_short and short) or (owed and not reported):
                found.append(standing.unit_of(leaf, subject))
    return list(dict.fromkeys(found))
