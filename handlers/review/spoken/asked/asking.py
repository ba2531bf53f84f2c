"""“附材料没”“满分多少”“李强审到哪了”: what a reviewer asks about the item before him, his list or a colleague's."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from handlers.context import Context
from handlers.leading.readiness import paper_asked
from handlers.lookups import explain, leaf_history
from handlers.messages import Reply
from handlers.reading.tokens.asides import is_question
from handlers.receipts import values_text
from handlers.review.deciding import given_for
from handlers.review.points_said import in_digits
from handlers.review.spoken.asked import about_all, of_one
from handlers.review.spoken.asked.materials import HAS
from handlers.review.spoken.asked.may_not import may_not
from handlers.review.spoken.asked.off_target import OFF, gap_of
from handlers.review.spoken.asked.progress import colleague, contacts, of_unit, sent_back, to_assess
from handlers.review.spoken.asked.rules import AROUND, RULE, of_leaf, rule_of_unit
from handlers.review.spoken.elsewhere import named
from handlers.review.spoken.mentioned import mentioned
from handlers.review.spoken.places import Sheet, places_meant
from handlers.review.waiting import QueueItem, current, listed_items, view, waiting
from handlers.wording import circled, clip, leaf_name, shown

_LONGEST: Final = 40
_LISTED: Final = 12
_MOST: Final = 3
_ASKS: Final = re.compile(r"[吗呢没吧]$|没有$|有没有|有无|哪|谁|几|多少|怎么|来着$")
_WHICH: Final = re.compile(
    r"(?:哪[些个几]|谁|几)[个件家]?|(?:[这那]几[个件项条家]|[这那]些)(?:数据?|值)?|都|全部?"
)
Answer = Callable[[Sequence[tuple[int, QueueItem]], Context], Reply]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about items: the words that ask it, the answer, and whether it is asked of the whole list too."""

    telling: re.Pattern[str]
    answer: Answer
    of_all: bool = False


def asked(text: str, context: Context) -> Reply | None:
    """The answer; None for anything else, and where it is about nothing that waits here."""
    words = in_digits(text).rstrip("?？。!！ ")
    if len(words) > _LONGEST:
        return None
    told = (
        paper_asked(words, context)
        or contacts(words, context)
        or colleague(words, context)
        or sent_back(words, context)
        or may_not(words)
    )
    if told is not None:
        return told
    asks = [question for question in _QUESTIONS if question.telling.search(words) is not None]
    for question in asks:
        items = _about(question, words, context)
        if items:
            outside = _outside(words, items[0]) if question.answer is _points else None
            return outside or question.answer(items, context)
    return (
        to_assess(words, context)
        or of_unit(words, context)
        or rule_of_unit(words, context)
        or about_all.asked(words, context)
        or (of_leaf(words, context) if any(one.answer in (_points, _rule) for one in asks) else None)
    )


def _about(question: Asked, words: str, context: Context) -> list[tuple[int, QueueItem]]:
    """The items that the question is about, with their places; none where its words name something else."""
    strictly = _named(question, words, context)
    if strictly or not (is_question(words) or _ASKS.search(words)):
        return strictly
    opened = listed_items(context)
    listed = opened if opened is not None else [*waiting(context)]
    pool = {place: item for place, item in enumerate(listed, start=1) if item is not None}
    rest = question.telling.sub(" ", words)
    found = mentioned(words, pool, context) or mentioned(rest, pool, context)
    if found:
        return [*found.items()]
    keys = named(rest, context)
    return [(at, item) for at, item in pool.items() if (item.criterion.code, item.subject) in keys]


def _named(question: Asked, words: str, context: Context) -> list[tuple[int, QueueItem]]:
    """Those that it is about by its own words alone."""
    opened = listed_items(context)
    listed: list[QueueItem | None] = opened if opened is not None else [*waiting(context)]
    found = current(context) if opened is not None else None
    sheet = Sheet(listed, found[0] if found is not None else 1 if len(listed) == 1 else None)
    rest = question.telling.sub(" ", words)
    said = AROUND.sub("", rest).strip(" ,，、")
    every = question.of_all and _WHICH.fullmatch(said) is not None
    if not said or every:
        every = every or (question.of_all and sheet.at is None)
        places = sheet.open if every else (sheet.at,) if sheet.at else ()
    else:
        meant = places_meant(rest.strip(" ,，、"), sheet, context) or places_meant(said, sheet, context)
        places = meant.places if meant is not None else ()
    items = [(place, listed[place - 1]) for place in places if 1 <= place <= len(listed)]
    return [(place, item) for place, item in items if item is not None]


def _story(items: Sequence[tuple[int, QueueItem]], context: Context) -> Reply:
    rows = [leaf_history.of_leaf((item.criterion.code, item.subject), context) for _, item in items[:_MOST]]
    return Reply("\n".join(row.text for row in rows))


def _points(items: Sequence[tuple[int, QueueItem]], context: Context) -> Reply:
    """What the reported value comes to and by which clause."""
    rows = [explain.reckoned(item.criterion, item.subject, context) for _, item in items[:_MOST]]
    return _with_how("\n".join(row.text for row in rows), items)


def _off_target(items: Sequence[tuple[int, QueueItem]], context: Context) -> Reply:
    """How far off the target each is, and what that comes to."""
    gaps = [gap for place, item in items[:_MOST] if (gap := gap_of(place, item, context))]
    return Reply("\n".join([*gaps, _points(items, context).text]))


def _outside(words: str, one: tuple[int, QueueItem]) -> Reply | None:
    """给他3分行不行, where the document has no such points; None where it has."""
    said = _OFFERED.search(in_digits(words))
    given = given_for(one[1], Decimal(said[1]), deduct=False) if said is not None else None
    if not isinstance(given, str) or "这几档" not in given:
        return None
    return Reply(f"{circled(one[0])}{given}\n原文：{clip(one[1].criterion.clause, 120)}")


_OFFERED: Final = re.compile(r"[给打评][他她它]?们?个?\s*(\d{1,2}(?:\.\d{1,2})?)\s*分")


def _rule(items: Sequence[tuple[int, QueueItem]], context: Context) -> Reply:
    """The clause, and how each item stands."""
    leaves = {item.criterion.code: item.criterion for _, item in items}
    told = [
        line
        for code, leaf in [*leaves.items()][:_MOST]
        for line in explain.in_full(
            leaf, [item.subject for _, item in items if item.criterion.code == code], context
        )
    ]
    return _with_how("\n".join(told), items)


def _with_how(told: str, items: Sequence[tuple[int, QueueItem]]) -> Reply:
    place = items[0][0]
    return Reply(
        f"{told}\n给几分由您在印出的档次、幅度内定，如“评 {place} 分数 理由”；与上报一致就回“{place}通过”。"
    )


def _materials(items: Sequence[tuple[int, QueueItem]], context: Context) -> Reply:
    if len(items) > 1:
        bare = [pair for pair in items if not pair[1].evidence]
        rows = [f"{circled(place)}{_name(item, context)}" for place, item in bare]
        head = f"{len(items)}件里{len(bare)}件没有证明材料" + ("：" if bare else "。")
        return Reply("\n".join([head, *shown(rows, _LISTED, "……另有{}件")]))
    ((place, item),) = items
    return Reply(circled(place) + of_one.pieces((item.criterion.code, item.subject), "", context))


def _lacking(items: Sequence[tuple[int, QueueItem]], context: Context) -> Reply:
    """All that is there of the first of them, with what is to be noted: what is not there is not."""
    return view(str(items[0][0]), context)


def _flags(items: Sequence[tuple[int, QueueItem]], context: Context) -> Reply:
    rows = [
        f"{circled(place)}{_name(item, context)}：{'、'.join(item.risks) or '没有要留意的'}"
        for place, item in items
    ]
    return Reply("\n".join(["⚠是提醒您留意，不是结论：", *shown(rows, _LISTED, "……另有{}件")]))


def _last_year(items: Sequence[tuple[int, QueueItem]], context: Context) -> Reply:
    year = context.speaker.campaign.year - 1
    rows = [
        f"{circled(place)}{_name(item, context)}：今年报的是{clip(values_text(item.criterion, item.record.reported), 60)}。"
        for place, item in items
    ]
    told = shown(rows, _MOST, "……另有{}件")
    these = "这项" if len(items) == 1 else "这几项"
    none = f"{these}{year}年的数这里没有，比不了，不作推测；要看请让他们报上年数或附上年材料。"
    return Reply("\n".join(told) + ("\n" if told[1:] else "") + none)


def _agrees(items: Sequence[tuple[int, QueueItem]], context: Context) -> Reply:
    place, item = items[0]
    now = clip(values_text(item.criterion, item.record.reported), 60)
    return Reply(
        f"材料里的数机器人不核对，要您看。{circled(place)}{_name(item, context)}：报{now}，证明材料{item.evidence}件。"
        f"回“看图 {place}”看图片；对不上回“{place}退回 数据与材料不符”。"
    )


def _name(item: QueueItem, context: Context) -> str:
    several = len(context.speaker.campaign.subjects) > 1 and item.subject != item.unit
    of = f"{item.subject}·" if several else ""
    return f"{item.unit}·{of}{item.criterion.code} {leaf_name(item.criterion, 16)}"


_RECKONED: Final = re.compile(
    r"(?:能不能|能否|能|可以|可不可以|会)(?:拿|得|给|打)(?:到)?满分?(?:吗|不|么)?|(?:(?:按|照)(?:他们?)?(?:上?报)的?数?)?(?:能|该|应该|现在|算下来|才)?(?:得|给|算|扣)(?:了|是|出来?|到)?(?:多少|几)分|怎么(?:算|得)(?:出来|来)?的|为[什啥]么?.{0,6}(?:得|扣|给|算|只有)"
    r"|(?:得|扣|给|算|打)\d+(?:\.\d+)?分.{0,4}(?:吗|合理|对不对|对吗|对吧|太|是不是|怎么)|(?:跟|和|与|离|比)?目标.{0,4}(?:差|比|多少)|差(?:多少|几个?点)|(?:达标|过线|合格|达到|够|到目标)了?(?:没有?|吗|吧|不|么)|没(?:达标|过线)吧|算不算(?:达标|合格)|太(?:严|松|宽)|(?:能不能|可不可以|能|可以).{0,10}(?:给|打|评).{0,4}\d(?:\.\d)?分"
    r"|(?:材料|附件)?够不够(?:得|拿|给|打)?到?(?:满分|\d分)?|差在?哪(?:里|儿|了)*$|是不是(?:没|不|还没)(?:有)?(?:到|达|够)|[没不](?:到|够|达到?)\s*\d+(?:\.\d+)?[%％]?(?:吧|吗|啊)|(?:能)?(?:到|达到|够)\s*\d+(?:\.\d+)?[%％]?(?:了吗|了没|吗|没|不)"
    r"|(?>\d(?:\.\d)?分(?:太|有点)?[高低多少]了?[,，\s]*)*(?:我?(?:想|打算|准备))?(?:给|打|评)(?:他|个)?(?:\d(?:\.\d)?分?|[一二两三四五六七八九十]分)[,，\s]*(?:行|可以|合适|成|好)(?:不[行成好]|吗|不|么)"
)
_QUESTIONS: Final = (
    Asked(
        re.compile(
            r"(?:改?之前|以前|原来|原先|先前|最早|最初|一开始|当初)?的?(?:是|报的?|写的?|填的?)(?:是)?(?:多少|几)(?:来着|呢|啊)?|(?:这个?)?(?:数字?)?是?(?:谁|哪[个位])(?:给)?(?:报|填|交)(?:上来)?的?|(?:是)?(?:什么时候|啥时候?|哪天|几号|几点)(?:报|填|交)?(?:上来)?的?|改(?:过|了)?(?:几|多少)[次回遍]|改(?:过|动)(?:没|吗|没有)|有没有改过"
        ),
        _story,
    ),
    Asked(
        re.compile(
            r"(?:跟|和|与)?(?:材料|台账|附件)?.{0,3}(?:对得上|对的上|对得起来|一致|相符|是真的?|真的假的|靠谱|准不准|属实)(?:不|吗|没)?"
        ),
        _agrees,
    ),
    Asked(
        re.compile(
            r"(?:附|交|传|有|带)了?(?:些)?(?:什么|啥|哪些)(?:证明|佐证|印证)?(?:材料|附件|文件|东西)|(?:又|再)?[传交附](?:了|过)?新的(?:材料)?(?:没有?|吗)|(?:有没有|有|附没附|附|交没交|交|传|带|上传|没)了?(?:证明|佐证|印证)?(?:材料|附件)的?了?(?:没有?|吗)?"
            r"|(?:(?:证明|佐证|印证|检测|检验|支撑|原始)(?:材料|报告|文件|记录|依据)?|材料|附件|依据|凭据)(?:都)?.{0,6}(?:吗|没有?$|没|呢|在哪|哪里?看|怎么看|有没有|给我看|能看)|(?:有没有|有无|附没附)(?:证明|佐证|印证|检测|检验|支撑|原始)|(?:证明|佐证|印证)?(?:材料|附件)(?:有没有|有吗|呢|在哪|有没|附了吗|交了吗|传了吗|打不开)|(?:打开|看看?|看一?下)(?:证明|佐证|印证)?(?:材料|附件)"
            rf"|{HAS}"
            r"|(?:原件|附件|材料|扫描件)(?:都)?(?:在哪|哪里|从哪|怎么)(?:儿|里)?(?:能|可以)?(?:看|打开|下载|找|调)?|(?:怎么|咋)?没(?:有)?(?:看[到见]|找到|收到)(?:附件|原件|材料|扫描件|图片?)"
        ),
        _materials,
        of_all=True,
    ),
    Asked(
        re.compile(
            "(?:[这那][份个]的?)?(?:文件?|文号|材料|报告|证书|附件)(?:上)?(?:写)?的?(?:都)?是?(?:哪|几几)一?年(?:份|度)?(?:发|出)?的?"
        ),
        _materials,
        of_all=True,
    ),
    Asked(re.compile("(?:还|都|到底)?(?:缺|少|差)了?(?:些)?(?:什么|啥|哪[些样])(?:东西)?"), _lacking),
    Asked(OFF, _off_target),
    Asked(_RECKONED, _points),
    Asked(RULE, _rule),
    Asked(
        re.compile(
            r"(?:跟|比|和|与|较)?(?:去年|上年|往年|前年)(?:同期)?(?:比|相比)?(?:(?:还)?是|差(?![别距])|高|低|多|少|涨|降|了|的)*(?:多少|几|怎么样|咋样|咋)?"
            r"(?:(?:差别|差距|变化|出入|相差|差得?)(?:有)?(?:多?大不?大?|多不多))?"
        ),
        _last_year,
        of_all=True,
    ),
    Asked(
        re.compile(
            r"(?:还|都|里面?|那)*(?:有没有|有无|有(?:什么|啥))(?:大)?(?:问题|毛病|疑点|风险|异常|不对)(?:的)?(?:没有|吗|么)?$|(?:为什么|为啥|怎么|咋)?(?:会|有|是|标|给标)*(?:了)?(?:个)?(?:标红|红色?的?|超期|逾期|过期|晚交|晚报|迟报|感叹号|叹号|⚠\uFE0F?|三角|警告|要留意)(?:是?(?:什么|啥)(?:意思)?|咋回事|怎么回事)?"
        ),
        _flags,
        of_all=True,
    ),
)
