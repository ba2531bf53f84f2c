"""催办的话: what somebody who is urged reads, and whether somebody else has just urged the same people."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from handlers.board import Board
from handlers.calendar.deadlines import milestone_name
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import leaves_called, topic_of
from handlers.lookups.leaf_meant import by_place
from handlers.lookups.progress import missing_rows, next_deadline_of
from handlers.messages import Push
from handlers.people.speaker import Seat
from handlers.pushing.pushes import push
from handlers.pushing.twice import just_sent
from handlers.reminding.owing import Owing
from handlers.reminding.told import owed_of
from handlers.wording import in_one_line, month_day

LISTED: Final = 10
BY_THEN: Final = re.compile(
    r"(?P<day>(?:\d{1,2}月)?\d{1,2}[日号]|(?<![\d.])\d{1,2}[./]\d{1,2}|月底|[本这下]?周[一二三四五六日天]|[今明后]天)(?:下班)?(?:之|以)?前(?![一两二三四五六\d]天)"
)
"""没报齐的催一下 30号前: by when they are to report."""


_SAYING: Final = re.compile(
    r"^[你就]*(?:说(?:一声|一下(?=[,，:：\s])|(?:这?是)?我(?:说|讲|要求|交代)?的|是|(?![明清一法服]))"
    r"|(?:告诉|转告|[跟和][他她]们?[说讲])(?:一[声下])?(?:[他她]们?(?!的))?)[,，:：\s]*"
)


def without_saying(words: str) -> str:
    """The message without the 就说, 说一声 or 告诉他 that bids it be said."""
    return _SAYING.sub("", words)


_FOR_HEADS: Final = re.compile("(?:各?位?局长|一把手|主要领导|分管领导|主要负责人|负责人|主任)(?=.)")


def by_then(text: str, own: str) -> str:
    """What goes with the reminder: the words ordered, with what is due by the day that they name.

    What is for the heads of those who read it they are to pass on.
    """
    own = f"请转告{own}" if _FOR_HEADS.match(own) else own
    found = BY_THEN.search(text)
    return f"请在{found[0]}报齐" if found is not None and (not own or BY_THEN.fullmatch(own)) else own


def urge_text(board: Board, seat: Seat, context: Context, *, some: bool = False) -> str:
    """What the contact reads; `some`: of these items alone, there may be others."""
    node = milestone_name(context.rubric, context.milestone)
    due = next_deadline_of(context.deadlines, board.missing, *seat.names)
    several = (
        len(
            {
                context.deadlines.of(line.criterion, *seat.names, subject=line.subject)
                for line in board.missing
            }
        )
        > 1
    )
    first = "最早的" if several else ""
    until = f"，{first}{month_day(due)}截止（{context.deadlines.left(context.now, due)}）" if due else ""
    place = f"{seat.unit}{'·' + node + '节点' if node else ''}"
    count = f"这{len(board.missing)}项还没报" if some else f"还有{len(board.missing)}项没报"
    lines = [f"{_head(context)}{place}{count}{until}："]
    several = len({line.subject for line in board.lines}) > 1
    lines += missing_rows(board.missing, LISTED, "……另有{}项见“我的任务”", several=several)
    lines.append(f"直接回“{board.missing[0].how_to_report}”上报，回“详情 序号”看要求。")
    return "\n".join(lines)


def send(context: Context, row: Owing, own: str, *, some: bool = False) -> None:
    """Queue it, with the lines by which it is looked at again before it leaves."""
    contact = row.contact
    if contact.channel is None or contact.account is None:
        return
    seat, codes = (
        Seat.of(contact, context.speaker.campaign, context.rubric),
        defaultdict[str, list[str]](list),
    )
    for line in row.board.missing:
        codes[line.subject].append(line.code)
    key = f"urge:{contact.campaign_id}:{contact.id}:{context.incoming.message_id}"
    text = f"{urge_text(row.board, seat, context, some=some)}{_beside(own)}"
    message = Push(key, contact.channel, contact.account, text, context.now, urgent=True)
    owed = owed_of(contact.campaign_id, seat, codes)
    lines = [line.written() for line in owed]
    push(context.uow, message, contact, context.now, owed=lines, by=context.speaker.contact.id)


def urged_twice(
    owing: Sequence[Owing], own: str, state: Mapping[str, Any], context: Context
) -> tuple[str, Mapping[str, Any]] | None:
    """What to say where another clerk has just urged all of them, with the same words beside it."""
    head, beside = _head(context), _beside(own)
    reached = {row.contact.id for row in owing}
    return just_sent(
        "urge", reached, lambda row: row.text.startswith(head) and row.text.endswith(beside), state, context
    )


def _beside(own: str) -> str:
    return f"\n另：{in_one_line(own)}" if own else ""


def _head(context: Context) -> str:
    return f"【催办】{_sender(context)}提醒："


def _sender(context: Context) -> str:
    if context.speaker.role == "leader":
        return f"{context.speaker.contact.name}（{context.speaker.contact.title or '领导'}）"
    return "质强办"


_CODE: Final = re.compile(
    r"(?<![\d.])[A-Za-z]?\d{1,2}(?:\.\d{1,2}|-[A-Z]\d)(?![\d.])(?!\s*(?:[日号前交]|之前|以前|截止|报齐|下班))"
)
_PLACE: Final = re.compile(r"第[\d一二三四五六七八九十]{1,3}[项条](?=.*(?:催|提醒|督促))")
_NAMED: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,14}?)(?:[那这](?:一?[项个块])|(?:数据?|指标)?(?:还|都|一直)*[没未](?:上?报|填)(?:的|(?=[,，\s])))"
)
_NO_NAME: Final = re.compile("单位|部门|[各几哪]家|大家|全部|所有|[他她]们|节点|半年|季度|年度|材料|没|人")


def leaves_urged(text: str, context: Context) -> tuple[str, ...]:
    """The codes of the running leaves that are named; () for none, so that all are urged."""
    running = {leaf.code: leaf for leaf in context.running}
    codes = [found for found in _CODE.findall(text) if found in running]
    placed = [leaf.code for found in _PLACE.findall(text) if (leaf := by_place(context, found)) is not None]
    if codes or placed:
        return tuple(dict.fromkeys([*codes, *placed]))
    found = _NAMED.search(text)
    topic = topic_of(mentions(found["name"], context).rest) if found is not None else ""
    if found is None or len(topic) < _LEAST or _NO_NAME.search(topic):
        return ()
    return tuple(leaf.code for leaf in leaves_called(topic, tuple(running.values())))


_LEAST: Final = 2
