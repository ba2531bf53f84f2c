"""“抽检台账没有，找质监局要”“缺台账，补”: what is lacking of a report and is to be asked for, said back first."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.context import Context
from handlers.matters.requests import unit_in
from handlers.messages import Reply
from handlers.review.spoken.judging import drafts
from handlers.review.spoken.said import Said
from handlers.review.spoken.verdicts import Verdict
from handlers.review.waiting import QueueItem, current, listed_items, waiting
from handlers.suggesting import offering
from handlers.wording import clip

_LONGEST: Final = 50
_WHAT: Final = r"(?P<what>[^\s,，。；;?？\d]{2,16}?)"
_ONE: Final = r"(?:一?[份个张本套]|一下|点|些|了)?"
_SUPPLIED: Final = r"(?:补(?:一下|上来?|来|交|齐|过来|传)?|再?(?:交|传|报)(?:上来?|过来|来))" + _ONE
_WHO: Final = r"(?P<who>[^\s,，。；;\d]{1,10}?)"
_TOLD: Final = (
    r"(?>赶紧|就|得|先|要)?(?:(?>通知|要求|催|让|叫|请|喊|找)"
    r"(?:一下|[他她]们?|对方|单位|[^\s,，。；;\d]{2,8}?(?=补|要|再?[交传报]))?)?(?>赶紧|先)?"
)
_ORDER: Final = rf"{_TOLD}(?:{_SUPPLIED}|要{_ONE})"
_FROM: Final = rf"(?:那|就|先|得)*(?:找|跟|问|向|和){_WHO}(?:要|补|拿){_ONE}[吧来了]*"
_LACKING: Final = (
    re.compile(rf"(?:先|让[他她]们?)?补{_ONE}{_WHAT}(?:再|以?后再?)(?:说|审|看|过|议)[吧了]*"),
    re.compile(rf"(?:{_WHO}的)?{_WHAT}(?:呢|在哪)[\s,，]+{_ORDER}[吧来了]*"),
    re.compile(rf"(?:跟|和|给|告诉){_WHO}(?:说|讲)?(?:一声|一下)?[\s,，]*补{_ONE}{_WHAT}"),
    re.compile(rf"{_WHAT}(?:都|还)?(?:没有|没[交见附传看](?:着|到)?|缺着?|漏了?)[\s,，。;；]+{_FROM}"),
    re.compile(rf"(?:没有|没[见看](?:着|到)?|缺){_ONE}{_WHAT}[\s,，。;；]+{_FROM}"),
    re.compile(rf"(?:{_WHO})??还?(?:缺|差|少|欠)(?:了)?{_ONE}{_WHAT}[\s,，。;；]+{_ORDER}[吧来了]*"),
    re.compile(
        rf"(?P<place>\d{{1,2}})?[项件个号]?[\s:：]*(?:要求?|请)?补充?(?:(?:材料|资料)[\s:：]+|[:：]\s*){_WHAT}"
    ),
    re.compile(rf"(?:(?:找|跟|问|向){_WHO})?(?:再|还得?)(?:补)?要{_ONE}{_WHAT}[吧来了]*"),
    re.compile(rf"(?:找|跟|问|向){_WHO}(?:再|补)?要{_ONE}{_WHAT}[吧来了]*"),
    re.compile(
        rf"[^\d,，]{{0,8}}(?:别|不)(?:急着)?(?:退|过|通过|批)[^\d,，]{{0,4}}[\s,，。;；]*等{_WHO}(?:把)?补(?:交|充|上|齐|完)?了?{_WHAT}(?:再|以?后)[^\d,，]{{1,4}}"
    ),
)
_NO_THING: Final = re.compile(
    "材料|东西|资料|什么|啥|.*(?:[几多]少|天).*|时间|问题|意见|人|我[看审].*|说法|解释|核实|改|[退过批]"
)
_RULES: Final = re.compile("(?<!别)(?<!不)(?<!急着)(?:退|打回|驳回)|通过(?!率)|[吗么?？]|不[用要]补|别补")


def wanted(words: str, context: Context) -> Reply | None:
    """The draft of the request; None for anything else."""
    if len(words) > _LONGEST or _RULES.search(words):
        return None
    found = next((found for one in _LACKING if (found := one.fullmatch(words)) is not None), None)
    if found is None or _NO_THING.fullmatch(found["what"]):
        return None
    parts = found.groupdict()
    return _asked(found["what"], _unit(parts.get("who") or "", words, context), parts.get("place"), context)


def _unit(who: str, words: str, context: Context) -> str:
    return unit_in(who, context) or unit_in(words, context)


def _asked(what: str, unit: str, place: str | None, context: Context) -> Reply | None:
    listed = listed_items(context)
    items: Sequence[QueueItem | None] = listed if listed is not None else waiting(context)
    at = int(place) if place else _place(unit, items, context)
    if 1 <= at <= len(items) and items[at - 1] is not None:
        asked = Said((at,), Verdict.ASK, sure=False, named=True, reason=what)
        return drafts.said_back([asked], items, context, drafts.Beside())
    if not unit:
        return None
    order = f"让{unit}补{what}"
    return offering.choose(
        f"{unit}没有（或不止一件）待审的件，没有办理。您是要：", [(order, clip(order, 40))], context
    )


def _place(unit: str, items: Sequence[QueueItem | None], context: Context) -> int:
    """The place that is meant: the one looked at, where it is the unit's, else the only one; 0 for none."""
    seen = current(context)
    if seen is not None and unit in ("", seen[1].unit, seen[1].subject):
        return seen[0]
    places = [at for at, item in enumerate(items, start=1) if item and unit in ("", item.unit, item.subject)]
    return places[0] if len(places) == 1 else 0
