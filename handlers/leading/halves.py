"""“进度怎么样，有什么风险”“还有几天，来得及吗”: each half of what a leader asks of the whole campaign, in his order."""

import re
from collections.abc import Callable
from typing import Final

from handlers.calendar.schedule import when_due
from handlers.campaign.standing import standing_now
from handlers.context import Context
from handlers.leading.briefs import risks
from handlers.leading.in_time import of_all
from handlers.leading.leaf_rows import about, running
from handlers.leading.one_unit.unit_view import named
from handlers.leading.topics import leaves_called, topic_of
from handlers.lookups.overview import losses, missing, overview
from handlers.messages import Reply

_CUT: Final = re.compile(r"[,，。;；?？!！、]+|\s+|(?=(?:还有|以及|另外)[^,，。\s]{2})")
_ORDERS: Final = re.compile(r"催|让|叫|通知|告诉|转[告达]|跟.{1,8}说|导出|打包|发我|发给|以后|每[天周月]")
_RISK: Final = re.compile(
    "风险|隐患|薄弱|短板|有没有|有无|存在|什么|啥|问题|危险|够呛|吃紧|悬|(?:容易)?[丢扣失]分|最|比较|哪[些几里]?|[项个家]|月底前?|年底前?|眼下|现在|目前"
)
_LONGEST: Final = 60
_NEWS: Final = re.compile(
    r"拿满|得满|满分|风险|隐患|问题|悬|危险|够呛|吃紧|吃力|没把握|没底|不住|要黄|拖不起|可能|容易|要丢分|会丢分|会扣分|薄弱|短板|硬骨头|难啃|老大难|来得及|赶得上|来不及|赶不上|按时|按期|如期|[,，。;；?？\s]"
)
"""What is asked nowhere else, or that there are two halves."""
_FACETS: Final[dict[str, tuple[re.Pattern[str], Callable[[Context], str]]]] = {
    "risks": (
        re.compile(
            r"风险|隐患|薄弱|短板|硬骨头|难啃|老大难|(?:哪|什么|啥|有没有|最|比较|有点).{0,10}(?:悬|危险|够呛|吃紧|吃力|没把握|没底|(?:保|拿)不住|要黄|拖不起|可能(?:完不成|报不上|丢分|扣分)|(?:容易|要|会)(?:丢|扣|失)分|容易出问题)|(?:哪里|哪些(?!单位|[家局])|哪方面|什么|啥|有没有|有无|存在).{0,6}(?:问题|要注意|要当心|不放心|悬)|问题(?:在哪|是什么|有哪些|多不多)"
        ),
        risks,
    ),
    "in_time": (
        re.compile(r"来得及|赶得上|来不及|赶不上|(?:能|可以)(?:不能)?(?:按时|按期|如期)"),
        of_all,
    ),
    "when": (
        re.compile(
            r"截止|到期|还[有剩]几天|几天了|哪天(?:交|报|到)|几号(?:交|报|到|截)|什么时候(?:交|截|到)"
        ),
        lambda context: when_due("", context).text,
    ),
    "missing": (
        re.compile(
            r"(?:谁|哪[些几个]?(?:家|个)?(?:单位|局|部门)?).{0,3}(?:没|未)(?:有)?(?:报|交|动)|(?:差|缺|欠)(?:多少|几|哪|谁)|没报的?(?:有|是|还)"
        ),
        lambda context: missing("", context).text,
    ),
    "full": (
        re.compile(r"(?:怎么|怎样|咋|如何|要|还差)[^,，。;；]{0,8}(?:拿|得|到)(?:到)?满"),
        lambda context: f"{losses('', context).text}\n{missing('', context).text}",
    ),
    "losses": (
        re.compile(r"(?:丢|扣|失)了?(?:多少|几|哪|什么|分)"),
        lambda context: losses("", context).text,
    ),
    "progress": (
        re.compile(
            r"进度|进展|情况|怎么样|咋样|如何|到哪|报了(?:多少|几)|多少分|几分|(?:完成|推进)(?:得|了)?(?:多少|怎)"
        ),
        lambda context: overview("", context).text,
    ),
}
_ALONE: Final = frozenset({"risks", "in_time", "full"})


def asked(text: str, context: Context) -> Reply | None:
    """All that is asked, each once; None where it is one question that others answer, or about one unit."""
    if len(text) > _LONGEST or _ORDERS.search(text) or _NEWS.search(text) is None:
        return None
    found: dict[str, Callable[[Context], str]] = {}
    for part in _CUT.split(text):
        for facet, (telling, answer) in _FACETS.items():
            if telling.search(part):
                found.setdefault(facet, answer)
                break
    if not found or (len(found) == 1 and not set(found) & _ALONE) or named(text, context).units:
        return None
    if [*found] == ["risks"] and (told := _of_topic(text, context)):
        return told
    return Reply.of(*(answer(context) for answer in found.values()))


def _of_topic(text: str, context: Context) -> Reply | None:
    """食品药品那块有没有啥风险: how the items stand that it is about; None where none is named."""
    topic = topic_of(_RISK.sub(" ", text))
    standing = standing_now(context)
    leaves = leaves_called(topic, running(standing))
    if not leaves:
        return None
    rows = about(topic, leaves, standing, context)
    return Reply.of(*rows, "没报的、被退回的就是眼下的风险；单位自己没说的困难，这里没有记录。")
