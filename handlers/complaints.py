"""嫌催得多: what would end the reminders, and the wish to be reminded on the eve of a deadline alone."""

import re

from handlers.access import Act
from handlers.board import board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.messages import Reply
from handlers.receipts import still_missing
from store.records import Rhythm

LATE_ONES = "逾期之后的提醒不能停。"
EVE = "只提醒截止前一天"


def complaint(_text: str, context: Context) -> Reply:
    """Apologise and say what ends the reminders."""
    board = board_of(context)
    if not board.missing:
        return Reply("抱歉打扰。您的任务都报齐了，不会再提醒。")
    return Reply(f"抱歉打扰。{still_missing(board)}报齐就不再提醒；也可以回“{EVE}”。{LATE_ONES}")


def only_on_the_eve(_text: str, context: Context) -> Reply:
    """No reminder before the last working day ahead of a deadline."""
    _set(context, "eve")
    return Reply(f"好的，以后只在截止前一个工作日提醒您。{LATE_ONES}想恢复回“照常提醒”。")


def as_usual(_text: str, context: Context) -> Reply:
    """The usual reminders again."""
    _set(context, "week")
    return Reply("好的，恢复照常提醒：截止前15、7、3、1个工作日和当天，报齐就不提醒。")


def _set(context: Context, rhythm: Rhythm) -> None:
    contact = context.speaker.contact
    context.uow.subscriptions.set(contact.id, rhythm, 0, context.now)
    detail = {"rhythm": rhythm}
    context.uow.audit.record(context.now, context.actor, "subscribe", f"contact:{contact.id}", detail)


COMMANDS = (
    Command(
        Act.WISH,
        EVE,
        words(""),
        only_on_the_eve,
        re.compile(
            r"(?:以后)?(?:请)?(?:只|就|仅)?在?(?:提醒|催)?截止(?:的)?前一天(?:再|才)?(?:提醒|催)?(?:我)?(?:就行|就好|吧)?"
        ),
    ),
    Command(Act.WISH, "照常提醒", words("照常提醒 恢复提醒 正常提醒 继续提醒"), as_usual),
    Command(
        Act.WISH,
        "天天催烦不烦",
        words("别催了 别再催了 不要催了 烦死了 别提醒了 不要提醒了"),
        complaint,
        re.compile(
            r".{0,10}(?:烦不烦|烦死|烦人|太烦|老是?催|天天催|催什么催|催命|总催|一直催|别.{0,2}催|不要.{0,2}催).{0,12}"
        ),
        shy=True,
    ),
)
