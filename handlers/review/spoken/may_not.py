"""What a reviewer asks whether he may, or until when he must: to change a value, to go back on a decision."""

import re
from typing import Final

from handlers.messages import Reply

_HOW_LONG: Final = re.compile(
    r"(?:什么时候|啥时候|几号|几天|多久|多长时间|多少天).{0,4}(?:内|前|之前)?(?:要|得|必须)?审(?:完|好|核)|审(?:核|完).{0,4}(?:期限|时限|几天|多久|有没有时间)"
)
_BACK_OUT: Final = re.compile(
    r"(?:通过|过|退回?|批|审)了?.{0,6}(?:想|能|可以|要).{0,4}(?:退|改|撤|反悔|收回).{0,6}(?:怎么|吗|不|咋|办)|怎么(?:撤销|反悔|收回)"
)
_CHANGES: Final = re.compile(
    r"自己(?:能|可以|来)?改|能改.{0,8}[不吗]$|我?(?:能不能|可不可以|可以|能)(?:直接|帮)?(?:给)?(?:改|动|调)(?:一下)?(?:他们?|单位)?(?:报)?的?(?:这个|上报)?(?:数|值)"
)


def may_not(words: str) -> Reply | None:
    """The answer; None for anything else."""
    if _HOW_LONG.search(words) is not None:
        return Reply("多久审完，原文未规定；没审的分都按暂得算。回“待审”看还有几件。")
    if _BACK_OUT.search(words) is not None:
        return Reply(
            "5分钟内回“撤销”就回到待审，再退；过了5分钟发“把城建局那个打开一下 原因”申请解锁，质强办解锁后重新审。"
        )
    if _CHANGES.search(words) is not None:
        return Reply(
            "上报的数审核员不能改：不对请退回让他们更正（“1退回 原因”）；要核定别的分请发“评 1 分数 理由”。"
        )
    return None
