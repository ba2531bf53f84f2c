"""差一天、差一事: an order to give time that names no day, and the day of a meeting, which is no deadline."""

import re
from typing import Final

from handlers.calendar.dates import days_in, last_day_in
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.whom import Heard
from handlers.suggesting import offering
from handlers.wording import local, month_day

_LONGEST: Final = 40
_MEETING: Final = re.compile(
    r"(?:会议?|座谈|培训|检查|督查|调研|验收|约谈|现场会)(?:的)?(?:时间|日期|日子)?(?:也|就|都|先|统一|要|得)*(?:推|改|延|挪|提前|定)"
)
_DEADLINE: Final = re.compile("截止|时限|期限|节点|材料|数据|上报|报送|指标|通知|告诉|转告|说|因|等|来不及")
_MORE_TIME: Final = re.compile(
    r"(?P<whose>.*?(?:截止(?:时间|日期|日)?|时限|期限|节点|[局委办镇区县]|[\u4e00-\u9fff\d]))?的?(?:再|先|也|都|统一|整体|帮忙|给)*"
    r"(?:延期|改期|延长|宽限|推迟|顺延|往后(?:推|延|挪|放)|延|缓|改|调整|推后)(?:一?[下点]|缓|些|几天|些天|一?段时间|期)?(?:吧|了|一下)*[。!！]?"
)
_UNREAD: Final = re.compile(
    r"(?P<whose>.{2,20}?)(?:延期?|宽限|推迟|顺延|改)(?:到|至)(?P<day>[^\d,，。;；]{1,6})[吧了]?"
)
_CUE: Final = re.compile(
    "定在|会.{0,4}(?:提前|挪|改)|延|改期|宽限|推|缓|(?:截止|时限|期限).{0,6}(?:改|调)|往后"
)
_NOT: Final = re.compile(
    r"[?？吗呢]\s*$|谁|哪|多少|是不是|[了过]没|通知|告诉|说|别|不|申请|取消|提醒|催|会|目标|名单|原因|情况|记录|安排|审"
)


def asked(_heard: Heard, text: str, context: Context) -> Reply | None:
    """城建局的覆盖率延期: the day is asked for; None where one is said, or no order is given."""
    said = text.strip()
    if len(said) > _LONGEST or _CUE.search(said) is None:
        return None
    day = last_day_in(said, local(context.now).date())
    if _MEETING.search(said) and not _DEADLINE.search(said):
        return _of_meeting(said, f"{day.year}年{month_day(day)}" if day else "", context)
    if day is not None or days_in(said) is not None or re.search(r"\d", said) or _NOT.search(said):
        return None
    found = _MORE_TIME.fullmatch(said) or _UNREAD.fullmatch(said)
    if found is None:
        return None
    whose = re.sub("^(?:把|将|给|帮|请|先)+", "", found["whose"] or "").rstrip("的")
    return offering.ask_slot(f"{whose or '截止'}延到{{day}}", context)


def _of_meeting(said: str, day: str, context: Context) -> Reply | None:
    """会议推到7月6号: told to whom it concerns, or the deadline is meant after all."""
    moved = [(f"截止改到{day}", f"不是会，是把截止改到{day}（接着问原因）")] if day else []
    choices = [
        (f"通知各单位：{said}", f"通知各单位：{said}"),
        (f"通知全体：{said}", f"通知全体（连同领导、审核员）：{said}"),
        *moved,
    ]
    return offering.choose("开会、检查的日子不记在这里，没有改动。是要：", choices, context)
