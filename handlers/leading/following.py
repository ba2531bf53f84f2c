"""接着问: “为啥”“谁管的”“催他一下” mean the unit just looked at."""

import re
from typing import Final

from handlers.campaign.standing import standing_now
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading import of_items
from handlers.leading.briefs import one_page
from handlers.leading.leaf_rows import about, running
from handlers.leading.one_unit.spoken_of import last_answer, last_unit, shown_units
from handlers.leading.one_unit.unit_view import goes_on, looked_after, remember, view
from handlers.leading.orders.urged import urged_behind
from handlers.leading.over_time.forecast import FORECAST, forecast
from handlers.leading.ranking.comparing import values_of
from handlers.leading.ranking.ranks import ordered
from handlers.leading.ranking.reached import lacks
from handlers.leading.topics import item_number, leaves_of_item
from handlers.leading.why import lost as why_lost
from handlers.lookups.overview import missing
from handlers.messages import Reply
from handlers.reading.widths import clean
from handlers.reminding.urging import urge
from handlers.wording import plain
from scoring.model import Criterion

_IT: Final = "(?:那|那么|可|他|它|她|他们|她们|它们|这家|那家|这个?[局区县镇]|这个?单位|该[局区县镇])*"
_END: Final = "(?:的|了|呢|啊|呀|嘛|吧)*[?？]*"
_WHY: Final = re.compile(
    rf"{_IT}(?:到底)?(?:为什么|为啥|咋|怎么|怎么会|凭什么)(?>只有|只得|这么点|一点点?|他们|分数|得分|这么|那么|垫底|会|就|才|它|得|分|排|最|不|低|差|少|慢|后|高|好|扣|丢|分|点|报|交|没|了|掉|[一二两三四五六七八九十\d.]){{0,8}}{_END}"
    rf"|{_IT}(?:是)?(?:什么|啥)?原因(?:是|在哪|呢|是什么|是啥)?{_END}|{_IT}(?:差|丢|扣|输)在?哪(?:里|儿|了|几项|一块)?{_END}"
)
_WHO: Final = re.compile(
    rf"{_IT}(?:是)?(?:谁|哪个领导|哪位|哪个人)(?:在)?(?:管|分管|负责|牵头|主管|联系|报){_END}|{_IT}(?:联络员|联系人|分管领导|负责人|领导|局长|头儿?)(?:是谁|是哪个|叫什么)?{_END}"
)
_URGE: Final = re.compile(
    r"(?:你|帮我|给我)?(?:再|赶紧|马上|先)?(?:去)?(?:催一?催|催|提醒|督促|盯)(?:一?下)?(?:他|她|它|这[几些]?家|那[几些]?家|这个[局区县镇]|这个单位)?们?(?:一?下|一声|抓紧|快点|赶紧|报|交|吧|啊)*"
)
_OWES: Final = re.compile(
    rf"{_IT}(?:还)?(?:都)?(?:差|缺|欠|少|没报|没交|剩)(?:的)?(?:是)?(?:哪[些几]?|什么|啥|几|多少)(?:个|项|样|东西)*(?:没报|没交)?{_END}|{_IT}(?:具体|详细)(?:点|说说|情况)?{_END}|{_IT}(?:具体)?(?:是)?哪(?:一|几|些)?(?:项|个|些)?{_END}"
    rf"|(?:那|那么)?(?:它|他|这家|那家|这个单位)们?{_END}"
)
_OF_ITEM: Final = re.compile(
    rf"(?:那么?)?(?:(?P<it>[那这该](?:一)?[项条](?:指标)?|它)(?:的)?)?(?:是|到底)*(?:(?P<marks>(?:占|值|有|满分)*(?:多少|几)分)"
    r"|(?P<goal>(?:有|定|设)?(?:了|的)?目标(?:值|数)?(?:是|要|定|设)?(?:的|了)?(?:多少|几)?)"
    rf"|(?P<lacks>(?:离目标)?还?(?:离目标)?[差低](?:了|着)?(?:多少|几个?(?:百分)?点|多远))"
    rf"|(?P<ends>(?:谁|哪[个家]?(?:单位|局|[区县镇])?)(?:的)?最(?:高|低)|最(?:高|低)的(?:是)?(?:谁|哪[个家]?[区县镇局]?)|谁高谁低)"
    rf"|(?:谁|哪[个家]?(?:单位|局|部门)?)(?:报|填|交)(?:上来)?[的了]?|(?:哪天|几号|什么时候|啥时候?|何时)(?:报|填|交)(?:上来)?[的了]){_END}"
)
_ITEM_HEAD: Final = re.compile(r"第(\d{1,2})项：")
_ITEM_CODE: Final = re.compile(
    r"^(?P<head>[\w.\-]+) |回“为什么 (?P<foot>[\w.\-]+)”|》 (?P<source>[\w.\-]+)，版本"
)
_GOAL: Final = re.compile(
    r"(?:那|那么|要是|如果)*(?P<goal>\d{2,3}(?:\.\d)?)分?(?:呢|行吗|行不行|有戏吗|可能吗)[?？]*"
)
_MORE: Final = re.compile(r"(?:再|要|来个?|说)?(?:详细|具体|展开|细)(?:一?点|一?些|说说|讲讲|的)*[儿吧呢]?")
_REST: Final = re.compile(
    r"(?:那)?(?:还有|剩下的?|其余的?|别的|更多|接着|继续|后面的?|全部|都)(?>其他|其它|列出来|列一下|一下|别的|没有|看看|发我|哪些|说完|没|的|呢|吧|都|吗)*[?？]?"
)


def followed(text: str, context: Context) -> Reply | None:
    """The answer about what was shown before; None where the words say by themselves what they mean."""
    words = clean(text).strip()
    return (
        _another_goal(words, context)
        or ordered(words, context)
        or _of_item(words, context)
        or _of_item_there(words, context)
        or _rest(words, context)
        or _of_unit(words, context)
    )


def _another_goal(words: str, context: Context) -> Reply | None:
    """那85呢 behind a forecast."""
    goal, told = _GOAL.fullmatch(words), last_answer(context)
    if goal is None or FORECAST not in told:
        return None
    return forecast(f"{'年底' if told.startswith('全年') else ''}{goal['goal']}分", context)


def _of_item(words: str, context: Context) -> Reply | None:
    """这项多少分, 目标呢, 谁报的, 哪天报的 behind the one item that was shown."""
    asked = _OF_ITEM.fullmatch(words)
    alone = (
        _WHY.fullmatch(words) or _URGE.fullmatch(words)
        if asked is None
        else asked["it"] or not asked["marks"]
    )
    leaf = shown_item(context) if alone else None
    if leaf is not None and asked is None:
        return _urged_or_explained(leaf, words, context)
    if asked is None or leaf is None:
        return None
    if asked["lacks"]:
        return lacks(leaf, last_answer(context), context)
    if asked["goal"]:
        return of_items.targets("", [leaf], context)
    if asked["ends"]:
        return values_of(leaf, context) if len(context.speaker.campaign.subjects) > 1 else None
    full = f"{plain(leaf.full_marks)}分" if leaf.full_marks is not None else "原文未规定分值"
    worth = [f"{item_number(context.rubric, leaf)}满分：{full}。"] if asked["marks"] else []
    return Reply.of(*worth, *about("", [leaf], standing_now(context), context))


def _of_item_there(words: str, context: Context) -> Reply | None:
    """那雁江区和乐至县呢 behind an item of another one: the same item of these."""
    if not words.endswith(("呢", "呢?", "呢？")) or len(context.speaker.campaign.subjects) == 1:
        return None
    found = mentions(words, context)
    others = bool(found.units) and not set(found.units) - {*context.speaker.campaign.subjects}
    leaf = shown_item(context) if others and not _ASKED_OF.sub("", found.rest) else None
    if leaf is not None and len(found.units) == 1:
        remember(found.units[0], context)
    return Reply.of(*about("", [leaf], standing_now(context), context, found.units)) if leaf else None


_ASKED_OF: Final = re.compile("那么?|和|跟|与|还有|[两三]个?[区县镇家]|[、,，呢?？\\s]")


def _urged_or_explained(leaf: Criterion, words: str, context: Context) -> Reply | None:
    """催一下 behind an item reminds those who owe it alone; 为什么扣 is asked of it."""
    if _URGE.fullmatch(words):
        return urged_behind(leaf, last_answer(context), context)
    return why_lost(f"{leaf.code}为什么扣分", context)


def shown_item(context: Context) -> Criterion | None:
    """The running leaf that the last answer is about; None where it is about several, or about a unit."""
    told = last_answer(context)
    leaves = {leaf.code: leaf for leaf in running(standing_now(context))}
    head = _ITEM_HEAD.match(told)
    if head is not None:
        codes = {leaf.code for leaf in leaves_of_item(int(head[1]), context.rubric)}
    else:
        said = re.sub("^按“[^”]*”理解：\n", "", told)
        codes = {one.group(one.lastgroup or 0) for one in _ITEM_CODE.finditer(said)}
    found = [leaf for code, leaf in leaves.items() if code in codes]
    return found[0] if len(found) == 1 else None


def _rest(words: str, context: Context) -> Reply | None:
    """剩下的呢, 还有别的吗: what the list left out, of the unit just looked at; whether there was more at all."""
    if _REST.fullmatch(words) is None:
        return None
    going_on, unit, before = goes_on(context), last_unit(context), last_answer(context)
    if going_on is not None:
        return going_on
    if unit is not None:
        return missing(unit, context)
    whole = before and "……另有" not in before and words.startswith(("还有", "别的", "那还有"))
    first = "没有了，刚才列的就是全部。" if whole else "要看哪一家没报的全部？"
    return Reply(f"{first}回“没报 单位名”看一家没报的；名单、报告谁没交，发“联系人名单谁没交”。")


def _of_list(words: str, context: Context) -> Reply | None:
    """为什么 behind several units that are level: how each stands; 详细点 of all."""
    several = shown_units(context) if _WHY.fullmatch(words) else ()
    if several[1:]:
        return Reply.of(*view(mentions("、".join(several), context), context))
    return one_page("", context) if _MORE.fullmatch(words) else None


def asks_who(words: str) -> bool:
    """谁管的: whose it is, of the unit just looked at."""
    return _WHO.fullmatch(words) is not None


def _of_unit(words: str, context: Context) -> Reply | None:
    unit = last_unit(context)
    if unit is None:
        return _of_list(words, context)
    if _WHO.fullmatch(words):
        return looked_after(unit, context)
    if _URGE.fullmatch(words):
        return urge(unit, context)
    lost = why_lost(f"{unit}为什么扣分", context) if _WHY.fullmatch(words) else None
    if lost is not None:
        return lost
    if _WHY.fullmatch(words) or _OWES.fullmatch(words):
        return Reply.of(*view(mentions(unit, context), context))
    return None
