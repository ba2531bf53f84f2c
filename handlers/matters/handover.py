"""交接: somebody says that he takes over; the office confirms, nothing changes before."""

import re

from handlers.access import ROLE_NAMES, Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.register import register
from handlers.messages import Reply

FIELDS = ("姓名", "性别", "单位", "职务", "电话、传真", "手机", "邮箱")
"""What is asked of a new contact where the document prints no list of its own."""


def take_over(text: str, context: Context) -> Reply:
    """Register the change of persons for the office."""
    number = register(context, "handover", text, unit=context.seat.unit)
    fields = context.rubric.materials.contact_fields or FIELDS
    return Reply(
        f"人员变更要由质强办确认：已登记交接申请（第{number}号，{context.seat.unit}"
        f" {ROLE_NAMES[context.speaker.role]}）。\n"
        "确认前名册不变，提醒仍发给原联络员，这个账号能办的事也不变。\n"
        f"请补新联络员的{'、'.join(fields)}，发一行就行。"
    )


COMMAND = Command(
    Act.CONTEST,
    "我是新来的 以后这块我负责",
    words(""),
    take_over,
    re.compile(
        r"(?!.*[^\d\s，,]{2}\d{1,3}(?:\.\d+)?[%％]?(?:$|[\s，,。]))(?:我是新来的.{0,80}|.{0,30}(?:以后|今后|往后|现在|从今天起|今天起).{0,14}(?:我|换我|由我)(?:来)?(?:负责|接手|对接|接管|管)了?.{0,30})",
        re.DOTALL,
    ),
    shy=True,
)
NAMED = Command(
    Act.CONTEST,
    "交接 下月起由小赵报",
    words(""),
    take_over,
    re.compile(r"交接[\s:：]+(?P<rest>.{2,200})", re.DOTALL),
    shy=True,
)
