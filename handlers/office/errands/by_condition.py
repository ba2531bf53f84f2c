"""给报齐的道个谢, 退回没改的催一下: whoever stands alike is listed, urged or told; the rest hears nothing."""

import re
from typing import Final

from handlers.calendar.schedule import unprinted
from handlers.context import Context
from handlers.lookups import of_group
from handlers.messages import Reply
from handlers.office.errands.messages.telling import bids, tell
from handlers.people.groups import NAMED
from handlers.people.whom import hear

_WITHOUT: Final = re.compile("[没未](?:有|还)*[交报]((?:自评|整改)报告)")


def told(text: str, context: Context) -> Reply | None:
    """The list or the draft; None where no such group is named, or the words want something else of it."""
    listed = of_group.listed(text, context)
    if listed is not None or not NAMED.search(text):
        return listed
    heard = hear(text, context)
    if (paper := _WITHOUT.search(text)) is not None and bids(heard) and unprinted(paper[1], context):
        return Reply(f"这份细则没有要交{paper[1]}（原文未规定），没有发送。")
    if (
        heard.one is not None
        and heard.one.everybody
        and not heard.one.people | {*heard.one.units}
        and bids(heard)
    ):
        return Reply(f"现在没有{heard.one.called}单位，没有发送。")
    return tell(heard, text, context)
