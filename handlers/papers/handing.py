"""已交: a unit (or the office for it) says that a paper was handed in, and takes it back."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers.access import Act
from handlers.calendar.working_days import working_days_between
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.papers.due import Paper, all_papers, seats_with_papers
from handlers.papers.forms import came, form_said
from handlers.papers.months import months_counted
from handlers.papers.naming import ANNEX_NUMBER, as_printed, shared, with_annexes
from handlers.papers.when import Handed, handed_on
from handlers.people.speaker import Seat
from handlers.reporting.about.meant import said_before
from handlers.wording import clip, clock, local
from store.types import JsonObject

_CLEARLY = 2
"""A name is meant where so many pairs of its characters were said; with fewer it is asked."""
_LISTED = 3


def hand_in(text: str, context: Context) -> Reply | None:
    """Keep that it was handed in; ask where it is not clear what or whose; None where no paper is meant.

    Several are handed in at once where each is named in full.
    """
    several = _several(text, context)
    if several:
        return Reply("\n".join(_kept(paper, text, context) for paper in several))
    found = _meant(text, context)
    return Reply(_kept(found, text, context)) if isinstance(found, Paper) else found


def _several(text: str, context: Context) -> tuple[Paper, ...]:
    """The speaker's papers that are named in full, where that are two or more."""
    said, today = as_printed(text), local(context.now).date()
    if context.speaker.role == "office" or context.speaker.campaign.state != "open":
        return ()
    papers = [paper for paper in all_papers(context.deadlines, context.seat) if paper.begins <= today]
    named = tuple(paper for paper in papers if paper.name in said)
    return named if len(named) > 1 else ()


def _kept(found: Paper, text: str, context: Context) -> str:
    """Note it, on the day that the text names where it names one."""
    earlier = context.arranged.handed_in.get((found.id, found.unit))
    form = form_said(text, found) if earlier is None else ""
    if form and (half := came(found, form, context)):
        return half
    said = handed_on(text, local(context.now).date())
    if earlier is not None and (said is None or earlier.value.get("on") == said.told):
        return f"{found.unit}的{found.name}{clock(earlier.at)}已登记交了，不再提醒。"
    if said is None and (which := which_day(found, text, context)):
        return which
    value: JsonObject = {"handed": True, "late": _is_late(found, said, context)}
    reason = ""
    if said is not None:
        value, reason = {**value, "on": said.told}, f"本人说是{said.told}交的"
    arrange(context, "handed", value, code=found.id, unit=found.unit, reason=reason)
    to = f"文件按原文报{clip(found.to, 30)}，" if found.to else ""
    return (
        f"已登记：{found.unit}的{found.name}已交（{noted(found, said, context)}），不再提醒。"
        f"{to}登记错了回“撤回{found.name}已交”。{_so_far(found, context)}"
    )


def which_day(found: Paper, text: str, context: Context) -> str:
    """The question on which day it was, where it is late by today and was handed in before; "" for none."""
    if not (_is_late(found, None, context) and _EARLIER.search(text)):
        return ""
    return (
        f"{found.name}还没有登记已交：哪天交的？回“{_day(found)}交的”这样一句，就按那天登记（{clock(found.due)}前交的不算逾期）；"
        f"按今天登记就回“{found.name}已交”（{noted(found, None, context)}）。"
    )


_EARLIER: Final = re.compile(
    "早(?!上)|[交报送发]过|之前|以前|前[几两些阵]|上[个半]?[月旬年周]|明明|好[几久多]|时候"
)
"""Before today, on no day that is named."""


def _is_late(paper: Paper, said: Handed | None, context: Context) -> bool:
    """By the day that is said; by today where none is said or it leaves that open."""
    late = said.is_late(paper.due) if said is not None else None
    return context.now > paper.due if late is None else late


def noted(paper: Paper, said: Handed | None, context: Context) -> str:
    """How its being handed in would be noted: when, and whether that is late."""
    if said is None:
        return f"{clock(context.now)}{_lateness(paper, context)}"
    late = said.is_late(paper.due)
    told = f"按您说的{said.told}交记，登记时间{clock(context.now)}"
    if late is None:
        return f"{told}{_lateness(paper, context)}；哪天交的请说，如“是{_day(paper)}交的”"
    return f"{told}，{'过了截止时间，记为逾期' if late else '没有逾期'}"


def _day(paper: Paper) -> str:
    due = local(paper.due)
    return f"{due.month}月{due.day}日"


def again(text: str, context: Context) -> Reply | None:
    """是上周五交的, 写错了还没交: what is said of the paper that was registered just before; None for other words."""
    found = _AFTER.fullmatch(text.strip().rstrip("。.!！"))
    before = said_before(context) if found is not None else None
    told = _REGISTERED.search(before[1].split("\n", 1)[0]) if before is not None else None
    if found is None or told is None:
        return None
    papers = all_papers(context.deadlines, context.seat)
    named = (told["whole"], f"{context.seat.unit}的{told['name']}")
    paper = next((paper for paper in papers if f"{paper.unit}的{paper.name}" in named), None)
    if paper is None:
        return None
    if found["not"]:
        return take_back(paper.name, context)
    text = f"{text}交的" if found["day"] else text
    if handed_on(text, local(context.now).date()) is None:
        return None
    return Reply(_kept(paper, text, context))


_AFTER: Final = re.compile(
    r"(?:我?(?:不对|写错|发错|说错|搞错|弄错|登记错|报错|错|不是今天)了?[，,、\s]*)?(?:(?:其实|我们?|应该|那个|名单|报告|材料)[，,\s]*){0,3}"
    r"(?:(?P<not>(?:还|都|根本)?(?:没有?|未)(?:交|发|报|送|弄好|写完|写好)(?:呢|啊|上去|过去)?)"
    r"|(?P<day>(?:是|在|就)*(?:(?:\d{1,2}月)?\d{1,2}[日号]|上?(?:周|星期)[一二三四五六日天]|[昨前]天)的?)"
    r"|(?:是|在)?[^，,。不没]{2,12}?(?:就|已经|都)?(?:交|发|报|送|寄)(?:过去|上去|到|邮箱|去)*(?:的|了|过了))[啊吧呢呀]*"
    r"(?:[，,\s]*(?:不是今天|没逾期|没有逾期|没迟|不算逾期|没超期|别记逾期).{0,6})?"
)
_REGISTERED: Final = re.compile("已登记：(?P<whole>.+?)已交（|(?P<name>[^：\n“”]{2,20})还没有登记已交")


def hand_in_words(text: str) -> bool:
    """Whether the text says in the plainest words that something was handed in."""
    return any(command.run is hand_in and command.read(text, "") is not None for command in COMMANDS)


def take_back(text: str, context: Context) -> Reply | None:
    """It was not handed in after all; None where the words mean something else."""
    found = _meant(text, context)
    registered = {*context.arranged.handed_in, *context.arranged.partly_in}
    if isinstance(found, Paper) and (found.id, found.unit) not in registered:
        return Reply(f"{found.unit}的{found.name}没有登记过已交，没有改动。")
    if not isinstance(found, Paper):
        return found
    arrange(context, "handed", {}, code=found.id, unit=found.unit)
    return Reply(f"已撤回：{found.unit}的{found.name}又算没交，照常提醒。交了回“{found.name}已交”。")


def _meant(text: str, context: Context) -> Paper | Reply | None:
    """The one paper of the one unit that is meant, the question to ask instead, or None."""
    mentioned = mentions(text, context)
    said = with_annexes(as_printed(mentioned.rest), context.rubric.schedule)
    is_office = context.speaker.role == "office"
    owners = _owners(said, context) if is_office and not mentioned.units else ()
    seat = _seat(mentioned.units or owners, context) if is_office else context.seat
    today = local(context.now).date()
    papers = [paper for paper in all_papers(context.deadlines, seat) if paper.begins <= today]
    score = max((shared(said, paper.name) for paper in papers), default=0)
    if not score:
        return None
    if context.speaker.campaign.state != "open":
        return Reply(f"《{clip(context.speaker.campaign.name, 30)}》已结束，没有登记。")
    likely = [paper for paper in papers if shared(said, paper.name) == score]
    this_month = f"{local(context.now).month}月"
    of_month = [one for one in likely if _THIS_MONTH.search(text) and one.name.startswith(this_month)]
    likely = of_month or likely
    ours = len(owners) == 1 or (_OURS.search(text) is not None and not mentioned.units)
    if is_office and len(mentioned.units) != 1 and not ours:
        return Reply(f"哪一家的{likely[0].name}？请带上单位：“单位 {likely[0].name}已交”。没有改动。")
    sure = score >= _CLEARLY or bool(of_month)
    return likely[0] if len(likely) == 1 and sure else _which(likely)


def _owners(said: str, context: Context) -> Sequence[str]:
    """Who has to hand in a paper that is so called."""
    papers = [
        paper
        for seat in seats_with_papers(context.deadlines)
        for paper in all_papers(context.deadlines, seat)
    ]
    most = max((shared(said, paper.name) for paper in papers), default=0)
    return tuple(dict.fromkeys(paper.unit for paper in papers if most and shared(said, paper.name) == most))


_THIS_MONTH: Final = re.compile("(?:这个?|本|当)月")
_OURS: Final = re.compile("我们|咱们|咱办|本办|办公室")
"""这个月的信息我们办交了: the office's own."""


def _seat(units: Sequence[str], context: Context) -> Seat:
    """What the named unit stands for; of several or none, the office's own unit."""
    if len(units) != 1:
        return context.seat
    subjects = context.speaker.campaign.subjects
    return Seat("contact", units[0], units[0] if units[0] in subjects else "", subjects)


def _which(likely: Sequence[Paper]) -> Reply:
    names = "”或“".join(f"{paper.name}已交" for paper in likely[:_LISTED])
    return Reply(f"说的是哪一件？请回“{names}”。没有改动。")


def _so_far(paper: Paper, context: Context) -> str:
    """Of what is due every month: how many months that makes, with this one."""
    if not paper.lapses:
        return ""
    seat = _seat([paper.unit], context)
    return f"\n{months_counted(seat, replace(context))}"


def _lateness(paper: Paper, context: Context) -> str:
    if context.now <= paper.due:
        return ""
    days = working_days_between(local(paper.due).date(), local(context.now).date(), context.arranged.calendar)
    return f"，晚{days}个工作日，记为逾期" if days else "，过了截止时间，记为逾期"


_THING = rf"名单|联系人?(?:信息)?表|报告|总结|材料|佐证|信息|措施|月报|附件\s?{ANNEX_NUMBER}"
_DONE = r"(?:(?:已经?|都)(?:交|报送|上报|提交|报|送)(?:了|上去了)?|(?:交|报送|上报|提交|报|送)(?:了|过了|上去了|齐了))"
COMMANDS = (
    Command(
        Act.WITHDRAW,
        "撤回联系人名单已交",
        words(""),
        take_back,
        re.compile(
            rf"(?:撤回|撤销|取消|收回)[\s:：]*(?P<rest>.{{0,24}}(?:{_THING}).{{0,8}}(?:已交|交了|已报|报了))"
        ),
        shy=True,
    ),
    Command(
        Act.REPORT,
        "联系人名单已交",
        words(""),
        hand_in,
        re.compile(
            rf"(?P<rest>(?!.*(?:吗|没|么|谁|哪|几|多少|怎么|不用|不要|不必|免|撤|取消|让|催|通知|要求|必须|务必|尽快|抓紧|[?？])).{{0,24}}?(?:{_THING}).{{0,6}}?{_DONE})[。！!]*"
        ),
        shy=True,
    ),
)
