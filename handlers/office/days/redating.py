"""改到另一天: the day (or the reason) that is said to a draft of more time instead of the one that stands in it."""

import re
from datetime import datetime, timedelta
from typing import Final

from handlers.calendar.dates import days_in
from handlers.calendar.printed import at_hour
from handlers.context import Context
from handlers.office.days.due_days import due_day
from handlers.office.errands.reasons import TELLS
from handlers.reading.tokens.asides import is_question
from handlers.wording import local

LONGEST: Final = 40
_CUT: Final = re.compile(r"[,，。；;\s]+")
_TO: Final = re.compile(
    r"(?>不对|错了|等等|算了|要不|或者|还是|那就?|干脆|索性|再|就|都)*"
    r"(?:改到?成?为?|换到?成?|(?:延|推迟?|顺延|宽限|缓|放|挪|定|给|报)(?:到|在|至)|到|应该?是|是|写错了?应该?是)(?:了)?(?P<day>[^,，。]{2,16}?)"
    r"(?:才对|可以|行|好|合适|吧|了|算了|为止)*"
)
_ONLY: Final = re.compile(
    r"(?:还是|那就?|就)?(?>[\d一二三四五六七八九十]+|星期|礼拜|上午|下午|[下这本]个?|[月号日周年底末天]|今|明|后|点|[:：./-])+(?:吧|了)*"
)
_LONGER: Final = re.compile(
    r"(?>还是|那就?|要不|干脆|再|就)*(?:多给|再给|再延|多延|多宽限|再宽限|往后|延|再加|加|多)(?P<days>.{1,5}(?:天|周|星期|工作日))(?:吧|了)*"
)
_ORDERS: Final = re.compile(
    r"催|通知|导|换|锁|发|登记|删|公布|目标|通过|退|[吗呢](?=[\s,，。]|$)|几[家件项个]|多少|谁|哪[家些个]"
)
MORE_TIME: Final = re.compile(
    r"^(?!省|市局|上级|国家)[\u4e00-\u9fff]{2,10}?[局委办所司区县镇](?:那边)?的?(?:可以|就|都|再|也|还是)*(?:延|缓|宽限|放宽|顺延)[期后]?[到至][\d月日号.底]+(?:[前吧了交报再,，。\s]|$)"
    "|(?:可以|能|让他们?|就)?(?:晚|缓|迟|宽限|多给|延|推迟?)(?:个|上)?[一两二三四五六七\\d]{1,2}(?:天|周|个?工作日)|(?:别|其他|其它|其余|剩下)的?(?:都|就)?(?:不变|不动|不改|照旧)"
)
"""公安局的可以晚两天, 城建局延到7月2号: another order, never the reason that was asked for."""
_NOT_THAT: Final = re.compile(r"^不是[^，,\s]{1,8}?[，,\s]*(?:而)?是(?=[\d下这本周星礼])")
"""不是周五是周四: the day that stands in the draft, before the one that is meant."""
_HOUR: Final = re.compile(
    r"(?:还是|那就?|就)?(?:上午|下午|晚上|中午)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})点(?:半|整|钟)?(?:前|之前)?(?:吧|了)?"
)
"""18点: the hour of the day that stands in the draft."""
_WHY: Final = re.compile(
    r"(?:把|将)?(?:原因|理由|事由)(?:那?里?)?(?:写错了?|不对|改一?下|要改)?[\s,，]*(?:改成?为?|换成?为?|写成?|应该?是|是|就写|写)?[\s:：,，]*(?P<reason>\S.{1,100}?)(?:吧)?"
)


def another_day(text: str, due: datetime, context: Context) -> datetime | None:
    """6号是周一，那延到6号吧 as the draft's new moment; None where the words give no other day, or an order beside."""
    said = _NOT_THAT.sub("", text.strip().rstrip("。.!！~～ "))
    said = re.sub(r"[,，\s]*(?:行吗|行不行|可以吗|好吗|好吧|行吧|怎么样)[?？]?$", "", said)
    if len(said) > LONGEST or is_question(said.removeprefix("还是")):
        return None
    told, today, found, sure = local(due).date(), local(context.now).date(), None, False
    for part in filter(None, _CUT.split(said)):
        longer, to = _LONGER.fullmatch(part), _TO.fullmatch(part)
        days = days_in(longer["days"]) if longer is not None else None
        day = told + timedelta(days=days) if days else None
        day = day or (due_day(to["day"], today, told) if to is not None else None)
        if day is None and _ONLY.fullmatch(part):
            day = due_day(part, today, told) or (told if _HOUR.fullmatch(part) else None)
            if sure:
                continue
        elif day is None and _ORDERS.search(part):
            return None
        if day is not None:
            sure = to is not None or sure
            found = at_hour("" if days else part, day, context.arranged.hours)
    return found


def told_reason(text: str) -> str | None:
    """省局数据没出来 where only the reason is still asked for; None for what may be anything else."""
    said = text.strip().rstrip("。.!！~～ ")
    if MORE_TIME.search(said):
        return None
    plain = _LEAST <= len(said) <= LONGEST and not _ORDERS.search(said) and not is_question(said)
    return said if plain and TELLS.search(said) else None


_LEAST: Final = 4


def another_reason(text: str) -> str | None:
    """原因改成等统计局数据 as that reason; None for other words."""
    found = _WHY.fullmatch(text.strip().rstrip("。.!！~～ "))
    return found["reason"].strip() if found is not None and not is_question(text) else None
