"""随口的话: what people say of the figure that they report, which needs no answer beside the receipt."""

import re
from typing import Final

from handlers.reading.naming.topics import pieces_of
from handlers.reading.tokens.asides import bare
from handlers.talking.parts import parts_of

_REMARK: Final = re.compile(
    "(?:也|应该|总算|终于|肯定|这下|这样|都|还|就|那)*(?:算是?|能|可以)?(?:达标|达到目标|完成任务|完成目标|完成|到位|合格|够|及格|过关|超额|可以|不错|挺好|挺高|还行|稳|没问题|满分)"
    "(?:了|的|吧|呀|啊|哈|嘛|呢|没)*"
    "|(?:[这那](?:些|个|几个)?|以上|上面|刚[才刚]?(?:报|发)?的?)?(?:数据?)?(?:都|也|就|只)?是?(?:截止|截至)?(?:到|至)?.{0,4}?(?:年|月|季度|日|号|今天|昨天|目前|最新|最终|初步)的?(?:底|初|末)?的?(?:数|数据|口径|情况)"
    "|.{0,12}?(?:数据?|数字|结果|情况)(?:都|全|也|已经?)*(?:来|有|出来|齐|到|报上来|统计好|汇总好)[了啦]"
    "|.{0,6}?(?:还|可能|也许)?(?:要|会|得)?(?:再|有)?(?:变|变化|变动|调整)的?"
    "|(?:都|已经?|早就?)?(?:报|交|申报)(?:上去|过|上)?了"
    "|(?:我们?|咱们?|单位|名下|局里?|镇里?)*(?:一共|总共|共|总计)(?:是|有)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[项条]|个任务|个指标)(?:任务|指标)?"
    "|(?:我们?|一共|总共|已经?|足足|这|都|才|就|有|等|催|问|说|是|了){0,4}第?(?:\\d{1,3}|[一二两三四五六七八九十几]{1,3})(?:[项条]|个任务|遍|次|回|天|个小时|周)(?:任务|指标|内容)?(?:啊|呢|呀|哪|了|哦|吧|之多|这么多|太多)+"
)
"""算达标了吧, 这是11月底的数, 有34项啊, 三个区的数来了: a remark on what is reported, which needs no answer of its own."""
_COMPARED: Final = re.compile(
    "(?:(?:比|离|跟|和|较)?目标值?)?(?:刚好|正好|恰好|也?就|才|只|还|稍微?|略)*(?:低|高|差|多|少|超)(?:了|出|着|过|于)?(?:目标)?"
    "(?:[一两半二三\\d.]{1,4}个?(?:多|半)?(?:百分点|点)(?:多|半)?|一?点点?|一?些)?(?:吧|了|的|呢|啊)*"
)
"""刚好低一个点: how far from the target, which is worked out anyway."""
_FILLING: Final = re.compile(
    "喂|[你您]|一块儿?|一起|一并|一道|记录?一下|登记|[出下]来|报一?下[子哈啊]?|(?:给|帮)我们?|[这那](?:块|边|头|个|项)|一?下子?|上报|填报|补报|上去|满的|我们?|咱们?|俺们?|这里|[把将给的了吧啊呀哈呢嘛呗是就报填写记交那这都也先数]"
)


def only_names(words: str, named: str) -> bool:
    """Whether the words only say of what the figure beside them is, or that it is reported: 把监督覆盖率报一下."""
    left = bare(words)
    for piece in pieces_of(left, named):
        left = left.replace(piece, "")
    return not _FILLING.sub("", left)


def is_remark(words: str) -> bool:
    """Whether the words only remark on the figure beside them."""
    if _REMARK.fullmatch(bare(words)):
        return True
    parts = [bare(part.said) for part in parts_of(words)]
    return bool(parts) and all(_REMARK.fullmatch(one) or _COMPARED.fullmatch(one) for one in parts)
