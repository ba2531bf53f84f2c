"""催材料: whoever lacks evidence is told to bring it, nobody else; whose items are meant is asked where it is open."""

import re
from collections.abc import Sequence
from typing import Final

from handlers.access import Act, may
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands.messages.telling import told
from handlers.people.whom import Heard, Whom
from handlers.reading.tokens.asides import is_question
from handlers.reminding.owing import lacking_material, reported_bare
from handlers.reminding.urging import MATERIAL, urge
from handlers.suggesting import offering
from handlers.wording import listed
from store.records import Contact

_MATERIAL: Final = "(?:材料|佐证|附件|证明|印证|依据)"
_LESS: Final = "(?:没|未|缺|少|差)(?:有)?(?:上?传|交|附|发|给|补|提供|跟)?"
_REPORTED: Final = re.compile(
    rf"(?:报|填|录|有)(?:了|过|上来)(?:数据?|值)?[^,，。]{{0,8}}{_LESS}.{{0,3}}{_MATERIAL}"
    rf"|(?:光|只|数据?都?)(?:报|有|齐|填)[^,，。]{{0,6}}{_LESS}.{{0,3}}{_MATERIAL}|(?:报|有|齐)了?[^,，。]{{0,3}}{_MATERIAL}[^,，。]{{0,2}}没"
    rf"|数据?(?:值|字)?都?(?:报|交|填)?齐了?[,，\s].{{0,6}}{_MATERIAL}"
    rf"|没报数?的?.{{0,4}}(?:不理|不管|别管|不用管|不催|放一放)[^。]{{0,4}}(?:催|提醒)[^。]{{0,2}}{_MATERIAL}"
    rf"|{_LESS}.{{0,3}}{_MATERIAL}[^,，。]{{0,4}}(?:但|却|可|而|又)?(?:是)?(?:已经?|都)?(?:报|填|录)(?:了|过)"
)
"""数报了材料没传: only who has reported."""
_LACKING: Final = re.compile(
    rf"{_LESS}.{{0,3}}{_MATERIAL}|{_MATERIAL}(?:还|都|也|那些)?(?:没|未|不(?:全|齐|够)|缺|差)"
    rf"|{_MATERIAL}(?:也|都|给我)?催(?:一?下|一催|一遍|吧|了)*$|(?:催|提醒|要)(?:[交补]|一?下|一?催|一遍)?(?:各家|大家|他们|各单位)?(?:的)?{_MATERIAL}(?:吧|的|了|一下|一遍)*$"
)
_ONLY: Final = re.compile(
    rf"^(?:就|只|光|单)?(?:催|提醒)(?:一?下)?{_MATERIAL}(?:的|就行|就好|就可以|即可)*[,，\s]*(?:数据?(?:字|值)?)?(?:报|填)(?:过|了)(?:数据?的?)?的?[^,，]{{0,3}}(?:别|不用?|甭)(?:再)?(?:催|管|打扰|提醒|动)?(?:他们)?了?$"
)
"""催材料就行，数字报过的别打扰: as 只催没交材料的 报了数的不用."""
_SPARED: Final = re.compile(
    r"(?:数据?(?:字|值)?)?(?:已经?|都)*(?<![没未])(?<!没有)(?:报|填|有)(?:过|了|上来|(?=数据?的))(?:数据?(?:字|值)?)?的?(?:那些|单位|人|就|先|[,，\s])*(?:别|不用?|不必|甭|免了?|算了|不管|跳过|略过|绕开|绕过|除外|排除|放过|忽略)"
)
"""材料没交的催一下，数报了的别催: likewise, in any order."""
_EVERY: Final = re.compile(
    "(?:报|填)数?(?:了)?没(?:有)?(?:报|填)?数?的?[^,，。]{0,4}(?:都|先|不管|一样)|不管报"
)
"""报数没报数的先不管: who lacks evidence, reported or not."""
_VALUES: Final = re.compile("数|值|情况|填报")
_BIDS: Final = re.compile(r"催|提醒|通知|发(?:个|条)?消息|让他们补|喊")
_ASKED: Final = re.compile(
    r"[?？吗]\s*$|谁|哪|(?<![那这])几家|多少|(?:报|填|录)了[^,，。没未]{0,4}(?:不用|不必|不要|别)|[别甭](?:再|急)?(?:催|提醒)|不[用要必](?:再)?(?:催|提醒)|延|截止|[说讲][:：]|(?:通知|群发|告诉|全体|各单位|各家|大家)[^,，。]{0,8}[:：]\s*\S|\d"
)
_HOW: Final = "请尽快发来（图片、文件直接发，文号回“材料 序号 文号”）"
_BARE: Final = f"已报的数还没有证明材料，{_HOW}；报过哪些回“我的任务”"
_OPEN: Final = f"名下还有没交证明材料的项，{_HOW}；还缺哪些回“还缺什么材料”"
REPORTED, EVERY = "报了数没交材料的催一下", "没交材料的不管报没报数都催一下"
"""The two orders between which is asked."""


_ALWAYS: Final = re.compile(
    "以后|今后|往后|从现在起|从今天起|提醒(?:都|就|改)?发给[他她]们?(?:局长|领导|主任|分管)"
)
"""以后只给王敏发提醒: of no reminder that is sent now."""


def remind(heard: Heard, text: str, context: Context) -> Reply | None:
    """报了数但是没传材料的单位催一下: the draft to just those; None where it is asked, or no evidence is lacking."""
    if _ONLY.search(text) or _spares_reported(text):
        return urge(MATERIAL, context)
    named = [one for one in heard.whom if not one.everybody]
    if _LISTS.fullmatch(text.strip()) and not named and not _BIDS.search(text):
        return _listed(context)
    if not _BIDS.search(text) or _ASKED.search(text) or _ALWAYS.search(text):
        return None
    if named:
        return _to_named(named, text, context)
    return _to_some(text, context)


def _to_some(text: str, context: Context) -> Reply | None:
    """Nobody is named: whether who reported is meant, or everybody, as far as the words tell."""
    if _REPORTED.search(text) and not (_LACKING.search(text) and _EVERY.search(text)):
        return _to(reported_bare(context), _BARE, context)
    if not _LACKING.search(text):
        return None
    return _to(lacking_material(context), _OPEN, context) if _EVERY.search(text) else _asked(context)


def _spares_reported(text: str) -> bool:
    """Whether evidence is urged for, and who has reported the value is left in peace."""
    said = (
        _BIDS.search(text) and _SPARED.search(text) and (_LACKING.search(text) or _FOR_MATERIAL.search(text))
    )
    return bool(said) and not is_question(text)


_FOR_MATERIAL: Final = re.compile(rf"(?:催|提醒)(?:一?下)?(?:没)?(?:交|传)?{_MATERIAL}")


def _to_named(named: Sequence[Whom], text: str, context: Context) -> Reply | None:
    """城建局材料没交，催一下: to just these, where evidence is all that they are urged for."""
    if not _LACKING.search(text) or _VALUES.search(text):
        return None
    people = frozenset[int]().union(*(one.people for one in named))
    return _to([row for row in lacking_material(context) if row.id in people], _OPEN, context)


def _to(people: Sequence[Contact], said: str, context: Context) -> Reply | None:
    if not people:
        return Reply("说到的都有材料，没有要催的，没有发。没报的要催回“催办”。")
    whom = Whom(frozenset(row.id for row in people), "没有材料的")
    return told(whom.people, whom, said, context)


_LISTS: Final = re.compile(
    rf"(?=.*(?:谁|哪[些几]|名单|列|单子|清单|统计|几[家项]|看看|拉个|$))(?:.*[^有])?(?:{_LESS}{_MATERIAL})(?!.*(?:怎么|为什么|办))"
    r"(?:的)?(?:单位|各?家|人|项)*[,，\s]*(?:帮我|给我|都|还|是|[,，\s])*(?:有谁|是谁|谁|有?哪[些几]家?|有?几[家项]|名单|(?:列|拉|统计|出|理|看)[一个份张出下成看]*(?:单子|名单|清单|表)?)?(?:给我|发我|看看)?[啊呢吧?？]*"
)
"""缺材料的有谁, 把各单位没交佐证的列个单子: nobody is urged."""


def _listed(context: Context) -> Reply:
    bare, lacking = reported_bare(context), lacking_material(context)
    return Reply(
        f"报了数、没交材料的：{_names(bare) or '没有'}。\n"
        f"凡是有项没交材料的（没报数的也在内）：{_names(lacking) or '没有'}。\n"
        f"要催回“{REPORTED}”或“{EVERY}”。"
    )


def _asked(context: Context) -> Reply | None:
    """Whether those are meant who have reported, or those too who have not."""
    bare, lacking = reported_bare(context), lacking_material(context)
    if not bare or len(bare) == len(lacking):
        return _to(lacking, _OPEN, context)
    choices = [
        (REPORTED, f"只催报了数、没交材料的：{_names(bare)}"),
        (EVERY, f"凡是有项没交材料的都催，没报数的也在内：{_names(lacking)}"),
    ]
    return offering.choose("缺材料的催到哪一些？还没有发，选了先给您看。", choices, context)


def _names(people: Sequence[Contact]) -> str:
    return listed([f"{row.unit}{row.name}" for row in people], 6, "人")


def _lacking(_text: str, context: Context) -> Reply | None:
    """催缺材料的, in whatever words; a leader reminds of the items for which nothing at all has come."""
    return _asked(context) if may(context.speaker.role, Act.BROADCAST) else urge(MATERIAL, context)


COMMANDS = (Command(Act.URGE, "催缺材料的", words("催缺材料的"), _lacking),)
