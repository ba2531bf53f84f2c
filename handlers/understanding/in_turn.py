"""一件一件问: several drafts of one sentence wait in a queue; 是 or 取消 to one shows the next."""

import re
from collections.abc import Callable, Iterator, Sequence
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
    if before is not None and dialogs.yes_or_no(text) and dialogs.is_unread(before, context):
        return Reply(
            f"这个“{text.strip()}”来得太快，下一件没有办：{before.get('again', '')}\n看过再回一次“是”。"
        )
    waiting: list[str] = list((before or {}).get(NEXT, ()))
    if waiting and _ALL_OFF.fullmatch(text.strip(_SIGNS)):
        dialogs.close(context)
        return Reply(f"好的，{len(waiting) + 1}件都不办了，没有改动。")
    reply = understand(text, context)
    return _went_on(reply, waiting, context, understand) if waiting else reply


_SIGNS: Final = " \t\n,，。.!！~～"
_ALL_OFF: Final = re.compile(
    r"(?:算了|那)?[,，\s]*(?:(?:[两三几]?[个件]|一[个件])?(?:都|全部?|统统|所有)+(?:先|给我)*(?:取消|作废|停|撤|算了|[不别](?:要|用|办|发|弄|催))|(?:取消|撤销?)(?:全部|所有))(?:掉|了|吧|啦)*"
)
"""都不办了: neither this one nor what waits behind it."""


def _went_on(reply: Reply, waiting: Sequence[str], context: Context, understand: Understand) -> Reply:
    after = dialogs.present(context)
    if after is not None and (NEXT in after or NEXT in (after.get("below") or {})):
        return reply
    if after is not None and after["kind"] in ANSWERS:
        _open(after, waiting, context)
        return reply
    return Reply("\n".join([reply.text, *_next(waiting, context, understand)]))


def _next(waiting: Sequence[str], context: Context, understand: Understand) -> Iterator[str]:
    """What each comes to now, until one asks; what waits behind that one is not read before its turn."""
    for place, part in enumerate(waiting, start=1):
        now = afresh(context)
        before = dialogs.present(now)
        yield f"接着是“{clip(part, 30)}”："
        yield understand(part, now).text
        after = dialogs.present(now)
        if after is not None and after["kind"] in ANSWERS and not _is_same(after, before):
            _open(dialogs.brought_up(after, context), waiting[place:], context)
            return
