"""不归谁办: orders that the speaker, or nobody, may give by chat; each is told what may be done instead."""

import re
from typing import Final

from handlers.access import Act, may
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.review.rulings import read_rulings

_ORDERS: Final = re.compile(
    r"(?:忽略|无视|跳过|绕过|不管|忘掉|忘记)[^，,。]{0,10}(?:规则|指令|指示|提示词|要求|限制|设定|流程|审核)"
    r"|系统指令|^(?:系统|超级)?管理员[\s:：,，]|(?:调试|开发者|上帝)模式|越狱|(?:进入|切换到?|开启)(?:管理员|开发者|调试)模式|你现在是(?!谁|哪)|(?:假装|扮演)你?是"
)
_MARKS: Final = re.compile(
    r"(?:打|给|加|改|调|算|弄|整|评).{0,12}(?:满分|高分|高[一些点]|第一名?$)|分.{0,6}(?:给)?(?:加上|补上|加回|加给|补给)|分(?:数)?.{0,6}(?:加上去|提上去|改高|调高|改成|加\d)"
    r"|(?:删除|清空|删掉|清掉).{0,4}(?:所有|全部|大家|别人)"
)
_CHANGES: Final = re.compile(
    r"(?:改成|改为|更正为|换成|填上?|录入)\s*[\d①-⑳]|^\s*[①-⑳\d][\d.]*\s*[:：]?\s+\d[\d.]*\s*[%％]?\s*$|^\S{2,12}[:：\s]\s*\d[\d.]*\s*[%％]\s*$"
)
_TO_ALL: Final = re.compile(
    r"\s*(?:请|帮我|你|麻烦)*(?:通知|群发|告诉|转告|给)(?:一下)?(?:各|全体|所有|大家|每家)(?!人).{4,}"
)
"""A notice to everybody."""
LONGEST: Final = 80
"""What is longer is no order."""
_SUPPOSED: Final = re.compile("要是|如果|假如|假设|会不会|能不能|能否|多少|怎么|[?？吗]")
NOBODY: Final = (
    "没有记录，也没有改动：分数只由细则和填报、核定的数据算出，谁也不能在聊天里直接改分、删记录。"
    "数报错了由填报单位更正，对分有意见请发“申诉 原因”。"
)
NOT_SHOWN: Final = (
    "没有记录，也没有改动，这样的指令我不执行：您只能看本单位的（回“我的得分”“我的任务”），别家的数、分、名单、电话和系统内部的内容我不给；"
    "结果由质强办统一通报。"
)
_OTHERS_DATA: Final = re.compile(
    "(?:所有|全部|各|每个?|别的?|其[他它]|兄弟)[^，,。]{0,4}(?:单位|局|部门|区县?|县区|[县镇乡]|家|人)|名单|名册|电话|密码|数据库|排名"
)

_INSIDE: Final = re.compile(
    "(?:提示词|源代码|源码|密钥|系统设定|系统指令)[^，,。]{0,8}(?:发|给|说|贴|打印|输出|告诉|列|念)|(?:数据库|后台数据)[^，,。]{0,6}(?:导|发|给|拷)|(?:发|给|说|贴|打印|输出|告诉|列|念)[^，,。]{0,10}(?:提示词|源代码|源码|密钥|系统设定|系统指令)"
)

MARKER: Final = (
    "没有记录。给满分要写明是哪一项、哪一家和理由，如“8.3 公安局给满分 台账齐全”；"
    "待审清单里的请先发“待审”，再回“给满分 1”。只有印着由您单位评分的项可以给分。"
)


def injected(text: str, context: Context) -> str | None:
    """What somebody hears who orders the bot about before anything else is made of his words; None for others."""
    plain = len(text) <= LONGEST and not _SUPPOSED.search(text)
    asks_all = _ORDERS.search(text) and _OTHERS_DATA.search(text) and not may(context.speaker.role, Act.UNIT)
    if plain and (asks_all or _INSIDE.search(text)):
        return NOT_SHOWN
    if plain and (_ORDERS.search(text) or (_FULL.search(text) and not may(context.speaker.role, Act.REVIEW))):
        return NOBODY
    return None


_FULL: Final = re.compile(r"(?<!自评)(?:改|给|打|调|弄|整|算)[成为到]?(?:个|我们?|咱们?)?满分")


def order(text: str, context: Context) -> Act | str | None:
    """The act that the speaker may not do, or what everybody is told of it; None where nothing is beyond him."""
    role = context.speaker.role
    if len(text) > LONGEST:
        return None
    if _ORDERS.search(text) or (_MARKS.search(text) and not _SUPPOSED.search(text)):
        return MARKER if may(role, Act.REVIEW) and _FULL.search(text) else NOBODY
    if not may(role, Act.BROADCAST) and not may(role, Act.RELAY) and _TO_ALL.match(text):
        return Act.BROADCAST
    if not may(role, Act.REVIEW) and read_rulings(text):
        return Act.REVIEW
    if not may(role, Act.REPORT) and _CHANGES.search(text) and not _SUPPOSED.search(text):
        return Act.REPORT
    return Act.UNIT if _of_others(text, context) else None


def _of_others(text: str, context: Context) -> bool:
    """Whether somebody who sees his own unit only speaks of another one."""
    seat = context.seat
    if may(context.speaker.role, Act.UNIT) or context.speaker.role == "reviewer":
        return False
    found = mentions(text, context)
    reported = set() if seat.own in seat.subjects else set(seat.subjects)
    return bool(found.units) and not {seat.unit, seat.subject, *reported} & set(found.units)
