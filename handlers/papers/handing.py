"""已交: a unit (or the office for it) says that a paper was handed in, and takes it back."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.access import Act
from handlers.command import Command, words
from handlers.context import Context
from handlers.leading.unit_view import named
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.papers.due import Paper, all_papers
from handlers.papers.months import months_counted
from handlers.papers.naming import as_printed, shared
from handlers.speaker import Seat
from handlers.wording import clip, clock, local
from handlers.working_days import working_days_between

_CLEARLY = 2
"""A name is meant where so many pairs of its characters were said; with fewer it is asked."""
_LISTED = 3


def hand_in(text: str, context: Context) -> Reply | None:
    """Keep that it was handed in; ask where it is not clear what or whose; None where no paper is meant.

    Several are handed in at once where each is named in full.
    """
    several = _several(text, context)
    if several:
        return Reply("\n".join(_kept(paper, context) for paper in several))
    found = _meant(text, context)
    return Reply(_kept(found, context)) if isinstance(found, Paper) else found


def _several(text: str, context: Context) -> tuple[Paper, ...]:
    """The speaker's papers that are named in full, where that are two or more."""
    said, today = as_printed(text), local(context.now).date()
    if context.speaker.role == "office" or context.speaker.campaign.state != "open":
        return ()
    papers = [paper for paper in all_papers(context.deadlines, context.seat) if paper.begins <= today]
    named = tuple(paper for paper in papers if paper.name in said)
    return named if len(named) > 1 else ()


def _kept(found: Paper, context: Context) -> str:
    earlier = context.arranged.handed_in.get((found.id, found.unit))
    if earlier is not None:
        return f"{found.unit}的{found.name}{clock(earlier.at)}已登记交了，不再提醒。"
    late = context.now > found.due
    arrange(context, "handed", {"handed": True, "late": late}, code=found.id, unit=found.unit)
    to = f"文件按原文报{clip(found.to, 30)}，" if found.to else ""
    return (
        f"已登记：{found.unit}的{found.name}已交（{clock(context.now)}{_lateness(found, context)}），不再提醒。"
        f"{to}登记错了回“撤回{found.name}已交”。{_so_far(found, context)}"
    )


def hand_in_words(text: str) -> bool:
    """Whether the text says in the plainest words that something was handed in."""
    return any(command.run is hand_in and command.read(text, "") is not None for command in COMMANDS)


def take_back(text: str, context: Context) -> Reply | None:
    """It was not handed in after all; None where the words mean something else."""
    found = _meant(text, context)
    if isinstance(found, Paper) and (found.id, found.unit) not in context.arranged.handed_in:
        return Reply(f"{found.unit}的{found.name}没有登记过已交，没有改动。")
    if not isinstance(found, Paper):
        return found
    arrange(context, "handed", {}, code=found.id, unit=found.unit)
    return Reply(f"已撤回：{found.unit}的{found.name}又算没交，照常提醒。交了回“{found.name}已交”。")


def _meant(text: str, context: Context) -> Paper | Reply | None:
    """The one paper of the one unit that is meant, the question to ask instead, or None."""
    mentioned = named(text, context)
    said = as_printed(mentioned.rest)
    is_office = context.speaker.role == "office"
    seat = _seat(mentioned.units, context) if is_office else context.seat
    today = local(context.now).date()
    papers = [paper for paper in all_papers(context.deadlines, seat) if paper.begins <= today]
    score = max((shared(said, paper.name) for paper in papers), default=0)
    if not score:
        return None
    if context.speaker.campaign.state != "open":
        return Reply(f"《{clip(context.speaker.campaign.name, 30)}》已结束，没有登记。")
    likely = [paper for paper in papers if shared(said, paper.name) == score]
    if is_office and len(mentioned.units) != 1:
        return Reply(f"哪一家的{likely[0].name}？请带上单位：“单位 {likely[0].name}已交”。没有改动。")
    return likely[0] if len(likely) == 1 and score >= _CLEARLY else _which(likely)


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


_THING = "名单|联系表|报告|总结|材料|佐证|信息|措施|月报"
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
            rf"(?P<rest>(?!.*(?:吗|没|么|谁|哪|几|多少|怎么|撤|取消|让|催|通知|要求|必须|务必|尽快|抓紧|[?？])).{{0,24}}?(?:{_THING}).{{0,6}}?{_DONE})[。！!]*"
        ),
        shy=True,
    ),
)
