"""前一份草稿: the draft that waits when another one comes: joined to it where that is said, else told as not done."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.days import extending, granting, moving
from handlers.people.whom import Heard

_AS_WELL: Final = re.compile("也|还有|另外|再加|加上")
"""白蒲的体系认证也是4: the one before is meant as well."""


def before_this(
    kind: str, unit: str, codes: Collection[str], context: Context
) -> tuple[Sequence[Mapping[str, Any]], str]:
    """The rows of the open draft of that kind that belong to this one too, and what to say of those that do not."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != kind:
        return (), ""
    left = [row for row in state["items"] if state["unit"] != unit or row["code"] not in codes]
    if not left:
        return (), ""
    if state["unit"] == unit and _AS_WELL.search(context.incoming.text):
        return left, ""
    return (), f"（前面那份没有入库：代{state['unit']}填报{len(left)}项。要入库请再发一次。）"


Read = Callable[[Heard, str, Context], Reply | None]


def noting_former(read: Read) -> Read:
    """Of an order of time beside the draft of another one: what becomes of that one is told."""

    def noted(heard: Heard, text: str, context: Context) -> Reply | None:
        former = dialogs.present(context)
        reply = read(heard, text, context)
        note = _former(former, dialogs.present(context)) if reply is not None and former is not None else ""
        return Reply(f"{reply.text}\n{note}") if reply is not None and note else reply

    return noted


_OF_TIME: Final = frozenset({moving.QUESTION, granting.QUESTION, extending.ITEM, extending.REASON})
_ABOUT: Final = ("milestone", "unit", "pairs")


def _former(former: Mapping[str, Any], now: Mapping[str, Any] | None) -> str:
    """Nothing for the same thing with another day."""
    if now is None or former["kind"] not in _OF_TIME or now["kind"] != former["kind"]:
        return ""
    if [former.get(name) for name in _ABOUT] == [now.get(name) for name in _ABOUT]:
        return ""
    return f"（前面那份没有办：{former['again']}。要办请再发一次。）"
