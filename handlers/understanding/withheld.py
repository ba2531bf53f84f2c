"""没让你催: what speaks of an order without giving it may be answered, but nothing is drafted, sent or changed for it."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act, may
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.messages import Reply
from handlers.no_order import beside, spoken_of
from handlers.office.days import extending
from handlers.understanding.commanding import commanded
from handlers.understanding.open_questions import FREE
from store.errors import WithheldError

_KEPT: Final = frozenset({"account", "misunderstood", "notice", "link_pass", "upload_pass", "try_out"})
"""What an answer may write: what is open in the talk, what was told and what not understood, a link, what to suppose."""
_STOPS: Final = _KEPT | {"subscription", "arrangement"}
"""这两天别发: what a denial may change besides, so that less is sent."""
_TAKES_BACK: Final = re.compile("取消|撤")
"""别取消城建局的延期 is no 城建局的不用延了."""
_OWN: Final = frozenset({"contact", "supervisor"})
"""Whose other words in the same message may be a report or an amendment."""
_FIGURE: Final = re.compile(r"\d")
_SENT: Final = re.compile("催|提醒|通知|告诉|转告|转达|说|发")
_SAID: Final = {
    "denied": "好的，不办：什么也没发、没改，以前办的也没动。",
    "asked": "您是在问，没有办：什么也没发、没改。",
    "heard": "这是听说的、别人说的，没有办：什么也没发、没改。",
    "done": "您说的是办过的，这次没有办：什么也没发、没改。",
    "supposed": "还没到办的时候，没有办：什么也没发、没改。",
}


def heeding(
    read: Callable[[str], Reply | None],
    unclear: Callable[[str], Reply],
    said: str,
    text: str,
    before: Mapping[str, Any] | None,
    context: Context,
) -> Reply:
    """What the readers answer; where nothing is ordered and one of them would act, that nothing was done.

    To a question of the office's that is answered in free words everything may be said. Behind another question so are
    words that no reader knows and that are no question themselves.
    """
    own = context.speaker.role in _OWN
    answers = not own and before is not None and before["kind"] in FREE
    kind = "" if answers else spoken_of(text, context.speaker.role)
    if not kind:
        return read(said) or unclear(said)
    try:
        with context.uow.withholding(_may_write(kind, text)):
            reply = read(said)
            if reply is None and (own or before is None or kind == "asked"):
                reply = unclear(said)
    except WithheldError:
        reply = None
    if reply is not None:
        return reply
    told = _told(kind, text, before, context)
    rest = beside(said, context.speaker.role) if own else ""
    then = (read(rest) or unclear(rest)).text if _FIGURE.search(rest) else ""
    return Reply(f"{told.text}\n{then}") if then else told


def _may_write(kind: str, text: str) -> frozenset[str]:
    if kind != "denied":
        return _KEPT
    stops = _STOPS | {dialogs.FEWER}
    return stops if _TAKES_BACK.search(text) else stops | {extending.DROP}


def _told(kind: str, text: str, before: Mapping[str, Any] | None, context: Context) -> Reply:
    reply = _nothing_done(kind, text, context)
    again = dialogs.still_asked(before, context, reply.text)
    return Reply(f"{reply.text}\n{again}") if again else reply


def _nothing_done(kind: str, text: str, context: Context) -> Reply:
    if kind == "asked" and _SENT.search(text) and may(context.speaker.role, Act.URGE):
        units = mentions(text, context).units
        record = commanded(f"催办记录 {units[0]}" if len(units) == 1 else "催办记录", context)
        if record is not None:
            return Reply(f"{_SAID[kind]}\n{record.text}")
    looks = "办过什么回“安排记录”看。" if may(context.speaker.role, Act.BROADCAST) else ""
    return Reply(f"{_SAID[kind]}{looks}{'' if kind == 'denied' else '要现在办，请直接说要办什么。'}")
