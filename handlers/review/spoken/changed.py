"""“安岳的数有没有动过”“从99.5变成100，谁改的”: how a reported figure became what it is, as a reviewer asks for it."""

import re
from typing import Final

from handlers.context import Context
from handlers.kinds_of_words import Kind, all_of
from handlers.lookups import leaf_history
from handlers.messages import Reply
from handlers.review.decisions import records_of
from handlers.review.spoken.elsewhere import named, units_named
from handlers.review.spoken.mentioned import mentioned
from handlers.review.waiting import current, waiting

_CHANGED: Final = "改过?|动过|变过|谁报|报的(?:是)?(?:多少|几|啥)|修改|更正|历史|记录"
_HOW_OFTEN: Final = "谁|几[次回遍]|过没|了没|没有|原来|之前|以前|上次|前后|记录|历史"


def _story_of(words: str, context: Context) -> Reply | None:
    """安岳的数有没有动过: of the one or few that are named, those that wait first; else of the one looked at."""
    pool = dict(enumerate(waiting(context), start=1))
    keys = [(item.criterion.code, item.subject) for item in mentioned(words, pool, context).values()]
    if not keys:
        records = records_of(context.uow, context.speaker.campaign.id)
        keys = [key for key in named(words, context) if key in records]
    if not keys and not units_named(words, context)[0]:
        return _story(words, context)
    if not 0 < len(keys) <= _FEW:
        return None
    return Reply("\n".join(leaf_history.of_leaf(key, context).text for key in keys))


_FEW: Final = 3


def _story(_words: str, context: Context) -> Reply | None:
    """Of the item looked at, where nothing else is named."""
    seen = current(context)
    return (
        leaf_history.of_leaf((seen[1].criterion.code, seen[1].subject), context) if seen is not None else None
    )


KINDS: Final[tuple[Kind, ...]] = (
    (
        re.compile(
            rf"(?=.*(?:{_CHANGED}))(?=.*(?:{_HOW_OFTEN}))(?>有没有|一共|总共|前后|到底|原来|之前|以前|上次|多少|记录|历史|数据|更正|[这那个它数值是有人被报的几次回遍改动过变谁了没查看下一修正\s,，])+$"
        ),
        _story,
    ),
    (
        all_of(
            r"从\s*\d[\d.]*[%％]?[^,，\d]{0,4}(?:变|改|涨|降|跳|调|成|到)|(?:变|改)成了?\s*\d[^,，]{0,4}[,，\s].*(?:之前|原来|以前|先前|开始|不是)",
            r"哪[个位]改|怎么|咋|为[什啥]|谁|什么时候|啥时|哪天|[?？]$",
            without="退|通过|[让叫催]|请(?!问)|目标|标准",
        ),
        _story_of,
    ),
    (
        all_of(
            "(?:改|动|变)过|谁(?:给|把[它数]?|又)?(?:改|动)|(?:数|值|率|项|件|那个|报的).{0,3}(?:有没有|有|被|谁|人|是)*(?:改|动)了|修改|改动|更改|变更|痕迹|留痕|来龙去脉|更正|填报历史|谁报的谁改|前后报|报过几|[这那][次回].{0,3}谁",
            "谁|[过了]没|没有?$|有没有|是不是|是否|几[次回遍]|吗$|记录|痕迹|留痕|来龙去脉|历史|经过|查一?下|看看|调出",
            without="退|通过|[让叫]|请(?!问)|提醒|通知|过程记录|检查记录|会议记录|材料|缺|附|目标|标准|细则|条文|时限|名册|联络员",
        ),
        _story_of,
    ),
)
