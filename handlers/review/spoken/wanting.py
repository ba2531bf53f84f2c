"""“抽检台账没有，找质监局要”“缺台账，补”: what is lacking of a report and is to be asked for, said back first."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.matters.requests import unit_in
from handlers.messages import Reply
from handlers.review.spoken.asked import materials
from handlers.review.spoken.elsewhere import named, told
from handlers.review.spoken.judging import drafts
from handlers.review.spoken.mentioned import mentioned
from handlers.review.spoken.said import Said
from handlers.review.spoken.verdicts import Verdict
from handlers.review.waiting import QueueItem, current, listed_items, waiting
from handlers.suggesting import offering
from handlers.wording import clip

_LONGEST: Final = 50
_WHAT: Final = r"(?P<what>[^\s,，。；;?？\d]{2,16}?)"
_PAPER: Final = (
    r"(?:(?![什么啥哪几不没])[^\s,，。;；?？\d]){0,10}?"
    "(?:复印件|原件|扫描件|证书|台账|报告|凭证|发票|清单|公报|批复|盖章[件版])"
)
_ONE: Final = r"(?:一?[份个张本套]|一下|点|些|了)?"
_SUPPLIED: Final = (
    rf"(?:补{_ONE}(?:一下|上来?|来|交|齐|过来|传|报|充)?|再?(?:交|传|报|发|拿){_ONE}(?:上来?|过来|来)|再(?:交|传|报|发|拿)一[份下次个遍])"
    + _ONE
)
_HANDED: Final = rf"(?:{_SUPPLIED}|[给拿发]我?(?:过来|来|看看?|一份)?)"
_WHO: Final = r"(?P<who>[^\s,，。；;\d]{1,10}?)"
_TOLD: Final = (
    r"(?>赶紧|就|得|先|要|你|帮我|麻烦你?)?(?:(?>通知|要求|催|让|叫|请|喊|找|要)"
    r"(?:一下|[他她]们?|对方|单位|[^\s,，。；;\d]{2,8}?(?=补|要|再?[交传报]))?"
    r"|(?:跟|和|给|告诉)[^\s,，。；;\d]{1,6}?(?:说|讲)?(?:一声|一下)?)?(?>赶紧|尽快|先)?"
)
_ORDER: Final = rf"{_TOLD}(?:{_SUPPLIED}|要{_ONE})"
_FROM: Final = rf"(?:那|就|先|得)*(?:找|跟|问|向|和){_WHO}(?:要|补|拿){_ONE}[吧来了]*"
_THEN: Final = r"(?>材料|资料|再[审说看议]|以?后|先?(?:别|不)(?:急着)?退|[一两二三四五几\d]天之?内|[\s,，])*"
_AHEAD: Final = r"[^\s,，。；;]{0,16}?"
_LACKS: Final = r"(?:缺|差|少|欠|没有?(?:附|交|见|看|传|带|写)?(?:着|到|上)?)"
_LACKING: Final = (
    re.compile(rf"(?:先|让[他她]们?)?补{_ONE}{_WHAT}(?:再|以?后再?)(?:说|审|看|过|议)[吧了]*"),
    re.compile(rf"(?:{_WHO}的)?{_WHAT}(?:呢|在哪)[\s,，]+{_ORDER}[吧来了]*"),
    re.compile(rf"(?:跟|和|给|告诉){_WHO}(?:说|讲)?(?:一声|一下)?[\s,，]*补{_ONE}{_WHAT}"),
    re.compile(
        rf"{_WHAT}(?:都|还)?(?:没有|没[交见附传看带跟](?:着|到|上来?|过?来|齐)?|缺着?|[漏少差缺没][了啦]?)[啊呀呢吧]*[\s,，。;；]+(?:{_FROM}|{_ORDER}[吧来了]*)"
    ),
    re.compile(rf"(?:没有|没[见看](?:着|到)?|缺){_ONE}{_WHAT}[\s,，。;；]+{_FROM}"),
    re.compile(
        rf"{_AHEAD}还?{_LACKS}了?{_ONE}{_WHAT}[啊呀呢吧]*[\s,，。;；]+(?:{_ORDER}|(?:通知|告诉)(?:{_WHO}|一[下声]))[吧来了]*{_THEN}"
    ),
    re.compile(
        rf"(?:(?P<place>\d{{1,2}})|{_WHO}(?:[那这]一?)?)?[项件个号]?[\s:：]*(?:要求?|得|还|请)*补充?(?:(?:材料|资料)[\s:：]+|[:：]\s*){_WHAT}"
    ),
    re.compile(
        rf"{_AHEAD}(?:别|不)(?:急着)?退[^\d,，]{{0,4}}[\s,，。;；]+(?:要|让|叫|请|通知){_WHO}把{_WHAT}{_SUPPLIED}[吧来了]*"
    ),
    re.compile(
        rf"(?:光|只)有{_AHEAD}(?:不行|不够|不成)[\s,，。;；]+{_WHAT}(?:得|要|必须|也得){_HANDED}[吧来了]*"
    ),
    re.compile(
        rf"(?![让叫请催]|通知|要求){_WHO}(?:得|要|需要|请)?把{_WHAT}(?:也|都|再)*(?:补|交|传|发|拿){_ONE}(?:上来|过来|来)[吧]*"
    ),
    re.compile(rf"(?>去|先|再|得)*把{_WHAT}(?:给我)?要(?:一份)?(?:过来|上来|来|到)[吧了]*"),
    re.compile(rf"(?:通知|催|让|叫|请|喊){_WHO}(?P<nothing>{_SUPPLIED})[吧来了]*"),
    re.compile(rf"(?:(?:找|跟|问|向){_WHO})?(?:再|还得?)(?:补)?要{_ONE}{_WHAT}[吧来了]*"),
    re.compile(rf"(?:找|跟|问|向){_WHO}(?:再|补)?要{_ONE}{_WHAT}[吧来了]*"),
    re.compile(
        rf"{_AHEAD}[^不\s,，](?:还|也|得|都)*(?:要|需要?|得有)(?:看|附|有|提供|带)?(?P<what>{_PAPER})[吧的]*"
    ),
    re.compile(
        rf"{_AHEAD}(?P<picture>图片?|照片|相片|扫描件)(?:都|也|太|有点|实在)*(?:看不清楚?|不清楚?|不清晰|模糊|糊)[了啊呀的]*"
    ),
    re.compile(
        rf"[^\d,，]{{0,8}}(?:别|不)(?:急着)?(?:退|过|通过|批)[^\d,，]{{0,4}}[\s,，。;；]*等{_WHO}(?:把)?补(?:交|充|上|齐|完)?了?{_WHAT}(?:再|以?后)[^\d,，]{{1,4}}"
    ),
)
_EVIDENCE: Final = "证明材料"
"""通知质监局补上来: what else a report may lack."""
_ANYTHING: Final = re.compile("(?:证明|佐证)?(?:材料|资料)|东西")
_AROUND: Final = re.compile(
    r"^(?>嗯+|呃|额|哦|那个|这个|就是|好像|还|[他她它]们?|那边|这边|那[件项]|这[件项]|的|[,，\s])+"
)
_NO_THING: Final = re.compile(
    "什么|啥|.*(?:[几多]少|天).*|时间|问题|意见|人|我[看审].*|说法|解释|核实|改|[退过批]"
)
_RULES: Final = re.compile("(?<!别)(?<!不)(?<!急着)(?:退|打回|驳回)|通过(?!率)|[吗么?？]|不[用要]补|别补")


def wanted(words: str, context: Context) -> Reply | None:
    """The draft of the request; None for anything else."""
    if len(words) > _LONGEST or _RULES.search(words):
        return None
    found = next((found for one in _LACKING if (found := one.fullmatch(words)) is not None), None)
    if found is None:
        return None
    parts = found.groupdict()
    what = _EVIDENCE if parts.get("nothing") else f"清楚的{parts['picture']}" if parts.get("picture") else ""
    what = what or _thing(found["what"], words, context)
    if _NO_THING.fullmatch(what) or (parts.get("nothing") and not unit_in(parts["who"], context)):
        return None
    unit = _unit(parts.get("who") or "", words, context)
    return _asked(what, unit, words, parts.get("place"), context)


def _thing(said: str, words: str, context: Context) -> str:
    """抽检台账 of 嗯质监局那边的抽检台账: without whose it is."""
    left = mentions(said, context).rest
    what = _AROUND.sub("", left.strip())
    what = "图片的文字说明" if _CAPTION.fullmatch(what) and _PICTURE.search(words) else what
    return _EVIDENCE if not what or _ANYTHING.fullmatch(what) else what


_CAPTION: Final = re.compile("(?:文字|图片)?的?说明")
_PICTURE: Final = re.compile("[图照相]片?")


def _unit(who: str, words: str, context: Context) -> str:
    return unit_in(who, context) or unit_in(words, context)


def _asked(what: str, unit: str, words: str, place: str | None, context: Context) -> Reply | None:
    listed = listed_items(context)
    items: Sequence[QueueItem | None] = listed if listed is not None else waiting(context)
    at = int(place) if place else _place(unit, words, items, context)
    if 1 <= at <= len(items) and items[at - 1] is not None:
        asked = Said((at,), Verdict.ASK, sure=False, named=True, reason=what)
        return drafts.said_back([asked], items, context, drafts.Beside())
    unit, code = materials.handed_in_by(words, unit, context)
    if not unit:
        return None
    order = f"让{unit}补{code} {what}" if code else f"让{unit}补{what}"
    gone = "" if code else "\n".join(told(named(unit, context, by_topic=False), context))
    filed = f"{unit}的{code}没有待审的件，材料是交了的，还没有发。" if code else ""
    head = filed or gone or f"{unit}没有（或不止一件）待审的件，没有办理。"
    return offering.choose(f"{head}您是要：", [(order, clip(order, 40))], context)


def _place(unit: str, words: str, items: Sequence[QueueItem | None], context: Context) -> int:
    """The place that is meant: the only one or the one named, else the one looked at, where it is the unit's; 0 for none."""
    pool = {at: one for at, one in enumerate(items, start=1) if one and unit in ("", one.unit, one.subject)}
    named = [*mentioned(words, pool, context)] if len(pool) > 1 else [*pool]
    seen = current(context)
    if len(named) != 1 and seen is not None and seen[0] in pool:
        return seen[0]
    return named[0] if len(named) == 1 else 0
