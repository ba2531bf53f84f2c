"""改名: what a unit is called now, or besides, said in a sentence."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.office import teaching
from handlers.people.whom import MARK, Heard

_CALLED: Final = re.compile(
    rf"(?:把|将|这个)?{MARK}(?:那边|他们|单位|已经|机构改革后?|今年|刚|又|[\s,，])*"
    r"(?:(?:改名|更名|换名|改了?名字|挂牌|名称?变)(?:字|称)?(?:了|成|为|叫|作)*[\s,，]*(?:(?:现在|以后|今后|新名字?)(?:就|都)?)?(?:叫做?|是|为|称)?"
    r"|(?:现在|如今|以后|今后|往后|目前)(?:就|都|改|统一)*(?:叫做?|是叫|改称|称|简称|写成|写作?)|(?:改|又|也|还)叫做?|改称|也可以叫|(?:的)?简称(?:是|为|叫)?|(?:就)?简称)"
    r"[\s:：,，]*[“\"]?(?P<name>[\u4e00-\u9fff（）()]{2,16}?)[”\"]?(?:了|吧|[,，\s]*(?:你)?(?:记住|记一下|认一下|改一下|更新一下))*[。!！]?"
)
_ASKED: Final = re.compile(r"[?？吗呢]\s*$|什么|啥|谁|哪|没有?$")


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """城建局改名了 现在叫住建局; None where no one unit gets another name."""
    if len(heard.whom) not in (1, 2, 3) or len(text) > _LONGEST or _ASKED.search(text):
        return None
    units = heard.whom[0].units
    first = heard.marked.find(MARK)
    said = heard.marked[: first + 1] + heard.restored(first + 1, len(heard.marked))
    found = _CALLED.fullmatch(said.strip())
    if found is None or len(units) != 1 or heard.whom[0].everybody:
        return None
    return teaching.call_unit(units[0], found["name"], context)


_LONGEST: Final = 40
