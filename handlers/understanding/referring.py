"""指的是谁: what a leader or the office leaves out or calls 他、那家 is the unit that was spoken of last."""

import re
from collections.abc import Callable
from typing import Final

from handlers import dialogs
from handlers.access import Act, may
from handlers.campaign.units import units_of
from handlers.context import Context
from handlers.leading.following import asks_who, shown_item
from handlers.leading.one_unit.spoken_of import (
    by_stem,
    is_asked,
    last_answer,
    last_said,
    last_unit,
    listed_code,
    spoken_lately,
    spoken_of,
    units_in,
    with_names,
)
from handlers.leading.orders.addressed import told_too
from handlers.leading.over_time.trend import WHEN
from handlers.people.groups import NAMED
from handlers.people.whom import hear
from handlers.reading.widths import clean

LONGEST: Final = 40
"""What is longer says by itself whom it means."""
_THEM: Final = re.compile(
    r"(?<!其)(?:[他她它](?:们)?|人家|[这那该]一?家(?!里)|[这那该]个?(?:单位|部门|局|镇|区(?!别)|县))(?!人)(?:那边|那里|那儿)?(?:自己)?"
)
_WHOLE: Final = re.compile("各家|大家|所有|全部|全体|各单位|谁(?:没|还|最|先)|哪家|哪些单位")
_OF_GROUP: Final = re.compile(
    rf"{NAMED.pattern}(?:都|也|就|先|再|[\s,，])*(?:告诉|通知|跟|和|提醒|催)[他她]们"
)
"""退回的告诉他们一声: they are the group, not who was spoken of."""
_LEAD: Final = "(?>那么|那就|那|就|你|帮我|给我|先|再|赶紧|马上|去|麻烦|也|还|现在|到底|具体|一共|都)*"
_NOT_YET: Final = "(?:还?没(?:有)?(?:回|报|交|弄好)?(?:的话)?就?)?"
_IT: Final = "(?:[他她它]们?|人家|那边|这家|那家)"
_URGE_IT: Final = re.compile(
    rf"{_NOT_YET}{_LEAD}(?:催一?催|催促|催办|催报|催|提醒|督促|敲打)(?:一?[下声]|[一两]?[遍次回])*{_IT}?(?:一?[下声]|[一两]?[遍次回])*(?:了|吧|呗|啊|哈|去)?"
)
_END: Final = "(?:了|吧|呗|啊|哈|呢|呀|去|的|一?下)*[?？]?"
_WHOSE: Final = "{}联络员是谁"
_OWED: Final = "没报 {}"
_LEFT_OUT: Final = tuple(
    (re.compile(f"{_LEAD}(?:{said}){_END}"), order)
    for said, order in (
        ("换个?(?:人|联络员)", "{}联络员换人"),
        (
            "[差缺欠剩](?:哪[些个几]?项?|什么|啥|几[项个]|多少项?)|列(?:一下|出来|给我)?|有哪些|有啥没[报交]",
            _OWED,
        ),
        ("得?了?(?:几分|多少分?|得分)", "{}得了多少分"),
        ("[报弄交搞](?:好|完|齐|上来)?了(?:吗|没有?)", "{}怎么样"),
        ("[差缺](?:多少|几)分", "{}还差多少分"),
        ("(?:[佐印]证|证明)?材料(?:都|交得?|传得?|报得?)*(?:齐|全|够)?(?:了|吗|没有?|不)+", "{}材料齐吗"),
        ("(?:自评报告|联系人名单|印证材料)呢", "{}自评报告交了没"),
        ("案例(?:写|交|报)?(?:够不够|够了?(?:吗|没有?)|齐了?(?:吗|没有?)|有几个了?)", "{}案例够不够"),
        ("(?:都)?[审核](?:完|过)?了?(?:吗|没有?|没[审核])|审到(?:哪|什么程度)了?", "{}审了没"),
        ("发给(?:他们?|她们?|它|对方)(?:看看|一份)?", "催{}"),
        ("(?:谁|哪个)(?:在)?(?:管|负责|分管)(?:这块|这个|这事|的)?", _WHOSE),
        (
            "(?:该)?(?:找谁|问谁|联系谁|跟谁联系)(?:问|要|联系)?|(?:联络员|联系人)(?:是谁|叫什么)?",
            _WHOSE,
        ),
    )
)
_MOVED: Final = re.compile(
    r"(?>那就?|就|给)*(?:再|先|多)?(?:宽限|延期?|延长|延后|推迟|顺延|缓)(?:个|到|至)?[\d一两二三四五六七八九十]{1,3}[天号日月周个].{0,12}"
)
_OF_PAPER: Final = re.compile("(?P<name>[^（\n]{2,12})（[^）]*截止[^）]*）：登记已交")
_PAPER: Final = re.compile(
    f"{_LEAD}.{{0,3}}(?:报告|名单|印证材料|佐证)(?:交|报|送)(?:上来|来)?了(?:吗|没有?)[?？]?"
)
_OF_ALL: Final = tuple(
    (re.compile(said), order)
    for said, order in (
        ("(?:那)?(?:哪一?家|谁|哪个(?:单位|局)?)(?:没报的?|差得?|缺得?|欠得?)?最多[?？]?", "哪些单位拖后腿"),
        (
            "(?:那|那么)?(?:别的?|其[他它余]的?|剩下的?)(?:家|单位|几家|部门|人)(?:呢|怎么样|咋样)?[?？]?",
            "没报",
        ),
        ("(?:那|那就)?(?:也|都)(?:发|催|提醒)(?:一?下|一遍)?(?:吧|呗)?", "催办"),
    )
)
_ASKED_BACK: Final = re.compile(
    f"(?:你|帮我|去|再|先)*(?:(?:问|核实|核对|确认)(?:问|一?下)?{_IT}|(?:跟|让|叫|找){_IT}(?:问|核实|核对|确认)(?:一?下)?)(?:一?下)?吧?"
)
_CHANGED: Final = re.compile(r"(?:那|就|都)*(?:改|调|定)(?:成|为|到)\d+(?:\.\d+)?%?(?:吧|了)?")
_TARGET: Final = re.compile(".{2,16}?目标")
_SEND_ME: Final = re.compile(
    "(?=.*(?:我.*一份|表|一份.*我))(?:你|帮我)?(?:把)?(?:[这那]个|这些|[这那]张表|刚才的?|结果|数据|情况)?(?:也|再)?(?:发|给|导|弄|做)(?:给)?(?:我|出来)?(?:一份|一?[个张]表)?(?:给?我|看看)?(?:吧|呗)?"
)
_AND_THAT: Final = re.compile(
    "(?:那|那么|还有)?(?P<stem>[\u4e00-\u9fff]{2,4}?)(?:那边|那头|那家|那块|那儿|这边|系统)?(?:呢|咋样|怎么样|啥情况|什么情况)[?？]?"
)
_OTHER_TIME: Final = re.compile(
    f"(?:那|那么|再)*(?:[比跟和与])?(?P<when>{WHEN})(?:的?(?:时候|此时))?(?:相?比)?(?:呢|怎么样|咋样|如何)[?？]?"
)
_ONLY: Final = re.compile(
    "(?P<head>.{0,6}(?:只|光|就)(?:催|发给?|给|通知|提醒))(?P<stem>[\u4e00-\u9fff]{2,4}?)(?:就行|那边|一?家)?"
)
_BESIDE: Final = re.compile(
    "[和跟与同].{1,10}比|^那?(?:[跟和与]|比)[^,，。]{2,8}(?:相?比|比起来)?呢[?？]?$|比.{1,10}(?:高|低|好|强|差|多|少|快|慢)"
)
"""和城建比: the one that is named stands beside the one that was spoken of."""
_PAIR: Final = re.compile(
    "比(?:[他它她]们?|那家|人家)|(?:俩|两[家个](?:单位|局|[区县镇])?)(?:(?:之间|现在|到底|相)*差|差距|比|.{0,3}(?:谁|哪[个家]))"
)
_TWO: Final = 2
_MOST: Final = 4
"""So many messages back somebody is still “he”; what names nobody is of what was just said."""


def with_unit(text: str, context: Context) -> str:
    """The text with what it leaves out put in; as it stands where it says by itself what it means."""
    if len(text) > LONGEST or context.inbox_id is None or not may(context.speaker.role, Act.UNIT):
        return text
    words = clean(text).strip(" 。!！")
    if words == "催办":
        return text
    return (
        _the_group(words, context)
        or _compared(words, context)
        or _called(words, context)
        or listed_code(words, context)
        or _corrected(words, context)
        or told_too(words, context)
        or with_names(words, context)
        or _by_itself(words, context)
        or _meant(words, context)
        or text
    )


def _the_group(words: str, context: Context) -> str:
    """催一下他们, 让他们周五前报 behind 一项都没报的6家：……: those of that list alone."""
    urged = _URGED_GROUP.fullmatch(words)
    shown = _GROUP_SHOWN.match(last_answer(context)) if urged is not None else None
    if urged is None or shown is None:
        return ""
    behind = urged["when"] or ""
    return f"给{shown['group']}的催一下{'，' if behind else ''}{behind}"


_GROUP_SHOWN: Final = re.compile(r"(?P<group>一项都没报)的\d+家：")
_THESE: Final = "(?:[他她]们|这[些几]家|这些(?:单位|镇|局)|这\\d家)"
_URGED_GROUP: Final = re.compile(
    f"(?>那就|那|就|先|再|把|给|都)*(?:(?:催|提醒)(?:一?[下催遍])?{_THESE}|{_THESE}都?(?:催|提醒|说)(?:一?[下催遍声])?|(?:让|叫){_THESE}都?(?=.*[报交]))"
    "[\\s,，]*(?P<when>(?:(?:[这本下]个?)?月|[这本下]个?周|周|星期|明|后|今|\\d).{0,12})?(?:吧|了|呗)?"
)


def _corrected(words: str, context: Context) -> str:
    """不是城建局 是旅游局: what was said before, of the other unit; a draft that waits is drafted anew."""
    said = _NOT_THAT.fullmatch(words)
    meant = _ENDS.sub("", said["meant"]) if said is not None else ""
    units = units_in(meant, context)
    if said is None or len(units) > 1 or not (units or _UNIT.search(meant)):
        return ""
    before, asked = last_said(context), is_asked(context)
    wrong = said["wrong"] or (_named_as(before, context) if asked or not units else "")
    if wrong and wrong in before and wrong not in meant:
        if units and _amends_itself(context):
            return ""
        dialogs.close(context)
        return before.replace(wrong, meant)
    return f"{units[0]}怎么样" if units and not asked else ""


def _named_as(before: str, context: Context) -> str:
    """As what it names the one unit or person that it names."""
    names = hear(before, context).names
    return names[0] if len(names) == 1 else ""


def _amends_itself(context: Context) -> bool:
    """Whether a draft waits: it is drafted anew with the other one."""
    state = dialogs.open_question(context.speaker.account, context.now)
    return state is not None and dialogs.TYPED in state


_ENDS: Final = re.compile("(?:吧|才对|那边|那家|的|啊|哈)+$")
_UNIT: Final = re.compile("(?:局|委|办|厅|院|中心|[县区镇乡]|街道|公司|海关)$")
_NOT_THAT: Final = re.compile(
    r"(?!是)(?:(?:说|问|打|写|弄|搞)?错了?[,，\s]*|(?:哦|哎|等等|等下|不对|不好意思)[,，\s]*|(?=.*不是)|(?=我?(?:说|问)的)|(?=[换改]成))+我?(?:[说问要]的?)?"
    r"(?:不是(?P<wrong>[^,，\s]{2,12}?)[,，\s]*)?我?(?:[说问要看]的?)?(?:而?应?该?是|换成|改成)(?P<meant>[^,，\s]{2,12})"
)


def _by_itself(words: str, context: Context) -> str:
    """What a line without any name comes to, whoever was spoken of."""
    order = next((order for said, order in _OF_ALL if said.fullmatch(words)), "")
    paper = _OF_PAPER.match(last_answer(context))
    if paper is not None and (order == "催办" or _URGE_IT.fullmatch(words)):
        return f"{paper['name']}没交的催一下"
    for said, told in _WHOLE_LINES:
        if said.fullmatch(words):
            return told(words, context)
    lists = order != "催办" or "未报" in last_answer(context)
    return order if order and lists and last_said(context) else ""


def _meant(words: str, context: Context) -> str:
    """Of the unit that was spoken of last: by a word for it, or by none at all."""
    it = _THEM.search(words)
    order = next((order for said, order in _LEFT_OUT if said.fullmatch(words)), "")
    if order == _OWED and shown_item(context) is not None:
        return ""
    if not order and _MOVED.fullmatch(words):
        order = f"给{{}}{words.removeprefix('给')}"
    if not order and _PAPER.fullmatch(words):
        order = f"{{}}{words}"
    if not (it or order) or (it and (_WHOLE.search(words) or _OF_GROUP.match(words))):
        return ""
    if units_in(words, context):
        return ""
    unit = spoken_of(context, within=_MOST if it is not None else 1 if _MOVED.fullmatch(words) else _TWO)
    if not unit or (order == _WHOSE and last_unit(context) == unit and asks_who(words)):
        return ""
    if order or it is None:
        return order.format(unit)
    return f"{words[: it.start()]}{unit}{words[it.end() :]}"


def _asked_back(_words: str, context: Context) -> str:
    """问问他: whoever was spoken of is asked what was just said of him."""
    unit, said = spoken_of(context), last_said(context)
    return f"通知{unit}：{said.rstrip('?？。')}，请核实后回复" if unit and said else ""


def _retargeted(words: str, context: Context) -> str:
    """改成2 behind 江苏名牌目标是几: the target, of the unit that was spoken of."""
    said = last_said(context)
    target = _TARGET.match(said)
    unit = next(iter(() if units_in(said, context) else spoken_lately(context)), "")
    return f"{unit}{target[0]}{words}" if target is not None else ""


def _urged(words: str, context: Context) -> str:
    """Whoever was spoken of: a unit by what it owes, a reviewer by what waits for him; everybody else who owes."""
    if units_in(words, context) or shown_item(context) is not None:
        return ""
    whom = spoken_of(context)
    known = not whom or whom in units_of(context.rubric, context.speaker.campaign.subjects)
    return f"催办 {whom}".strip() if known else f"通知{whom} 请抓紧审待审的件"


def _compared(words: str, context: Context) -> str:
    """和城建比, 他俩差多少: with the unit spoken of last, or the last two; what names nobody and no pair compares none."""
    beside = _BESIDE.search(words)
    if beside is None and _PAIR.search(words) is None:
        return ""
    named = units_in(words, context)
    units = named or by_stem(words, context)
    if len(units) >= _TWO:
        return "" if named[1:] else f"{units[0]}和{units[1]}比"
    if units and (beside is None or not (units_in(beside[0], context) or by_stem(beside[0], context))):
        return ""
    lately = [unit for unit in spoken_lately(context) if unit not in units]
    pair = [*lately, *units][:_TWO] if units else lately[:_TWO]
    if len(pair) < _TWO or not (units or _PAIR.search(words)):
        return ""
    leaf = shown_item(context)
    return f"{pair[0]}和{pair[1]}{leaf.name if leaf is not None else ''}比"


def _called(words: str, context: Context) -> str:
    """农业那边呢, 只催农业: the one unit whose name begins so, where nothing names one in full."""
    said = _AND_THAT.fullmatch(words) or _ONLY.fullmatch(words)
    if said is None or units_in(words, context):
        return ""
    units = by_stem(said["stem"], context)
    if len(units) != 1:
        return ""
    return f"{said['head']}{units[0]}" if said.re is _ONLY else f"{units[0]}怎么样"


def _then(words: str, context: Context) -> str:
    """比前天呢 behind one unit's comparison: the same unit's with that time."""
    when, before = _OTHER_TIME.fullmatch(words), last_answer(context).partition("相比：")
    units = units_in(before[0], context) if when is not None and before[1] else ()
    return f"{units[0]}比{when['when']}怎么样" if when is not None and len(units) == 1 else ""


_WHOLE_LINES: Final[tuple[tuple[re.Pattern[str], Callable[[str, Context], str]], ...]] = (
    (_OTHER_TIME, _then),
    (_CHANGED, _retargeted),
    (_ASKED_BACK, _asked_back),
    (_SEND_ME, lambda _, __: "导出计分表"),
    (_URGE_IT, _urged),
)
