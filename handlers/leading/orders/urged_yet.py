"""“催过王局长没有”“刚催过了吗”“催了几遍了”: asked of what was sent, which sends nothing; what is on record of it."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.context import Context
from handlers.leading.one_unit.spoken_of import by_stem
from handlers.leading.one_unit.unit_view import named, view
from handlers.leading.orders.addressed import meant, parted, unit_of
from handlers.lookups.overview import missing
from handlers.messages import Reply
from handlers.reminding import record

_URGED: Final = "(?:催|提醒|督促|敲打|通知)"
_YET: Final = re.compile(
    rf"{_URGED}(?:办|报|一?[下遍次])?(?:[过了到]|[他它]们|各家|各单位|那几家|没报的)*(?:了?没有?|了?吗|么|不)[?？]?$"
    rf"|{_URGED}(?:办|报)?(?:是)?(?:[过了]|的).{{0,4}}(?:几|多少)(?:[次遍回个家人])"
    rf"|{_URGED}(?:办|报)?(?:都)?(?:[过了]).{{0,3}}(?:谁|哪[些几]?[个家人])"
    rf"|(?:谁|哪[些几]?[个家人]?)(?:都)?{_URGED}(?:过|了)"
    rf"|(?:上次|上回|最近|最后)?(?:一次)?(?:是)?(?:什么时候|啥时候?|哪天|几号|几点)(?:给)?{_URGED}(?:办|报)?(?:过|的|了)"
    rf"|(?:上次|上回|最近一次|最后一次){_URGED}(?:办|报)?(?:是)?(?:在)?(?:什么时候|啥时候?|哪天|几号|几点)"
)
_OF_ONE: Final = re.compile(
    rf"(?:你|你们|有没有|是不是|到底|刚才?|今天|昨天)*{_URGED}[过了](?P<whom>[^\s,，。?？]{{2,12}}?)(?:了?没有?|吗|么|不)[?？]?"
    rf"|(?:刚才?|今天|昨天)*(?P<first>[^\s,，。?？]{{2,12}}?)(?:你们?|有没有|今天|昨天|刚才?)*{_URGED}(?:过|了|到)+(?:没有?|吗|么|不)[?？]?"
)
_ORDERS: Final = re.compile(
    r"(?:催|提醒|督促)(?:一催|一?[下声])(?!.{0,3}[没吗])|再(?:去)?催|别催|不用催|[没未](?:报|交)了?吗|先催"
)
_PLACE: Final = re.compile("(?:那边|那里|那儿|那头|那)$")
HEAD: Final = "没有发送。"


def urged_yet(text: str, context: Context) -> Reply | None:
    """What the record holds of whom the words name, else of all; with how the one unit stands that is named."""
    words = text.strip(" 。!！")
    if _ORDERS.search(words):
        return None
    found = _OF_ONE.fullmatch(words)
    if found is None and _YET.search(words) is None:
        return None
    units = named(words, context).units or by_stem(words, context) or _units_of_person(found, context)
    kept = [record.record(unit, context).text for unit in units] or [record.record("", context).text]
    state = (
        view(named(units[0], context), context)
        if len(units) == 1
        else [f"现在：{missing('', context).text}"]
        if not units
        else []
    )
    beside = "别处打电话、当面催的我不知道。"
    return Reply.of(f"{HEAD}{kept[0]}", *kept[1:], beside, *state)


def _units_of_person(found: re.Match[str] | None, context: Context) -> Sequence[str]:
    """王局长's, where one person is called so."""
    whom = _PLACE.sub("", found["whom"] or found["first"]) if found is not None else ""
    people = meant(parted(f"{whom} ", context)[0], context) if whom else []
    return [unit_of(people[0], context)] if len(people) == 1 else []
