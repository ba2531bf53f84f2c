"""要数: how a group, a unit or a person's unit stands, asked in a sentence of one's own."""

import re
from typing import Final

from handlers.context import Context
from handlers.leading import at_once, materials
from handlers.leading.one_unit import unit_view
from handlers.leading.ranking import ranks, towns
from handlers.lookups import overview
from handlers.messages import Reply
from handlers.people.whom import MARK, Heard

_MARKS: Final = re.compile(r"几分|多少分|得分|分数|什么分|啥分|得了?多少|分(?:各|都)?是?多少|排[第名]|怎么样")
_ROUND: Final = re.compile(
    rf"{MARK}(?:现在|目前|今年|到今天|截至今天|各|都|分别|一共|到底|是|得了?|的|各自|每家|多少|，|\s)*"
)
_REPORTED: Final = re.compile(
    r"(?:今天|昨天|刚才|到底|都|已经)*(?<!先)(?:报|交|填)(?:了|的|上来)?(?:的)?(?:些)?(?:啥|什么|哪些|多少|几项|几个)"
)


_MATERIALS: Final = re.compile(
    r"(?:材料|佐证|附件|证明)(?:都|现在|到底)?(?:[交传弄备]得)?(?:齐|全|够|交|传|到位|上传)(?:了|全|齐|完|上来)*(?:没有?|吗|不|了没|到?哪一?步)|(?:缺|差|少)(?:什么|啥|哪些|哪几[份项])?(?:材料|佐证)"
    r"|(?:材料|佐证|附件|证明)(?:都|现在|到底|还)*(?:缺|差|少)(?:什么|啥|哪|几|多少)"
    r"|(?:交|传)了?(?:些|哪[些几][份件]?|什么|啥|几[份件])(?:材料|佐证|附件)|(?:有没有|有无)[^,，]{0,3}(?:材料|佐证|附件|证明)|(?:看|查)(?:一?下|看)?.{2,16}的(?:材料|佐证|附件)$"
)


_SORTED: Final = re.compile(
    r"(?:进度|进展|完成[率数情]|完成|得分|分数|合格率|报送|上报|填报).{0,6}(?:排[个成]?[序队名]|排一?下|排列|[从由]?[高低多少快慢][到至][高低多少快慢])(?!.{0,6}(?:发给|通知))"
)
"""各镇完成率排个序: the ranking."""


def tell(heard: Heard, text: str, context: Context) -> Reply | None:
    """各县区现在几分, 各区报了几项, 王敏今天报的啥."""
    if (ends := at_once.both_ends(text, context)) is not None:
        return ends
    if _SORTED.search(heard.marked) and (heard.one is None or heard.one.everybody):
        if (of_one := towns.of_one(text, context)) is not None:
            return of_one
        by_reports = ranks.OF_COMPLETION.search(heard.marked) and not re.search("分|合格率", heard.marked)
        return ranks.completion("", context) if by_reports else overview.ranking("", context)
    if heard.one is not None and heard.one.everybody and (each := towns.each(text, context)) is not None:
        return each
    return _of_whom(heard, context) if len(heard.whom) == 1 else None


def _of_whom(heard: Heard, context: Context) -> Reply | None:
    whom = heard.whom[0]
    asked = _MARKS.search(heard.marked)
    if asked is not None and whom.everybody and not whom.owing:
        head = heard.marked[: asked.start()]
        return overview.ranking("", context) if _ROUND.fullmatch(head) else None
    if whom.everybody:
        return None
    of_materials = _MATERIALS.search(heard.marked) is not None
    if not (of_materials or _REPORTED.search(heard.marked)) or "案例" in heard.marked:
        return None
    people = [row for row in context.uow.roster.list(context.speaker.campaign.id) if row.id in whom.people]
    units = whom.units or tuple(dict.fromkeys(row.subject or row.unit for row in people))
    if of_materials and len(units) == 1:
        return Reply.of(*materials.of_unit(units[0], context))
    return unit_view.unit("、".join(units), context) if units else None
