"""今天有什么要办的, 有没有延期申请, 谁逾期: what waits for the office itself, and who is past the day."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from handlers.context import Context
from handlers.lookups import overview
from handlers.matters import listing
from handlers.matters.passed_on import EXTENSIONS, passed_on
from handlers.messages import Reply
from handlers.office.days import moving
from handlers.office.results.readiness_check import check
from handlers.people.enrolled import enrolled
from handlers.people.whom import MARK, Heard
from handlers.reminding.book import Book
from handlers.reminding.escalation import LateLine, late_lines
from handlers.wording import clip, clock, listed, month_day, shown

_CUE: Final = re.compile("办|处理|事|活|申请|延期|逾期|超期|过期|转")
_TODAY: Final = re.compile(
    r"(?>今天|今日|现在|目前|手头|手上|眼下|这会儿?|这两天|我们?|这边|办公室|质强办|还|都|[,，\s])*"
    r"(?:有没有|有无|有|剩下?|是)?(?:什么|啥|哪些|多少|几件|没有)?(?:事情?|活|件|要紧)?"
    r"(?:要|等着?|待|需要|该|得|没)(?:我|我们|质强办)?(?:去|来)?(?:办理?|处理|做|弄|批|定|拍板)(?:的|完)?(?:事情?|事项|活|申请)?"
    r"(?:有?(?:什么|啥|哪些|几件|多少))?(?:没有?|吗|呢|呀|啊|列一?下|[?？])*"
    r"|(?:今天|现在|目前)?(?:我|我们|质强办)?(?:的)?待办(?:清单|列表|有哪些|呢|[?？])*"
    r"|(?:今天|现在)(?:都|还)?有(?:什么|啥|哪些)(?:事|活|任务|工作)(?:情|要办|没办|没处理)?(?:吗|呢|[?？])*"
)
_REQUESTS: Final = re.compile(
    r"(?:有没有|有无|谁|哪[家些个]|几个|多少|看看|查一?下|列一?下|有人|有单位|都有|还有|有).{0,8}(?:延期|宽限)(?:的)?(?:申请|请求|要求)?"
    r"|(?:延期|宽限)(?:的)?(?:申请|请求|要求).{0,6}(?:有|呢|多少|几|哪|谁|情况|清单|列)|(?:谁|有没有人|有人|哪[些几]?[家个]?(?:单位|局)?|几家|多少家).{0,4}(?:申请|提|要求?|想)(?:过|了|要)?(?:延期|宽限|晚)"
    r"|转(?:过来|来|给我们?)的?[那这]?[句条个]?(?:话|请求|申请|问题)|(?:谁|哪家|联络员).{0,4}(?:转|找).{0,4}(?:我们|质强办|什么|话)"
)
_GIVEN: Final = re.compile(r"延到|(?<!申请)延了|已经延|批了|同意|给.{1,8}延|延期(?:到|几|多|是|的是)|\d")
_LATE: Final = re.compile(
    r"(?:现在|目前|今天|都|还)?有?(?:谁|哪[些几]?[家个]?(?:单位)?|几家|多少(?:家|单位)?|有没有(?:单位|谁|人)?)(?:已经|都)?(?:逾期|超期|过期|误期|过了(?:期|时限|截止))(?:了|没报|没交|的|未报)*(?:有?(?:谁|哪些|几家|没有?))?[呢吗?？]*"
    r"|(?:逾期|超期|过期)(?:了|没报|未报)?的?(?:单位)?(?:有|是|都有)?(?:谁|哪[些几家]+|名单|清单|几家|情况)[呢?？]*|(?:有没有)?(?:逾期|超期)(?:的|了)?(?:单位)?(?:吗|没有?)?[?？]*"
)
_HOW_LONG: Final = re.compile(
    r"[\s,，、和]*(?:都|各|分别|已经|又)*(?:逾期|超期|过期|晚|超)(?:了)?(?:几|多少)(?:个)?(?:工作日|天)(?:了)?[呢?？]*$"
)
"""谁逾期了，逾期几天."""


_HOW_MUCH: Final = re.compile(
    rf"{MARK}(?:那边|到底|都|上次|今天|昨天)*申请(?:了|的是?|要)?(?:延期?|宽限|缓)?(?:了|到)?(?:几|多少|哪)[天日号][呢啊?？]*"
)
_LEFT: Final = re.compile(
    r"(?:把|那个?|这个?|那些|这些)*(?:延期|宽限)的?(?:申请|请求|要求)(?:都|就|先|暂时|我们?|再)*"
    r"(?:放(?:一?放|着|一?下)|搁(?:着|一?下)|压(?:着|一?下)|缓(?:一)?缓|不(?:批|办|同意|处理|管|动)|别(?:批|办|动))(?:吧|了|再说|,|，|以后|回头)*"
)


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """What waits for the office; None for other words."""
    said = text.strip().rstrip("。.!！~～ ")
    if len(said) > _LONGEST or not _CUE.search(said):
        return None
    if _HOW_MUCH.fullmatch(heard.marked):
        return _asked_by(heard.whom[0].units, context)
    if _LEFT.fullmatch(said):
        listed_now = _requests(said, context).text
        return Reply(f"好的，先放着，没有批，各家的时限没有变。\n{listed_now}")
    if _LATE.fullmatch(_HOW_LONG.sub("", said)):
        return _late(context)
    if _REQUESTS.search(said) and not _GIVEN.search(said):
        return _requests(said, context)
    return _today(context) if _TODAY.fullmatch(said) else None


_LONGEST: Final = 30


def _requests(said: str, context: Context) -> Reply:
    """The wishes for more time, or all that was handed on."""
    word = EXTENSIONS if re.search("延期|宽限", said) else ""
    reply = listing.listing(word, context)
    none = reply.text.startswith("没有待办")
    return Reply(f"近30天没有转来的{word or '请求'}；已延的回“安排记录”看。") if none else reply


def _asked_by(units: Sequence[str], context: Context) -> Reply:
    """旅游局申请了几天: its wishes for more time in its own words."""
    called = "、".join(units)
    rows = [row for row in passed_on(EXTENSIONS, context) if any(unit in row for unit in units)]
    if not rows:
        return Reply(f"近30天没有{called}转来的延期申请；已延的回“安排记录”看。")
    return Reply.of(f"{called}近30天申请延期{len(rows)}次：", *rows[-_MOST_ASKED:])


_MOST_ASKED: Final = 5


def _today(context: Context) -> Reply:
    """What was registered or handed on, what waits to be assessed, and who has not reported until when."""
    found, due = check(context.milestone, context), moving.due_of(context.milestone or "", context)
    counts = (
        ("待审", found.waiting),
        ("退回未改", found.returned),
        ("疑点待定", found.undecided),
        ("异议", found.appeals),
    )
    judged = [f"{name}{count}项" for name, count in counts if count]
    until = f"，{clock(due)}截止（{context.deadlines.left(context.now, due)}）" if due is not None else ""
    lines = [listing.listing("", context).text]
    lines.append(f"审核：{'、'.join(judged)}；回“待审”看。" if judged else "审核：没有待审、退回未改的。")
    lines.append(
        f"填报：未报{found.unreported}项{until}；看名单回“没报”，催回“催办”（先给您看再发）。"
        if found.unreported
        else f"填报：都报齐了{until}。"
    )
    return Reply("\n".join(lines))


def _late(context: Context) -> Reply:
    """Who has not reported what was due, and for how many days; nobody before the first deadline."""
    book = Book(context.uow, context.speaker.campaign, context.library, context.now)
    people = enrolled(context)
    book.read_for(people)
    late = late_lines(book, people)
    if late:
        return Reply(
            "\n".join(
                [
                    _overdue(late),
                    *_of_units(late),
                    "催回“催办”（先给您看再发），要给时间说“某单位延到某日 原因……”。",
                ]
            )
        )
    due = moving.due_of(context.milestone or "", context)
    until = f"：{clock(due)}才截止（{context.deadlines.left(context.now, due)}）" if due is not None else ""
    return Reply(f"现在没有逾期的{until}。\n{overview.missing('', context).text}")


def _overdue(late: Sequence[LateLine]) -> str:
    """“逾期18项，7家（半年节点6月30日截止，已逾期2个工作日）：”."""
    first = min(late, key=lambda one: one.due)
    node = f"{first.node}节点" if first.node else ""
    units = len({one.unit for one in late})
    return f"逾期{len(late)}项，{units}家（{node}{month_day(first.due)}截止，已逾期{first.days}个工作日）："


def _of_units(late: Sequence[LateLine]) -> Sequence[str]:
    """“县城建局 2项，逾期2个工作日：…”, the longest late first."""
    rows = sorted(late, key=lambda one: (-one.days, one.unit))
    lines = []
    for unit, own in groupby(sorted(rows, key=lambda one: one.unit), key=lambda one: one.unit):
        items = list(own)
        names = listed([clip(one.title, 14) for one in items], 2)
        lines.append(
            (
                max(one.days for one in items),
                f"{unit} {len(items)}项，逾期{max(one.days for one in items)}个工作日：{names}",
            )
        )
    lines.sort(key=lambda line: -line[0])
    return shown([text for _, text in lines], _UNITS, "……另有{}家")


_UNITS: Final = 15
