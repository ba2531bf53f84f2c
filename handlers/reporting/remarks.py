"""随口的话: what people say of the figure that they report, which needs no answer beside the receipt."""

import re
from typing import Final

from handlers.reading.tokens.asides import bare
from handlers.talking.parts import parts_of

_REMARK: Final = re.compile(
    "(?:也|应该|总算|终于|肯定|这下|这样|都|还|就|那)*(?:算是?|能|可以)?(?:达标|达到目标|完成任务|完成目标|完成|到位|合格|够|及格|过关|超额|可以|不错|挺好|挺高|还行|稳|没问题|满分)"
    "(?:了|的|吧|呀|啊|哈|嘛|呢|没)*"
    "|(?:[这那](?:些|个|几个)?|以上|上面|刚[才刚]?(?:报|发)?的?)?(?:数据?)?(?:都|也|就|只)?是?(?:截止|截至)?(?:到|至)?.{0,4}?(?:年|月|季度|日|号|今天|昨天|目前|最新|最终|初步)的?(?:底|初|末)?的?(?:数|数据|口径|情况)"
    "|.{0,6}?(?:还|可能|也许)?(?:要|会|得)?(?:再|有)?(?:变|变化|变动|调整)的?"
    "|(?:都|已经?|早就?)?(?:报|交|申报)(?:上去|过|上)?了"
    "|(?:我们?|一共|总共|已经?|足足|这|都|才|就|有|等|催|问|说|是|了){0,4}第?(?:\\d{1,3}|[一二两三四五六七八九十几]{1,3})(?:[项条]|个任务|遍|次|回|天|个小时|周)(?:任务|指标|内容)?(?:啊|呢|呀|哪|了|哦|吧|之多|这么多|太多)+"
)
"""算达标了吧, 这是11月底的数, 有34项啊: a remark on what is reported, which needs no answer beside the receipt."""


def is_remark(words: str) -> bool:
    """Whether the words only remark on the figure beside them."""
    parts = [bare(part.said) for part in parts_of(words)]
    return bool(parts) and all(_REMARK.fullmatch(one) for one in parts)
