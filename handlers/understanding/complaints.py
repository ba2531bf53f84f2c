"""嫌催得多: what would end the reminders."""

import re
from typing import Final

from handlers.access import Act
from handlers.board import board_of
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters.register import office_of
from handlers.messages import Reply
from handlers.receipts import still_missing
from handlers.reminding.wishes import EVE, LATE_ONES

_UNHEARD = re.compile("没人[理管回应答]|没有?人?回[复我话]|[没不]理我?")


_AT_REST: Final = re.compile(
    "半夜|夜里|深夜|晚上|凌晨|大早|中午|周末|休息|节假日|放假|下班|星期[六日天]|周[六日]|睡"
)
_QUIET: Final = (
    "提醒只在工作日的办公时间发，夜里、周末、节假日不发；"
    "这个时间还收到的，请转质强办查（发“转质强办 几点收到提醒”）。"
)


def complaint(text: str, context: Context) -> Reply:
    """Apologise and say what ends the reminders; whom to ask, where nobody has answered."""
    if _UNHEARD.search(text):
        names = [one.name for one in office_of(context)]
        whom = f"质强办的{names[0]}" if names else "质强办"
        return Reply(
            f"抱歉让您久等，没有记录任何数据。转给质强办的由他们答复，答复了会告诉您；急就直接找{whom}。"
        )
    board = board_of(context)
    quiet = _QUIET if _AT_REST.search(text) else ""
    if not board.missing:
        return Reply(f"抱歉打扰。{quiet}您的任务都报齐了，不会再提醒。")
    return Reply(
        f"抱歉打扰。{quiet}{still_missing(board)}报齐就不再提醒；也可以回“{EVE}”或“稍后”。{LATE_ONES}"
    )


def why_asked(_text: str, _context: Context) -> Reply:
    """为啥每次都要我确认: what the question before the record is for, and how to be asked less."""
    return Reply(
        "记之前先跟您对一遍，是怕记错项、记错数，对了回1就行，没有记录任何数据。"
        "想少确认请发“序号 数值”，如“2 98.5%”：哪一项、多少都写明的直接入库。"
    )


COMMANDS = (
    Command(
        Act.WISH,
        "为啥每次都要我确认",
        words(""),
        why_asked,
        re.compile(
            r"(?=.*(?:为什么|为啥|怎么|咋|干嘛|每[次回]|老是?[要让叫]|总是?[要让叫]|能不能|可不可以))(?!.*[谁哪局办审]|.*确认.*(?:怎么|咋|几|什么))"
            r"[^，,\d]{0,10}[要让叫别]我?(?:再|来)?确认(?:一?[下遍次])?[^，,\d]{0,6}"
        ),
        shy=True,
    ),
    Command(
        Act.WISH,
        "天天催烦不烦",
        words("别催了 别再催了 不要催了 烦死了 别提醒了 不要提醒了 嫌提醒多"),
        complaint,
        re.compile(
            r".{0,10}(?:烦不烦|烦死|烦人|太烦|老是?催|天天催|别[老总][^，,]{0,3}(?:发|提醒|推)(?!.*[，,].*[报交])|少给我(?:发|推)|催催催|一天到晚[^，,]{0,4}(?:催|发|提醒|吵)|(?:发|催|提醒)得?少[发催]?[点些]|少(?:发|催|提醒|推)(?:一?[点些]|[几两][次条遍个回])|催什么催|催命|总催|一直催|还让不让人?|没完没了|有完没完|(?:这么晚|大?半夜|大晚上|休息日|大周末)[^，,]{0,3}还?(?:发|催|吵)|累死|折腾|形式主义|报这报那|(?:天天|老是|总是|整天)(?:要?报|要?填|要?交|发)|哪有(?:空|时间)|别.{0,2}催|不要.{0,2}催|(?:都|已经?|这是?|催|问|说)了?第?[\d两三四五六七八九十几]{1,2}[遍次回]了|没人[理管回应答]).{0,12}"
        ),
        shy=True,
    ),
)
