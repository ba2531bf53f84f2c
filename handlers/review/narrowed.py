"""“没材料的挑出来”“压了好几天的”“重报的有几个”: what a reviewer wants to see of his list, by how it stands."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Final

from handlers.context import Context
from handlers.leading.topics import leaves_called, topic_of
from handlers.messages import Reply
from handlers.reading.numbers import whole_number
from handlers.receipts import line_of
from handlers.review.listing import shown_only
from handlers.review.spoken.asked.of_one import sent_back_of
from handlers.review.spoken.asked.off_target import is_below
from handlers.review.spoken.elsewhere import units_named
from handlers.review.waiting import QueueItem, due_of, waiting
from handlers.wording import local

_LONGEST: Final = 30
_SEVERAL_DAYS: Final = 2
_SOON: Final = timedelta(days=3)
Keeps = Callable[[QueueItem, Context], bool]
_PAPERS: Final = (
    "(?:任何|证明|佐证|印证|支撑|一点儿?|一[个份件]|啥|什么)*(?:材料|附件|佐证|证明|凭据|依据|东西)"
)
_NUMBER: Final = r"(?P<days>[一二两三四五六七八九十几\d]{1,2})"


def _points(item: QueueItem, context: Context) -> tuple[bool, bool]:
    """Whether it gets nothing, and whether it gets all."""
    line = line_of(context, item.criterion, item.subject, item.record.inputs)
    return line.points == 0, line.points is not None and line.points == item.criterion.full_marks


def _is_due_soon(item: QueueItem, context: Context) -> bool:
    due = due_of(item, context)
    return due is not None and due - context.now <= _SOON


_BY_STATE: Final[tuple[tuple[re.Pattern[str], str, Keeps], ...]] = (
    (
        re.compile(
            rf"(?:没有?|未|无|缺|差|不带|光报数|只报数)(?:附|交|带|传|给|提供|上|放)?(?:上|过)?了?{_PAPERS}|光有数|只有数|光报了?数|只报了?数|空口|光秃秃"
        ),
        "没有证明材料的",
        lambda item, _: not item.evidence,
    ),
    (
        re.compile(rf"(?:有|带|附|交|传)(?:了|上|齐)*{_PAPERS}|{_PAPERS}(?:齐|全|够)(?:全|了|备)?"),
        "有证明材料的",
        lambda item, _: item.evidence > 0,
    ),
    (
        re.compile(
            "(?:退回?(?:去|过|了|以?后|又)*)?(?:又|再|重新?|二次|第二次)(?:报|交|填|传|提交)(?:上来|过来|回来|过)?|退回?(?:去|过|了)*(?:又)?(?:改|补)(?:了|好|过|回来)*|返工|改(?:完|好)(?:又|重新?)?(?:报|交|回来)|回炉"
        ),
        "退回后重报的",
        lambda item, _: item.record.resubmitted,
    ),
    (
        re.compile(
            "逾期|超期|过期|晚[交报]|迟[交报]|拖(?:到)?(?:截止|期限)?后(?:才)?[交报]|过了(?:截止|期限)"
        ),
        "逾期才报的",
        lambda item, _: item.record.submission is not None and item.record.submission.late,
    ),
    (
        re.compile(
            "(?:等着?|让(?:他们)?|要(?:求|他们)?|叫)补(?:充|材料)?(?:材料)?|待补充?|还?(?:没|未)补(?:上|齐|来)?"
        ),
        "待补充的",
        lambda item, _: "待补充" in item.risks,
    ),
    (
        re.compile(
            "(?<!没)(?<!没有)(?<!无)(?:有(?:问题|疑点|疑问|毛病|风险|异常)|要?(?:留意|注意|当心|小心)|带?(?:⚠|(?<!感)叹号|感叹号|三角|红点)|标红|可疑|不正常|异常)"
        ),
        "要留意的",
        lambda item, _: bool(item.risks),
    ),
    (
        re.compile(
            "(?:没有?|无|不带)(?:问题|疑点|疑问|毛病|风险|异常|⚠|叹号|感叹号|三角)|干净|省心|直接能过|可以直接过"
        ),
        "不用留意的",
        lambda item, _: not item.risks,
    ),
    (
        re.compile(
            "(?:快|马上|要|就要|临近|今天|明天|这两天|近期)(?:就)?(?:到期|截止|到截止|到点)|急件?|着急|要紧|最?紧"
        ),
        "三天内到期的",
        _is_due_soon,
    ),
    (
        re.compile("(?<![1-9])[0０零〇]分|不得分|没得分|没分"),
        "暂得0分的",
        lambda item, context: _points(item, context)[0],
    ),
    (
        re.compile(
            "(?:不是|没得?|没拿到?|不到|不够)满分|没拿满|(?:没有?|不|未)(?:达标|达到目标|到目标|过线)(?!率)|丢(?:了)?分|扣(?:了)?分"
        ),
        "没得满分的",
        lambda item, context: not _points(item, context)[1],
    ),
    (
        re.compile("(?:低于|不到|没到|没达到|比)(?:了)?目标值?(?:低|要求)?(?!率)"),
        "低于目标的",
        lambda item, context: is_below(item, context) is True,
    ),
    (
        re.compile("(?:得|拿|给)?满分|没扣分"),
        "得满分的",
        lambda item, context: _points(item, context)[1],
    ),
)
_LAIN: Final = "(?:压|积压?|拖|放|搁|等|堆|挂|躺)(?:着|了|在[那这][儿里]?)*"
_WAITED: Final = re.compile(
    rf"(?:{_LAIN}|超过|过了?)(?:超过|有|快)*(?:好?{_NUMBER}|很多|好多)[天日]"
    rf"|{_LAIN}(?:很久|好久|许久|最久|太久|老久)|(?:很久|好久|老早|早先|早就)(?:就)?(?:交|报|来)(?:上来)?|(?:时间)?最(?:早|老|久)(?:交|报|来)?"
)
_REST: Final = re.compile(
    r"(?>待审(?:清单|列表|里面?|的)?|清单(?:里|上)?|列表|[看审](?:过|一?下|看|一看|一审|审)?|列(?:一?下|出来|举|个)?|挑(?:一?下|出来|选)?|找(?:一?下|出来)?|筛(?:一?下|出来|选)?|拎出来|拿出来|拉(?:一?下|出来|个)?|摘出来|给我|帮我|让我|出来|显示|只|光|就|先|优先|还|都|也|全|又|是|有没有|有|没有|多少|几|哪[些几]?|谁家?|把|里面?|那些|这些|这|那|我|的|了|着|过|一下|上来|过来|没[审批看过](?:的)?|未审(?:的)?|单位|部门|[件个项条家份些批]|名单|吗|么|呢|啊|吧|啥|什么|请问|麻烦|想|要|能|不|先看|上?报|上?交|现在|目前|手头|手上|我这|[\s,，。?？!！、])+"
)
_NO_LIST: Final = re.compile(
    "通过|过了?吧|(?:都|就|全|一起|给)过|过了$|(?<![审看批动])过$|^(?:看了|看过)?[这都全也它]{0,2}个?没有?(?:问题|毛病|疑问)[的了啊哈]?$|给满分|^(?:重新?[报交]|返工|异常|急件?)$|(?<!没)(?:有|附|带|交|传)了?(?:什么|啥|哪些)(?:材料|附件|佐证|证明|凭据|依据|东西)|退(?!回?(?:去|过|了|以?后|又|的))|补(?!充的|材料的|了|好|回)|给\\d|评|打分|让(?!我|他们补)|叫(?!.{0,4}补)|催|怎么办|咋办|为[什啥]|怎么(?!没)|谁让|撤|除|别|通知|告诉|标准|是啥意思"
)


def asked(words: str, context: Context) -> Reply | None:
    """The list of those, opened to be decided; None for words that ask for anything else."""
    if len(words) > _LONGEST or _NO_LIST.search(words):
        return None
    every = waiting(context)
    kept, called, rest = _by_state(words, every, context)
    if not called:
        return None
    units, rest = units_named(rest, context)
    rest = _REST.sub("", rest)
    leaves = leaves_called(topic_of(rest), [item.criterion for item in every]) if rest else ()
    if (rest and not leaves) or (leaves and _WHETHER.search(words) and not _WHICH.search(words)):
        return None
    kept = [
        item
        for item in kept
        if (not units or {item.unit, item.subject} & set(units)) and (not leaves or item.criterion in leaves)
    ]
    back = called == ["退回后重报的"] and len(set(units)) == 1 and not kept
    told = sent_back_of(units[0], context) if back else None
    if not kept and called == ["没有证明材料的"] and _UNITS_ASKED.search(words):
        return None
    return told or shown_only(kept, "".join([*dict.fromkeys(units), *called]), context)


def kept_by_state(words: str, items: list[QueueItem], context: Context) -> tuple[Sequence[QueueItem], str]:
    """没材料的: those of them of which that is so, and how they are called; none where the words say anything else."""
    kept, called, rest = _by_state(words, items, context)
    return (kept, "、".join(called)) if called and not _REST.sub("", rest) else ([], "")


_UNITS_ASKED: Final = re.compile("谁|哪[些几]?个?家?(?:单位|部门|局|区|县|镇|家)|[几多少]家")
_WHETHER: Final = re.compile("(?:没有?|吗|么)$|有没有|有无|是不是")
_WHICH: Final = re.compile("哪|几|谁|多少|列|挑|找|筛|都")
"""覆盖率那个有佐证没有 is asked of one item, and lists none."""


def _by_state(words: str, items: list[QueueItem], context: Context) -> tuple[list[QueueItem], list[str], str]:
    """Those that are as the words say, how they are called, and the words besides."""
    called = []
    for telling, name, keeps in _BY_STATE:
        if telling.search(words):
            words = telling.sub(" ", words)
            items = [item for item in items if keeps(item, context)]
            called.append(name)
    since = _WAITED.search(words)
    if since is not None:
        words = _WAITED.sub(" ", words)
        items, name = _waited(since, items, context)
        called.append(name)
    return items, called, words


def _waited(said: re.Match[str], items: list[QueueItem], context: Context) -> tuple[list[QueueItem], str]:
    """What has waited so many days; the oldest first where no number is said."""
    today = local(context.now).date()
    number = said["days"] or ""
    days = whole_number(number) if number not in ("", "几") else _SEVERAL_DAYS
    items = sorted(items, key=lambda item: item.reported_at or context.now)
    if "最" in said[0]:
        return items, "（最早报的在前）"
    old = [
        item for item in items if item.reported_at and (today - local(item.reported_at).date()).days >= days
    ]
    return old, f"等了{days}天以上的"
