"""哪一个截止: 材料推迟到20号 may be all items or the paper that is so called; the one that is chosen is drafted."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from handlers import dialogs
from handlers.calendar.deadlines import milestone_name
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days import moving, paper_days
from handlers.office.days.due_days import EARLIER
from handlers.papers.naming import name_of
from handlers.suggesting.offering import choose
from handlers.wording import clock, month_day

QUESTION: Final = "which_deadline"
_SEVERAL: Final = 2
_MATERIAL: Final = re.compile("材料(?!在审|没)(?!.{0,4}(?:截止|指标|全部))")
_HOUR: Final = re.compile(r"(?:上午|中午|下午|晚上|下班)?前?\s*(?:\d{1,2}\s*[:：点时]\s*\d{0,2}半?)|下班")


def ask(said: str, orders: str, day: date | None, reason: str, context: Context) -> Reply | None:
    """None where the order names no material, or the document has no such paper ahead."""
    if day is None or not _MATERIAL.search(orders):
        return None
    papers = [duty for duty in context.rubric.schedule if "材料" in name_of(duty)]
    dues = [context.deadlines.of_duty(duty) for duty in papers]
    if len(papers) != 1 or dues[0] is None or dues[0] < context.now:
        return None
    hour = _HOUR.search(said)
    state = {
        "said": said,
        "day": day.isoformat(),
        "hour": hour[0] if hour is not None else "",
        "reason": reason,
    }
    dialogs.ask(context, QUESTION, {**state, "paper": name_of(papers[0])}, again="改哪一个截止")
    whole = moving.due_of(moving.milestone_in(said, context), context)
    now = f"（现在{clock(whole)}）" if whole is not None else ""
    return Reply(
        f"“材料”的截止有两个，改哪一个到{month_day(day)}？还没有改。\n1 指标填报的截止{now}\n"
        f"2 {name_of(papers[0])}（现在{clock(dues[0])}，原文印的）\n回序号先看草稿再确认；两个都改就先改一个，再说另一个。"
        "回“取消”不改。"
    )


def one_by_one(said: str, to: date | int, reason: str, context: Context) -> Reply | None:
    """半年和三季度的截止都往后推五天: each milestone is said back alone; None where not several are named."""
    nodes: Sequence[str] = moving.milestones_in(said, context)
    if len(nodes) < _SEVERAL:
        return None
    by = (
        f"改到{to.year}年{to.month}月{to.day}日"
        if isinstance(to, date)
        else f"{'提前' if EARLIER.search(said) else '延'}{to}天"
    )
    why = f" 原因{reason}" if reason else ""
    orders = [f"{milestone_name(context.rubric, node)}节点截止{by}{why}" for node in nodes]
    head = f"说到{len(nodes)}个节点，一次念一个、办一个，先改哪一个？还没有改动。"
    return choose(head, list(zip(orders, orders, strict=True)), context)


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """The draft of the one that is chosen."""
    place = dialogs.chosen(text, 2)
    if place is None:
        return None
    dialogs.close(context)
    day, reason = date.fromisoformat(state["day"]), str(state["reason"])
    if place == 0:
        return moving.ask(str(state["said"]), day, reason, context)
    words = f"{state['paper']}改到{day.year}年{day.month}月{day.day}日{state['hour']}"
    return paper_days.set_day(words, context, reason)


ANSWERS: Final = {QUESTION: answer}
