"""审核的命令: what a reviewer says, in the order in which a message is held against it."""

import re
from typing import Final

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters import request_changes
from handlers.messages import Reply
from handlers.review import counts, listed, listing, one_item, one_unit, unlocking, waiting


def _undo(text: str, context: Context) -> Reply:
    """What the speaker did last: the request that he sent, else what he decided."""
    return request_changes.undone(context) or listed.undo(text, context)


TAKE_BACK: Final = Command(Act.REVIEW, "撤回", words("撤回 撤回吧 撤回一下 收回"), _undo)
"""Of who reports nothing, it is his last decision."""
COMMANDS: tuple[Command, ...] = (
    Command(
        Act.REVIEW,
        "上一个",
        words("上一个 上一件 上一条 上一项 前一个 前一件 看上一个 看上一件 上面那个 再看上一个 回到上一个"),
        waiting.view_previous,
        re.compile(
            r"(?:再|回头|返回)?看?(?:一下)?(?:上面|前面)(?:那|一)?[个件条](?:再)?(?:看(?:一眼|看|一下)?)?"
        ),
    ),
    Command(Act.REVIEW, "撤销", words("撤销 撤销审核 点错了 刚才点错了撤销 反悔了 审错了 退错了"), _undo),
    Command(
        Act.REVIEW,
        "撤销刚才的",
        words(""),
        _undo,
        re.compile(
            r"(?:等一?下|等等|哎呀?|不好意思|[\s,，。])*(?:刚才|刚刚|我)*(?:那[个件])?(?:过|批|审|点|退|评|通过)错了?[\s,，。]*(?:先|帮我|给我)?(?:收回来?|撤回来?|撤销|退回来|拿回来|取消)?(?:吧|了|一下)?"
            r"|(?:把)?(?:撤销|撤回|取消)?(?:一下)?(?:刚才|刚刚|上一?[个件条])(?:的|那个|那件|那条)?(?:审核|退回|通过|评分|打分)?(?:撤销|撤回|取消)?(?:了|吧|一下)?"
        ),
        shy=True,
    ),
    Command(
        Act.REVIEW,
        "待审",
        words("待审 审核 还有多少没看 待审清单 待审列表 待审的 要审的 没审的 还有几件没审 还有几个没看"),
        listing.queue,
        re.compile(r"待审[\s:：]*(?P<rest>.{1,20})"),
    ),
    Command(
        Act.REVIEW,
        "今天新来的",
        words(""),
        listing.queue,
        re.compile(
            r"(?P<rest>今天?[儿日]?)(?:都|又)?(?:有)?(?:谁|哪[几些]?[个家]?|几[家个件])?(?:刚|新)?(?:来|交|报|收|传|送)(?:到|上来|过来|来)?(?:了|的)"
            r"(?:[呢啊吗么?？]{0,2}|(?:有|是|都)*(?:谁|哪[几些]?[个家件]?|几[个家件]|什么|多少|东西|材料|件)(?:东西|材料|件)?[呢啊?？]*)"
        ),
        shy=True,
    ),
    Command(
        Act.REVIEW,
        "城建局全部",
        words(""),
        listing.queue,
        re.compile(r"(?P<rest>(?!撤)[^\d\s]{2,10})全部"),
        shy=True,
    ),
    Command(
        Act.REVIEW,
        "看 1",
        words("看"),
        waiting.view,
        re.compile(
            r"(?:看|打开|点开|翻开|详情)(?:一?下|看)?[\s:：]*第?(?P<rest>[\d①-⑳]{1,2}|[一二三四五六七八九十]{1,2}(?=[个件项条]))[个件项号条]?"
            r"(?:的)?(?:看看|看一下|看下|瞧瞧|给我看看?|详情|吧)?"
        ),
    ),
    Command(Act.REVIEW, "下一个", words("下一个 下一件 下一条 再下一个 下一项"), waiting.view_next),
    Command(
        Act.REVIEW,
        "只看旅游局",
        words(""),
        listing.of_unit,
        re.compile(
            r"(?!.*(?:材料|附件|文件|证书|台账|报告)$)(?=只?看|.{2,14}的$|.{2,10}[报交].{0,3}(?:什么|啥|几件))(?:只?看(?:一?下)?)?(?P<rest>[^\d\s]{2,12}?)(?:报|交)?[了的]?(?:是?(?:什么|啥|几件))?[?？]?"
        ),
        shy=True,
    ),
    Command(
        Act.REVIEW,
        "全部通过",
        words("全部通过 全过 都过 都通过 全部同意 都同意 一起通过 全部放行 全批了"),
        listed.accept_all,
        re.compile(
            r"(?:都|全部?)(?:没问题|没毛病|可以|行)[\s,，]*(?:就|都|全)*(?:通过|过)(?:了|吧|掉)*|(?:(?:没问题|没有问题|没毛病|没⚠)的?)?(?:这?[\d一二两三四五六七八九十]{1,3}[个件项条])?(?:就|给)?(?>全部?|一起|统统|全都|都)+(?:给)?(?:通过|过)(?:了|吧|掉)*"
        ),
    ),
    Command(
        Act.REVIEW,
        "除了2都过",
        words(""),
        listed.accept_but,
        re.compile(
            r"除[了开去]?(?P<rest>[第\d①-⑳、,，和跟\s号个件项条]{1,16}?)(?:不过)?(?:以外|之外|外)?[\s,，]*(?:其他|其余|别的|剩下|另外)?的?(?:全部?|都|一起|统统)+(?:给)?(?:通过|过)(?:了|吧|掉)*"
        ),
        shy=True,
    ),
    Command(
        Act.REVIEW,
        "看图",
        words("看图 看图片 看照片 发图 发图片"),
        one_item.show,
        re.compile(r"(?:看|发)(?:一下)?(?:图片?|照片)[\s:：]*(?P<rest>[\d①-⑳]{1,2})"),
    ),
    counts.COMMAND,
    *one_item.COMMANDS,
    one_unit.COMMAND,
    *unlocking.COMMANDS,
)
_OF_THE_WHOLE_LIST: Final = tuple(
    command
    for command in COMMANDS
    if command.run in (listed.accept_all, listed.accept_but, one_unit.accept_unit)
)


def of_the_whole_list(text: str, context: Context) -> Reply | None:
    """都过, 除了2都过, 城建局三项都过: what says by itself what would pass; None for anything else."""
    for command in _OF_THE_WHOLE_LIST:
        rest = command.read(text, "")
        reply = command.run(rest, context) if rest is not None else None
        if reply is not None:
            return reply
    return None


DECIDING: Final = frozenset(
    word
    for command in COMMANDS
    if command.run in (_undo, listed.accept_all, one_item.accept, one_item.send_back, one_item.take)
    for word in command.words
)
"""Words that decide: 满分多少 holds one of them and only asks."""
