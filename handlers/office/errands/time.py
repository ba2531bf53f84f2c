"""宽限和改期: a sentence that gives a unit, a group, an item or everybody more time, its reason anywhere in it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from handlers.access import reported_by_subjects
from handlers.board import duties_of_unit
from handlers.calendar.dates import days_in
from handlers.campaign.arrangements import Extended
from handlers.context import Context
from handlers.lookups.leaf_meant import by_place
from handlers.messages import Reply
from handlers.office.days import extending, moving, paper_days, which_deadline
from handlers.office.days.items_named import duties_named, leaf_named
from handlers.office.errands import handed
from handlers.office.errands.reasons import CUT, order_of, set_apart
from handlers.office.errands.time_order import (
    BESIDE_ITEM,
    GIVES,
    NAMES_DUE,
    VERB,
    Order,
    day_in,
    due_in,
    moved_to,
    ordered_for,
    refused,
    until_when,
    why,
    without_subjects,
    words_of_item,
)
from handlers.people.whom import MARK, Heard, Whom
from handlers.reading import read_ordinals
from handlers.wording import local

_EVERYBODY: Final = re.compile(
    r"咱们|咱的|我们的?(?=也|就|跟)|也跟着|(?:材料|数据|东西)(?=.{0,4}(?:提前|推|延|改|缓))|截止|收口|时限|期限|节点|上报时间|报送时间|交材料的?时间|都|统一|整体|全部|大家|全[县市区]|半年报?|三季度|年终|年底那?次|全年"
)
_ASKED: Final = re.compile(
    r"[?？吗呢]\s*$|来得及|来不及|行不行|是不是|是否|[了过]没有?\s*$|谁|哪|几[家个]|多少|什么|怎么|取消|撤|作废|不延|不算|收回|目标|[申请]+.{0,3}没批"
)
_WISHED: Final = re.compile(r"[,，\s]*(?:行不行?|行吗|可以吗|可不可以|好吗|好不好|成不成?)[?？]?\s*$")
"""Asked of the bot at the end of an order, which says it back anyway."""
_RATHER: Final = re.compile(
    r"(?:\d{1,2}月)?\d{1,2}[日号][\s,，。…]*(?:哦?不对?|哦|噢|等等|算了|[说写打]错了|错了)[\s,，]*(?:应该?|还)?(?:是|改到|延到|到)?(?=(?:\d{1,2}月)?\d{1,2}[日号])"
)
"""7月3号 哦不，7月6号: the day that is taken back at once."""
_TOO_EARLY: Final = re.compile("来不及|赶不上|赶不及")
_ALL_ITEMS: Final = re.compile(r"全部|所有|都|各项|整体|统统|每一?项|几项|[一两二三四五六七八九\d]+项")
_PLAIN_CODE: Final = re.compile(r"(?<![\d.到至])\d{1,2}\.\d{1,2}(?![\d.])")
"""5.1 before a day is an item's code; behind 到 it is a day itself."""
_KEPT: Final = re.compile(
    "不(?:用|再|给)?延期?了?|不缓了?|按时交|按原(?:来|定)?的?时间|延期.{0,3}(?:不算|作废|取消)"
)
_TOGETHER: Final = re.compile("[、,，和跟与及]|还有|以及")
_NO_REASON: Final = re.compile(rf"^(?:原因|理由)[:：\s]*(?={MARK}.{{0,8}}(?:截止|时限|改到|延))")
"""原因九华的截止改到12月3号: an order, no reason for one."""
_NOTICE: Final = re.compile(r"(?:通知|告诉|转告|群发)[^,，。]{0,8}[:：]")
_ASKED_BEFORE: Final = re.compile(
    r"(?:想)?问(?:一下|我|咱们?)?(?=.*延到)|(?:能不能|可不可以)(?:晚|宽限|推迟|缓)[一两二三四五六\d]{1,2}天(?=.*延到)|(?:晚|宽限|推迟|缓)[一两二三四五六\d]{1,2}天(?:再?交|再?报)?(?:行不行|可不可以|行吗|可以吗)(?=.*延到)|(?:让|给)[他她](?=延到)"
)
"""问第13项晚两天行不行 让他延到7月2号: what was asked for before it is granted."""
_OWN_ONLY: Final = "（只含他们自己填的项；连同市直单位报的一起延，说“截止改到某日 原因……”。）"


def give(heard: Heard, _text: str, context: Context) -> Reply | None:
    """安监局缓到7月3号 等市里数据; None where the sentence gives nobody time."""
    whom, text = ordered_for(heard, context)
    named = heard.at_mark(text)
    text = _RATHER.sub("", _polite(_WISHED.sub("", _ASKED_BEFORE.sub("", text))))
    text = set_apart(_NO_REASON.sub("", text))
    if _KEPT.search(text) and context.arranged.extensions:
        return _no_more(heard, context)
    parts = [part for part in CUT.split(text) if part]
    orders = " ".join(part for part in parts if VERB.search(part))
    if not orders or _NOTICE.match(text) or _ASKED.search(_TOO_EARLY.sub("", text)):
        return None
    day, days = _given(text, context)
    wrong = refused(order_of(parts, VERB), text, context)
    if wrong is not None or (day is None and days is None):
        return wrong
    said = text if whom is not None and whom.units else text.replace(MARK, named)
    reason = why(_DUE_TOO.sub("", said), partial(_names_item, whom, context)).replace(MARK, named)
    if whom is None or (whom.everybody and (not whom.units or _is_whole(context))):
        return _of_all(whom, text, _Told(orders, order_of(parts, VERB), day, days, reason), context)
    if not (GIVES.search(orders) or NAMES_DUE.search(orders)) or not whom.units or whom.owing:
        return None
    bureau, subjects = _for_subjects(heard, context)
    order = Order(text, due_in(text, day), days, reason, subjects)
    paper = handed.paper_named(orders, context) if not whom.everybody else None
    units = (bureau,) if bureau else whom.units
    reply = _of_units(units, order, context) if paper is None else _not_alone(paper, whom)
    return Reply(f"{reply.text}\n{_OWN_ONLY}") if whom.everybody else reply


def _given(text: str, context: Context) -> tuple[date | None, int | None]:
    """The day or the number of days that are given; an item's code is no day."""
    dated = _PLAIN_CODE.sub(lambda found: " " if found[0] in context.rubric.by_code else found[0], text)
    return day_in(dated, context), days_in(dated)


def _not_alone(paper: str, whom: Whom) -> Reply:
    """A paper has one day for all who owe it."""
    return Reply(
        f"{paper}的日子各家是同一个，不能只给{whom.called}延，没有改动。晚交的照样收，登记时记逾期；"
        f"整个改期说“{paper}改到某日”，先给您看再确认。"
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What was said: the parts with an order, the one that gives the time, until when or how long, and why."""

    orders: str
    order: str
    day: date | None
    days: int | None
    reason: str


def _polite(text: str) -> str:
    """给旅游局延两天 of 能不能给旅游局延两天？: asked for politely, and confirmed before anything is changed."""
    found = _ASKED_FOR.match(text.strip())
    return found["order"] if found is not None else text


_ASKED_FOR: Final = re.compile(
    r"(?:能不能|可不可以|可以|能否|能|是不是可以|是否可以)(?P<order>(?:给|帮|把|让).*?)[\s,，]*(?:行吗|可以吗|好吗|吗|么|呢|不)?[?？]*$"
)


def _of_all(whom: Whom | None, text: str, told: _Told, context: Context) -> Reply | None:
    """The day of a paper, else of the whole milestone, else of a leaf that is named without a unit."""
    several = which_deadline.one_by_one(text, told.day or told.days or 0, told.reason, context)
    paper = several or _of_paper(told.order, told.reason, context)
    if paper is not None:
        return paper
    unknown = _ITS_DAY.search(text) if whom is None else None
    order = Order(text, due_in(text, told.day), told.days, told.reason)
    one = _of_leaf(order, context) if unknown is not None or _PLACE.search(told.orders) else None
    if one is not None:
        return one
    if unknown is not None and not _NOBODY.search(unknown["name"]):
        return Reply(
            f"这一轮考核里没有认出“{unknown['name']}”是哪一家，没有改动。单位回“联系人”看名单；改全部的截止说“截止改到某日”。"
        )
    if (
        _EVERYBODY.search(told.orders)
        or _DUE_TOO.search(text)
        or whom is not None
        or _names_due(text, told.orders, context)
    ):
        moved = moved_to(text, told.day, told.days, context)
        which = which_deadline.ask(text, told.orders, moved, told.reason, context)
        return which or moving.ask(text, moved, told.reason, context)
    gives = GIVES.search(told.orders) is not None
    reply = _of_leaf(order, context) if gives else None
    left = _NO_OTHER.sub("", BESIDE_ITEM.sub("", VERB.sub("", told.order)))
    if reply is None and not _LEFT.search(left):
        return moving.ask(text, moved_to(text, told.day, told.days, context), told.reason, context)
    return reply


_DUE_TOO: Final = re.compile(
    r"[,，\s]*[把将]?(?:截止|时限|期限)(?:时间|日期)?(?:也|就|跟着|给我|帮我)*[改调挪动](?:一?下|过来)?[了吧]*$"
)
"""要求提前到14号，把截止改一下."""
_ITS_DAY: Final = re.compile(
    r"(?:(?P<to>给)|(?<![\u4e00-\u9fff]))(?P<name>[\u4e00-\u9fff]{2,8}?)"
    "(?:的(?:截止|时限|期限)|(?(to)(?:那[边头家里]|(?<=[局委厅]))的?(?=[再多延缓宽推晚])|(?!)))"
)
"""旅游局的截止改到1月5日, 给质监那边的多两天."""
_NOBODY: Final = re.compile(
    "半年|季度|年|材料|数据|节点|考核|任务|[填上]报|报[送告]|[这本上]次|[这本]轮|统一|大家|各|所有|全部|指标|原来|之前|自评|名单|印证|总结|[把将给]"
)
_LEFT: Final = re.compile(r"[\u4e00-\u9fffa-zA-Z]|\d\.\d")
_NO_OTHER: Final = re.compile("那就?|时间|日期|日子|干脆|还是|直接|[改报交收定就一下]|成|为|往后|以?后")
_PAPER: Final = re.compile("名单|联系表|自评|印证|总结")


def _of_paper(order: str, reason: str, context: Context) -> Reply | None:
    """联系人名单的截止时间改到14号: the day of that paper, not of the whole assessment."""
    named = handed.paper_named(order, context) is not None or _PAPER.search(order)
    return paper_days.set_day(order, context, reason) if named else None


def _names_item(whom: Whom | None, context: Context, words: str) -> bool:
    """Whether the words name one of the items of whoever is given time."""
    own = [duties_of_unit(unit, context) for unit in whom.units] if whom else []
    return any(duties_named(words, duties) for duties in own)


def _names_due(text: str, orders: str, context: Context) -> bool:
    """17号来不及，改到20号吧: the day of the deadline that stands is said before another one."""
    due = moving.due_of(moving.milestone_in(text, context), context)
    before = text.replace(orders, " ")
    return due is not None and re.search(rf"(?<!\d){local(due).day}[日号]", before) is not None


def _no_more(heard: Heard, context: Context) -> Reply | None:
    """城建局的覆盖率不延了 按时交: the extension is taken back."""
    said = re.split(_KEPT, heard.restored(0, len(heard.marked)))[0].strip(" ,，。")
    return extending.drop(said, context) if heard.whom and heard.whom[0].units else None


def _is_whole(context: Context) -> bool:
    """Whether the assessed units report everything themselves."""
    return all(reported_by_subjects(context.rubric, leaf) for leaf in context.running if leaf.reporter)


def _for_subjects(heard: Heard, context: Context) -> tuple[str, tuple[str, ...]]:
    """市质监局 1.1 华容区: the one unit that is given time, and the assessed units for which alone; "" for neither.

    Both are given time where they are named in one breath: 市质监局和华容区.
    """
    named = dict.fromkeys(unit for whom in heard.whom if not whom.everybody for unit in whom.units)
    subjects = tuple(unit for unit in named if unit in context.speaker.campaign.subjects)
    bureaus = [unit for unit in named if unit not in subjects]
    if len(bureaus) != 1 or not subjects or any(map(_TOGETHER.search, heard.names)):
        return "", ()
    return bureaus[0], subjects


_PLACE: Final = re.compile("第[\\d一二三四五六七八九十]{1,3}项")


def _of_leaf(order: Order, context: Context) -> Reply | None:
    """省抽合格率延到12月20号: the item is named, not the unit that reports it."""
    text = order.text
    told = [*words_of_item(text), *(re.split("等|因|说|没|要", part)[0] for part in CUT.split(text))]
    codes = (context.rubric.by_code.get(code) for code in _PLAIN_CODE.findall(text))
    named = (leaf_named(words, context.running) for words in told if len(words) > 1)
    placed = (by_place(context, found[0]) for found in _PLACE.finditer(text))
    found = next((leaf for leaf in (*codes, *placed, *named) if leaf is not None), None)
    if found is None or not found.reporter:
        return None
    own = duties_of_unit(found.reporter, context)
    duty = next((duty for duty in own if duty.criterion.code == found.code), None)
    if duty is None:
        return None
    pairs = extending.pairs_of(found.reporter, duty, order.subjects)
    return extending.complete(pairs, until_when(pairs, order, context), order.reason, context)


def _of_units(units: tuple[str, ...], order: Order, context: Context) -> Reply:
    """One item or all of one unit, or all of several."""
    own = {unit: duties_of_unit(unit, context) for unit in units}
    lists = {unit: duties for unit, duties in own.items() if duties}
    if not lists:
        return _of_leaf(replace(order, subjects=units), context) or Reply(_nothing_own(units, context))
    told = words_of_item(without_subjects(order))
    pairs: list[Extended] = []
    if len(lists) == 1:
        unit, duties = next(iter(lists.items()))
        told += [" ".join(_PLAIN_CODE.findall(order.text))]
        named = next((found for words in told if (found := duties_named(words, duties))), [])
        if not named and unit in context.speaker.campaign.subjects:
            reported_for_it = _of_leaf(replace(order, subjects=units), context)
            if reported_for_it is not None:
                return reported_for_it
        if (
            not named
            and len(duties) > 1
            and (
                any(map(read_ordinals, told))
                or not (_ALL_ITEMS.search(CUT.sub(" ", order.text)) or NAMES_DUE.search(order.text))
            )
        ):
            due = until_when([Extended(unit, duties[0].criterion.code)], order, context)
            return extending.ask_item(unit, due, order.reason, context, order.subjects)
        lists = {unit: tuple(named or duties)}
    for unit, duties in lists.items():
        pairs += [pair for duty in duties for pair in extending.pairs_of(unit, duty, order.subjects)]
    return extending.complete(pairs, until_when(pairs, order, context), order.reason, context)


def _nothing_own(units: tuple[str, ...], context: Context) -> str:
    reporters = dict.fromkeys(leaf.reporter for leaf in context.rubric.criteria if leaf.reporter)
    example = next(iter(reporters), "单位")
    return (
        f"没有改动：{units[0]}没有自己填报的项，数据由{example}等{len(reporters)}家报。"
        f"给报的单位延请说“{example}延到某日 原因……”，整体延请说“截止改到某日 原因……”。"
    )
