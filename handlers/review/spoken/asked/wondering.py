"""What a reviewer says that nothing else reads: the item that it is about, and what may be done with his words."""

import re
from collections.abc import Sequence
from typing import Final

from handlers import dialogs
from handlers.campaign.units import mentions, stem, units_of
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.receipts import values_text
from handlers.review.listed import keys_of
from handlers.review.spoken.elsewhere import named, told, units_named
from handlers.review.spoken.judging import drafts
from handlers.review.spoken.mentioned import mentioned
from handlers.review.spoken.said import Said
from handlers.review.spoken.verdicts import Verdict
from handlers.review.waiting import LIFETIME, QUEUE, QueueItem, current, listed_items, view, waiting
from handlers.wording import clip, listed

_LONGEST: Final = 60
_ONLY_IT: Final = re.compile(r"[他她它们那这个项件条第号是的和报到底现在\d.①-⑳\s]*")
_ASKED_OF: Final = re.compile("问(?:[问他她]|一?[下声])|[让叫请]|核实")
"""问问小王 is an order, whatever is to be asked."""
_WHETHER: Final = re.compile(r"([\u4e00-\u9fff])不\1")
_STATE_ASKED: Final = re.compile("(?:情况|回事)[呢啊呀吗]*[?？]*$")
"""他那个5.1是啥情况 says nothing of it, and it is shown."""
_THIS: Final = re.compile(r"(?<![\u4e00-\u9fff])[这那它](?!么|样)|[这那]一?[个份件项条张]|刚才|刚刚|上面")
_WHAT_NOW: Final = re.compile(
    r"[\s,，。;；]*(?:你?说|我|该|要|应该|这)*(?:(?:怎么|咋|如何)(?:办|弄|整|搞|处理|审|批)|(?:啥|什么)情况|咋回事|怎么回事|行不行|行吗|可以吗|合适吗)[呢啊呀吗]*[?？]*$"
)
"""What asks no more than what is to be done."""
_POINTS: Final = re.compile(r"\d+(?:\.\d+)?\s*分|[给打评扣]\s*\d|满分")
_ASIDE: Final = re.compile(
    r"(?:这|那)一?[项个件条]?|它|此项|怎么|咋|如何|[打给评算判]|几|多少|分|标准|[的了吗呢啊?？]"
)
_PLACE: Final = re.compile(
    r"^(?>那个?|再|让|叫|请|帮我|给我|把|看一?下|看看?|先看)*(?P<name>[\u4e00-\u9fff]{2,4}(?:[区县市镇乡局委]|街道|那边|这边))(?:[的那这呢报交补审有怎咋几还看情也现目到都啥什没]|$)"
)
_GENERAL: Final = re.compile(
    "[各全本我你他她整老新小城社园景校厂厅辖学地领单企上下哪每该外这那两三里省局几有没]"
)
_OF_BUREAUS: Final = re.compile("[这那各哪每我本全当结布大你他她该几两三]")
_SEEN: Final = 160
_SHORTEST: Final = 2
_FEW: Final = 3
_GONE: Final = "这次考核里没有“{}”，没有处理。"
_COMMON: Final = frozenset("业")
"""林业局 is not like 商业局."""


def wondered(text: str, context: Context) -> Reply | None:
    """The one item that it is about, with what his words may become; how one stands that does not wait."""
    words = clean(text).strip()
    if len(words) > _LONGEST:
        return None
    opened = listed_items(context)
    listed_here = opened if opened is not None else [*waiting(context)]
    pool = {place: item for place, item in enumerate(listed_here, start=1) if item is not None}
    found = mentioned(words, pool, context) or _pointed_at(words, pool, context)
    if len(found) == 1:
        if opened is None:
            dialogs.ask(context, QUEUE, {"items": keys_of(listed_here)}, lifetime=LIFETIME)
        ((place, item),) = found.items()
        return _what_now(words, place, item, listed_here, context)
    called = _unknown(words, context)
    alike = _alike(called, context) if called else []
    return (
        not_here(words, context)
        or (_no_such(words, called, alike) if alike else None)
        or (_nothing(words) if not pool else None)
    )


def _pointed_at(words: str, pool: dict[int, QueueItem], context: Context) -> dict[int, QueueItem]:
    """这份, of the item looked at or the only one, where no other unit is named."""
    if not _THIS.search(words) or units_named(words, context)[0]:
        return {}
    seen = current(context)
    if seen is not None and seen[0] in pool:
        return {seen[0]: seen[1]}
    return pool if len(pool) == 1 else {}


def _what_now(words: str, place: int, item: QueueItem, items: drafts.Items, context: Context) -> Reply:
    """What was reported, and his words as what is wanted or as why it goes back; passing only where he asks what to do."""
    asks_what = _WHAT_NOW.search(words) is not None
    reason = _WHAT_NOW.sub("", words).strip(" ,，。?？") or words.strip(" ?？")
    if _STATE_ASKED.search(words) and _ONLY_IT.fullmatch(mentions(reason, context).rest):
        return view(str(place), context)
    wonders = (
        is_question(reason) or _WHETHER.search(words) is not None or words.endswith(("?", "？", "没", "吗"))
    )

    def said(verdict: Verdict, why: str = "") -> Said:
        return Said((place,), verdict, sure=False, named=True, reason=why)

    more = said(Verdict.ASK, f"说明：{reason}")
    values = clip(values_text(item.criterion, item.record.reported), _SEEN)
    known = [
        f"上报：{values}；证明材料{item.evidence}件"
        + (f"；留意：{'、'.join(item.risks)}" if item.risks else "")
    ]
    silent = [] if asks_what else ["上报里写的就是这些，没写的机器人不知道。"]
    if wonders and not asks_what and _ASKED_OF.search(words):
        return drafts.said_back([more], items, context, drafts.Beside(head="\n".join([*known, *silent, ""])))
    ways = [[more]]
    if asks_what or not wonders:
        ways = [[said(Verdict.RETURN, reason)], [more], [said(Verdict.ACCEPT)]]
    return drafts.choices(
        ways,
        items,
        context,
        drafts.Beside(known=[*known, *silent], look=0 if asks_what else place),
        "怎么办？",
    )


def not_here(words: str, context: Context) -> Reply | None:
    """How that stands which is named and does not wait."""
    found = mentions(words, context)
    leaves = named(words, context) or (named(f"{found.units[0]}{found.rest}", context) if found.units else [])
    end = "，没有评分" if _POINTS.search(words) else ""
    rows = told(leaves, context, end) if leaves else []
    own = [row for row in rows if "不由您单位考核" not in row]
    return Reply("\n".join(own or rows[:1])) if rows else None


def unknown_unit(text: str, context: Context) -> Reply | None:
    """雁江区的看一下, 城建局退了吧, where no such unit is assessed and nothing waits of one that may be meant."""
    called = _unknown(text, context)
    alike = _alike(called, context) if called else []
    if not called or any(item.unit in alike for item in waiting(context)):
        return None
    subjects = context.speaker.campaign.subjects
    who = f"被考核的是{listed(subjects, 6, '家')}" if len(subjects) > 1 else "责任单位回“待审”看"
    return _no_such(text, called, alike) if alike else Reply(f"{_GONE.format(called)}{who}。")


def _no_such(text: str, called: str, alike: Sequence[str]) -> Reply:
    return Reply(
        f"{_GONE.format(called)}名称相近的有{listed(alike, _FEW, '家')}；"
        f"说的是它就把名称换上再发，如“{clip(text.replace(called, alike[0]), 40)}”。"
    )


def _unknown(text: str, context: Context) -> str:
    """What the line calls a unit at its head, of which the document, the campaign and the roster know nothing."""
    found = _PLACE.match(clean(text).strip())
    called = found["name"].removesuffix("那边").removesuffix("这边") if found is not None else ""
    general = _OF_BUREAUS if called.endswith(("局", "委")) else _GENERAL
    if found is None or general.search(called[:-1]) or len(called) < _SHORTEST:
        return ""
    campaign = context.speaker.campaign
    known = mentions(text, context).units
    printed = any(called in f"{leaf.name}{leaf.clause}" for leaf in context.rubric.criteria)
    person = any(row.name in text for row in context.uow.roster.list(campaign.id))
    return "" if known or printed or person else called


def _alike(called: str, context: Context) -> list[str]:
    """建设局, where there is a 县城建局: the offices that may be meant."""
    if not called.endswith(("局", "委")):
        return []
    subjects = context.speaker.campaign.subjects
    offices = [unit for unit in units_of(context.rubric, subjects) if unit not in subjects]
    return [unit for unit in offices if set(stem(called)) & set(stem(unit)) - _COMMON]


def _nothing(words: str) -> Reply | None:
    """这项怎么打分, 打3分, while nothing waits."""
    if _ASIDE.sub("", words) and not _POINTS.search(words):
        return None
    end = "没有评分" if _POINTS.search(words) else "没有处理"
    return Reply(f"现在没有待审的件，{end}。报上来的回“待审”看；问某一项的评分标准发“详情 编号”或指标名。")
