"""补充材料: a reviewer asks a unit for more; what it reported is not returned by that."""

import re

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.units import mentions
from handlers.matters.register import register, tell_contacts
from handlers.messages import Reply
from handlers.review.waiting import waiting
from handlers.wording import clip, leaf_name, local, month_day
from handlers.working_days import add_working_days

WORKING_DAYS = 3
_WANTED = re.compile(r"(?:补充|补交|补报|再交|补)(?:一下|点|些)?(?P<what>.{1,60})$")


def request(text: str, context: Context) -> Reply | None:
    """Tell the unit what is wanted and by when; its waiting item is marked 待补充. None for no single unit."""
    found = mentions(text, context.rubric, context.speaker.campaign.subjects)
    wanted = _WANTED.search(text.strip("。 "))
    if len(found.units) != 1 or wanted is None:
        return None
    unit, what = found.units[0], wanted["what"].strip()
    items = {item.criterion.code for item in waiting(context) if unit in (item.unit, item.subject)}
    code = items.pop() if len(items) == 1 else ""
    until = add_working_days(local(context.now).date(), WORKING_DAYS, context.deadlines.calendar)
    about = f"（{code} {leaf_name(context.rubric.criterion(code), 20)}）" if code else ""
    detail = {"until": until.isoformat()}
    number = register(context, "material", what, unit=unit, code=code, detail=detail)
    told = tell_contacts(
        context,
        f"material:{number}",
        unit,
        f"【补充材料】审核要求{unit}补：{clip(what, 60)}{about}，请在{month_day(until)}下班前交（{WORKING_DAYS}个工作日）。"
        "这不是退回，已报的数不变；图片直接发，文号回“材料 序号 内容”。",
    )
    reached = f"已告知{unit}联络员{told}人" if told else f"{unit}没有已绑定的联络员，通知不到，请电话联系"
    state = "本件转“待补充”" if code else "这家没有（或不止一件）待审的件，登记到单位"
    return Reply(
        f"已发补充材料请求（第{number}号）：{clip(what, 40)}{about}，{reached}，"
        f"期限{WORKING_DAYS}个工作日（{month_day(until)}）。{state}，不算退回。"
    )


COMMAND = Command(
    Act.REQUEST,
    "让质监局补抽检台账",
    words(""),
    request,
    re.compile(r"(?:让|请|叫|要|通知)\D{2,20}?(?:补充|补交|补报|再交|补).{1,60}", re.DOTALL),
    shy=True,
)
