"""先答应着: promises, excuses and sighs of somebody who reports: nothing is stored, and he hears what is due and how."""

import re
from typing import Final

from handlers.access import Act
from handlers.context import Context
from handlers.lookups.progress import owed
from handlers.messages import Reply
from handlers.reporting.about.asked import ROLES
from handlers.suggesting.guessing import guess

LONGEST: Final = 40
_LATER: Final = re.compile(
    "(?:明[天儿早]|后天|下周|下星期|周[一二三四五六日末]|月底|月初|下个?月|[上中下]旬|回头|过[两几]天|过阵|改天|晚[点些上]|待会|一会儿?|马上|这就|尽快|尽早|稍后|稍候|稍晚|等会儿?|等一?下|过会儿?)"
    ".{0,8}(?:[给报交弄搞发补填办传]|出来|下来)|(?:[还尚]没|没有?|未)(?:出来|下来|反馈|批下?来?|定下?来?|统计|盖章|签字)|.{1,12}(?:了才|才能?)(?:有|报|交|知道)"
    "|^(?:好的?|行|嗯|收到|知道了|明白)[，,。\\s了啊哈]*(?:我|这就|马上|去|抓紧|尽快).{0,8}$"
)
_SIGH: Final = re.compile(
    "太麻烦|(?<=[^，,。\\s])麻烦(?!您|你|领导|老师|各位|帮)|^麻烦(?:死|得|了|啊|呀|$)|[忙累烦][得死坏疯透]|头大|难用|不好用|破系统|没完没了|形式主义|报到啥时候|折腾|吃不消|加班"
)
_MORE: Final = frozenset({Act.CONTEST, Act.WISH})
"""What may be wanted of somebody else: another person, fewer reminders."""
_ASKS: Final = re.compile(
    "行不|可以不|好不好|中不|成不|[要得该][报交填弄][啥什哪]|有[啥什哪]|哪[些几项个]|[不没]$|提醒|催|叫我|申请|延期|宽[限几]|再给|[吗么?？]|怎么|咋|什么时候|几号|能不能|可不可以|谁|是不是|是否|\\d+(?:\\.\\d+)?%?$"
)


def answer(text: str, context: Context) -> Reply | None:
    """What is due and how it is told, for a promise or a sigh; None for anything else."""
    if context.speaker.role not in ROLES or len(text) > LONGEST or _ASKS.search(text):
        return None
    if _LATER.search(text) and not _is_more(text, context):
        return Reply(
            f"好的，现在没有记录任何数据，有了直接发“序号 数值”。{owed(context)}要缓报回“申请延期”。"
        )
    if _SIGH.search(text):
        return Reply(
            f"辛苦了，没有记录任何数据。几项可以一条发，如“1 齐全 2 98%”，表格也可以直接粘贴。{owed(context)}"
        )
    return None


def _is_more(text: str, context: Context) -> bool:
    """Whether it likely is no mere promise: a leave, a change of persons, a wish."""
    found = guess(text, context)
    return (found.told and bool(found.talk)) or (bool(found.meant) and found.meant[0].act in _MORE)
