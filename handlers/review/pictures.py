"""看图 n: the pictures of a listed item come into the chat; without a number those of the item looked at last."""

from handlers import dialogs
from handlers.context import Context
from handlers.exports.looking import send_of_leaf
from handlers.messages import Reply
from handlers.review.waiting import current, listed_items
from handlers.wording import circled

WHICH = "是哪一件？请先发“待审”看清单，再发“看图 序号”。"


def show(text: str, context: Context) -> Reply:
    """Send them."""
    items = listed_items(context)
    if items is None:
        return Reply(WHICH)
    if text.strip():
        place = dialogs.chosen(text, len(items))
        if place is None:
            return Reply(f"清单里有{len(items)}件，请发“看图 1”这样的序号。")
        item = items[place]
        if item is None:
            return Reply(f"{circled(place + 1)}已经处理过或刚被更改，请重新发“待审”。")
        return send_of_leaf(context, item.criterion, item.subject)
    found = current(context)
    return Reply(WHICH) if found is None else send_of_leaf(context, found[1].criterion, found[1].subject)
