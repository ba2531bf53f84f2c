"""一件一件问: several drafts of one sentence wait in a queue; 是 or 取消 to one shows the next."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from handlers import dialogs
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.speaking import afresh
from handlers.understanding.open_questions import ANSWERS
from handlers.wording import clip

Understand = Callable[[str, Context], Reply]
NEXT: Final = "next"
"""Where an open question keeps the orders that are asked about after it, as they were said."""
_ASKS: Final = re.compile(r"\n[^\n]{0,12}回“(?:是|确认)[^\n]*$")


def ask_in_turn(parts: Sequence[str], context: Context, understand: Understand) -> list[str]:
    """The replies to the parts; the first that asks is open, the others that ask are asked when it is answered."""
    replies, waiting = [], list[str]()
    opened = None
    for part in parts:
        now = afresh(context)
        before = dialogs.present(now)
        reply = understand(part, now).text
        after = dialogs.present(now)
        if after is not None and after["kind"] in ANSWERS and not _is_same(after, before):
            dialogs.close(now)
            if opened is None:
                opened = after
            else:
                waiting.append(part)
                reply = f"{_ASKS.sub('', reply)}\n（前一件回过再问您这一件。）"
        replies.append(reply)
    if opened is not None:
        _open(opened, waiting, context)
    return replies


def _is_same(after: dialogs.State, before: dialogs.State | None) -> bool:
    return before is not None and (after["kind"], after["until"]) == (before["kind"], before["until"])


def _open(state: dialogs.State, waiting: Sequence[str], context: Context) -> None:
    """Ask it again, with what waits behind it."""
    kept = {**state, NEXT: [*waiting]} if waiting else state
    context.uow.accounts.set_dialog(context.speaker.account, kept, datetime.fromisoformat(state["until"]))


def hear(text: str, context: Context, understand: Understand) -> Reply:
    """The answer to what was typed, and behind it the next order that was waiting for this one."""
    before = dialogs.open_question(context.speaker.account, context.now)
    reply = understand(text, context)
    waiting: list[str] = list((before or {}).get(NEXT, ()))
    return _went_on(reply, waiting, context, understand) if waiting else reply


def _went_on(reply: Reply, waiting: list[str], context: Context, understand: Understand) -> Reply:
    after = dialogs.present(context)
    if after is not None and (NEXT in after or NEXT in (after.get("below") or {})):
        return reply
    if after is not None and after["kind"] in ANSWERS:
        _open(after, waiting, context)
        return reply
    lines = [reply.text, f"接着是“{clip(waiting[0], 30)}”："]
    return Reply("\n".join([*lines, *ask_in_turn(waiting, context, understand)[:1]]))
