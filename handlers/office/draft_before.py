"""前一份代填: the draft that waits when another one comes: joined to it where that is said, else told as not stored."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from handlers import dialogs
from handlers.context import Context

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
