"""“旅游局那个为啥是0分”“能给几分到几分”“附件有几个”: what a reviewer asks the bot of one item, waiting or decided."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.evidence import judging
from handlers.exports import looking
from handlers.lookups import explain
from handlers.messages import Reply
from handlers.receipts import line_of, points_text, values_text
from handlers.review.deciding import DEDUCTIONS
from handlers.review.decisions import STATUS_NAMES, LeafKey, LeafRecord, records_of
from handlers.review.sight import judges
from handlers.review.spoken.asked.materials import PIECES
from handlers.review.spoken.elsewhere import hidden, named, units_named
from handlers.review.spoken.mentioned import mentioned
from handlers.review.waiting import current, just_decided, listed_items, waiting
from handlers.wording import clip, clock, leaf_name, plain
from scoring.model import Criterion

_LONGEST: Final = 40
_MOST: Final = 3
_TOLD_TO_OTHERS: Final = re.compile(
    r"(?:^|[\s,，])(?:帮我|去|你)?(?:问|让|叫|请|通知|催|告诉)(?![题句卷])(?!我)|[让叫请](?:[他她]们?|单位|对方)|说明|解释|核实|退|补|我来审|通过吧|给过|撤|打回|驳回|能(?:不能)?审|可以审|都报"
)
"""What somebody else is to answer, or what rules at once."""
_DECIDED_BY: Final = re.compile(
    r"(?:谁|哪[个位])?(?:给|来|去)?(?:通过|审|退回?|批|评|打)(?:过|了)?的?(?:分|的)?(?:还是我?|[,，\s]|啥时|什么时|哪天|几号|几点|$|吗|么)"
    r"|(?:什么时候|啥时候?|哪天|几号|几点)(?:给|被)?(?:通过|过|审|批|评)的?(?:了|的)?$|(?:通过|审|过|批)的?是?(?:谁|什么时候|啥时候?|哪天)"
)
_WHO: Final = re.compile("谁|哪[个位]|还是|什么时|啥时|哪天|几[号点]|吗|么")
_RANGE: Final = re.compile(
    r"(?:几|多少)分?(?:到|和|至|-|~)(?:几|多少)分?|(?:什么|啥|哪个?|多大)(?:的)?(?:范围|幅度|区间|分段|档)|(?:范围|幅度|区间|档次?)(?:是|有|里|内)?(?:多少|几|什么|啥|哪)"
    r"|(?:最多|最少|最高|最低|至多|至少|顶多|上限|下限|封顶)[^,，]{0,6}?(?:给|扣|打|得|评|能|是)?(?:他们?)?(?:多少|几)分?|(?:能|可以)(?:给|扣|打|评)(?:他们?)?(?:多少|几|哪几?)[分档]|有?(?:哪几|几|哪些)(?:个)?(?:档|分档)"
)
_WHY: Final = re.compile(
    r"(?:为[什啥]么?|怎么|咋|凭[啥什]么?|哪来)(?>只有|这个|那个|他们|才|就|只|会|都|给|是|算|得|到|有|的|出|成|它|这|那|他|扣|评|打|了|暂)*(?:\d+(?:\.\d+)?|[零一二两三四五六七八九十半满没有]{1,2}|这么(?:点|少|低|高|个分)|这个(?=分)|那么(?:点|少|低|高))(?:的)?(?:分|$|的|啊|呢)"
    r"|(?:\d+(?:\.\d+)?|[零一二两三四五六七八九十半满])分.{0,3}(?:怎么|咋|为[什啥]|哪)(?:么|里)?(?:来|算|得|出)?|(?:分|扣).{0,4}(?:怎么|咋)(?:算|得|来|扣)(?:出来|来)?的|(?:怎么|咋|为[什啥]么?)(?:会|就|给)?扣(?:了|他们?|的)?"
    r"|扣分(?:的)?(?:原因|理由|依据)|哪(?:里|儿|块)?(?:丢|扣|失)的?分|分(?:扣|丢)在?哪"
)
_CONTENT: Final = re.compile(
    r"(?:他|她|它|他们|人家|对方|里面|上面|局|委|办|区|镇|县|的|那个|这个|^)(?:到底|具体|都|是)*(?:写|报|填|说|交|讲)(?:的|了)(?:都|是)*(?:啥|什么|些啥|些什么|多少|几)|(?:上报|填报|原)?(?:内容|原话|原数|数值?)是?(?:啥|什么|多少)$|(?:报|填|写)(?:的|了)?(?:是)?(?:多少|几个?|百分之几)$"
)
_CLAUSE: Final = re.compile(
    r"(?:细则|条文|条款|原文|办法|文件里?|标准|规定|评分标准|评分办法)(?:上|里|中|是|到底|对这[个项件条]|具体|的)*(?:怎么|咋|如何|啥样?|什么|哪)(?:个)?(?:写|说|定|规定|样)?(?:的|来着|来)?|(?:怎么|咋|如何)(?:写|规定)(?:的|来着)$"
    r"|(?:看|念|翻|贴|发|调|给)[^,，]{0,6}(?:原文|条文|条款|细则|评分标准)|(?:原文|条文|条款|评分标准)(?:呢|发我|看看|贴一下|给我看)?$|满分(?:是|有)?(?:多少|几)分?|(?:能不能|能|可以|给不给)[给得有]?分(?:不|吗|么|没有?)?$|(?:值|一共|总共)(?:多少|几)分$"
)
_STATE: Final = re.compile(
    r"(?:有没有|有无)(?:交|报|递|送|提)(?:上来|上去|过来|来|齐)?$|(?:有没有|是不是|到底)?(?:交|报|递|送|提)(?:上来|上去|过来|来)?了?(?:没有?|吗|不)$|(?:审|办|走|处理|弄|到)(?:到)?(?:哪(?:一?步|了|里)?|啥样|什么(?:程度|状态|地步))|(?:啥|什么)状态|(?:审|批|通过|(?<![动变改说问来去看])过)了?没有?$|(?:我|是不是)?(?:审|过|批|通过|退)(?:过|了)(?:没有?|吗|没)$|(?:现在|目前|如今)(?:是|到)?(?:啥|什么|哪)(?:状态|情况|一?步)"
)
_WHEN_OR_WHO: Final = re.compile("啥时候?|什么时候|哪天|几[号点]|谁")
_NO_TOPIC: Final = re.compile(
    r"之间|按?规定|细则|原文|材料|附件|文件|到底|具体|一下|可以|现在|目前|应该|标准|评分|自己|[这那它他她们个项件条家份交报能在给的了吗呢啊里上面都是有看发我帮请想问该扣打分最多少高低就还才,，。?？\s]"
)
_TOPIC: Final = 2
"""So many characters left over name something else than the item looked at."""
Answer = Callable[[LeafKey, str, Context], str]


def asked(words: str, context: Context) -> Reply | None:
    """The answer; None for anything else, and where no one item is meant."""
    if len(words) > _LONGEST or _TOLD_TO_OTHERS.search(words):
        return None
    for telling, answer, beside in _FACETS:
        found = telling.search(words)
        if found is None or (beside is not None and beside.search(words) is None):
            continue
        keys = meant(words, telling.sub(" ", words), context)
        if 0 < len(keys) <= _MOST:
            return Reply("\n".join(hidden(key, context) or answer(key, words, context) for key in keys))
    return None


_BEFORE_NAME: Final = re.compile(r"^(?>我|是不是|是否|把|帮我|看看|刚才|\s)+")


def meant(words: str, rest: str, context: Context) -> list[LeafKey]:
    """The items that are named, those that wait first; else the one looked at, else the only one that waits."""
    opened = listed_items(context)
    pool = {
        at: one for at, one in enumerate(opened if opened is not None else waiting(context), start=1) if one
    }
    rest = _BEFORE_NAME.sub("", rest)
    found = mentioned(rest, pool, context)
    if found:
        return [(item.criterion.code, item.subject) for item in found.values()]
    records = records_of(context.uow, context.speaker.campaign.id)
    rest = _WHEN_OR_WHO.sub(" ", rest)
    leaves = named(rest, context)
    if leaves or units_named(words, context)[0]:
        his = [key for key in leaves if judges(context, context.rubric.criterion(key[0]))]
        return [key for key in his if key in records and records[key].reported]
    if mentions(rest, context).units:
        return []
    if len(_NO_TOPIC.sub("", rest)) >= _TOPIC:
        return []
    seen, just = current(context), just_decided(context) if _THIS.search(words) else None
    if seen is None and just is not None:
        return [just]
    only = [seen[1]] if seen is not None else [*pool.values()]
    return [(one.criterion.code, one.subject) for one in only] if len(only) == 1 else []


_THIS: Final = re.compile("[这那]一?[个件项条]|刚才|刚刚|它")


def named_so(key: LeafKey, context: Context) -> str:
    """“县城建局·T17-H1 新开工……”, with the assessed unit where there are several."""
    record = _record(key, context)
    several = len(context.speaker.campaign.subjects) > 1
    unit = record.submission.unit if record.submission is not None else ""
    of = [unit] if unit else []
    of += [key[1]] if several and key[1] != unit else []
    return "·".join([*of, f"{key[0]} {leaf_name(context.rubric.criterion(key[0]), 24)}"])


def state_of(key: LeafKey, context: Context) -> str:
    """“100%，6月24日10:02报，待审”: how it stands now, and who has decided."""
    record, criterion = _record(key, context), context.rubric.criterion(key[0])
    if not record.reported or record.submission is None:
        return "未报"
    when = f"{record.submission.contact_name or ''}{clock(record.submission.at)}报"
    said = f"{clip(values_text(criterion, record.reported), 60)}（{when}）"
    last = record.last
    if last is None or record.status == "waiting":
        again = "，是退回后重报的" if record.resubmitted else ""
        return f"{said}，待审{again}，还没有人审"
    by = f"{last.contact_name or last.unit}{clock(last.at)}"
    why = f"“{clip(last.reason, 40)}”" if last.reason else ""
    return f"{said}，{STATUS_NAMES[record.status]}（{by}{why}）"


def sent_back_of(unit: str, context: Context) -> Reply | None:
    """How each of the unit's items stands that went back and is not decided anew; None where there is none."""
    records = records_of(context.uow, context.speaker.campaign.id)
    keys = [
        key
        for key in named(unit, context, by_topic=False)
        if key in records and (records[key].status == "returned" or records[key].resubmitted)
    ]
    rows = [hidden(key, context) or f"{named_so(key, context)}：{state_of(key, context)}" for key in keys]
    again = ["还没有重报。"] if keys and all(records[key].status == "returned" for key in keys) else []
    return Reply("\n".join([*rows[:_MOST], *again])) if rows else None


def _record(key: LeafKey, context: Context) -> LeafRecord:
    found = records_of(context.uow, context.speaker.campaign.id, [key[0]], key[1])
    return found.get(key, LeafRecord(None))


def _reckoned(key: LeafKey, _words: str, context: Context) -> str:
    return explain.reckoned(context.rubric.criterion(key[0]), key[1], context).text


def _clause(key: LeafKey, _words: str, context: Context) -> str:
    return "\n".join(explain.in_full(context.rubric.criterion(key[0]), [key[1]], context))


def _standing(key: LeafKey, _words: str, context: Context) -> str:
    return f"{named_so(key, context)}：{state_of(key, context)}。"


def _content(key: LeafKey, words: str, context: Context) -> str:
    pieces = looking.lines(context, context.rubric.criterion(key[0]), key[1])
    return "\n".join(
        [_standing(key, words, context), *(["证明材料：", *pieces] if pieces else ["还没有证明材料。"])]
    )


def pieces(key: LeafKey, _words: str, context: Context) -> str:
    """What was handed in for it, piece by piece."""
    record = _record(key, context)
    rows = looking.lines(context, context.rubric.criterion(key[0]), key[1])
    count = sum(row.startswith("  ") and row.strip()[:1].isdigit() for row in rows)
    if not rows:
        unit = record.submission.unit if record.submission is not None else "某某单位"
        return f"{named_so(key, context)}：证明材料0件。要他们补请发“让{unit}补 什么材料”。"
    return "\n".join([f"{named_so(key, context)}：证明材料{count}件：", *rows])


def _range(key: LeafKey, _words: str, context: Context) -> str:
    """What may be given: between the printed bounds of a deduction, one of the printed levels, or what is reckoned."""
    criterion, record = context.rubric.criterion(key[0]), _record(key, context)
    told = f"{named_so(key, context)}：{_bounds(criterion, record, key, context)}"
    return f"{told}\n原文：{clip(' '.join(criterion.clause.split()), 200)}"


def _bounds(criterion: Criterion, record: LeafRecord, key: LeafKey, context: Context) -> str:
    full = criterion.full_marks
    line = line_of(context, criterion, key[1], record.inputs)
    cut = next((criterion.input_by_name[one] for one in DEDUCTIONS if one in criterion.input_by_name), None)
    if cut is not None and line.provisional and full is not None:
        low, high = cut.minimum or Decimal(0), cut.maximum or full
        said = clip(values_text(criterion, record.reported), 40)
        left = f"{plain(full - high)}—{plain(full - low)}"
        return f"报{said}，扣{plain(low)}—{plain(high)}分，也就是给{left}分，由您定，要写理由。"
    if "assessed_points" in criterion.input_by_name and full is not None:
        given = criterion.input("assessed_points")
        return (
            f"由您在{plain(given.minimum or Decimal(0))}—{plain(given.maximum or full)}分之间评，要写理由。"
        )
    priced = {
        plain(one.points): one
        for field in criterion.inputs
        for one in field.choices
        if one.points is not None
    }
    if priced:
        levels = "；".join(f"{marks}分：{clip(one.label, 20)}" for marks, one in priced.items())
        return f"只有{'/'.join(priced)}这几档，没有中间分（{levels}）。"
    return f"按公式算，没有由您裁量的幅度；按上报的数{points_text(line) or '暂不计分'}。"


def _fullness(key: LeafKey, words: str, context: Context) -> str:
    """What was handed in, and whether that is proposed as all that the clause wants."""
    return "\n".join(
        [pieces(key, words, context), *judging.proposed(context, context.rubric.criterion(key[0]), key[1])]
    )


_FACETS: Final[tuple[tuple[re.Pattern[str], Answer, re.Pattern[str] | None], ...]] = (
    (re.compile("(?<=.)(?:材料|附件|佐证)(?:都|到底)?(?:齐不齐|全不全|[齐全]了?[吗没])"), _fullness, None),
    (_RANGE, _range, None),
    (_WHY, _reckoned, None),
    (_DECIDED_BY, _standing, _WHO),
    (PIECES, pieces, None),
    (_CONTENT, _content, None),
    (_CLAUSE, _clause, None),
    (_STATE, _standing, None),
    (re.compile("(?:审|批|过|通过|退)(?:过|了)+$"), _standing, re.compile("是不是|是否")),
)
