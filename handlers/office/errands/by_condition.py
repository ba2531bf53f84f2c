"""给报齐的道个谢, 退回没改的催一下: whoever stands alike is listed, urged or told; the rest hears nothing."""

from handlers.context import Context
from handlers.lookups import of_group
from handlers.messages import Reply
from handlers.office.errands.messages.telling import bids, tell
from handlers.people.groups import NAMED
from handlers.people.whom import hear


def told(text: str, context: Context) -> Reply | None:
    """The list or the draft; None where no such group is named, or the words want something else of it."""
    listed = of_group.listed(text, context)
    if listed is not None or not NAMED.search(text):
        return listed
    heard = hear(text, context)
    if (
        heard.one is not None
        and heard.one.everybody
        and not heard.one.people | {*heard.one.units}
        and bids(heard)
    ):
        return Reply(f"现在没有{heard.one.called}单位，没有发送。")
    return tell(heard, text, context)
