"""“我退了几个 都啥原因”“上午审的那些再看一遍”: what a reviewer has decided himself, narrowed by act, day and unit."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.receipts import values_text
from handlers.review.arrivals import span_in
from handlers.review.counts import my_reviews
from handlers.review.decisions import STATUS_NAMES, LeafRecord, effective, records_of
from handlers.review.spoken.asked.of_one import named_so
from handlers.review.spoken.elsewhere import units_named
from handlers.wording import clip, clock, listed, shown
from store.records import Decision, Review

_LISTED: Final = 12
_LONGEST: Final = 32
_DONE: Final = (
    "(?:通过|审|过|退回?|打回|驳回|批|评|打|处理)(?:的|了|过)(?!没|吗|的?率|程)"
    "|(?:打|给|评)(?:过|了)?分(?:的|了)|退件"
)
_ASKS: Final = (
    "哪|谁|几|多少|列|再看|看一?[看下遍]|看看|原因|理由|为[什啥]|清单|记录|明细|一遍|来着|名单|都有|有啥|有什么"
    "|[审退过批评][了过](?:些|的|是)*(?:什么|啥)|是啥|是什么|汇总|翻|调出|补|改|重新?[报交]|动静|下文|回来|怎么样|咋样|怎样|交回|消息|导|表格?(?:给|发)"
)
_MINE: Final = re.compile(rf"(?=.*(?:{_DONE}))(?=.*(?:{_ASKS}))")
_NOT_MINE: Final = re.compile(
    r"没(?!有?[动下消])(?!有?$)(?!补|改|[重再]?新?[报交])|待|等|还[有剩要差]|谁(?!的$|家)|平均|多久|标准|能不能|可以|撤|错|收回|应该|怎么(?!样)|咋(?!样)|让|叫|通知|催|转|改成|改为|别|先不|别人|同事|通过率|材料(?!补)|再退|(?:过|退|批)了[吧啊]*(?:$|[,，])|[解开][个下一]{0,2}锁|开个?口|放开|打开|想改|[能给][^,，]{0,3}改"
    r"|要[我审处办]|该审|自评|自己|他们(?:打|报|给|评)|对不上|[高低]|比"
)
_COUNTS: Final = re.compile("几|多少|进度|怎么样|咋样|汇总|情况")
_LISTS: Final = re.compile(
    "哪|谁|[审退过批评][了过](?:些|的|是)*(?:什么|啥)|列|再看|看一|看看(?!.*进度)|原因|理由|为[什啥]|清单|记录|明细|来着|名单|都有|有啥|有什么|是啥|是什么|翻|调出"
)
_ACTS: Final[tuple[tuple[re.Pattern[str], Decision], ...]] = (
    (re.compile("退|打回|驳回"), "return"),
    (re.compile("通过|(?<![经审打评给])过的|(?<!审)过了|批的|批了"), "accept"),
    (re.compile("打分|给分|评分|评的|评了|打的"), "assess"),
)
_NAMES: Final[dict[Decision, str]] = {
    "accept": "通过",
    "return": "退回",
    "assess": "评分",
    "unlock": "解锁",
    "undo": "撤销",
}


def of_days(words: str, context: Context) -> Reply | None:
    """把昨天退回的列一下: what all reviewers decided then, or why; None where a unit is named or neither is asked."""
    dated = span_in(words, context.now) is not None or _WHY.search(words) is not None
    dated = dated and not mentions(words, context).units
    return asked(words.rstrip("?？。!！ "), context) if dated else None


_WHY: Final = re.compile("原因|理由|为[什啥]")


def asked(words: str, context: Context) -> Reply | None:
    """The list: a reviewer's own decisions, for the office everybody's; None for anything else."""
    campaign, own, mine = context.speaker.campaign.id, context.speaker.contact.id, _is_own(context)
    others = words if mine else words.replace("谁", "")
    if len(words) > _LONGEST or _MINE.match(words) is None or _NOT_MINE.search(others):
        return None
    people = context.uow.roster.list(campaign, role="reviewer")
    named = {row.id for row in people if row.name in words and row.id != own}
    if named and mine:
        return None
    acts = [act for telling, act in _ACTS if telling.search(words)]
    return _listed(words, acts, named, context)


def returned(words: str, context: Context) -> Reply | None:
    """What the speaker has sent back, and what became of it; None where he has sent back nothing."""
    campaign, own = context.speaker.campaign.id, context.speaker.contact.id
    back = any(row.act == "return" for row in effective(context.uow.reviews.of_contact(campaign, own)))
    return _listed(words, ["return"], set(), context) if back else None


def _listed(words: str, acts: Sequence[Decision], named: AbstractSet[int], context: Context) -> Reply:
    """Those of the acts, of the days and units that the words name."""
    campaign, own, mine = context.speaker.campaign.id, context.speaker.contact.id, _is_own(context)
    decided = (
        context.uow.reviews.of_contact(campaign, own) if mine else context.uow.reviews.of_campaign(campaign)
    )
    rows = [
        row
        for row in effective(decided)
        if (not acts or row.act in acts) and (not named or row.contact_id in named)
    ]
    span = span_in(words, context.now)
    units = units_named(words, context)[0]
    if mine and not units and _COUNTS.search(words) and not _LISTS.search(words):
        return my_reviews("", context)
    rows = [row for row in rows if span is None or span.holds(row.at)]
    records = records_of(context.uow, context.speaker.campaign.id)
    if units:
        rows = [row for row in rows if {row.subject, _unit(row, context)} & set(units)]
    whose = "您" if mine else ""
    if not rows:
        return Reply(f"{whose}{span.called if span else ''}还没有{_verbs(acts)}过{'、'.join(units)}的件。")
    lines = [_told(row, records[row.code, row.subject], context) for row in rows]
    head = f"{whose}{span.called if span else ''}{_verbs(acts)}过{'、'.join(units)}{len(rows)}件"
    parts = [f"{_NAMES[act]}{count}" for act, count in Counter(row.act for row in rows).items()]
    tally = f"（{'，'.join(parts)}）" if len(parts) > 1 else ""
    beside = (
        [_NO_TABLE]
        if _TABLE.search(words)
        else _until(rows, records, context)
        if _UNTIL.search(words)
        else []
    )
    return Reply("\n".join([f"{head}{tally}：", *shown(lines, _LISTED, "……另有{}件"), *beside]))


_TABLE: Final = re.compile("导|表格?(?:给|发)|excel", re.IGNORECASE)
_NO_TABLE: Final = (
    "审核的清单没有表可以导出，就是上面这些，可以直接复制；各单位的计分表（自评、核定并列）由质强办导出。"
)
_UNTIL: Final = re.compile(
    "(?=.*(?:什么时候|啥时候?|何时|几号|哪天|多久|最[晚迟]|期限|截止|几天))(?=.*(?:补|改|[重再]新?[报交]|交回|回来))"
)


def _until(
    rows: Sequence[Review], records: Mapping[tuple[str, str], LeafRecord], context: Context
) -> list[str]:
    """最晚什么时候补回来: the deadline of each that has not come again; the document sets none of its own for it."""
    dues = []
    for row in rows:
        leaf, key = context.rubric.criterion(row.code), (row.code, row.subject)
        due = context.deadlines.of(leaf, _unit(row, context), row.subject, subject=row.subject)
        if records[key].returned and due is not None:
            dues.append(f"{named_so(key, context)}{clock(due)}")
    told = f"，按这项的截止时间：{listed(dues, 4, '件')}" if dues else ""
    return [f"退回后几天内补回来，原文未规定{told}。要催回“让单位名补材料”。"]


def _is_own(context: Context) -> bool:
    return context.speaker.role == "reviewer"


def _verbs(acts: Sequence[Decision]) -> str:
    return "、".join(_NAMES[act] for act in acts) or "审"


def _told(row: Review, record: LeafRecord, context: Context) -> str:
    """When and how it was decided, and what became of what went back."""
    now = ""
    if row.act == "return":
        when = clock(record.submission.at) if record.submission is not None else ""
        now = "，还没有重报" if record.returned else f"，{when}已重报，{STATUS_NAMES[record.status]}"
    marks = f"（{values_text(context.rubric.criterion(row.code), row.given)}）" if row.given else ""
    why = f"“{clip(row.reason, 40)}”" if row.reason else ""
    name = named_so((row.code, row.subject), context)
    who = "" if _is_own(context) else row.contact_name or ""
    return f"{name}：{clock(row.at)}{who}{_NAMES[row.act]}{marks}{why}{now}"


def _unit(row: Review, context: Context) -> str:
    found = records_of(context.uow, context.speaker.campaign.id, [row.code], row.subject)[
        row.code, row.subject
    ]
    return found.submission.unit if found.submission is not None else ""
