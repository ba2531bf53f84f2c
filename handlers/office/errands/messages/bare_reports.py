"""催材料: whoever has reported without evidence is told to bring it, and nobody else."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands.messages.telling import told
from handlers.people.whom import Heard, Whom
from handlers.reminding.owing import reported_bare

_BARE: Final = re.compile(
    r"(?:报|填|录|有)(?:了|过|上来)(?:数据?|值)?[^,，。]{0,8}(?:没|未|缺|少|差)(?:有)?(?:上?传|交|附|发|给|补|提供)?.{0,3}(?:材料|佐证|附件|证明)"
    r"|(?:光|只|数据?都?)(?:报|有|齐|填)[^,，。]{0,6}(?:没|未|缺|少|差)(?:有)?(?:上?传|交|附|发|给|补|提供|跟)?.{0,3}(?:材料|佐证|附件|证明)|(?:报|有|齐)了?[^,，。]{0,3}(?:材料|佐证|附件|证明)[^,，。]{0,2}没"
    r"|没报数?的?.{0,4}(?:不理|不管|别管|不用管|不催|放一放)[^。]{0,4}(?:催|提醒)[^。]{0,2}(?:材料|佐证|附件|证明)"
    r"|(?:没|未|缺)(?:有)?(?:上?传|交|附|发|给)?.{0,3}(?:材料|佐证|附件|证明)[^,，。]{0,4}(?:但|却|可|而|又)?(?:是)?(?:已经?|都)?(?:报|填|录)(?:了|过)"
)
_BIDS: Final = re.compile(r"催|提醒|通知|发(?:个|条)?消息|让他们补")
_ASKED: Final = re.compile(
    r"[?？吗]\s*$|谁|哪|(?<![那这])几家|多少|(?:报|填|录)了[^,，。没未]{0,4}(?:不用|不必|不要|别)"
)
_WORDS: Final = (
    "已报的数还没有证明材料，请尽快发来（图片、文件直接发，文号回“材料 序号 文号”）；报过哪些回“我的任务”"
)


def remind(_heard: Heard, text: str, context: Context) -> Reply | None:
    """报了数但是没传材料的单位催一下: the draft to just those; None where others are meant or it is asked."""
    if not _BARE.search(text) or not _BIDS.search(text) or _ASKED.search(text):
        return None
    people = reported_bare(context)
    if not people:
        return Reply("报了数的都有材料，没有要催的，没有发。没报的要催回“催办”。")
    whom = Whom(frozenset(row.id for row in people), "报了数、没有材料的")
    return told(whom.people, whom, _WORDS, context)
