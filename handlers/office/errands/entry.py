"""替人报: a unit's report that the office puts in for it, with the wish to do so said anywhere in the sentence."""

import re
from typing import Final

from handlers.context import Context
from handlers.messages import Reply
from handlers.office.entering import enter_for
from handlers.whom import MARK, Heard

_WISH: Final = re.compile(
    rf"(?:我|麻烦你?|请)?(?:来|先|就)?(?:帮忙?|替|代|给)(?:[他她它]们?|{MARK}|着)?(?:的)?(?:代)?(?:填报|上报|填|报|录入?|登记|登|改成?)(?:[一]?下|上|个|进去|了|吧|他们?|数)*"
    r"|(?:那|就)?我来(?:填|报|录|登)(?:一下|吧|了)?|代填报?(?:一下)?|(?:帮忙?)?录(?:一下|进去|入)(?:吧)?"
)
_ASIDE: Final = re.compile(
    r"(?:他们|她们|那边)?(?:的人)?(?:都)?(?:不会|不太会|没法|不方便|没有?人会|手机坏了?)(?:弄|用|搞|操作|上报|报)?(?:手机|电脑|系统|微信|这个)?"
    r"|(?:他们|她们)?(?:刚才|刚)?(?:打)?电话(?:里|来)?(?:报|说|讲)的?(?:是)?|口头(?:报|说)的?(?:是)?|(?:的)?(?:方案|材料|表)?我?(?:已经)?收到(?:了)?纸质的?(?:材料)?(?:了)?"
    r"|(?:系统)?把?的?(?:话|数)?看错了|人在外地|(?<=\s)那边|^那边"
)
_COUNTED: Final = re.compile(r"(?:就|先)?按\s*(\d[\d.]*\s*[%％个家件项起]?)\s*(?:算|报|填|记)(?:吧|上)?")
"""按3个算: the office says what is to be put in."""
_NOT: Final = re.compile(r"撤|退|删|目标|延|审|通过|怎么|[?？吗]\s*$|谁|能不能|可以.{0,6}[吗?？]")


def enter(heard: Heard, text: str, context: Context) -> Reply | None:
    """旅游局不会弄手机 我替他们报吧 …; None where nobody is to be reported for."""
    del text
    if len(heard.whom) != 1 or _NOT.search(heard.marked):
        return None
    marked = _COUNTED.sub(r" \1 ", heard.marked)
    wished, told = _WISH.search(marked), _ASIDE.search(marked)
    if marked == heard.marked and wished is None and (told is None or "电话" not in told[0]):
        return None
    unit = _unit(heard, context)
    if unit is None:
        return None
    rest = _ASIDE.sub(" ", _WISH.sub(" ", marked)).replace(MARK, " ")
    return enter_for(unit, re.sub(r"^[\s,，。的:：]+|\s{2,}", " ", rest).strip(" ,，。:："), context)


def _unit(heard: Heard, context: Context) -> str | None:
    """The one unit that is named, or whose person is."""
    whom = heard.whom[0]
    if whom.everybody or len(whom.units) > 1:
        return None
    if whom.units:
        return whom.units[0]
    people = [row for row in context.uow.roster.list(context.speaker.campaign.id) if row.id in whom.people]
    units = {row.subject or context.rubric.unit_aliases.get(row.unit, row.unit) for row in people}
    return units.pop() if len(units) == 1 else None
