"""审核的命令: what a reviewer says, in the order in which a message is held against it."""

import re

from handlers.access import Act
from handlers.command import Command, words
from handlers.review import counts, listed, one_item, one_unit, unlocking, waiting

COMMANDS: tuple[Command, ...] = (
    Command(Act.REVIEW, "撤销", words("撤销 撤销审核 点错了 刚才点错了撤销"), listed.undo),
    Command(
        Act.REVIEW,
        "待审",
        words("待审 审核 还有多少没看 待审清单 要审的 没审的 还有几件没审 还有几个没看"),
        waiting.queue,
        re.compile(r"待审[\s:：]*(?P<rest>.{1,20})"),
    ),
    Command(
        Act.REVIEW,
        "今天新来的",
        words(""),
        waiting.queue,
        re.compile(r"(?P<rest>今天)(?:刚|新)?(?:来|交|报)的.{0,4}"),
        shy=True,
    ),
    Command(
        Act.REVIEW,
        "城建局全部",
        words(""),
        waiting.queue,
        re.compile(r"(?P<rest>(?!撤)[^\d\s]{2,10})全部"),
        shy=True,
    ),
    Command(
        Act.REVIEW,
        "看 1",
        words("看"),
        waiting.view,
        re.compile(r"看[\s:：]*(?P<rest>[\d①-⑳]{1,2})"),
    ),
    Command(Act.REVIEW, "全部通过", words("全部通过 全过 都过 都通过"), listed.accept_all),
    counts.COMMAND,
    *one_item.COMMANDS,
    one_unit.COMMAND,
    *unlocking.COMMANDS,
)
