"""为什么给时间: which part of a sentence gives the time, and what of the rest is the reason for it."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from handlers.calendar.dates import days_in
from handlers.people.whom import MARK

CUT: Final = re.compile(r"[,，。；;\s]+")
_GIVEN: Final = re.compile(r"(?:原因|因为|由于|理由)(?:是|为)?[\s:：]*(?P<reason>.{1,200})", re.DOTALL)
_DAY: Final = re.compile(
    r"[\d一二三四五六七八九十]\s*[日号]|\d\s*[月./-]\s*\d|月底|月末|(?:周|星期|礼拜)[一二三四五六日天]|[今明后]天|节后"
)
TELLS: Final = re.compile(
    "说|在|因|等|没|未|忙|病|院|休|假|差|开会|要|搬|坏|培训|学习|雨|雪|灾|疫|停电|升级|去世|丧|不"
)
_STARTS: Final = re.compile("(?:要)?等|因|由于|说")
_LEAD: Final = re.compile(
    r"^(?:因为|由于|原因是?|理由是?|打(?:了个)?电话(?:过?来)?|刚才|刚刚|来电话?|电话里|说是?|反映|主要是?|第[\d一二三四五六七八九十]{1,3}[项条](?=[那这][个项]|的)|那边|[她他]们?(?:那边|局|单位)?(?:说|反映)|[那这][个项块](?=等|要|因)|[:：])+"
)
_TAIL: Final = re.compile("(?:吧|了|啊|呢|要|想|申请|请示|就|先|给|也|把)*$")
_LEAST: Final = 3
_STAYS: Final = re.compile("(?:不变|不动|照旧|照常|照原来的?|按原来的?)[吧了]*$")
"""自评报告不变: what is not touched is no reason."""
_ALLOWED: Final = re.compile(
    "(?:我|领导|[局县市区]?长|上面|上级)们?(?:们|都|也|已经?|那边|这边)*(?:同意|批|准|可以|点头|答应)[了的]*"
)
"""领导同意了 tells who allows it, not why."""
_BESIDE: Final = re.compile(
    "(?:顺便|顺带|同时|再|并)(?:给|帮我|请)?(?:通知|告诉|催|提醒)|(?:通知|告诉)(?:一?下|大家|各|全体)"
)
"""顺便通知一下各单位 is another order."""
_AGREED: Final = re.compile(r"(?:[\s,，。]+(?:我?(?:已经)?(?:准|同意|批|答应)了?|可以|行))+[吧了。]*$")
_ORDERED: Final = re.compile("^[把将]?(?:截止|时限|期限|上报时间)|(?:推|延|挪|缓)(?:一?[推延挪缓下])$")
"""截止时间都往后延 beside the day: the order once more."""
_ABOVE: Final = re.compile("[省市县州国厅局上][\u4e00-\u9fff]{0,6}(?:通知|文件|要求)")
"""省里通知 of 省里通知改到19号."""
_EMPTY: Final = frozenset(
    (
        *(
            "批了",
            "同意",
            "可以",
            "行",
            "准了",
            "麻烦",
            "请",
            "谢谢",
            "你看着办",
            "就这样",
            "通知一下",
            "改一下",
        ),
        *("别的不变", "其他不变", "其余照旧", "别的照旧", "我同意了", "我同意"),
    )
)


_IN_ONE: Final = re.compile(
    "(?:放假|调休|补休|停[电水网]|开会|升级|检修|过节|台风|暴雨|普查)了?(?=(?:就|都|统一|整体|截止|往后|再)*(?:顺延|推迟|延[后长期一两三]|后延|往后))"
)
"""下周一放假顺延一天: the reason and the order in one breath."""


def set_apart(text: str) -> str:
    """The same with the reason set apart from the order."""
    return _IN_ONE.sub(r"\g<0>，", text)


def order_of(parts: Sequence[str], gives: re.Pattern[str]) -> str:
    """The part that gives the time: with a verb of it and a day, else with a number of days; the last of several."""
    with_verb = [part for part in parts if gives.search(part)]
    with_day = [part for part in with_verb if _DAY.search(part)]
    with_days = [part for part in with_verb if days_in(part) is not None]
    return next(iter((with_day or with_days or with_verb)[-1:]), "")


def reason_in(
    text: str,
    parts: Sequence[str],
    gives: re.Pattern[str],
    filler: re.Pattern[str],
    names_item: Callable[[str], bool],
) -> str:
    """What is given as the reason: behind 原因, else what is no order, no day alone, no item and no filler."""
    given = _GIVEN.search(text)
    if given is not None:
        return _AGREED.sub("", _without_order(text[: given.start()], given["reason"].strip(" ,，。"), gives))
    order = order_of(parts, gives)
    rest = [part for part in parts if part == order or not (gives.search(part) and _ORDERED.search(part))]
    told = [_of_order(part, gives) if part == order else part for part in rest]
    kept = [said for part in told if (said := _plain(part)) and _is_reason(part, filler, names_item)]
    return "，".join(dict.fromkeys(kept))


def _without_order(before: str, reason: str, gives: re.Pattern[str]) -> str:
    """6月29日停电 of 因为6月29日停电 截止延到7月5日: what is ordered behind the reason is none."""
    parts = CUT.split(reason)
    if gives.search(before) or len(parts) == 1 or not gives.search(parts[-1]):
        return reason
    return reason[: -len(parts[-1])].strip(" ,，。；;")


def _plain(part: str) -> str:
    said = _LEAD.sub("", part.replace(MARK, "")).strip(" 、的")
    cut = _TAIL.sub("", said)
    empty = said in _EMPTY or cut in _EMPTY or _STAYS.search(cut)
    if empty or _ALLOWED.fullmatch(said) or _BESIDE.match(said):
        return ""
    return f"{cut}了" if said.startswith("了", len(cut)) else cut


def _of_order(part: str, gives: re.Pattern[str]) -> str:
    """等市里数据 of 农药那个等市里数据缓到3号."""
    verb = gives.search(part)
    before = part[: verb.start()] if verb is not None else ""
    if _ABOVE.fullmatch(before):
        return before
    start = _STARTS.search(before)
    return before[start.start() :] if start is not None else ""


def _is_reason(part: str, filler: re.Pattern[str], names_item: Callable[[str], bool]) -> bool:
    left = filler.sub("", part.replace(MARK, ""))
    if MARK not in part:
        return bool(left)
    return TELLS.search(part) is not None or (len(left) >= _LEAST and not names_item(left))
